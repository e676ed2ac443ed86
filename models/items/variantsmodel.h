// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/experiment/experimentdocument.h"

#include <QAbstractTableModel>

namespace Tempera {

/// The variants of the edited experiment; names can be edited.
class VariantsModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Columns { TitleColumn, ModelColumn, SettingsColumn, ColumnCount };

    explicit VariantsModel(ExperimentDocument &document, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

private:
    void sync();

    ExperimentDocument &m_document;
    QList<Variant> m_variants;
};

} // namespace Tempera
