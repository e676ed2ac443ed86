// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/inspector/inspectorpanel.h"

#include "widgets/inspector/costpage.h"
#include "widgets/inspector/samplingpanel.h"
#include "widgets/inspector/verdictspage.h"

#include <QTabBar>

using namespace Qt::StringLiterals;

namespace Tempera {

InspectorPanel::InspectorPanel(ExperimentDocument &document, Selection &selection, const Catalog *catalog,
                               const LiveEstimate &estimate, const Session &session, QWidget *parent)
    : QTabWidget(parent), m_sampling(new SamplingPanel(document, selection, catalog, this)),
      m_verdicts(new VerdictsPage(this))
{
    setObjectName(u"inspectorTabs"_s);
    setDocumentMode(true);
    setAccessibleName(tr("Inspector"));
    tabBar()->setAccessibleName(tr("Pages of the inspector"));
    addTab(m_sampling, tr("Sampling"));
    addTab(new CostPage(document, estimate, session, this), tr("Cost"));
    addTab(m_verdicts, tr("Checks"));
    setMinimumWidth(260);
}

void InspectorPanel::showCell(const Cell *cell)
{
    m_verdicts->showCell(cell);
}

} // namespace Tempera
