// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <chrono>
#include <cstddef>
#include <functional>

namespace Tempera {

/// What one evaluation of something from outside (a script, a pattern, a JSON schema, a chat template, a grammar) may use
/// before it is stopped.
struct Limits {
    std::size_t memoryBytes = 64 * 1024 * 1024; ///< Memory that it holds at once.
    std::chrono::milliseconds time{2000};       ///< Wall clock of one evaluation.
    std::size_t stackBytes = 512 * 1024;        ///< Stack of nested calls: how deep it may be nested.
    std::function<bool()> stop = {};            ///< Asked now and then; true ends it. For the evaluating thread. Empty = never.
};

/// The limit at which an evaluation was stopped.
enum class LimitHit { None, Time, Memory, Depth, Stop };

/// One translated sentence for an evaluation that was stopped; empty for None.
[[nodiscard]] QString limitSentence(LimitHit hit, const Limits &limits);

} // namespace Tempera
