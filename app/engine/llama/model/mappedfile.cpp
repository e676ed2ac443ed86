// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/llama/model/mappedfile.h"

#include <QFile>
#include <QList>

#include <array>
#include <csignal>
#include <cstdint>
#include <mutex>
#include <utility>

#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace Tempera {

/// A part of the address space. A signal handler can take no lock: the flag is set last and cleared first.
struct WatchedRange {
    std::atomic<std::uintptr_t> begin = 0;
    std::atomic<std::uintptr_t> end = 0;
    std::atomic<std::atomic_bool *> broken = nullptr; ///< Null: this one is free.
};

namespace {

static_assert(std::atomic_bool::is_always_lock_free && std::atomic<std::uintptr_t>::is_always_lock_free);

/// A handler reaches nothing but what is global.
constexpr std::size_t mostRanges = 256;
std::array<WatchedRange, mostRanges> watchedRanges;
thread_local std::atomic_bool *brokenWhileLoading = nullptr;
struct sigaction handlerBefore;
std::uintptr_t memoryPage = 4096;

bool mapZeros(std::uintptr_t begin, std::uintptr_t end)
{
    return ::mmap(reinterpret_cast<void *>(begin), end - begin, PROT_READ | PROT_WRITE,
                  MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED | MAP_NORESERVE, -1, 0)
           != MAP_FAILED;
}

/// Whether the address belonged to a watched file. All after it is missing too.
bool mapZeroPage(std::uintptr_t page)
{
    for (WatchedRange &range : watchedRanges) {
        std::atomic_bool *broken = range.broken.load(std::memory_order_acquire);
        const std::uintptr_t end = range.end.load(std::memory_order_relaxed);
        if (!broken || page < range.begin.load(std::memory_order_relaxed) || page >= end)
            continue;
        broken->store(true, std::memory_order_relaxed);
        return mapZeros(page, end);
    }
    return false;
}

void onMissingPage(int signal, siginfo_t *info, void *)
{
    const std::uintptr_t page = reinterpret_cast<std::uintptr_t>(info->si_addr) & ~(memoryPage - 1);
    if (info->si_code == BUS_ADRERR && mapZeroPage(page))
        return;
    if (info->si_code == BUS_ADRERR && brokenWhileLoading) {
        brokenWhileLoading->store(true, std::memory_order_relaxed);
        if (mapZeros(page, page + memoryPage))
            return;
    }
    // Not ours: what was to happen happens when the instruction is tried again.
    (void)::sigaction(signal, &handlerBefore, nullptr);
}

void installOnce()
{
    static std::once_flag once;
    std::call_once(once, [] {
        memoryPage = static_cast<std::uintptr_t>(::sysconf(_SC_PAGESIZE));
        struct sigaction action{};
        action.sa_sigaction = onMissingPage;
        action.sa_flags = SA_SIGINFO | SA_RESTART;
        ::sigemptyset(&action.sa_mask);
        (void)::sigaction(SIGBUS, &action, &handlerBefore);
    });
}

/// Where a file is mapped, by its number: lines "begin-end rights offset major:minor inode path". (Some file systems tell
/// another device here than stat() does.)
QList<std::pair<std::uintptr_t, std::uintptr_t>> placesOf(const QString &path)
{
    QList<std::pair<std::uintptr_t, std::uintptr_t>> places;
    struct stat status{};
    QFile maps(QStringLiteral("/proc/self/maps"));
    if (::stat(QFile::encodeName(path).constData(), &status) != 0 || !maps.open(QIODevice::ReadOnly))
        return places;
    // /proc says nothing of its length: read to the end.
    for (const QByteArray &line : maps.readAll().split('\n')) {
        const QList<QByteArray> words = line.simplified().split(' ');
        if (words.size() < 6 || words.at(4).toULongLong() != status.st_ino)
            continue;
        const QList<QByteArray> addresses = words.at(0).split('-');
        if (addresses.size() == 2)
            places.append({static_cast<std::uintptr_t>(addresses.at(0).toULongLong(nullptr, 16)),
                           static_cast<std::uintptr_t>(addresses.at(1).toULongLong(nullptr, 16))});
    }
    return places;
}

std::mutex &rangesMutex()
{
    static std::mutex mutex; // of those who take and give back ranges; the handler only reads
    return mutex;
}

} // namespace

MappedFile::Loading::Loading()
{
    installOnce();
    m_outer = std::exchange(brokenWhileLoading, &m_broken);
}

MappedFile::Loading::~Loading()
{
    brokenWhileLoading = m_outer;
}

MappedFile::MappedFile(const QString &path)
{
    installOnce();
    const std::scoped_lock lock(rangesMutex());
    for (const auto &[begin, end] : placesOf(path)) {
        for (WatchedRange &range : watchedRanges) {
            if (range.broken.load(std::memory_order_relaxed))
                continue;
            range.begin.store(begin, std::memory_order_relaxed);
            range.end.store(end, std::memory_order_relaxed);
            range.broken.store(&m_broken, std::memory_order_release);
            m_ranges.push_back(&range);
            break;
        }
    }
}

MappedFile::~MappedFile()
{
    const std::scoped_lock lock(rangesMutex());
    for (WatchedRange *range : m_ranges)
        range->broken.store(nullptr, std::memory_order_release);
}

} // namespace Tempera
