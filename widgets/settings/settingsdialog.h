// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/common/keyboardorder.h"
#include "widgets/context/settingscontext.h"

class QDialogButtonBox;

namespace Tempera {

class BudgetsPage;
class EndpointsPage;
class MachinePage;
class PricesPage;

/// The program's settings. Shown and left open; nothing waits for it.
class SettingsDialog final : public OrderedDialog
{
    Q_OBJECT
public:
    explicit SettingsDialog(SettingsContext context, QWidget *parent = nullptr);
    /// The library, where it was read after the dialog was opened.
    void setModels(const QList<LibraryModel> &models);

    void accept() override;

Q_SIGNALS:
    void failed(const Tempera::Error &error);

private:
    void update();

    SettingsContext m_context;
    bool m_machineIsValid = true;
    MachinePage *m_machine = nullptr;
    EndpointsPage *m_endpoints = nullptr;
    BudgetsPage *m_budgets = nullptr;
    PricesPage *m_prices = nullptr; ///< Null = prices cannot be looked up.
    QDialogButtonBox *m_buttons = nullptr;
};

} // namespace Tempera
