// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/llama/model/memorycheck.h"

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
        QVERIFY(checkMemoryFor(1, 5'000'000, u"m.gguf"_s));
        const Result<void> refused = checkMemoryFor(std::numeric_limits<std::int64_t>::max(), 5'000'000, u"m.gguf"_s);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::OutOfMemory);
        QCOMPARE(refused.error().place, u"m.gguf"_s);
        QCOMPARE(refused.error().detail, u"it needs 9223372036855 MB of memory, and 5 MB are free"_s);
        QVERIFY(checkMemoryFor(std::numeric_limits<std::int64_t>::max(), std::nullopt, u"m.gguf"_s));
    }

    void thePartsOfANeed()
    {
        GgufFacts facts;
        facts.tensorBytes = 100'000'000;
        facts.contextTokens = 2'048;
        facts.layers = 30;
        facts.width = 576;
        facts.heads = 9;
        facts.keyHeads = 3;
        facts.vocabulary = 49'152;
        LlamaSettings settings;
        settings.nSequences = 1;
        settings.contextTokens = 1'000;
        const MemoryNeed need = memoryNeed(facts, settings);
        QCOMPARE(need.weights, 100'000'000);
        QCOMPARE(need.cache, 1'000 * 30 * 3 * 64 * 2 * 2); // keys and values of three heads, two bytes each
        QVERIFY(need.compute > 0);
        settings.cacheType = CacheType::Q8_0;
        QCOMPARE(memoryNeed(facts, settings).cache, need.cache * 34 / 64);
        settings.contextTokens = 0;
        QCOMPARE(memoryNeed(facts, settings).cache, need.cache * 34 / 64 * 2'048 / 1'000);
        const Result<void> refused = checkMemoryFor(need, 50'000'000, u"m.gguf"_s);
        QCOMPARE(refused.error().kind, ErrorKind::OutOfMemory);
        QVERIFY2(refused.error().detail.startsWith(u"it needs about "_s), qPrintable(refused.error().detail));
        QVERIFY(refused.error().detail.endsWith(u"and 50 MB are free"_s));
        QVERIFY(checkMemoryFor(need, need.total(), u"m.gguf"_s));
    }
};

QTEST_GUILESS_MAIN(TestMemoryCheck)
#include "tst_memorycheck.moc"
