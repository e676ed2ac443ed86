// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace Tempera {

/// Shapes that marks of variants are drawn with, so that nothing rests on colour alone.
enum class MarkShape { Circle, Square, Triangle, Diamond, Cross };
constexpr int MarkShapes = 5;

/// Colours there are for variants; one is used again beyond them, with another letter and another shape.
constexpr int VariantSlots = 7;

/// What a variant is known by wherever it is shown: its place in the experiment decides, not where it stands on the screen.
struct VariantMark {
    int slot = 0; ///< Of its colour, 0 … VariantSlots − 1.
    QChar letter; ///< 'A' … 'Z', the last one of `text` beyond.
    QString text; ///< "A" … "Z", "AA", "AB" …: no two variants have the same.
    MarkShape shape = MarkShape::Circle;

    bool operator==(const VariantMark &) const = default;
};

/// Of the variant with this index ≥ 0 in its experiment.
[[nodiscard]] VariantMark variantMark(qsizetype index);

} // namespace Tempera
