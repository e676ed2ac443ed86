// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/compare/variantmark.h"

#include <algorithm>

namespace Tempera {

VariantMark variantMark(qsizetype index)
{
    index = std::max<qsizetype>(index, 0);
    VariantMark mark;
    mark.slot = static_cast<int>(index % VariantSlots);
    mark.shape = static_cast<MarkShape>(index % MarkShapes);
    constexpr qsizetype letters = 26;
    for (qsizetype rest = index + 1; rest > 0; rest = (rest - 1) / letters)
        mark.text.prepend(QChar(static_cast<char16_t>(u'A' + (rest - 1) % letters)));
    mark.letter = mark.text.back();
    return mark;
}

} // namespace Tempera
