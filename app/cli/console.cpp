// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/console.h"

#include <QCoreApplication>

#include <algorithm>
#include <cerrno>
#include <csignal>

#include <fcntl.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr int widthWithoutTerminal = 100;
constexpr int narrowest = 20;

/// A shell may hand us a pipe that does not block.
void waitUntilReady(int descriptor, short wanted)
{
    pollfd waiting{descriptor, wanted, 0};
    ::poll(&waiting, 1, -1);
}

} // namespace

ConsoleStream::ConsoleStream(int descriptor)
    : m_descriptor(descriptor),
      m_terminal(::isatty(descriptor) == 1),
      m_colour(coloursWanted(m_terminal ? StreamKind::Terminal : StreamKind::Other, QProcessEnvironment::systemEnvironment()))
{
    // `tempera run … | head` must still write its files.
    std::signal(SIGPIPE, SIG_IGN);
}

void ConsoleStream::write(const QByteArray &utf8)
{
    qsizetype done = 0;
    while (!m_broken && done < utf8.size()) {
        const ssize_t written = ::write(m_descriptor, utf8.constData() + done, static_cast<std::size_t>(utf8.size() - done));
        if (written >= 0)
            done += written;
        else if (errno == EAGAIN)
            waitUntilReady(m_descriptor, POLLOUT);
        else if (errno != EINTR)
            breakOff(errno);
    }
}

void ConsoleStream::breakOff(int cause)
{
    m_broken = true;
    if (cause == EPIPE) // nobody reads any more
        return;
    const QString name = m_descriptor == STDERR_FILENO ? QCoreApplication::translate("Cli", "standard error")
                                                       : QCoreApplication::translate("Cli", "standard output");
    m_fault = failure(ErrorKind::File, qt_error_string(cause), name).error();
}

int ConsoleStream::columns() const
{
    bool ok = false;
    if (const int wanted = qEnvironmentVariable("COLUMNS").toInt(&ok); ok && wanted > 0)
        return std::max(wanted, narrowest);
    winsize size{};
    if (m_terminal && ::ioctl(m_descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        return std::max<int>(size.ws_col, narrowest);
    return widthWithoutTerminal;
}

bool coloursWanted(StreamKind kind, const QProcessEnvironment &environment)
{
    if (!environment.value(u"NO_COLOR"_s).isEmpty())
        return false;
    const QString force = environment.value(u"CLICOLOR_FORCE"_s);
    if (!force.isEmpty() && force != "0"_L1)
        return true;
    return kind == StreamKind::Terminal && environment.value(u"TERM"_s) != "dumb"_L1;
}

void reserveStandardDescriptors()
{
    for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (::fcntl(descriptor, F_GETFD) != -1 || errno != EBADF)
            continue;
        // The lowest free number is this one. Opened the wrong way round, its use fails as if it were closed.
        (void)::open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY);
    }
}

Result<QByteArray> readStandardInput()
{
    QByteArray all;
    QByteArray chunk(64 * 1024, Qt::Uninitialized);
    for (;;) {
        const ssize_t count = ::read(STDIN_FILENO, chunk.data(), static_cast<std::size_t>(chunk.size()));
        if (count > 0)
            all.append(chunk.constData(), count);
        else if (count == 0)
            return all;
        else if (errno == EAGAIN)
            waitUntilReady(STDIN_FILENO, POLLIN);
        else if (errno != EINTR)
            return failure(ErrorKind::File, qt_error_string(errno), QCoreApplication::translate("Cli", "standard input"));
    }
}

} // namespace Tempera
