// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/experiment/experimentdocument.h"

#include <QAbstractTableModel>

namespace Tempera {

/// The checks that the answers to one case of the edited experiment must fulfil, in words: first those of all cases
/// (promptfoo's defaultTest), then its own. Read-only as a table; a form changes whole checks.
class ChecksModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Columns { SentenceColumn, ScopeColumn, WeightColumn, MetricColumn, ColumnCount };
    enum Roles { IsForAllRole = Qt::UserRole + 1, IsKnownRole };

    explicit ChecksModel(ExperimentDocument &document, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// Which case is shown; out of range = only the checks of all cases.
    void setCaseIndex(int index);
    [[nodiscard]] int caseIndex() const { return m_case; }

    [[nodiscard]] bool isForAll(int row) const { return row < m_defaults.size(); }
    [[nodiscard]] const CheckSpec &check(int row) const;
    /// Puts a check in the place of another one, or adds it where `row` is −1; as one undo step. Returns its row, −1 where
    /// there is no case to have it.
    int saveCheck(int row, const CheckSpec &check, bool forAll);
    void removeChecks(QList<int> rows);

private:
    void sync();

    ExperimentDocument &m_document;
    int m_case = 0;
    QList<CheckSpec> m_defaults;
    QList<CheckSpec> m_own;
};

} // namespace Tempera
