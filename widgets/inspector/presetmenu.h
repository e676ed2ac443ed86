// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/presets/samplingpreset.h"

#include <QToolButton>

#include <functional>

namespace Tempera {

class PresetStore;

/// The button "Presets": applies one, saves, renames, deletes and imports. Messages about it are emitted as texts.
class PresetMenu final : public QToolButton
{
    Q_OBJECT
public:
    /// Asks for the path of a file; the callback comes only when there is one.
    using AskFile = std::function<void(std::function<void(const QString &)>)>;

    explicit PresetMenu(QWidget *parent = nullptr);

    /// `store` outlives the menu.
    void setStore(PresetStore *store, AskFile askFile);
    /// What "Save As…" saves and which preset has its tick.
    void setCurrent(const SamplingSettings &settings, const Capabilities &capabilities);

    /// The steps that the actions take, with a name that is known.
    void saveAs(const QString &name);
    void rename(const QString &from, const QString &to);
    void remove(const QString &name);
    void importFile(const QString &path);

Q_SIGNALS:
    void chosen(const Tempera::SamplingPreset &preset);
    void told(const QString &text);

private:
    void fill();
    void addPresets();
    void addOwn(const QString &title, const std::function<void(const QString &)> &act);
    void askName(const QString &title, const QString &suggestion, const std::function<void(const QString &)> &act);
    void tell(const Result<void> &result, const QString &text);

    PresetStore *m_store = nullptr;
    AskFile m_askFile;
    SamplingSettings m_current;
    Capabilities m_capabilities;
};

} // namespace Tempera
