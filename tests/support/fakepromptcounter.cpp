// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/fakepromptcounter.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {

void FakePromptCounter::countText(const Endpoint &endpoint, const QString &text, QObject *guard,
                                  std::function<void(TokenCount)> callback)
{
    texts.push_back(endpoint);
    const TokenCount count{text.simplified().split(u' ', Qt::SkipEmptyParts).size() * factor, exactness};
    answer(guard, [count, callback = std::move(callback)] { callback(count); });
}

void FakePromptCounter::read(const Endpoint &, const Messages &messages, PromptForm, QObject *guard,
                             std::function<void(PromptReading)> callback)
{
    readings.push_back(messages);
    PromptReading reading{.count = {0, exactness}};
    for (const Message &message : messages) {
        reading.count.tokens += (message.text.simplified().split(u' ', Qt::SkipEmptyParts).size() + 4) * factor;
        reading.text += u"<|"_s + roleName(message.role) + u"|>"_s + message.text + u"<|end|>"_s;
    }
    answer(guard, [reading, callback = std::move(callback)] { callback(reading); });
}

void FakePromptCounter::release()
{
    m_isHeld = false;
    const std::vector<std::function<void()>> waiting = std::exchange(m_waiting, {});
    for (const std::function<void()> &each : waiting)
        each();
}

void FakePromptCounter::answer(QObject *guard, std::function<void()> callback)
{
    if (!m_isHeld) {
        callback();
        return;
    }
    m_waiting.push_back([guard = QPointer(guard), callback = std::move(callback)] {
        if (guard)
            callback();
    });
}

} // namespace Tempera
