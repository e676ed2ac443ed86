// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/judging/blindpairs.h"
#include "models/session/session.h"

#include <QAbstractTableModel>

#include <vector>

namespace Tempera {

/// The judged pairs of two columns: the case, who was preferred, and how it was seen. Columns have titles here, so it is not
/// for where somebody still judges.
class JudgedPairsModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { CaseColumn, PreferredColumn, RemarkColumn, ColumnCount };

    explicit JudgedPairsModel(const Session &session, QObject *parent = nullptr);

    void show(std::vector<JudgedPair> pairs);
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] QString preferred(const JudgedPair &pair) const;
    [[nodiscard]] static QString remark(const JudgedPair &pair);

    const Session &m_session;
    std::vector<JudgedPair> m_pairs;
};

} // namespace Tempera
