// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/pricing/budget.h"

#include <QStringList>
#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QTreeWidget;

namespace Tempera {

class NumberBox;

/// "Budgets": what all runs together may spend of a day, of a month, and at single endpoints.
class BudgetsPage final : public QWidget
{
    Q_OBJECT
public:
    /// `names` are those under which endpoints can be limited; others can be typed.
    BudgetsPage(const Budget &limits, const QStringList &names, QWidget *parent = nullptr);

    /// As it stands; without a limit of a run.
    [[nodiscard]] Budget limits() const;

private:
    [[nodiscard]] NumberBox *createAmount(const QString &name, const QString &title);
    void createEndpoints(const QStringList &names);
    void setLimit();
    void removeLimit();
    void fill();

    QMap<QString, Money> m_endpoints;
    NumberBox *m_day = nullptr;
    NumberBox *m_month = nullptr;
    QComboBox *m_name = nullptr;
    NumberBox *m_amount = nullptr;
    QPushButton *m_set = nullptr;
    QPushButton *m_remove = nullptr;
    QTreeWidget *m_list = nullptr;
    QLabel *m_nothing = nullptr;
};

} // namespace Tempera
