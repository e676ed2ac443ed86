// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/windowfixture.h"
#include "widgets/common/growingedit.h"
#include "widgets/common/messagebar.h"
#include "widgets/common/numberbox.h"
#include "widgets/common/selection.h"
#include "widgets/compare/comparepanel.h"
#include "widgets/compare/outputpane.h"
#include "widgets/compare/runview.h"
#include "widgets/compare/variantcolumn.h"
#include "widgets/inspector/inspectorpanel.h"
#include "widgets/inspector/samplingpanel.h"
#include "widgets/library/librarypanel.h"
#include "widgets/parameters/parametercontrol.h"

#include <QAction>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QTableView>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

const QString capitals = u"/experiments/capitals.yaml"_s;
const QString rivers = u"/experiments/rivers.yaml"_s;

Usage usage(std::int64_t input, std::int64_t output)
{
    Usage used;
    used.inputTokens = input;
    used.outputTokens = output;
    return used;
}

/// Another experiment of the same shape: what stands at a place is another thing.
Experiment riverExperiment()
{
    Experiment experiment = WindowFixture::experiment();
    experiment.description = u"Rivers"_s;
    experiment.prompts[0].messages[1].text = u"Which river is longest in {{ country }}?"_s;
    experiment.cases[0].description = u"Egypt"_s;
    experiment.cases[0].variables[0].value = u"Egypt"_s;
    experiment.cases[1].description = u"Brazil"_s;
    experiment.cases[1].variables[0].value = u"Brazil"_s;
    return experiment;
}

/// Both files are there, and the first one is open.
bool startWithFiles(WindowFixture &f)
{
    f.files.contents.insert(capitals, writeExperiment(WindowFixture::experiment(), nullptr));
    f.files.contents.insert(rivers, writeExperiment(riverExperiment(), nullptr));
    f.unsavedAnswer = UnsavedAnswer::Discard;
    if (!f.start())
        return false;
    f.window->openFile(capitals);
    return f.document.path() == capitals;
}

void openByKeys(WindowFixture &f, const QString &path)
{
    f.chosenFile = path;
    QTest::keyClick(f.window.get(), Qt::Key_O, Qt::ControlModifier);
}

void runByKeys(WindowFixture &f)
{
    QTest::keyClick(f.window.get(), Qt::Key_Return, Qt::ControlModifier);
}

/// Answers every generation from `first` on with its case's name.
void answerFrom(WindowFixture &f, int first, const QString &word = u"answer"_s)
{
    for (int i = first; i < f.engine.count(); ++i) {
        f.engine.answer(
            i, u"%1 %2.%3"_s.arg(word).arg(f.engine.at(i).request.key.caseIndex).arg(f.engine.at(i).request.key.variantIndex),
            usage(9, 3));
    }
}

QString status(const WindowFixture &f)
{
    QString text;
    const QList<QLabel *> labels = f.window->findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->parentWidget() && label->parentWidget()->inherits("QStatusBar"))
            text += label->text() + u'\n';
    }
    return text;
}

bool saysChanged(const WindowFixture &f, int column)
{
    const QList<QLabel *> labels = f.column(column)->findChildren<QLabel *>();
    return std::ranges::any_of(
        labels, [](const QLabel *label) { return label->isVisible() && label->text().startsWith(u"Changed since"_s); });
}

/// The inspector that is seen: the window's, or that of a run.
InspectorPanel *shownInspector(const WindowFixture &f)
{
    const QList<InspectorPanel *> all = f.window->findChildren<InspectorPanel *>();
    const auto found = std::ranges::find_if(all, &QWidget::isVisible);
    return found == all.end() ? nullptr : *found;
}

/// Opens the run at a row of the list of runs, by keys.
void openRun(WindowFixture &f, int row, int count)
{
    f.window->library()->setCurrentIndex(1);
    auto *runs = f.window->findChild<QTableView *>(u"runs"_s);
    QTRY_COMPARE(runs->model()->rowCount(), count);
    runs->setCurrentIndex(runs->model()->index(row, 0));
    runs->setFocus();
    f.press(Qt::Key_Return);
}

