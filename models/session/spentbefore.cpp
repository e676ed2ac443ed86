// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/spentbefore.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {

QString budgetNameOf(const Catalog &catalog, const QString &spendingEndpoint)
{
    if (spendingEndpoint == "local"_L1 || spendingEndpoint == "echo"_L1 || spendingEndpoint == "script"_L1)
        return spendingEndpoint;
    Endpoint endpoint;
    endpoint.kind = EndpointKind::Remote;
    endpoint.baseUrl = QUrl(u"https://"_s + spendingEndpoint);
    const QString key = catalog.providerFor(endpoint).capabilities.provider;
    return key.isEmpty() ? endpoint.baseUrl.host() : key;
}

void loadSpentBefore(const SessionContext &context, const Budget &limits, QObject *guard,
                     std::function<void(const Result<SpentBefore> &)> callback)
{
    const QDate today = context.clock->now().toLocalTime().date();
    const SpendingQuery ofMonth{.since = QDate(today.year(), today.month(), 1).startOfDay(),
                                .by = limits.perEndpoint.isEmpty() ? SpendingBy::Day : SpendingBy::Endpoint};
    const SpendingQuery ofDay{.since = today.startOfDay(), .by = SpendingBy::Day};
    const SpendingSum saved = context.spending ? context.spending->saved() : SpendingSum();
    context.store->loadSpending(ofMonth, guard, [=, callback = std::move(callback)](const Result<QList<SpendingRow>> &month) {
        if (!month) {
            callback(std::unexpected(month.error()));
            return;
        }
        SpentBefore before;
        for (const SpendingRow &row : *month) {
            before.month += row.cost;
            if (ofMonth.by == SpendingBy::Endpoint)
                before.endpoints[budgetNameOf(*context.catalog, row.key)] += row.cost;
        }
        if (context.spending)
            context.spending->takeMonth({before.month, before.endpoints}, saved);
        const SpendingSum savedByNow = context.spending ? context.spending->saved() : SpendingSum();
        context.store->loadSpending(ofDay, guard, [=](const Result<QList<SpendingRow>> &day) {
            if (!day) {
                callback(std::unexpected(day.error()));
                return;
            }
            SpentBefore whole = before;
            whole.day = spendingTotal(*day).cost;
            if (context.spending)
                context.spending->takeDay(whole.day, savedByNow);
            callback(whole);
        });
    });
}

} // namespace Tempera
