// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/llama/model/memorycheck.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

QString megabytes(std::int64_t bytes)
{
    return QString::number(static_cast<double>(bytes) / 1e6, 'f', 0);
}

} // namespace

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

std::optional<std::int64_t> availableMemory(const LlamaSettings &settings)
{
    if (settings.availableMemory)
        return settings.availableMemory();
    QFile file(u"/proc/meminfo"_s);
    return file.open(QIODevice::ReadOnly) ? availableMemory(file.readAll()) : std::nullopt;
}

MemoryNeed memoryNeed(const GgufFacts &facts, const LlamaSettings &settings)
{
    LocalSettings local;
    local.contextTokens = settings.contextTokens;
    local.cacheType = settings.cacheType;
    local.flashAttention = settings.flashAttention;
    return memoryNeed(facts, local, settings.nSequences, settings.promptChunk + settings.nSequences);
}

Result<void> checkMemoryFor(std::int64_t bytes, std::optional<std::int64_t> available, const QString &place)
{
    if (!available || bytes <= *available)
        return {};
    return failure(ErrorKind::OutOfMemory,
                   u"it needs %1 MB of memory, and %2 MB are free"_s.arg(megabytes(bytes), megabytes(*available)), place);
}

Result<void> checkMemoryFor(const MemoryNeed &need, std::optional<std::int64_t> available, const QString &place)
{
    if (!available || need.total() <= *available)
        return {};
    return failure(ErrorKind::OutOfMemory,
                   u"it needs about %1 MB of memory (weights %2, KV cache %3, compute buffers %4), and %5 MB are free"_s.arg(
                       megabytes(need.total()), megabytes(need.weights), megabytes(need.cache), megabytes(need.compute),
                       megabytes(*available)),
                   place);
}

} // namespace Tempera
