// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/library/librarymodel.h"

#include <QAbstractListModel>

namespace Tempera {

/// The model files of the library, one a row: name, and a line of facts or the reason why it cannot be used.
class LocalModelsModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role {
        IdRole = Qt::UserRole + 1, ///< "local:NAME".
        PathRole,
        SummaryRole, ///< factSummary().
        BrokenRole,  ///< bool: it cannot be used.
    };

    explicit LocalModelsModel(QObject *parent = nullptr) : QAbstractListModel(parent) { }

    /// Keeps rows of equal paths, so that a selection stays.
    void setModels(const QList<LibraryModel> &models);
    /// The hash of a file that has been read; nothing when it is not here (any more).
    void setHash(const QString &path, const QByteArray &sha256);
    [[nodiscard]] const LibraryModel &at(int row) const { return m_models.at(row); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    QList<LibraryModel> m_models;
};

} // namespace Tempera
