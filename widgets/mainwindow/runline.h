// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/money.h"

#include <QWidget>

#include <optional>

class QProgressBar;

namespace Tempera {

class LiveEstimate;
class NumberBox;
class OneLineLabel;
class Session;

/// The line beside Run: what a run takes, or what the one under way still takes, and the budget that it must keep.
class RunLine final : public QWidget
{
    Q_OBJECT
public:
    /// What is pointed to outlives it.
    RunLine(const LiveEstimate &estimate, const Session &session, QWidget *parent = nullptr);

    /// What a run may cost; nothing = there is no limit.
    [[nodiscard]] std::optional<Money> budget() const;
    void setBudget(std::optional<Money> budget);
    /// How long the run under way still takes, in words; empty while none is.
    void setTimeLeft(const QString &text);

Q_SIGNALS:
    void budgetChanged(); ///< By a person.

private:
    void createBudget();
    void refresh();
    void updateRun();
    void updateText();
    void updateMeter();

    const LiveEstimate &m_estimate;
    const Session &m_session;
    QString m_timeLeft;
    OneLineLabel *m_line = nullptr;
    NumberBox *m_budget = nullptr;
    QProgressBar *m_meter = nullptr;
};

} // namespace Tempera
