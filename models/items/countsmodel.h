// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractTableModel>

namespace Tempera {

/// A table of counts and figures about the answers of one prompt and variant, which it repeats from a source.
class CountsModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Roles {
        ShareRole = Qt::UserRole + 1, ///< double: of the counts that belong together; invalid: it is no count.
        RightRole,                    ///< bool: what is counted is well.
        FilterRole,                   ///< The filter that leaves the cells that are counted; empty: there is none.
    };

    using QAbstractTableModel::QAbstractTableModel;

    /// The source has changed.
    virtual void refresh() = 0;
    /// Index of a column of the source: a prompt and variant.
    void setColumn(int column)
    {
        m_column = column;
        refresh();
    }
    [[nodiscard]] int column() const { return m_column; }
    /// What it comes to, in a line; empty where there is nothing.
    [[nodiscard]] virtual QString summary() const = 0;

protected:
    int m_column = 0; ///< refresh() keeps it in range.
};

} // namespace Tempera
