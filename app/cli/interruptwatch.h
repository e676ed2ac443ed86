// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

class QSocketNotifier;

namespace Tempera {

/// Turns the signals that ask a program to end (SIGINT, SIGTERM, SIGHUP, SIGQUIT) into one of the event loop while it
/// lives; one at a time in a process. The same signal a second time ends the process the usual way. A SIGHUP that the
/// program was started to ignore (nohup) stays ignored.
class InterruptWatch final : public QObject
{
    Q_OBJECT
public:
    explicit InterruptWatch(QObject *parent = nullptr);
    ~InterruptWatch() override;

Q_SIGNALS:
    /// `signal` is its number, for example SIGINT.
    void interrupted(int signal);

private:
    QSocketNotifier *m_notifier = nullptr;
};

} // namespace Tempera
