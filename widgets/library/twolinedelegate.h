// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStyledItemDelegate>

namespace Tempera {

/// Rows of a list in two lines: the name, and in the muted colour what there is to say of it.
class TwoLineDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    /// `second` is the role of the second line; where that of `warning` is true, it is in the colour of a failure.
    TwoLineDelegate(int second, int warning, QObject *parent);

    [[nodiscard]] static int rowHeight(const QFontMetrics &metrics);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    int m_second;
    int m_warning;
};

} // namespace Tempera
