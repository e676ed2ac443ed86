// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/ports/clock.h"
#include "models/core/ports/runstore.h"
#include "widgets/common/keyboardorder.h"

#include <functional>

class QComboBox;
class QLabel;
class QPushButton;
class QTableView;

namespace Tempera {

class ChartPane;
class CostTrackerModel;
class Session;

/// What was spent, from the ledger: by day, model, endpoint or experiment, over a period that is chosen. Shown and left open; it
/// reads again when a run ends.
class SpendDialog final : public OrderedDialog
{
    Q_OBJECT
public:
    /// Asked for a file that the table is written to; nothing happens where there is none.
    using SaveTable = std::function<void(const QByteArray &csv)>;

    /// All of it outlives the dialog.
    SpendDialog(RunStore &store, const Clock &clock, const Session &session, SaveTable save, QWidget *parent = nullptr);

    [[nodiscard]] ChartPane *chart() const { return m_chart; }
    [[nodiscard]] QTableView *tracker() const { return m_tracker; }

private:
    [[nodiscard]] QWidget *createTracker();
    [[nodiscard]] QWidget *createBar();
    [[nodiscard]] SpendingQuery query() const;
    void read();
    void readTracker();
    void showRows(const QList<SpendingRow> &rows, SpendingBy by);

    RunStore &m_store;
    const Clock &m_clock;
    const Session &m_session;
    SaveTable m_save;
    CostTrackerModel *m_model = nullptr;
    QTableView *m_tracker = nullptr;
    QComboBox *m_period = nullptr;
    QComboBox *m_by = nullptr;
    QPushButton *m_export = nullptr;
    ChartPane *m_chart = nullptr;
    QLabel *m_sum = nullptr;
    QList<SpendingRow> m_rows;
    SpendingBy m_shown = SpendingBy::Day; ///< What the rows are by.
    quint64 m_turn = 0;                   ///< Tells the last answer of the ledger from those that come too late.
};

} // namespace Tempera
