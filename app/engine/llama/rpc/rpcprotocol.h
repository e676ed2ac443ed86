// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <cstdint>
#include <optional>

namespace Tempera::Rpc {

/// What a computer that lends its memory and processor to llama.cpp (ggml-rpc-server) is asked, as far as a go-between
/// has to know it. A request is: command (1 byte), number of bytes (8), bytes; an answer: number of bytes (8), bytes.
/// Numbers are little-endian. Source: ggml/src/ggml-rpc/ggml-rpc.cpp of llama.cpp v0.5.0, protocol 7.0; a build against
/// another protocol does not compile.

/// The protocol's version, and what both sides must agree on.
inline constexpr int MajorVersion = 7;
inline constexpr int MinorVersion = 0;

inline constexpr std::uint8_t HelloCommand = 14;
inline constexpr std::uint8_t DeviceCountCommand = 15;

inline constexpr qsizetype HeadBytes = 9;       ///< Of a request: the command and the size.
inline constexpr qsizetype SizeBytes = 8;       ///< Before an answer.
inline constexpr qsizetype TransportBytes = 24; ///< In a greeting: what the connection could be besides TCP. All 0 = nothing.
inline constexpr qsizetype HelloAnswerBytes = 4 + TransportBytes; ///< Major, minor, patch, padding, transport.

/// So much of the beginning of a request is enough for expectedAnswer() and standIn().
inline constexpr qsizetype LookedAtBytes = 312;

/// Bytes of the answer to a request; 0 = there is no answer. Nothing for a command that this protocol does not have, and
/// for a request that is too short to tell.
[[nodiscard]] std::optional<std::uint64_t> expectedAnswer(std::uint8_t command, QByteArrayView request);

/// The beginning of an answer of the expected size that lets llama.cpp come to the end of what it is doing, with
/// meaningless numbers, when there is no worker any more to give one: no memory is to be had, sizes are ample. The rest of
/// the answer is zeros.
[[nodiscard]] QByteArray standIn(std::uint8_t command, QByteArrayView request);

} // namespace Tempera::Rpc
