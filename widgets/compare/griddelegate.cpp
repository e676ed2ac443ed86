// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/compare/griddelegate.h"

#include "models/items/gridmodel.h"
#include "widgets/common/appearance.h"

#include <QApplication>
#include <QLocale>
#include <QPainter>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr int cellMargin = 4;
constexpr int tallLines = 4;

/// "+0.25", with its sign; nothing where it is not known or nothing changed.
QString deltaText(const QModelIndex &index)
{
    const QVariant delta = index.data(GridModel::DeltaRole);
    if (!delta.isValid() || delta.toDouble() == 0)
        return {};
    const QString size = QLocale().toString(std::abs(delta.toDouble()), 'f', 2);
    return (delta.toDouble() > 0 ? u"▲ "_s : u"▼ "_s) + size;
}

} // namespace

int GridDelegate::rowHeight(GridDensity density, const QFontMetrics &metrics)
{
    const int lines = density == GridDensity::Tall ? tallLines + 1 : 1;
    return metrics.lineSpacing() * lines + (density == GridDensity::Compact ? 4 : 8);
}

void GridDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    // Not initStyleOption(): of all that it would ask the model for, nothing is painted.
    QStyleOptionViewItem item = option;
    item.index = index;
    const QStyle *style = item.widget ? item.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);

    const bool isSelected = item.state.testFlag(QStyle::State_Selected);
    const bool isMuted = !index.data(GridModel::MatchesRole).toBool();
    const QVariant outcome = index.data(GridModel::OutcomeRole);
    const QColor usual = isSelected ? item.palette.color(QPalette::HighlightedText)
                         : isMuted  ? mutedColour(item.palette)
                                    : item.palette.color(QPalette::Text);
    const QColor sign =
        isSelected || isMuted || !outcome.isValid() ? usual : outcomeColour(static_cast<Outcome>(outcome.toInt()), item.palette);
    painter->save();
    painter->setFont(item.font);
    QRect room = item.rect.adjusted(cellMargin, 0, -cellMargin, 0);
    const int line = item.fontMetrics.lineSpacing();
    const QString verdict = index.data(GridModel::VerdictRole).toString();
    const QString delta = (index.data(GridModel::RatingRole).toString() + u' ' + deltaText(index)).trimmed();
    const QRect first = m_density == GridDensity::Tall ? QRect(room.left(), room.top() + cellMargin, room.width(), line) : room;
    painter->setPen(sign);
    painter->drawText(first, Qt::AlignVCenter | Qt::AlignLeft, verdict);
    if (!delta.isEmpty()) {
        painter->setPen(usual);
        painter->drawText(first, Qt::AlignVCenter | Qt::AlignRight, delta);
    }
    const int signWidth = verdict.isEmpty() ? 0 : item.fontMetrics.horizontalAdvance(verdict) + 2 * cellMargin;
    const int deltaWidth = delta.isEmpty() ? 0 : item.fontMetrics.horizontalAdvance(delta) + 2 * cellMargin;
    painter->setPen(usual);
    if (m_density == GridDensity::Line) {
        const QRect text = room.adjusted(signWidth, 0, -deltaWidth, 0);
        painter->drawText(text, Qt::AlignVCenter | Qt::AlignLeft,
                          item.fontMetrics.elidedText(index.data(GridModel::HeadRole).toString(), Qt::ElideRight, text.width()));
    } else if (m_density == GridDensity::Tall) {
        const QRect text(room.left() + signWidth, room.top() + cellMargin, room.width() - signWidth - deltaWidth,
                         line * tallLines);
        painter->drawText(text, Qt::TextWordWrap | Qt::AlignLeft | Qt::AlignTop, index.data(GridModel::HeadRole).toString());
        painter->setPen(isSelected ? usual : mutedColour(item.palette));
        const QRect figures(room.left(), text.bottom() + 1, room.width(), line);
        painter->drawText(
            figures, Qt::AlignVCenter | Qt::AlignLeft,
            item.fontMetrics.elidedText(index.data(GridModel::FiguresRole).toString(), Qt::ElideRight, figures.width()));
    }
    painter->restore();
}

} // namespace Tempera
