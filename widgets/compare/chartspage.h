// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/charts/chartsface.h"
#include "widgets/common/latepage.h"

class QTabWidget;

namespace Tempera {

class GridFace;

/// Adds the charts of a session to ways to compare, made when they are first shown. What is chosen in them becomes the filter of
/// the grid, which is shown then. All of it outlives the page.
[[nodiscard]] LatePage<ChartsFace> *addCharts(QTabWidget &faces, GridFace &grid, const Session &session, Background *background);

} // namespace Tempera
