// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/checkkinds.h"

#include "models/checks/check.h"
#include "models/checks/checkkindlists.h"
#include "models/core/valuetext.h"
#include "models/experiment/checkparts.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

class KindTexts
{
    Q_DECLARE_TR_FUNCTIONS(CheckKinds)
public:
    static QList<CheckKind> texts()
    {
        return {
            {u"equals"_s, tr("is exactly the text"),
             tr("The whole answer must be this text, character by character. A map or list in JSON is compared with the answer "
                "read as JSON."),
             tr("The answer is %1"), tr("The answer is not %1"), CheckValue::TextOrJson},
            {u"contains"_s, tr("contains the text"),
             tr("The text occurs anywhere in the answer, in exactly this capitalisation."), tr("The answer contains %1"),
             tr("The answer does not contain %1")},
            {u"icontains"_s, tr("contains the text, in any case"),
             tr("The text occurs anywhere in the answer, in upper or lower case."), tr("The answer contains %1 in any case"),
             tr("The answer does not contain %1 in any case")},
            {u"starts-with"_s, tr("begins with the text"), tr("The answer begins with exactly this text."),
             tr("The answer begins with %1"), tr("The answer does not begin with %1")},
            {u"ends-with"_s, tr("ends with the text"), tr("The answer ends with exactly this text."),
             tr("The answer ends with %1"), tr("The answer does not end with %1")},
        };
    }
    static QList<CheckKind> lists()
    {
        return {
            {u"contains-all"_s, tr("contains all of the texts"), tr("Each of the texts occurs somewhere in the answer."),
             tr("The answer contains all of %1"), tr("The answer does not contain all of %1"), CheckValue::List},
            {u"contains-any"_s, tr("contains one of the texts"), tr("At least one of the texts occurs somewhere in the answer."),
             tr("The answer contains one of %1"), tr("The answer contains none of %1"), CheckValue::List},
            {u"icontains-all"_s, tr("contains all of the texts, in any case"),
             tr("Each of the texts occurs somewhere in the answer, in upper or lower case."),
             tr("The answer contains all of %1 in any case"), tr("The answer does not contain all of %1 in any case"),
             CheckValue::List},
            {u"icontains-any"_s, tr("contains one of the texts, in any case"),
             tr("At least one of the texts occurs somewhere in the answer, in upper or lower case."),
             tr("The answer contains one of %1 in any case"), tr("The answer contains none of %1 in any case"), CheckValue::List},
            {u"forbidden-words"_s, tr("has none of the words"),
             tr("None of the words occurs in the answer as a whole word, in any case."), tr("The answer has none of %1"),
             tr("The answer has one of %1"), CheckValue::List},
        };
    }
    static QList<CheckKind> forms()
    {
        return {
            {u"regex"_s, tr("matches the pattern"),
             tr("A regular expression as in JavaScript, found anywhere in the answer; ^ and $ match its beginning and end."),
             tr("The answer matches %1"), tr("The answer does not match %1"), CheckValue::Pattern},
            {u"is-json"_s, tr("is JSON"), tr("The whole answer is JSON, and follows the schema where one is given."),
             tr("The answer is JSON %1"), tr("The answer is not JSON %1"), CheckValue::Schema},
            {u"contains-json"_s, tr("contains JSON"),
             tr("A map or list in the answer is JSON, and follows the schema where one is given."),
             tr("The answer contains JSON %1"), tr("The answer does not contain JSON %1"), CheckValue::Schema},
            {u"levenshtein"_s, tr("is close to the text"),
             tr("At most this many characters have to be inserted, deleted or replaced to turn the answer into the text."),
             tr("The answer is close to %1"), tr("The answer is not close to %1"), CheckValue::Text, CheckThreshold::Optional,
             tr("Maximum edits"), u"5"_s},
            {u"javascript"_s, tr("passes the script"),
             tr("JavaScript that sees “output” and “context” (prompt, vars, metadata …): an expression, or several lines with "
                "“return”. It returns true or false, a score, or an object with pass, score and reason."),
             tr("The answer passes the script %1"), tr("The answer does not pass the script %1"), CheckValue::Text,
             CheckThreshold::Optional, tr("Minimum score"), tr("none")},
        };
    }
    static QList<CheckKind> judges()
    {
        return {
            {u"llm-rubric"_s, tr("meets the rubric"),
             tr("A model reads the answer and says whether it is as described, and why. Each answer takes one more request."),
             tr("The answer meets the rubric %1"), tr("The answer does not meet the rubric %1"), CheckValue::Text,
             CheckThreshold::Optional, tr("Minimum score"), tr("none"), true},
            {u"g-eval"_s, tr("scores well by the criteria"),
             tr("A model scores prompt and answer by a criterion, or by several that are given as a list in JSON."),
             tr("The answer scores well by %1"), tr("The answer does not score well by %1"), CheckValue::TextOrJson,
             CheckThreshold::Optional, tr("Minimum score"), u"0.7"_s, true},
            {u"model-graded-closedqa"_s,
             tr("meets the criterion"),
             tr("A model reads prompt and answer and says whether the answer meets the criterion, yes or no."),
             tr("The answer meets the criterion %1"),
             tr("The answer does not meet the criterion %1"),
             CheckValue::Text,
             CheckThreshold::None,
             {},
             {},
             true},
            {u"factuality"_s,
             tr("agrees with the reference"),
             tr("A model compares the facts of the answer with those of a reference answer."),
             tr("The answer agrees with the reference %1"),
             tr("The answer does not agree with the reference %1"),
             CheckValue::Text,
             CheckThreshold::None,
             {},
             {},
             true},
            {u"search-rubric"_s, tr("meets the rubric by a search in the web"),
             tr("A model with a tool for searching the web looks up what the answer says, and says whether it is as described. Each answer "
                "takes one more request."),
             tr("By a search the answer meets the rubric %1"), tr("By a search the answer does not meet the rubric %1"),
             CheckValue::Text, CheckThreshold::Optional, tr("Minimum score"), tr("none"), true},
        };
    }
    static QList<CheckKind> measures()
    {
        return {
            {u"word-count"_s, tr("has this many words"), tr("Words are separated by spaces and line breaks."),
             tr("The answer has %1 words"), tr("The answer does not have %1 words"), CheckValue::Range},
            {u"min-length"_s, tr("has at least this many characters"),
             tr("Whitespace at the beginning and the end is not counted."), tr("The answer has at least %1 characters"),
             tr("The answer has fewer than %1 characters"), CheckValue::Number},
            {u"latency"_s, tr("was fast enough"), tr("The time from sending the request to the end of the answer."),
             tr("The answer was fast enough"), tr("The answer was not fast enough"), CheckValue::None, CheckThreshold::Needed,
             tr("Maximum milliseconds")},
            {u"cost"_s, tr("was cheap enough"), tr("What the answer cost; an unknown cost cannot be checked."),
             tr("The answer was cheap enough"), tr("The answer was not cheap enough"), CheckValue::None, CheckThreshold::Needed,
             tr("Maximum US dollars")},
            {u"finish-reason"_s, tr("ended for this reason"),
             tr("Why the model stopped: “stop” means that it finished, “length” that it reached the token "
                "limit."),
             tr("The answer ended with %1"), tr("The answer did not end with %1"), CheckValue::FinishReason},
        };
    }
    static QString quotedValue(const QString &text)
    {
        constexpr qsizetype longest = 60;
        const QString line = text.simplified();
        return tr("“%1”").arg(line.size() > longest ? line.first(longest) + u'…' : line);
    }
    static QString withSchema(bool hasSchema) { return hasSchema ? tr("that follows the schema") : QString(); }
    static QString rangeText(const CheckRange &range)
    {
        const QLocale locale;
        const auto number = [&locale](double value) { return locale.toString(value, 'f', QLocale::FloatingPointShortest); };
        if (range.least && range.most)
            return *range.least == *range.most ? number(*range.least) : u"%1–%2"_s.arg(number(*range.least), number(*range.most));
        if (range.least)
            return tr("at least %1").arg(number(*range.least));
        return range.most ? tr("at most %1").arg(number(*range.most)) : u"…"_s;
    }
    static QString unknown(const QString &type) { return tr("“%1”: not supported by this version").arg(type); }
    static QString withThreshold(const QString &sentence, const QString &title, double threshold)
    {
        return tr("%1 (%2: %3)").arg(sentence, title, QLocale().toString(threshold, 'g', QLocale::FloatingPointShortest));
    }
    static QString needsText() { return tr("A text is missing."); }
    static QString needsList() { return tr("Texts are missing, one a line."); }
    static QString needsPattern() { return tr("A pattern is missing."); }
    static QString needsNumber() { return tr("A number is missing."); }
    static QString needsRange() { return tr("A minimum or a maximum number of words is missing."); }
    static QString wrongRange() { return tr("The minimum is larger than the maximum."); }
    static QString needsReason() { return tr("A reason is missing, such as “stop”."); }
    static QString needsThreshold(const QString &title) { return tr("A number is missing: %1.").arg(title); }
    static QString unknownKind() { return tr("This version does not support this check; it is kept as it is."); }
};

