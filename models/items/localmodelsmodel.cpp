// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/localmodelsmodel.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {

void LocalModelsModel::setModels(const QList<LibraryModel> &models)
{
    const bool sameFiles = std::ranges::equal(models, m_models, {}, &LibraryModel::path, &LibraryModel::path);
    if (!sameFiles) {
        beginResetModel();
        m_models = models;
        endResetModel();
        return;
    }
    for (int row = 0; row < models.size(); ++row) {
        if (m_models.at(row) == models.at(row))
            continue;
        m_models[row] = models.at(row);
        Q_EMIT dataChanged(index(row), index(row));
    }
}

void LocalModelsModel::setHash(const QString &path, const QByteArray &sha256)
{
    for (int row = 0; row < m_models.size(); ++row) {
        if (m_models.at(row).path != path || m_models.at(row).sha256 == sha256)
            continue;
        m_models[row].sha256 = sha256;
        Q_EMIT dataChanged(index(row), index(row), {Qt::ToolTipRole});
    }
}

int LocalModelsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_models.size());
}

QVariant LocalModelsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const LibraryModel &model = m_models.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return model.name;
    case Qt::AccessibleTextRole: return QString(model.name + u", "_s + factSummary(model));
    case Qt::ToolTipRole: {
        QStringList lines;
        const QList<FactLine> facts = factLines(model);
        for (const FactLine &fact : facts)
            lines += u"%1: %2"_s.arg(fact.title, fact.value);
        return lines.join(u'\n');
    }
    case IdRole: return QString(u"local:"_s + model.name);
    case PathRole: return model.path;
    case SummaryRole: return factSummary(model);
    case BrokenRole: return model.problem.has_value();
    default: return {};
    }
}

Qt::ItemFlags LocalModelsModel::flags(const QModelIndex &index) const
{
    return index.isValid() ? Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemNeverHasChildren : Qt::NoItemFlags;
}

} // namespace Tempera
