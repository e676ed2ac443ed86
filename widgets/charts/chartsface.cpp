// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/charts/chartsface.h"

#include "models/experiment/caseinput.h"
#include "models/session/session.h"
#include "widgets/charts/chartpane.h"
#include "widgets/charts/chartview.h"
#include "widgets/charts/confusionpage.h"
#include "widgets/charts/fieldspage.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QStackedWidget>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// In the order in which they are offered; the confusion matrix and the fields follow. Slice comes twice: by variable and by
/// metadata.
constexpr std::array chartKinds{ChartKind::PassRate,       ChartKind::CostQuality, ChartKind::Latency, ChartKind::FirstToken,
                                ChartKind::Score,          ChartKind::Check,       ChartKind::Slice,   ChartKind::Slice,
                                ChartKind::Transformation, ChartKind::Runs};
constexpr int metadataChoice = 7;
constexpr int confusionChoice = static_cast<int>(chartKinds.size());
constexpr int fieldsChoice = confusionChoice + 1;

} // namespace

ChartsFace::ChartsFace(const Session &session, Background *background, QWidget *parent)
    : QWidget(parent), m_session(session), m_source(session, background)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(createBar()); // made in the order in which Tab goes through them
    m_pages = new QStackedWidget(this);
    m_charts = new ChartPane(u"chart"_s, m_pages);
    connect(m_charts, &ChartPane::chosen, this, &ChartsFace::choose);
    m_confusion = new ConfusionPage(session, background, m_pages);
    m_fields = new FieldsPage(session, background, m_pages);
    m_pages->addWidget(m_charts);
    for (CountsPage *page : {static_cast<CountsPage *>(m_confusion), static_cast<CountsPage *>(m_fields)}) {
        m_pages->addWidget(page);
        connect(page, &CountsPage::filterRequested, this, &ChartsFace::choose);
    }
    column->addWidget(m_pages, 1);
    connect(&m_source, &ChartSource::changed, this, &ChartsFace::showChart);
    connect(&session, &Session::planned, this, &ChartsFace::readNames);
    readNames();
    showChart();
}

QWidget *ChartsFace::createBar()
{
    auto *bar = new QWidget(this);
    m_kind = new QComboBox(bar);
    m_kind->setObjectName(u"chartKind"_s);
    m_kind->setAccessibleName(tr("What is shown"));
    m_kind->addItems({tr("Pass rate by variant"), tr("Cost against quality"), tr("Time until the end"),
                      tr("Time until the first token"), tr("Scores"), tr("Pass rate by check"), tr("Pass rate by variable"),
                      tr("Pass rate by metadata"), tr("Kept from the input"), tr("Pass rate over past runs"),
                      tr("Confusion matrix"), tr("Fields of JSON answers")});
    m_variable = new QComboBox(bar);
    m_variable->setObjectName(u"chartVariable"_s);
    m_variable->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon); // names may be long
    m_variable->setMinimumContentsLength(16);
    m_pattern = new QLineEdit(bar);
    m_pattern->setObjectName(u"chartPattern"_s);
    m_pattern->setAccessibleName(tr("Pattern by which cases are grouped"));
    m_pattern->setPlaceholderText(tr("pattern (optional)"));
    m_pattern->setToolTip(tr("A regular expression: cases in whose value it is found against the others. Empty: by value"));
    m_pattern->setClearButtonEnabled(true);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(4, 4, 4, 0);
    row->addWidget(m_kind);
    row->addWidget(m_variable);
    row->addWidget(m_pattern, 1);
    row->addStretch(1);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &ChartsFace::takeChoice);
    connect(m_variable, &QComboBox::currentIndexChanged, this, &ChartsFace::takeChoice);
    connect(m_pattern, &QLineEdit::editingFinished, this, &ChartsFace::takeChoice);
    return bar;
}

/// Of the first cases: those of one file have the same few.
void ChartsFace::readNames()
{
    const Experiment &experiment = m_session.experiment();
    constexpr qsizetype casesLookedAt = 1000;
    m_variables.clear();
    m_metadata.clear();
    const auto add = [](QStringList &names, const QString &name) {
        if (!names.contains(name))
            names += name;
    };
    for (const Case &aCase : experiment.cases.first(std::min(casesLookedAt, experiment.cases.size()))) {
        for (const Variable &variable : effectiveVariables(experiment, aCase))
            add(m_variables, variable.name);
        for (const QString &key : effectiveMetadata(experiment, aCase).keys())
            add(m_metadata, key);
    }
    takeChoice();
}

void ChartsFace::fillNames()
{
    const bool isMetadata = m_kind->currentIndex() == metadataChoice;
    const QStringList &names = isMetadata ? m_metadata : m_variables;
    QStringList before;
    for (int i = 0; i < m_variable->count(); ++i)
        before += m_variable->itemText(i);
    m_variable->setAccessibleName(isMetadata ? tr("Key of the metadata by which cases are grouped")
                                             : tr("Variable by which cases are grouped"));
    m_variable->setToolTip(m_variable->accessibleName());
    if (names == before)
        return;
    const QString chosen = m_variable->currentText();
    const QSignalBlocker quiet(m_variable);
    m_variable->clear();
    m_variable->addItems(names);
    m_variable->setCurrentIndex(std::max(0, m_variable->findText(chosen)));
}

CountsPage *ChartsFace::counts() const
{
    switch (m_kind->currentIndex()) {
    case confusionChoice: return m_confusion;
    case fieldsChoice: return m_fields;
    default: return nullptr;
    }
}

void ChartsFace::takeChoice()
{
    fillNames();
    const int choice = std::max(0, m_kind->currentIndex());
    CountsPage *page = counts();
    const ChartKind kind = page ? m_source.request().kind : chartKinds.at(static_cast<std::size_t>(choice));
    const bool isSlice = kind == ChartKind::Slice && !page;
    m_variable->setVisible(isSlice);
    m_pattern->setVisible(isSlice);
    m_pages->setCurrentWidget(page ? static_cast<QWidget *>(page) : m_charts);
    if (!page) {
        ChartRequest request{.kind = kind, .slice = {}};
        if (isSlice) {
            request.slice.variable = m_variable->currentText();
            request.slice.isMetadata = choice == metadataChoice;
            if (!m_pattern->text().isEmpty())
                request.slice.pattern = m_pattern->text();
        }
        m_source.setRequest(request);
    }
    activate(isVisible());
}

void ChartsFace::activate(bool active)
{
    const CountsPage *page = counts();
    m_source.setActive(active && !page);
    m_confusion->setActive(active && page == m_confusion);
    m_fields->setActive(active && page == m_fields);
}

/// While the next one is made the last one stays.
void ChartsFace::showChart()
{
    if (!m_source.isWorking())
        m_charts->setChart(m_source.chart());
    m_charts->setNote(m_source.isWorking() ? tr("Being computed…") : m_source.chart().note);
}

ChartView *ChartsFace::view() const
{
    return m_charts->view();
}

QTableView *ChartsFace::table() const
{
    return m_charts->table();
}

void ChartsFace::choose(const QString &filter)
{
    if (!filter.isEmpty())
        Q_EMIT filterRequested(filter);
}

void ChartsFace::focusChart()
{
    if (CountsPage *page = counts())
        page->focusTable();
    else
        m_charts->view()->setFocus(Qt::ShortcutFocusReason);
}

void ChartsFace::showEvent(QShowEvent *event)
{
    activate(true);
    QWidget::showEvent(event);
}

void ChartsFace::hideEvent(QHideEvent *event)
{
    activate(false);
    QWidget::hideEvent(event);
}

} // namespace Tempera
