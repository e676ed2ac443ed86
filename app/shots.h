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

class QTcpServer;

namespace Tempera {

class MainWindow;

/// Takes "--shots FOLDER" out of the arguments.
[[nodiscard]] std::optional<QString> takeShotsFolder(QStringList &arguments);

/// Runs the open experiment in the real window, then writes pictures of its views in light and dark to a folder and ends
/// the program: exit code 0, or 1 when a picture could not be written or the run could not be started.
class Shots final : public QObject
{
    Q_OBJECT
public:
    Shots(MainWindow &window, const QString &folder);
    ~Shots() override;

private:
    /// The action with this shortcut, as if its keys had been pressed.
    bool trigger(const QKeySequence &key);
    void startRun();
    void beginScene();
    void take();
    void write(const QString &name);
    void leaveRun();
    void lookAtImport();
    void lookAtFilter();
    void lookAtColumns();
    void lookAtChecks();
    void lookAtPalette();
    void lookAtSettings(int page);
    void lookAtKey();
    void lookAtQuestion();
    void lookAtTokens();
    void lookAtBranch();
    void lookAtLabels();
    void lookAtEdit();
    void lookAtStopped();
    void lookAtProblems();

    MainWindow &m_window;
    QString m_folder;
    QTemporaryDir m_files;                ///< What a scene opens.
    std::unique_ptr<QTcpServer> m_server; ///< Takes requests and never answers.
    QTimer m_settle; ///< Lets layout and late painting come to rest before a picture.
    /// A view: what brings it on, and the name of its pictures.
    struct Scene {
        QString name;
        std::function<void()> prepare;
    };
    QList<Scene> m_scenes;
    qsizetype m_scene = 0;
    bool m_dark = false;
    bool m_failed = false;
};

} // namespace Tempera
