// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/settings/pricespage.h"

#include "models/core/counted.h"
#include "models/items/pricechangesmodel.h"
#include "models/pricing/catalog.h"
#include "widgets/common/controls.h"
#include "widgets/common/numberbox.h"
#include "widgets/common/tablecopy.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// What differs by much is bold.
class PriceChangeDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->font.setBold(index.data(PriceChangesModel::LargeRole).toBool());
    }
};

std::optional<double> dollarsIn(const std::optional<Money> &amount)
{
    return amount ? std::optional(amount->dollars()) : std::nullopt;
}

std::optional<Money> amountOf(const NumberBox &box)
{
    const std::optional<double> dollars = box.value();
    return dollars ? std::optional(Money::fromDollars(*dollars)) : std::nullopt;
}

} // namespace

PricesPage::PricesPage(const PriceAccess &access, const Catalog &catalog, const QDate &today, QWidget *parent)
    : QWidget(parent), m_access(access), m_catalog(catalog), m_today(today), m_model(new PriceChangesModel(this))
{
    auto *intro =
        new QLabel(tr("Prices come with the program, each with its day. Here you can look up a published list; nothing is "
                      "fetched unless you ask, and nothing is taken before you have seen what changes."),
                   this);
    intro->setTextFormat(Qt::PlainText);
    intro->setWordWrap(true);
    m_state = new MutedLabel(this);
    m_state->setObjectName(u"pricesState"_s);
    m_state->setTextFormat(Qt::PlainText);
    m_state->setWordWrap(true);
    createTable();
    auto *column = new QVBoxLayout(this);
    column->addWidget(intro);
    column->addWidget(createAddress());
    column->addWidget(m_state);
    column->addWidget(m_table, 1);
    column->addWidget(createButtons());
    column->addWidget(createTariff());
    connect(m_model, &PriceChangesModel::chosenChanged, this, &PricesPage::update);
    update();
}

QWidget *PricesPage::createAddress()
{
    auto *line = new QWidget(this);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    m_address = new QLineEdit(priceAddressText(m_access.source ? m_access.source() : defaultPriceSource()), line);
    m_address->setObjectName(u"pricesAddress"_s);
    m_address->setAccessibleName(tr("Address of the list: https, or a file; in the form of LiteLLM's"));
    m_address->setToolTip(m_address->accessibleName());
    m_lookUp = new QPushButton(tr("&Look up"), line);
    m_lookUp->setObjectName(u"pricesLookUp"_s);
    m_lookUp->setAutoDefault(false); // Return belongs to the dialog
    auto *title = new QLabel(tr("Li&st"), line);
    title->setBuddy(m_address);
    row->addWidget(title);
    row->addWidget(m_address, 1);
    row->addWidget(m_lookUp);
    connect(m_lookUp, &QPushButton::clicked, this, &PricesPage::lookUp);
    return line;
}

