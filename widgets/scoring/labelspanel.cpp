// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/scoring/labelspanel.h"

#include "models/experiment/experimentdocument.h"
#include "models/experiment/labelset.h"
#include "models/items/labelqualitymodel.h"
#include "models/items/labelstablemodel.h"
#include "widgets/common/controls.h"
#include "widgets/common/selection.h"
#include "widgets/common/tablecopy.h"
#include "widgets/scoring/scoringbar.h"
#include "widgets/scoring/sharedelegate.h"

#include <QAction>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QSlider>
#include <QSpinBox>
#include <QSplitter>
#include <QTableView>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

QTableView *makeTable(const QString &name, const QString &title, QAbstractItemModel *model, QWidget *parent)
{
    auto *table = new QTableView(parent);
    table->setObjectName(name);
    table->setAccessibleName(title);
    table->setModel(model);
    table->setTabKeyNavigation(false);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setFrameShape(QFrame::NoFrame);
    table->setWordWrap(false);
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setDefaultSectionSize(table->fontMetrics().lineSpacing() + 8);
    table->verticalHeader()->hide();
    table->horizontalHeader()->setStretchLastSection(true);
    table->horizontalHeader()->setHighlightSections(false);
    enableTableCopy(table);
    return table;
}

} // namespace

QAction *LabelsPanel::makeComputeAction(QObject *owner)
{
    auto *action = new QAction(QIcon::fromTheme(u"view-statistics"_s), tr("Compute &Label Probabilities"), owner);
    action->setObjectName(u"compute_labels"_s);
    action->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_L);
    action->setToolTip(tr("Ask the local models how likely each label is, without generating anything (Ctrl+Shift+L)"));
    return action;
}

LabelsPanel::LabelsPanel(const SessionContext &context, ExperimentDocument &document, Selection &selection, QAction *compute,
                         QWidget *parent)
    : QWidget(parent),
      m_document(document),
      m_selection(selection),
      m_study(context),
      m_rows(new LabelsTableModel(m_study, document, this)),
      m_qualities(new LabelQualityModel(m_study, this)),
      m_suggested(context.background),
      m_compute(compute),
      m_note(new MutedLabel(this)),
      m_empty(makeEmptyState({}, this)),
      m_results(new QSplitter(Qt::Vertical, this)),
      m_summary(new QLabel(this))
{
    m_results->setObjectName(u"labelParts"_s);
    m_note->setWordWrap(true);
    m_note->setObjectName(u"labelsNote"_s);
    createTables();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(4, 4, 4, 4);
    column->addWidget(createBar());
    column->addWidget(m_bar = new ScoringBar(m_compute, this));
    column->addWidget(m_note);
    column->addWidget(m_empty, 1);
    column->addWidget(m_results, 1);
    connectModels();
    showState();
}

QWidget *LabelsPanel::createBar()
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    m_labels = new QLineEdit(bar);
    m_labels->setObjectName(u"labels"_s);
    m_labels->setAccessibleName(tr("Labels, separated by commas"));
    m_labels->setPlaceholderText(tr("positive, negative, neutral"));
    auto *title = new QLabel(tr("&Labels:"), bar);
    title->setBuddy(m_labels);
    QToolButton *suggest = makeToolButton(u"view-refresh"_s, tr("Take the labels from the checks and the prompt"), bar);
    connect(suggest, &QToolButton::clicked, this, [this] {
        m_labels->setModified(false);
        suggestLabels();
        if (m_suggested.isCurrent())
            takeSuggestion(); // those that are known already
    });
    m_capitals = new QCheckBox(tr("&Ignore case"), bar);
    m_capitals->setChecked(true);
    m_capitals->setToolTip(tr("\"Positive\" counts as \"positive\""));
    row->addWidget(title);
    row->addWidget(m_labels, 1);
    row->addWidget(suggest);
    row->addWidget(m_capitals);
    connect(m_labels, &QLineEdit::textEdited, this, &LabelsPanel::showState);
    connect(m_labels, &QLineEdit::returnPressed, m_compute, &QAction::trigger);
    connect(m_capitals, &QCheckBox::toggled, this, &LabelsPanel::showState);
    return bar;
}

