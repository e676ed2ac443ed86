// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/celltext.h"

#include "models/core/counted.h"
#include "models/text/displaytext.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera::CellText {
namespace {

QString cellWords(const char *source)
{
    return QCoreApplication::translate("CellText", source);
}

QString tokensInOut(const Usage &usage)
{
    if (!usage.inputTokens && !usage.outputTokens)
        return {};
    const auto part = [](const std::optional<std::int64_t> &count) { return count ? number(*count) : u"?"_s; };
    const QString sign = usage.exactness == Exactness::Estimate ? u"≈"_s : QString();
    const std::int64_t last = usage.outputTokens.value_or(0);
    return sign
           + counted(QCoreApplication::translate("CellText", "%1 → %2 token(s)", "input → output", countForm(last)), last)
                 .arg(part(usage.inputTokens), part(usage.outputTokens));
}

} // namespace

QString duration(std::chrono::microseconds time)
{
    const QLocale locale;
    const double seconds = static_cast<double>(time.count()) / 1e6;
    if (seconds < 0.9995)
        return cellWords(QT_TRANSLATE_NOOP("CellText", "%1 ms")).arg(locale.toString(qRound(seconds * 1000)));
    if (seconds < 59.95)
        return cellWords(QT_TRANSLATE_NOOP("CellText", "%1 s")).arg(locale.toString(seconds, 'f', seconds < 10 ? 2 : 1));
    const auto whole = static_cast<qlonglong>(seconds + 0.5);
    if (whole < 3600)
        return cellWords(QT_TRANSLATE_NOOP("CellText", "%1 min %2 s")).arg(whole / 60).arg(whole % 60);
    return cellWords(QT_TRANSLATE_NOOP("CellText", "%1 h %2 min")).arg(whole / 3600).arg(whole % 3600 / 60);
}

QString timeLeft(std::chrono::microseconds time)
{
    const auto whole = std::max(std::chrono::ceil<std::chrono::seconds>(time), std::chrono::seconds(1));
    if (whole.count() < 60)
        return cellWords(QT_TRANSLATE_NOOP("CellText", "%1 s")).arg(whole.count());
    return duration(whole);
}

QString number(std::int64_t value)
{
    QLocale locale;
    locale.setNumberOptions(QLocale::DefaultNumberOptions);
    return locale.language() == QLocale::C ? QLocale(QLocale::English).toString(static_cast<qlonglong>(value))
                                           : locale.toString(static_cast<qlonglong>(value));
}

QString tokens(std::int64_t value, Exactness exactness)
{
    const QString sign = exactness == Exactness::Estimate ? u"≈"_s : QString();
    const QString form = QCoreApplication::translate("CellText", "%1 token(s)", nullptr, countForm(value));
    return sign + counted(form, value).arg(number(value));
}

QString notesInShort(const Cell &cell)
{
    QStringList parts;
    for (const Note &note : cell.notes) {
        switch (note.kind) {
        case NoteKind::TemplateAssumed: parts += cellWords(QT_TRANSLATE_NOOP("CellText", "⚠ no chat template")); break;
        case NoteKind::RuleNotEnforced: parts += cellWords(QT_TRANSLATE_NOOP("CellText", "⚠ schema not fully enforced")); break;
        case NoteKind::ParameterNotSent:
            parts += cellWords(QT_TRANSLATE_NOOP("CellText", "⚠ %1 not sent")).arg(note.detail);
            break;
        case NoteKind::VariableEmpty:
            parts += cellWords(QT_TRANSLATE_NOOP("CellText", "⚠ %1 has no value")).arg(note.detail);
            break;
        case NoteKind::Transformed: parts += cellWords(QT_TRANSLATE_NOOP("CellText", "transformed")); break;
        case NoteKind::RaceDecided: break; // its state says so
        case NoteKind::ServerOfPool:
        case NoteKind::AnswerIsData: break; // for those who look at the cell
        case NoteKind::FromCache:
            parts += note.detail.isEmpty()
                         ? cellWords(QT_TRANSLATE_NOOP("CellText", "from the cache"))
                         : cellWords(QT_TRANSLATE_NOOP("CellText", "from the cache, %1 saved")).arg(note.detail);
            break;
        case NoteKind::SchemaViolated: parts += cellWords(QT_TRANSLATE_NOOP("CellText", "⚠ violates its schema")); break;
        }
    }
    return parts.join(u" · "_s);
}

QString footer(const Cell &cell)
{
    const QLocale locale;
    QStringList parts;
    if (cell.timings.firstToken)
        parts += cellWords(QT_TRANSLATE_NOOP("CellText", "first token %1")).arg(duration(*cell.timings.firstToken));
    if (cell.timings.tokensPerSecond)
        parts +=
            cellWords(QT_TRANSLATE_NOOP("CellText", "%1 tokens/s")).arg(locale.toString(*cell.timings.tokensPerSecond, 'f', 1));
    if (const QString counts = tokensInOut(cell.usage); !counts.isEmpty())
        parts += counts;
    if (cell.cost)
        parts += moneyText(cell.cost);
    else if (cell.state == CellState::Done)
        parts += cellWords(QT_TRANSLATE_NOOP("CellText", "cost unknown"));
    if (cell.finishReason == FinishReason::Length && cell.state == CellState::Done)
        parts += cellWords(QT_TRANSLATE_NOOP("CellText", "cut off at the token limit"));
    if (!cell.attempts.isEmpty())
        parts += u"↪ "_s + DisplayText::of(attemptsSentence(cell.attempts));
    if (cell.retries > 0)
        parts += cellWords(QT_TRANSLATE_NOOP("CellText", "attempts: %1")).arg(cell.retries + 1);
    if (const QString notes = notesInShort(cell); !notes.isEmpty())
        parts += notes;
    return parts.join(u" · "_s);
}

