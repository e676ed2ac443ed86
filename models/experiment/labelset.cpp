// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/labelset.h"

#include "models/core/valuetext.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr qsizetype mostLabels = 24;
constexpr qsizetype longestLabel = 40;
/// How many cases are searched for labels; more only cost time.
constexpr qsizetype searchedCases = 2000;

bool containsLabel(const QStringList &labels, const QString &label)
{
    return labels.contains(label, Qt::CaseInsensitive);
}

void addLabel(QStringList &labels, const QString &text)
{
    const QString label = text.trimmed();
    if (!label.isEmpty() && !labels.contains(label))
        labels.append(label);
}

bool looksLikeLabels(const QStringList &texts)
{
    return texts.size() >= 2 && texts.size() <= mostLabels && std::ranges::all_of(texts, [](const QString &text) {
               return text.size() <= longestLabel && !text.contains(u'\n');
           });
}

QStringList listValue(const QJsonValue &value)
{
    QStringList texts;
    if (value.isString())
        return labelsFromList(value.toString());
    for (const QJsonValue &item : value.toArray())
        addLabel(texts, item.isNull() ? QString() : valueText(item));
    return texts;
}

bool isTemplate(const QString &text)
{
    return text.contains("{{"_L1) || text.contains("{%"_L1);
}

/// As the text of an answer; empty where there is none.
QString onlyVariableText(const QString &source, const QJsonObject &variables)
{
    const QJsonValue value = onlyVariable(source, variables);
    const QString text = value.isNull() ? QString() : valueText(value);
    return isTemplate(text) ? QString() : text;
}

/// The check's value with the case's variables; empty where that fails. Without an engine what it would be needed for is empty.
QString renderedValue(const CheckSpec &check, const QJsonObject &variables, TemplateEngine *templates)
{
    if (check.value.isArray() || check.value.isObject())
        return {};
    const QString text = check.value.isNull() ? QString() : valueText(check.value);
    if (!isTemplate(text))
        return text;
    return templates ? templates->renderData(text, variables).value_or(QString()) : onlyVariableText(text, variables);
}

bool isSingle(const QString &type)
{
    return type == "equals"_L1 || type == "contains"_L1 || type == "icontains"_L1 || type == "starts-with"_L1;
}

bool isAnyOf(const QString &type)
{
    return type == "contains-any"_L1 || type == "icontains-any"_L1;
}

/// Lists that are in the checks of all cases, which name the whole set.
QStringList labelsOfDefault(const Experiment &experiment)
{
    for (const CheckSpec &check : experiment.defaultCase.checks) {
        if (const QStringList texts = listValue(check.value); isAnyOf(check.type) && looksLikeLabels(texts))
            return texts;
    }
    return {};
}

} // namespace

QJsonValue onlyVariable(const QString &source, const QJsonObject &variables)
{
    static const QRegularExpression one(uR"(^\s*\{\{-?\s*([\p{L}_$][\p{L}\p{N}_$]*)\s*-?\}\}\s*$)"_s,
                                        QRegularExpression::UseUnicodePropertiesOption);
    const QRegularExpressionMatch match = one.match(source);
    const QJsonValue value = match.hasMatch() ? variables.value(match.captured(1)) : QJsonValue();
    return value.isUndefined() ? QJsonValue() : value;
}

const QStringList &wholeAnswerChecks()
{
    static const QStringList all{u"equals"_s, u"similar"_s, u"levenshtein"_s, u"rouge-n"_s, u"bleu"_s, u"gleu"_s, u"meteor"_s};
    return all;
}

QStringList labelsFromList(const QString &text)
{
    QStringList labels;
    QString label;
    bool quoted = false;
    for (const QChar c : text) {
        if (c == u'"') {
            quoted = !quoted;
        } else if (!quoted && (c == u',' || c == u';' || c == u'|' || c == u'\n' || c == u'，' || c == u'、')) {
            addLabel(labels, label);
            label.clear();
        } else {
            label += c;
        }
    }
    addLabel(labels, label);
    return labels;
}

QString labelsToList(const QStringList &labels)
{
    QStringList parts;
    for (const QString &label : labels) {
        const bool separates = std::ranges::any_of(label, [](QChar c) { return u",;|\n，、"_s.contains(c); });
        parts.append(separates ? u'"' + label + u'"' : label);
    }
    return parts.join(u", "_s);
}

