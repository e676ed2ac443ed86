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

void failCell(Cell &cell, const Error &error)
{
    cell.state = CellState::Failed;
    cell.error = error;
}

} // namespace

/// Resolves who answers at each endpoint once; the cells of a variant share the answer.
class Preparation::ProviderFinder
{
public:
    explicit ProviderFinder(const Catalog *catalog) : m_catalog(catalog) { }

    const SharedProvider &provider(const Endpoint &endpoint)
    {
        SharedProvider &known = m_known[nameOf(endpoint)];
        if (known.isNull())
            known = SharedProvider(m_catalog ? m_catalog->providerFor(endpoint) : providerAt(endpoint));
        return known;
    }

private:
    /// All that an answer depends on.
    static QString nameOf(const Endpoint &endpoint)
    {
        QStringList names{endpoint.id,      endpoint.model, endpoint.modelPath, endpoint.baseUrl.toString(),
                          endpoint.keyName, endpoint.wire};
        names += QUrl::toStringList(endpoint.members);
        return names.join(u'\n');
    }

    const Catalog *m_catalog = nullptr;
    QHash<QString, SharedProvider> m_known;
};

/// Finds each local model once.
class Preparation::ModelFinder
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

struct Preparation::Private {
    explicit Private(const SessionContext &context) : models(context), providers(context.catalog) { }

    ModelFinder models;
    ProviderFinder providers;
};

Preparation::Preparation(const SessionContext &context) : d(std::make_unique<Private>(context)) { }

Preparation::~Preparation() = default;

void Preparation::prepare(Cell &cell)
{
    Endpoint &endpoint = cell.request.endpoint;
    if (isFinal(cell.state))
        return;
    if (endpoint.kind == EndpointKind::Unknown) {
        failCell(cell, missingModel(QCoreApplication::translate("Session", "This version does not support the provider \"%1\".")
                                        .arg(endpoint.shownId())));
    } else if (endpoint.kind == EndpointKind::Local && endpoint.modelPath.isEmpty()) {
        const Result<QString> &path = d->models.path(endpoint.model);
        if (path)
            endpoint.modelPath = *path;
        else
            failCell(cell, path.error());
    }
    setProvider(cell.request, d->providers.provider(endpoint));
    leaveOutRefused(cell.request, cell.request.provider->capabilities);
}

void prepareCells(std::vector<Cell> &cells, const SessionContext &context)
{
    Preparation preparation(context);
    for (Cell &cell : cells)
        preparation.prepare(cell);
}

} // namespace Tempera
