// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/prompt/faultdelegate.h"

#include "models/items/promptfaultsmodel.h"

#include <QIcon>

using namespace Qt::StringLiterals;

namespace Tempera {

void FaultDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const bool isError = index.data(PromptFaultsModel::ForbidsRunRole).toBool();
    option->icon = QIcon::fromTheme(isError ? u"dialog-error"_s : u"dialog-warning"_s);
    option->features |= QStyleOptionViewItem::HasDecoration | QStyleOptionViewItem::WrapText;
    option->decorationSize = QSize(16, 16);
}

} // namespace Tempera
