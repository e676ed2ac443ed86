// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/llama/lane/prefixstore.h"

#include <algorithm>

namespace Tempera {
namespace {

/// A state that repeats all but this share of one that is there is not worth its memory.
constexpr std::size_t NewShare = 8;

} // namespace

std::size_t commonPrefix(const std::vector<llama_token> &a, const std::vector<llama_token> &b)
{
    return static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
}

bool PrefixStore::wants(const std::vector<llama_token> &tokens, std::size_t bytes) const
{
    return bytes <= m_mostBytes && std::ranges::none_of(m_entries, [&tokens](const Entry &entry) {
               return tokens.size() - commonPrefix(entry.tokens, tokens) <= tokens.size() / NewShare;
           });
}

void PrefixStore::put(Entry entry)
{
    // What the new one continues from is in it.
    std::erase_if(m_entries, [&](const Entry &old) {
        const bool inside = commonPrefix(old.tokens, entry.tokens) == old.tokens.size();
        m_bytes -= inside ? old.state.size() : 0;
        return inside;
    });
    m_bytes += entry.state.size();
    m_entries.push_front(std::move(entry));
    while (m_bytes > m_mostBytes) {
        m_bytes -= m_entries.back().state.size();
        m_entries.pop_back();
    }
}

const PrefixStore::Entry *PrefixStore::find(const std::vector<llama_token> &prompt)
{
    const auto best =
        std::ranges::max_element(m_entries, {}, [&prompt](const Entry &entry) { return commonPrefix(entry.tokens, prompt); });
    if (best == m_entries.end() || commonPrefix(best->tokens, prompt) == 0)
        return nullptr;
    m_entries.splice(m_entries.begin(), m_entries, best);
    return &m_entries.front();
}

} // namespace Tempera
