// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/secrettext.h"
#include "models/experiment/caseinput.h"
#include "models/experiment/results/resultfile.h"
#include "models/report/attemptsjson.h"
#include "models/report/columnscores.h"
#include "models/report/configjson.h"
#include "models/report/gradingjson.h"
#include "models/report/jsonstream.h"
#include "models/report/jsonvalues.h"
#include "models/report/judgementjson.h"
#include "models/report/racejson.h"
#include "models/report/redact.h"
#include "models/report/writers.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

// promptfoo's ResultFailureReason.
constexpr int noFailure = 0;
constexpr int checkFailure = 1;
constexpr int requestFailure = 2;

QString reproducibilityName(Reproducibility reproducibility)
{
    switch (reproducibility) {
    case Reproducibility::Unknown: return u"unknown"_s;
    case Reproducibility::Fast: return u"fast"_s;
    case Reproducibility::Strict: return u"strict"_s;
    }
    return {};
}

QJsonObject namedScoresJson(const Grade &grade)
{
    QJsonObject json;
    for (const NamedScore &named : namedScores(grade.verdicts))
        json.insert(named.name, named.score);
    return json;
}

/// A verdict and its parts behind it, as promptfoo lists them: those of a set, and those that a script gives.
void appendWithParts(QJsonArray &components, const Verdict &verdict, const QJsonObject &assertion, const QString &answer)
{
    QJsonObject component = componentJson(verdict, assertion, answer);
    const QJsonArray parts = component.value("componentResults"_L1).toArray();
    components.append(component);
    if (verdict.asked)
        return; // the parts of what a judge said are no checks
    const bool isSet = assertion.contains("assert"_L1);
    for (const QJsonValue &each : parts) {
        QJsonObject part = each.toObject();
        if (!isSet) {
            part.insert(u"assertion"_s, assertion);
            part.insert(u"tempera"_s, QJsonObject{{u"isPart"_s, true}});
        }
        components.append(part);
    }
}

QJsonObject gradingJson(const Cell &cell, const QList<CheckSpec> &checks)
{
    const Grade &grade = *cell.grade;
    QJsonArray components;
    QJsonArray joined; // what promptfoo's list has no place for
    for (qsizetype i = 0; i < grade.verdicts.size(); ++i) {
        const Verdict &verdict = grade.verdicts.at(i);
        const bool known = i < checks.size() && checks.at(i).type == verdict.type;
        const QJsonObject assertion = known ? checkJson(checks.at(i)) : QJsonObject{{u"type"_s, verdict.type}};
        if (verdict.type == "assertScoringFunction"_L1)
            joined.append(componentJson(verdict, assertion, cell.text));
        else
            appendWithParts(components, verdict, assertion, cell.text);
    }
    const QStringList reasons = cellReasons(cell);
    QJsonObject json{
        {u"pass"_s, grade.outcome == Outcome::Pass},
        {u"score"_s, grade.score},
        {u"reason"_s, reasons.isEmpty() ? u"All assertions passed"_s : reasons.join(u'\n')},
        {u"componentResults"_s, components},
        {u"namedScores"_s, namedScoresJson(grade)},
        {u"tokensUsed"_s, gradingTokens(spendOf(grade))},
    };
    if (!joined.isEmpty())
        json.insert(u"tempera"_s, QJsonObject{{u"joined"_s, joined}});
    return json;
}

