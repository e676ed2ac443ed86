// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/runlocks.h"

#include <QFile>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// Of the open file, not of the process: closing another descriptor of the same file does not end it.
struct flock lockOfRun(short kind, qint64 run)
{
    struct flock lock{};
    lock.l_type = kind;
    lock.l_whence = SEEK_SET;
    lock.l_start = run;
    lock.l_len = 1;
    return lock;
}

} // namespace

RunLocks::RunLocks(const QString &ledgerPath)
    : m_descriptor(
          ::open(QFile::encodeName(ledgerPath + u"-runs"_s).constData(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR))
{
}

RunLocks::~RunLocks()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

bool RunLocks::hold(qint64 run)
{
    struct flock lock = lockOfRun(F_WRLCK, run);
    if (::fcntl(m_descriptor, F_OFD_SETLK, &lock) != 0 && (errno == EAGAIN || errno == EACCES))
        return false;
    m_held.insert(run);
    return true;
}

void RunLocks::release(qint64 run)
{
    struct flock lock = lockOfRun(F_UNLCK, run);
    (void)::fcntl(m_descriptor, F_OFD_SETLK, &lock);
    m_held.remove(run);
}

bool RunLocks::isHeldElsewhere(qint64 run) const
{
    struct flock lock = lockOfRun(F_WRLCK, run);
    return ::fcntl(m_descriptor, F_OFD_GETLK, &lock) != 0 || lock.l_type != F_UNLCK;
}

} // namespace Tempera
