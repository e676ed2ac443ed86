// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/ports/spending.h"

#include "models/core/saturation.h"

using namespace Qt::StringLiterals;

namespace Tempera {

void SpendingRow::add(const SpendingRow &other)
{
    cells = Saturated::sum(cells, other.cells);
    inputTokens = Saturated::sum(inputTokens, other.inputTokens);
    cachedInputTokens = Saturated::sum(cachedInputTokens, other.cachedInputTokens);
    outputTokens = Saturated::sum(outputTokens, other.outputTokens);
    cost += other.cost;
    unknownCosts = Saturated::sum(unknownCosts, other.unknownCosts);
    retries = Saturated::sum(retries, other.retries);
    failed = Saturated::sum(failed, other.failed);
    failedCost += other.failedCost;
    savedByPrefix += other.savedByPrefix;
    savedByAnswers += other.savedByAnswers;
}

SpendingRow spendingTotal(const QList<SpendingRow> &rows)
{
    SpendingRow all;
    for (const SpendingRow &row : rows)
        all.add(row);
    return all;
}

QString spendingEndpoint(const Endpoint &endpoint)
{
    switch (endpoint.kind) {
    case EndpointKind::Local: return u"local"_s;
    case EndpointKind::Echo: return u"echo"_s;
    case EndpointKind::Script: return u"script"_s;
    case EndpointKind::Unknown: return u"unknown"_s;
    case EndpointKind::Remote: break;
    }
    const int port = endpoint.baseUrl.port();
    return endpoint.baseUrl.host() + (port < 0 ? QString() : u':' + QString::number(port));
}

} // namespace Tempera