/// What promptfoo's result has no place for.
QJsonObject additionsJson(const RunReport &report, const Cell &cell)
{
    const CellKey &key = cell.request.key;
    QJsonObject json{
        {u"outcome"_s, cellOutcomeName(cellOutcome(cell))},
        {u"state"_s, cellStateName(cell.state)},
        {u"caseIndex"_s, key.caseIndex},
        {u"promptIndex"_s, key.promptIndex},
        {u"variantIndex"_s, key.variantIndex},
        {u"repeat"_s, key.repeat},
        {u"model"_s, withoutAddressSecrets(cell.model.isEmpty() ? cell.request.endpoint.model : cell.model)},
        {u"modelSha256"_s, cell.modelHash.isEmpty() ? QJsonValue() : QJsonValue(QString::fromLatin1(cell.modelHash))},
        {u"finishReason"_s, cell.state == CellState::Done ? QJsonValue(finishReasonName(cell.finishReason)) : QJsonValue::Null},
        {u"seed"_s, seedJson(cell.seed)},
        {u"reproducibility"_s, reproducibilityName(cell.reproducibility)},
        {u"retries"_s, cell.retries},
        {u"reasoning"_s, cell.reasoning.isEmpty() ? QJsonValue::Null : QJsonValue(cell.reasoning)},
        {u"errorKind"_s, cell.error ? QJsonValue(errorKindName(cell.error->kind)) : QJsonValue::Null},
        {u"timings"_s, QJsonObject{{u"queuedMs"_s, numberJson(milliseconds(cell.timings.queued))},
                                   {u"firstTokenMs"_s, numberJson(milliseconds(cell.timings.firstToken))},
                                   {u"totalMs"_s, numberJson(milliseconds(cell.timings.total))},
                                   {u"tokensPerSecond"_s, numberJson(cell.timings.tokensPerSecond)}}},
    };
    if (!cell.notes.isEmpty())
        json.insert(u"notes"_s, notesToJson(cell.notes));
    if (!cell.attempts.isEmpty())
        json.insert(u"attempts"_s, attemptsJson(cell.attempts));
    if (const Rating *rating = report.judgements.ratingOf(key))
        json.insert(u"rating"_s, ratingJson(*rating));
    if (const GradingSpend spend = spendOf(cell.grade.value_or(Grade())); spend.requests > 0)
        json.insert(u"gradingCost"_s, gradingCost(spend));
    return json;
}

int failureReason(CellOutcome outcome)
{
    switch (outcome) {
    case CellOutcome::NotNeeded:
    case CellOutcome::Passed: return noFailure;
    case CellOutcome::ChecksFailed:
    case CellOutcome::NotEvaluated: return checkFailure;
    case CellOutcome::Error:
    case CellOutcome::Cancelled: break;
    }
    return requestFailure;
}

QString promptId(const Experiment &experiment, int promptIndex)
{
    return resultPromptId(experiment.prompts.value(promptIndex));
}

/// As promptfoo has it: all of the text where there is no label.
QString promptLabel(const Experiment &experiment, int promptIndex)
{
    const Prompt prompt = experiment.prompts.value(promptIndex);
    const QString label = prompt.label.isEmpty() ? messagesText(prompt.messages) : prompt.label;
    return label.isEmpty() ? promptName(experiment, promptIndex) : label;
}

/// An answer that its case brought along stands under the provider whose row it is, as in promptfoo; nobody was asked for it.
QString providerId(const Experiment &experiment, const Cell &cell)
{
    const GenerationRequest &planned = cell.planned ? *cell.planned : cell.request;
    const QString own = experiment.variants.value(planned.key.variantIndex).shownId();
    const bool isGiven = !own.isEmpty() && givenAnswer(experiment.cases.value(planned.key.caseIndex));
    const QString called = experiment.variants.value(planned.key.variantIndex).calledId;
    return isGiven ? own : called.isEmpty() ? planned.endpoint.shownId() : called;
}

QString resultId(const RunReport &report, const CellKey &key)
{
    const QString name = u"%1/%2/%3/%4"_s.arg(key.caseIndex).arg(key.promptIndex).arg(key.variantIndex).arg(key.repeat);
    return QUuid::createUuidV5(report.id, name).toString(QUuid::WithoutBraces);
}

QJsonValue errorJson(const Cell &cell)
{
    if (cell.error)
        return errorSentence(*cell.error);
    if (cellOutcome(cell) == CellOutcome::Cancelled)
        return cellOutcomeName(CellOutcome::Cancelled);
    return QJsonValue::Undefined;
}

QJsonObject responseJson(const Cell &cell)
{
    QJsonObject json{{u"output"_s, cell.text}, {u"tokenUsage"_s, usageJson(cell.usage)}, {u"cost"_s, costJson(cell.cost)}};
    const auto cached = std::ranges::find(cell.notes, NoteKind::FromCache, &Note::kind);
    if (cached == cell.notes.end())
        return json;
    json.insert(u"cached"_s, true);
    json.insert(u"saved"_s, cached->detail.isEmpty() ? QJsonValue::Null : QJsonValue(cached->detail)); // "$0.0021"
    return json;
}

