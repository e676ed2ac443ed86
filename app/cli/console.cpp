// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/console.h"

#include <algorithm>
#include <cerrno>
#include <csignal>

#include <poll.h>
#include <sys/ioctl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr int widthWithoutTerminal = 100;
constexpr int narrowest = 20;

/// A shell may hand us a pipe that does not block.
void waitUntilWritable(int descriptor)
{
    pollfd waiting{descriptor, POLLOUT, 0};
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
            waitUntilWritable(m_descriptor);
        else if (errno != EINTR)
            m_broken = true; // nobody reads any more
    }
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

QByteArray readStandardInput()
{
    QByteArray all;
    QByteArray chunk(64 * 1024, Qt::Uninitialized);
    for (;;) {
        const ssize_t count = ::read(STDIN_FILENO, chunk.data(), static_cast<std::size_t>(chunk.size()));
        if (count > 0)
            all.append(chunk.constData(), count);
        else if (count == 0 || errno != EINTR)
            return all;
    }
}

} // namespace Tempera
