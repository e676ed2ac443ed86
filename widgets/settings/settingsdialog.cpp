// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/settings/settingsdialog.h"

#include "widgets/settings/budgetspage.h"
#include "widgets/settings/endpointspage.h"
#include "widgets/settings/machinepage.h"
#include "widgets/settings/pricespage.h"
#include "widgets/settings/trustpage.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QScrollArea>
#include <QTabWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Tempera {

SettingsDialog::SettingsDialog(SettingsContext context, QWidget *parent) : OrderedDialog(parent), m_context(std::move(context))
{
    setObjectName(u"settingsDialog"_s);
    setWindowTitle(tr("Settings"));
    m_machine = new MachinePage(m_context.local, m_context.localSlots, this);
    m_machine->setMachine(m_context.models, m_context.availableBytes);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(m_machine);
    auto *pages = new QTabWidget(this);
    pages->setAccessibleName(tr("Pages of the settings"));
    pages->addTab(scroll, tr("This machine"));
    m_endpoints = new EndpointsPage(m_context.endpoints, m_context.usedEndpoints, this);
    connect(m_endpoints, &EndpointsPage::failed, this, &SettingsDialog::failed);
    pages->addTab(m_endpoints, tr("Endpoints"));
    auto *trust = new TrustPage(m_context.trust, this);
    connect(trust, &TrustPage::failed, this, &SettingsDialog::failed);
    pages->addTab(trust, tr("Trust"));
    m_budgets = new BudgetsPage(m_context.limits, m_context.priceKeys, this);
    pages->addTab(m_budgets, tr("Budgets"));
    if (m_context.prices.lookUp && m_context.catalog) {
        m_prices = new PricesPage(m_context.prices, *m_context.catalog, m_context.today, this);
        m_prices->setTariff(m_context.tariff);
        connect(m_prices, &PricesPage::failed, this, &SettingsDialog::failed);
        pages->addTab(m_prices, tr("Prices"));
    }
    m_buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &SettingsDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &SettingsDialog::reject);
    connect(m_machine, &MachinePage::validityChanged, this, [this](bool valid) {
        m_machineIsValid = valid;
        update();
    });
    connect(m_endpoints, &EndpointsPage::validityChanged, this, &SettingsDialog::update);
    auto *column = new QVBoxLayout(this);
    column->addWidget(pages, 1);
    column->addWidget(m_buttons);
    resize(520, 640);
}

void SettingsDialog::update()
{
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(m_machineIsValid && m_endpoints->isValid());
}

void SettingsDialog::setModels(const QList<LibraryModel> &models)
{
    m_machine->setMachine(models, m_context.availableBytes);
}

void SettingsDialog::accept()
{
    const LocalSettings chosen = m_machine->settings();
    m_endpoints->commit();
    if (!problemsOf(chosen).isEmpty() || !m_endpoints->isValid())
        return;
    if (chosen != m_context.local && m_context.saveLocal) {
        if (const Result<void> saved = m_context.saveLocal(chosen); !saved)
            Q_EMIT failed(saved.error());
    }
    if (const Budget limits = m_budgets->limits(); limits != m_context.limits && m_context.saveLimits) {
        if (const Result<void> saved = m_context.saveLimits(limits); !saved)
            Q_EMIT failed(saved.error());
    }
    if (m_prices && m_context.saveTariff && m_prices->tariff() != m_context.tariff) {
        if (const Result<void> saved = m_context.saveTariff(m_prices->tariff()); !saved)
            Q_EMIT failed(saved.error());
    }
    QDialog::accept();
}

} // namespace Tempera
