// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/inspector/inspectorpanel.h"

#include "models/experiment/experimentdocument.h"
#include "models/items/celltext.h"
#include "models/items/tokentext.h"
#include "models/text/displaytext.h"
#include "widgets/common/foldsection.h"
#include "widgets/common/latepage.h"
#include "widgets/common/selection.h"
#include "widgets/inspector/costpage.h"
#include "widgets/inspector/samplingpanel.h"
#include "widgets/inspector/verdictspage.h"

#include <QScrollArea>
#include <QStyle>
#include <QToolButton>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// Lower, a section would show less than a line of what it holds.
constexpr int leastSectionHeight = 48;

/// A page that is higher than the room its section has.
QScrollArea *scrolled(QWidget *page)
{
    auto *area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setMinimumHeight(leastSectionHeight);
    area->setWidget(page);
    return area;
}

} // namespace

InspectorPanel::InspectorPanel(ExperimentDocument &document, Selection &selection, const Catalog *catalog,
                               const LiveEstimate &estimate, const Session &session, LensState &lens,
                               std::function<const Cell *()> currentCell, QWidget *parent)
    : QWidget(parent),
      m_currentCell(std::move(currentCell)),
      m_sampling(new SamplingPanel(document, selection, catalog, this)),
      m_tokenActions(TokenPage::makeActions(this))
{
    setObjectName(u"inspector"_s);
    setAccessibleName(tr("Inspector"));
    m_token = createTokenPlace(selection, lens);
    auto *cost = new LatePage<CostPage>(
        [&document, &estimate, &session](QWidget *place) { return new CostPage(document, estimate, session, place); });
    m_verdicts = new LatePage<VerdictsPage>([this](QWidget *place) { return createVerdicts(place); });
    m_sampling->setMinimumHeight(leastSectionHeight);
    addSection(u"samplingSection"_s, tr("Sampling"), m_sampling);
    addSection(u"alternativesSection"_s, tr("Alternatives"), scrolled(m_token));
    addSection(u"costSection"_s, tr("Cost"), scrolled(cost));
    addSection(u"checksSection"_s, tr("Checks"), scrolled(m_verdicts));
    stackSections(this, m_sections, {4, 5, 3, 3});
    m_sections.at(SamplingSection)->setOpen(true);
    connect(&document, &ExperimentDocument::experimentChanged, this,
            [this, &document, &selection] { nameVariant(document, selection); });
    connect(&selection, &Selection::changed, this, [this, &document, &selection] { nameVariant(document, selection); });
    nameVariant(document, selection);
    connect(&lens, &LensState::currentChanged, this, [this, &lens] { nameToken(lens); });
    // The usual settings are seen without being scrolled sideways.
    const int settings = m_sampling->widget()->minimumSizeHint().width() + style()->pixelMetric(QStyle::PM_ScrollBarExtent);
    setMinimumWidth(std::max({260, minimumSizeHint().width(), settings}));
}

void InspectorPanel::addSection(const QString &name, const QString &title, QWidget *body)
{
    auto *section = new FoldSection(title, body, this);
    section->setObjectName(name);
    m_sections += section;
}

void InspectorPanel::nameVariant(const ExperimentDocument &document, const Selection &selection)
{
    const QList<Variant> &variants = document.experiment().variants;
    const int index = selection.variantIndex();
    m_sections.at(SamplingSection)->setDetail(index < variants.size() ? DisplayText::of(variants.at(index).title()) : QString());
}

void InspectorPanel::nameToken(const LensState &lens)
{
    const TokensModel *tokens = lens.tokens();
    const int row = lens.row();
    const bool is = tokens && row >= 0 && row < tokens->size();
    m_sections.at(AlternativesSection)->setDetail(is ? TokenText::visible(tokens->piece(row)) : QString());
}

void InspectorPanel::openSameSections(const InspectorPanel &other)
{
    for (qsizetype i = 0; i < m_sections.size(); ++i)
        m_sections.at(i)->setOpen(other.m_sections.at(i)->isOpen());
}

void InspectorPanel::focusSampling()
{
    m_sections.at(SamplingSection)->setOpen(true);
    m_sampling->focusFirst();
}

void InspectorPanel::focusStart()
{
    if (m_sections.at(SamplingSection)->isOpen())
        m_sampling->focusFirst();
    else
        m_sections.constFirst()->head()->setFocus(Qt::ShortcutFocusReason);
}

VerdictsPage *InspectorPanel::createVerdicts(QWidget *place)
{
    auto *page = new VerdictsPage(place);
    page->showCell(m_currentCell());
    return page;
}

LatePage<TokenPage> *InspectorPanel::createTokenPlace(Selection &selection, LensState &lens)
{
    auto *place = new LatePage<TokenPage>([this, &selection, &lens](QWidget *parent) {
        auto *page = new TokenPage(lens, selection, m_tokenActions, parent);
        page->setReadOnly(m_readOnly);
        return page;
    });
    // Its commands are about the token that is looked at, wherever that is.
    connect(&lens, &LensState::currentChanged, place, &LatePlace::make);
    return place;
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
    m_sections.at(AlternativesSection)->setOpen(true);
    token()->focusAlternatives();
}

void InspectorPanel::refreshCell()
{
    const Cell *cell = m_currentCell();
    m_sections.at(ChecksSection)->setDetail(cell && cell->grade ? CellText::grade(summaryOf(*cell)) : QString());
    if (VerdictsPage *page = m_verdicts->pageIfMade())
        page->showCell(cell);
}

} // namespace Tempera
