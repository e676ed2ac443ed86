// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/inspector/verdictspage.h"

#include "models/items/celltext.h"
#include "models/items/verdictsmodel.h"

#include <QHeaderView>
#include <QLabel>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Tempera {

VerdictsPage::VerdictsPage(QWidget *parent)
    : QWidget(parent), m_model(new VerdictsModel(this)), m_table(new QTableView(this)), m_summary(new QLabel(this))
{
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    m_table->setObjectName(u"verdicts"_s);
    m_table->setAccessibleName(tr("Verdicts of the selected answer"));
    m_table->setModel(m_model);
    m_table->setTabKeyNavigation(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setAlternatingRowColors(true);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(VerdictsModel::ReasonColumn, QHeaderView::Stretch);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_summary);
    column->addWidget(m_table, 1);
    showCell(nullptr);
}

void VerdictsPage::showCell(const Cell *cell)
{
    const Verdicts verdicts = cell && cell->grade ? cell->grade->verdicts : Verdicts();
    m_model->setVerdicts(verdicts);
    m_table->setVisible(!verdicts.isEmpty());
    if (!verdicts.isEmpty())
        m_summary->setText(CellText::grade(summaryOf(*cell)));
    else if (!cell)
        m_summary->setText(tr("Run the experiment to see which checks its answers pass."));
    else if (cell->state == CellState::NotNeeded)
        m_summary->setText(tr("There is no answer to check: the race was decided before it was asked."));
    else if (isFinal(cell->state))
        m_summary->setText(tr("This answer has no checks. Add some under Prompt, Checks."));
    else
        m_summary->setText(tr("The answer is checked as soon as it is complete."));
}

} // namespace Tempera
