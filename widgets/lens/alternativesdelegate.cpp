// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/lens/alternativesdelegate.h"

#include "models/items/alternativesmodel.h"
#include "widgets/common/appearance.h"
#include "widgets/lens/tokencolours.h"

#include <QPainter>

#include <algorithm>

namespace Tempera {

void AlternativesDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    const bool chosen = index.data(AlternativesModel::ChosenRole).toBool();
    if (chosen)
        item.font.setBold(true);
    const bool isRest = index.data(AlternativesModel::PlaceRole).toInt() < 0;
    if (isRest || index.column() == AlternativesModel::NoteColumn)
        item.palette.setColor(QPalette::Text, mutedColour(option.palette));
    const bool isBar = index.column() == AlternativesModel::RawColumn || index.column() == AlternativesModel::AfterColumn;
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    QStyledItemDelegate::paint(painter, item, index);
    painter->save();
    if (isBar) {
        // A bar along the bottom of the cell keeps the number readable on every ground.
        const bool after = index.column() == AlternativesModel::AfterColumn;
        const int role = after ? AlternativesModel::AfterRole : AlternativesModel::RawRole;
        // As long as the column for the likeliest, so that the shape of a flat distribution is seen as well.
        const double most = std::max(index.data(role).toDouble(), index.sibling(0, index.column()).data(role).toDouble());
        const double share = most > 0 ? index.data(role).toDouble() / most : 0;
        const QRect room = option.rect.adjusted(3, 0, -3, -3);
        const int width = share <= 0 ? 0 : std::max(1, static_cast<int>(share * room.width()));
        const QRect bar(room.left(), room.bottom() - 4, width, 4);
        const QColor ink = isSelected ? option.palette.color(QPalette::HighlightedText)
                           : after    ? option.palette.color(QPalette::Highlight)
                                      : mutedColour(option.palette);
        if (after) {
            painter->fillRect(bar, ink);
        } else {
            painter->setPen(ink);
            painter->drawRect(bar.adjusted(0, 0, -1, -1));
        }
    }
    const QString line = index.data(AlternativesModel::CutLineRole).toString();
    if (!line.isEmpty()) {
        painter->setPen(QPen(TokenColours::mark(option.palette), 2, Qt::DashLine));
        painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
        if (index.column() == AlternativesModel::NoteColumn) {
            QFont small = option.font;
            small.setPointSizeF(small.pointSizeF() * 0.85);
            painter->setFont(small);
            painter->setPen(isSelected ? option.palette.color(QPalette::HighlightedText) : TokenColours::mark(option.palette));
            painter->drawText(option.rect.adjusted(2, 0, -2, -1), Qt::AlignRight | Qt::AlignBottom, line);
        }
    }
    if (index.data(AlternativesModel::DrawnRole).toBool() && index.column() == AlternativesModel::TokenColumn && !chosen)
        paintChangedMark(*painter, option.rect.adjusted(3, 0, -3, -1), option.palette);
    painter->restore();
}

QSize AlternativesDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    size.setHeight(option.fontMetrics.height() + 12);
    return size;
}

} // namespace Tempera
