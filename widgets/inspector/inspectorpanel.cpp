// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/inspector/inspectorpanel.h"

#include "widgets/inspector/costpage.h"
#include "widgets/inspector/samplingpanel.h"
#include "widgets/inspector/verdictspage.h"
#include "widgets/lens/tokenpage.h"

#include <QScrollArea>
#include <QStyle>
#include <QTabBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {

InspectorPanel::InspectorPanel(ExperimentDocument &document, Selection &selection, const Catalog *catalog,
                               const LiveEstimate &estimate, const Session &session, LensState &lens, QWidget *parent)
    : QTabWidget(parent),
      m_sampling(new SamplingPanel(document, selection, catalog, this)),
      m_verdicts(new VerdictsPage(this)),
      m_token(new TokenPage(lens, selection, this))
{
    setObjectName(u"inspectorTabs"_s);
    setDocumentMode(true);
    setAccessibleName(tr("Inspector"));
    tabBar()->setAccessibleName(tr("Pages of the inspector"));
    addTab(m_sampling, tr("Sampling"));
    addTab(new CostPage(document, estimate, session, this), tr("Cost"));
    addTab(m_verdicts, tr("Checks"));
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(m_token);
    addTab(scroll, tr("Token"));
    // No page lies behind an arrow, and the usual settings are seen without being scrolled sideways.
    const int settings = m_sampling->widget()->minimumSizeHint().width() + style()->pixelMetric(QStyle::PM_ScrollBarExtent);
    setMinimumWidth(std::max({260, tabBar()->sizeHint().width(), settings}));
}

void InspectorPanel::setReadOnly(bool readOnly)
{
    m_sampling->setReadOnly(readOnly);
    m_token->setReadOnly(readOnly);
}

void InspectorPanel::showToken()
{
    setCurrentIndex(count() - 1);
    m_token->focusAlternatives();
}

void InspectorPanel::showCell(const Cell *cell)
{
    m_verdicts->showCell(cell);
}

} // namespace Tempera
