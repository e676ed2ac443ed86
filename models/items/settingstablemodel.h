// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/experiment/settingrows.h"

#include <QAbstractTableModel>

namespace Tempera {

/// A variant as a column of settings.
struct SettingsColumn {
    QString title;
    Variant variant;

    bool operator==(const SettingsColumn &) const = default;
};

/// Settings of variants side by side, the baseline's first: a row a setting, its name is the vertical head.
class SettingsTableModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Roles {
        DiffersRole = Qt::UserRole + 1, ///< Whether the setting is another one than in the first column.
    };

    explicit SettingsTableModel(QObject *parent = nullptr) : QAbstractTableModel(parent) { }

    void setColumns(const QList<SettingsColumn> &columns);
    /// Leaves out what is the same in all columns; it does at first.
    void setOnlyDifferences(bool only);
    /// Settings that are the same in all columns.
    [[nodiscard]] int sameSettings() const { return m_same; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void makeRows();

    QList<SettingsColumn> m_columns;
    QList<SettingRow> m_rows; ///< Those that are shown.
    int m_same = 0;
    bool m_onlyDifferences = true;
};

} // namespace Tempera
