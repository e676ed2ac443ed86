// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/answerjson.h"
#include "models/checks/checkregistry.h"
#include "models/checks/judgeprompts.h"
#include "models/checks/scripts.h"
#include "models/core/valuetext.h"
#include "models/experiment/reading/promptreader.h"

#include <QJsonArray>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// A number, or a text that is one.
std::optional<double> replyNumber(const QJsonValue &value)
{
    bool isNumber = value.isDouble();
    const double number = isNumber ? value.toDouble() : value.toString().trimmed().toDouble(&isNumber);
    return isNumber ? std::optional(number) : std::nullopt;
}

std::optional<bool> replyBool(const QJsonValue &value)
{
    if (value.isBool())
        return value.toBool();
    const QString word = value.toString().trimmed().toLower();
    if (word == "true"_L1 || word == "yes"_L1 || word == "pass"_L1)
        return true;
    return word == "false"_L1 || word == "no"_L1 || word == "fail"_L1 ? std::optional(false) : std::nullopt;
}

/// What is shown of a judge's words.
QString replyReason(const QJsonValue &value)
{
    constexpr qsizetype longest = 2'000;
    const QString text = value.toString().trimmed();
    return text.size() > longest ? text.first(longest) + u'…' : text;
}

/// What is common to all that ask.
class JudgeCheck : public AskingCheck
{
    Q_DECLARE_TR_FUNCTIONS(Checks)
public:
    Result<JudgeQuestion> question(const CheckInput &input) const final
    {
        const QString wanted = isEmptyValue(input.value) ? QString() : valueText(input.value);
        const QJsonValue own = input.options.value("rubricPrompt"_L1);
        if (wanted.trimmed().isEmpty() && isEmptyValue(own)) // which may say all of it
            return failure(ErrorKind::Usage, tr("it needs a text that says what is asked for"));
        if (!isEmptyValue(own))
            return ownQuestion(own, wanted, input);
        return usualQuestion(wanted, input);
    }

protected:
    [[nodiscard]] virtual JudgeQuestion usualQuestion(const QString &wanted, const CheckInput &input) const = 0;

    [[nodiscard]] static std::unexpected<Error> unreadable(const QString &reply)
    {
        if (reply.trimmed().isEmpty())
            return failure(ErrorKind::BadRequest, tr("the judge's reply was empty"));
        return failure(ErrorKind::BadRequest, tr("the judge's reply could not be read: %1").arg(quoted(reply)));
    }

    [[nodiscard]] static std::unexpected<Error> outOfRange(double score, double most)
    {
        return failure(ErrorKind::BadRequest, tr("the judge's score of %1 is not between 0 and %2").arg(score).arg(most));
    }

private:
    static bool isEmptyValue(const QJsonValue &value) { return value.isNull() || value.isUndefined(); }

    /// A prompt of the experiment's own, in promptfoo's names.
    static Result<JudgeQuestion> ownQuestion(const QJsonValue &source, const QString &wanted, const CheckInput &input)
    {
        const QString text = valueText(source);
        if (text.startsWith("file://"_L1)) // a script, or a file that may not be read
            return failure(ErrorKind::Usage, tr("its \"rubricPrompt\" was not read: %1").arg(text));
        TemplateEngine *engine = threadTemplateEngine();
        if (!engine)
            return failure(ErrorKind::Template, tr("templates cannot be rendered"));
        QJsonObject variables = input.variables;
        for (const QString &name : {u"rubric"_s, u"criteria"_s, u"ideal"_s})
            variables.insert(name, wanted);
        for (const QString &name : {u"output"_s, u"completion"_s})
            variables.insert(name, input.cell.text);
        for (const QString &name : {u"input"_s, u"prompt"_s})
            variables.insert(name, messagesText(input.cell.request.messages));
        if (!input.row.isEmpty())
            variables.insert(u"outputs"_s, QJsonArray::fromStringList(input.row));
        // The values come from a model: they are text, whatever they look like.
        const Result<QString> rendered = engine->renderAs(TemplateForm::PromptOfText, text, variables, MissingVariables::Error);
        if (!rendered)
            return std::unexpected(rendered.error());
        return JudgeQuestion{messagesFromText(*rendered, PartsAs::Values)};
    }
};

/// `llm-rubric`: a model says whether the answer meets a rubric.
class LlmRubric : public JudgeCheck
{
    Q_DECLARE_TR_FUNCTIONS(Checks)
protected:
    JudgeQuestion usualQuestion(const QString &wanted, const CheckInput &input) const override
    {
        return {JudgePrompts::rubric(input.cell.text, wanted), JudgePrompts::verdictSchema()};
    }

