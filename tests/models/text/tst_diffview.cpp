// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/text/diffview.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

QString textAt(const QString &text, const TextStretch &at)
{
    return text.sliced(at.start, at.length);
}

QStringList keptLines(const QString &text, const QString &other, DiffSide side, int context)
{
    const QList<Difference> differences = differencesOf(side == DiffSide::New ? proseDiff(other, text) : proseDiff(text, other));
    QStringList kept;
    for (const TextStretch &stretch : onlyDifferences(text, differences, side, context))
        kept += textAt(text, stretch);
    return kept;
}

} // namespace

class TestDiffView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void differencesHoldBothSides();
    void theWalkStaysWithin();
    void theStripShowsShares();
    void onlyDifferencesAreWholeLines();
};

void TestDiffView::differencesHoldBothSides()
{
    const QString before = u"The red lamp stands on the old wooden table today."_s;
    const QString after = u"The green lamp stands on the wooden table today, always."_s;
    const QList<Difference> differences = differencesOf(proseDiff(before, after));
    QCOMPARE(differences.size(), 3);
    QCOMPARE(textAt(before, differences.at(0).old), u"red"_s);
    QCOMPARE(textAt(after, differences.at(0).now), u"green"_s);
    QCOMPARE(textAt(before, differences.at(1).old), u"old "_s);
    QCOMPARE(differences.at(1).now, (TextStretch{after.indexOf(u"wooden"), 0}));
    QCOMPARE(textAt(after, differences.at(2).now), u", always"_s);
    QVERIFY(differencesOf(proseDiff(before, before)).isEmpty());
}

void TestDiffView::theWalkStaysWithin()
{
    DiffWalk walk{3, -1};
    QCOMPARE(walk.step(1), 0);
    QCOMPARE(walk.step(1), 1);
    QCOMPARE(walk.step(5), 2);
    QCOMPARE(walk.step(1), 2);
    QCOMPARE(walk.step(-9), 0);
    QCOMPARE((DiffWalk{3, -1}.step(-1)), 2);
    QCOMPARE((DiffWalk{0, -1}.step(1)), -1);
}

void TestDiffView::theStripShowsShares()
{
    const QList<DiffSpan> spans = proseDiff(u"aaaa bbbb", u"aaaa cccc dddd ");
    const QList<StripMark> now = overviewStrip(spans, DiffSide::New);
    QCOMPARE(now.size(), 2);
    QCOMPARE(now.at(0), (StripMark{5.0 / 15, 5.0 / 15, DiffKind::Deleted}));
    QCOMPARE(now.at(1), (StripMark{5.0 / 15, 1, DiffKind::Inserted}));
    QCOMPARE(overviewStrip(spans, DiffSide::Old).at(0), (StripMark{5.0 / 9, 1, DiffKind::Deleted}));
    QCOMPARE(overviewStrip(proseDiff({}, u"a"), DiffSide::Old).at(0), (StripMark{0, 0, DiffKind::Inserted}));
}

void TestDiffView::onlyDifferencesAreWholeLines()
{
    const QString before = u"1\n2\n3\n4\n5\n6\n7\n8\n9\n"_s;
    const QString after = u"1\n2\n3 x\n4\n5\n6\n7\n8\n9 y\n"_s;
    QCOMPARE(keptLines(after, before, DiffSide::New, 0), (QStringList{u"3 x\n"_s, u"9 y\n"_s}));
    QCOMPARE(keptLines(after, before, DiffSide::New, 1), (QStringList{u"2\n3 x\n4\n"_s, u"8\n9 y\n"_s}));
    QCOMPARE(keptLines(after, before, DiffSide::New, 3), (QStringList{after}));
    QCOMPARE(keptLines(before, after, DiffSide::Old, 0), (QStringList{u"3\n"_s, u"9\n"_s}));
    QVERIFY(keptLines(after, after, DiffSide::New, 3).isEmpty());
    QCOMPARE(keptLines(u"one line"_s, u"one"_s, DiffSide::New, 2), (QStringList{u"one line"_s}));
}

QTEST_GUILESS_MAIN(TestDiffView)
#include "tst_diffview.moc"
