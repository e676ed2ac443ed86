// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/library/twolinedelegate.h"

#include "widgets/common/appearance.h"

#include <QApplication>
#include <QPainter>

namespace Tempera {
namespace {

constexpr int twoLineMargin = 3;

} // namespace

TwoLineDelegate::TwoLineDelegate(int second, int warning, QObject *parent)
    : QStyledItemDelegate(parent), m_second(second), m_warning(warning)
{
}

int TwoLineDelegate::rowHeight(const QFontMetrics &metrics)
{
    return 2 * (metrics.height() + twoLineMargin);
}

void TwoLineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem row = option;
    initStyleOption(&row, index);
    row.text.clear();
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &row, painter, option.widget);
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const bool isWarned = index.data(m_warning).toBool();
    const QColor ink = option.palette.color(isSelected ? QPalette::HighlightedText : QPalette::Text);
    const QColor second = isSelected ? ink
                          : isWarned ? outcomeColour(Outcome::Fail, option.palette)
                                     : mutedColour(option.palette);
    const QRect room = option.rect.adjusted(twoLineMargin, twoLineMargin, -twoLineMargin, -twoLineMargin);
    const int line = option.fontMetrics.height();
    const auto draw = [&](const QString &text, int top, const QColor &colour) {
        painter->setPen(colour);
        painter->drawText(QRect(room.left(), top, room.width(), line), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                          option.fontMetrics.elidedText(text, Qt::ElideRight, room.width()));
    };
    painter->save();
    painter->setFont(option.font);
    draw(index.data(Qt::DisplayRole).toString(), room.top(), ink);
    draw(index.data(m_second).toString(), room.top() + line, second);
    painter->restore();
}

QSize TwoLineDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    size.setHeight(rowHeight(option.fontMetrics));
    return size;
}

} // namespace Tempera
