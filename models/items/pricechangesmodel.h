// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/pricing/pricechanges.h"

#include <QAbstractTableModel>

#include <vector>

namespace Tempera {

/// What a list of published prices would change, a row each, of which some are chosen by their check boxes. At first those of models
/// that are known.
class PriceChangesModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Role { LargeRole = Qt::UserRole }; ///< bool: of a known model, and by more than a hundredth.
    enum Column { ModelColumn, KindColumn, BeforeColumn, NowColumn, ShareColumn, columns };
    using QAbstractTableModel::QAbstractTableModel;

    void setChanges(const QList<PriceChange> &changes);
    [[nodiscard]] const QList<PriceChange> &changes() const { return m_changes; }
    [[nodiscard]] QList<PriceChange> chosen() const;
    void chooseAll(bool chosen);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void chosenChanged();

private:
    [[nodiscard]] QString textAt(const PriceChange &change, int column) const;

    QList<PriceChange> m_changes;
    std::vector<bool> m_chosen;
};

} // namespace Tempera
