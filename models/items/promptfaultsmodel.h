// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/experiment/promptreview.h"

#include <QAbstractListModel>

namespace Tempera {

/// The faults of the prompts, one a row: "message 2, line 3: The variable "x" has no value."
class PromptFaultsModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Roles {
        ForbidsRunRole = Qt::UserRole, ///< bool: nothing can be run with it.
    };

    using QAbstractListModel::QAbstractListModel;

    void setFaults(const Experiment &experiment, const QList<PromptFault> &faults);
    [[nodiscard]] const PromptFault &fault(int row) const { return m_faults.at(row); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    QList<PromptFault> m_faults;
    QStringList m_texts;
};

/// "message 2, line 3: …"
[[nodiscard]] QString faultSentence(const Experiment &experiment, const PromptFault &fault);

} // namespace Tempera
