// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/trace.h"

#include <QJsonObject>

#include <memory>
#include <vector>

namespace Tempera {

/// The traces in `choices[].logprobs` of a chat completion, whole or of one piece of a stream. All that is known of
/// each place are the likeliest few tokens (TokenTrace::topOnly); entries that are no tokens are left out.
/// "bytes" tells a token that is a part of a character; where it is missing the token's text stands in.
[[nodiscard]] Trace tracesFromLogprobs(const QJsonObject &logprobs);

} // namespace Tempera
