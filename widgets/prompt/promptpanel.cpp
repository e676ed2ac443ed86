// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/prompt/promptpanel.h"

#include "models/experiment/experimentdocument.h"
#include "widgets/common/latepage.h"
#include "widgets/common/selection.h"
#include "widgets/prompt/checkspage.h"
#include "widgets/prompt/messagespage.h"
#include "widgets/prompt/prompttabs.h"
#include "widgets/prompt/renderedpane.h"
#include "widgets/prompt/variablespage.h"

#include <QResizeEvent>
#include <QSplitter>
#include <QStyle>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// Narrower, in pixels, the panel shows the messages alone.
constexpr int roomForBoth = 560;

} // namespace

PromptPanel::PromptPanel(ExperimentDocument &document, Selection &selection, const Session &session, LivePromptReview &review,
                         PromptCounter *counter, QWidget *parent)
    : QWidget(parent),
      m_document(document),
      m_selection(selection),
      m_session(session),
      m_tabs(new QTabWidget(this)),
      m_prompts(new PromptTabs(document, selection, this)),
      m_messages(new MessagesPage(document, selection, review, counter, this)),
      m_rendered(new RenderedPane(document, selection, review, counter, this))
{
    m_tabs->setObjectName(u"promptTabs"_s);
    m_tabs->setDocumentMode(true);
    m_tabs->setAccessibleName(tr("Prompt"));
    m_tabs->tabBar()->setAccessibleName(tr("Pages of the prompt"));
    m_tabs->addTab(createMessages(), tr("Messages"));
    m_variables = new LatePage<VariablesPage>([this](QWidget *place) { return createVariables(place); }, m_tabs);
    m_tabs->addTab(m_variables, tr("Variables"));
    m_checks = new LatePage<ChecksPage>(
        [this](QWidget *place) { return new ChecksPage(m_document, m_selection, m_session, place); }, m_tabs);
    m_tabs->addTab(m_checks, tr("Checks"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto *sides = new QSplitter(Qt::Horizontal, this);
    sides->setObjectName(u"promptSides"_s);
    sides->addWidget(m_tabs);
    sides->addWidget(m_rendered);
    sides->setChildrenCollapsible(false);
    sides->setStretchFactor(0, 3);
    sides->setStretchFactor(1, 2);
    sides->setSizes({300, 200});
    // It gives way before anything else does; while there is room for one of them only, that is the messages.
    m_rendered->setMinimumWidth(1);
    column->addWidget(sides);
    connect(m_messages, &MessagesPage::wholeHeightChanged, this, [this] { updateGeometry(); });
    connect(m_rendered, &RenderedPane::faultActivated, this, &PromptPanel::goTo);
    connect(m_prompts, &PromptTabs::seenWanted, this, [this] { m_tabs->setCurrentIndex(MessagesTab); });
    connect(m_prompts, &PromptTabs::added, this, &PromptPanel::focusEditor);
}

void PromptPanel::setRenderedShown(bool shown)
{
    m_renderedWanted = shown;
    m_rendered->setVisible(shown);
}

QSize PromptPanel::sizeHint() const
{
    const int tabs = m_prompts->sizeHint().height() + m_tabs->tabBar()->sizeHint().height();
    return {QWidget::sizeHint().width(), tabs + m_messages->wholeHeight() + style()->pixelMetric(QStyle::PM_DefaultFrameWidth)};
}

void PromptPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        m_rendered->setVisible(m_renderedWanted && width() >= roomForBoth);
}

/// Cases and checks are for all prompts; the messages are those of one.
QWidget *PromptPanel::createMessages()
{
    auto *page = new QWidget(m_tabs);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_prompts);
    column->addWidget(m_messages, 1);
    return page;
}

VariablesPage *PromptPanel::createVariables(QWidget *place)
{
    auto *page = new VariablesPage(m_document, m_selection, place);
    connect(page, &VariablesPage::importRequested, this, &PromptPanel::importRequested);
    connect(page, &VariablesPage::fileDropped, this, &PromptPanel::importDropped);
    return page;
}

VariablesPage *PromptPanel::variables() const
{
    return m_variables->page();
}

void PromptPanel::showTab(Tab tab)
{
    m_tabs->setCurrentIndex(tab);
    if (tab == VariablesTab)
        m_variables->page()->table()->setFocus();
    else if (tab == ChecksTab)
        m_checks->page()->focusList();
}

void PromptPanel::importCases(const QString &path, const TableReader &reader)
{
    showTab(VariablesTab);
    m_variables->page()->importFile(path, reader);
}

void PromptPanel::focusEditor()
{
    showTab(MessagesTab);
    m_messages->focusFirst();
}

void PromptPanel::goTo(const PromptFault &fault)
{
    CellKey key = m_selection.key();
    key.promptIndex = fault.promptIndex;
    if (fault.caseIndex >= 0)
        key.caseIndex = fault.caseIndex;
    m_selection.setKey(key);
    showTab(MessagesTab);
    m_messages->goTo(fault);
}

} // namespace Tempera
