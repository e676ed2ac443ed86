// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/charts/chartspread.h"

#include "models/core/counted.h"

#include <QCoreApplication>
#include <QLineF>

#include <algorithm>
#include <cmath>
#include <numbers>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// A picture with more of them is a cloud, in which nobody looks for one.
constexpr qsizetype mostSpreadMarks = 200;
/// From the middle of one mark on a ring to that of the next, in halves of a mark.
constexpr double ringStep = 2.6;
/// How far a ring may reach out of the plot, in pixels: there is room for numbers.
constexpr double ringOverhang = 10;

} // namespace

ChartSpread::ChartSpread(const ChartData &chart, const ChartFrame &frame, double halfMark)
    : m_chart(chart), m_frame(frame), m_halfMark(halfMark)
{
    if (chart.y.hasNames || chart.x.hasNames)
        return;
    QList<ChartPlace> points;
    for (const ChartPlace &each : chartWalk(chart)) {
        if (chart.series.at(each.series).form == ChartSeries::Form::Points)
            points += each;
    }
    if (points.size() <= mostSpreadMarks)
        gather(points);
}

/// Two groups that would touch become one, until none do.
void ChartSpread::gather(const QList<ChartPlace> &marks)
{
    for (const ChartPlace &each : marks)
        m_groups.push_back({m_frame.place(m_chart, chartMark(m_chart, each)), {each}});
    const auto reach = [this](const Group &group) { return radius(group) + m_halfMark; };
    for (std::size_t i = 0; i < m_groups.size();) {
        Group &group = m_groups[i];
        const auto touches = [&](const Group &other) {
            return &other != &group && QLineF(other.centre, group.centre).length() < reach(other) + reach(group);
        };
        const auto found = std::ranges::find_if(m_groups, touches);
        if (found == m_groups.end()) {
            ++i;
            continue;
        }
        const auto size = static_cast<double>(group.marks.size());
        const auto more = static_cast<double>(found->marks.size());
        group.centre = (group.centre * size + found->centre * more) / (size + more);
        group.marks += found->marks;
        m_groups.erase(found);
        i = 0; // it reaches farther now
    }
    std::erase_if(m_groups, [](const Group &group) { return group.marks.size() < 2; });
    for (Group &group : m_groups)
        std::ranges::sort(group.marks, {}, [&marks](const ChartPlace &each) { return marks.indexOf(each); });
}

/// Neighbours on the ring do not touch.
double ChartSpread::radius(const Group &group) const
{
    const auto count = static_cast<double>(group.marks.size());
    return count < 2 ? 0 : m_halfMark * ringStep / 2 / std::sin(std::numbers::pi / count);
}

/// Moved into the plot where the ring would leave it.
QPointF ChartSpread::ringCentre(const Group &group) const
{
    const double inset = radius(group) - ringOverhang;
    const QRectF room = m_frame.plot.adjusted(inset, inset, -inset, -inset);
    if (inset <= 0 || room.width() <= 0 || room.height() <= 0)
        return group.centre;
    return {std::clamp(group.centre.x(), room.left(), room.right()), std::clamp(group.centre.y(), room.top(), room.bottom())};
}

const ChartSpread::Group *ChartSpread::groupOf(const ChartPlace &place) const
{
    const auto found = std::ranges::find_if(m_groups, [&place](const Group &group) { return group.marks.contains(place); });
    return found == m_groups.end() ? nullptr : &*found;
}

QPointF ChartSpread::place(const ChartPlace &place) const
{
    const Group *group = groupOf(place);
    if (!group)
        return m_frame.place(m_chart, chartMark(m_chart, place));
    // The first is on the left, and the walk goes on over the top.
    const double turn = static_cast<double>(group->marks.indexOf(place)) / static_cast<double>(group->marks.size());
    const double angle = std::numbers::pi * (1 + 2 * turn);
    return ringCentre(*group) + radius(*group) * QPointF(std::cos(angle), std::sin(angle));
}

bool ChartSpread::isMoved(const ChartPlace &place) const
{
    return groupOf(place);
}

QList<ChartPlace> ChartSpread::together(const ChartPlace &place) const
{
    const Group *group = groupOf(place);
    return group ? group->marks : QList<ChartPlace>();
}

QString chartGroupText(const ChartData &chart, const QList<ChartPlace> &together)
{
    QStringList titles;
    for (const ChartPlace &each : together) {
        const ChartSeries &series = chart.series.at(each.series);
        titles += series.sign.text.isEmpty() ? series.title : series.sign.text + u" · "_s + series.title;
    }
    return QCoreApplication::translate("Chart", "%n here: %1", "marks of a chart at one place", countForm(together.size()))
        .arg(titles.join(u"; "_s));
}

} // namespace Tempera
