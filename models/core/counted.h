// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <cstdint>

namespace Tempera {

/// The count as tr() takes it to choose the grammatical number; counts beyond int have that of the largest int.
[[nodiscard]] int countForm(std::int64_t count);

/// A text with a count as tr() gave it, `tr("%n problem(s)", nullptr, count)`. English is the language of the sources and has
/// no translation that would choose a form, so an "(s)" that is still there becomes "s", or nothing for one.
[[nodiscard]] QString counted(QString text, std::int64_t count);

} // namespace Tempera
