// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/ports/promptcounter.h"

#include <QPointer>

#include <functional>
#include <vector>

namespace Tempera {

/// Counts words: of a text alone as they are, of a prompt with four around each message. Answers at once, or when the test
/// lets it.
class FakePromptCounter final : public PromptCounter
{
public:
    void countText(const Endpoint &endpoint, const QString &text, QObject *guard,
                   std::function<void(TokenCount)> callback) override;
    void read(const Endpoint &endpoint, const Messages &messages, PromptForm form, QObject *guard,
              std::function<void(PromptReading)> callback) override;

    /// From now on answers wait for release().
    void hold() { m_isHeld = true; }
    /// Gives what waits, and answers at once again.
    void release();

    Exactness exactness = Exactness::Exact;
    int factor = 1;                 ///< Tokens of a word.
    std::vector<Endpoint> texts;    ///< Who was asked to count a text.
    std::vector<Messages> readings; ///< What was read.

private:
    void answer(QObject *guard, std::function<void()> callback);

    bool m_isHeld = false;
    std::vector<std::function<void()>> m_waiting;
};

} // namespace Tempera