bool hasNoValue(const QJsonValue &value)
{
    return value.isNull() || value.isUndefined() || (value.isString() && value.toString().isEmpty())
           || (value.isArray() && value.toArray().isEmpty());
}

QString valueInSentence(const CheckKind &kind, const QJsonValue &value)
{
    switch (kind.value) {
    case CheckValue::None: return {};
    case CheckValue::Schema: return KindTexts::withSchema(!hasNoValue(value));
    case CheckValue::Range: return KindTexts::rangeText(checkRange(value));
    case CheckValue::Number: return hasNoValue(value) ? u"…"_s : checkValueToText(kind.value, value);
    case CheckValue::List: {
        if (kind.isValueOptional && hasNoValue(value))
            return {};
        QStringList quoted;
        for (const QString &text : checkValueToText(kind.value, value).split(u'\n', Qt::SkipEmptyParts))
            quoted += KindTexts::quotedValue(text);
        return quoted.isEmpty() ? u"…"_s : quoted.join(u", "_s);
    }
    default:
        if (hasNoValue(value))
            return kind.isValueOptional ? QString() : u"…"_s;
        return KindTexts::quotedValue(checkValueToText(kind.value, value));
    }
}

QJsonValue jsonOrNothing(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (!trimmed.startsWith(u'{') && !trimmed.startsWith(u'['))
        return QJsonValue(QJsonValue::Undefined);
    const QJsonDocument parsed = QJsonDocument::fromJson(trimmed.toUtf8());
    if (parsed.isObject())
        return parsed.object();
    return parsed.isArray() ? QJsonValue(parsed.array()) : QJsonValue(QJsonValue::Undefined);
}

} // namespace

