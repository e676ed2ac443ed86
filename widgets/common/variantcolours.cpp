// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/common/variantcolours.h"

#include "models/compare/variantmark.h"
#include "widgets/common/appearance.h"

#include <QPainter>

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

QIcon variantIcon(const VariantMark &mark, const QPalette &palette)
{
    const QColor colour = variantColour(mark.slot, palette);
    const bool isLight = qGray(colour.rgb()) > 100;
    QIcon icon;
    for (const int side : {16, 22, 32, 64}) {
        QPixmap picture(side, side);
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setBrush(colour);
        painter.setPen(Qt::NoPen);
        painter.drawRoundedRect(QRectF(0, 0, side, side), side / 6.0, side / 6.0);
        QFont font = painter.font();
        font.setBold(true);
        font.setPixelSize(static_cast<int>(side * (mark.text.size() > 1 ? 0.5 : 0.75)));
        painter.setFont(font);
        painter.setPen(isLight ? Qt::black : Qt::white);
        painter.drawText(picture.rect(), Qt::AlignCenter, mark.text);
        painter.end();
        icon.addPixmap(picture);
    }
    return icon;
}

} // namespace Tempera
