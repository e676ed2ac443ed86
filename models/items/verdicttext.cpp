// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/verdicttext.h"

#include "models/items/celltext.h"
#include "models/text/displaytext.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace Tempera::VerdictText {
namespace {

QString judgeSentence(const Verdict &verdict)
{
    const Usage &usage = verdict.asked->usage;
    const auto tokens = [](const std::optional<std::int64_t> &count) {
        return count ? QLocale().toString(qlonglong(*count)) : moneyText(std::nullopt);
    };
    return QCoreApplication::translate("VerdictText", "Judged by %1: %2 tokens read, %3 written, cost %4")
        .arg(verdict.asked->model, tokens(usage.inputTokens), tokens(usage.outputTokens), moneyText(verdict.asked->cost));
}

QString wholeVerdict(const Verdict &verdict)
{
    QStringList lines;
    if (!verdict.reason.isEmpty())
        lines += verdict.reason;
    for (const VerdictPart &part : verdict.parts)
        lines += (part.passed ? u"✓ "_s : u"✗ "_s) + QLocale().toString(part.score, 'g', 3) + u' ' + part.reason;
    if (verdict.asked)
        lines += judgeSentence(verdict);
    return lines.join(u'\n');
}

} // namespace

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
    case Qt::ToolTipRole: return DisplayText::of(wholeVerdict(verdict));
    default: return {};
    }
}

} // namespace Tempera::VerdictText
