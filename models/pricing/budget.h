// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/pricing/cost.h"
#include "models/pricing/estimate.h"
#include "models/pricing/sharedspending.h"

#include <QMap>
#include <QString>

#include <memory>
#include <optional>

namespace Tempera {

/// Limits on money. Absent = no limit.
struct Budget {
    std::optional<Money> perRun;
    std::optional<Money> perDay;
    std::optional<Money> perMonth = {};
    QMap<QString, Money> perEndpoint = {}; ///< By the key of its prices, or its host.

    /// Whether nothing limits what goes to any endpoint.
    [[nodiscard]] bool isUnlimited() const { return !perRun && !perDay && !perMonth && perEndpoint.isEmpty(); }
    bool operator==(const Budget &) const = default;
};

/// What was spent before a run begins.
struct SpentBefore {
    Money run;   ///< By earlier parts of the same run.
    Money day;   ///< Since midnight, by all runs.
    Money month; ///< Since its first day, by all runs.
    QMap<QString, Money> endpoints = {};
};

/// What a budget says of a run.
enum class BudgetAnswer {
    Fits,       ///< Even the upper bound is within every limit, or there is no limit.
    MayExceed,  ///< The lower bound fits; the upper does not, or it or a price is unknown. It will stop at the limit.
    ExceedsRun, ///< The lower bound alone is over the limit of a run.
    ExceedsDay, ///< With what was spent today the lower bound is over the limit of the day.
};

/// Asked before the first request leaves. `spentToday` is the known cost since midnight.
[[nodiscard]] BudgetAnswer checkBudget(const Budget &budget, const CostEstimate &estimate, Money spentToday);

/// The Error (kind Budget) for an answer that forbids the run, with the amounts; nothing for Fits and MayExceed.
[[nodiscard]] std::optional<Error> budgetError(BudgetAnswer answer, const Budget &budget, const CostEstimate &estimate,
                                               Money spentToday);

enum class BudgetScope { Run, Day, Month, Endpoint };

/// Whether a request may start.
enum class BudgetVerdict {
    Go,
    Wait, ///< It may fit when those under way have ended: they mostly cost less than they could.
    Stop, ///< It does not fit beside what is spent.
    Ask,  ///< Nobody knows what it may cost at most; that needs the user's yes.
};

/// The verdict with its reason.
struct BudgetDecision {
    BudgetVerdict verdict = BudgetVerdict::Go;
    BudgetScope scope = BudgetScope::Run; ///< Of the limit that it does not fit into; the narrowest.
    Money limit;
    Money spent;              ///< Of that limit.
    Money worst;              ///< What the request may cost at most.
    CostReasons unknown = {}; ///< Why that is not known.
    QString endpoint = {};

    bool operator==(const BudgetDecision &) const = default;
};

/// Why nothing may start, with the amounts and what can be done; translated. Empty for Go and Wait.
[[nodiscard]] QString budgetDecisionText(const BudgetDecision &decision);

/// What is set aside for a request under way.
struct BudgetClaim {
    QString endpoint;
    Money amount;
};

/// Keeps a run within its budget: a request starts only if the most that it may cost fits beside what is spent and what those
/// under way may cost, so that no limit is ever passed. A value without clock or ledger; with a share of what all runs spend the
/// limits that hold for all of them count the others too, and not what was before.
class BudgetMeter
{
public:
    BudgetMeter() = default;
    /// `acceptsUnknown` is the user's yes to requests of which nobody knows what they may cost.
    explicit BudgetMeter(const Budget &budget, const SpentBefore &before = {}, bool acceptsUnknown = false,
                         std::shared_ptr<SharedSpending::Share> share = {});

    /// Whether any limit holds for an endpoint: else a request's worst case need not be known.
    [[nodiscard]] bool isLimited(const QString &endpoint) const;
    [[nodiscard]] BudgetDecision decide(const QString &endpoint, const Cost &worst) const;
    /// A request starts.
    [[nodiscard]] BudgetClaim claim(const QString &endpoint, const Cost &worst);
    /// It has ended, and cost so much. Where nobody knows, what was set aside counts as spent.
    void settle(const BudgetClaim &claim, const std::optional<Money> &cost);

    /// By this run, earlier parts included, as far as it is known or was set aside.
    [[nodiscard]] Money spent() const { return m_before.run + m_spent; }
    [[nodiscard]] Money inFlight() const { return m_inFlight; }
    /// Today, by all runs, as far as they are known here.
    [[nodiscard]] Money spentOfDay() const { return m_share ? m_share->whole().day() : m_before.day + m_spent; }
    /// Null = this run counts for itself.
    [[nodiscard]] SharedSpending::Share *share() const { return m_share.get(); }

private:
    /// One limit, and what counts towards it.
    struct Gauge {
        BudgetScope scope;
        Money limit;
        Money spent;
        Money inFlight;
    };
    [[nodiscard]] QList<Gauge> gaugesFor(const QString &endpoint) const;

    Budget m_budget;
    SpentBefore m_before;
    bool m_acceptsUnknown = false;
    std::shared_ptr<SharedSpending::Share> m_share;
    Money m_spent; ///< Since it was made.
    Money m_inFlight;
    QMap<QString, Money> m_spentAt;
    QMap<QString, Money> m_inFlightAt;
};

} // namespace Tempera
