// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/batchplanning.h"

#include "models/experiment/writing/keptexperiment.h"
#include "models/session/spentbefore.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace Tempera {
namespace {

/// Cells that are planned in one turn of the event loop, so that it never waits long.
constexpr int plannedAtOnce = 64;

} // namespace

/// What the background does with the requests.
struct BatchPlanning::Counting {
    const BatchService *service = nullptr;
    std::vector<GenerationRequest> requests;
    LoadedExperiment loaded; ///< With the variants that are sent.
    Budget limits;
    SpentBefore before;
    bool acceptsUnknownCost = false;
    Result<BatchOffer> offer = {};
    std::optional<Error> overBudget = {};
    QByteArray kept = {};

    void work()
    {
        offer = batchOffer(std::move(requests), *service);
        if (!offer)
            return;
        overBudget = Tempera::overBudget(*offer, limits, before, acceptsUnknownCost);
        kept = keptExperiment(loaded.experiment, loaded.source.get());
    }
};

BatchPlanning::BatchPlanning(const SessionContext &context, const BatchService &service, QObject *parent)
    : QObject(parent), m_context(context), m_service(service)
{
}

BatchPlanning::~BatchPlanning() = default;

void BatchPlanning::start(const LoadedExperiment &experiment, const RunOptions &options)
{
    m_loaded = experiment;
    m_scope = batchScope(experiment.experiment, *m_context.catalog, m_service);
    m_limits = options.limits;
    m_limits.perRun = options.maxCost;
    m_acceptsUnknownCost = options.acceptsUnknownCost;
    if (const Result<void> begun = begin(options); !begun)
        Q_EMIT failed(begun.error());
}

Result<void> BatchPlanning::begin(const RunOptions &options)
{
    const auto needed = std::ranges::find_if(m_loaded.refused, &RefusedFile::isNeeded);
    if (needed != m_loaded.refused.cend())
        return std::unexpected(needed->error); // without it this is not the experiment that was meant
    if (const Result<void> may = mayGoInBatches(m_scope.experiment); !may)
        return may;
    if (m_scope.experiment.variants.isEmpty()) {
        return failure(ErrorKind::Usage, QCoreApplication::translate(
                                             "Batch", "Nothing of this experiment can be sent: no variant has a batch API."));
    }
    SessionContext outside = m_context;
    outside.engine = &m_engine;
    outside.engineFor = {};
    outside.answers = &m_engine;
    outside.store = &m_unstored;
    outside.spending = nullptr; // nothing is spent
    m_session = std::make_unique<Session>(outside);
    connect(m_session.get(), &Session::totalsChanged, this, &BatchPlanning::progressed);
    connect(m_session.get(), &Session::finished, this, &BatchPlanning::takeRequests);
    connect(m_session.get(), &Session::refused, this, &BatchPlanning::failed);
    RunOptions planned;
    planned.plan = options.plan;
    planned.experimentPath = options.experimentPath;
    planned.maxConcurrency = plannedAtOnce;
    planned.bodyMemory = 0; // nobody looks at them
    return m_session->run(m_scope.experiment, planned);
}

double BatchPlanning::share() const
{
    if (!m_session || m_session->totals().planned == 0)
        return 0;
    return static_cast<double>(m_session->totals().finished()) / m_session->totals().planned;
}

void BatchPlanning::takeRequests()
{
    m_failedCells = m_session->totals().failed;
    m_record = m_session->record();
    if (m_limits.isUnlimited())
        return count({});
    loadSpentBefore(m_context, m_limits, this, [this](const Result<SpentBefore> &before) {
        if (before)
            count(*before);
        else
            Q_EMIT failed(before.error());
    });
}

void BatchPlanning::count(const SpentBefore &before)
{
    const auto counting = std::make_shared<Counting>(Counting{.service = &m_service,
                                                              .requests = m_engine.takeRequests(),
                                                              .loaded = m_loaded,
                                                              .limits = m_limits,
                                                              .before = before,
                                                              .acceptsUnknownCost = m_acceptsUnknownCost});
    counting->loaded.experiment = m_scope.experiment;
    if (m_context.background)
        return m_context.background->run([counting] { counting->work(); }, this, [this, counting] { takeCount(*counting); });
    counting->work();
    takeCount(*counting);
}

void BatchPlanning::takeCount(Counting &counting)
{
    if (!counting.offer) {
        Q_EMIT failed(counting.offer.error());
        return;
    }
    m_offer = *std::move(counting.offer);
    m_overBudget = counting.overBudget;
    m_record.experimentYaml = counting.kept;
    Q_EMIT planned();
}

} // namespace Tempera
