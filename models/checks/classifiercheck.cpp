// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/answerjson.h"
#include "models/checks/checkregistry.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// `classifier`: a model for classification gives the answer the label that is the value, or any at all, with at least the threshold.
/// As promptfoo 0.123.1 (matchesClassification), whose usual threshold of 1 asks for certainty. A reply's only part is the label.
class Classifier final : public AskingCheck
{
    Q_DECLARE_TR_FUNCTIONS(Checks)
    static constexpr double usualThreshold = 1;

    Result<JudgeQuestion> question(const CheckInput &input) const override
    {
        if (input.cell.text.isEmpty())
            return failure(ErrorKind::Usage, tr("the answer is empty, and nothing has no label"));
        const bool isAny = input.value.isNull() || input.value.isUndefined();
        const std::optional<QString> label = asText(input.value);
        if (!isAny && !label)
            return failure(ErrorKind::Usage, tr("it needs one label, or none for the likeliest"));
        JudgeQuestion question{.messages = {}, .schema = {}, .isForLabels = true};
        if (label && !label->isEmpty())
            question.messages += Message{Role::System, *label};
        question.messages += Message{Role::User, input.cell.text};
        return question;
    }

    Result<JudgeReply> read(const QString &reply, const QJsonObject &) const override
    {
        const QJsonObject map = lastMapWith(reply, {"label"_L1});
        if (!map.value("label"_L1).isString() || !map.value("score"_L1).isDouble())
            return failure(ErrorKind::BadRequest, tr("the endpoint's reply could not be read: %1").arg(quoted(reply)));
        const double score = map.value("score"_L1).toDouble();
        JudgeReply given;
        given.score = score;
        given.parts = {VerdictPart{false, score, map.value("label"_L1).toString()}};
        return given;
    }

    Finding find(const JudgeReply &reply, std::optional<double> threshold) const override
    {
        const double wanted = threshold.value_or(usualThreshold);
        const bool holds = reply.score >= wanted - std::numeric_limits<double>::epsilon();
        const QString label = reply.parts.isEmpty() ? QString() : reply.parts.constFirst().reason;
        Finding finding = judged(holds, tr("the label “%1” has a score of %2, the threshold is %3")
                                            .arg(label, QString::number(reply.score, 'f', 2), QString::number(wanted)));
        finding.score = reply.score;
        finding.parts = {VerdictPart{holds, reply.score, label}};
        return finding;
    }
};

} // namespace

void addClassifierChecks(std::vector<RegisteredCheck> &checks)
{
    checks.push_back({u"classifier"_s, CheckNeeds::Judge, nullptr, std::make_unique<Classifier>()});
}

} // namespace Tempera
