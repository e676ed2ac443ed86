// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/checkregistry.h"
#include "models/checks/judgeprompts.h"
#include "models/checks/scriptmodule.h"
#include "models/core/valuetext.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// What is looked at one by one, and how much of it holds: the score is the share. A judge says it for each in one reply, where
/// promptfoo 0.123.1 asks for each (conversation-relevance) or twice (context-faithfulness).
class ShareCheck : public AskingCheck
{
    Q_DECLARE_TR_FUNCTIONS(Checks)
protected:
    static constexpr double usualThreshold = 0.5; // promptfoo's default

    /// {"items": [{"text": …, "holds": true}, …]}
    Result<JudgeReply> read(const QString &reply, const QJsonObject &) const final
    {
        JudgeReply given;
        double holding = 0;
        for (const QJsonValue &each : lastMapWith(reply, {"items"_L1}).value("items"_L1).toArray()) {
            const QJsonObject item = each.toObject();
            if (!item.value("holds"_L1).isBool())
                return failure(ErrorKind::BadRequest, tr("the judge's reply could not be read: %1").arg(quoted(reply)));
            const bool holds = item.value("holds"_L1).toBool();
            holding += holds ? 1 : 0;
            given.parts += {holds, holds ? 1.0 : 0.0, item.value("text"_L1).toString()};
        }
        if (given.parts.isEmpty())
            return failure(ErrorKind::BadRequest, tr("the judge's reply could not be read: %1").arg(quoted(reply)));
        given.score = holding / static_cast<double>(given.parts.size());
        return given;
    }

    Finding find(const JudgeReply &reply, std::optional<double> threshold) const final
    {
        const double wanted = threshold.value_or(usualThreshold);
        const auto holding = std::ranges::count_if(reply.parts, &VerdictPart::passed);
        Finding finding = judged(reply.score >= wanted - std::numeric_limits<double>::epsilon(),
                                 sentence(holding, reply.parts.size()) + u"; "_s + tr("the threshold is %1").arg(wanted));
        finding.score = reply.score;
        finding.parts = reply.parts;
        return finding;
    }

    [[nodiscard]] virtual QString sentence(qsizetype holding, qsizetype all) const = 0;
};

/// Checks of an answer beside a context: the variable `context` (a text or a list of texts), or what the check's `contextTransform`
/// takes from the answer.
class ContextCheck : public ShareCheck
{
    Q_DECLARE_TR_FUNCTIONS(Checks)
protected:
    static Result<QStringList> contextOf(const CheckInput &input)
    {
        QJsonValue context = input.variables.value("context"_L1);
        if (const QString code = input.options.value("contextTransform"_L1).toString(); !code.isEmpty()) {
            const QJsonObject beside{{u"vars"_s, input.variables},
                                     {u"prompt"_s, QJsonObject{{u"label"_s, messagesText(input.cell.request.messages)}}}};
            const Result<QJsonValue> made =
                callScript(functionOfCode(code, {u"output"_s, u"context"_s}), {scriptOutput(input), beside}, input.limits);
            if (!made)
                return failure(ErrorKind::Script, tr("its \"contextTransform\" failed: %1").arg(made.error().detail));
            context = *made;
        }
        QStringList texts;
        if (context.isString())
            texts += context.toString();
        for (const QJsonValue &each : context.toArray())
            texts += valueText(each);
        texts.removeIf([](const QString &text) { return text.trimmed().isEmpty(); });
        if (texts.isEmpty())
            return failure(ErrorKind::Usage, tr("it needs a variable \"context\", or a \"contextTransform\""));
        return texts;
    }

    static Result<QString> queryOf(const CheckInput &input)
    {
        const QJsonValue query = input.variables.value("query"_L1);
        if (!query.isString() || query.toString().trimmed().isEmpty())
            return failure(ErrorKind::Usage, tr("it needs a variable \"query\" with the question"));
        return query.toString();
    }
};

/// `context-recall`: how much of what is expected the context says.
class ContextRecall final : public ContextCheck
{
    Q_DECLARE_TR_FUNCTIONS(Checks)
    Result<JudgeQuestion> question(const CheckInput &input) const override
    {
        const QString expected = input.value.toString();
        if (expected.trimmed().isEmpty())
            return failure(ErrorKind::Usage, tr("it needs a text that says what is expected"));
        const bool hasContext = input.variables.contains("context"_L1) || input.options.contains("contextTransform"_L1);
        const Result<QStringList> context =
            hasContext ? contextOf(input) : QStringList{messagesText(input.cell.request.messages)};
        if (!context)
            return std::unexpected(context.error());
        return JudgeQuestion{JudgePrompts::recalled(context->join(u"\n\n"_s), expected), JudgePrompts::itemsSchema()};
    }

