// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/variableusage.h"

#include "models/items/experimentedits.h"

#include <QJsonArray>

#include <algorithm>
#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr qsizetype casesLookedAt = 5'000;
constexpr qsizetype templatesKept = 2'000;
/// For all cases together; what is not looked at within it counts as used.
constexpr std::chrono::milliseconds searchTime{100};
/// For one text, which may be made to be read for ever.
constexpr std::chrono::milliseconds timeOfText{200};

bool mayBeTemplate(const QString &text)
{
    return text.contains("{{"_L1) || text.contains("{%"_L1);
}

/// The tags and comments of a template without the text between them, which may be as long as a book.
QString tagsOfTemplate(const QString &text)
{
    QString tags;
    for (qsizetype at = text.indexOf(u'{'); at >= 0 && at + 1 < text.size(); at = text.indexOf(u'{', at)) {
        const QChar kind = text.at(at + 1);
        const QLatin1StringView end = kind == u'{'   ? "}}"_L1
                                      : kind == u'%' ? "%}"_L1
                                      : kind == u'#' ? "#}"_L1
                                                     : QLatin1StringView();
        if (end.isEmpty()) {
            ++at;
            continue;
        }
        const qsizetype closed = text.indexOf(end, at + 2);
        const qsizetype behind = closed < 0 ? text.size() : closed + end.size();
        tags += QStringView(text).sliced(at, behind - at);
        at = behind;
    }
    return tags;
}

} // namespace

void VariableUsage::forget()
{
    m_byMessage.clear();
    m_promptNames.clear();
}

void VariableUsage::update(const Experiment &experiment)
{
    const bool samePrompts = experiment.prompts == m_experiment.prompts && !m_byMessage.isEmpty();
    const bool sameCases = experiment.cases == m_experiment.cases && experiment.defaultCase == m_experiment.defaultCase;
    m_experiment = experiment;
    if (!sameCases) {
        m_casesLookedAt = false;
        m_missing.clear();
    }
    if (samePrompts)
        return;
    m_promptNames.clear();
    m_promptsLeft = false;
    m_byMessage.resize(experiment.prompts.size());
    for (qsizetype p = 0; p < experiment.prompts.size(); ++p) {
        const Messages &messages = experiment.prompts.at(p).messages;
        m_byMessage[p].resize(messages.size());
        for (qsizetype m = 0; m < messages.size(); ++m) {
            QStringList &names = m_byMessage[p][m];
            const std::optional<QStringList> read = namesIn(messages.at(m).text);
            names = read.value_or(names);
            m_promptsLeft = m_promptsLeft || (!read && names.isEmpty());
            for (const QString &name : std::as_const(names)) {
                if (!m_promptNames.contains(name))
                    m_promptNames += name;
            }
        }
    }
    if (m_templates.size() > templatesKept)
        m_templates.clear();
}

bool VariableUsage::isUsed(const QString &name)
{
    if (m_promptsLeft || m_promptNames.contains(name))
        return true;
    lookAtCases();
    return m_casesLeft || m_elsewhere.contains(name);
}

int VariableUsage::missingIn(const QString &name)
{
    const auto known = m_missing.constFind(name);
    if (known != m_missing.cend())
        return *known;
    const bool hasDefault = !Edits::variable(m_experiment.defaultCase, name).isUndefined();
    const int count = hasDefault ? 0 : static_cast<int>(m_experiment.cases.countWithout(name));
    m_missing.insert(name, count);
    return count;
}

std::optional<QStringList> VariableUsage::namesIn(const QString &text)
{
    if (!mayBeTemplate(text))
        return QStringList();
    const QString tags = tagsOfTemplate(text);
    const auto known = m_templates.constFind(tags);
    if (known != m_templates.cend())
        return *known;
    return *m_templates.insert(tags, readNames(tags, text));
}

std::optional<QStringList> VariableUsage::readNames(const QString &tags, const QString &text)
{
    if (!m_engine) {
        Limits limits;
        limits.time = timeOfText;
        Result<std::unique_ptr<TemplateEngine>> made = TemplateEngine::create(limits);
        if (!made)
            return std::nullopt;
        m_engine = *std::move(made);
    }
    Result<QStringList> names = m_engine->variables(tags);
    if (!names && tags != text)
        names = m_engine->variables(text); // a text in quotes may look like the end of a tag
    return names ? std::optional(*names) : std::nullopt;
}

void VariableUsage::lookAtValue(const QJsonValue &value)
{
    if (value.isString()) {
        const QStringList names = namesIn(value.toString()).value_or(QStringList());
        for (const QString &name : names)
            m_elsewhere.insert(name);
    } else if (value.isArray()) {
        for (const auto &item : value.toArray())
            lookAtValue(item);
    } else if (value.isObject()) {
        for (const auto &item : value.toObject())
            lookAtValue(item);
    }
}

void VariableUsage::lookAtCase(const Case &aCase)
{
    for (const Variable &entry : aCase.variables)
        lookAtValue(entry.value);
    for (const CheckSpec &check : aCase.checks)
        lookAtValue(check.value);
}

void VariableUsage::lookAtCases()
{
    if (std::exchange(m_casesLookedAt, true))
        return;
    m_elsewhere.clear();
    lookAtCase(m_experiment.defaultCase);
    const auto end = std::chrono::steady_clock::now() + searchTime;
    m_casesLeft = false;
    for (qsizetype i = 0; i < std::min(m_experiment.cases.size(), casesLookedAt); ++i) {
        lookAtCase(m_experiment.cases.at(i));
        if (std::chrono::steady_clock::now() > end) {
            m_casesLeft = true;
            return;
        }
    }
}

} // namespace Tempera
