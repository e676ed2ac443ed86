// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/variableusage.h"

#include "models/checks/scripts.h"
#include "models/items/experimentedits.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr qsizetype casesLookedAt = 5'000;
constexpr qsizetype templatesKept = 2'000;

bool mayBeTemplate(const QString &text)
{
    return text.contains("{{"_L1) || text.contains("{%"_L1);
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
    m_experiment = experiment;
    m_casesLookedAt = false;
    m_missing.clear();
    if (samePrompts)
        return;
    m_promptNames.clear();
    m_byMessage.resize(experiment.prompts.size());
    TemplateEngine *engine = threadTemplateEngine();
    for (qsizetype p = 0; p < experiment.prompts.size(); ++p) {
        const Messages &messages = experiment.prompts.at(p).messages;
        m_byMessage[p].resize(messages.size());
        for (qsizetype m = 0; m < messages.size(); ++m) {
            QStringList &names = m_byMessage[p][m];
            const QString &text = messages.at(m).text;
            if (!mayBeTemplate(text))
                names.clear();
            else if (const auto known = m_templates.constFind(text); known != m_templates.cend())
                names = *known;
            else if (const auto read = engine ? engine->variables(text) : Result<QStringList>(QStringList()); read)
                m_templates.insert(text, names = *read);
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
    if (m_promptNames.contains(name))
        return true;
    lookAtCases();
    return m_elsewhere.contains(name);
}

int VariableUsage::missingIn(const QString &name)
{
    const auto known = m_missing.constFind(name);
    if (known != m_missing.cend())
        return *known;
    const auto lacks = [&name](const Case &aCase) { return Edits::variable(aCase, name).isUndefined(); };
    const int count = lacks(m_experiment.defaultCase) ? static_cast<int>(std::ranges::count_if(m_experiment.cases, lacks)) : 0;
    m_missing.insert(name, count);
    return count;
}

QStringList VariableUsage::namesIn(const QString &text)
{
    if (!mayBeTemplate(text))
        return {};
    const auto known = m_templates.constFind(text);
    if (known != m_templates.cend())
        return *known;
    TemplateEngine *engine = threadTemplateEngine();
    const QStringList names = engine ? engine->variables(text).value_or(QStringList()) : QStringList();
    m_templates.insert(text, names);
    return names;
}

void VariableUsage::lookAtValue(const QJsonValue &value)
{
    if (value.isString()) {
        for (const QString &name : namesIn(value.toString()))
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
    for (const Case &aCase : m_experiment.cases.first(std::min(m_experiment.cases.size(), casesLookedAt)))
        lookAtCase(aCase);
}

} // namespace Tempera
