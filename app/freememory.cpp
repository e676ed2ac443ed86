// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/freememory.h"

#include "app/engine/llama/model/memorycheck.h"

#include <QFile>

#include <algorithm>

#include <sys/resource.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

std::optional<std::int64_t> numberIn(const QString &path, qsizetype word = 0)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    bool ok = false;
    const qint64 number = file.readAll().simplified().split(' ').value(word).toLongLong(&ok);
    return ok ? std::optional<std::int64_t>(number) : std::nullopt; // "max" is not a number
}

/// What a limit of the process leaves, by the pages of /proc/self/statm that count for it.
std::optional<std::int64_t> leftOf(__rlimit_resource resource, qsizetype word)
{
    rlimit limit{};
    if (::getrlimit(resource, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY)
        return std::nullopt;
    const std::int64_t used = numberIn(u"/proc/self/statm"_s, word).value_or(0) * ::sysconf(_SC_PAGESIZE);
    return std::max<std::int64_t>(0, static_cast<std::int64_t>(limit.rlim_cur) - used);
}

/// Of a container, whose own group is the root of what it sees.
std::optional<std::int64_t> leftOfContainer()
{
    const std::optional<std::int64_t> most = numberIn(u"/sys/fs/cgroup/memory.max"_s);
    const std::optional<std::int64_t> used = numberIn(u"/sys/fs/cgroup/memory.current"_s);
    return most && used ? std::optional(std::max<std::int64_t>(0, *most - *used)) : std::nullopt;
}

} // namespace

std::optional<std::int64_t> freeMemory()
{
    constexpr qsizetype wholeSize = 0;
    constexpr qsizetype dataSize = 5;
    std::optional<std::int64_t> least;
    for (const std::optional<std::int64_t> left :
         {availableMemory(LlamaSettings()), leftOf(RLIMIT_AS, wholeSize), leftOf(RLIMIT_DATA, dataSize), leftOfContainer()}) {
        if (left)
            least = std::min(*left, least.value_or(*left));
    }
    return least;
}

} // namespace Tempera
