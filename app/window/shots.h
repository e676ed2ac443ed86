// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QKeySequence>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

class QMessageBox;
class QTcpServer;

namespace Tempera {

class LedgerOrMemory;
class MainWindow;

/// Which pictures are wanted, and where they go.
struct ShotsOrder {
    QString folder;
    QStringList scenes; ///< Their names; empty = all.
};

/// Takes "--shots FOLDER" and "--shots-of NAME,NAME…" out of the arguments.
[[nodiscard]] std::optional<ShotsOrder> takeShotsOrder(QStringList &arguments);

/// Runs the open experiment in the real window, then writes pictures of its views in light and dark to a folder and ends
/// the program: exit code 0, or 1 when a view did not come, a picture could not be written or the run could not be started.
/// Those of a screen that is more than one pixel a point say so in their names ("window-2x-light.png").
class Shots final : public QObject
{
    Q_OBJECT
public:
    /// The ledger is that of the window; some scenes pose something in it.
    Shots(MainWindow &window, LedgerOrMemory &ledger, const ShotsOrder &order);
    ~Shots() override;

private:
    /// A view: what brings it on, and the name of its pictures.
    struct Scene {
        QString name;
        std::function<void()> prepare;
        std::function<bool()> isThere = {}; ///< Where it does not come at once.
        bool duringRun = false;             ///< It is there only while something runs.
    };

    [[nodiscard]] QList<Scene> allScenes();
    /// The action with this shortcut, as if its keys had been pressed.
    bool trigger(const QKeySequence &key);
    void startRun();
    void beginScene();
    void take();
    void write(const QString &name);
    void leaveRun();
    bool writeFile(const QString &path, const QByteArray &text);
    void keepRequestsHere();
    void undoAll();
    void allowKey();
    [[nodiscard]] QMessageBox *keyQuestion() const;
    void lookAtImport();
    void lookAtBlind();
    void lookAtFilter();
    void lookAtCost();
    void lookAtCharts(const QString &view, int kind);
    [[nodiscard]] bool isInCompare(const QString &name) const;
    void lookAtColumns();
    void lookAtChecks();
    void lookAtJudge();
    void lookAtPalette();
    void lookAtRuns();
    void lookAtRecovery();
    void lookAtSettings(int page);
    void lookAtKey();
    void lookAtQuestion();
    void lookAtTokens();
    void lookAtBranch();
    void lookAtLabels();
    void lookAtEdit();
    void lookAtStopped();
    void lookAtProblems();
    void lookAtRace();
    [[nodiscard]] bool isRaceTold() const;
    void lookAtRequest();
    void lookAtBatches();
    [[nodiscard]] bool areBatchesListed() const;
    void lookAtRunsSideBySide();
    void lookAtPrompts();
    void lookAtFallback();

    MainWindow &m_window;
    LedgerOrMemory &m_ledger;
    QString m_folder;
    QTemporaryDir m_files;                ///< What a scene opens.
    std::unique_ptr<QTcpServer> m_server; ///< Takes requests and never answers.
    QTimer m_settle;                      ///< Lets layout and late painting come to rest before a picture.
    QList<Scene> m_scenes;
    qsizetype m_scene = 0;
    int m_patience = 0; ///< How often a view that is not there is still waited for.
    bool m_dark = false;
    bool m_failed = false;
};

} // namespace Tempera
