// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/experimentedits.h"
#include "models/items/livepromptreview.h"
#include "models/items/promptfaultsmodel.h"
#include "tests/support/handbackground.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

Experiment asking(const QString &text)
{
    Experiment experiment = Edits::blank(endpointFromId(u"local:mini"_s));
    experiment.prompts[0].messages[0].text = text;
    experiment.cases = {Case{}};
    Edits::setVariable(experiment.cases.last(), u"word"_s, u"yes"_s);
    return experiment;
}

} // namespace

class TestLivePromptReview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void editsAreGathered();
    void oneAtATime();
    void whoWaitsGetsTheLast();
    void whatIsKnownIsNotLookedAtAgain();
    void faultsAreAList();
};

void TestLivePromptReview::editsAreGathered()
{
    LivePromptReview review(nullptr);
    QSignalSpy changed(&review, &LivePromptReview::changed);
    for (int i = 0; i < 50; ++i)
        review.update(asking(u"Say {{ word }} "_s + QString::number(i)), {});
    QVERIFY(!review.isCurrent());
    QTRY_COMPARE(changed.count(), 1);
    QVERIFY(review.isCurrent());
    QCOMPARE(review.review().messages.constFirst().text, u"Say yes 49"_s);
}

void TestLivePromptReview::oneAtATime()
{
    HandBackground background;
    LivePromptReview review(&background);
    QSignalSpy changed(&review, &LivePromptReview::changed);
    review.update(asking(u"one"_s), {});
    QTRY_COMPARE(background.waiting(), 1);
    bool isDone = false;
    review.update(asking(u"two"_s), {});
    review.whenCurrent([&isDone] { isDone = true; });
    QCOMPARE(background.waiting(), 1);
    QVERIFY(!isDone);
    background.workOff();
    QCOMPARE(changed.count(), 2);
    QVERIFY(isDone);
    QCOMPARE(review.review().messages.constFirst().text, u"two"_s);
}

void TestLivePromptReview::whoWaitsGetsTheLast()
{
    LivePromptReview review(nullptr);
    int calls = 0;
    review.whenCurrent([&calls] { ++calls; });
    QCOMPARE(calls, 1);
    review.update(asking(u"{{ wrod }}"_s), {});
    review.whenCurrent([&] {
        ++calls;
        QCOMPARE(review.review().faults.size(), 1);
    });
    QCOMPARE(calls, 2); // it does not wait for the pause of who types
}

void TestLivePromptReview::whatIsKnownIsNotLookedAtAgain()
{
    LivePromptReview review(nullptr);
    QSignalSpy changed(&review, &LivePromptReview::changed);
    review.update(asking(u"one"_s), {});
    QTRY_COMPARE(changed.count(), 1);
    review.update(asking(u"one"_s), {});
    QVERIFY(review.isCurrent());
    review.update(asking(u"one"_s), {0, 0, 1, 0});
    QVERIFY2(review.isCurrent(), "another column changes nothing of a prompt");
}

void TestLivePromptReview::faultsAreAList()
{
    PromptFaultsModel model;
    const QAbstractItemModelTester tester(&model);
    LivePromptReview review(nullptr);
    const auto faultsOf = [&](const QString &text) {
        review.update(asking(text), {});
        review.whenCurrent([&] { model.setFaults(review.experiment(), review.review().faults); });
        return model.rowCount();
    };
    QCOMPARE(faultsOf(u"{{ a }} {{ b }} {{ c }}"_s), 3);
    QCOMPARE(model.index(1).data().toString(), u"The variable \"b\" has no value."_s);
    QCOMPARE(model.index(1).data(PromptFaultsModel::ForbidsRunRole).toBool(), false);
    QCOMPARE(faultsOf(u"{{ a }}"_s), 1);
    QCOMPARE(faultsOf(u"\n{{ a"_s), 1);
    QCOMPARE(model.index(0).data(PromptFaultsModel::ForbidsRunRole).toBool(), true);
    QVERIFY2(model.index(0).data().toString().startsWith(u"line 2: "_s), qPrintable(model.index(0).data().toString()));
    QCOMPARE(faultsOf(u"{{ word }}"_s), 0);
    QCOMPARE(faultsOf(u"{{ a }} {{ b }}"_s), 2);
}

QTEST_GUILESS_MAIN(TestLivePromptReview)
#include "tst_livepromptreview.moc"
