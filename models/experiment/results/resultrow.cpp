// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/results/resultrow.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

// promptfoo's ResultFailureReason.
constexpr int failedByCheck = 1;
constexpr int failedByRequest = 2;

/// No answer takes longer: a larger number is none of milliseconds.
constexpr double mostMilliseconds = 1e9;
/// What is more is shown as "more than" the most that an amount holds.
constexpr double mostDollars = std::numeric_limits<double>::max();
constexpr int mostIndex = 10'000'000;

std::optional<double> possibleNumber(const QJsonValue &value, double least, double most)
{
    const double number = value.toDouble(-1);
    return value.isDouble() && std::isfinite(number) && number >= least && number <= most ? std::optional(number) : std::nullopt;
}

std::optional<std::chrono::microseconds> possibleTime(const QJsonValue &milliseconds)
{
    const std::optional<double> number = possibleNumber(milliseconds, 0, mostMilliseconds);
    return number ? std::optional(std::chrono::microseconds(std::llround(*number * 1000))) : std::nullopt;
}

std::optional<std::int64_t> possibleCount(const QJsonValue &value)
{
    return possibleTokens(value.isDouble() ? std::optional<std::int64_t>(value.toInteger(-1)) : std::nullopt);
}

int possibleIndex(const QJsonValue &value)
{
    const qint64 index = value.toInteger(-1);
    return index >= 0 && index <= mostIndex ? static_cast<int>(index) : -1;
}

/// A text as it is, anything else as JSON; an absent one is empty.
QString jsonAnswerText(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    if (value.isObject())
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    if (value.isArray())
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    return value.toVariant().toString();
}

class ResultRowReader
{
    Q_DECLARE_TR_FUNCTIONS(ResultFile)
public:
    explicit ResultRowReader(const QJsonObject &row)
        : m_row(row),
          m_own(row.value("tempera"_L1).toObject()),
          m_response(row.value("response"_L1).toObject()),
          m_test(row.value("testCase"_L1).toObject())
    {
    }

    Result<ResultRow> read()
    {
        readPlace();
        if (!readProvider())
            return failure(ErrorKind::Syntax, tr("it does not say which provider answered"));
        if (!readCase())
            return failure(ErrorKind::Syntax, tr("\"vars\" must be a map of variables"));
        readPrompt();
        readAnswer();
        readNumbers();
        readGrade();
        return std::move(m_read);
    }

private:
    void readPlace()
    {
        m_read.testIndex = possibleIndex(m_row.value("testIdx"_L1));
        m_read.columnIndex = possibleIndex(m_row.value("promptIdx"_L1));
        m_read.caseIndex = possibleIndex(m_own.value("caseIndex"_L1));
        m_read.repeat = possibleIndex(m_own.value("repeat"_L1));
    }

    bool readProvider()
    {
        const QJsonValue provider = m_row.value("provider"_L1);
        m_read.providerId = provider.isObject() ? provider.toObject().value("id"_L1).toString() : provider.toString();
        m_read.providerLabel = provider.toObject().value("label"_L1).toString();
        if (m_read.providerLabel == m_read.providerId)
            m_read.providerLabel.clear();
        return !m_read.providerId.isEmpty() || !m_read.providerLabel.isEmpty();
    }

    /// Those of the test are as the experiment has them; the row's own are rendered.
    bool readCase()
    {
        const QJsonValue written = m_test.contains("vars"_L1) ? m_test.value("vars"_L1) : m_row.value("vars"_L1);
        if (!written.isObject() && !written.isUndefined() && !written.isNull())
            return false;
        const QJsonObject variables = written.toObject();
        for (auto it = variables.begin(); it != variables.end(); ++it) {
            if (it.key() != conversationVariable)
                m_read.tested.variables += Variable{it.key(), it.value()};
        }
        m_read.tested.description = m_test.value("description"_L1).toString();
        m_read.tested.threshold = possibleNumber(m_test.value("threshold"_L1), 0, mostMilliseconds);
        const QJsonValue checks = m_test.value("assert"_L1);
        if (checks.isArray())
            m_read.checks = checks.toArray();
        else if (!m_test.isEmpty() && (checks.isUndefined() || checks.isNull()))
            m_read.checks = QJsonArray(); // promptfoo leaves out what is empty
        return true;
    }

    void readPrompt()
    {
        const QJsonObject prompt = m_row.value("prompt"_L1).toObject();
        m_read.promptId = m_row.value("promptId"_L1).toString();
        m_read.promptLabel = prompt.value("label"_L1).toString();
        m_read.promptText = jsonAnswerText(prompt.value("raw"_L1));
    }

    /// promptfoo writes what a check complained of as an error, too.
    [[nodiscard]] CellState state() const
    {
        if (m_own.contains("state"_L1)) {
            const CellState own = cellStateFromName(m_own.value("state"_L1).toString());
            return isFinal(own) ? own : CellState::Cancelled;
        }
        const QJsonValue why = m_row.value("failureReason"_L1);
        if (why.isDouble())
            return why.toInt() == failedByRequest ? CellState::Failed : CellState::Done;
        const bool hasAnswer = !m_response.value("output"_L1).isUndefined() && !m_response.value("output"_L1).isNull();
        return hasAnswer || !m_row.value("error"_L1).isString() ? CellState::Done : CellState::Failed;
    }