QStringList labelsInPrompt(const QString &text)
{
    static const QString word = uR"((?:"[^"\n]{1,40}"|'[^'\n]{1,40}'|[\p{L}\p{N}_-]{1,40}))"_s;
    static const QList<QRegularExpression> lists{
        QRegularExpression(uR"((%1(?:\s*[,、，]\s*%1)*)\s*[,，]?\s*(?:\b(?:or|oder)\b|或者?)\s*(%1))"_s.arg(word),
                           QRegularExpression::UseUnicodePropertiesOption),
        QRegularExpression(uR"([:：]\s*(%1(?:\s*[,、，]\s*%1)+)(?=\s*(?:[.;。；\n]|$)))"_s.arg(word),
                           QRegularExpression::UseUnicodePropertiesOption),
        QRegularExpression(uR"((%1(?:\s*[/|]\s*%1)+))"_s.arg(word), QRegularExpression::UseUnicodePropertiesOption),
    };
    static const QRegularExpression one(word, QRegularExpression::UseUnicodePropertiesOption);
    for (const QRegularExpression &list : lists) {
        const QRegularExpressionMatch match = list.match(text);
        if (!match.hasMatch())
            continue;
        QStringList labels;
        for (int group = 1; group <= match.lastCapturedIndex(); ++group) {
            auto words = one.globalMatch(match.captured(group));
            while (words.hasNext()) {
                QString label = words.next().captured();
                if (label.startsWith(u'"') || label.startsWith(u'\''))
                    label = label.sliced(1, label.size() - 2);
                addLabel(labels, label);
            }
        }
        if (looksLikeLabels(labels))
            return labels;
    }
    return {};
}

namespace {

/// The list in the checks of all cases names every label; what a case itself asks for is among them.
Experiment withoutDefaultLists(const Experiment &experiment)
{
    Experiment without = experiment;
    without.defaultCase.checks.removeIf([](const CheckSpec &check) { return isAnyOf(check.type); });
    return without;
}

QStringList answersOf(const Experiment &experiment, const Case &aCase, TemplateEngine *templates)
{
    const QJsonObject variables = variablesToJson(effectiveVariables(experiment, aCase));
    QStringList answers;
    for (const CheckSpec &check : effectiveChecks(experiment, aCase)) {
        if (isSingle(check.type)) {
            addLabel(answers, renderedValue(check, variables, templates));
        } else if (isAnyOf(check.type)) {
            for (const QString &text : listValue(check.value))
                addLabel(answers, text);
        }
    }
    return answers;
}

} // namespace

QStringList expectedAnswers(const Experiment &experiment, const Case &aCase, TemplateEngine &templates)
{
    return answersOf(experiment, aCase, &templates);
}

QStringList knownAnswers(const Experiment &experiment, const Case &aCase)
{
    const QStringList answers = answersOf(experiment, aCase, nullptr);
    if (answers.size() < 2)
        return answers;
    const QStringList own = answersOf(withoutDefaultLists(experiment), aCase, nullptr);
    return own.isEmpty() ? answers : own;
}

std::optional<QString> variableText(const Experiment &experiment, const Case &aCase, const QString &name)
{
    for (const Variable &variable : effectiveVariables(experiment, aCase)) {
        if (variable.name == name)
            return variable.value.isNull() ? QString() : valueText(variable.value);
    }
    return std::nullopt;
}

QStringList expectedTexts(const Experiment &experiment, const Case &aCase, TemplateEngine &templates)
{
    const QJsonObject variables = variablesToJson(effectiveVariables(experiment, aCase));
    QStringList texts;
    for (const CheckSpec &check : effectiveChecks(experiment, aCase)) {
        if (!wholeAnswerChecks().contains(check.type))
            continue;
        const QString text =
            check.isData && check.value.isString() ? check.value.toString() : renderedValue(check, variables, &templates);
        if (!text.isEmpty() && !texts.contains(text))
            texts.append(text);
    }
    return texts;
}

QStringList labelsOf(const Experiment &experiment, TemplateEngine &templates)
{
    if (const QStringList named = labelsOfDefault(experiment); !named.isEmpty())
        return named;
    QStringList offered;
    for (const Prompt &prompt : experiment.prompts) {
        for (const Message &message : prompt.messages) {
            if (offered.isEmpty())
                offered = labelsInPrompt(message.text);
        }
    }
    for (const Variable &variable : experiment.defaultCase.variables) { // the task may be a variable of all cases
        if (offered.isEmpty())
            offered = labelsInPrompt(variable.value.toString());
    }
    QStringList expected;
    for (qsizetype i = 0; i < std::min(searchedCases, experiment.cases.size()); ++i) {
        const QStringList answers = expectedAnswers(experiment, experiment.cases[i], templates);
        for (const QString &answer : answers) {
            if (!containsLabel(expected, answer))
                expected.append(answer);
        }
    }
    const bool related = std::ranges::any_of(expected, [&](const QString &label) { return containsLabel(offered, label); });
    return related || !looksLikeLabels(expected) ? offered : expected;
}

int expectedLabel(const Experiment &experiment, const Case &aCase, const QStringList &labels, TemplateEngine &templates)
{
    QSet<int> found;
    for (const QString &answer : expectedAnswers(experiment, aCase, templates)) {
        qsizetype index = labels.indexOf(answer);
        if (index < 0)
            index = labels.indexOf(answer, 0, Qt::CaseInsensitive);
        if (index >= 0)
            found.insert(static_cast<int>(index));
    }
    if (found.size() > 1) {
        const Experiment without = withoutDefaultLists(experiment);
        if (without.defaultCase.checks.size() != experiment.defaultCase.checks.size())
            return expectedLabel(without, aCase, labels, templates);
    }
    return found.size() == 1 ? *found.constBegin() : -1;
}

} // namespace Tempera