/// An entry of the menu of the Run button.
void choose(WindowFixture &f, const QString &text)
{
    auto *button = f.window->findChild<QToolButton *>(u"runButton"_s);
    QVERIFY(button && button->menu());
    const QList<QAction *> actions = button->menu()->actions();
    for (QAction *action : actions) {
        if (action->text().remove(u'&') == text) {
            QVERIFY(action->isEnabled());
            action->trigger();
            return;
        }
    }
    QFAIL(qPrintable(u"there is no “%1”"_s.arg(text)));
}

/// Answers the first `count` generations and stops the others by keys.
void stopAfter(WindowFixture &f, int count)
{
    for (int i = 0; i < count; ++i) {
        const CellKey key = f.engine.at(i).request.key;
        f.engine.answer(i, u"answer %1.%2"_s.arg(key.caseIndex).arg(key.variantIndex), usage(9, 3));
    }
    QTRY_COMPARE(f.window->session().totals().done, count);
    QTest::keyClick(f.window.get(), Qt::Key_Escape, Qt::ShiftModifier);
    for (int i = count; i < f.engine.count(); ++i)
        f.engine.finishCancelled(i);
    QTRY_VERIFY(f.window->findChild<QAction *>(u"run"_s)->isEnabled()); // all is in the ledger
}

void finishAll(WindowFixture &f, int first, const QString &word = u"answer"_s)
{
    answerFrom(f, first, word);
    QTRY_VERIFY(f.window->findChild<QAction *>(u"run"_s)->isEnabled()); // all is in the ledger
}

} // namespace

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
    void openingARunLeavesTheExperiment();
    void whatIsSeenIsActedOn();
    void aRunBecomesTheExperiment();
    void theBannerSaysWhatChanged();
    void aStoppedRunSaysSo();
    void aStoppedRunGoesOn();
    void aRunOfAnotherFileGoesOn();
    void aRunOfAnotherExperimentDoesNotGoOn();
    void onlyANewVariantIsRun();
    void oneCellIsRunAndTheOthersKeepTheirAnswers();
    void missingAndFailedAreRun();
    void aPartIsPutTogetherWithWhatWasBefore();
    void runningAgainAsksTheSame();
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

void TestWindowRuns::openingARunLeavesTheExperiment()
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
void TestWindowRuns::whatIsSeenIsActedOn()
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
    QVERIFY(temperature->isEnabled());
    QVERIFY(f.window->findChild<QAction *>(u"variant_rename"_s)->isEnabled());
    QCOMPARE(f.answer(0), u"answer 0.0"_s); // its case was not changed
    f.press(Qt::Key_PageDown, Qt::ControlModifier);
    QTRY_COMPARE(f.answer(0), u"answer 1.0"_s);
}

void TestWindowRuns::aRunBecomesTheExperiment()
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

void TestWindowRuns::theBannerSaysWhatChanged()
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

void TestWindowRuns::aStoppedRunSaysSo()
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

