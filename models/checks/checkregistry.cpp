// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/checkregistry.h"

#include <algorithm>

using namespace Qt::StringLiterals;

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
        addOverlapChecks(all);
        addMarkupChecks(all);
        addSqlChecks(all);
        addConductChecks(all);
        addToolChecks(all);
        addTemperaChecks(all);
        addQueryChecks(all);
        addContentChecks(all);
        addScriptChecks(all);
        addJudgeChecks(all);
        addRelevanceChecks(all);
        addContextChecks(all);
        addEmbeddingChecks(all);
        addModerationChecks(all);
        addClassifierChecks(all);
        return all;
    }();
    return checks;
}

const RegisteredCheck *findCheck(const QString &type)
{
    const QString plain = type.startsWith("not-"_L1) ? type.sliced(4) : type;
    const auto &checks = registeredChecks();
    const auto it = std::ranges::find(checks, plain, &RegisteredCheck::type);
    return it == checks.end() ? nullptr : &*it;
}

} // namespace Tempera
