// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/checksuite.h"

#include "models/checks/checkregistry.h"
#include "models/checks/scriptmodule.h"
#include "models/checks/scripts.h"
#include "models/core/valuetext.h"
#include "models/experiment/checktypes.h"
#include "models/experiment/scripts.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

bool isTurnedRound(const CheckSpec &spec)
{
    return spec.type.startsWith("not-"_L1);
}

Verdict verdictFor(const CheckSpec &spec)
{
    Verdict verdict;
    verdict.type = spec.type;
    verdict.weight = spec.weight;
    verdict.metric = spec.metric;
    return verdict;
}

Verdict verdictOf(const CheckSpec &spec, const Finding &finding)
{
    Verdict verdict = verdictFor(spec);
    verdict.outcome = finding.outcome;
    verdict.score = finding.score;
    verdict.reason = finding.fact;
    verdict.parts = finding.parts;
    verdict.evidence = finding.evidence;
    const bool isJudged = finding.outcome == Outcome::Pass || finding.outcome == Outcome::Fail;
    const auto turns = [&](TurnedRound alone) {
        return isTurnedRound(spec) && isJudged
               && (finding.turnedRound == TurnedRound::OutcomeAndScore || finding.turnedRound == alone);
    };
    if (turns(TurnedRound::Outcome))
        verdict.outcome = finding.outcome == Outcome::Pass ? Outcome::Fail : Outcome::Pass;
    if (turns(TurnedRound::Score))
        verdict.score = 1 - finding.score;
    verdict.named = finding.named;
    if (spec.weight == 0 && verdict.outcome == Outcome::Fail)
        verdict.outcome = Outcome::Pass; // promptfoo: a check of no weight is for information
    return verdict;
}

/// Why a work came to no end; nothing where it did.
template<typename Work>
std::optional<QString> thrownBy(const Work &work)
{
    try {
        work();
        return std::nullopt;
    } catch (const std::exception &error) {
        return QCoreApplication::translate("Checks", "it failed: %1").arg(QString::fromUtf8(error.what()));
    } catch (...) {
        return QCoreApplication::translate("Checks", "it failed");
    }
}

/// What a check sees beside those of every check.
QJsonObject optionsOf(const GradingInput &input, const CheckSpec &spec)
{
    QJsonObject options = input.options;
    for (auto it = spec.other.begin(); it != spec.other.end(); ++it)
        options.insert(it.key(), it.value());
    return options;
}

class Suite
{
    Q_DECLARE_TR_FUNCTIONS(Checks)
public:
    explicit Suite(const GradingInput &input) : m_input(input), m_json(input.cell.text)
    {
        // In a list, so that a number or a Boolean is read too.
        const QByteArray list = input.answerIsData ? '[' + input.cell.text.toUtf8() + ']' : QByteArray();
        if (const QJsonArray values = QJsonDocument::fromJson(list).array(); values.size() == 1)
            m_output = values.at(0);
    }

    GradingDraft draft()
    {
        const StopScope scope(m_input.limits.stop);
        const QJsonObject said = variablesToJson(m_input.variables);
        m_variables = m_input.valuesAreText ? said : variablesOfPrompt(said);
        for (qsizetype i = 0; i < m_input.checks.size(); ++i) {
            const CheckSpec &spec = m_input.checks.at(i);
            Verdict verdict = isStopped() ? stopped(spec) : guarded(spec, i);
            if (verdict.outcome == Outcome::Error && isStopped())
                verdict = stopped(spec);
            m_draft.verdicts += verdict;
        }
        return std::move(m_draft);
    }

private:
    [[nodiscard]] bool isStopped() const { return m_input.limits.stop && m_input.limits.stop(); }
    static Verdict stopped(const CheckSpec &spec) { return missingVerdict(spec, tr("it was stopped before it ran")); }

    Verdict guarded(const CheckSpec &spec, qsizetype index)
    {
        Verdict made;
        const std::optional<QString> thrown = thrownBy([&] { made = verdict(spec, index); });
        return thrown ? brokenVerdict(spec, *thrown) : made;
    }

    Verdict verdict(const CheckSpec &spec, qsizetype index)
    {
        if (isCheckSet(spec))
            return missingVerdict(spec, tr("its checks have not been carried out")); // until withSetsJoined()
        const RegisteredCheck *known = findCheck(spec.type);
        if (!known)
            return missingVerdict(spec, keptCheckReason(spec.type));
        if (known->needs == CheckNeeds::Row && (m_input.row.isEmpty() || !known->asking))
            return missingVerdict(spec, tr("it compares all answers to a case when they are asked; running the case does that"));
        if (!spec.other.contains("transform"_L1))
            return verdictOn(spec, *known, index, m_input.cell, m_json, m_output);
        const Result<QJsonValue> output = transformed(spec);
        if (!output)
            return brokenVerdict(spec, output.error().detail);
        Cell cell = m_input.cell;
        cell.text = valueText(*output);
        Verdict verdict = verdictOn(spec, *known, index, cell, AnswerJson(cell.text), *output);
        verdict.evidence.clear(); // places in what the transform made, not in the answer
        return verdict;
    }

