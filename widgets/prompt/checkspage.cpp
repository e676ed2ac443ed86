// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/prompt/checkspage.h"

#include "models/checks/checkkinds.h"
#include "models/experiment/experimentdocument.h"
#include "models/experiment/titles.h"
#include "models/items/checksmodel.h"
#include "models/items/checktrialmodel.h"
#include "widgets/common/controls.h"
#include "widgets/common/selection.h"
#include "widgets/prompt/checkform.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QSplitter>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace Tempera {

ChecksPage::ChecksPage(ExperimentDocument &document, Selection &selection, const Session &session, QWidget *parent)
    : QWidget(parent),
      m_document(document),
      m_selection(selection),
      m_model(new ChecksModel(document, this)),
      m_trial(new CheckTrialModel(document, session, this))
{
    auto *splitter = new QSplitter(this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(createList());
    splitter->addWidget(m_side = createForm());
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 1);
    auto *column = new QVBoxLayout(this);
    column->addWidget(splitter);
    connect(&selection, &Selection::changed, this, &ChecksPage::sync);
    connect(&document, &ExperimentDocument::experimentChanged, this, &ChecksPage::sync);
    connect(&document, &ExperimentDocument::replaced, this, &ChecksPage::discard);
    connect(m_trial, &CheckTrialModel::tried, this, [this] { m_summary->setText(m_trial->summary()); });
    sync();
}

QWidget *ChecksPage::createList()
{
    auto *side = new QWidget(this);
    m_title = new QLabel(side);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    QToolButton *add = makeToolButton(u"list-add"_s, tr("Add a check"), side);
    add->setObjectName(u"addCheck"_s);
    QToolButton *remove = makeToolButton(u"edit-delete"_s, tr("Remove the selected checks"), side);
    connect(add, &QToolButton::clicked, this, &ChecksPage::begin);
    connect(remove, &QToolButton::clicked, this, &ChecksPage::removeSelected);
    m_table = new QTableView(side);
    m_table->setObjectName(u"checks"_s);
    m_table->setAccessibleName(tr("Checks of the case"));
    m_table->setToolTip(tr("Insert adds a check, Delete removes the selected ones."));
    m_table->setModel(m_model);
    m_table->setTabKeyNavigation(false);
    m_table->setAlternatingRowColors(true);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->hideColumn(ChecksModel::WeightColumn); // they are in the form
    m_table->hideColumn(ChecksModel::MetricColumn);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(ChecksModel::SentenceColumn, QHeaderView::Stretch);
    const auto addKey = [this](const QKeySequence &key, auto action) {
        auto *shortcut = new QShortcut(key, m_table);
        shortcut->setContext(Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, this, action);
    };
    addKey(Qt::Key_Delete, [this] { removeSelected(); });
    addKey(Qt::Key_Insert, [this] { begin(); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ChecksPage::showCurrent);
    auto *row = new QHBoxLayout;
    row->addWidget(m_title, 1);
    row->addWidget(add);
    row->addWidget(remove);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(row);
    column->addWidget(m_table, 1);
    return side;
}

QWidget *ChecksPage::createForm()
{
    auto *side = new QWidget(this);
    m_form = new CheckForm(side);
    auto *scroll = new QScrollArea(side);
    scroll->setAccessibleName(tr("Check editor"));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(m_form);
    m_problem = new QLabel(side);
    m_problem->setObjectName(u"checkProblem"_s);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_summary = new QLabel(side);
    m_summary->setObjectName(u"checkSummary"_s);
    m_summary->setTextFormat(Qt::PlainText);
    auto *trial = new QTableView(side);
    trial->setObjectName(u"checkTrial"_s);
    trial->setAccessibleName(tr("Verdicts of the check on the existing answers"));
    trial->setModel(m_trial);
    trial->setTabKeyNavigation(false);
    trial->setWordWrap(false);
    trial->verticalHeader()->hide();
    trial->horizontalHeader()->setStretchLastSection(true);
    trial->setMinimumHeight(36); // its head and the beginning of a row
    m_save = new QPushButton(side);
    m_save->setObjectName(u"saveCheck"_s);
    m_discard = new QPushButton(tr("Discard"), side);
    m_discard->setObjectName(u"discardCheck"_s);
    connect(m_form, &CheckForm::edited, this, &ChecksPage::draftChanged);
    connect(m_save, &QPushButton::clicked, this, &ChecksPage::save);
    connect(m_discard, &QPushButton::clicked, this, &ChecksPage::discard);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_summary, 1);
    buttons->addWidget(m_discard);
    buttons->addWidget(m_save);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(scroll, 3);
    column->addWidget(m_problem);
    column->addLayout(buttons);
    column->addWidget(trial, 1);
    return side;
}

