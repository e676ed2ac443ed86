// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/cellsettings.h"

#include "models/experiment/reading/configkeys.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

QJsonObject settingsLaidOver(QJsonObject below, const QJsonObject &above)
{
    for (auto entry = above.begin(); entry != above.end(); ++entry)
        below.insert(entry.key(), entry.value());
    return below;
}

QByteArray settingsName(const QJsonObject &settings)
{
    return QJsonDocument(settings).toJson(QJsonDocument::Compact);
}

} // namespace

QJsonObject caseSettings(const Experiment &experiment, const Case &aCase)
{
    QJsonObject settings =
        settingsLaidOver(experiment.defaultCase.other.value("options"_L1).toObject(), aCase.other.value("options"_L1).toObject());
    for (const QString &key : settings.keys()) {
        if (!isSettingOfTest(key))
            settings.remove(key);
    }
    return settings;
}

CellSettings::CellSettings(const Experiment &experiment) : m_prompts(static_cast<int>(experiment.prompts.size()))
{
    const auto addCase = [&](const QJsonObject &settings) {
        for (const Prompt &prompt : experiment.prompts)
            m_settings += settingsLaidOver(prompt.other.value("config"_L1).toObject(), settings);
    };
    if (!experiment.casesHaveSettings) {
        addCase({});
        return;
    }
    for (qsizetype i = 0; i < std::max<qsizetype>(1, experiment.cases.size()); ++i) {
        const QJsonObject settings = caseSettings(experiment, experiment.cases.value(i));
        const QByteArray name = settingsName(settings);
        if (m_ofCases.contains(name))
            continue;
        m_ofCases.insert(name, static_cast<int>(m_ofCases.size()));
        addCase(settings);
    }
}

int CellSettings::numberOf(const Experiment &experiment, const CellKey &key) const
{
    if (m_ofCases.isEmpty())
        return key.promptIndex;
    const QJsonObject settings = caseSettings(experiment, experiment.cases.value(key.caseIndex));
    return m_ofCases.value(settingsName(settings)) * m_prompts + key.promptIndex;
}

} // namespace Tempera
