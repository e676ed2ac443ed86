// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/compare/variantmark.h"
#include "models/stats/intervals.h"

#include <QList>
#include <QPointF>
#include <QString>
#include <QStringList>

#include <optional>

namespace Tempera {

/// What the numbers of an axis are.
enum class ChartUnit {
    Number,  ///< Whatever they are: a count, a score.
    Share,   ///< In [0, 1], written in per cent.
    Dollars, ///< US dollars.
    Seconds,
};

/// A place on an axis that is written beside it.
struct ChartTick {
    double value = 0;
    QString text; ///< Plain text; may be a title that a person gave, of any length.

    bool operator==(const ChartTick &) const = default;
};

/// One of the two directions of a chart: numbers, or names at the numbers 0, 1, 2 …
struct ChartAxis {
    QString title;
    ChartUnit unit = ChartUnit::Number;
    double low = 0; ///< At the left or lower end.
    double high = 1; ///< At the other; more than `low`.
    QList<ChartTick> ticks;
    bool hasNames = false; ///< The ticks are names.

    bool operator==(const ChartAxis &) const = default;
};

/// Something in a chart that stands for cells.
struct ChartMark {
    double x = 0;
    double y = 0;
    std::optional<ConfidenceInterval> across = {}; ///< Error bar along x; of a bar, from where to where it stands on the x axis.
    std::optional<ConfidenceInterval> up = {};     ///< Error bar along y.
    QStringList fields; ///< What a row of the table says of it, one a head of the chart. Plain text.
    QString filter;     ///< The filter (models/compare) that leaves its cells; empty: it stands for none of this run.

    bool operator==(const ChartMark &) const = default;
};

/// Marks of one kind: of a variant, mostly.
struct ChartSeries {
    enum class Form {
        Points, ///< With their error bars.
        Line,   ///< The same, joined in their order.
        Bars,   ///< From zero to y, over `across`.
    };
    QString title;
    Form form = Form::Points;
    VariantMark sign;  ///< Colour, shape and letter of its marks; without a letter nothing stands at them.
    QList<ChartMark> marks;

    bool operator==(const ChartSeries &) const = default;
};

/// A line that stands for no cells: a front, a threshold.
struct ChartLine {
    QString title;
    QList<QPointF> points; ///< At least two, in the numbers of the axes.

    bool operator==(const ChartLine &) const = default;
};

/// A chart as a value: what it shows, and not how it is painted. The same goes to the window, to its table and into reports. All
/// texts are plain text.
struct ChartData {
    QString title;
    QString note;  ///< How it was computed and what is left out, in a sentence or two; may be empty.
    ChartAxis x;
    ChartAxis y;
    QList<ChartSeries> series;
    QList<ChartLine> lines;
    QStringList heads; ///< Of the table: a row a mark, in the order of the series.
    QString empty;     ///< Why there is nothing to see; empty where there is something.

    bool operator==(const ChartData &) const = default;
};

/// Where a mark is in a chart.
struct ChartPlace {
    int series = -1;
    int mark = -1;

    [[nodiscard]] bool isValid() const { return series >= 0 && mark >= 0; }
    bool operator==(const ChartPlace &) const = default;
};

/// All marks, series after series.
[[nodiscard]] QList<ChartPlace> chartPlaces(const ChartData &chart);
/// The marks as one sees them: from left to right, of one place from below up; where the y axis has names from top to bottom.
[[nodiscard]] QList<ChartPlace> chartWalk(const ChartData &chart);
/// `place` is one of the chart's.
[[nodiscard]] const ChartMark &chartMark(const ChartData &chart, const ChartPlace &place);
/// What a mark says, in one line: "Variant: warm · Pass rate: 75 % · …".
[[nodiscard]] QString chartMarkText(const ChartData &chart, const ChartPlace &place);

} // namespace Tempera
