// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/llama/memorycheck.h"

#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using namespace Tempera;

class TestMemoryCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsMeminfo()
    {
        QCOMPARE(availableMemory("MemTotal: 100 kB\nMemAvailable:    40 kB\nSwapFree:  2 kB\n").value(), 42 * 1024);
        QCOMPARE(availableMemory("MemAvailable: 40 kB").value(), 40 * 1024);
        QVERIFY(!availableMemory("MemTotal: 100 kB\n"));
        QVERIFY(!availableMemory(""));
    }

    void saysBothNumbers()
    {
        QVERIFY(checkMemoryFor(1, u"m.gguf"_s));
        const Result<void> refused = checkMemoryFor(std::numeric_limits<std::int64_t>::max(), u"m.gguf"_s);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::OutOfMemory);
        QCOMPARE(refused.error().place, u"m.gguf"_s);
        QVERIFY(refused.error().detail.contains(u"9223372036855 MB"_s));
    }
};

QTEST_GUILESS_MAIN(TestMemoryCheck)
#include "tst_memorycheck.moc"
