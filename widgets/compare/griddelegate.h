// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStyledItemDelegate>

namespace Tempera {

/// How much of a cell of the grid is seen.
enum class GridDensity {
    Compact, ///< The verdict and the difference.
    Line,    ///< The verdict and the beginning of the answer.
    Tall,    ///< The verdict, several lines of the answer, and its numbers.
};

/// A cell of the grid: its verdict in colour and sign, then its answer. What only came with its row is muted.
class GridDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setDensity(GridDensity density) { m_density = density; }
    [[nodiscard]] GridDensity density() const { return m_density; }
    /// Height of a row.
    [[nodiscard]] static int rowHeight(GridDensity density, const QFontMetrics &metrics);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    GridDensity m_density = GridDensity::Line;
};

} // namespace Tempera
