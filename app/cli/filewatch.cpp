// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/filewatch.h"

#include <QFileInfo>

namespace Tempera {

FileWatch::FileWatch(const Clock &clock, QObject *parent) : QObject(parent), m_settled(clock.timer([this] { tell(); }))
{
    const auto settle = [this] { m_settled->start(settling); };
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, settle);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, settle);
}

void FileWatch::watch(const QStringList &paths)
{
    m_settled->stop();
    m_stamps.clear();
    if (const QStringList before = m_watcher.files() + m_watcher.directories(); !before.isEmpty())
        m_watcher.removePaths(before);
    add(paths);
}

void FileWatch::add(const QStringList &paths)
{
    for (const QString &path : paths) {
        const QString whole = QFileInfo(path).absoluteFilePath();
        if (m_stamps.size() < mostFiles && !m_stamps.contains(whole))
            m_stamps.insert(whole, stampOf(whole));
    }
    listen();
}

bool FileWatch::isChanged() const
{
    for (const auto &[path, stamp] : m_stamps.asKeyValueRange()) {
        if (stampOf(path) != stamp)
            return true;
    }
    return false;
}

FileWatch::Stamp FileWatch::stampOf(const QString &path)
{
    const QFileInfo info(path);
    return info.isFile() ? Stamp{info.size(), info.lastModified()} : Stamp();
}

/// A file that was replaced is not listened to any more, so it is asked for again; its folder tells where it comes back.
void FileWatch::listen()
{
    const QStringList files = m_watcher.files();
    const QStringList folders = m_watcher.directories();
    QStringList missing;
    for (const auto &[path, stamp] : m_stamps.asKeyValueRange()) {
        const QFileInfo info(path);
        if (info.isFile() && !files.contains(path))
            missing += path;
        if (const QString folder = info.absolutePath(); QFileInfo(folder).isDir() && !folders.contains(folder))
            missing += folder;
    }
    missing.removeDuplicates();
    if (!missing.isEmpty())
        m_watcher.addPaths(missing);
}

void FileWatch::tell()
{
    listen();
    if (isChanged())
        Q_EMIT changed();
}

} // namespace Tempera
