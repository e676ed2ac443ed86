// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/verdict.h"

#include <QVariant>

namespace Tempera::VerdictText {

/// What every list of verdicts tells beside its texts.
enum Roles { OutcomeRole = Qt::UserRole + 1 };

/// "✓ passed"
[[nodiscard]] QString outcome(const Verdict &verdict);
/// The first line of the reason, cut where it is long.
[[nodiscard]] QString reason(const Verdict &verdict);
/// What a list tells of a verdict in every column: the outcome as a number; as a tool tip the whole reason, its parts, and
/// what a judge used. Invalid for
/// other roles.
[[nodiscard]] QVariant data(const Verdict &verdict, int role);

} // namespace Tempera::VerdictText
