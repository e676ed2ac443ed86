// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QComboBox>

namespace Tempera {

/// Finds a column of a table by a part of its name, which is the first line of its head.
class ColumnFinder final : public QComboBox
{
    Q_OBJECT
public:
    explicit ColumnFinder(QWidget *parent = nullptr);

    /// Outlives it.
    void setTable(const QAbstractItemModel *table);

Q_SIGNALS:
    void columnChosen(int column);

private:
    void readColumns();
    void chooseTyped();

    const QAbstractItemModel *m_table = nullptr;
};

} // namespace Tempera
