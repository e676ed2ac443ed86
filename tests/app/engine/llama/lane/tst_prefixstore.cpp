// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/llama/lane/prefixstore.h"

#include <QTest>

#include <numeric>

using namespace Tempera;

namespace {

using Tokens = std::vector<llama_token>;

/// `count` numbers from `first` on.
Tokens run(int first, int count)
{
    Tokens tokens(static_cast<std::size_t>(count));
    std::iota(tokens.begin(), tokens.end(), first);
    return tokens;
}

PrefixStore::Entry entry(Tokens tokens, std::size_t bytes)
{
    return {std::move(tokens), std::vector<std::uint8_t>(bytes)};
}

} // namespace

class TestPrefixStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void commonBeginnings()
    {
        QCOMPARE(commonPrefix({}, {}), std::size_t{0});
        QCOMPARE(commonPrefix({1, 2, 3}, {1, 2, 4, 5}), std::size_t{2});
        QCOMPARE(commonPrefix({1, 2}, {1, 2, 3}), std::size_t{2});
    }

    void findsWhatBeginsMostAlike()
    {
        PrefixStore store(1000);
        QVERIFY(!store.find({1, 2}));
        store.put(entry(run(0, 50), 10));
        Tokens other = run(0, 20);
        other.resize(60, 7);
        store.put(entry(other, 10));
        QCOMPARE(store.find(run(0, 40))->tokens, run(0, 50));
        QCOMPARE(store.find(other)->tokens, other);
        QVERIFY(!store.find({99}));
    }

    void theOldestGoesFirst()
    {
        PrefixStore store(100);
        store.put(entry(run(0, 10), 40));
        store.put(entry(run(100, 10), 40));
        QVERIFY(store.find(run(0, 10))); // used again
        store.put(entry(run(200, 10), 40));
        QCOMPARE(store.bytes(), std::size_t{80});
        QVERIFY(store.find(run(0, 10)));
        QVERIFY(!store.find(run(100, 10)));
        QVERIFY(store.find(run(200, 10)));
        QVERIFY(!store.wants(run(300, 10), 101));
    }

    void nearlyTheSameIsNotKeptTwice()
    {
        PrefixStore store(1000);
        QVERIFY(store.wants(run(0, 80), 10));
        store.put(entry(run(0, 80), 10));
        Tokens near = run(0, 80);
        near.back() = -1;
        QVERIFY(!store.wants(near, 10));
        QVERIFY(!store.wants(run(0, 70), 10));
        QVERIFY(store.wants(run(0, 160), 10));
        store.put(entry(run(0, 160), 20)); // goes on from the first, which is in it
        QCOMPARE(store.bytes(), std::size_t{20});
    }
};

QTEST_GUILESS_MAIN(TestPrefixStore)
#include "tst_prefixstore.moc"
