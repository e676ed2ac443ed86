// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/variantsmodel.h"

#include "models/text/displaytext.h"

namespace Tempera {

VariantsModel::VariantsModel(ExperimentDocument &document, QObject *parent)
    : QAbstractTableModel(parent), m_document(document), m_variants(document.experiment().variants)
{
    connect(&m_document, &ExperimentDocument::experimentChanged, this, &VariantsModel::sync);
}

int VariantsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_variants.size());
}

int VariantsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant VariantsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || (role != Qt::DisplayRole && role != Qt::EditRole))
        return {};
    const Variant &variant = m_variants.at(index.row());
    switch (index.column()) {
    case TitleColumn: return role == Qt::EditRole ? variant.title() : firstLine(variant.title(), 80);
    case ModelColumn: return variant.endpoint.shownId();
    case SettingsColumn: return variant.sampling.summary();
    default: return {};
    }
}

QVariant VariantsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    if (orientation == Qt::Vertical)
        return section + 1;
    switch (section) {
    case TitleColumn: return tr("Variant");
    case ModelColumn: return tr("Model");
    case SettingsColumn: return tr("Settings");
    default: return {};
    }
}

Qt::ItemFlags VariantsModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.isValid() && index.column() == TitleColumn ? flags | Qt::ItemIsEditable : flags;
}

bool VariantsModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid) || index.column() != TitleColumn)
        return false;
    Experiment next = m_document.experiment();
    Variant &variant = next.variants[index.row()];
    const QString name = value.toString().trimmed();
    variant.label = name == variant.endpoint.id ? QString() : name;
    if (next != m_document.experiment())
        m_document.edit(std::move(next), tr("Rename a variant"));
    return true;
}

void VariantsModel::sync()
{
    const QList<Variant> &next = m_document.experiment().variants;
    const int before = static_cast<int>(m_variants.size());
    const int after = static_cast<int>(next.size());
    if (after > before) {
        beginInsertRows({}, before, after - 1);
        m_variants.resize(after);
        endInsertRows();
    } else if (after < before) {
        beginRemoveRows({}, after, before - 1);
        m_variants.resize(after);
        endRemoveRows();
    }
    if (next == m_variants)
        return;
    m_variants = next;
    Q_EMIT dataChanged(index(0, 0), index(after - 1, ColumnCount - 1), {Qt::DisplayRole, Qt::EditRole});
}

} // namespace Tempera
