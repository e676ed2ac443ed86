// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/jobparts.h"

#include <QAbstractTableModel>

namespace Tempera {

/// The costs of a job: a row each variant, and their sum.
class JobTableModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Variant, Requests, Input, Output, Standard, Cached, Batch, Cheapest, PerThousand, Time };

    explicit JobTableModel(QObject *parent = nullptr);

    /// Rows that are the same variants as before stay where they are.
    void setRows(const QList<JobRow> &rows);
    [[nodiscard]] const QList<JobRow> &rows() const { return m_rows; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    /// The reason of what is unknown or between two amounts is the tooltip and the accessible description.
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const JobRow &row, int column) const;
    [[nodiscard]] QString more(const JobRow &row, int column) const;

    QList<JobRow> m_rows;
};

} // namespace Tempera
