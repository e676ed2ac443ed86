// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/palette/palettedelegate.h"

#include "models/items/palettemodel.h"
#include "widgets/common/appearance.h"

#include <QApplication>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace Tempera {

void PaletteDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem ground(option);
    initStyleOption(&ground, index);
    const QString title = ground.text;
    ground.text.clear();
    const QStyle *style = ground.widget ? ground.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &ground, painter, ground.widget);

    const bool selected = option.state & QStyle::State_Selected;
    const QColor text = option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
    const QColor small = selected ? text : mutedColour(option.palette);
    const QFontMetrics &metrics = option.fontMetrics;
    const int gap = metrics.averageCharWidth() * 2;
    QRect room = option.rect.adjusted(gap / 2, 0, -gap / 2, 0);

    QString right = index.data(PaletteModel::KindRole).toString();
    if (const QString keys = index.data(PaletteModel::ShortcutRole).toString(); !keys.isEmpty())
        right = keys + u"   "_s + right;
    painter->setFont(option.font);
    painter->setPen(small);
    style->drawItemText(painter, room, Qt::AlignRight | Qt::AlignVCenter, option.palette, true, right);
    room.setRight(room.right() - metrics.horizontalAdvance(right) - gap);

    painter->setPen(text);
    const QString shown = metrics.elidedText(title, Qt::ElideRight, room.width());
    painter->drawText(room, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, shown);
    room.setLeft(room.left() + metrics.horizontalAdvance(shown) + gap);
    painter->setPen(small);
    const QString detail = index.data(PaletteModel::DetailRole).toString();
    if (room.width() > gap * 2)
        painter->drawText(room, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                          metrics.elidedText(detail, Qt::ElideRight, room.width()));
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    Q_UNUSED(index)
    return {0, option.fontMetrics.lineSpacing() + 8};
}

} // namespace Tempera