QList<CheckKind> checkKinds()
{
    return KindTexts::texts() + KindTexts::lists() + KindTexts::forms() + KindTexts::measures() + overlapKinds() + markupKinds()
           + contentKinds() + KindTexts::judges() + comparisonKinds() + contextKinds() + similarityKinds();
}

bool isNegated(const QString &type)
{
    return type.startsWith("not-"_L1);
}

std::optional<CheckKind> checkKind(const QString &type)
{
    const QString plain = isNegated(type) ? type.sliced(4) : type;
    const QList<CheckKind> kinds = checkKinds();
    const auto it = std::ranges::find(kinds, plain, &CheckKind::type);
    return it == kinds.end() ? std::nullopt : std::optional(*it);
}

QString checkSentence(const CheckSpec &check)
{
    if (isCheckSet(check))
        return setSentence(check);
    const std::optional<CheckKind> kind = checkKind(check.type);
    if (!kind)
        return KindTexts::unknown(check.type);
    QString sentence = isNegated(check.type) ? kind->holdsNot : kind->holds;
    if (sentence.contains("%1"_L1))
        sentence = sentence.arg(valueInSentence(*kind, check.value)).trimmed();
    if (check.threshold && kind->threshold != CheckThreshold::None)
        sentence = KindTexts::withThreshold(sentence, kind->thresholdTitle, *check.threshold);
    return sentence;
}

