// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/http/secretfilter.h"

#include "models/core/secrets.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace Tempera {
namespace {

/// The bytes of tokens as one character each, so that places in them are places in bytes.
QString tokenBytes(const Trace &tokens)
{
    QByteArray bytes;
    for (const auto &token : tokens)
        bytes += token->piece;
    return QString::fromLatin1(bytes);
}

/// A token with other bytes: what else could have stood there is not told, it may be part of the secret.
std::shared_ptr<const TokenTrace> spelt(const TokenTrace &token, const QByteArray &piece)
{
    auto other = std::make_shared<TokenTrace>(token);
    other->piece = piece;
    other->candidates.clear();
    other->pieces.clear();
    return other;
}

/// Tokens that cover [begin, end) of their bytes, with the mark in its place.
void cover(Trace &tokens, qsizetype begin, qsizetype end)
{
    qsizetype at = 0;
    for (auto &token : tokens) {
        const qsizetype from = std::exchange(at, at + token->piece.size());
        const bool isBehind = from >= end;
        if (isBehind || at <= begin)
            continue;
        QByteArray piece;
        if (from <= begin)
            piece = token->piece.first(begin - from) + redactionMark().toLatin1();
        if (at > end)
            piece += token->piece.sliced(end - from);
        token = spelt(*token, piece);
    }
}

} // namespace

SecretFilter::SecretFilter(KnownSecrets secrets, BackendSink sink) : m_secrets(std::move(secrets)), m_sink(std::move(sink)) { }

void SecretFilter::take(GenerationEvent event)
{
    if (auto *text = std::get_if<Event::TextDelta>(&event))
        return takeText(std::move(*text));
    if (auto *reasoning = std::get_if<Event::ReasoningDelta>(&event))
        return takeReasoning(std::move(*reasoning));
    if (auto *trace = std::get_if<Event::TraceDelta>(&event))
        return takeTrace(std::move(*trace));
    if (auto *started = std::get_if<Event::Started>(&event)) {
        started->model = m_secrets.cleaned(started->model);
    } else if (auto *retrying = std::get_if<Event::Retrying>(&event)) {
        retrying->cause = m_secrets.cleaned(std::move(retrying->cause));
    } else if (auto *failed = std::get_if<Event::Failed>(&event)) {
        flush();
        failed->error = m_secrets.cleaned(std::move(failed->error));
    } else if (auto *finished = std::get_if<Event::Finished>(&event)) {
        flush();
        for (Note &note : finished->notes)
            note.detail = m_secrets.cleaned(note.detail);
    }
    m_sink(std::move(event));
}

QString SecretFilter::passed(QString &held, const QString &text) const
{
    const QString whole = m_secrets.cleaned(std::exchange(held, {}) + text);
    const qsizetype open = m_secrets.openEnd(whole);
    held = whole.last(open);
    return whole.chopped(open);
}

void SecretFilter::takeText(Event::TextDelta event)
{
    event.text = passed(m_text, event.text);
    if (!event.text.isEmpty())
        m_sink(std::move(event));
}

void SecretFilter::takeReasoning(Event::ReasoningDelta event)
{
    event.text = passed(m_reasoning, event.text);
    if (!event.text.isEmpty())
        m_sink(std::move(event));
}

void SecretFilter::takeTrace(Event::TraceDelta event)
{
    m_tokens.insert(m_tokens.end(), event.tokens.begin(), event.tokens.end());
    event.tokens = passedTokens(false);
    if (!event.tokens.empty())
        m_sink(std::move(event));
}

Trace SecretFilter::passedTokens(bool isEnd)
{
    QString bytes = tokenBytes(m_tokens);
    for (auto place = m_secrets.find(bytes); place.length > 0; place = m_secrets.find(bytes)) {
        cover(m_tokens, place.begin, place.begin + place.length);
        bytes = tokenBytes(m_tokens);
    }
    if (isEnd && m_secrets.cleanedEnd(bytes) != bytes) { // as the text
        cover(m_tokens, bytes.size() - m_secrets.openEnd(bytes), bytes.size());
        bytes = tokenBytes(m_tokens);
    }
    qsizetype closed = isEnd ? bytes.size() : bytes.size() - m_secrets.openEnd(bytes);
    auto kept = m_tokens.begin();
    while (kept != m_tokens.end() && (*kept)->piece.size() <= closed) {
        closed -= (*kept)->piece.size();
        ++kept;
    }
    Trace passed(std::make_move_iterator(m_tokens.begin()), std::make_move_iterator(kept));
    m_tokens.erase(m_tokens.begin(), kept);
    return passed;
}

void SecretFilter::flush()
{
    // Where an answer broke off in a secret, its beginning is kept out too.
    if (const QString rest = m_secrets.cleanedEnd(std::exchange(m_reasoning, {})); !rest.isEmpty())
        m_sink(Event::ReasoningDelta{rest});
    if (const QString rest = m_secrets.cleanedEnd(std::exchange(m_text, {})); !rest.isEmpty())
        m_sink(Event::TextDelta{rest});
    if (Trace rest = passedTokens(true); !rest.empty())
        m_sink(Event::TraceDelta{std::move(rest)});
}

BackendSink withoutSecrets(KnownSecrets secrets, BackendSink sink)
{
    auto filter = std::make_shared<SecretFilter>(std::move(secrets), std::move(sink));
    return [filter](GenerationEvent event) { filter->take(std::move(event)); };
}

} // namespace Tempera
