// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/inspector/costpage.h"

#include "models/experiment/experimentdocument.h"
#include "models/items/celltext.h"
#include "models/items/liveestimate.h"
#include "models/session/session.h"
#include "widgets/common/controls.h"

#include <QHeaderView>
#include <QTableWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <chrono>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace Tempera {

CostPage::CostPage(const ExperimentDocument &document, const LiveEstimate &estimate, const Session &session, QWidget *parent)
    : QWidget(parent),
      m_document(document),
      m_estimate(estimate),
      m_session(session),
      m_table(new QTableWidget(this)),
      m_note(new MutedLabel(this))
{
    m_table->setObjectName(u"costs"_s);
    m_table->setAccessibleName(tr("Cost by variant"));
    m_table->setColumnCount(3);
    m_table->setHorizontalHeaderLabels({tr("Variant"), tr("Estimate"), tr("Last run")});
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_table->horizontalHeader()->setMinimumSectionSize(60);
    m_table->verticalHeader()->hide();
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    m_table->setAlternatingRowColors(true);
    m_note->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_table, 1);
    column->addWidget(m_note);
    connect(&estimate, &LiveEstimate::changed, this, &CostPage::scheduleSync);
    connect(&session, &Session::totalsChanged, this, &CostPage::scheduleSync);
}

void CostPage::showEvent(QShowEvent *event)
{
    sync();
    QWidget::showEvent(event);
}

void CostPage::scheduleSync()
{
    if (m_scheduled || !isVisible())
        return;
    m_scheduled = true;
    QTimer::singleShot(250ms, this, [this] {
        m_scheduled = false;
        sync();
    });
}

QString CostPage::actual(int variant) const
{
    const auto [sum, known, unknown] = m_session.costOf(variant);
    if (known + unknown == 0)
        return u"–"_s;
    if (unknown == 0)
        return moneyText(sum);
    return known == 0 ? moneyText(std::nullopt) : u"≥ "_s + moneyText(sum);
}

void CostPage::sync()
{
    const QList<Variant> &variants = m_document.experiment().variants;
    const QList<CostEstimate> &estimates = m_estimate.variants();
    m_table->setRowCount(static_cast<int>(variants.size()));
    for (int row = 0; row < variants.size(); ++row) {
        const bool isCounted = row < estimates.size();
        const bool isRunnable = isCounted && estimates.at(row).requests > 0;
        const QString estimate = isRunnable ? costEstimateText(estimates.at(row)) : isCounted ? u"–"_s : u"…"_s;
        const QStringList texts{variants.at(row).title(), estimate, actual(row)};
        for (int column = 0; column < texts.size(); ++column) {
            auto *item = new QTableWidgetItem(texts.at(column));
            item->setToolTip(texts.at(column));
            m_table->setItem(row, column, item);
        }
    }
    m_note->setText(
        m_estimate.problem()
            ? errorMessage(*m_estimate.problem())
            : tr("The estimate ranges from the input alone to answers of the maximum length. A missing price or limit is "
                 "reported, never counted as free."));
}

} // namespace Tempera
