// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/cost/costface.h"

#include "models/charts/jobchart.h"
#include "models/core/counted.h"
#include "models/experiment/experimentdocument.h"
#include "models/items/advicemodel.h"
#include "models/items/celltext.h"
#include "models/items/jobtablemodel.h"
#include "models/session/session.h"
#include "widgets/charts/chartpane.h"
#include "widgets/charts/chartview.h"
#include "widgets/common/controls.h"
#include "widgets/common/tablecopy.h"
#include "widgets/cost/jobwishbar.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QStackedWidget>
#include <QStyle>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// An estimate from fewer answers says little; more cost more.
constexpr int usualPilot = 20;
constexpr int mostPilot = 1000;
constexpr int mostSeenRows = 8;

/// As high as its rows, up to some: more are scrolled to.
void fitHeightToRows(QTableView *table)
{
    const int rows = std::clamp(table->model()->rowCount(), 1, mostSeenRows);
    const int row = table->verticalHeader()->defaultSectionSize();
    table->setFixedHeight(table->horizontalHeader()->sizeHint().height() + rows * row
                          + table->style()->pixelMetric(QStyle::PM_ScrollBarExtent) + 2 * table->frameWidth());
}

} // namespace

CostFace::CostFace(const ExperimentDocument &document, const Session &session, const Context &context, QWidget *parent)
    : QWidget(parent),
      m_document(document),
      m_job(new LiveJob(context.catalog, context.counter, context.background, context.parallel, this)),
      m_rows(new JobTableModel(this)),
      m_advice(new AdviceModel(this)),
      m_wishes(new JobWishBar(context.catalog, this))
{
    setObjectName(u"costFace"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(createWishes());
    column->addWidget(createHead());
    m_pages = new QStackedWidget(this);
    m_empty = makeEmptyState({}, m_pages);
    m_empty->setObjectName(u"costEmpty"_s);
    m_empty->setTextFormat(Qt::PlainText);
    m_figures = createFigures();
    m_pages->addWidget(m_empty);
    m_pages->addWidget(m_figures);
    column->addWidget(m_pages, 1);
    connect(m_wishes, &JobWishBar::changed, this, [this] { m_job->setWish(m_wishes->wish()); });
    connect(m_job, &LiveJob::progressChanged, this, &CostFace::showProgress);
    connect(m_job, &LiveJob::figuresChanged, this, &CostFace::showFigures);
    connect(m_job, &LiveJob::adviceChanged, this, &CostFace::showAdvice);
    connect(&document, &ExperimentDocument::experimentChanged, this, [this] { m_job->update(m_document.experiment()); });
    m_job->follow(session);
    m_job->update(document.experiment());
    showProgress();
    showFigures();
}

/// Scrolled where the window is narrow.
QWidget *CostFace::createWishes()
{
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(m_wishes);
    scroll->setFixedHeight(m_wishes->sizeHint().height() + style()->pixelMetric(QStyle::PM_ScrollBarExtent));
    return scroll;
}

QWidget *CostFace::createHead()
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(4, 0, 4, 0);
    m_state = new OneLineLabel(OneLineLabel::Ink::Muted, bar);
    m_state->setObjectName(u"costState"_s);
    m_progress = new QProgressBar(bar);
    m_progress->setObjectName(u"costProgress"_s);
    m_progress->setAccessibleName(tr("Progress of the counting"));
    m_progress->setMaximumWidth(160);
    m_stop = new QPushButton(bar);
    m_stop->setObjectName(u"costStop"_s);
    m_pilotSize = new QSpinBox(bar);
    m_pilotSize->setObjectName(u"pilotSize"_s);
    m_pilotSize->setRange(2, mostPilot);
    m_pilotSize->setValue(usualPilot);
    m_pilotSize->setAccessibleName(tr("Cases of the pilot"));
    ignoreWheelUnlessFocused(m_pilotSize);
    m_pilot = new QPushButton(tr("&Ask a Pilot"), bar);
    m_pilot->setObjectName(u"pilot"_s);
    m_pilot->setToolTip(
        tr("Really runs so many cases, drawn at random: then the output is drawn from their answers. This may cost "
           "money, within the budget of a run"));
    row->addWidget(m_state, 1);
    row->addWidget(m_progress);
    row->addWidget(m_stop);
    row->addWidget(m_pilotSize);
    row->addWidget(m_pilot);
    connect(m_stop, &QPushButton::clicked, this, [this] {
        if (m_job->isCounting())
            m_job->stop();
        else
            m_job->restart();
    });
    connect(m_pilot, &QPushButton::clicked, this, [this] { Q_EMIT pilotRequested(m_pilotSize->value()); });
    return bar;
}

QTableView *CostFace::createTable(const QString &name, const QString &title, QAbstractItemModel *model)
{
    auto *table = new QTableView(this);
    table->setObjectName(name);
    table->setAccessibleName(title);
    table->setModel(model);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setTabKeyNavigation(false);
    table->setFrameShape(QFrame::NoFrame);
    table->verticalHeader()->hide();
    table->horizontalHeader()->setStretchLastSection(true);
    table->horizontalHeader()->setAccessibleName(tr("Columns of the table"));
    enableTableCopy(table);
    return table;
}

