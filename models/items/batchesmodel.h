// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/batch.h"

#include <QAbstractTableModel>
#include <QUuid>

namespace Tempera {

class BatchBook;

/// The batches of the ledger as a table, the newest first.
class BatchesModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Run, Provider, State, Answered, Failed, Expired, Submitted, Checked, Cost, ColumnCount };

    /// The book outlives it.
    explicit BatchesModel(const BatchBook &book, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    /// Of a row.
    [[nodiscard]] const BatchRecord &batch(int row) const { return m_batches.at(row); }
    /// What the run of a batch is called: its title, else the beginning of its id.
    [[nodiscard]] QString runTitle(const QUuid &run) const;

private:
    [[nodiscard]] QString text(const BatchRecord &batch, int column) const;
    [[nodiscard]] QString more(const BatchRecord &batch) const;

    const BatchBook &m_book;
    QList<BatchRecord> m_batches; ///< Of the book, as far as views were told.
};

} // namespace Tempera
