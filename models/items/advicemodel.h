// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/pricing/advice.h"

#include <QAbstractTableModel>

namespace Tempera {

/// Steps that make a job cheaper, a row each: the amount, its share of the whole, and what is to be done.
class AdviceModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Saves, Share, Step };

    explicit AdviceModel(QObject *parent = nullptr);

    void setAdvice(const QList<Advice> &advice);
    [[nodiscard]] const QList<Advice> &advice() const { return m_advice; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<Advice> m_advice;
};

} // namespace Tempera
