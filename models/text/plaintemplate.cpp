// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/text/plaintemplate.h"

#include "models/text/prompttemplate.h"

#include <QStringView>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// Words of nunjucks' language, and those under which it or JavaScript keeps something.
constexpr std::array namesOfTheLanguage{"true"_L1,   "false"_L1, "none"_L1, "null"_L1,  "undefined"_L1, "not"_L1,   "in"_L1,
                                        "is"_L1,     "and"_L1,   "or"_L1,   "if"_L1,    "else"_L1,      "loop"_L1,  "super"_L1,
                                        "caller"_L1, "self"_L1,  "env"_L1,  "range"_L1, "cycler"_L1,    "joiner"_L1};

bool hasTag(QStringView text)
{
    return text.contains("{{"_L1) || text.contains("{%"_L1);
}

/// JSON text begins like this; `{{` does not, since a key has to follow a brace.
bool mayBeJson(QStringView source)
{
    const QStringView trimmed = source.trimmed();
    if (trimmed.startsWith("{{"_L1))
        return false;
    return trimmed.startsWith(u'{') || trimmed.startsWith(u'[') || trimmed.startsWith(u'"');
}

bool isBlank(QChar character)
{
    return character == u' ' || character == u'\t';
}

bool mayBeginName(QChar character)
{
    return (character >= u'a' && character <= u'z') || (character >= u'A' && character <= u'Z') || character == u'_';
}

bool mayBeInName(QChar character)
{
    return mayBeginName(character) || (character >= u'0' && character <= u'9');
}

bool isVariableName(QStringView name)
{
    return !name.isEmpty() && mayBeginName(name.front()) && std::ranges::all_of(name, &mayBeInName) && !name.startsWith("__"_L1)
           && std::ranges::none_of(namesOfTheLanguage, [name](QLatin1StringView word) { return name == word; });
}

QStringView trimmedOfBlanks(QStringView text)
{
    while (!text.isEmpty() && isBlank(text.front()))
        text.slice(1);
    while (!text.isEmpty() && isBlank(text.back()))
        text.chop(1);
    return text;
}

std::optional<QString> writtenValue(const QJsonValue &value, bool isOfPrompt)
{
    constexpr double exact = 1e15; // far from where a number has an exponent or loses digits
    if (value.isBool())
        return value.toBool() ? u"true"_s : u"false"_s;
    if (value.isDouble()) {
        const double number = value.toDouble();
        if (number != std::trunc(number) || std::abs(number) > exact)
            return std::nullopt;
        return QString::number(static_cast<qint64>(number));
    }
    if (!value.isString())
        return std::nullopt;
    QString text = value.toString();
    if (isOfPrompt && text.endsWith(u'\n'))
        text.chop(1);
    return text;
}

/// A value that may be a template changes others too, and may fail where nobody reads it.
bool holdsTemplates(const QJsonObject &vars)
{
    return std::ranges::any_of(vars.constBegin(), vars.constEnd(),
                               [](const QJsonValue &value) { return value.isString() && hasTag(value.toString()); });
}

/// A variable, and the text before it. Views of the source.
struct PlainPart {
    QStringView before;
    QStringView name;
};

/// A source, taken apart.
struct PlainParts {
    std::vector<PlainPart> parts; ///< At least one.
    QStringView rest;
};

std::optional<PlainParts> plainPartsOf(QStringView source)
{
    const bool mayBeMore =
        source.contains("{%"_L1) || source.contains("{#"_L1) || source.contains("{{{"_L1) || source.contains("}}}"_L1);
    if (mayBeMore)
        return std::nullopt;
    PlainParts all;
    qsizetype at = 0;
    while (true) {
        const qsizetype open = source.indexOf("{{"_L1, at);
        if (open < 0)
            break;
        const qsizetype close = source.indexOf("}}"_L1, open + 2);
        if (close < 0)
            return std::nullopt;
        const QStringView name = trimmedOfBlanks(source.sliced(open + 2, close - open - 2));
        if (!isVariableName(name))
            return std::nullopt;
        all.parts.push_back({source.sliced(at, open - at), name});
        at = close + 2;
    }
    if (all.parts.empty())
        return std::nullopt; // a number or a word may be JSON too
    all.rest = source.sliced(at);
    return all;
}

} // namespace

std::optional<TemplateReview> reviewedPlainly(TemplateForm form, const QString &source, const QJsonObject &vars)
{
    if (form != TemplateForm::Plain && mayBeJson(source))
        return std::nullopt;
    const bool isPrompt = form == TemplateForm::Prompt;
    const std::optional<PlainParts> all = plainPartsOf(source);
    if (!all || (isPrompt && holdsTemplates(vars)))
        return std::nullopt;
    TemplateReview review;
    QString text;
    for (const PlainPart &part : all->parts) {
        const auto found = vars.constFind(part.name);
        const std::optional<QString> value = found == vars.constEnd() ? std::nullopt : writtenValue(*found, isPrompt);
        if (!value)
            return std::nullopt;
        text += part.before;
        if (!value->isEmpty())
            review.filled.append({text.size(), value->size()});
        text += *value;
    }
    text += all->rest;
    review.text = std::move(text);
    return review;
}

std::optional<QString> renderedPlainly(TemplateForm form, const QString &source, const QJsonObject &vars)
{
    std::optional<TemplateReview> review = reviewedPlainly(form, source, vars);
    return review ? std::move(review->text) : std::nullopt;
}

std::optional<QStringList> plainVariables(const QString &source)
{
    const std::optional<PlainParts> all = mayBeJson(source) ? std::nullopt : plainPartsOf(source);
    if (!all)
        return std::nullopt;
    QStringList names;
    for (const PlainPart &part : all->parts) {
        if (!names.contains(part.name))
            names += part.name.toString();
    }
    return names;
}

} // namespace Tempera
