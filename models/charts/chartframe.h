// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/charts/chartdata.h"

#include <QRectF>

namespace Tempera {

/// Where the numbers of a chart lie in a picture: y grows downwards there.
struct ChartFrame {
    QRectF plot; ///< What the axes enclose.

    [[nodiscard]] double x(const ChartAxis &axis, double value) const;
    [[nodiscard]] double y(const ChartAxis &axis, double value) const;
    [[nodiscard]] QPointF place(const ChartData &chart, const QPointF &numbers) const;
    /// Where a mark stands; of a bar the middle of its upper end.
    [[nodiscard]] QPointF place(const ChartData &chart, const ChartMark &mark) const;
    /// The area of a bar.
    [[nodiscard]] QRectF bar(const ChartData &chart, const ChartMark &mark) const;
};

/// A sign for marks around the origin, within [−1, 1]: the corners of a closed polygon, y downwards; empty = a circle.
[[nodiscard]] QList<QPointF> chartShape(MarkShape shape);

/// A text that is not wider than `width` columns, one a letter and two a wide one (CJK, emoji), with "…" where it was cut.
[[nodiscard]] QString chartElided(const QString &text, int width);
/// How many columns it takes.
[[nodiscard]] int chartColumns(const QString &text);

} // namespace Tempera