void PricesPage::createTable()
{
    m_table = new QTableView(this);
    m_table->setObjectName(u"pricesTable"_s);
    m_table->setAccessibleName(tr("What the list would change"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new PriceChangeDelegate(m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setAccessibleName(tr("Columns of the table"));
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Interactive);
    m_table->horizontalHeader()->setStretchLastSection(true);
    enableTableCopy(m_table);
}

QWidget *PricesPage::createButtons()
{
    auto *line = new QWidget(this);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    m_all = new QCheckBox(tr("&All"), line);
    m_all->setObjectName(u"pricesAll"_s);
    m_all->setToolTip(tr("Choose all changes, also of models that the catalog does not know"));
    m_take = new QPushButton(tr("&Take"), line);
    m_take->setObjectName(u"pricesTake"_s);
    m_take->setAutoDefault(false);
    m_back = new QPushButton(tr("Back to the &built-in prices"), line);
    m_back->setObjectName(u"pricesBack"_s);
    m_back->setAutoDefault(false);
    row->addWidget(m_all);
    row->addWidget(m_take);
    row->addStretch(1);
    row->addWidget(m_back);
    connect(m_all, &QCheckBox::clicked, m_model, &PriceChangesModel::chooseAll);
    connect(m_take, &QPushButton::clicked, this, &PricesPage::takeChosen);
    connect(m_back, &QPushButton::clicked, this, &PricesPage::goBack);
    return line;
}

NumberBox *PricesPage::createNumber(const QString &name, const QString &title, double first)
{
    auto *box = new NumberBox(this);
    NumberFacts range;
    range.most = std::numeric_limits<int>::max();
    range.step = first;
    range.first = first;
    box->setObjectName(name);
    box->setRange(range, NumberBox::Kind::Real);
    box->setUnsetText(tr("not set"));
    box->setAccessibleName(title);
    ignoreWheelUnlessFocused(box);
    return box;
}

QWidget *PricesPage::createTariff()
{
    auto *part = new QWidget(this);
    auto *form = new QFormLayout(part);
    form->setContentsMargins(0, 0, 0, 0);
    m_perHour = createNumber(u"machinePerHour"_s, tr("What an hour of this machine costs, in US dollars"), 0.1);
    m_watts = createNumber(u"machineWatts"_s, tr("Watts that this machine takes while it answers"), 50);
    m_perKwh = createNumber(u"machinePerKwh"_s, tr("What a kilowatt-hour costs, in US dollars"), 0.1);
    auto *intro =
        new MutedLabel(tr("Models on this machine cost nothing, unless you say what its time costs: an hour, or watts and "
                          "what a kilowatt-hour costs."),
                       part);
    intro->setWordWrap(true);
    form->addRow(intro);
    form->addRow(tr("An &hour $"), m_perHour);
    form->addRow(tr("&Watts"), m_watts);
    form->addRow(tr("A &kWh $"), m_perKwh);
    return part;
}

void PricesPage::setTariff(const MachineTariff &tariff)
{
    m_perHour->setValue(dollarsIn(tariff.perHour));
    m_watts->setValue(tariff.watts);
    m_perKwh->setValue(dollarsIn(tariff.perKwh));
}

MachineTariff PricesPage::tariff() const
{
    return {amountOf(*m_perHour), m_watts->value(), amountOf(*m_perKwh)};
}

void PricesPage::lookUp()
{
    const QUrl address = priceAddress(m_address->text().trimmed());
    if (m_isReading || address.isEmpty())
        return;
    if (m_access.setSource && m_access.source && address != m_access.source()) {
        if (const Result<void> kept = m_access.setSource(address); !kept)
            Q_EMIT failed(kept.error());
    }
    m_isReading = true;
    m_state->setText(tr("Reading the list …"));
    update();
    m_access.lookUp(address, this, [this, source = priceAddressText(address)](const Result<PublishedPrices> &published) {
        m_isReading = false;
        if (published) {
            showChanges(source, *published);
        } else {
            m_model->setChanges({});
            m_state->setText(errorMessage(published.error()));
        }
        update();
    });
}

void PricesPage::showChanges(const QString &source, const PublishedPrices &published)
{
    m_source = source;
    const QList<PriceChange> changes = priceChanges(m_catalog, published);
    const auto known = std::ranges::count_if(changes, [](const PriceChange &each) { return !each.isNewModel; });
    const auto large = std::ranges::count_if(changes, [](const PriceChange &each) { return !each.isNewModel && each.isLarge(); });
    m_model->setChanges(changes);
    m_table->resizeColumnsToContents();
    m_state->setText(changes.isEmpty()
                         ? tr("No price differs.")
                         : tr("Different prices of known models: %1, of these by more than 1 %: %2. Prices of other models: %3.")
                               .arg(known)
                               .arg(large)
                               .arg(changes.size() - known));
    if (!changes.isEmpty())
        m_table->setCurrentIndex(m_model->index(0, PriceChangesModel::ModelColumn));
}

void PricesPage::takeChosen()
{
    QList<TakenPrice> taken;
    for (const PriceChange &each : m_model->chosen())
        taken += takenPrice(each, m_source, m_today);
    if (taken.isEmpty())
        return;
    if (const Result<void> kept = m_access.setTaken(withTaken(m_access.taken(), taken)); !kept) {
        Q_EMIT failed(kept.error());
        return;
    }
    QList<PriceChange> left = m_model->changes();
    const QList<PriceChange> chosen = m_model->chosen();
    left.removeIf([&chosen](const PriceChange &each) { return chosen.contains(each); });
    m_model->setChanges(left);
    m_state->setText(counted(tr("%n price(s) taken.", nullptr, countForm(taken.size())), taken.size()));
    update();
}

/// What was shown was compared with what goes.
void PricesPage::goBack()
{
    if (const Result<void> kept = m_access.setTaken({}); !kept) {
        Q_EMIT failed(kept.error());
        return;
    }
    m_model->setChanges({});
    m_state->setText(tr("The built-in prices hold again."));
    update();
}

void PricesPage::update()
{
    const qsizetype chosen = m_model->chosen().size();
    const qsizetype all = m_model->changes().size();
    m_lookUp->setEnabled(!m_isReading);
    m_all->setEnabled(all > 0);
    const QSignalBlocker quiet(m_all);
    m_all->setChecked(all > 0 && chosen == all);
    m_take->setEnabled(chosen > 0 && !m_isReading);
    const qsizetype taken = m_access.taken ? m_access.taken().size() : 0;
    m_back->setEnabled(taken > 0);
    m_back->setToolTip(counted(tr("%n price(s) of a list hold now.", nullptr, countForm(taken)), taken));
}

} // namespace Tempera
