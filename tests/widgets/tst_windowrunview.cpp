// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Runs of the ledger, looked at beside the open experiment.

#include "models/items/gridmodel.h"
#include "tests/widgets/runwindow.h"
#include "widgets/common/growingedit.h"
#include "widgets/common/numberbox.h"
#include "widgets/common/selection.h"
#include "widgets/compare/comparepanel.h"
#include "widgets/compare/outputpane.h"
#include "widgets/compare/runview.h"
#include "widgets/compare/variantcolumn.h"
#include "widgets/inspector/inspectorpanel.h"
#include "widgets/inspector/samplingpanel.h"

#include <QAction>
#include <QLabel>
#include <QTabWidget>

using namespace Qt::StringLiterals;
using namespace Tempera;
using namespace Tempera::RunsTesting;

class TestWindowRunView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void openingARunLeavesTheExperiment();
    void whatIsSeenIsActedOn();
    void aRunBecomesTheExperiment();
    void theBannerSaysWhatChanged();
    void aStoppedRunSaysSo();
    void aLongRunIsReadOnWhileItIsShown();
    void theOpenExperimentIsNotReadAgain();
};

void TestWindowRunView::openingARunLeavesTheExperiment()
{
    WindowFixture f;
    QVERIFY(startWithFiles(f));
    runByKeys(f);
    QTRY_COMPARE(f.engine.count(), 4);
    finishAll(f, 0);
    openByKeys(f, rivers);
    GrowingEdit *edit = f.messageEdit(1);
    edit->setFocus();
    f.press(Qt::Key_End, Qt::ControlModifier);
    QTest::keyClicks(edit, u" Be brief."_s);
    const Experiment before = f.document.experiment();
    openRun(f, 0, 1);
    QTRY_VERIFY(f.window->runView() && f.window->runView()->isVisible());
    QVERIFY(f.document.experiment() == before);
    QCOMPARE(f.document.path(), rivers);
    QVERIFY2(f.window->windowTitle().startsWith(u"rivers.yaml"_s), qPrintable(f.window->windowTitle()));
    QCOMPARE(f.questions, 0);
    auto *banner = f.window->findChild<QLabel *>(u"runBannerText"_s);
    QVERIFY(banner && banner->isVisible());
    for (const QString &part :
         {u"Capitals"_s, u"capitals.yaml"_s, u"4 of 4"_s, u"nothing has changed"_s,
          QLocale().toString(f.window->runView()->session().record().started.toLocalTime(), QLocale::ShortFormat)})
        QVERIFY2(banner->text().contains(part), qPrintable(banner->text()));
    ComparePanel *answers = f.window->runView()->compare();
    QTRY_COMPARE(answers->columns().size(), 2);
    QTRY_COMPARE(answers->columns().at(0)->pane()->toPlainText(), u"answer 0.0"_s);

    QTest::mouseClick(f.window->findChild<QAbstractButton *>(u"leaveRun"_s), Qt::LeftButton);
    QTRY_VERIFY(f.window->compare()->isVisible());
    QVERIFY(!banner->isVisible());
    QCOMPARE(f.answer(0), QString());
}

