// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/charts/chartdata.h"

#include <QWidget>

class QLabel;
class QTableView;

namespace Tempera {

class ChartTableModel;
class ChartView;

/// A chart with its table beside it and a note below: the mark that is current in one is so in the other. Return, Space or a click
/// chooses one.
class ChartPane final : public QWidget
{
    Q_OBJECT
public:
    /// `name` is that of the chart; its table and note have it at the beginning of theirs. Not translated.
    explicit ChartPane(const QString &name, QWidget *parent = nullptr);

    void setChart(const ChartData &chart);
    void setNote(const QString &note);
    [[nodiscard]] ChartView *view() const { return m_view; }
    [[nodiscard]] QTableView *table() const { return m_table; }

Q_SIGNALS:
    void chosen(const QString &filter); ///< Of the mark; may be empty.

private:
    [[nodiscard]] QWidget *createView(QWidget *parent);
    void createTable(QWidget *parent);

    ChartTableModel *m_model = nullptr;
    ChartView *m_view = nullptr;
    QTableView *m_table = nullptr;
    QLabel *m_note = nullptr;
};

} // namespace Tempera
