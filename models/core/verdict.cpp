// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/verdict.h"

using namespace Qt::StringLiterals;

namespace Tempera {

QString outcomeName(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Pass: return u"pass"_s;
    case Outcome::Fail: return u"fail"_s;
    case Outcome::Error: return u"error"_s;
    case Outcome::NotEvaluated: return u"not-evaluated"_s;
    }
    return {};
}

Outcome outcomeFromName(const QString &name)
{
    for (const Outcome outcome : {Outcome::Pass, Outcome::Fail, Outcome::Error}) {
        if (outcomeName(outcome) == name)
            return outcome;
    }
    return Outcome::NotEvaluated;
}

} // namespace Tempera
