// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/answerjson.h"
#include "models/checks/checkregistry.h"
#include "models/checks/judgeprompts.h"
#include "models/text/vectorsimilarity.h"

#include <QJsonArray>

#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// `answer-relevance`: a model writes questions that the answer would answer, and their mean cosine similarity to the prompt is
/// the score. As promptfoo 0.123.1 (matchesAnswerRelevance), which asks three times for one question; here one reply holds all
/// three. The reply of the embeddings' endpoint holds the prompt's vector, then the questions'.
class AnswerRelevance final : public AskingCheck
{
    Q_DECLARE_TR_FUNCTIONS(Checks)
    static constexpr double usualThreshold = 0.5;

    Result<JudgeQuestion> question(const CheckInput &input) const override
    {
        if (input.cell.text.trimmed().isEmpty())
            return failure(ErrorKind::Usage, tr("the answer is empty, and nothing has no embedding"));
        return JudgeQuestion{JudgePrompts::questions(input.cell.text), JudgePrompts::questionsSchema()};
    }

    std::optional<Result<JudgeQuestion>> vectorsFor(const Cell &answer, const QJsonObject &variables,
                                                    const QString &reply) const override
    {
        const QJsonValue query = variables.value("query"_L1);
        const QString asked = query.isString() ? query.toString() : messagesText(answer.request.messages);
        JudgeQuestion question{.messages = {{Role::User, asked}}, .schema = {}, .isForVectors = true};
        for (const QJsonValue &each : lastMapWith(reply, {"questions"_L1}).value("questions"_L1).toArray()) {
            if (const QString text = each.toString().trimmed(); !text.isEmpty())
                question.messages += Message{Role::User, text};
        }
        if (question.messages.size() < 2)
            return failure(ErrorKind::BadRequest, tr("the judge's reply could not be read: %1").arg(quoted(reply)));
        return question;
    }

    Result<JudgeReply> read(const QString &, const QJsonObject &) const override
    {
        return failure(ErrorKind::BadRequest, tr("the endpoint gave no embeddings"));
    }

    Result<JudgeReply> readVectors(const EmbeddingList &vectors) const override
    {
        if (vectors.size() < 2)
            return failure(ErrorKind::BadRequest, tr("the endpoint gave no embeddings"));
        JudgeReply given;
        for (std::size_t i = 1; i < vectors.size(); ++i)
            given.score += cosineSimilarity(vectors.front(), vectors[i]) / static_cast<double>(vectors.size() - 1);
        if (!std::isfinite(given.score))
            return failure(ErrorKind::BadRequest, tr("the embeddings cannot be compared"));
        return given;
    }

    Finding find(const JudgeReply &reply, std::optional<double> threshold) const override
    {
        const double wanted = threshold.value_or(usualThreshold);
        Finding finding =
            judged(reply.score >= wanted - std::numeric_limits<double>::epsilon(),
                   tr("the relevance is %1, the threshold %2").arg(QString::number(reply.score, 'f', 2)).arg(wanted));
        finding.score = reply.score;
        return finding;
    }
};

} // namespace

void addRelevanceChecks(std::vector<RegisteredCheck> &checks)
{
    checks.push_back({u"answer-relevance"_s, CheckNeeds::Judge, nullptr, std::make_unique<AnswerRelevance>()});
}

} // namespace Tempera
