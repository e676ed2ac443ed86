// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/runsmodel.h"
#include "widgets/context/windowcontext.h"

#include <QTabWidget>
#include <QUuid>

class QLabel;
class QListWidget;
class QTableView;

namespace Tempera {

template<typename Page>
class LatePage;
class LatePlace;
class ModelsPage;

/// The left side: experiments to open, runs of the ledger, and models to add.
class LibraryPanel final : public QTabWidget
{
    Q_OBJECT
public:
    LibraryPanel(const WindowContext &context, QWidget *parent = nullptr);

    void setRecentFiles(const QStringList &paths);
    /// Asks the ledger for its runs again.
    void reloadRuns();
    /// Shows the models, with these files and folders among them.
    void addModels(const QStringList &paths);
    void focusList();

Q_SIGNALS:
    void openRequested(const QString &path);
    void runRequested(const QUuid &run);
    void stopRequested(const QUuid &run);
    void resumeRequested(const QUuid &run);
    void modelRequested(const QString &endpointId);
    void failed(const Tempera::Error &error);

private:
    [[nodiscard]] QWidget *createFiles();
    [[nodiscard]] QWidget *createRuns(QWidget *place);
    void addRunActions();
    void keepCurrentRun();
    [[nodiscard]] ModelsPage *createModels(QWidget *place);

    const WindowContext &m_context;
    QStringList m_recent;
    QListWidget *m_files = nullptr;
    RunsModel *m_runs = nullptr;
    LatePlace *m_runsPlace = nullptr;
    QTableView *m_runTable = nullptr; ///< Null until its page is made.
    QUuid m_currentRun;               ///< While the list is loaded again.
    QLabel *m_noRuns = nullptr;
    LatePage<ModelsPage> *m_models = nullptr;
};

/// What is known of a model, in a few lines, for tooltips.
[[nodiscard]] QString capabilityText(const Capabilities &capabilities);

} // namespace Tempera
