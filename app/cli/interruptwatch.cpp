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

constexpr std::array watchedSignals{SIGINT, SIGTERM, SIGHUP, SIGQUIT};

void onSignal(int signal)
{
    const int before = errno;
    const char byte = static_cast<char>(signal);
    [[maybe_unused]] const ssize_t written = ::write(interruptPipe[1], &byte, 1);
    errno = before;
}

} // namespace

InterruptWatch::InterruptWatch(QObject *parent) : QObject(parent)
{
    if (interruptPipe[0] >= 0 || ::pipe2(interruptPipe.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        return; // without a pipe a signal ends the process as usual
    m_notifier = new QSocketNotifier(interruptPipe[0], QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, [this] {
        char first = 0;
        if (::read(interruptPipe[0], &first, 1) != 1)
            return;
        char bytes[16];
        while (::read(interruptPipe[0], bytes, sizeof bytes) > 0) { }
        Q_EMIT interrupted(first);
    });

    struct sigaction action{};
    action.sa_handler = onSignal;
    action.sa_flags = static_cast<int>(SA_RESTART | SA_RESETHAND); // the second one has its usual effect
    for (const int signal : watchedSignals) {
        struct sigaction before{};
        const bool ignored = ::sigaction(signal, nullptr, &before) == 0 && before.sa_handler == SIG_IGN;
        if (signal != SIGHUP || !ignored)
            ::sigaction(signal, &action, nullptr);
    }
}

InterruptWatch::~InterruptWatch()
{
    if (!m_notifier)
        return;
    for (const int signal : watchedSignals) {
        struct sigaction current{};
        if (::sigaction(signal, nullptr, &current) == 0 && current.sa_handler == onSignal)
            std::signal(signal, SIG_DFL);
    }
    delete m_notifier;
    for (int &end : interruptPipe) {
        ::close(end);
        end = -1;
    }
}

} // namespace Tempera