QJsonObject resultJson(const RunReport &report, const ReportGrid &grid, std::size_t row, std::size_t column, const Cell &cell)
{
    const Experiment &experiment = report.experiment;
    const ReportColumn &head = grid.columns()[column];
    const int caseIndex = cell.request.key.caseIndex;
    Case aCase = caseIndex < experiment.cases.size() ? experiment.cases.at(caseIndex) : Case{};
    if (!aCase.threshold) // what it was asked, as its checks
        aCase.threshold = experiment.defaultCase.threshold;
    if (const QJsonObject metadata = effectiveMetadata(experiment, aCase); !metadata.isEmpty())
        aCase.other.insert(u"metadata"_s, metadata);
    const Variables variables = effectiveVariables(experiment, aCase);
    const QList<CheckSpec> checks = effectiveChecks(experiment, aCase);
    const CellOutcome outcome = cellOutcome(cell);

    QJsonObject json{
        {u"id"_s, resultId(report, cell.request.key)},
        {u"testIdx"_s, static_cast<int>(row)},
        {u"promptIdx"_s, static_cast<int>(column)},
        {u"testCase"_s, caseJson(aCase, variables, checks)},
        {u"promptId"_s, promptId(experiment, head.promptIndex)},
        {u"provider"_s, QJsonObject{{u"id"_s, providerId(experiment, cell)}, {u"label"_s, head.title}}},
        {u"prompt"_s,
         QJsonObject{{u"raw"_s, messagesText(cell.request.messages)}, {u"label"_s, promptLabel(experiment, head.promptIndex)}}},
        {u"vars"_s, rowVariablesJson(experiment, aCase, variables, cell.request.values)},
        {u"response"_s, responseJson(cell)},
        {u"success"_s, outcome == CellOutcome::Passed},
        {u"score"_s, cell.grade ? cell.grade->score : 0.0},
        {u"failureReason"_s, failureReason(outcome)},
        {u"latencyMs"_s, numberJson(milliseconds(cell.timings.total))},
        {u"gradingResult"_s, cell.grade ? QJsonValue(gradingJson(cell, checks)) : QJsonValue::Null},
        {u"namedScores"_s, cell.grade ? namedScoresJson(*cell.grade) : QJsonObject()},
        {u"cost"_s, costJson(cell.cost)},
        {u"tokenUsage"_s, usageJson(cell.usage)},
        {u"metadata"_s, QJsonObject()},
        {u"tempera"_s, additionsJson(report, cell)},
    };
    const QJsonValue error = errorJson(cell);
    if (!error.isUndefined())
        json.insert(u"error"_s, error);
    return json;
}

QJsonObject tokenTotals(const ReportTotals &totals)
{
    const bool known = totals.unknownTokens == 0 || totals.inputTokens > 0 || totals.outputTokens > 0;
    const auto number = [known](std::int64_t value) { return known ? QJsonValue(static_cast<qint64>(value)) : QJsonValue::Null; };
    return QJsonObject{{u"prompt"_s, number(totals.inputTokens)},
                       {u"completion"_s, number(totals.outputTokens)},
                       {u"total"_s, number(Saturated::sum(totals.inputTokens, totals.outputTokens))},
                       {u"numRequests"_s, totals.cells - totals.cancelled - totals.notNeeded}};
}

QJsonObject totalsAdditions(const ReportTotals &totals)
{
    QJsonObject json{{u"notEvaluated"_s, totals.notEvaluated},
                     {u"cancelled"_s, totals.cancelled},
                     {u"cost"_s, costJson(totals.knownCost())},
                     {u"unknownCosts"_s, totals.unknownCosts},
                     {u"unknownTokens"_s, totals.unknownTokens},
                     {u"firstTokenMsMedian"_s, numberJson(totals.firstTokenMs)},
                     {u"tokensPerSecondMedian"_s, numberJson(totals.tokensPerSecond)}};
    if (totals.notNeeded > 0)
        json.insert(u"notNeeded"_s, totals.notNeeded);
    if (totals.cost.isBeyond())
        json.insert(u"costIsMore"_s, true); // the number is the most that can be counted
    if (totals.grading.requests > 0) {
        json.insert(u"gradingTokens"_s, gradingTokens(totals.grading));
        json.insert(u"gradingCost"_s, gradingCost(totals.grading));
    }
    return json;
}