/// Keys, menus and the inspector act on the run that is seen, which cannot be changed, and never on what lies behind it.
void TestWindowRunView::whatIsSeenIsActedOn()
{
    WindowFixture f;
    QVERIFY(startWithFiles(f));
    runByKeys(f);
    QTRY_COMPARE(f.engine.count(), 4);
    finishAll(f, 0);
    Experiment next = f.document.experiment();
    next.variants[0].sampling.temperature = 1.5;
    f.document.edit(next, u"turn"_s);
    openRun(f, 0, 1);
    QTRY_VERIFY(f.window->runView() && f.window->runView()->isVisible());

    f.press(Qt::Key_PageDown, Qt::ControlModifier);
    QCOMPARE(f.window->runView()->selection().caseIndex(), 1);
    QTRY_COMPARE(f.window->runView()->compare()->columns().at(0)->pane()->toPlainText(), u"answer 1.0"_s);
    QVERIFY(!f.window->findChild<QAction *>(u"case_next"_s)->isEnabled()); // it is the last one
    QVERIFY(!f.window->inspector()->isVisible());
    InspectorPanel *shown = shownInspector(f);
    QVERIFY(shown);
    auto *temperature = shown->sampling()->control(Parameter::Temperature)->findChild<NumberBox *>();
    QCOMPARE(temperature->value(), 0.2); // as it ran
    QVERIFY(!temperature->isEnabled());
    for (const QString &name : {u"variant_rename"_s, u"variant_remove"_s, u"variant_duplicate"_s, u"run_case"_s, u"run_cell"_s})
        QVERIFY2(!f.window->findChild<QAction *>(name)->isEnabled(), qPrintable(name));
    QVERIFY(f.document.experiment() == next);

    QTest::mouseClick(f.window->findChild<QAbstractButton *>(u"leaveRun"_s), Qt::LeftButton);
    QTRY_VERIFY(f.window->inspector()->isVisible());
    temperature = shownInspector(f)->sampling()->control(Parameter::Temperature)->findChild<NumberBox *>();
    QCOMPARE(temperature->value(), 1.5);
    QTRY_VERIFY(temperature->isEnabled());
    QTRY_VERIFY(f.window->findChild<QAction *>(u"variant_rename"_s)->isEnabled());
    QCOMPARE(f.answer(0), u"answer 0.0"_s); // its case was not changed
    f.press(Qt::Key_PageDown, Qt::ControlModifier);
    QTRY_COMPARE(f.answer(0), u"answer 1.0"_s);
}

void TestWindowRunView::aRunBecomesTheExperiment()
{
    WindowFixture f;
    QVERIFY(startWithFiles(f));
    runByKeys(f);
    QTRY_COMPARE(f.engine.count(), 4);
    finishAll(f, 0);
    Experiment next = f.document.experiment();
    next.variants[0].sampling.temperature = 1.5;
    f.document.edit(next, u"turn"_s);
    openRun(f, 0, 1);
    QTRY_VERIFY(f.window->runView() && f.window->runView()->isVisible());
    QTest::mouseClick(f.window->findChild<QAbstractButton *>(u"adoptRun"_s), Qt::LeftButton);
    QTRY_VERIFY(f.window->compare()->isVisible());
    QCOMPARE(f.document.path(), capitals);
    QCOMPARE(f.document.experiment().variants.at(0).sampling.temperature, 0.2);
    QTRY_VERIFY(!saysChanged(f, 0));
    QCOMPARE(f.answer(0), u"answer 0.0"_s);
    QVERIFY(f.document.canUndo());

    // Of another file: a document without a name, never over the file that is open.
    openByKeys(f, rivers);
    openRun(f, 0, 1);
    QTRY_VERIFY(f.window->runView()->isVisible());
    QTest::mouseClick(f.window->findChild<QAbstractButton *>(u"adoptRun"_s), Qt::LeftButton);
    QTRY_VERIFY(f.window->compare()->isVisible());
    QCOMPARE(f.document.path(), QString());
    QCOMPARE(f.document.experiment().description, u"Capitals"_s);
    QTRY_COMPARE(f.answer(1), u"answer 0.1"_s);
}

void TestWindowRunView::theBannerSaysWhatChanged()
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
    QTest::keyClick(f.window.get(), Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    openRun(f, 0, 1);
    QTRY_VERIFY(f.window->runView() && f.window->runView()->isVisible());
    const QString text = f.window->runView()->bannerText();
    QVERIFY2(text.contains(u"changed since: prompts 1"_s), qPrintable(text));
    QVERIFY2(text.contains(u"added since: variants 1"_s), qPrintable(text));
}

