// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/checkregistry.h"

#include <algorithm>

namespace Tempera {

const std::vector<RegisteredCheck> &registeredChecks()
{
    static const std::vector<RegisteredCheck> checks = [] {
        std::vector<RegisteredCheck> all;
        addTextChecks(all);
        addListChecks(all);
        addPatternChecks(all);
        addJsonChecks(all);
        addMeasureChecks(all);
        addDistanceChecks(all);
        addTemperaChecks(all);
        return all;
    }();
    return checks;
}

const Check *findCheck(const QString &type)
{
    const auto &checks = registeredChecks();
    const auto it = std::find_if(checks.begin(), checks.end(), [&type](const RegisteredCheck &c) { return c.type == type; });
    return it == checks.end() ? nullptr : it->check.get();
}

} // namespace Tempera
