// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/inspector/presetmenu.h"

#include "models/presets/presetstore.h"
#include "widgets/context/dialogs.h"

#include <QMenu>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {

PresetMenu::PresetMenu(QWidget *parent) : QToolButton(parent)
{
    setObjectName(u"presets"_s);
    setText(tr("Presets"));
    setAccessibleName(tr("Sampling presets"));
    setToolTip(tr("Named sampling settings: apply, save, import"));
    setPopupMode(QToolButton::InstantPopup);
    setToolButtonStyle(Qt::ToolButtonTextOnly);
    setFocusPolicy(Qt::TabFocus);
    setMenu(new QMenu(this));
    connect(menu(), &QMenu::aboutToShow, this, &PresetMenu::fill);
    hide(); // until there are presets
}

void PresetMenu::setStore(PresetStore *store, AskFile askFile)
{
    m_store = store;
    m_askFile = std::move(askFile);
    setVisible(store != nullptr);
}

void PresetMenu::setCurrent(const SamplingSettings &settings, const Capabilities &capabilities)
{
    m_current = settings;
    m_capabilities = capabilities;
}

void PresetMenu::fill()
{
    menu()->clear();
    if (!m_store)
        return;
    addPresets();
    menu()->addSeparator();
    menu()->addAction(tr("Save As…"), this,
                      [this] { askName(tr("Save a Preset"), {}, [this](const QString &name) { saveAs(name); }); });
    addOwn(tr("Rename"), [this](const QString &from) {
        askName(tr("Rename a Preset"), from, [this, from](const QString &to) { rename(from, to); });
    });
    addOwn(tr("Delete"), [this](const QString &name) { remove(name); });
    QAction *import = menu()->addAction(tr("Import from Another Program…"), this,
                                        [this] { m_askFile([this](const QString &path) { importFile(path); }); });
    import->setEnabled(m_askFile != nullptr);
}

void PresetMenu::addPresets()
{
    bool wasShipped = true;
    for (const SamplingPreset &preset : m_store->presets()) {
        if (wasShipped && !preset.shipped)
            menu()->addSeparator();
        wasShipped = preset.shipped;
        QString title = preset.name;
        QAction *action = menu()->addAction(title.replace(u'&', u"&&"_s), this, [this, preset] { Q_EMIT chosen(preset); });
        action->setToolTip(preset.settings.summary());
        action->setCheckable(true);
        action->setChecked(withPreset(m_current, preset, m_capabilities).settings == m_current);
    }
    menu()->setToolTipsVisible(true);
}

void PresetMenu::addOwn(const QString &title, const std::function<void(const QString &)> &act)
{
    QMenu *names = menu()->addMenu(title);
    for (const SamplingPreset &preset : m_store->presets()) {
        if (preset.shipped)
            continue;
        QString text = preset.name;
        names->addAction(text.replace(u'&', u"&&"_s), this, [act, name = preset.name] { act(name); });
    }
    names->setEnabled(!names->isEmpty());
}

void PresetMenu::askName(const QString &title, const QString &suggestion, const std::function<void(const QString &)> &act)
{
    QStringList names{suggestion};
    for (const SamplingPreset &preset : m_store->presets()) {
        if (!preset.shipped && preset.name != suggestion)
            names += preset.name;
    }
    Dialogs::askForText(window(), title, tr("Name of the preset:"), names, act);
}

void PresetMenu::tell(const Result<void> &result, const QString &text)
{
    Q_EMIT told(result ? text : errorMessage(result.error()));
}

void PresetMenu::saveAs(const QString &name)
{
    tell(m_store->save(name.simplified(), m_current), tr("Saved as \"%1\".").arg(name.simplified()));
}

void PresetMenu::rename(const QString &from, const QString &to)
{
    tell(m_store->rename(from, to.simplified()), tr("Renamed to \"%1\".").arg(to.simplified()));
}

void PresetMenu::remove(const QString &name)
{
    tell(m_store->remove(name), tr("The preset \"%1\" was deleted.").arg(name));
}

void PresetMenu::importFile(const QString &path)
{
    const Result<ImportedPreset> imported = m_store->import(path);
    if (!imported) {
        Q_EMIT told(errorMessage(imported.error()));
        return;
    }
    Q_EMIT chosen(imported->preset);
    QString text = tr("Imported as \"%1\".").arg(imported->preset.name);
    if (!imported->leftOut.isEmpty())
        text += u' ' + tr("Not imported: %1.").arg(imported->leftOut.join(u", "_s));
    Q_EMIT told(text);
}

} // namespace Tempera
