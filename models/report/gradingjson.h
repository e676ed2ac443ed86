// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/verdict.h"

#include <QJsonObject>

namespace Tempera {

/// What judges used, in promptfoo's words (`tokensUsed`).
[[nodiscard]] QJsonObject gradingTokens(const GradingSpend &spend);
/// US dollars; null where nothing of it is known.
[[nodiscard]] QJsonValue gradingCost(const GradingSpend &spend);
/// promptfoo's result of one check, with our additions beside it; members that say nothing are left out.
[[nodiscard]] QJsonObject componentJson(const Verdict &verdict, const QJsonObject &assertion, const QString &answer);

} // namespace Tempera
