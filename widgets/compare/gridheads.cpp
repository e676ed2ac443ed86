// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/compare/gridheads.h"

#include "models/compare/variantmark.h"
#include "models/items/gridmodel.h"
#include "widgets/common/variantcolours.h"

#include <QStyleOptionHeader>

namespace Tempera {

void GridHeads::initStyleOptionForIndex(QStyleOptionHeader *option, int section) const
{
    QHeaderView::initStyleOptionForIndex(option, section);
    const QVariant variant = model()->headerData(section, Qt::Horizontal, GridModel::VariantRole);
    if (variant.isValid())
        option->icon = variantIcon(variantMark(variant.toInt()), palette());
}

} // namespace Tempera
