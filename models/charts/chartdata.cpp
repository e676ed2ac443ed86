// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/charts/chartdata.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {

QList<ChartPlace> chartPlaces(const ChartData &chart)
{
    QList<ChartPlace> places;
    for (int series = 0; series < chart.series.size(); ++series) {
        for (int mark = 0; mark < chart.series.at(series).marks.size(); ++mark)
            places += ChartPlace{series, mark};
    }
    return places;
}

QList<ChartPlace> chartWalk(const ChartData &chart)
{
    QList<ChartPlace> places = chartPlaces(chart);
    std::ranges::stable_sort(places, [&chart](const ChartPlace &a, const ChartPlace &b) {
        const ChartMark &first = chartMark(chart, a);
        const ChartMark &second = chartMark(chart, b);
        if (chart.y.hasNames)
            return first.y != second.y ? first.y > second.y : first.x < second.x;
        return first.x != second.x ? first.x < second.x : first.y < second.y;
    });
    return places;
}

const ChartMark &chartMark(const ChartData &chart, const ChartPlace &place)
{
    return chart.series.at(place.series).marks.at(place.mark);
}

QString chartMarkText(const ChartData &chart, const ChartPlace &place)
{
    const QStringList &fields = chartMark(chart, place).fields;
    QStringList parts;
    for (qsizetype i = 0; i < std::min(fields.size(), chart.heads.size()); ++i) {
        if (!fields.at(i).isEmpty())
            parts += QCoreApplication::translate("Chart", "%1: %2", "head and value").arg(chart.heads.at(i), fields.at(i));
    }
    return parts.join(u" · "_s);
}

} // namespace Tempera