QJsonArray promptsJson(const RunReport &report, const ReportGrid &grid, const std::vector<ColumnScores> &scores)
{
    QJsonArray prompts;
    for (std::size_t column = 0; column < grid.columns().size(); ++column) {
        const ReportColumn &head = grid.columns()[column];
        const ReportTotals totals = grid.columnTotals(column);
        double score = 0;
        for (std::size_t row = 0; row < grid.rowCount(); ++row) {
            const std::optional<CellSummary> cell = grid.cell(row, column);
            if (cell && cell->outcome)
                score += cell->score;
        }
        const bool known = head.promptIndex < report.experiment.prompts.size();
        prompts.append(QJsonObject{
            {u"raw"_s, known ? messagesText(report.experiment.prompts.at(head.promptIndex).messages) : QString()},
            {u"label"_s, promptLabel(report.experiment, head.promptIndex)},
            {u"id"_s, promptId(report.experiment, head.promptIndex)},
            {u"provider"_s, head.title},
            {u"metrics"_s, QJsonObject{{u"score"_s, score},
                                       {u"testPassCount"_s, totals.passed},
                                       {u"testFailCount"_s, totals.checksFailed + totals.notEvaluated},
                                       {u"testErrorCount"_s, totals.errors + totals.cancelled},
                                       {u"cost"_s, costJson(totals.knownCost())},
                                       {u"tokenUsage"_s, tokenTotals(totals)},
                                       {u"namedScores"_s, scores[column].toJson(report.experiment.derivedMetrics)},
                                       {u"tempera"_s, totalsAdditions(totals)}}},
        });
    }
    return prompts;
}

class JsonReport final : public ReportWriter
{
public:
    using ReportWriter::ReportWriter;

    void begin() override
    {
        m_json.emplace(sink());
        writeConfig(*m_json, report().experiment);
        m_json->member(u"evalId"_s, report().id.toString(QUuid::WithoutBraces));
        m_json->member(u"metadata"_s, QJsonObject{{u"temperaVersion"_s, report().programVersion},
                                                  {u"state"_s, runStateName(report().state)},
                                                  {u"experiment"_s, report().experimentPath}});
        if (!report().judgements.pairs.empty())
            m_json->member(u"preferences"_s, preferencesJson(report().judgements.pairs));
        if (report().race) {
            QJsonObject race = raceJson(*report().race);
            race.insert(u"sentence"_s, report().raceSentence);
            m_json->member(u"race"_s, race);
        }
        m_json->beginObject(u"results"_s);
        m_scores.assign(grid().columns().size(), {});
        m_json->beginArray(u"results"_s);
    }

    void cell(std::size_t row, std::size_t column, const Cell *cell) override
    {
        if (!cell)
            return;
        m_json->item(resultJson(report(), grid(), row, column, *cell));
        if (cell->grade)
            m_scores[column].add(*cell->grade);
    }

    void end() override
    {
        m_json->end();
        m_json->member(u"prompts"_s, promptsJson(report(), grid(), m_scores)); // whose scores are known now
        m_json->member(u"stats"_s, stats());
        m_json->member(u"timestamp"_s, report().started.toUTC().toString(Qt::ISODateWithMs));
        m_json->member(u"version"_s, 3);
        m_json->end();
        m_json->member(u"shareableUrl"_s, QJsonValue::Null);
        m_json.reset();
    }

private:
    [[nodiscard]] QJsonObject stats() const
    {
        const ReportTotals totals = grid().totals();
        const bool timed = report().started.isValid() && report().finished.isValid();
        return {
            {u"successes"_s, totals.passed},
            {u"failures"_s, totals.checksFailed + totals.notEvaluated},
            {u"errors"_s, totals.errors + totals.cancelled},
            {u"tokenUsage"_s, tokenTotals(totals)},
            {u"durationMs"_s, timed ? QJsonValue(report().started.msecsTo(report().finished)) : QJsonValue::Null},
            {u"tempera"_s, totalsAdditions(totals)},
        };
    }

    std::optional<JsonStream> m_json;
    std::vector<ColumnScores> m_scores; ///< By column.
};

class JsonLinesReport final : public ReportWriter
{
public:
    using ReportWriter::ReportWriter;

    void begin() override { }
    void cell(std::size_t row, std::size_t column, const Cell *cell) override
    {
        if (cell)
            sink()(QJsonDocument(resultJson(report(), grid(), row, column, *cell)).toJson(QJsonDocument::Compact) + '\n');
    }
};

} // namespace

std::unique_ptr<ReportWriter> jsonReport(const RunReport &report, const ReportGrid &grid, ReportSink sink)
{
    return std::make_unique<JsonReport>(report, grid, std::move(sink));
}

std::unique_ptr<ReportWriter> jsonLinesReport(const RunReport &report, const ReportGrid &grid, ReportSink sink)
{
    return std::make_unique<JsonLinesReport>(report, grid, std::move(sink));
}

} // namespace Tempera
