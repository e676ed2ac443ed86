// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The page of settings that the strip opens.

#include "models/session/session.h"
#include "widgets/compare/settingspage.h"
#include "widgets/compare/verdictstrip.h"

namespace Tempera {

/// The baseline's first.
QList<SettingsColumn> VerdictStrip::comparedSettings() const
{
    QList<SettingsColumn> columns;
    const QList<Variant> &variants = m_session.experiment().variants;
    const std::shared_ptr<const BaselineRun> &run = m_verdict->baselineRun();
    const std::shared_ptr<const BaselineTable> &table = m_verdict->baselineTable();
    QList<int> there;
    for (int i = 0; table && i < table->columns(); ++i) {
        const int variant = table->column(i).variant;
        if (there.contains(variant))
            continue;
        there += variant;
        const Variant own = run->experiment.variants.value(variant);
        columns += SettingsColumn{tr("%1 · %2", "a run and its variant").arg(run->name, own.title()), own};
    }
    if (!run && m_variant < variants.size())
        columns += SettingsColumn{tr("baseline: %1").arg(variants.at(m_variant).title()), variants.at(m_variant)};
    for (int i = 0; i < variants.size(); ++i) {
        if (run || i != m_variant)
            columns += SettingsColumn{variants.at(i).title(), variants.at(i)};
    }
    return columns;
}

void VerdictStrip::showSettings()
{
    if (!m_settingsPage)
        m_settingsPage = new SettingsPage(this);
    m_settingsPage->showSettings(comparedSettings());
    m_settingsPage->show();
    m_settingsPage->raise();
    m_settingsPage->activateWindow();
}

/// While it is open.
void VerdictStrip::refreshSettings()
{
    if (m_settingsPage && m_settingsPage->isVisible())
        m_settingsPage->showSettings(comparedSettings());
}

} // namespace Tempera
