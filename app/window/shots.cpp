// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/shots.h"

#include "widgets/common/appearance.h"
#include "widgets/mainwindow/mainwindow.h"
#include "widgets/scoring/scoringfaces.h"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QScreen>
#include <QTcpServer>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Tempera {

std::optional<ShotsOrder> takeShotsOrder(QStringList &arguments)
{
    const auto take = [&arguments](const QString &name) -> std::optional<QString> {
        const qsizetype option = arguments.indexOf(name);
        if (option < 0 || option + 1 >= arguments.size())
            return std::nullopt;
        const QString value = arguments.at(option + 1);
        arguments.remove(option, 2);
        return value;
    };
    const std::optional<QString> scenes = take(u"--shots-of"_s);
    const std::optional<QString> folder = take(u"--shots"_s);
    if (!folder)
        return std::nullopt;
    return ShotsOrder{*folder, scenes.value_or(QString()).split(u',', Qt::SkipEmptyParts)};
}

Shots::Shots(MainWindow &window, LedgerOrMemory &ledger, const ShotsOrder &order)
    : m_window(window), m_ledger(ledger), m_folder(order.folder)
{
    m_window.resize(QSize(1500, 920).boundedTo(window.screen()->availableSize()));
    m_settle.setSingleShot(true);
    m_settle.setInterval(400ms);
    connect(&m_settle, &QTimer::timeout, this, &Shots::take);
    connect(&m_window, &MainWindow::firstPainted, this, &Shots::startRun, Qt::QueuedConnection);
    connect(
        &m_window.session(), &Session::finished, this,
        [this] {
            // The last case has the longest answers, which make the better picture.
            for (qsizetype i = 1; i < m_window.session().experiment().cases.size(); ++i)
                trigger(Qt::CTRL | Qt::Key_PageDown);
            beginScene();
        },
        Qt::SingleShotConnection);
    m_scenes = allScenes();
    if (!order.scenes.isEmpty())
        m_scenes.removeIf([&order](const Scene &scene) { return !order.scenes.contains(scene.name); });
}

Shots::~Shots() = default;

bool Shots::trigger(const QKeySequence &key)
{
    for (QAction *action : m_window.findChildren<QAction *>()) {
        if (action->shortcut() == key) {
            action->trigger();
            return true;
        }
    }
    return false;
}

void Shots::startRun()
{
    if (m_scenes.isEmpty() || !trigger(Qt::CTRL | Qt::Key_Return)) // there may be none of the names that were asked for
        QApplication::exit(1);
}

void Shots::beginScene()
{
    m_dark = false;
    applyColourScheme(ColourScheme::Light);
    const QList<QDialog *> dialogs = m_window.findChildren<QDialog *>();
    for (QDialog *dialog : dialogs)
        dialog->reject();
    m_patience = 50;
    m_scenes.at(m_scene).prepare();
    m_settle.start();
}

void Shots::take()
{
    const Scene &scene = m_scenes.at(m_scene);
    const Session &session = m_window.session();
    const bool isThere = !scene.isThere || scene.isThere();
    if ((session.isRunning() && !scene.duringRun) || session.isPlanning() || session.hasRunningBranches()
        || m_window.scoring()->isRunning() || (!isThere && m_patience-- > 0)) {
        m_settle.start();
        return;
    }
    m_failed = m_failed || !isThere;
    const double scale = m_window.devicePixelRatioF();
    write(scene.name + (scale > 1 ? u"-%1x"_s.arg(scale) : QString()) + (m_dark ? u"-dark.png"_s : u"-light.png"_s));
    if (!m_dark) {
        m_dark = true;
        applyColourScheme(ColourScheme::Dark);
        m_settle.start();
    } else if (++m_scene < m_scenes.size()) {
        beginScene();
    } else {
        QApplication::exit(m_failed ? 1 : 0);
    }
}

void Shots::write(const QString &name)
{
    // A dialog has a picture of its own.
    const QList<QDialog *> dialogs = m_window.findChildren<QDialog *>();
    const auto open = std::ranges::find_if(dialogs, &QWidget::isVisible);
    QWidget &seen = open == dialogs.end() ? static_cast<QWidget &>(m_window) : **open;
    if (!seen.grab().save(QDir(m_folder).filePath(name)))
        m_failed = true;
}

} // namespace Tempera
