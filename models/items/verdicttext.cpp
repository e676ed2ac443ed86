// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/verdicttext.h"

#include "models/items/celltext.h"
#include "models/text/displaytext.h"

namespace Tempera::VerdictText {

QString outcome(const Verdict &verdict)
{
    return CellText::outcomeSign(verdict.outcome) + u' ' + CellText::outcome(verdict.outcome);
}

QString reason(const Verdict &verdict)
{
    constexpr qsizetype shown = 300;
    return firstLine(verdict.reason, shown);
}

QVariant data(const Verdict &verdict, int role)
{
    switch (role) {
    case OutcomeRole: return static_cast<int>(verdict.outcome);
    case Qt::ToolTipRole: return DisplayText::of(verdict.reason);
    default: return {};
    }
}

} // namespace Tempera::VerdictText
