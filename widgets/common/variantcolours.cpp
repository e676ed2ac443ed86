// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/common/variantcolours.h"

#include "models/compare/variantmark.h"
#include "widgets/common/appearance.h"

#include <array>

namespace Tempera {
namespace {

/// Blue, vermilion, green, purple, orange, sky blue, yellow.
constexpr std::array<QRgb, VariantSlots> slotsOnLight{0xff0072b2, 0xffd05a00, 0xff008f68, 0xffb0588a,
                                                      0xffaf7800, 0xff2b89c0, 0xff8a8200};
constexpr std::array<QRgb, VariantSlots> slotsOnDark{0xff2f8fd0, 0xffe8702a, 0xff1fb48a, 0xffcc79a7,
                                                     0xffe69f00, 0xff8fd0f5, 0xfff0e442};

} // namespace

QColor variantColour(int slot, const QPalette &palette)
{
    const auto &all = isDark(palette) ? slotsOnDark : slotsOnLight;
    return QColor(all[static_cast<std::size_t>(slot < 0 ? 0 : slot % VariantSlots)]);
}

} // namespace Tempera