QString origin(const Cell &cell)
{
    QStringList lines;
    if (!cell.model.isEmpty())
        lines += cellWords(QT_TRANSLATE_NOOP("CellText", "Answered by %1")).arg(DisplayText::of(cell.model));
    if (cell.seed)
        lines += cellWords(QT_TRANSLATE_NOOP("CellText", "Seed %1")).arg(*cell.seed);
    if (!cell.modelHash.isEmpty())
        lines +=
            cellWords(QT_TRANSLATE_NOOP("CellText", "SHA-256 of the model's file: %1")).arg(QString::fromLatin1(cell.modelHash));
    if (cell.reproducibility == Reproducibility::Strict)
        lines += cellWords(QT_TRANSLATE_NOOP("CellText",
                                             "Strict: an identical request gives this answer again, bit for bit, with the same "
                                             "model file, version of Tempera and settings of this machine."));
    else if (cell.reproducibility == Reproducibility::Fast)
        lines += cellWords(QT_TRANSLATE_NOOP(
            "CellText",
            "Fast: an identical request may give another answer, as what else runs and what was asked before can change a close "
            "decision. In strict mode it gives the same one each time."));
    else if (cell.seed && cell.request.endpoint.kind == EndpointKind::Remote)
        lines +=
            cellWords(QT_TRANSLATE_NOOP("CellText", "Whether an identical request gives this answer again is up to the server."));
    if (const std::optional<TextGaps> &gaps = cell.timings.gaps)
        lines += cellWords(QT_TRANSLATE_NOOP("CellText", "Between pieces of text: %1 mostly, 95 % within %2, %3 at most"))
                     .arg(duration(gaps->median), duration(gaps->most), duration(gaps->longest));
    if (cell.timings.bytes)
        lines += cellWords(QT_TRANSLATE_NOOP("CellText", "Received: %1"))
                     .arg(QLocale().formattedDataSize(*cell.timings.bytes, 1, QLocale::DataSizeSIFormat));
    for (const Note &note : cell.notes)
        lines += DisplayText::of(noteSentence(note));
    for (const QString &line : attemptLines(cell.attempts))
        lines += DisplayText::of(line);
    return lines.join(u'\n');
}

QString state(const Cell &cell)
{
    switch (cell.state) {
    case CellState::Planned: return cellWords(QT_TRANSLATE_NOOP("CellText", "Planned"));
    case CellState::Queued: return cellWords(QT_TRANSLATE_NOOP("CellText", "Waiting"));
    case CellState::Loading:
        return cellWords(QT_TRANSLATE_NOOP("CellText", "Loading the model, %1 %")).arg(qRound(cell.loadingFraction * 100));
    case CellState::Streaming:
        return cell.text.isEmpty() ? cellWords(QT_TRANSLATE_NOOP("CellText", "Processing the prompt"))
                                   : cellWords(QT_TRANSLATE_NOOP("CellText", "Generating"));
    case CellState::Retrying: return cellWords(QT_TRANSLATE_NOOP("CellText", "Retrying (%1)")).arg(cell.retries);
    case CellState::Done: return cellWords(QT_TRANSLATE_NOOP("CellText", "Done"));
    case CellState::Failed: return cellWords(QT_TRANSLATE_NOOP("CellText", "Failed"));
    case CellState::Cancelled: return cellWords(QT_TRANSLATE_NOOP("CellText", "Stopped"));
    case CellState::NotNeeded: return cellWords(QT_TRANSLATE_NOOP("CellText", "Not needed"));
    }
    return {};
}

QString outcome(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Pass: return cellWords(QT_TRANSLATE_NOOP("CellText", "passed"));
    case Outcome::Fail: return cellWords(QT_TRANSLATE_NOOP("CellText", "failed"));
    case Outcome::Error: return cellWords(QT_TRANSLATE_NOOP("CellText", "could not be checked"));
    case Outcome::NotEvaluated: return cellWords(QT_TRANSLATE_NOOP("CellText", "not evaluated"));
    }
    return {};
}

QString outcomeSign(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Pass: return u"✓"_s;
    case Outcome::Fail: return u"✗"_s;
    case Outcome::Error: return u"!"_s;
    case Outcome::NotEvaluated: return u"?"_s;
    }
    return {};
}

QString grade(const CellSummary &cell)
{
    const int all = cell.verdicts;
    if (!cell.outcome || all == 0)
        return {};
    return counted(QCoreApplication::translate("CellText", "%1 of %2 check(s) passed", nullptr, countForm(all)), all)
        .arg(cell.passedVerdicts)
        .arg(all);
}

} // namespace Tempera::CellText
