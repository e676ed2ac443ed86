// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/compare/chartspage.h"

#include "widgets/compare/filterbar.h"
#include "widgets/compare/gridface.h"

#include <QTabWidget>

namespace Tempera {

LatePage<ChartsFace> *addCharts(QTabWidget &faces, GridFace &grid, const Session &session, Background *background)
{
    const auto make = [&faces, &grid, &session, background](QWidget *place) {
        auto *face = new ChartsFace(session, background, place);
        QObject::connect(face, &ChartsFace::filterRequested, &grid, [&faces, &grid](const QString &filter) {
            grid.filter()->setText(filter);
            faces.setCurrentWidget(&grid);
            grid.focusCells();
        });
        return face;
    };
    auto *page = new LatePage<ChartsFace>(make, &faces);
    faces.addTab(page, ChartsFace::tr("Charts"));
    return page;
}

} // namespace Tempera
