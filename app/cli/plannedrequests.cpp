// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/plannedrequests.h"

#include "models/session/batchscope.h"

namespace Tempera {
namespace {

CliContext planningContext(CliContext context, CollectingEngine &engine)
{
    context.session.answers = &engine;
    context.limits = {}; // nothing is spent
    return context;
}

RunArguments planningArguments(RunArguments arguments)
{
    arguments.ledger = LedgerUse::Without;
    return arguments;
}

} // namespace

PlannedRequests::PlannedRequests(const CliContext &context, CollectingEngine &engine, const RunArguments &arguments)
    : RunCommand(planningContext(context, engine), planningArguments(arguments))
{
}

Result<void> PlannedRequests::mayRun(const Experiment &experiment) const
{
    return mayGoInBatches(experiment);
}

void PlannedRequests::end()
{
    clearProgress();
    Q_EMIT planned();
}

} // namespace Tempera
