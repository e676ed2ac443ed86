// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/backend.h"
#include "models/core/knownsecrets.h"

namespace Tempera {

/// The door through which everything of a remote endpoint comes: no event behind it holds a secret that the request was
/// sent with, whether the endpoint throws it back in its answer, in its thinking, in the traces of its tokens, as the
/// model's name or in an error, and however it is split. Errors are cut to a bearable length behind it, not before.
///
/// A text's end that may be the beginning of a secret is held back until more has come. One thread.
class SecretFilter
{
public:
    SecretFilter(KnownSecrets secrets, BackendSink sink);
    void take(GenerationEvent event);

private:
    void takeText(Event::TextDelta event);
    void takeReasoning(Event::ReasoningDelta event);
    void takeTrace(Event::TraceDelta event);
    /// What is held back; at the end of an answer.
    void flush();
    [[nodiscard]] QString passed(QString &held, const QString &text) const;
    /// The held tokens without secrets; leaves those that may begin one, unless it is the end.
    [[nodiscard]] Trace passedTokens(bool isEnd);

    KnownSecrets m_secrets;
    BackendSink m_sink;
    QString m_text;
    QString m_reasoning;
    Trace m_tokens;
};

/// A sink that passes everything through a SecretFilter.
[[nodiscard]] BackendSink withoutSecrets(KnownSecrets secrets, BackendSink sink);

} // namespace Tempera