void LabelsPanel::createTables()
{
    m_table = makeTable(u"labelRows"_s, tr("Probabilities of the labels"), m_rows, m_results);
    m_table->setItemDelegate(new ShareDelegate(m_table));
    auto *below = new QWidget(m_results);
    auto *column = new QVBoxLayout(below);
    column->setContentsMargins(0, 4, 0, 0);
    column->addWidget(createThresholdRow());
    m_summary->setObjectName(u"labelsSummary"_s);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    m_summary->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    column->addWidget(m_summary);
    m_quality = makeTable(u"labelQuality"_s, tr("Precision and recall of each label"), m_qualities, below);
    column->addWidget(m_quality, 1);
    auto *splitter = qobject_cast<QSplitter *>(m_results);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_table);
    splitter->addWidget(below);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
}

QWidget *LabelsPanel::createThresholdRow()
{
    auto *bar = new QWidget(m_results);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    m_threshold = new QSlider(Qt::Horizontal, bar);
    m_threshold->setObjectName(u"threshold"_s);
    m_threshold->setRange(0, 100);
    m_threshold->setPageStep(5);
    m_threshold->setAccessibleName(tr("Decision threshold"));
    m_percent = new QSpinBox(bar);
    m_percent->setRange(0, 100);
    m_percent->setSuffix(tr(" %"));
    m_percent->setAccessibleName(m_threshold->accessibleName());
    auto *title = new QLabel(tr("&Decision threshold"), bar);
    title->setBuddy(m_threshold);
    row->addWidget(title);
    row->addWidget(m_threshold, 1);
    row->addWidget(m_percent);
    connect(m_threshold, &QSlider::valueChanged, this, &LabelsPanel::setThreshold);
    connect(m_percent, &QSpinBox::valueChanged, m_threshold, &QSlider::setValue);
    return bar;
}

void LabelsPanel::connectModels()
{
    connect(m_bar, &ScoringBar::stopRequested, this, &LabelsPanel::stop);
    connect(&m_study, &LabelStudy::planned, this, &LabelsPanel::showPlan);
    connect(&m_study, &LabelStudy::progressChanged, this, &LabelsPanel::showState);
    connect(&m_study, &LabelStudy::finished, this, &LabelsPanel::showState);
    connect(&m_study, &LabelStudy::refused, this, &LabelsPanel::failed);
    connect(&m_suggested, &LiveLabels::changed, this, &LabelsPanel::takeSuggestion);
    m_later.setSingleShot(true);
    m_later.setInterval(300ms);
    connect(&m_later, &QTimer::timeout, this, &LabelsPanel::suggestLabels);
    connect(&m_document, &ExperimentDocument::experimentChanged, this, [this] {
        if (isVisible())
            m_later.start();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &row) {
        const QVariantList key = row.data(LabelsTableModel::KeyRole).toList();
        if (key.size() == 3)
            m_selection.setKey({key.at(0).toInt(), key.at(1).toInt(), key.at(2).toInt(), 0});
    });
}

void LabelsPanel::showEvent(QShowEvent *event)
{
    suggestLabels();
    QWidget::showEvent(event);
}

void LabelsPanel::focusLabels()
{
    m_labels->setFocus(Qt::ShortcutFocusReason);
    m_labels->selectAll();
}

/// What a person typed stays.
void LabelsPanel::suggestLabels()
{
    if (!m_labels->isModified())
        m_suggested.update(m_document.experiment());
    showState();
}

void LabelsPanel::takeSuggestion()
{
    if (!m_labels->isModified())
        m_labels->setText(labelsToList(m_suggested.labels()));
    showState();
}

void LabelsPanel::compute()
{
    m_isAsked = true;
    suggestLabels();
    if (m_labels->isModified())
        begin();
    else
        m_suggested.whenCurrent([this] { begin(); });
}

