// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/judgement.h"

#include <QJsonArray>
#include <QJsonObject>

#include <span>

namespace Tempera {

/// What a person said of an answer: thumb ("up", "down" or null), score (or null), tags, comment.
[[nodiscard]] QJsonObject ratingJson(const Rating &rating);
/// Judged pairs, in the order in which they were judged.
[[nodiscard]] QJsonArray preferencesJson(std::span<const JudgedPair> pairs);

} // namespace Tempera
