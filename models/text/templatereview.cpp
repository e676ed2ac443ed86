// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/text/templatereview.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

// As in resources/scripts/prompt.js.
constexpr char16_t filledBegin = 0xFDD0;
constexpr char16_t filledEnd = 0xFDD1;
constexpr char16_t missingBegin = 0xFDD2;
constexpr char16_t missingEnd = 0xFDD3;

/// Takes the marks out. Where marks are in each other (a captured text that is put in again) the outer ones count.
void takeMarks(const QString &marked, TemplateReview &review)
{
    QString text;
    text.reserve(marked.size());
    int depth = 0;
    for (const QChar c : marked) {
        switch (c.unicode()) {
        case filledBegin:
        case missingBegin:
            if (depth++ == 0)
                review.filled.append({text.size(), 0, c == missingBegin});
            break;
        case filledEnd:
        case missingEnd:
            if (depth > 0 && --depth == 0)
                review.filled.last().length = text.size() - review.filled.constLast().from;
            break;
        default: text += c;
        }
    }
    review.filled.removeIf([](const FilledSpan &span) { return span.length == 0; });
    review.text = text;
}

} // namespace

TemplateReview templateReviewFromJson(const QString &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json.toUtf8()).object();
    TemplateReview review;
    const QJsonArray missing = object["missing"_L1].toArray();
    for (const QJsonValue &each : missing)
        review.missing.append({each["name"_L1].toString(), each["line"_L1].toInt(), each["column"_L1].toInt()});
    if (object["text"_L1].isString())
        takeMarks(object["text"_L1].toString(), review);
    return review;
}

QList<UnknownName> unknownNamesFromJson(const QString &json)
{
    QList<UnknownName> names;
    const QJsonArray found = QJsonDocument::fromJson(json.toUtf8()).array();
    for (const QJsonValue &each : found) {
        const auto kind = each["kind"_L1].toString() == "test"_L1 ? UnknownName::Kind::Test : UnknownName::Kind::Filter;
        names.append({kind, each["name"_L1].toString(), each["line"_L1].toInt(), each["column"_L1].toInt()});
    }
    return names;
}

} // namespace Tempera
