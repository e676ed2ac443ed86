// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/experimentedits.h"
#include "models/items/livelabels.h"
#include "tests/support/handbackground.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

Experiment asking(const QString &text)
{
    Experiment experiment = Edits::blank(endpointFromId(u"local:mini"_s));
    experiment.prompts[0].messages[0].text = text;
    return experiment;
}

} // namespace

class TestLiveLabels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutABackgroundTheyAreThereAtOnce()
    {
        LiveLabels live(nullptr);
        QSignalSpy changed(&live, &LiveLabels::changed);
        live.update(asking(u"Is it good or bad?"_s));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(live.labels(), (QStringList{u"good"_s, u"bad"_s}));
        live.update(asking(u"Is it good or bad?"_s));
        QCOMPARE(changed.size(), 1); // they are known
    }
    void theNewestExperimentCounts()
    {
        HandBackground background;
        LiveLabels live(&background);
        QSignalSpy changed(&live, &LiveLabels::changed);
        live.update(asking(u"Is it good or bad?"_s));
        live.update(asking(u"Is it red or blue?"_s));
        live.update(asking(u"Is it red or blue?"_s));
        QCOMPARE(background.waiting(), 2);
        QVERIFY(!live.isCurrent());
        background.workOff();
        QCOMPARE(changed.size(), 1);
        QCOMPARE(live.labels(), (QStringList{u"red"_s, u"blue"_s}));
    }
    void whoWaitsGetsTheLast()
    {
        HandBackground background;
        LiveLabels live(&background);
        int calls = 0;
        live.whenCurrent([&calls] { ++calls; });
        QCOMPARE(calls, 1);
        live.update(asking(u"Is it good or bad?"_s));
        live.whenCurrent([&calls] { calls = 100; });
        live.whenCurrent([&calls] { ++calls; });
        QCOMPARE(calls, 1);
        background.workOff();
        QCOMPARE(calls, 2);
        live.update(asking(u"Is it red or blue?"_s));
        live.whenCurrent([&calls] { ++calls; });
        live.forgetCallback();
        background.workOff();
        QCOMPARE(calls, 2);
    }
};

QTEST_GUILESS_MAIN(TestLiveLabels)
#include "tst_livelabels.moc"
