// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/cellrow.h"

#include "app/storage/attemptcodec.h"
#include "app/storage/cellsums.h"
#include "app/storage/gradecodec.h"
#include "app/storage/requestcodec.h"
#include "app/storage/tracecodec.h"
#include "models/core/secrettext.h"

#include <QLoggingCategory>
#include <QStringList>

using namespace Qt::StringLiterals;

Q_DECLARE_LOGGING_CATEGORY(storageLog)

namespace Tempera::CellRow {
namespace {

/// Columns of a cell in the order in which both directions go through them.
constexpr auto cellColumns = "case_index, prompt_index, variant_index, repeat, state, outcome, cost_nano, "
                             "input_tokens, cached_input_tokens, output_tokens, reasoning_tokens, cache_write_5m_tokens, "
                             "cache_write_1h_tokens, usage_exact, "
                             "queued_us, first_token_us, total_us, tokens_per_second, finish_reason, seed, "
                             "reproducibility, retries, loading_fraction, model, error, grade, request, text, "
                             "reasoning, trace, model_hash, notes, attempts, vocabulary, service_tier, image_tokens, "
                             "audio_input_tokens, audio_output_tokens, gap_median_us, gap_most_us, gap_longest_us, "
                             "answer_bytes"_L1;

void writeFacts(RowWriter &row, const Usage &usage, const Timings &timings)
{
    using Duration = std::optional<std::chrono::microseconds>;
    row.add(usage.serviceTier ? sqlText(*usage.serviceTier) : QVariant());
    row.add(sqlNumber(usage.imageTokens)).add(sqlNumber(usage.audioInputTokens)).add(sqlNumber(usage.audioOutputTokens));
    row.add(sqlNumber(timings.gaps ? Duration(timings.gaps->median) : Duration()));
    row.add(sqlNumber(timings.gaps ? Duration(timings.gaps->most) : Duration()));
    row.add(sqlNumber(timings.gaps ? Duration(timings.gaps->longest) : Duration()));
    row.add(sqlNumber(timings.bytes));
}

void readFacts(RowReader &row, Usage &usage, Timings &timings)
{
    const QVariant tier = row.next();
    if (!tier.isNull())
        usage.serviceTier = tier.toString();
    usage.imageTokens = row.tokens();
    usage.audioInputTokens = row.tokens();
    usage.audioOutputTokens = row.tokens();
    const auto median = row.duration();
    const auto most = row.duration();
    const auto longest = row.duration();
    if (median && most && longest)
        timings.gaps = TextGaps{*median, *most, *longest};
    timings.bytes = row.optional<std::int64_t>();
}

} // namespace

QString columns()
{
    return cellColumns;
}

QString summaryColumns()
{
    return u"case_index, prompt_index, variant_index, repeat, state, cost_nano, input_tokens, output_tokens, first_token_us, "
           "total_us, tokens_per_second, grade, text <> '', attempts, other_input_tokens, other_output_tokens"_s;
}

CellSummary readSummary(RowReader &row)
{
    CellSummary summary;
    summary.key.caseIndex = row.integer();
    summary.key.promptIndex = row.integer();
    summary.key.variantIndex = row.integer();
    summary.key.repeat = row.integer();
    summary.state = cellStateFromName(row.text());
    const std::optional<Money> cost = row.optional<Money>();
    summary.costNano = cost ? std::optional(cost->nano()) : std::nullopt;
    summary.inputTokens = row.tokens();
    summary.outputTokens = row.tokens();
    summary.firstTokenTime = row.optional<std::int64_t>();
    summary.totalTime = row.optional<std::int64_t>();
    summary.tokensPerSecond = row.optional<double>();
    if (const QByteArray grade = row.utf8(); !grade.isEmpty())
        summary.setGrade(gradeFromJson(grade));
    if (const std::optional<Money> all = summary.cost()) // with the judges' part, as in read()
        summary.costNano = std::optional((*all - summary.grading().cost).nano());
    summary.hasText = row.integer() != 0;
    summary.setAttempts(attemptsFromJson(row.utf8()));
    OtherTokens other;
    other.input = row.number();
    other.output = row.number();
    summary.setOtherTokens(other);
    return summary;
}

QString places()
{
    static const QStringList utf8Columns{u"model"_s,     u"error"_s, u"grade"_s,    u"request"_s,     u"text"_s,
                                         u"reasoning"_s, u"notes"_s, u"attempts"_s, u"service_tier"_s};
    QStringList places;
    const QStringList all = columns().split(u", "_s);
    for (const QString &column : all)
        places.append(utf8Columns.contains(column) ? u"CAST(? AS TEXT)"_s : u"?"_s);
    return places.join(u", "_s);
}

QString updates()
{
    QStringList updates;
    const QStringList all = columns().split(u", "_s);
    for (const QString &column : all)
        updates.append(column + u" = excluded."_s + column);
    return updates.join(u", "_s);
}

void write(RowWriter &row, const Cell &cell, const QByteArray &request, const QByteArray &trace, const QVariant &vocabulary)
{
    const CellKey &key = cell.request.key;
    row.add(key.caseIndex).add(key.promptIndex).add(key.variantIndex).add(key.repeat);
    row.add(cellStateName(cell.state));
    row.add(cell.grade ? QVariant(outcomeName(cell.grade->outcome)) : QVariant());
    row.add(sqlNumber(costWithJudges(cell))).add(cell.usage).add(cell.timings);
    row.add(finishReasonName(cell.finishReason)).add(sqlNumber(cell.seed));
    row.add(reproducibilityName(cell.reproducibility)).add(cell.retries).add(cell.loadingFraction);
    row.add(sqlText(withoutAddressSecrets(cell.model)));
    row.add(cell.error ? QVariant(errorToJson(*cell.error)) : QVariant());
    row.add(cell.grade ? QVariant(gradeToJson(*cell.grade)) : QVariant());
    row.add(request).add(sqlText(cell.text)).add(sqlText(cell.reasoning));
    row.add(sqlBytesOrNull(trace)).add(sqlBytesOrNull(QByteArray::fromHex(cell.modelHash)));
    row.add(cell.notes.isEmpty() ? QVariant() : QVariant(notesToLedger(cell.notes)));
    const QByteArray attempts = attemptsToJson(cell);
    row.add(attempts.isEmpty() ? QVariant() : QVariant(attempts));
    row.add(vocabulary);
    writeFacts(row, cell.usage, cell.timings);
}

Cell read(RowReader &row, qint64 &vocabulary)
{
    Cell cell;
    CellKey key;
    key.caseIndex = row.integer();
    key.promptIndex = row.integer();
    key.variantIndex = row.integer();
    key.repeat = row.integer();
    cell.state = cellStateFromName(row.text());
    row.next(); // outcome: the grade has it too
    cell.cost = row.optional<Money>();
    cell.usage = row.usage();
    cell.timings = row.timings();
    cell.finishReason = finishReasonFromName(row.text());
    cell.seed = row.optional<std::uint64_t>();
    cell.reproducibility = reproducibilityFromName(row.text());
    cell.retries = row.integer();
    cell.loadingFraction = row.real();
    cell.model = row.text();
    if (const QByteArray error = row.utf8(); !error.isEmpty())
        cell.error = errorFromJson(error);
    if (const QByteArray grade = row.utf8(); !grade.isEmpty())
        cell.grade = gradeFromJson(grade);
    if (cell.cost && cell.grade) // the column is for sums, and holds the judges' part too
        cell.cost = *cell.cost - spendOf(*cell.grade).cost;
    cell.request = requestFromJson(row.utf8());
    cell.request.key = key;
    cell.text = row.text();
    cell.reasoning = row.text();
    if (Result<Trace> trace = decodeTrace(row.bytes()))
        cell.trace = *std::move(trace);
    else // the answer is worth more than its colours
        qCWarning(storageLog, "%ls", qUtf16Printable(trace.error().detail));
    cell.modelHash = row.bytes().toHex();
    cell.notes = notesFromLedger(row.utf8());
    attemptsFromJson(row.utf8(), cell);
    vocabulary = row.number();
    readFacts(row, cell.usage, cell.timings);
    return cell;
}

} // namespace Tempera::CellRow
