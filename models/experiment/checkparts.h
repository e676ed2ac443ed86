// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/experiment/case.h"

#include <QList>

namespace Tempera {

/// Whether a check is promptfoo's `assert-set`: checks that count as one.
[[nodiscard]] bool isCheckSet(const CheckSpec &check);

/// The checks of a set, as they are in its `assert`; a set among them has no parts of its own (promptfoo allows one level).
[[nodiscard]] QList<CheckSpec> checkParts(const CheckSpec &set);
/// The set with other parts.
void setCheckParts(CheckSpec &set, const QList<CheckSpec> &parts);

/// The checks with the parts of each set behind it, CheckSpec::parts saying how many.
[[nodiscard]] QList<CheckSpec> withSetsOpened(const QList<CheckSpec> &checks);

} // namespace Tempera