    QString sentence(qsizetype holding, qsizetype all) const override
    {
        return tr("the context says %1 of %2 sentences").arg(holding).arg(all);
    }
};

/// `context-relevance`: how much of the context the question needs.
class ContextRelevance final : public ContextCheck
{
    Q_DECLARE_TR_FUNCTIONS(Checks)
    Result<JudgeQuestion> question(const CheckInput &input) const override
    {
        const Result<QString> query = queryOf(input);
        if (!query)
            return std::unexpected(query.error());
        const Result<QStringList> context = contextOf(input);
        if (!context)
            return std::unexpected(context.error());
        return JudgeQuestion{JudgePrompts::needed(*query, unitsOf(*context)), JudgePrompts::itemsSchema()};
    }

    /// A list as it is; of one text its lines, or the sentences of its only one.
    static QStringList unitsOf(const QStringList &context)
    {
        if (context.size() > 1)
            return context;
        static const QRegularExpression lineEnds(u"\\n"_s);
        static const QRegularExpression sentenceEnds(u"(?<=[.!?])\\s+"_s);
        const auto parts = [&context](const QRegularExpression &between) {
            QStringList list = context.constFirst().split(between);
            list.removeIf([](const QString &each) { return each.trimmed().isEmpty(); });
            return list;
        };
        const QStringList lines = parts(lineEnds);
        return lines.size() > 1 ? lines : parts(sentenceEnds);
    }

    QString sentence(qsizetype holding, qsizetype all) const override
    {
        return tr("the question needs %1 of %2 parts of the context").arg(holding).arg(all);
    }
};

/// `context-faithfulness`: how much of the answer the context supports.
class ContextFaithfulness final : public ContextCheck
{
    Q_DECLARE_TR_FUNCTIONS(Checks)
    Result<JudgeQuestion> question(const CheckInput &input) const override
    {
        const Result<QString> query = queryOf(input);
        if (!query)
            return std::unexpected(query.error());
        const Result<QStringList> context = contextOf(input);
        if (!context)
            return std::unexpected(context.error());
        if (input.cell.text.trimmed().isEmpty())
            return failure(ErrorKind::Usage, tr("the answer is empty, and says nothing that could be supported"));
        return JudgeQuestion{JudgePrompts::supported(*query, input.cell.text, context->join(u"\n\n"_s)),
                             JudgePrompts::itemsSchema()};
    }

    QString sentence(qsizetype holding, qsizetype all) const override
    {
        return tr("the context supports %1 of %2 statements").arg(holding).arg(all);
    }
};

/// `conversation-relevance`: how many answers of a conversation fit what was said before them. The conversation is the variable
/// `_conversation`, a list of {input, output}; without one it is the prompt and its answer.
class ConversationRelevance final : public ShareCheck
{
    Q_DECLARE_TR_FUNCTIONS(Checks)
    Result<JudgeQuestion> question(const CheckInput &input) const override
    {
        constexpr int usualWindow = 5;
        Messages turns;
        for (const QJsonValue &each : input.variables.value("_conversation"_L1).toArray()) {
            turns += Message{Role::User, valueText(each.toObject().value("input"_L1))};
            turns += Message{Role::Assistant, valueText(each.toObject().value("output"_L1))};
        }
        if (turns.isEmpty())
            turns = {{Role::User, messagesText(input.cell.request.messages)}, {Role::Assistant, input.cell.text}};
        const int window = input.options.value("config"_L1).toObject().value("windowSize"_L1).toInt(usualWindow);
        return JudgeQuestion{JudgePrompts::fitting(turns, std::max(window, 1)), JudgePrompts::itemsSchema()};
    }

    QString sentence(qsizetype holding, qsizetype all) const override
    {
        return tr("%1 of %2 answers fit what was said before them").arg(holding).arg(all);
    }
};

template<typename Kind>
void addShare(std::vector<RegisteredCheck> &checks, QLatin1StringView type)
{
    checks.push_back({type, CheckNeeds::Judge, nullptr, std::make_unique<Kind>()});
}

} // namespace

void addContextChecks(std::vector<RegisteredCheck> &checks)
{
    addShare<ContextRecall>(checks, "context-recall"_L1);
    addShare<ContextRelevance>(checks, "context-relevance"_L1);
    addShare<ContextFaithfulness>(checks, "context-faithfulness"_L1);
    addShare<ConversationRelevance>(checks, "conversation-relevance"_L1);
}

} // namespace Tempera
