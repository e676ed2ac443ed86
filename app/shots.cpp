// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/shots.h"

#include "widgets/common/appearance.h"
#include "widgets/mainwindow/mainwindow.h"

#include <QApplication>
#include <QDir>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Tempera {
namespace {

struct Picture {
    ColourScheme scheme;
    QLatin1StringView name;
};

constexpr Picture pictures[] = {{ColourScheme::Light, "window-light.png"_L1}, {ColourScheme::Dark, "window-dark.png"_L1}};

} // namespace

std::optional<QString> takeShotsFolder(QStringList &arguments)
{
    const qsizetype option = arguments.indexOf(u"--shots"_s);
    if (option < 0 || option + 1 >= arguments.size())
        return std::nullopt;
    const QString folder = arguments.at(option + 1);
    arguments.remove(option, 2);
    return folder;
}

Shots::Shots(MainWindow &window, const QString &folder) : m_window(window), m_folder(folder)
{
    m_window.resize(1500, 920);
    m_settle.setSingleShot(true);
    m_settle.setInterval(400ms);
    connect(&m_settle, &QTimer::timeout, this, &Shots::take);
    connect(&m_window, &MainWindow::firstPainted, this, &Shots::startRun, Qt::QueuedConnection);
    connect(&m_window.session(), &Session::finished, this, [this] {
        // The last case has the longest answers, which make the better picture.
        for (qsizetype i = 1; i < m_window.session().experiment().cases.size(); ++i)
            trigger(Qt::CTRL | Qt::Key_PageDown);
        applyColourScheme(pictures[m_picture].scheme);
        m_settle.start();
    });
}

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
    if (!trigger(Qt::CTRL | Qt::Key_Return))
        QApplication::exit(1);
}

void Shots::take()
{
    write(pictures[m_picture].name);
    ++m_picture;
    if (m_picture == static_cast<int>(std::size(pictures))) {
        QApplication::exit(m_failed ? 1 : 0);
        return;
    }
    applyColourScheme(pictures[m_picture].scheme);
    m_settle.start();
}

void Shots::write(const QString &name)
{
    if (!m_window.grab().save(QDir(m_folder).filePath(name)))
        m_failed = true;
}

} // namespace Tempera
