// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/cellkeys.h"

#include <QTest>

#include <array>

using namespace Tempera;

namespace {

constexpr int manyCases = 3'000;
constexpr int variants = 4;

CellKeys plannedKeys()
{
    CellKeys keys;
    for (int i = 0; i < manyCases; ++i) {
        for (int variant = 0; variant < variants; ++variant)
            keys.push_back({i, 0, variant, 0});
    }
    return keys;
}

} // namespace

class CellKeysTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keysComeBack()
    {
        const CellKeys keys = plannedKeys();
        QCOMPARE(keys.size(), std::size_t{manyCases * variants});
        for (std::size_t i = 0; i < keys.size(); ++i)
            QCOMPARE(keys[i], (CellKey{static_cast<int>(i) / variants, 0, static_cast<int>(i) % variants, 0}));
        const CellKeys far{{2'000'000'000, 70'000, 300, 1}, {0, 0, 0, 0}};
        QCOMPARE(far[0], (CellKey{2'000'000'000, 70'000, 300, 1}));
        QCOMPARE(far.back(), CellKey());
    }

    void aCopyStaysAsItIs()
    {
        CellKeys keys{{0, 0, 0, 0}};
        const CellKeys copy = keys;
        keys.push_back({7, 1, 2, 3});
        QCOMPARE(copy.size(), 1u);
        QCOMPARE(keys.size(), 2u);
        QCOMPARE(copy[0], keys[0]);
    }

    void cellsAreFoundByTheirKeys()
    {
        const CellKeys keys = plannedKeys();
        const CellPlaces places(keys);
        for (std::size_t i = 0; i < keys.size(); i += 7)
            QCOMPARE(places.find(keys[i]), static_cast<int>(i));
        QCOMPARE(places.find({manyCases, 0, 0, 0}), -1);
        QCOMPARE(places.find({0, 0, 0, 1}), -1);
        QCOMPARE(CellPlaces().find({}), -1);
    }

    /// Answers of an earlier run stand behind those of the run, whatever their keys.
    void theyNeedNotBeInOrder()
    {
        CellKeys keys{{1, 0, 0, 0}, {3, 0, 0, 0}};
        CellPlaces places(keys);
        const auto add = [&](const CellKey &key) {
            keys.push_back(key);
            places.follow(keys);
        };
        add({2, 0, 0, 0});
        add({4, 0, 0, 0});
        add({0, 0, 0, 0});
        add({3, 0, 0, 0}); // it is there already: the first one counts
        places.follow(keys);
        const std::array found{4, 0, 2, 1, 3};
        for (int i = 0; i < 5; ++i)
            QCOMPARE(places.find({i, 0, 0, 0}), found[static_cast<std::size_t>(i)]);
        QCOMPARE(places.find({5, 0, 0, 0}), -1);
    }
};

QTEST_GUILESS_MAIN(CellKeysTest)
#include "tst_cellkeys.moc"
