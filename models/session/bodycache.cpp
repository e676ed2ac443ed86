// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/bodycache.h"

#include <utility>

namespace Tempera {
namespace {

std::size_t textBytes(const QString &text)
{
    return sizeof(QChar) * static_cast<std::size_t>(text.size());
}

std::size_t bodyBytes(const Cell &cell)
{
    std::size_t bytes = sizeof(Cell) + textBytes(cell.text) + textBytes(cell.reasoning);
    for (const Message &message : cell.request.messages)
        bytes += sizeof(Message) + contentBytes(message);
    if (cell.grade) {
        for (const Verdict &verdict : cell.grade->verdicts)
            bytes += sizeof(Verdict) + textBytes(verdict.reason);
    }
    for (const auto &token : cell.trace)
        bytes += sizeof(TokenTrace) + token->candidates.capacity() * sizeof(Candidate);
    return bytes;
}

} // namespace

Cell *BodyCache::find(int index)
{
    const auto place = m_places.find(index);
    if (place == m_places.end())
        return nullptr;
    m_kept.splice(m_kept.begin(), m_kept, place->second);
    return &place->second->cell;
}

Cell &BodyCache::insert(int index, Cell cell)
{
    erase(index);
    const std::size_t bytes = bodyBytes(cell);
    m_kept.push_front({index, bytes, std::move(cell)});
    m_places.emplace(index, m_kept.begin());
    m_bytes += bytes;
    return m_kept.front().cell;
}

void BodyCache::erase(int index)
{
    const auto place = m_places.find(index);
    if (place == m_places.end())
        return;
    m_bytes -= place->second->bytes;
    m_kept.erase(place->second);
    m_places.erase(place);
}

void BodyCache::trim()
{
    while (m_bytes > m_limit && m_kept.size() > 1)
        erase(m_kept.back().index);
}

} // namespace Tempera
