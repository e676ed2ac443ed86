// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/retiredgenerations.h"

#include <QCoreApplication>
#include <QTest>

using namespace Tempera;

namespace {

/// Counts the handles that are alive.
class CountedGeneration final : public Generation
{
public:
    explicit CountedGeneration(int &alive) : m_alive(alive) { ++m_alive; }
    ~CountedGeneration() override { --m_alive; }
    void cancel() override { }

private:
    int &m_alive;
};

} // namespace

class TestRetiredGenerations : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void handlesAreDestroyedFromTheEventLoop();
    void handlesGoWithTheObject();
};

void TestRetiredGenerations::handlesAreDestroyedFromTheEventLoop()
{
    int alive = 0;
    RetiredGenerations retired;
    retired.add(nullptr);
    for (int round = 0; round < 2; ++round) {
        retired.add(std::make_unique<CountedGeneration>(alive));
        retired.add(std::make_unique<CountedGeneration>(alive));
        QCOMPARE(alive, 2); // the sink of either may be running
        QCoreApplication::sendPostedEvents();
        QCOMPARE(alive, 0);
    }
}

void TestRetiredGenerations::handlesGoWithTheObject()
{
    int alive = 0;
    {
        RetiredGenerations retired;
        retired.add(std::make_unique<CountedGeneration>(alive));
        QCOMPARE(alive, 1);
    }
    QCOMPARE(alive, 0);
    QCoreApplication::sendPostedEvents(); // nothing is left that refers to it
}

QTEST_GUILESS_MAIN(TestRetiredGenerations)
#include "tst_retiredgenerations.moc"
