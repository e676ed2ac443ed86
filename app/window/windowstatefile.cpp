// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/windowstatefile.h"

#include <QLoggingCategory>
#include <QSettings>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

Q_LOGGING_CATEGORY(log, "tempera.settings", QtWarningMsg)

QString statePath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/tempera/window.ini"_s;
}

} // namespace

WindowState readWindowState()
{
    const QSettings settings(statePath(), QSettings::IniFormat);
    WindowState state;
    state.recentFiles = settings.value(u"recentFiles"_s).toStringList();
    state.geometry = settings.value(u"geometry"_s).toByteArray();
    state.docks = settings.value(u"docks"_s).toByteArray();
    state.detached = settings.value(u"detached"_s).toByteArray();
    state.colours = colourSchemeFromName(settings.value(u"colours"_s).toString());
    state.answers = answerViewFromName(settings.value(u"answers"_s).toString());
    state.inlineDifferences = settings.value(u"inlineDifferences"_s).toBool();
    state.filters = settings.value(u"filters"_s).toStringList();
    state.filterHistory = settings.value(u"filterHistory"_s).toStringList();
    const QVariantMap splitters = settings.value(u"splitters"_s).toMap();
    for (auto [name, sizes] : splitters.asKeyValueRange())
        state.splitters.insert(name, sizes.toByteArray());
    const QVariantMap pages = settings.value(u"pages"_s).toMap();
    for (auto [name, page] : pages.asKeyValueRange())
        state.pages.insert(name, page.toInt());
    const QVariantMap sections = settings.value(u"sections"_s).toMap();
    for (auto [name, open] : sections.asKeyValueRange())
        state.sections.insert(name, open.toBool());
    bool isNumber = false;
    const qint64 budget = settings.value(u"budgetNanoUsd"_s).toLongLong(&isNumber);
    if (isNumber && budget >= 0)
        state.budget = Money::fromNano(budget);
    return state;
}

void writeWindowState(const WindowState &state)
{
    QSettings settings(statePath(), QSettings::IniFormat);
    settings.setValue(u"recentFiles"_s, state.recentFiles);
    settings.setValue(u"geometry"_s, state.geometry);
    settings.setValue(u"docks"_s, state.docks);
    settings.setValue(u"detached"_s, state.detached);
    settings.setValue(u"colours"_s, colourSchemeName(state.colours));
    settings.setValue(u"answers"_s, answerViewName(state.answers));
    settings.setValue(u"inlineDifferences"_s, state.inlineDifferences);
    settings.setValue(u"filters"_s, state.filters);
    settings.setValue(u"filterHistory"_s, state.filterHistory);
    QVariantMap splitters;
    for (auto [name, sizes] : state.splitters.asKeyValueRange())
        splitters.insert(name, sizes);
    settings.setValue(u"splitters"_s, splitters);
    QVariantMap pages;
    for (auto [name, page] : state.pages.asKeyValueRange())
        pages.insert(name, page);
    settings.setValue(u"pages"_s, pages);
    QVariantMap sections;
    for (auto [name, open] : state.sections.asKeyValueRange())
        sections.insert(name, open);
    settings.setValue(u"sections"_s, sections);
    if (state.budget)
        settings.setValue(u"budgetNanoUsd"_s, static_cast<qint64>(state.budget->nano()));
    else
        settings.remove(u"budgetNanoUsd"_s);
    settings.sync();
    if (settings.status() != QSettings::NoError)
        qCWarning(log) << "the window's layout could not be written to" << statePath();
}

} // namespace Tempera