QString checkProblem(const CheckSpec &check)
{
    if (isCheckSet(check))
        return {};
    const std::optional<CheckKind> kind = checkKind(check.type);
    if (!kind)
        return KindTexts::unknownKind();
    if (kind->threshold == CheckThreshold::Needed && !check.threshold)
        return KindTexts::needsThreshold(kind->thresholdTitle);
    const bool isEmpty = hasNoValue(check.value) && !kind->isValueOptional;
    switch (kind->value) {
    case CheckValue::None:
    case CheckValue::Schema: return {};
    case CheckValue::Range: {
        const CheckRange range = checkRange(check.value);
        if (!range.least && !range.most)
            return check.value.isString() && !isEmpty ? QString() : KindTexts::needsRange(); // a template may give it
        return range.least && range.most && *range.least > *range.most ? KindTexts::wrongRange() : QString();
    }
    case CheckValue::List: return isEmpty ? KindTexts::needsList() : QString();
    case CheckValue::Pattern: return isEmpty ? KindTexts::needsPattern() : QString();
    case CheckValue::Number: return isEmpty ? KindTexts::needsNumber() : QString();
    case CheckValue::FinishReason: return isEmpty ? KindTexts::needsReason() : QString();
    case CheckValue::TextOrJson:
    case CheckValue::Text: {
        const bool mayBeEmpty = (kind->type == "equals"_L1 || kind->type == "levenshtein"_L1) && check.value.isString();
        return isEmpty && !mayBeEmpty ? KindTexts::needsText() : QString();
    }
    }
    return {};
}

QString checkJudge(const CheckSpec &check)
{
    const QJsonValue provider = check.other.value("provider"_L1);
    return provider.isObject() ? provider.toObject().value("id"_L1).toString() : provider.toString();
}

void setCheckJudge(CheckSpec &check, const QString &judge)
{
    const QJsonValue before = check.other.value("provider"_L1);
    QJsonObject map = before.toObject();
    map.insert(u"id"_s, judge);
    if (judge.isEmpty())
        check.other.remove("provider"_L1);
    else
        check.other.insert(u"provider"_s, before.isObject() ? QJsonValue(map) : QJsonValue(judge));
}

QString checkValueToText(CheckValue kind, const QJsonValue &value)
{
    if (value.isNull() || value.isUndefined())
        return {};
    if (kind == CheckValue::List)
        return CheckBase::asList(value).value_or(QStringList()).join(u'\n');
    if (kind == CheckValue::Schema && value.isObject())
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson()).trimmed();
    return CheckBase::asText(value).value_or(valueText(value));
}

QJsonValue checkValueFromText(CheckValue kind, const QString &text)
{
    if (text.isEmpty())
        return {};
    switch (kind) {
    case CheckValue::List: {
        QJsonArray list;
        for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts))
            list.append(line);
        return list;
    }
    case CheckValue::Number: {
        bool isNumber = false;
        const double number = text.trimmed().toDouble(&isNumber);
        return isNumber ? QJsonValue(number) : QJsonValue(text);
    }
    case CheckValue::Schema:
    case CheckValue::TextOrJson: {
        const QJsonValue json = jsonOrNothing(text);
        return json.isUndefined() ? QJsonValue(text) : json;
    }
    default: return text;
    }
}

CheckRange checkRange(const QJsonValue &value)
{
    CheckRange range;
    if (value.isObject()) {
        const auto number = [&value](QLatin1StringView key) {
            const QJsonValue part = value.toObject().value(key);
            return part.isDouble() ? std::optional(part.toDouble()) : std::nullopt;
        };
        return {number("min"_L1), number("max"_L1)};
    }
    bool isNumber = value.isDouble();
    const double number = isNumber ? value.toDouble() : value.toString().toDouble(&isNumber);
    if (isNumber)
        range = {number, number};
    return range;
}

QJsonValue checkRangeValue(const CheckRange &range)
{
    if (range.least && range.most && *range.least == *range.most)
        return *range.least;
    QJsonObject map;
    if (range.least)
        map.insert(u"min"_s, *range.least);
    if (range.most)
        map.insert(u"max"_s, *range.most);
    return map.isEmpty() ? QJsonValue() : QJsonValue(map);
}

} // namespace Tempera
