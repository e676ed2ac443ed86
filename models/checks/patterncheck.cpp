// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/checkregistry.h"
#include "models/checks/scripts.h"

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// `regex`: JavaScript's RegExp without flags, unanchored; the script host limits its time.
class Regex final : public Check
{
    Q_DECLARE_TR_FUNCTIONS(Checks)
    Finding run(const CheckInput &input) const override
    {
        const auto pattern = asText(input.value);
        if (!pattern)
            return broken(tr("it needs a pattern"));
        ScriptHost *host = threadScriptHost();
        if (!host)
            return broken(tr("scripts cannot be run"));
        const Result<bool> matches = host->matches(*pattern, input.cell.text);
        if (!matches)
            return broken(tr("the pattern could not be run: %1").arg(matches.error().detail));
        return judged(*matches, *matches ? tr("the output matches %1").arg(quoted(*pattern))
                                         : tr("the output does not match %1").arg(quoted(*pattern)));
    }
};

} // namespace

void addPatternChecks(std::vector<RegisteredCheck> &checks)
{
    checks.push_back({u"regex"_s, CheckNeeds::Answer, std::make_unique<Regex>()});
}

} // namespace Tempera