void TestWindowRuns::aStoppedRunGoesOn()
{
    WindowFixture f;
    QVERIFY(startWithFiles(f));
    auto *resume = f.window->findChild<QAction *>(u"run_resume"_s);
    QVERIFY(!resume->isEnabled());
    runByKeys(f);
    QTRY_COMPARE(f.engine.count(), 4);
    QVERIFY(!resume->isEnabled());
    stopAfter(f, 1);
    QVERIFY(resume->isEnabled());
    const QUuid run = f.window->session().runId();
    QTest::keyClick(f.window.get(), Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(f.engine.count(), 7);
    QVERIFY(!resume->isEnabled());
    QCOMPARE(f.window->session().runId(), run);
    QCOMPARE(f.answer(0), u"answer 0.0"_s); // it stays
    for (int i = 4; i < 7; ++i)
        QVERIFY(f.engine.at(i).request.key != f.engine.at(0).request.key);
    finishAll(f, 4, u"later"_s);
    QTRY_COMPARE(f.answer(1), u"later 0.1"_s);
    QCOMPARE(f.answer(0), u"answer 0.0"_s);
    QTRY_VERIFY2(status(f).contains(u"4 of 4"_s), qPrintable(status(f)));
    QVERIFY(!resume->isEnabled()); // nothing is left
    f.window->library()->setCurrentIndex(1);
    QTRY_COMPARE(f.window->findChild<QTableView *>(u"runs"_s)->model()->rowCount(), 1);
}

/// It goes on in its own view, under its own cases; the open experiment is not touched.
void TestWindowRuns::aRunOfAnotherFileGoesOn()
{
    WindowFixture f;
    QVERIFY(startWithFiles(f));
    runByKeys(f);
    QTRY_COMPARE(f.engine.count(), 4);
    stopAfter(f, 1);
    openByKeys(f, rivers);
    const Experiment before = f.document.experiment();
    openRun(f, 0, 1);
    QTRY_VERIFY(f.window->runView() && f.window->runView()->isVisible());
    QVERIFY(f.window->findChild<QAction *>(u"resumeListedRun"_s)->isEnabled());
    auto *button = f.window->runView()->findChild<QAbstractButton *>(u"resumeRun"_s);
    QTRY_VERIFY(button->isVisible());
    button->setFocus();
    f.press(Qt::Key_Space);
    QTRY_COMPARE(f.engine.count(), 7);
    QTRY_VERIFY(!button->isVisible());
    QVERIFY(f.engine.at(4).request.messages.constLast().text.contains(u"capital"_s));
    auto *banner = f.window->findChild<QLabel *>(u"runBannerText"_s);
    QVERIFY2(banner->text().contains(u"running: 1 of 4"_s), qPrintable(banner->text()));
    answerFrom(f, 4, u"later"_s);
    QTRY_VERIFY2(banner->text().contains(u"finished: 4 of 4"_s), qPrintable(banner->text()));
    QVERIFY(!button->isVisible());
    QVERIFY(f.document.experiment() == before);
    QVERIFY(f.window->session().size() == 0);
}

/// What was changed is said, and nothing is asked.
void TestWindowRuns::aRunOfAnotherExperimentDoesNotGoOn()
{
    WindowFixture f;
    QVERIFY(startWithFiles(f));
    runByKeys(f);
    QTRY_COMPARE(f.engine.count(), 4);
    stopAfter(f, 1);
    GrowingEdit *edit = f.messageEdit(1);
    edit->setFocus();
    f.press(Qt::Key_End, Qt::ControlModifier);
    QTest::keyClicks(edit, u" Be brief."_s);
    f.press(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY2(f.window->messageBar()->text().contains(u"would be asked differently (the prompt)"_s),
                 qPrintable(f.window->messageBar()->text()));
    QCOMPARE(f.engine.count(), 4);
    QCOMPARE(f.answer(0), u"answer 0.0"_s);
    // Undone, it goes on.
    for (int i = 0; i < 30 && f.document.canUndo(); ++i)
        QTest::keyClick(f.window.get(), Qt::Key_Z, Qt::ControlModifier);
    f.press(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(f.engine.count(), 7);
}

void TestWindowRuns::onlyANewVariantIsRun()
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

void TestWindowRuns::oneCellIsRunAndTheOthersKeepTheirAnswers()
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

void TestWindowRuns::missingAndFailedAreRun()
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

void TestWindowRuns::aPartIsPutTogetherWithWhatWasBefore()
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
void TestWindowRuns::runningAgainAsksTheSame()
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
            QVERIFY(f.engine.at(8 * run + i).request == f.engine.at(i).request);
            QCOMPARE(requestKey(f.engine.at(8 * run + i).request), requestKey(f.engine.at(i).request));
        }
    }
}

TEMPERA_WINDOW_TEST(TestWindowRuns)
#include "tst_windowruns.moc"
