// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/check.h"

#include "models/core/valuetext.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// Splits promptfoo's comma lists: commas inside double quotes do not divide; \" and "" are a quote in quotes. No CSV:
/// spaces may be around a field and before its quotes, a backslash escapes, and a line end is text like any other.
QStringList splitCommas(const QString &text)
{
    QStringList fields;
    QString field;
    bool inQuotes = false;
    bool wasQuoted = false;
    const auto finish = [&] {
        fields.append(wasQuoted ? field : field.trimmed());
        field.clear();
        wasQuoted = false;
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const bool quoteNext = i + 1 < text.size() && text[i + 1] == u'"';
        if (inQuotes && quoteNext && (c == u'\\' || c == u'"')) {
            field += u'"';
            ++i;
        } else if (inQuotes && c == u'"') {
            inQuotes = false;
        } else if (inQuotes) {
            field += c;
        } else if (c == u'"' && field.trimmed().isEmpty() && !wasQuoted) {
            field.clear();
            inQuotes = true;
            wasQuoted = true;
        } else if (c == u',') {
            finish();
        } else if (!wasQuoted || !c.isSpace()) {
            field += c;
        }
    }
    finish();
    return fields;
}

} // namespace

Finding CheckBase::judged(bool holds, const QString &fact)
{
    return {holds ? Outcome::Pass : Outcome::Fail, holds ? 1.0 : 0.0, fact};
}

Finding CheckBase::broken(const QString &why)
{
    return {Outcome::Error, 0, why};
}

Finding CheckBase::notEvaluated(const QString &why)
{
    return {Outcome::NotEvaluated, 0, why};
}

std::optional<QString> CheckBase::asText(const QJsonValue &value)
{
    const bool isScalar = value.isString() || value.isDouble() || value.isBool();
    return isScalar ? std::optional(valueText(value)) : std::nullopt;
}

std::optional<QStringList> CheckBase::asList(const QJsonValue &value)
{
    QStringList list;
    if (value.isArray()) {
        for (const auto &item : value.toArray()) {
            const auto text = asText(item);
            if (!text)
                return std::nullopt;
            list.append(*text);
        }
    } else if (const auto text = asText(value); text && !text->isEmpty()) {
        list = splitCommas(*text);
    }
    return list.isEmpty() ? std::nullopt : std::optional(list);
}

QString CheckBase::quoted(const QString &text)
{
    constexpr qsizetype longest = 80;
    const QString line = text.simplified();
    return u'"' + (line.size() > longest ? line.first(longest) + u'…' : line) + u'"';
}

std::optional<Finding> AskingCheck::withoutAsking(const CheckInput &) const
{
    return std::nullopt;
}

Result<JudgeReply> AskingCheck::readVectors(const EmbeddingList &) const
{
    return failure(ErrorKind::BadRequest, CheckBase::tr("the judge gave vectors instead of words"));
}

std::optional<Result<JudgeQuestion>> AskingCheck::vectorsFor(const Cell &, const QJsonObject &, const QString &) const
{
    return std::nullopt;
}

Finding AskingCheck::find(const JudgeReply &reply, std::optional<double> threshold) const
{
    if (!reply.passed && !threshold)
        return broken(CheckBase::tr("the judge gave a score without \"pass\", and there is no threshold"));
    const bool holds = reply.passed.value_or(true) && (!threshold || reply.score >= *threshold);
    return {holds ? Outcome::Pass : Outcome::Fail, reply.score, reply.reason, {}, reply.parts};
}

} // namespace Tempera
