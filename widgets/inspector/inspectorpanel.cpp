// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/inspector/inspectorpanel.h"

#include "widgets/common/latepage.h"
#include "widgets/inspector/costpage.h"
#include "widgets/inspector/samplingpanel.h"
#include "widgets/inspector/verdictspage.h"

#include <QScrollArea>
#include <QStyle>
#include <QTabBar>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {

InspectorPanel::InspectorPanel(ExperimentDocument &document, Selection &selection, const Catalog *catalog,
                               const LiveEstimate &estimate, const Session &session, LensState &lens,
                               std::function<const Cell *()> currentCell, QWidget *parent)
    : QTabWidget(parent),
      m_currentCell(std::move(currentCell)),
      m_sampling(new SamplingPanel(document, selection, catalog, this)),
      m_tokenActions(TokenPage::makeActions(this))
{
    setObjectName(u"inspectorTabs"_s);
    setDocumentMode(true);
    setAccessibleName(tr("Inspector"));
    tabBar()->setAccessibleName(tr("Pages of the inspector"));
    addTab(m_sampling, tr("Sampling"));
    addTab(
        new LatePage<CostPage>(
            [&document, &estimate, &session](QWidget *place) { return new CostPage(document, estimate, session, place); }, this),
        tr("Cost"));
    m_verdicts = new LatePage<VerdictsPage>([this](QWidget *place) { return createVerdicts(place); }, this);
    addTab(m_verdicts, tr("Checks"));
    addTab(createTokenPlace(selection, lens), tr("Token"));
    // No page lies behind an arrow, and the usual settings are seen without being scrolled sideways.
    const int settings = m_sampling->widget()->minimumSizeHint().width() + style()->pixelMetric(QStyle::PM_ScrollBarExtent);
    setMinimumWidth(std::max({260, tabBar()->sizeHint().width(), settings}));
}

VerdictsPage *InspectorPanel::createVerdicts(QWidget *place)
{
    auto *page = new VerdictsPage(place);
    page->showCell(m_currentCell());
    return page;
}

QWidget *InspectorPanel::createTokenPlace(Selection &selection, LensState &lens)
{
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    m_token = new LatePage<TokenPage>(
        [this, &selection, &lens](QWidget *place) {
            auto *page = new TokenPage(lens, selection, m_tokenActions, place);
            page->setReadOnly(m_readOnly);
            return page;
        },
        scroll);
    scroll->setWidget(m_token);
    // Its commands are about the token that is looked at, wherever that is.
    connect(&lens, &LensState::currentChanged, m_token, &LatePlace::make);
    return scroll;
}

TokenPage *InspectorPanel::token() const
{
    return m_token->page();
}

void InspectorPanel::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    m_sampling->setReadOnly(readOnly);
    if (TokenPage *page = m_token->pageIfMade())
        page->setReadOnly(readOnly);
}

void InspectorPanel::showToken()
{
    setCurrentIndex(count() - 1);
    token()->focusAlternatives();
}

void InspectorPanel::refreshCell()
{
    if (VerdictsPage *page = m_verdicts->pageIfMade())
        page->showCell(m_currentCell());
}

} // namespace Tempera
