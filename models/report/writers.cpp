// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/report/writers.h"

#include "models/judging/blindpairs.h"
#include "models/judging/preferencefigures.h"
#include "models/stats/statssentences.h"

#include <QCoreApplication>
#include <QLocale>

#include <set>
#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {

QStringList cellReasons(const Cell &cell)
{
    if (cell.error)
        return {errorSentence(*cell.error)};
    QStringList reasons;
    if (!cell.grade)
        return reasons;
    for (const Verdict &verdict : cell.grade->verdicts) {
        if (verdict.outcome == Outcome::Pass)
            continue;
        QString line = verdict.type;
        if (verdict.outcome == Outcome::NotEvaluated)
            line += u" ("_s + QCoreApplication::translate("Report", "not evaluated") + u')';
        if (!verdict.reason.isEmpty())
            line += u": "_s + verdict.reason;
        reasons << line;
    }
    return reasons;
}

QStringList cellRemarks(const Cell &cell)
{
    QStringList remarks = cellReasons(cell);
    for (const Note &note : cell.notes)
        remarks << noteSentence(note);
    return remarks + attemptLines(cell.attempts);
}

QStringList cellRemarks(const RunReport &report, const Cell &cell)
{
    QStringList remarks = cellRemarks(cell);
    const Rating *rating = report.judgements.ratingOf(cell.request.key);
    if (!rating)
        return remarks;
    QStringList parts;
    if (rating->thumb != Thumb::None)
        parts << (rating->thumb == Thumb::Up ? QCoreApplication::translate("Report", "good")
                                             : QCoreApplication::translate("Report", "bad"));
    if (rating->score)
        parts << QString::number(*rating->score, 'f', 2);
    for (const QString &tag : rating->tags)
        parts << QChar(u'#') + tag;
    if (!rating->comment.isEmpty())
        parts << rating->comment;
    remarks << QCoreApplication::translate("Report", "A person says: %1").arg(parts.join(QStringLiteral(" · ")));
    return remarks;
}

QStringList preferenceRemarks(const RunReport &report, const ReportGrid &grid)
{
    using Columns = std::pair<JudgedColumn, JudgedColumn>;
    std::set<Columns> compared;
    for (const JudgedPair &pair : report.judgements.pairs)
        compared.emplace(JudgedColumn{pair.first.promptIndex, pair.first.variantIndex},
                         JudgedColumn{pair.second.promptIndex, pair.second.variantIndex});
    const auto title = [&grid](const JudgedColumn &column) {
        for (const ReportColumn &each : grid.columns()) {
            if (each.promptIndex == column.promptIndex && each.variantIndex == column.variantIndex)
                return each.head();
        }
        return QString();
    };
    QStringList lines;
    for (const auto &[first, second] : compared) {
        const PreferenceFigures figures = preferenceFigures(pairsOf(report.judgements.pairs, first, second));
        lines << preferenceSentence(figures.counts, figures.secondShare, figures.confidence, figures.decided, title(first),
                                    title(second));
    }
    return lines;
}

QString shortNumber(const std::optional<double> &number)
{
    if (!number)
        return {};
    return QString::number(*number, 'f', *number < 100 ? 1 : 0);
}

std::optional<double> milliseconds(const std::optional<std::chrono::microseconds> &time)
{
    if (!time)
        return std::nullopt;
    return static_cast<double>(time->count()) / 1000.0;
}

QString groupedNumber(std::int64_t number)
{
    return QLocale(QLocale::English).toString(static_cast<qlonglong>(number));
}

QString costText(const ReportTotals &totals)
{
    const std::optional<Money> known = totals.knownCost();
    QString text = moneyText(known);
    if (known && totals.unknownCosts > 0)
        text += u" + "_s + moneyText(std::nullopt);
    return text;
}

QString tokensText(const ReportTotals &totals)
{
    const QString unknown = moneyText(std::nullopt);
    if (totals.inputTokens == 0 && totals.outputTokens == 0 && totals.unknownTokens > 0)
        return unknown;
    QString text = groupedNumber(totals.inputTokens) + u" → "_s + groupedNumber(totals.outputTokens);
    if (totals.unknownTokens > 0)
        text += u" + "_s + unknown;
    return text;
}

QString xmlSafe(const QString &text)
{
    QString out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c.isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate()) {
            out += c;
            out += text.at(++i);
            continue;
        }
        const char16_t unit = c.unicode();
        const bool allowed = unit == u'\t' || unit == u'\n' || unit == u'\r' || (unit >= 0x20 && unit < 0x7f)
                             || (unit >= 0xa0 && unit < 0xd800) || (unit >= 0xe000 && unit < 0xfffe);
        out += allowed ? c : QChar(QChar::ReplacementCharacter);
    }
    return out;
}

} // namespace Tempera
