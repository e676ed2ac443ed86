// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/session/runoptions.h"

#include <functional>

namespace Tempera {

/// Reads from the ledger what counts towards the limits of a day, a month (both of local time) and endpoints (by the month).
/// Calls back on the caller's thread, later or at once, unless the guard is gone; with the ledger's Error where it cannot tell:
/// that is never taken for "nothing was spent". Costs that nobody knows do not count.
/// Where all runs share what they spend (SessionContext::spending), that is brought up to date with it.
void loadSpentBefore(const SessionContext &context, const Budget &limits, QObject *guard,
                     std::function<void(const Result<SpentBefore> &)> callback);

/// The name under which a budget counts what the ledger has under an endpoint (see spendingEndpoint() and budgetEndpoint()).
[[nodiscard]] QString budgetNameOf(const Catalog &catalog, const QString &spendingEndpoint);

} // namespace Tempera
