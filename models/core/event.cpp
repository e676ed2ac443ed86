// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/event.h"

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr std::array reasonNames{
    std::pair{FinishReason::Stop, "stop"_L1},
    std::pair{FinishReason::Length, "length"_L1},
    std::pair{FinishReason::ContentFilter, "content_filter"_L1},
    std::pair{FinishReason::ToolCalls, "tool_calls"_L1},
    std::pair{FinishReason::Cancelled, "cancelled"_L1},
    std::pair{FinishReason::Other, "other"_L1},
};

} // namespace

QString finishReasonName(FinishReason reason)
{
    for (const auto &[value, name] : reasonNames) {
        if (value == reason)
            return name;
    }
    return {};
}

FinishReason finishReasonFromName(const QString &name)
{
    for (const auto &[value, word] : reasonNames) {
        if (word == name)
            return value;
    }
    return FinishReason::Other;
}

} // namespace Tempera
