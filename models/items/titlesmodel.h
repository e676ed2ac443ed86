// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/experiment/experimentdocument.h"

#include <QAbstractListModel>

namespace Tempera {

/// Titles of the cases of the edited experiment, made when they are asked for (100,000 cases cost nothing).
class TitlesModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    explicit TitlesModel(ExperimentDocument &document, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    void sync();
    [[nodiscard]] int count() const;

    ExperimentDocument &m_document;
    int m_rows = 0;
};

} // namespace Tempera
