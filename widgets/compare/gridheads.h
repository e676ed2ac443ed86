// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHeaderView>

namespace Tempera {

/// @p text with each of its lines cut, with an ellipsis, to @p width pixels.
QString elidedLines(const QString &text, const QFontMetrics &metrics, int width);

/// The heads of the grid's columns, each with its variant's mark.
class GridHeads final : public QHeaderView
{
    Q_OBJECT
public:
    explicit GridHeads(QWidget *parent = nullptr) : QHeaderView(Qt::Horizontal, parent) { }

protected:
    void initStyleOptionForIndex(QStyleOptionHeader *option, int section) const override;
};

} // namespace Tempera
