// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/charts/chartframe.h"

#include <vector>

namespace Tempera {

/// Where the marks of a chart are painted so that none covers another: points that stand at the same place, or nearly, go onto a
/// ring around it. Only points between two axes of numbers do: others stand in rows, along lines, or side by side.
class ChartSpread
{
public:
    /// `halfMark` is half of a mark's width in the picture.
    ChartSpread(const ChartData &chart, const ChartFrame &frame, double halfMark);

    /// Where it is painted; for what is not moved where its numbers are.
    [[nodiscard]] QPointF place(const ChartPlace &place) const;
    /// Whether it is not painted where its numbers are.
    [[nodiscard]] bool isMoved(const ChartPlace &place) const;
    /// Those that stand at the place of this one, which is among them, in the order of chartWalk(); empty where it stands alone.
    [[nodiscard]] QList<ChartPlace> together(const ChartPlace &place) const;

private:
    /// Marks around one place.
    struct Group {
        QPointF centre; ///< The mean of where they are.
        QList<ChartPlace> marks;
    };
    void gather(const QList<ChartPlace> &marks);
    [[nodiscard]] double radius(const Group &group) const;
    [[nodiscard]] QPointF ringCentre(const Group &group) const;
    [[nodiscard]] const Group *groupOf(const ChartPlace &place) const;

    const ChartData &m_chart;
    ChartFrame m_frame;
    double m_halfMark = 0;
    std::vector<Group> m_groups; ///< Of two marks and more.
};

/// "3 here: A · cold; B · warm; C · mild": the titles of marks that stand together; translated.
[[nodiscard]] QString chartGroupText(const ChartData &chart, const QList<ChartPlace> &together);

} // namespace Tempera
