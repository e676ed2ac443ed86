// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/ports/background.h"
#include "models/core/ports/batchservice.h"
#include "models/core/ports/cachebrowser.h"
#include "models/core/ports/parallel.h"
#include "models/core/ports/promptcounter.h"
#include "models/core/ports/promptstore.h"
#include "models/core/shownrequest.h"
#include "models/experiment/experimentdocument.h"
#include "models/experiment/reading/tablereader.h"
#include "models/session/session.h"
#include "widgets/common/answerview.h"
#include "widgets/common/appearance.h"
#include "widgets/context/endpointaccess.h"
#include "widgets/context/settingscontext.h"
#include "widgets/context/trustaccess.h"

#include <QByteArray>
#include <QStringList>

#include <functional>

class QWidget;

namespace Tempera {

class Autosave;

/// A model that can become a column.
struct ModelChoice {
    QString endpointId; ///< "local:tempera-mini".
    QString title;      ///< For display.
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
    AnswerView answers = AnswerView::Wrapped;
    bool inlineDifferences = false;      ///< What differs between two answers is shown in one text.
    QMap<QString, QByteArray> splitters; ///< By the name of the splitter.
    QStringList filters;                 ///< Of the grid, that were kept as buttons.
    QStringList filterHistory;           ///< Newest first.
    QMap<QString, int> pages;            ///< The current page, by the name of the tabs.
    QByteArray detached;                 ///< Where the window of the answers is; empty: they have none of their own.
    QMap<QString, bool> sections;        ///< Whether it is open, by the name of the section.
    std::optional<Money> budget;         ///< What a run may cost; nothing = there is no limit.
};

/// What a person says about unsaved changes.
enum class UnsavedAnswer { Save, Discard, Cancel };

/// What a file is asked for.
enum class FilePurpose {
    OpenExperiment,
    SaveExperiment,
    OpenModel,
    OpenModelFolder,
    OpenPreset,
    OpenTable,
    OpenResults,
    OpenCertificates,
    SaveTable,
};

/// The models on this machine. Callbacks come on the caller's thread, later, and are dropped when the guard is gone.
struct ModelLibrary {
    std::function<void(QObject *guard, std::function<void(QList<LibraryModel>)>)> list;
    /// The hash of one file, which may have to be read as a whole.
    std::function<void(const QString &path, QObject *guard, std::function<void(Result<QByteArray>)>)> hash;
    /// Put a file or a folder into the library, or take it out; files are never touched.
    std::function<Result<void>(const QString &path)> add;
    std::function<Result<void>(const QString &path)> remove;
};

/// The ledger as a file.
struct LedgerAccess {
    /// Calls back once, when it is known whether it can be used.
    std::function<void(QObject *guard, std::function<void(Result<void>)>)> whenOpen;
    /// Renames it, returns its new path, and begins a new one.
    std::function<Result<QString>()> setAside;
};

/// The batch APIs, and where batches are kept. Null: there are none.
struct BatchAccess {
    BatchService *service = nullptr;
    BatchStore *store = nullptr;
};

/// All that the window needs from the program. What is pointed to outlives the window.
struct WindowContext {
    ExperimentDocument *document = nullptr;
    SessionContext session;
    PromptStore *files = nullptr;
    /// Keeps what is not saved. Null: nothing is kept, nothing is offered.
    Autosave *autosave = nullptr;
    /// Models on this machine; asked when a menu or list shows them.
    std::function<QList<ModelChoice>()> localModels;
    ModelLibrary library;
    /// Empty: nobody asks what to do about a ledger that cannot be used.
    LedgerAccess ledger;
    /// How models run on this machine, asked when the settings are opened. Empty: there is no settings dialog.
    std::function<SettingsContext()> settings;
    /// What all runs together may spend, of a day, a month, an endpoint; asked at each run. Empty: there is no limit.
    std::function<Budget()> limits;
    /// Keys and servers; without `enterKey` no key is asked for.
    EndpointAccess endpoints;
    /// What would be sent for a request to a server, without a secret in it, and without sending anything. The callback comes on
    /// the caller's thread, later or at once, and is dropped when the guard is gone. Empty: nobody can tell.
    std::function<void(const GenerationRequest &, QObject *guard, std::function<void(Result<ShownRequest>)>)> showRequest;
    /// The answers that are kept. Null: there are none to look through.
    CacheBrowser *cache = nullptr;
    BatchAccess batches = {};
    /// Where keys may go, and what files may be read.
    TrustAccess trust;
    /// Reads a table of cases beside the GUI thread. Empty: nothing can be imported.
    TableReader readTable;
    /// Counts by the tokenizer of the model in question. Null: no counts are shown.
    PromptCounter *counter = nullptr;
    /// Where templates are rendered. Null: on the GUI thread.
    Background *background = nullptr;
    /// Where the prompts of a whole job are counted. Null: by one thread.
    Parallel *parallel = nullptr;
    QList<SampleExperiment> samples;
    QString presetFile; ///< Where own sampling presets are kept; empty = until the program ends.
    WindowState state;
    std::function<void(const WindowState &)> saveState;
    /// Asked about unsaved changes; the callback comes once, later or at once. Empty: a message box.
    std::function<void(QWidget *, std::function<void(UnsavedAnswer)>)> askUnsaved;
    /// Told what is wrong with the prompts before a run that is possible all the same; the callback says whether to run.
    /// Empty: a message box.
    std::function<void(QWidget *, const QStringList &faults, std::function<void(bool)>)> askFaults;
    /// Asked for a path, with a suggestion; the callback comes only when there is one. Empty: a file dialog.
    std::function<void(QWidget *, FilePurpose, const QString &, std::function<void(const QString &)>)> askFile;
};

} // namespace Tempera