    Result<JudgeReply> read(const QString &reply, const QJsonObject &options) const override
    {
        const QJsonObject map = lastMapWith(reply, {"pass"_L1, "score"_L1});
        JudgeReply given;
        given.passed = replyBool(map.value("pass"_L1));
        const std::optional<double> score = replyNumber(map.value("score"_L1));
        if (!given.passed && !score)
            return unreadable(reply);
        given.score = score.value_or(given.passed == true ? 1 : 0);
        const bool hasOwnScale = options.contains("rubricPrompt"_L1); // points, for example
        if (!hasOwnScale && (given.score < 0 || given.score > 1))
            return outOfRange(given.score, 1);
        given.reason = replyReason(map.value("reason"_L1));
        for (const QJsonValue &quote : map.value("evidence"_L1).toArray())
            given.quotes += quote.toString();
        return given;
    }
};

/// `search-rubric`: the same by a judge that can search the web, see judgeOf(). As in promptfoo 0.123.1 a score alone is no verdict.
class SearchRubric final : public LlmRubric
{
    JudgeQuestion usualQuestion(const QString &wanted, const CheckInput &input) const override
    {
        return {JudgePrompts::searched(input.cell.text, wanted), JudgePrompts::verdictSchema()};
    }

    Result<JudgeReply> read(const QString &reply, const QJsonObject &options) const override
    {
        const Result<JudgeReply> given = LlmRubric::read(reply, options);
        return given && !given->passed ? Result<JudgeReply>(unreadable(reply)) : given;
    }
};

/// `model-graded-closedqa`: yes or no.
class ClosedQuestion final : public LlmRubric
{
    JudgeQuestion usualQuestion(const QString &wanted, const CheckInput &input) const override
    {
        return {JudgePrompts::closedQuestion(messagesText(input.cell.request.messages), input.cell.text, wanted),
                JudgePrompts::verdictSchema()};
    }

    /// A judge with a prompt of one's own may end with promptfoo's "Y" or "N".
    Result<JudgeReply> read(const QString &reply, const QJsonObject &options) const override
    {
        static const QRegularExpression letter(uR"((?:^|\s)\(?([YN])\)?\.?\s*$)"_s);
        if (const QRegularExpressionMatch match = letter.match(reply); match.hasMatch()) {
            const bool passed = match.captured(1) == "Y"_L1;
            return JudgeReply{passed, passed ? 1.0 : 0.0, replyReason(reply)};
        }
        return LlmRubric::read(reply, options);
    }
};

/// `g-eval`: one or several criteria, each scored from 0 to 10.
class GEval final : public JudgeCheck
{
    Q_DECLARE_TR_FUNCTIONS(Checks)
    static constexpr double usualThreshold = 0.7; // promptfoo's default
    static constexpr double mostPoints = 10;

    JudgeQuestion usualQuestion(const QString &wanted, const CheckInput &input) const override
    {
        QStringList criteria;
        for (const QJsonValue &each : input.value.toArray())
            criteria += valueText(each);
        if (criteria.isEmpty())
            criteria += wanted;
        return {JudgePrompts::criteria(messagesText(input.cell.request.messages), input.cell.text, criteria),
                JudgePrompts::criteriaSchema()};
    }

    Result<JudgeReply> read(const QString &reply, const QJsonObject &) const override
    {
        const QJsonObject map = lastMapWith(reply, {"results"_L1, "score"_L1});
        const QJsonArray results = map.contains("results"_L1) ? map.value("results"_L1).toArray() : QJsonArray{map};
        JudgeReply given;
        QStringList reasons;
        for (const QJsonValue &result : results) {
            const std::optional<double> points = replyNumber(result.toObject().value("score"_L1));
            if (!points)
                return unreadable(reply);
            if (*points < 0 || *points > mostPoints)
                return outOfRange(*points, mostPoints);
            const QString reason = replyReason(result.toObject().value("reason"_L1));
            given.parts += {*points / mostPoints >= usualThreshold, *points / mostPoints, reason};
            reasons += reason;
        }
        if (given.parts.isEmpty())
            return unreadable(reply);
        for (const VerdictPart &part : std::as_const(given.parts))
            given.score += part.score / static_cast<double>(given.parts.size());
        given.reason = reasons.join(u' ');
        if (given.parts.size() == 1)
            given.parts.clear();
        return given;
    }

    Finding find(const JudgeReply &reply, std::optional<double> threshold) const override
    {
        return AskingCheck::find(reply, threshold.value_or(usualThreshold));
    }
};

