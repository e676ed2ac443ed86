// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/cost/spenddialog.h"

#include "models/charts/spendingchart.h"
#include "models/items/celltext.h"
#include "models/items/costtrackermodel.h"
#include "models/report/spendingcsv.h"
#include "models/session/session.h"
#include "widgets/charts/chartpane.h"
#include "widgets/charts/chartview.h"
#include "widgets/common/controls.h"
#include "widgets/common/tablecopy.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

enum SpendPeriod { PeriodToday, PeriodWeek, PeriodMonth, PeriodThirtyDays, PeriodYear, PeriodAlways };

/// The first day that counts; invalid = all do.
QDate firstDayOf(int period, const QDate &today)
{
    switch (period) {
    case PeriodToday: return today;
    case PeriodWeek: return today.addDays(-6);
    case PeriodMonth: return QDate(today.year(), today.month(), 1);
    case PeriodThirtyDays: return today.addDays(-29);
    case PeriodYear: return QDate(today.year(), 1, 1);
    default: return {};
    }
}

} // namespace

SpendDialog::SpendDialog(RunStore &store, const Clock &clock, const Session &session, SaveTable save, QWidget *parent)
    : OrderedDialog(parent),
      m_store(store),
      m_clock(clock),
      m_session(session),
      m_save(std::move(save)),
      m_model(new CostTrackerModel(this))
{
    setObjectName(u"spendDialog"_s);
    setWindowTitle(tr("Spend"));
    auto *column = new QVBoxLayout(this);
    column->addWidget(createTracker());
    column->addWidget(createBar());
    m_chart = new ChartPane(u"spendChart"_s, this);
    m_sum = new QLabel(this);
    m_sum->setObjectName(u"spendSum"_s);
    m_sum->setTextFormat(Qt::PlainText);
    m_sum->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_export = buttons->addButton(tr("&Export as CSV…"), QDialogButtonBox::ActionRole);
    m_export->setObjectName(u"spendExport"_s);
    m_export->setAutoDefault(false);
    connect(m_export, &QPushButton::clicked, this, [this] { m_save(spendingCsv(m_rows, m_shown)); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addWidget(m_chart, 1);
    column->addWidget(m_sum);
    column->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 130, fontMetrics().lineSpacing() * 36);
    connect(&session, &Session::totalsChanged, this, [this] { m_model->setRun(m_session.totals()); });
    connect(&session, &Session::finished, this, [this] {
        read();
        readTracker();
    });
    m_by->setFocus();
    read();
    readTracker();
}

QWidget *SpendDialog::createTracker()
{
    m_tracker = new QTableView(this);
    m_tracker->setObjectName(u"costTracker"_s);
    m_tracker->setAccessibleName(tr("Tokens and cost, of this run and since the beginning"));
    m_tracker->setModel(m_model);
    m_tracker->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_tracker->setTabKeyNavigation(false);
    m_tracker->verticalHeader()->hide();
    m_tracker->horizontalHeader()->setAccessibleName(tr("Columns of the table"));
    m_tracker->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    enableTableCopy(m_tracker);
    m_tracker->setFixedHeight(m_tracker->horizontalHeader()->sizeHint().height() + 2 * m_tracker->frameWidth()
                              + m_model->rowCount() * m_tracker->verticalHeader()->defaultSectionSize());
    return m_tracker;
}

QWidget *SpendDialog::createBar()
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    const auto add = [this, bar, row](const QString &name, const QString &title, const QStringList &choices) {
        auto *box = new QComboBox(bar);
        box->setObjectName(name);
        box->addItems(choices);
        box->setAccessibleName(QString(title).remove(u'&'));
        auto *label = new QLabel(title, bar);
        label->setBuddy(box);
        row->addWidget(label);
        row->addWidget(box);
        connect(box, &QComboBox::currentIndexChanged, this, &SpendDialog::read);
        return box;
    };
    m_by = add(u"spendBy"_s, tr("&By"), {tr("Day"), tr("Model"), tr("Endpoint"), tr("Experiment")});
    m_period =
        add(u"spendPeriod"_s, tr("&Period"),
            {tr("Today"), tr("Last 7 days"), tr("This month"), tr("Last 30 days"), tr("This year"), tr("Since the beginning")});
    const QSignalBlocker quiet(m_period);
    m_period->setCurrentIndex(PeriodThirtyDays);
    row->addStretch(1);
    return bar;
}

SpendingQuery SpendDialog::query() const
{
    static constexpr SpendingBy kinds[]{SpendingBy::Day, SpendingBy::Model, SpendingBy::Endpoint, SpendingBy::Experiment};
    SpendingQuery made{.since = {}, .by = kinds[std::max(0, m_by->currentIndex())]};
    const QDate first = firstDayOf(m_period->currentIndex(), m_clock.now().toLocalTime().date());
    if (first.isValid())
        made.since = first.startOfDay();
    return made;
}

void SpendDialog::read()
{
    if (!m_chart)
        return; // the boxes are being made
    const SpendingQuery asked = query();
    const quint64 turn = ++m_turn;
    m_store.loadSpending(asked, this, [this, asked, turn](const Result<QList<SpendingRow>> &rows) {
        if (turn != m_turn)
            return;
        if (rows)
            showRows(*rows, asked.by);
        else
            m_sum->setText(errorMessage(rows.error()));
        m_export->setEnabled(rows && !rows->isEmpty());
    });
}

void SpendDialog::showRows(const QList<SpendingRow> &rows, SpendingBy by)
{
    m_rows = rows;
    m_shown = by;
    const ChartData chart = spendingChart(rows, by);
    m_chart->setChart(chart);
    m_chart->setNote(chart.note);
    const SpendingRow all = spendingTotal(rows);
    QString sum = tr("In all: %1 for %2 requests, %3 tokens in (%4 of them cached) and %5 out.")
                      .arg(spentText(all), CellText::number(all.cells), CellText::number(all.inputTokens), cachedShareText(all),
                           CellText::number(all.outputTokens));
    if (all.retries > 0 || all.failed > 0) {
        sum += u' '
               + tr("Requests that failed: %1, for which %2 was paid; sent again: %3.")
                     .arg(CellText::number(all.failed), all.failedCost.text(), CellText::number(all.retries));
    }
    if (all.savedByPrefix != Money() || all.savedByAnswers != Money()) {
        sum += u' '
               + tr("Caches saved %1: the providers' of prompts %2, the one of answers %3.")
                     .arg(all.saved().text(), all.savedByPrefix.text(), all.savedByAnswers.text());
    }
    m_sum->setText(sum);
}

void SpendDialog::readTracker()
{
    m_model->setRun(m_session.totals());
    const QDate today = m_clock.now().toLocalTime().date();
    const auto ask = [this](CostTrackerModel::Row row, const QDate &first) {
        SpendingQuery asked;
        if (first.isValid())
            asked.since = first.startOfDay();
        m_store.loadSpending(asked, this, [this, row](const Result<QList<SpendingRow>> &rows) {
            if (rows)
                m_model->setSpent(row, spendingTotal(*rows)); // what cannot be read is told below
        });
    };
    ask(CostTrackerModel::Today, today);
    ask(CostTrackerModel::ThisMonth, QDate(today.year(), today.month(), 1));
    ask(CostTrackerModel::Always, {});
}

} // namespace Tempera
