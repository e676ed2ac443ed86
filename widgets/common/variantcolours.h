// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QIcon>
#include <QPalette>

namespace Tempera {

struct VariantMark;

/// The colour of a variant's mark, by VariantMark::slot. After Okabe and Ito, so that people who do not tell red from green still
/// tell them apart; shaded so that each stands out from the palette's window and base by 3 : 1 at least. A letter or a shape stands
/// beside it always.
[[nodiscard]] QColor variantColour(int slot, const QPalette &palette);

/// A square in that colour with the variant's letters.
[[nodiscard]] QIcon variantIcon(const VariantMark &mark, const QPalette &palette);

} // namespace Tempera
