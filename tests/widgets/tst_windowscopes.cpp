// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Parts of an experiment that are run, beside answers that stay.

#include "tests/widgets/runwindow.h"
#include "widgets/common/growingedit.h"
#include "widgets/compare/comparepanel.h"
#include "widgets/compare/variantcolumn.h"

#include <QAction>

using namespace Qt::StringLiterals;
using namespace Tempera;
using namespace Tempera::RunsTesting;

class TestWindowScopes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyANewVariantIsRun();
    void oneCellIsRunAndTheOthersKeepTheirAnswers();
    void missingAndFailedAreRun();
    void aPartIsPutTogetherWithWhatWasBefore();
    void runningAgainAsksTheSame();
};

void TestWindowScopes::onlyANewVariantIsRun()
{
    WindowFixture f;
    QVERIFY(startWithFiles(f));
    runByKeys(f);
    QTRY_COMPARE(f.engine.count(), 4);
    finishAll(f, 0);
    QTest::keyClick(f.window.get(), Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(f.window->compare()->columns().size(), 3);
    runByKeys(f);
    QTRY_COMPARE(f.engine.count(), 6);
    for (int i = 4; i < 6; ++i)
        QCOMPARE(f.engine.at(i).request.key.variantIndex, 1);
    QCOMPARE(f.answer(0), u"answer 0.0"_s);
    QCOMPARE(f.answer(2), u"answer 0.1"_s);
    finishAll(f, 4, u"new"_s);
    QTRY_COMPARE(f.answer(1), u"new 0.1"_s);
    QCOMPARE(f.answer(2), u"answer 0.1"_s);
    QTRY_VERIFY(!saysChanged(f, 2));
    QCOMPARE(f.window->session().totals().planned, 2);
    // Nothing is new: Run means all again.
    runByKeys(f);
    QTRY_COMPARE(f.engine.count(), 10);
}

void TestWindowScopes::oneCellIsRunAndTheOthersKeepTheirAnswers()
{
    WindowFixture f;
    QVERIFY(startWithFiles(f));
    runByKeys(f);
    QTRY_COMPARE(f.engine.count(), 4);
    finishAll(f, 0);
    GrowingEdit *edit = f.messageEdit(1);
    edit->setFocus();
    f.press(Qt::Key_End, Qt::ControlModifier);
    QTest::keyClicks(edit, u" Please."_s);
    choose(f, u"Run This Cell"_s);
    QTRY_COMPARE(f.engine.count(), 5);
    QCOMPARE(f.engine.at(4).request.key, (CellKey{0, 0, 0, 0}));
    QVERIFY(f.engine.at(4).request.messages.at(1).text.endsWith(u" Please."_s));
    finishAll(f, 4, u"again"_s);
    QTRY_COMPARE(f.answer(0), u"again 0.0"_s);
    QTRY_VERIFY(!saysChanged(f, 0));
    QCOMPARE(f.answer(1), u"answer 0.1"_s);
    QTRY_VERIFY(saysChanged(f, 1));
    choose(f, u"Run This Variant"_s);
    QTRY_COMPARE(f.engine.count(), 7);
    finishAll(f, 5, u"column"_s);
    QTRY_COMPARE(f.answer(0), u"column 0.0"_s);
    choose(f, u"Run This Case"_s);
    QTRY_COMPARE(f.engine.count(), 9);
    finishAll(f, 7, u"row"_s);
    QTRY_COMPARE(f.answer(1), u"row 0.1"_s);
    QTRY_VERIFY(!saysChanged(f, 1));
    QTest::keyClick(f.window.get(), Qt::Key_PageDown, Qt::ControlModifier);
    QTRY_COMPARE(f.answer(0), u"column 1.0"_s);
    QCOMPARE(f.answer(1), u"answer 1.1"_s);
    QTRY_VERIFY(saysChanged(f, 1));
}

void TestWindowScopes::missingAndFailedAreRun()
{
    WindowFixture f;
    QVERIFY(startWithFiles(f));
    runByKeys(f);
    QTRY_COMPARE(f.engine.count(), 4);
    f.engine.answer(0, u"good"_s, usage(9, 1));
    f.engine.answer(1, u"good"_s, usage(9, 1));
    Error broken;
    broken.kind = ErrorKind::Interrupted;
    f.engine.fail(2, broken);
    f.press(Qt::Key_Escape, Qt::ShiftModifier);
    f.engine.finishCancelled(3);
    QTRY_VERIFY(f.window->findChild<QAction *>(u"run"_s)->isEnabled());
    const QList<CellKey> open{f.engine.at(2).request.key, f.engine.at(3).request.key};
    choose(f, u"Run Missing and Failed"_s);
    QTRY_COMPARE(f.engine.count(), 6);
    QCOMPARE((QList<CellKey>{f.engine.at(4).request.key, f.engine.at(5).request.key}), open);
    finishAll(f, 4);
    QCOMPARE(f.window->session().totals().done, 2);
    QCOMPARE(f.answer(0), u"good"_s);
}

void TestWindowScopes::aPartIsPutTogetherWithWhatWasBefore()
{
    WindowFixture f;
    QVERIFY(startWithFiles(f));
    runByKeys(f);
    QTRY_COMPARE(f.engine.count(), 4);
    finishAll(f, 0);
    f.clock.advance(std::chrono::seconds(60));
    choose(f, u"Run This Cell"_s);
    QTRY_COMPARE(f.engine.count(), 5);
    finishAll(f, 4, u"again"_s);
    openByKeys(f, rivers);
    QTRY_COMPARE(f.answer(0), QString());
    openByKeys(f, capitals);
    QTRY_COMPARE(f.answer(0), u"again 0.0"_s);
    QTRY_COMPARE(f.answer(1), u"answer 0.1"_s);
    QTRY_VERIFY(!saysChanged(f, 1));
}

/// The seed decides the answer only where all else that is asked is the same.
void TestWindowScopes::runningAgainAsksTheSame()
{
    WindowFixture f;
    Experiment experiment = WindowFixture::experiment();
    experiment.variants[0].sampling.seed = 7;
    experiment.repeat = 2;
    experiment.maxConcurrency = 8;
    QVERIFY(f.start(experiment));
    for (int run = 0; run < 3; ++run) {
        choose(f, u"Run All"_s);
        QTRY_COMPARE(f.engine.count(), 8 * (run + 1));
        finishAll(f, 8 * run);
        for (int i = 0; run > 0 && i < 8; ++i) {
            GenerationRequest again = f.engine.at(8 * run + i).request;
            QVERIFY(again.run != f.engine.at(i).request.run);
            again.run = f.engine.at(i).request.run;
            QVERIFY(again == f.engine.at(i).request);
            QCOMPARE(requestKey(f.engine.at(8 * run + i).request), requestKey(f.engine.at(i).request));
        }
    }
}

TEMPERA_WINDOW_TEST(TestWindowScopes)
#include "tst_windowscopes.moc"