QWidget *CostFace::createFigures()
{
    auto *scroll = new QScrollArea(m_pages);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *inside = new QWidget(scroll);
    scroll->setWidget(inside);
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(4, 0, 4, 4);
    m_table = createTable(u"costTable"_s, tr("What the job costs"), m_rows);
    m_facts = new MutedLabel(inside);
    m_facts->setObjectName(u"costFacts"_s);
    m_facts->setWordWrap(true);
    m_facts->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_adviceHead = new QLabel(inside);
    m_adviceHead->setObjectName(u"adviceHead"_s);
    m_adviceHead->setTextFormat(Qt::PlainText);
    m_adviceHead->setWordWrap(true);
    m_adviceTable = createTable(u"adviceTable"_s, tr("What would make it cheaper, the largest amount first"), m_advice);
    m_chart = new ChartPane(u"jobChart"_s, inside);
    for (QWidget *part : {static_cast<QWidget *>(m_table), static_cast<QWidget *>(m_facts), static_cast<QWidget *>(m_adviceHead),
                          static_cast<QWidget *>(m_adviceTable)})
        column->addWidget(part);
    column->addWidget(m_chart, 1);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        m_job->adviseOn(currentPart());
        showPart();
    });
    return scroll;
}

/// Of the current row; the first one where that is the sum. −1: there is none.
int CostFace::currentPart() const
{
    const int row = std::max(0, m_table->currentIndex().row());
    const auto parts = static_cast<int>(m_job->parts().size());
    return row < parts ? row : parts - 1;
}

void CostFace::showProgress()
{
    const bool isCounting = m_job->isCounting();
    m_progress->setVisible(isCounting);
    m_progress->setMaximum(static_cast<int>(std::max<std::int64_t>(1, m_job->cells())));
    m_progress->setValue(static_cast<int>(m_job->counted()));
    m_stop->setVisible(isCounting || m_job->isStopped());
    m_stop->setText(isCounting ? tr("S&top Counting") : tr("Co&unt Again"));
    QString state;
    if (isCounting) {
        state = tr("Counting: %1 of %2 requests").arg(CellText::number(m_job->counted()), CellText::number(m_job->cells()));
    } else if (m_job->counted() < m_job->cells()) {
        state = tr("%1 of %2 requests counted; the whole is drawn from them")
                    .arg(CellText::number(m_job->counted()), CellText::number(m_job->cells()));
    } else if (m_job->cells() > 0) {
        state = counted(tr("%1 request(s) counted", nullptr, countForm(m_job->cells())), m_job->cells())
                    .arg(CellText::number(m_job->cells()));
    }
    if (m_job->problem())
        state += (state.isEmpty() ? QString() : u" · "_s) + errorMessage(*m_job->problem());
    m_state->setText(state);
    m_wishes->setDocuments(m_job->cases());
}

void CostFace::showFigures()
{
    const bool hasFigures = !m_job->rows().isEmpty();
    m_rows->setRows(m_job->rows());
    m_pages->setCurrentWidget(hasFigures ? m_figures : static_cast<QWidget *>(m_empty));
    m_pilot->setEnabled(hasFigures);
    m_pilotSize->setEnabled(hasFigures);
    if (!hasFigures) {
        const Experiment &experiment = m_document.experiment();
        m_empty->setText(experiment.variants.isEmpty()
                             ? tr("There is no variant yet. Add one, and this says what the experiment costs before it is run.")
                         : m_job->problem() ? errorMessage(*m_job->problem())
                                            : tr("The prompts of all cells are counted first. Nothing is sent for that."));
        return;
    }
    if (!m_table->currentIndex().isValid())
        m_table->selectRow(0);
    m_table->resizeColumnsToContents();
    fitHeightToRows(m_table);
    m_job->adviseOn(currentPart());
    showPart();
}

void CostFace::showAdvice()
{
    m_advice->setAdvice(m_job->advice());
    m_adviceTable->setVisible(!m_job->advice().isEmpty());
    m_adviceTable->resizeColumnsToContents();
    fitHeightToRows(m_adviceTable);
    const int part = currentPart();
    if (part < 0)
        return;
    const QString title = m_job->parts().at(part).title;
    m_adviceHead->setText(m_job->advice().isEmpty() ? tr("No step is known that would make “%1” cheaper.").arg(title)
                                                    : tr("What would make “%1” cheaper:").arg(title));
}

/// What is told of one variant.
void CostFace::showPart()
{
    const int index = currentPart();
    if (index < 0)
        return;
    const JobPart &part = m_job->parts().at(index);
    const JobWish &wish = m_job->wish();
    m_facts->setText(part.title + u"\n"_s + jobInputText(part, wish, m_job->cases()) + u'\n' + jobOutputText(part, wish));
    JobChartFacts facts{.title = part.title, .sign = part.sign};
    const Capabilities &model = wish.model ? *wish.model : part.model;
    facts.contextTokens = model.contextTokens;
    for (const PriceRecord &record : model.price.records) {
        if (record.when.inputFrom > 0 && !facts.tiers.contains(record.when.inputFrom))
            facts.tiers += record.when.inputFrom;
    }
    const ChartData chart = jobChart(part.counted.counts, facts);
    m_chart->setChart(chart);
    m_chart->setNote(chart.note);
}

void CostFace::focusTable()
{
    if (m_pages->currentWidget() == m_figures)
        m_table->setFocus(Qt::ShortcutFocusReason);
    else
        m_wishes->focusFirst();
}

void CostFace::showEvent(QShowEvent *event)
{
    m_job->setActive(true);
    QWidget::showEvent(event);
}

void CostFace::hideEvent(QHideEvent *event)
{
    m_job->setActive(false);
    QWidget::hideEvent(event);
}

} // namespace Tempera
