// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/interruptwatch.h"

#include <QSocketNotifier>

#include <array>
#include <cerrno>
#include <csignal>

#include <fcntl.h>
#include <unistd.h>

namespace Tempera {
namespace {

// A handler can reach nothing but globals: the two ends of the pipe, read end first.
std::array<int, 2> interruptPipe{-1, -1};

constexpr std::array watchedSignals{SIGINT, SIGTERM};

void onSignal(int)
{
    const int before = errno;
    const char byte = 1;
    [[maybe_unused]] const ssize_t written = ::write(interruptPipe[1], &byte, 1);
    errno = before;
}

} // namespace

InterruptWatch::InterruptWatch(QObject *parent) : QObject(parent)
{
    if (interruptPipe[0] >= 0 || ::pipe2(interruptPipe.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        return; // without a pipe a signal ends the process as ever
    m_notifier = new QSocketNotifier(interruptPipe[0], QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, [this] {
        char bytes[16];
        while (::read(interruptPipe[0], bytes, sizeof bytes) > 0) { }
        Q_EMIT interrupted();
    });

    struct sigaction action{};
    action.sa_handler = onSignal;
    action.sa_flags = static_cast<int>(SA_RESTART | SA_RESETHAND); // the second one has its usual effect
    for (const int signal : watchedSignals)
        ::sigaction(signal, &action, nullptr);
}

InterruptWatch::~InterruptWatch()
{
    if (!m_notifier)
        return;
    for (const int signal : watchedSignals)
        std::signal(signal, SIG_DFL);
    delete m_notifier;
    for (int &end : interruptPipe) {
        ::close(end);
        end = -1;
    }
}

} // namespace Tempera
