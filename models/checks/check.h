// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/checks/answerjson.h"
#include "models/core/cell.h"
#include "models/core/embedding.h"
#include "models/core/limits.h"

#include <QCoreApplication>
#include <QJsonObject>
#include <QJsonValue>
#include <QStringList>

#include <optional>

namespace Tempera {

/// What a check looks at. Lives as long as the grading of one answer.
struct CheckInput {
    const Cell &cell;       ///< The answer, its request, usage and times; its text as a transform of the check left it.
    const AnswerJson &json; ///< The answer as JSON, read once for all checks.
    QJsonValue value;       ///< With the case's variables put in.
    std::optional<double> threshold;
    const QJsonObject &variables;            ///< Of the case.
    const QJsonObject &test;                 ///< The case's `description` and `metadata`.
    const QJsonObject &options;              ///< Keys of the check that are no part of every check (`config`, `rubricPrompt`, …).
    const Limits &limits;                    ///< Of this one check.
    std::optional<QJsonValue> scripted = {}; ///< What the script that is the check's value returned.
    std::optional<QJsonValue> output = {};   ///< The answer where a transform made a value of it.
    std::optional<double> meanLogProbability = {}; ///< Of the answer's tokens, in nats; nothing = not known.
    QStringList row = {};                          ///< All answers to the case, where the check compares them.
};

/// What "not-" turns round.
enum class TurnedRound : std::uint8_t {
    OutcomeAndScore,
    Outcome,
    Score,
    Nothing,
};

/// What a check found, before "not-" turns it round.
struct Finding {
    Outcome outcome = Outcome::Fail;
    double score = 0;
    QString fact; ///< What is the case, in a translated sentence that stays true when "not-" is before the type.
    QList<AnswerSpan> evidence = {};
    QList<VerdictPart> parts = {};
    QList<NamedScore> named = {};
    TurnedRound turnedRound = TurnedRound::OutcomeAndScore;
};

/// What all kinds of checks share.
class CheckBase
{
    Q_DECLARE_TR_FUNCTIONS(Checks)
public:
    virtual ~CheckBase() = default;

    /// The valueText() of a text, a number or a Boolean; nothing for lists, maps and null.
    [[nodiscard]] static std::optional<QString> asText(const QJsonValue &value);
    /// A list, or a text with commas in which "quoted, fields" keep theirs; nothing when it is empty or has other things.
    [[nodiscard]] static std::optional<QStringList> asList(const QJsonValue &value);
    [[nodiscard]] static Finding judged(bool holds, const QString &fact);
    /// The check itself could not be carried out.
    [[nodiscard]] static Finding broken(const QString &why);
    /// The check cannot tell, or there is nothing that it could look at.
    [[nodiscard]] static Finding notEvaluated(const QString &why);
    /// Text for a sentence: short, on one line.
    [[nodiscard]] static QString quoted(const QString &text);
};

/// One kind of check that needs nothing but the answer. Stateless; one object serves every thread.
class Check : public CheckBase
{
public:
    [[nodiscard]] virtual Finding run(const CheckInput &input) const = 0;
};

/// What a check asks of a model.
struct JudgeQuestion {
    Messages messages;
    QString schema = {};       ///< JSON schema of the reply, for a model that can be held to one.
    bool isForVectors = false; ///< Each message is a text whose vector is asked for.
    bool isForLabels = false;  ///< It is put as openAiModerationWire or classificationWire says.
};

/// What a model said, read.
struct JudgeReply {
    std::optional<bool> passed; ///< Nothing: it gave a score only.
    double score = 0;           ///< 0 to 1.
    QString reason;
    QList<VerdictPart> parts = {};
    QStringList quotes = {}; ///< What it quotes from the answer.
};

/// One kind of check that asks a model. Stateless; one object serves every thread.
class AskingCheck : public CheckBase
{
public:
    /// What is known before anybody is asked; nothing is the usual.
    [[nodiscard]] virtual std::optional<Finding> withoutAsking(const CheckInput &input) const;
    /// The error's detail is a sentence.
    [[nodiscard]] virtual Result<JudgeQuestion> question(const CheckInput &input) const = 0;
    /// Reads a reply leniently; the error's detail begins with the first characters of what cannot be read.
    [[nodiscard]] virtual Result<JudgeReply> read(const QString &reply, const QJsonObject &options) const = 0;
    /// The same of the vectors of what was asked, in its order. The usual: this check asks for none.
    [[nodiscard]] virtual Result<JudgeReply> readVectors(const EmbeddingList &vectors) const;
    /// What a model for embeddings is asked when the judge's reply on an answer is there: then its vectors are read. Nothing: the
    /// reply is read, which is the usual.
    [[nodiscard]] virtual std::optional<Result<JudgeQuestion>> vectorsFor(const Cell &answer, const QJsonObject &variables,
                                                                          const QString &reply) const;
    /// What a reply means with this threshold. The usual: what the judge said, and at least the threshold.
    [[nodiscard]] virtual Finding find(const JudgeReply &reply, std::optional<double> threshold) const;
};

} // namespace Tempera
