// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/ports/promptstore.h"
#include "models/experiment/experimentdocument.h"
#include "models/items/liveestimate.h"
#include "models/session/session.h"
#include "widgets/common/appearance.h"

#include <QByteArray>
#include <QStringList>

#include <functional>

class QWidget;

namespace Tempera {

/// A model that can become a column.
struct ModelChoice {
    QString endpointId; ///< "local:tempera-mini".
    QString title;      ///< For people.
    QString note;       ///< Tooltip: size, where it lies.
};

/// An experiment that the program carries.
struct SampleExperiment {
    QString title;
    QString path;
};

/// What the window remembers from one start to the next.
struct WindowState {
    QStringList recentFiles; ///< Newest first.
    QByteArray geometry;
    QByteArray docks;
    ColourScheme colours = ColourScheme::System;
};

/// What a person says about unsaved changes.
enum class UnsavedAnswer { Save, Discard, Cancel };

/// What a file is asked for.
enum class FilePurpose { OpenExperiment, SaveExperiment, OpenModel, OpenPreset };

/// All that the window needs from the program. What is pointed to outlives the window.
struct WindowContext {
    ExperimentDocument *document = nullptr;
    SessionContext session;
    PromptStore *files = nullptr;
    /// Models on this machine; asked when a menu or list shows them.
    std::function<QList<ModelChoice>()> localModels;
    /// Counts off the GUI thread, or cheaply. Empty: no counts are shown.
    TokenCountFunction countTokens;
    QList<SampleExperiment> samples;
    QString presetFile; ///< Where own sampling presets are kept; empty = until the program ends.
    WindowState state;
    std::function<void(const WindowState &)> saveState;
    /// Asked about unsaved changes; the callback comes once, later or at once. Empty: a message box.
    std::function<void(QWidget *, std::function<void(UnsavedAnswer)>)> askUnsaved;
    /// Asked for a path, with a suggestion; the callback comes only when there is one. Empty: a file dialog.
    std::function<void(QWidget *, FilePurpose, const QString &, std::function<void(const QString &)>)> askFile;
};

} // namespace Tempera
