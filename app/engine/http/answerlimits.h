// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtTypes>

#include <chrono>

namespace Tempera {

struct GenerationRequest;

/// The most that is taken of one answer, whatever a server sends; what is beyond ends it with an error. Far more than any
/// model writes, little enough for the memory of any machine.
struct AnswerLimits {
    qint64 bytes = 256 * 1024 * 1024; ///< Of the body, unpacked, whatever they say.
    qint64 text = 16 * 1024 * 1024;   ///< UTF-16 units of answer and thinking together.
    qint64 silent = 4 * 1024 * 1024;  ///< Bytes of an event stream's comments and blank lines.
    qint64 whole = 16 * 1024 * 1024;  ///< Bytes of an answer that is not streamed.

    bool operator==(const AnswerLimits &) const = default;
};

/// Of an error's body, whose status has told what it is.
inline constexpr qsizetype MaxRefusalBytes = 64 * 1024;
inline constexpr std::chrono::seconds MaxRefusalTime{5};

/// Bytes that Qt reads ahead of us.
inline constexpr qint64 ReadAhead = 256 * 1024;

/// Less of text and bytes where the request limits its tokens: what that many tokens at their longest can take.
[[nodiscard]] AnswerLimits answerLimits(const GenerationRequest &request);

} // namespace Tempera
