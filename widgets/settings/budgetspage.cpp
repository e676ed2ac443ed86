// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/settings/budgetspage.h"

#include "widgets/common/controls.h"
#include "widgets/common/numberbox.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <limits>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

std::optional<Money> amountIn(const NumberBox *box)
{
    const std::optional<double> dollars = box->value();
    return dollars ? std::optional(Money::fromDollars(*dollars)) : std::nullopt;
}

std::optional<double> dollarsOf(const std::optional<Money> &amount)
{
    return amount ? std::optional(amount->dollars()) : std::nullopt;
}

} // namespace

BudgetsPage::BudgetsPage(const Budget &limits, const QStringList &names, QWidget *parent)
    : QWidget(parent), m_endpoints(limits.perEndpoint)
{
    auto *intro =
        new QLabel(tr("A request starts only if the most that it may cost fits beside what the ledger says was spent and "
                      "what is under way. All runs of this program count, in US dollars."),
                   this);
    intro->setTextFormat(Qt::PlainText);
    intro->setWordWrap(true);
    auto *form = new QFormLayout;
    m_day = createAmount(u"dayBudget"_s, tr("Limit of a day, in US dollars"));
    m_month = createAmount(u"monthBudget"_s, tr("Limit of a month, in US dollars"));
    m_day->setValue(dollarsOf(limits.perDay));
    m_month->setValue(dollarsOf(limits.perMonth));
    form->addRow(tr("A &day $"), m_day);
    form->addRow(tr("A &month $"), m_month);
    auto *column = new QVBoxLayout(this);
    column->addWidget(intro);
    column->addLayout(form);
    createEndpoints(names);
    fill();
}

NumberBox *BudgetsPage::createAmount(const QString &name, const QString &title)
{
    auto *box = new NumberBox(this);
    NumberFacts range;
    range.most = std::numeric_limits<int>::max();
    range.step = 1;
    range.first = 5;
    box->setObjectName(name);
    box->setRange(range, NumberBox::Kind::Real);
    box->setUnsetText(tr("no limit"));
    box->setAccessibleName(title);
    ignoreWheelUnlessFocused(box);
    return box;
}

void BudgetsPage::createEndpoints(const QStringList &names)
{
    m_name = new QComboBox(this);
    m_name->setObjectName(u"limitName"_s);
    m_name->setEditable(true);
    m_name->addItems(names);
    m_name->setCurrentText({});
    m_name->setAccessibleName(tr("Endpoint: a provider of the catalog, or a host"));
    m_name->setToolTip(m_name->accessibleName());
    m_amount = createAmount(u"limitAmount"_s, tr("Limit of the endpoint for a month, in US dollars"));
    m_set = new QPushButton(tr("&Set"), this);
    m_set->setObjectName(u"setLimit"_s);
    m_set->setAutoDefault(false); // Return belongs to the dialog
    m_remove = new QPushButton(tr("&Remove"), this);
    m_remove->setObjectName(u"removeLimit"_s);
    m_remove->setAutoDefault(false);
    m_list = new QTreeWidget(this);
    m_list->setObjectName(u"endpointLimits"_s);
    m_list->setAccessibleName(tr("Limits of endpoints"));
    m_list->setRootIsDecorated(false);
    m_list->setHeaderLabels({tr("Endpoint"), tr("A month")});
    m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_nothing = new MutedLabel(tr("No endpoint has a limit of its own."), this);
    auto *line = new QHBoxLayout;
    line->addWidget(m_name, 1);
    line->addWidget(m_amount);
    line->addWidget(m_set);
    line->addWidget(m_remove);
    auto *column = static_cast<QVBoxLayout *>(layout());
    column->addLayout(line);
    column->addWidget(m_nothing);
    column->addWidget(m_list, 1);
    connect(m_set, &QPushButton::clicked, this, &BudgetsPage::setLimit);
    connect(m_remove, &QPushButton::clicked, this, &BudgetsPage::removeLimit);
    auto *removeKey = new QShortcut(Qt::Key_Delete, m_list);
    removeKey->setContext(Qt::WidgetShortcut);
    connect(removeKey, &QShortcut::activated, this, &BudgetsPage::removeLimit);
}

void BudgetsPage::setLimit()
{
    const QString name = m_name->currentText().trimmed();
    const std::optional<Money> amount = amountIn(m_amount);
    if (name.isEmpty() || !amount)
        return;
    m_endpoints.insert(name, *amount);
    fill();
}

void BudgetsPage::removeLimit()
{
    if (const QTreeWidgetItem *row = m_list->currentItem())
        m_endpoints.remove(row->text(0));
    fill();
}

void BudgetsPage::fill()
{
    m_list->clear();
    for (const auto &[name, limit] : std::as_const(m_endpoints).asKeyValueRange())
        new QTreeWidgetItem(m_list, {name, limit.text()});
    if (m_list->topLevelItemCount() > 0)
        m_list->setCurrentItem(m_list->topLevelItem(0));
    m_remove->setEnabled(!m_endpoints.isEmpty());
    m_nothing->setVisible(m_endpoints.isEmpty());
}

Budget BudgetsPage::limits() const
{
    return {.perRun = {}, .perDay = amountIn(m_day), .perMonth = amountIn(m_month), .perEndpoint = m_endpoints};
}

} // namespace Tempera