void LabelsPanel::begin()
{
    m_isAsked = false;
    const Result<void> started = m_study.start(m_document.experiment(), labelsFromList(m_labels->text()),
                                               m_capitals->isChecked() ? LabelSpelling::AnyCapital : LabelSpelling::Exact);
    if (!started)
        Q_EMIT failed(started.error());
    showState();
}

void LabelsPanel::stop()
{
    m_isAsked = false;
    m_suggested.forgetCallback();
    m_study.stop();
    showState();
}

void LabelsPanel::forget()
{
    stop();
    m_study.clear();
}

void LabelsPanel::showPlan()
{
    m_table->setColumnHidden(LabelsTableModel::PromptColumn, m_study.experiment().prompts.size() < 2);
    m_table->setColumnHidden(LabelsTableModel::ModelColumn, m_study.models().size() < 2);
    m_quality->setColumnHidden(LabelQualityModel::ModelColumn, m_study.models().size() < 2);
    const int letter = fontMetrics().averageCharWidth();
    m_table->setColumnWidth(LabelsTableModel::CaseColumn, letter * 26);
    m_table->setColumnWidth(LabelsTableModel::ModelColumn, letter * 20);
    for (int column = LabelsTableModel::ExpectedColumn; column < m_rows->decisionColumn(); ++column)
        m_table->setColumnWidth(column, letter * 17);
    for (int column = 0; column < m_qualities->columnCount(); ++column)
        m_quality->setColumnWidth(column, letter * 15);
}

void LabelsPanel::setThreshold(int percent)
{
    if (m_percent->value() != percent) // else it is being typed there: "05"
        m_percent->setValue(percent);
    m_rows->setThreshold(percent / 100.0);
    m_qualities->setThreshold(percent / 100.0);
    m_summary->setText(m_qualities->summary());
}

void LabelsPanel::showState()
{
    const bool running = isRunning();
    m_bar->showProgress(running, m_isAsked ? ScoringProgress{.isPreparing = true} : m_study.progress());
    m_compute->setEnabled(!running);
    const bool any = !m_study.rows().isEmpty();
    m_results->setVisible(any);
    m_empty->setVisible(!any);
    if (!any)
        m_empty->setText(emptyText());
    if (!running)
        m_qualities->refresh();
    m_summary->setText(m_qualities->summary());
    m_note->setText(any && !running ? staleNote() : QString());
    m_note->setVisible(!m_note->text().isEmpty());
    if (running != m_running) {
        m_running = running;
        Q_EMIT runningChanged();
    }
}

QString LabelsPanel::staleNote() const
{
    if (labelsFromList(m_labels->text()) != m_study.labels()
        || (m_study.spelling() == LabelSpelling::AnyCapital) != m_capitals->isChecked())
        return tr("The labels have been changed since: compute again.");
    const auto rows = static_cast<int>(m_study.rows().size());
    for (int row = 0; row < rows; ++row) {
        if (m_rows->index(row, 0).data(LabelsTableModel::StaleRole).toBool())
            return tr("Prompt, cases or models have been edited since: hatched bars are out of date.");
    }
    return {};
}

QString LabelsPanel::emptyText() const
{
    if (m_document.experiment().variants.isEmpty())
        return tr("There is no variant yet. Add a local model: it can compute how likely each label is.");
    if (labelsFromList(m_labels->text()).size() < 2)
        return tr("For a classification prompt, the exact probability of each label is shown here for every case. Type the "
                  "labels above, or name them in the prompt (\"positive, negative or neutral\") or in the checks.");
    return tr(
        "Compute label probabilities (Ctrl+Shift+L) asks each local model how likely each label is as the answer, for every "
        "case. Nothing is generated; sampling settings do not matter.");
}

QString LabelsPanel::summary() const
{
    return m_summary->text();
}

QString LabelsPanel::note() const
{
    return m_study.rows().isEmpty() ? m_empty->text() : m_note->text();
}

} // namespace Tempera
