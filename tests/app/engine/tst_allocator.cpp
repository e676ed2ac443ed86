// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QTest>

#include <thread>
#include <vector>

#include <sys/resource.h>

namespace {

long pageFaults()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_minflt;
}

/// Allocates what an answer with traces does, writes to it, and frees it. Gives the pages that the system had to provide.
long pagesOfAnAnswer()
{
    constexpr std::size_t Tokens = 400;
    constexpr std::size_t TraceBytes = 32 << 10;
    const long before = pageFaults();
    std::vector<std::vector<char>> traces;
    for (std::size_t i = 0; i < Tokens; ++i)
        traces.emplace_back(TraceBytes, 'x');
    return pageFaults() - before;
}

} // namespace

class TestAllocator : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theNextAnswerUsesTheMemoryOfTheLast()
    {
#ifdef __SANITIZE_ADDRESS__
        QSKIP("another allocator");
#endif
        long first = 0;
        long second = 0;
        std::jthread([&] { // a model has a thread, and its own part of the heap
            first = pagesOfAnAnswer();
            second = pagesOfAnAnswer();
        })
            .join();
        QVERIFY2(first > 2000, qPrintable(QString::number(first)));
        QVERIFY2(second < first / 10, qPrintable(QString::number(second)));
    }
};

QTEST_GUILESS_MAIN(TestAllocator)
#include "tst_allocator.moc"