    Verdict verdictOn(const CheckSpec &spec, const RegisteredCheck &known, qsizetype index, const Cell &cell,
                      const AnswerJson &json, const std::optional<QJsonValue> &output)
    {
        const QJsonObject options = optionsOf(m_input, spec);
        CheckInput input{cell, json, spec.value, spec.threshold, m_variables, m_input.test, options, m_input.limits};
        input.output = output;
        input.meanLogProbability = m_input.meanLogProbability;
        input.row = m_input.row;
        const bool isAsItIs = spec.isData && !runnableScript(spec.value.toString());
        if (const Result<void> value = isAsItIs ? Result<void>() : fillValue(spec, input); !value)
            return brokenVerdict(spec, value.error().detail);
        if (known.check)
            return verdictOf(spec, runGuarded(*known.check, input));
        if (const std::optional<Finding> finding = known.asking->withoutAsking(input))
            return verdictOf(spec, *finding);
        const Result<JudgeQuestion> question = known.asking->question(input);
        if (!question)
            return brokenVerdict(spec, question.error().detail);
        m_draft.asked += AskedCheck{index, *question};
        return missingVerdict(spec, tr("a model is asked for it when the cell is run"));
    }

    /// The variables in the value, or what the script that it names returns.
    Result<void> fillValue(const CheckSpec &spec, CheckInput &input)
    {
        if (!runnableScript(spec.value.toString())) {
            const Result<QJsonValue> value = rendered(spec.value);
            if (!value)
                return std::unexpected(value.error());
            input.value = *value;
            return {};
        }
        const Result<QJsonValue> returned =
            *callNamedScript(spec.value, m_input.scripts, {scriptOutput(input), scriptContext(input)}, m_input.limits);
        if (!returned)
            return std::unexpected(returned.error());
        input.scripted = *returned;
        if (spec.type == "javascript"_L1 || spec.type == "not-javascript"_L1)
            return {};
        if (isVerdictOfScript(*returned))
            return failure(ErrorKind::Script, tr("its script returns a verdict, not a value to compare with"));
        input.value = *returned;
        return {};
    }

    static bool isVerdictOfScript(const QJsonValue &value) { return value.isBool() || value.toObject().contains("pass"_L1); }

    /// The answer as the check's own transform leaves it.
    Result<QJsonValue> transformed(const CheckSpec &spec)
    {
        const QJsonValue code = spec.other.value("transform"_L1);
        CheckInput input{m_input.cell, m_json, code, {}, m_variables, m_input.test, spec.other, m_input.limits};
        input.output = m_output;
        const QJsonObject context{{u"vars"_s, m_variables},
                                  {u"prompt"_s, QJsonObject{{u"label"_s, messagesText(m_input.cell.request.messages)}}}};
        const auto called = callNamedScript(code, m_input.scripts, {scriptOutput(input), context}, m_input.limits);
        if (!called && code.toString().startsWith("file://"_L1))
            return failure(ErrorKind::Script, tr("its \"transform\" is no script in JavaScript"));
        Result<QJsonValue> output = called ? *called
                                           : callScript(functionOfCode(code.toString(), {u"output"_s, u"context"_s}),
                                                        {scriptOutput(input), context}, m_input.limits);
        if (output && (output->isNull() || output->isUndefined()))
            return failure(ErrorKind::Script, tr("its \"transform\" returned nothing"));
        return output;
    }

    /// The value with the variables in all of its texts.
    Result<QJsonValue> rendered(const QJsonValue &value)
    {
        if (value.isString())
            return renderedText(value.toString());
        if (value.isArray()) {
            QJsonArray list;
            for (const auto &item : value.toArray()) {
                Result<QJsonValue> part = rendered(item);
                if (!part)
                    return part;
                list.append(*part);
            }
            return list;
        }
        if (!value.isObject())
            return value;
        QJsonObject map = value.toObject();
        for (auto it = map.begin(); it != map.end(); ++it) {
            Result<QJsonValue> part = rendered(it.value());
            if (!part)
                return part;
            it.value() = *part;
        }
        return map;
    }

