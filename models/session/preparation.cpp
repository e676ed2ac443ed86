// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/preparation.h"

#include <QCoreApplication>
#include <QHash>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

Error missingModel(const QString &detail)
{
    Error error;
    error.kind = ErrorKind::ModelMissing;
    error.detail = detail;
    return error;
}

/// Finds each local model once.
class ModelFinder
{
    Q_DECLARE_TR_FUNCTIONS(Session)
public:
    explicit ModelFinder(const SessionContext &context) : m_context(context) { }

    const Result<QString> &path(const QString &model)
    {
        auto it = m_found.find(model);
        if (it == m_found.end())
            it = m_found.insert(model, search(model));
        return *it;
    }

private:
    Result<QString> search(const QString &model) const
    {
        if (!m_context.localModelPath)
            return std::unexpected(missingModel(tr("No local model can be found here: %1").arg(model)));
        Result<QString> path = m_context.localModelPath(model);
        if (path && path->isEmpty())
            return std::unexpected(missingModel(model));
        return path;
    }

    const SessionContext &m_context;
    QHash<QString, Result<QString>> m_found;
};

void failCell(Cell &cell, const Error &error)
{
    cell.state = CellState::Failed;
    cell.error = error;
}

} // namespace

void prepareCells(std::vector<Cell> &cells, const SessionContext &context)
{
    ModelFinder models(context);
    for (Cell &cell : cells) {
        Endpoint &endpoint = cell.request.endpoint;
        if (isFinal(cell.state))
            continue;
        if (endpoint.kind == EndpointKind::Unknown) {
            failCell(cell,
                     missingModel(QCoreApplication::translate("Session", "The provider \"%1\" cannot be run by this version.")
                                      .arg(endpoint.id)));
        } else if (endpoint.kind == EndpointKind::Local && endpoint.modelPath.isEmpty()) {
            const Result<QString> &path = models.path(endpoint.model);
            if (path)
                endpoint.modelPath = *path;
            else
                failCell(cell, path.error());
        }
    }
}

} // namespace Tempera
