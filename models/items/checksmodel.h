// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/experiment/experimentdocument.h"

#include <QAbstractTableModel>

namespace Tempera {

/// Checks of one case of the edited experiment, the default case's first (read-only).
class ChecksModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Columns { TypeColumn, ValueColumn, ThresholdColumn, WeightColumn, MetricColumn, ColumnCount };
    enum Roles { IsDefaultRole = Qt::UserRole + 1, IsKnownRole };

    explicit ChecksModel(ExperimentDocument &document, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

    /// Which case is shown; out of range = none.
    void setCaseIndex(int index);
    void addCheck(const QString &type);
    void removeChecks(QList<int> rows);

    /// Types that a person can choose: each known one and its "not-" twin.
    [[nodiscard]] static QStringList choosableTypes();

private:
    void sync();
    [[nodiscard]] QVariant cellText(const CheckSpec &check, int column) const;

    ExperimentDocument &m_document;
    int m_case = 0;
    QList<CheckSpec> m_defaults;
    QList<CheckSpec> m_own;
};

} // namespace Tempera