    void readAnswer()
    {
        Cell &cell = m_read.cell;
        cell.state = state();
        cell.text = jsonAnswerText(m_response.value("output"_L1));
        cell.reasoning = m_own.value("reasoning"_L1).toString();
        cell.model = m_own.value("model"_L1).toString();
        if (cell.state == CellState::Done)
            cell.finishReason = finishReasonFromName(m_own.value("finishReason"_L1).toString());
        if (cell.state != CellState::Failed)
            return;
        Error error;
        const QString kind = m_own.value("errorKind"_L1).toString();
        error.kind = kind.isEmpty() ? ErrorKind::ServerFault : errorKindFromName(kind);
        const QString own = m_row.value("error"_L1).toString();
        error.detail = own.isEmpty() ? m_response.value("error"_L1).toString() : own;
        cell.error = error;
    }

    void readNumbers()
    {
        Cell &cell = m_read.cell;
        const bool isOurs = !m_own.isEmpty();
        const QJsonObject used = (m_response.contains("tokenUsage"_L1) ? m_response : m_row).value("tokenUsage"_L1).toObject();
        const auto count = [&](QLatin1StringView name) {
            const std::optional<std::int64_t> tokens = possibleCount(used.value(name));
            return isOurs || tokens != 0 ? tokens : std::nullopt;
        };
        cell.usage.inputTokens = count("prompt"_L1);
        cell.usage.outputTokens = count("completion"_L1);
        cell.usage.cachedInputTokens = count("cached"_L1);
        const std::optional<double> told = possibleNumber(m_response.value("cost"_L1), 0, mostDollars);
        const std::optional<double> row = possibleNumber(m_row.value("cost"_L1), 0, mostDollars);
        if (told || (row && *row > 0))
            cell.cost = Money::fromDollars(told ? *told : *row);
        const QJsonObject timings = m_own.value("timings"_L1).toObject();
        cell.timings.firstToken = possibleTime(timings.value("firstTokenMs"_L1));
        cell.timings.tokensPerSecond = possibleNumber(timings.value("tokensPerSecond"_L1), 0, mostMilliseconds);
        cell.timings.total = possibleTime(m_row.value("latencyMs"_L1));
        if (!isOurs && cell.timings.total == std::chrono::microseconds(0))
            cell.timings.total.reset();
    }

    static Outcome outcomeOf(bool passed, const QJsonObject &own)
    {
        const QString word = own.value("outcome"_L1).toString();
        return word.isEmpty() ? (passed ? Outcome::Pass : Outcome::Fail) : outcomeFromName(word);
    }

    static Verdict readVerdict(const QJsonObject &component)
    {
        // Of a set promptfoo tells no more than this.
        const QJsonObject set = component.value("metadata"_L1).toObject().value("assertionSet"_L1).toObject();
        const QJsonObject check = component.contains("assertion"_L1) ? component.value("assertion"_L1).toObject() : set;
        Verdict verdict;
        verdict.type = check.value("type"_L1).toString(u"assert"_s);
        verdict.outcome = outcomeOf(component.value("pass"_L1).toBool(), component.value("tempera"_L1).toObject());
        verdict.score = possibleNumber(component.value("score"_L1), -mostMilliseconds, mostMilliseconds).value_or(0);
        verdict.weight = possibleNumber(check.value("weight"_L1), 0, mostMilliseconds).value_or(1);
        verdict.metric = check.value("metric"_L1).toString();
        verdict.reason = component.value("reason"_L1).toString();
        return verdict;
    }

    /// What is not said check by check is one verdict: that of the row.
    void readGrade()
    {
        const QJsonObject grading = m_row.value("gradingResult"_L1).toObject();
        const bool isDone = m_read.cell.state == CellState::Done;
        const bool failedCheck = m_row.value("failureReason"_L1).toInt() == failedByCheck;
        const bool wasChecked = failedCheck || !m_read.checks || !m_read.checks->isEmpty();
        if (grading.isEmpty() && (!isDone || !m_row.value("success"_L1).isBool() || !wasChecked))
            return;
        const bool passed = m_row.value("success"_L1).toBool(grading.value("pass"_L1).toBool());
        const QJsonValue score = m_row.contains("score"_L1) ? m_row.value("score"_L1) : grading.value("score"_L1);
        Grade grade;
        grade.score = possibleNumber(score, -mostMilliseconds, mostMilliseconds).value_or(0);
        grade.outcome = passed ? Outcome::Pass : Outcome::Fail;
        if (m_own.value("outcome"_L1).toString() == "not-evaluated"_L1)
            grade.outcome = Outcome::NotEvaluated;
        const QJsonArray components = grading.value("componentResults"_L1).toArray();
        for (const QJsonValue &component : components) {
            if (!component[u"tempera"_s][u"isPart"_s].toBool())
                grade.verdicts += readVerdict(component.toObject());
        }
        for (const QJsonValue &component : grading.value("tempera"_L1).toObject().value("joined"_L1).toArray())
            grade.verdicts += readVerdict(component.toObject());
        if (grade.verdicts.isEmpty() && wasChecked) {
            Verdict whole;
            whole.type = u"assert"_s;
            whole.outcome = grade.outcome;
            whole.score = grade.score;
            whole.reason = grading.value("reason"_L1).toString(m_row.value("error"_L1).toString());
            grade.verdicts += whole;
        }
        m_read.cell.grade = grade;
    }

    const QJsonObject &m_row;
    QJsonObject m_own; ///< What Tempera adds.
    QJsonObject m_response;
    QJsonObject m_test;
    ResultRow m_read;
};

} // namespace

Result<ResultRow> readResultRow(const QJsonObject &row)
{
    return ResultRowReader(row).read();
}

} // namespace Tempera
