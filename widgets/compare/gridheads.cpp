// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/compare/gridheads.h"

#include "models/compare/variantmark.h"
#include "models/items/gridmodel.h"
#include "widgets/common/variantcolours.h"

#include <QStringList>
#include <QStyleOptionHeader>

namespace Tempera {

QString elidedLines(const QString &text, const QFontMetrics &metrics, int width)
{
    QStringList lines = text.split(u'\n');
    for (QString &line : lines)
        line = metrics.elidedText(line, Qt::ElideRight, width);
    return lines.join(u'\n');
}

void GridHeads::initStyleOptionForIndex(QStyleOptionHeader *option, int section) const
{
    QHeaderView::initStyleOptionForIndex(option, section);
    const QVariant variant = model()->headerData(section, Qt::Horizontal, GridModel::VariantRole);
    if (variant.isValid())
        option->icon = variantIcon(variantMark(variant.toInt()), palette());
    const int margin = style()->pixelMetric(QStyle::PM_HeaderMargin, option, this);
    const int icon = option->icon.isNull() ? 0 : style()->pixelMetric(QStyle::PM_SmallIconSize, option, this) + margin;
    option->text = elidedLines(option->text, option->fontMetrics, sectionSize(section) - 2 * margin - icon);
}

} // namespace Tempera
