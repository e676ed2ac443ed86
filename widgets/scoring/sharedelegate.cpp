// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/scoring/sharedelegate.h"

#include "models/items/labelstablemodel.h"
#include "widgets/common/appearance.h"

#include <QApplication>
#include <QPainter>

namespace Tempera {

void ShareDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QVariant share = index.data(LabelsTableModel::ShareRole);
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    if (!share.isValid()) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    const bool best = index.data(LabelsTableModel::BestRole).toBool();
    const bool expected = index.data(LabelsTableModel::ExpectedRole).toBool();
    const bool stale = index.data(LabelsTableModel::StaleRole).toBool();
    const bool selected = item.state.testFlag(QStyle::State_Selected);
    const QString text = item.text;
    item.text.clear();
    QStyle *style = item.widget ? item.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);

    painter->save();
    const QRect place = item.rect.adjusted(3, 3, -3, -3);
    QRect bar = place;
    bar.setWidth(qRound(place.width() * qBound(0.0, share.toDouble(), 1.0)));
    QColor colour = selected ? item.palette.color(QPalette::HighlightedText) : item.palette.color(QPalette::Highlight);
    // Thin enough for the number to be read on it, on light and dark ground alike.
    colour.setAlpha(selected ? 80 : isDark(item.palette) ? 150 : 90);
    painter->fillRect(bar, stale ? QBrush(colour, Qt::BDiagPattern) : QBrush(colour));
    const QColor ink = item.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
    if (expected) {
        painter->setPen(QPen(ink, 1));
        painter->drawRect(place.adjusted(0, 0, -1, -1));
    }
    QFont font = item.font;
    font.setBold(best);
    painter->setFont(font);
    painter->setPen(ink);
    painter->drawText(place.adjusted(4, 0, -4, 0), Qt::AlignRight | Qt::AlignVCenter, text);
    painter->restore();
}

} // namespace Tempera