    Result<QJsonValue> renderedText(const QString &text)
    {
        const bool isTemplate = text.contains("{{"_L1) || text.contains("{%"_L1) || text.contains("{#"_L1);
        if (!isTemplate)
            return text;
        TemplateEngine *engine = threadTemplateEngine();
        if (!engine)
            return failure(ErrorKind::Template, tr("templates cannot be rendered"));
        engine->setEnvironment(m_input.environment);
        engine->setFilters(m_input.filters);
        const Result<QString> result = engine->renderData(text, m_variables, MissingVariables::Error);
        return result ? Result<QJsonValue>(*result) : std::unexpected(result.error());
    }

    const GradingInput &m_input;
    const AnswerJson m_json;
    std::optional<QJsonValue> m_output = {}; ///< See CheckInput::output.
    QJsonObject m_variables = {};            ///< As the prompt got them.
    GradingDraft m_draft;
};

/// Where the quoted passages stand in the answer; what a judge made up is nowhere.
QList<AnswerSpan> placesOf(const QStringList &quotes, const QString &answer)
{
    constexpr qsizetype mostPlaces = 20;
    QList<AnswerSpan> places;
    for (const QString &quote : quotes) {
        const qsizetype at = quote.isEmpty() ? -1 : answer.indexOf(quote);
        if (at >= 0 && places.size() < mostPlaces)
            places += AnswerSpan{at, quote.size()};
    }
    return places;
}

} // namespace

Finding runGuarded(const Check &check, const CheckInput &input)
{
    Finding finding;
    const std::optional<QString> thrown = thrownBy([&] { finding = check.run(input); });
    return thrown ? CheckBase::broken(*thrown) : finding;
}

GradingDraft draftGrade(const GradingInput &input)
{
    return Suite(input).draft();
}

Verdict verdictOfReply(const GradingInput &input, qsizetype check, const JudgeWords &reply, const JudgeUse &use)
{
    const CheckSpec &spec = input.checks.at(check);
    const AskingCheck &asking = *findCheck(spec.type)->asking;
    Result<JudgeReply> read = failure(ErrorKind::Internal, QString());
    const auto thrown = thrownBy([&] {
        read = reply.vectors.empty() ? asking.read(reply.text, optionsOf(input, spec)) : asking.readVectors(reply.vectors);
    });
    if (thrown)
        read = failure(ErrorKind::Internal, *thrown);
    Verdict verdict = read ? verdictOf(spec, asking.find(*read, spec.threshold)) : brokenVerdict(spec, read.error().detail);
    verdict.asked = use;
    if (!read)
        return verdict;
    verdict.evidence = placesOf(read->quotes, input.cell.text);
    verdict.asked->wasRead = true;
    verdict.asked->passed = read->passed;
    verdict.asked->score = read->score;
    return verdict;
}

std::optional<Result<JudgeQuestion>> followUpOf(const GradingInput &input, qsizetype check, const QString &reply)
{
    const AskingCheck &asking = *findCheck(input.checks.at(check).type)->asking;
    std::optional<Result<JudgeQuestion>> next;
    if (const auto thrown = thrownBy([&] { next = asking.vectorsFor(input.cell, variablesToJson(input.variables), reply); }))
        return failure(ErrorKind::Internal, *thrown);
    return next;
}

Verdict verdictAgain(const GradingInput &input, qsizetype check, const Verdict &earlier)
{
    const CheckSpec &spec = input.checks.at(check);
    const AskingCheck &asking = *findCheck(spec.type)->asking;
    Verdict verdict = verdictFor(spec);
    verdict.outcome = earlier.outcome;
    verdict.reason = earlier.reason;
    if (earlier.asked->wasRead) {
        const JudgeReply said{earlier.asked->passed, earlier.asked->score, earlier.reason, earlier.parts};
        verdict = verdictOf(spec, asking.find(said, spec.threshold));
        verdict.evidence = earlier.evidence;
    }
    verdict.asked = earlier.asked;
    return verdict;
}

Verdict brokenVerdict(const CheckSpec &check, const QString &why)
{
    return verdictOf(check, CheckBase::broken(why));
}

Verdict missingVerdict(const CheckSpec &check, const QString &why)
{
    Verdict verdict = verdictFor(check);
    verdict.reason = why;
    return verdict;
}

void renderMetrics(QList<CheckSpec> &checks, const Variables &variables)
{
    for (CheckSpec &check : checks) {
        TemplateEngine *engine = check.metric.contains("{{"_L1) ? threadTemplateEngine() : nullptr;
        if (const auto name =
                engine ? engine->renderData(check.metric, variablesToJson(variables)) : Result<QString>(check.metric))
            check.metric = *name;
    }
}

bool asksJudge(const QString &type)
{
    const RegisteredCheck *known = findCheck(type);
    return known && (known->needs == CheckNeeds::Judge || known->needs == CheckNeeds::Embeddings);
}

} // namespace Tempera
