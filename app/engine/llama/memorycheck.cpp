// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/llama/memorycheck.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace Tempera {

std::optional<std::int64_t> availableMemory(const QByteArray &meminfo)
{
    std::optional<std::int64_t> available;
    std::int64_t swap = 0;
    for (const QByteArray &line : meminfo.split('\n')) {
        const QList<QByteArray> words = line.simplified().split(' ');
        if (words.size() < 2)
            continue;
        const std::int64_t bytes = words.at(1).toLongLong() * 1024;
        if (words.first() == "MemAvailable:")
            available = bytes;
        else if (words.first() == "SwapFree:")
            swap = bytes;
    }
    return available.transform([swap](std::int64_t bytes) { return bytes + swap; });
}

Result<void> checkMemoryFor(std::int64_t bytes, const QString &place)
{
    QFile file(u"/proc/meminfo"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const std::optional<std::int64_t> available = availableMemory(file.readAll());
    if (!available || bytes <= *available)
        return {};
    const auto megabytes = [](std::int64_t count) { return QString::number(static_cast<double>(count) / 1e6, 'f', 0); };
    return failure(ErrorKind::OutOfMemory,
                   u"it needs %1 MB of memory, and %2 MB are free"_s.arg(megabytes(bytes), megabytes(*available)), place);
}

} // namespace Tempera
