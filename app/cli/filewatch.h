// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/ports/clock.h"

#include <QDateTime>
#include <QFileSystemWatcher>
#include <QMap>
#include <QObject>
#include <QStringList>

#include <memory>

namespace Tempera {

/// Notices that files have changed, also those that an editor replaces by others, or that come and go. What they hold is not read.
/// Lives on a thread with an event loop.
class FileWatch final : public QObject
{
    Q_OBJECT
public:
    /// Further files are not looked at.
    static constexpr qsizetype mostFiles = 1'000;
    /// A change is told when nothing has happened for so long: saving takes several steps.
    static constexpr std::chrono::milliseconds settling{300};

    /// The clock outlives it.
    explicit FileWatch(const Clock &clock, QObject *parent = nullptr);

    /// Forgets what was watched, and watches these from how they are now on.
    void watch(const QStringList &paths);
    /// Watches these too; those that are watched stay as they were.
    void add(const QStringList &paths);
    /// How many are watched.
    [[nodiscard]] qsizetype size() const { return m_stamps.size(); }
    /// Whether one of them is another one now.
    [[nodiscard]] bool isChanged() const;

Q_SIGNALS:
    void changed();

private:
    /// By what a change is seen.
    struct Stamp {
        qint64 size = -1; ///< −1: it is not there.
        QDateTime modified = {};

        bool operator==(const Stamp &) const = default;
    };

    [[nodiscard]] static Stamp stampOf(const QString &path);
    void listen();
    void tell();

    QFileSystemWatcher m_watcher;
    std::unique_ptr<ClockTimer> m_settled;
    QMap<QString, Stamp> m_stamps;
};

} // namespace Tempera