/// `factuality`: how the answer's facts stand to those of a reference.
class Factuality final : public JudgeCheck
{
    Q_DECLARE_TR_FUNCTIONS(Checks)
    JudgeQuestion usualQuestion(const QString &wanted, const CheckInput &input) const override
    {
        return {JudgePrompts::facts(messagesText(input.cell.request.messages), input.cell.text, wanted),
                JudgePrompts::factsSchema()};
    }

    Result<JudgeReply> read(const QString &reply, const QJsonObject &options) const override
    {
        // Of a reply in words only what cannot be the first letter of a sentence.
        static const QRegularExpression letter(uR"(^\s*(?:\(([A-E])\)|([A-E])(?:[).:]|\s*$)))"_s);
        const QJsonObject map = lastMapWith(reply, {"category"_L1});
        const QRegularExpressionMatch match = letter.match(map.isEmpty() ? reply : map.value("category"_L1).toString());
        if (!match.hasMatch())
            return unreadable(reply);
        const QChar category = (match.captured(1) + match.captured(2)).at(0);
        const double score = scoreOf(category, options.value("factuality"_L1).toObject());
        const QString reason = replyReason(map.value("reason"_L1));
        return JudgeReply{score > 0, score, reason.isEmpty() ? sentenceOf(category) : reason};
    }

    /// promptfoo's names for what each category is worth.
    static double scoreOf(QChar category, const QJsonObject &worth)
    {
        switch (category.unicode()) {
        case u'A': return worth.value("subset"_L1).toDouble(1);
        case u'B': return worth.value("superset"_L1).toDouble(1);
        case u'C': return worth.value("agree"_L1).toDouble(1);
        case u'D': return worth.value("disagree"_L1).toDouble(0);
        default: return worth.value("differButFactual"_L1).toDouble(1);
        }
    }

    static QString sentenceOf(QChar category)
    {
        switch (category.unicode()) {
        case u'A': return tr("the answer says a part of the reference");
        case u'B': return tr("the answer says all of the reference and more");
        case u'C': return tr("the answer says the same as the reference");
        case u'D': return tr("the answer contradicts the reference");
        default: return tr("the answer differs from the reference, but not in what matters");
        }
    }
};

/// `select-best`: which of the answers to a case is the best. What is read as the score is its number, from 0; see rowchecks.h.
class SelectBest final : public JudgeCheck
{
    JudgeQuestion usualQuestion(const QString &wanted, const CheckInput &input) const override
    {
        return {JudgePrompts::best(input.row, wanted), JudgePrompts::bestSchema()};
    }

    /// promptfoo's prompt asks for a single number; the first one in the reply counts.
    Result<JudgeReply> read(const QString &reply, const QJsonObject &) const override
    {
        static const QRegularExpression digits(u"\\d+"_s);
        const QJsonObject map = lastMapWith(reply, {"index"_L1});
        std::optional<double> number = replyNumber(map.value("index"_L1));
        if (const QRegularExpressionMatch match = digits.match(reply); !number && match.hasMatch())
            number = match.captured().toDouble();
        if (!number)
            return unreadable(reply);
        const QString reason = replyReason(map.value("reason"_L1));
        return JudgeReply{std::nullopt, *number, reason, {VerdictPart{true, *number, reason}}};
    }

    /// The part keeps the judge's own words, for when the same answers are compared again.
    Finding find(const JudgeReply &reply, std::optional<double>) const override
    {
        const QString reason = reply.parts.isEmpty() ? reply.reason : reply.parts.constFirst().reason;
        return {Outcome::Pass, reply.score, reason, {}, reply.parts};
    }
};

template<typename Kind>
void addJudge(std::vector<RegisteredCheck> &checks, QLatin1StringView type, CheckNeeds needs = CheckNeeds::Judge)
{
    checks.push_back({type, needs, nullptr, std::make_unique<Kind>()});
}

} // namespace

void addJudgeChecks(std::vector<RegisteredCheck> &checks)
{
    addJudge<LlmRubric>(checks, "llm-rubric"_L1);
    addJudge<GEval>(checks, "g-eval"_L1);
    addJudge<ClosedQuestion>(checks, "model-graded-closedqa"_L1);
    addJudge<Factuality>(checks, "factuality"_L1);
    addJudge<SearchRubric>(checks, "search-rubric"_L1);
    addJudge<SelectBest>(checks, "select-best"_L1, CheckNeeds::Row);
    checks.push_back({u"max-score"_s, CheckNeeds::Row}); // it takes the scores of the others
}

} // namespace Tempera
