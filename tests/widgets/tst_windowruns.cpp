// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Runs and the document that is open.

#include "tests/widgets/runwindow.h"
#include "widgets/compare/comparepanel.h"
#include "widgets/compare/variantcolumn.h"
#include "widgets/library/librarypanel.h"

#include <QTabWidget>
#include <QTableView>

using namespace Qt::StringLiterals;
using namespace Tempera;
using namespace Tempera::RunsTesting;

class TestWindowRuns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNewExperimentBeginsEmpty();
    void anotherFileBeginsEmptyAndComingBackShowsTheRun();
    void aRunGoesOnWhenAnotherFileIsOpened();
    void aRunAsideCanBeStopped();
    void aFileThatWasRewrittenShowsNoOtherCasesAnswers();
    void aDeletedCaseTakesItsAnswersAlong();
};

void TestWindowRuns::aNewExperimentBeginsEmpty()
{
    WindowFixture f;
    QVERIFY(startWithFiles(f));
    runByKeys(f);
    QTRY_COMPARE(f.engine.count(), 4);
    finishAll(f, 0);
    QTRY_COMPARE(f.answer(0), u"answer 0.0"_s);
    QTest::keyClick(f.window.get(), Qt::Key_N, Qt::ControlModifier);
    QTRY_COMPARE(f.window->compare()->columns().size(), 1);
    QTRY_COMPARE(f.answer(0), QString());
    QVERIFY(f.window->session().size() == 0);
    QTRY_VERIFY2(status(f).contains(u"Ready"_s), qPrintable(status(f)));
    QVERIFY2(!status(f).contains(u"cells"_s), qPrintable(status(f)));
}

void TestWindowRuns::anotherFileBeginsEmptyAndComingBackShowsTheRun()
{
    WindowFixture f;
    QVERIFY(startWithFiles(f));
    runByKeys(f);
    QTRY_COMPARE(f.engine.count(), 4);
    finishAll(f, 0);
    openByKeys(f, rivers);
    QCOMPARE(f.document.path(), rivers);
    QTRY_COMPARE(f.answer(0), QString());
    QCOMPARE(f.answer(1), QString());
    openByKeys(f, capitals);
    QTRY_COMPARE(f.answer(0), u"answer 0.0"_s);
    QCOMPARE(f.answer(1), u"answer 0.1"_s);
    QTRY_VERIFY(!saysChanged(f, 0));
    QCOMPARE(f.engine.count(), 4);
}

void TestWindowRuns::aRunGoesOnWhenAnotherFileIsOpened()
{
    WindowFixture f;
    QVERIFY(startWithFiles(f));
    runByKeys(f);
    QTRY_COMPARE(f.engine.count(), 4);
    const int first = f.generation({0, 0, 0, 0});
    f.engine.started(first);
    f.engine.text(first, u"Par"_s);
    QTRY_COMPARE(f.answer(0), u"Par"_s);
    openByKeys(f, rivers);
    QTRY_COMPARE(f.answer(0), QString());
    f.engine.text(first, u"is"_s);
    QTest::qWait(0);
    QCOMPARE(f.answer(0), QString());
    QCOMPARE(f.engine.cancels(), 0);
    QCOMPARE(f.engine.running(), 4);
    QTRY_VERIFY2(status(f).contains(u"under Runs"_s), qPrintable(status(f)));

    // The other experiment can be run meanwhile.
    runByKeys(f);
    QTRY_COMPARE(f.engine.count(), 8);
    const int other = f.generation({0, 0, 0, 0});
    QVERIFY(other != first);
    f.engine.started(other);
    f.engine.text(other, u"Nile"_s);
    QTRY_COMPARE(f.answer(0), u"Nile"_s);

    openByKeys(f, capitals);
    QTRY_COMPARE(f.answer(0), u"Paris"_s);
    QVERIFY(f.window->session().isRunning());
    f.engine.text(first, u"!"_s);
    QTRY_COMPARE(f.answer(0), u"Paris!"_s);
    openByKeys(f, rivers);
    QTRY_COMPARE(f.answer(0), u"Nile"_s);
}

void TestWindowRuns::aRunAsideCanBeStopped()
{
    WindowFixture f;
    QVERIFY(startWithFiles(f));
    runByKeys(f);
    QTRY_COMPARE(f.engine.count(), 4);
    openByKeys(f, rivers);
    f.window->library()->setCurrentIndex(1);
    auto *runs = f.window->findChild<QTableView *>(u"runs"_s);
    QTRY_COMPARE(runs->model()->rowCount(), 1);
    runs->setCurrentIndex(runs->model()->index(0, 0));
    runs->setFocus();
    f.press(Qt::Key_Delete);
    QTRY_COMPARE(f.engine.cancels(), 4);
    for (int i = 0; i < 4; ++i)
        f.engine.finishCancelled(i);
    QTRY_VERIFY2(!status(f).contains(u"under Runs"_s), qPrintable(status(f)));
    openByKeys(f, capitals);
    QTRY_VERIFY2(status(f).contains(u"Stopped: 0 of 4"_s), qPrintable(status(f)));
}

void TestWindowRuns::aFileThatWasRewrittenShowsNoOtherCasesAnswers()
{
    WindowFixture f;
    QVERIFY(startWithFiles(f));
    runByKeys(f);
    QTRY_COMPARE(f.engine.count(), 4);
    finishAll(f, 0);
    Experiment rewritten = riverExperiment();
    rewritten.cases[1] = WindowFixture::experiment().cases.at(0); // France is the second one now
    f.files.contents.insert(capitals, writeExperiment(rewritten, nullptr));
    openByKeys(f, rivers);
    openByKeys(f, capitals);
    QTRY_VERIFY(f.window->session().size() > 0);
    QCOMPARE(f.answer(0), QString());
    QTest::keyClick(f.window.get(), Qt::Key_PageDown, Qt::ControlModifier);
    QTRY_COMPARE(f.answer(0), u"answer 0.0"_s);
    QTRY_VERIFY(saysChanged(f, 0));
}

void TestWindowRuns::aDeletedCaseTakesItsAnswersAlong()
{
    WindowFixture f;
    QVERIFY(startWithFiles(f));
    runByKeys(f);
    QTRY_COMPARE(f.engine.count(), 4);
    finishAll(f, 0);
    Experiment next = f.document.experiment();
    next.cases.removeAt(0);
    f.document.edit(next, u"remove"_s);
    next.cases[0].description.clear();
    next.cases[0].variables[0].value = u"Peru"_s;
    f.document.edit(next, u"type"_s);
    QTRY_COMPARE(f.answer(0), u"answer 1.0"_s); // Japan's, of which it was made; not that of the first place
    QTRY_VERIFY(saysChanged(f, 0));
}

TEMPERA_WINDOW_TEST(TestWindowRuns)
#include "tst_windowruns.moc"
