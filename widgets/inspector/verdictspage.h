// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/cell.h"

#include <QWidget>

class QLabel;
class QTableView;

namespace Tempera {

class VerdictsModel;

/// The verdicts of the current cell, with their reasons.
class VerdictsPage final : public QWidget
{
    Q_OBJECT
public:
    explicit VerdictsPage(QWidget *parent = nullptr);
    /// Null: no cell.
    void showCell(const Cell *cell);

private:
    VerdictsModel *m_model = nullptr;
    QTableView *m_table = nullptr;
    QLabel *m_summary = nullptr;
};

} // namespace Tempera
