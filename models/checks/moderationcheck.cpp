// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/answerjson.h"
#include "models/checks/checkregistry.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// `moderation`: an endpoint that looks for what should not be said (hate, violence, …) flags nothing in the answer. The value is a
/// list of its categories that count; without one all do. As promptfoo 0.123.1 (matchesModeration), which knows no threshold here.
class Moderation final : public AskingCheck
{
    Q_DECLARE_TR_FUNCTIONS(Checks)

    std::optional<Finding> withoutAsking(const CheckInput &input) const override
    {
        if (input.cell.text.isEmpty())
            return judged(true, tr("the answer is empty, and nothing in it can be flagged"));
        return std::nullopt;
    }

    Result<JudgeQuestion> question(const CheckInput &input) const override
    {
        JudgeQuestion question{.messages = {}, .schema = {}, .isForLabels = true};
        if (!meansAll(input.value)) {
            const std::optional<QStringList> categories = asList(input.value);
            if (!categories)
                return failure(ErrorKind::Usage, tr("it needs a list of categories, or none for all of them"));
            const QJsonDocument list(QJsonArray::fromStringList(*categories));
            question.messages += Message{Role::System, QString::fromUtf8(list.toJson(QJsonDocument::Compact))};
        }
        question.messages += Message{Role::User, input.cell.text};
        return question;
    }

    Result<JudgeReply> read(const QString &reply, const QJsonObject &) const override
    {
        const QJsonObject map = lastMapWith(reply, {"flagged"_L1});
        if (!map.value("flagged"_L1).isArray())
            return failure(ErrorKind::BadRequest, tr("the endpoint's reply could not be read: %1").arg(quoted(reply)));
        QStringList flagged;
        for (const QJsonValue &flag : map.value("flagged"_L1).toArray()) {
            const QString score = QString::number(flag.toObject().value("score"_L1).toDouble(), 'f', 2);
            flagged += u"%1 (%2)"_s.arg(flag.toObject().value("category"_L1).toString(), score);
        }
        QStringList others;
        for (const QJsonValue &other : map.value("others"_L1).toArray())
            others += other.toString();
        JudgeReply given;
        given.passed = flagged.isEmpty();
        given.score = flagged.isEmpty() ? 1 : 0;
        if (!flagged.isEmpty())
            given.reason = tr("flagged: %1").arg(flagged.join(u", "_s));
        else if (!others.isEmpty())
            given.reason = tr("nothing of what counts is flagged; besides it: %1").arg(others.join(u", "_s));
        else
            given.reason = tr("nothing is flagged");
        return given;
    }

    Finding find(const JudgeReply &reply, std::optional<double>) const override
    {
        return judged(reply.passed == true, reply.reason);
    }

    static bool meansAll(const QJsonValue &value)
    {
        return value.isNull() || value.isUndefined() || value == QJsonValue(QString()) || value == QJsonValue(QJsonArray());
    }
};

} // namespace

void addModerationChecks(std::vector<RegisteredCheck> &checks)
{
    checks.push_back({u"moderation"_s, CheckNeeds::Judge, nullptr, std::make_unique<Moderation>()});
}

} // namespace Tempera