void ChecksPage::focusList()
{
    m_table->setFocus();
    if (!m_table->currentIndex().isValid() && m_model->rowCount() > 0)
        m_table->selectRow(0);
}

void ChecksPage::sync()
{
    if (m_isDraft)
        return; // it belongs to the case that it was begun for
    m_model->setCaseIndex(m_selection.caseIndex());
    const Experiment &experiment = m_document.experiment();
    m_title->setText(experiment.cases.isEmpty() ? tr("Checks of all cases")
                                                : tr("Checks of “%1”").arg(caseTitle(experiment, m_selection.caseIndex())));
    showCurrent();
}

void ChecksPage::showCurrent()
{
    if (m_isDraft)
        return;
    m_row = m_table->currentIndex().row();
    m_isOpen = m_row >= 0 && m_row < m_model->rowCount();
    if (m_isOpen) {
        const Experiment &experiment = m_document.experiment();
        const QString title =
            m_model->caseIndex() < experiment.cases.size() ? caseTitle(experiment, m_model->caseIndex()) : QString();
        m_form->setCheck(m_model->check(m_row), m_model->isForAll(m_row), title);
    }
    showState();
}

/// A new check, not yet part of the experiment.
void ChecksPage::begin()
{
    if (m_isDraft)
        return;
    const Experiment &experiment = m_document.experiment();
    const bool hasCase = m_model->caseIndex() < experiment.cases.size();
    CheckSpec check;
    check.type = u"contains"_s;
    m_row = -1;
    m_isOpen = true;
    startDraft();
    m_form->setCheck(check, !hasCase, hasCase ? caseTitle(experiment, m_model->caseIndex()) : QString());
    showState();
    m_form->focusKind();
}

void ChecksPage::draftChanged()
{
    if (!m_isDraft)
        startDraft();
    showState();
}

void ChecksPage::startDraft()
{
    const CaseSource &cases = m_document.experiment().cases;
    m_isDraft = true;
    m_draftCase = cases.value(m_model->caseIndex());
    m_draftCount = cases.size();
}

/// Where the draft's case is now: others may have come and gone meanwhile. −1: it is gone.
int ChecksPage::caseOfDraft() const
{
    const CaseSource &cases = m_document.experiment().cases;
    const int before = m_model->caseIndex();
    if (before < cases.size() && (cases.size() == m_draftCount || cases.at(before) == m_draftCase))
        return before;
    return static_cast<int>(cases.indexOf(m_draftCase));
}

void ChecksPage::save()
{
    if (!m_isOpen || !m_isDraft || !m_save->isEnabled())
        return;
    const int place = caseOfDraft();
    if (place < 0 && !m_form->isForAll()) {
        m_problem->setText(tr("The case of this check no longer exists. Save it for all cases, or discard it."));
        m_problem->show();
        return;
    }
    m_isDraft = false;
    m_model->setCaseIndex(place);
    // What was changed meanwhile elsewhere (undo) is not overwritten by place.
    const int row = m_row < m_model->rowCount() ? m_row : -1;
    const int saved = m_model->saveCheck(row, m_form->check(), m_form->isForAll());
    if (saved >= 0)
        m_table->selectRow(saved);
    sync();
    m_table->setFocus();
}

void ChecksPage::discard()
{
    m_isDraft = false;
    sync();
}

void ChecksPage::removeSelected()
{
    if (m_isDraft)
        return;
    QList<int> rows;
    const QModelIndexList indexes = m_table->selectionModel()->selectedRows();
    for (const QModelIndex &index : indexes)
        rows += index.row();
    m_model->removeChecks(rows);
}

void ChecksPage::showState()
{
    m_side->setEnabled(m_isOpen);
    m_table->setEnabled(!m_isDraft);
    const QString problem = m_isOpen ? checkProblem(m_form->check()) : QString();
    const bool isKnown = m_isOpen && checkKind(m_form->check().type).has_value();
    m_problem->setText(isKnown ? problem : QString());
    m_problem->setVisible(!m_problem->text().isEmpty());
    m_save->setText(m_row < 0 ? tr("Add the Check") : tr("Save the Check"));
    m_save->setEnabled(m_isDraft && (problem.isEmpty() || !isKnown));
    m_discard->setEnabled(m_isDraft);
    const bool canTry = m_isOpen && isKnown && problem.isEmpty();
    m_trial->setCheck(canTry ? std::optional(m_form->check()) : std::nullopt, m_form->isForAll() ? -1 : m_model->caseIndex());
}

} // namespace Tempera