void TestWindowRunView::aStoppedRunSaysSo()
{
    WindowFixture f;
    Experiment many = WindowFixture::experiment();
    for (int i = 0; i < 5; ++i) {
        many.cases += many.cases.first();
        many.cases.last().description = u"again %1"_s.arg(i);
    }
    QVERIFY(f.start(many));
    runByKeys(f);
    QTRY_COMPARE(f.engine.count(), 4);
    for (int i = 0; i < 3; ++i)
        f.engine.answer(i, u"Paris"_s, usage(9, 1));
    QTRY_COMPARE(f.window->session().totals().done, 3);
    f.press(Qt::Key_Escape, Qt::ShiftModifier);
    QTRY_COMPARE(f.engine.cancels(), 4);
    for (int i = 3; i < f.engine.count(); ++i)
        f.engine.finishCancelled(i);
    QTRY_VERIFY(!f.window->session().isRunning());
    QTRY_VERIFY2(status(f).contains(u"Stopped: 3 of 14"_s), qPrintable(status(f)));
    QVERIFY2(!status(f).contains(u"Finished"_s) && !status(f).contains(u"14 of 14"_s), qPrintable(status(f)));
}

/// Its first page is shown, and the others follow without another word.
void TestWindowRunView::aLongRunIsReadOnWhileItIsShown()
{
    WindowFixture f;
    QVERIFY(startWithFiles(f));
    Experiment many = WindowFixture::experiment();
    many.repeat = 1'500; // of two cases and two variants
    RunRecord run;
    run.id = QUuid::createUuid();
    run.title = u"Many"_s;
    run.experimentYaml = writeExperiment(many, nullptr);
    run.started = f.clock.now();
    run.plannedCells = 6'000;
    f.store.beginRun(run);
    Cell cell;
    cell.state = CellState::Done;
    cell.grade = Grade();
    for (int i = 0; i < run.plannedCells; ++i) {
        cell.request.key = {i / 3'000, 0, i / 1'500 % 2, i % 1'500};
        cell.text = u"answer %1"_s.arg(i);
        f.store.saveCell(run.id, cell);
    }
    f.store.finishRun(run.id, RunState::Finished, f.clock.now());
    f.window->library()->reloadRuns();
    openRun(f, 0, 1);
    QTRY_VERIFY(f.window->runView() && f.window->runView()->isVisible());
    RunView *view = f.window->runView();
    QVERIFY(view->session().size() >= 1'000);
    QTRY_COMPARE(view->session().size(), 6'000);
    QTRY_VERIFY2(view->bannerText().contains(u"finished: "_s), qPrintable(view->bannerText()));
    QTRY_COMPARE(view->compare()->columns().at(1)->pane()->toPlainText(), u"answer 1500"_s); // it was not in the first page
    f.press(Qt::Key_PageDown, Qt::ControlModifier);
    QTRY_COMPARE(view->compare()->columns().at(1)->pane()->toPlainText(), u"answer 4500"_s);
    auto *faces = view->compare()->findChild<QTabWidget *>(u"compareFaces"_s);
    faces->setCurrentIndex(0);
    auto *table = view->compare()->findChild<QTableView *>(u"grid"_s);
    QTRY_COMPARE(table->model()->rowCount(), 2); // cases; the repeats of a variant stand in one place
    QTRY_COMPARE(table->model()->index(1, 1).data(GridModel::HeadRole).toString(), u"answer 4500"_s);
}

/// What ran is what is open: its data need not be there any more.
void TestWindowRunView::theOpenExperimentIsNotReadAgain()
{
    WindowFixture f;
    const QString path = u"/experiments/table.yaml"_s;
    const QString table = u"/experiments/words.csv"_s;
    f.files.contents.insert(path, "prompts: ['Say {{ word }}']\nproviders: [local:tempera-mini]\ntests: file://words.csv\n");
    f.files.contents.insert(table, "word\none\ntwo\n");
    f.unsavedAnswer = UnsavedAnswer::Discard;
    QVERIFY(f.start());
    f.window->openFile(path);
    QCOMPARE(f.document.path(), path);
    runByKeys(f);
    QTRY_COMPARE(f.engine.count(), 2);
    finishAll(f, 0);
    f.files.contents.remove(table);
    openRun(f, 0, 1);
    QTRY_VERIFY(f.window->runView() && f.window->runView()->isVisible());
    QCOMPARE(f.window->runView()->experiment().cases.size(), 2);
    QTRY_COMPARE(f.window->runView()->compare()->columns().at(0)->pane()->toPlainText(), u"answer 0.0"_s);
}

TEMPERA_WINDOW_TEST(TestWindowRunView)
#include "tst_windowrunview.moc"
