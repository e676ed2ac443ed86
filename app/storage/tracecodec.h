// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/core/trace.h"

#include <QByteArray>

namespace Tempera {

/// A trace as compressed bytes; every number comes back bit for bit. Empty for an empty trace.
///
/// Form, version 2, under qCompress: byte 2, count, then for each token: time since the token before (µs), id, logit,
/// probability, random number, length and bytes of the piece, number of candidates, for each the id and the step of
/// its logit, flags (1 tail, 2 top only, 4 pieces), the pieces, the tail. Version 1 knew the first flag only. Whole numbers are LEB128, with zigzag where they can be negative; floats
/// are their bits, little-endian. Logits of candidates are steps between neighbours on the line of all floats, which
/// is short because they fall.
[[nodiscard]] QByteArray encodeTrace(const Trace &trace);

/// Inverse. Fails with Storage on damaged bytes and on a version that this program does not know.
[[nodiscard]] Result<Trace> decodeTrace(const QByteArray &bytes);

} // namespace Tempera
