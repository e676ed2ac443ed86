// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/windowfixture.h"
#include "widgets/common/growingedit.h"
#include "widgets/common/messagebar.h"
#include "widgets/common/numberbox.h"
#include "widgets/compare/comparepanel.h"
#include "widgets/compare/outputpane.h"
#include "widgets/compare/runview.h"
#include "widgets/compare/variantcolumn.h"
#include "widgets/inspector/inspectorpanel.h"
#include "widgets/inspector/samplingpanel.h"
#include "widgets/library/librarypanel.h"
#include "widgets/parameters/parametercontrol.h"

#include <QAction>
#include <QCheckBox>
#include <QLabel>
#include <QProgressBar>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

constexpr CellKey firstCell{0, 0, 0, 0};
constexpr CellKey secondColumn{0, 0, 1, 0};

Usage usage(std::int64_t input, std::int64_t output)
{
    Usage used;
    used.inputTokens = input;
    used.outputTokens = output;
    return used;
}

QAction *action(const MainWindow &window, const QString &text)
{
    const QList<QAction *> all = window.findChildren<QAction *>();
    for (QAction *each : all) {
        if (each->text().remove(u'&') == text)
            return each;
    }
    return nullptr;
}

} // namespace

class TestMainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void typesRunsAndStreams();
    void aStreamTellsItsSpeed_data();
    void aStreamTellsItsSpeed();
    void temperatureReachesTheRequest();
    void aVariantIsAddedAndRun();
    void escapeStopsWhatRuns();
    void undoBelongsToTheDocument();
    void repeatMultipliesCells();
    void aFailureKeepsTheTextThatCame();
    void theCaseIsSwitchedByKeys();
    void changedSettingsAreToldApart();
    void verdictsReachTheInspector();
    void theLedgerReopensARun();
    void editorsGrowWithTheirText();
    void itEndsWithADialogOpen_data();
    void itEndsWithADialogOpen();
};

void TestMainWindow::typesRunsAndStreams()
{
    WindowFixture f;
    QVERIFY(f.start());
    GrowingEdit *edit = f.messageEdit(1);
    edit->setFocus();
    f.press(Qt::Key_End, Qt::ControlModifier);
    QTest::keyClicks(edit, u" Be brief."_s);
    QCOMPARE(f.document.experiment().prompts.at(0).messages.at(1).text, u"What is the capital of {{ country }}? Be brief."_s);
    QVERIFY(f.window->isWindowModified());

    f.press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(f.engine.count(), 4);
    QVERIFY2(!edit->toPlainText().contains(u'\n'), "Ctrl+Return runs and writes no line end");
    const int first = f.generation(firstCell);
    const GenerationRequest request = f.engine.at(first).request;
    QCOMPARE(request.messages.at(1).text, u"What is the capital of France? Be brief."_s);
    QCOMPARE(request.endpoint.modelPath, u"/models/tempera-mini"_s);
    QTRY_VERIFY(f.window->findChild<QProgressBar *>(u"progress"_s)->isVisible());

    f.engine.started(first, u"tempera-mini"_s);
    f.engine.text(first, u"Par"_s);
    QCOMPARE(f.answer(0), u"Par"_s);
    f.engine.text(first, u"is"_s);
    QTRY_COMPARE(f.answer(0), u"Paris"_s);
    QCOMPARE(f.column(0)->pane()->rebuilds(), 1);
    QCOMPARE(f.answer(1), QString());
    for (int i = 0; i < 4; ++i) {
        if (i != first)
            f.engine.answer(i, u"London"_s, usage(20, 1));
    }
    f.engine.finish(first, usage(20, 2));
    QTRY_VERIFY(!f.window->session().isRunning());
    QTRY_VERIFY2(f.column(0)->footerText().contains(u"20 → 2 tokens"_s), qPrintable(f.column(0)->footerText()));
    QCOMPARE(f.answer(1), u"London"_s);
    QTRY_VERIFY(action(*f.window, u"Run"_s)->isEnabled());
    QVERIFY(!action(*f.window, u"Stop"_s)->isEnabled());
    QTRY_VERIFY(!f.window->findChild<QProgressBar *>(u"progress"_s)->isVisible());
}

void TestMainWindow::aStreamTellsItsSpeed_data()
{
    QTest::addColumn<bool>("traced");
    QTest::newRow("by its tokens") << true;
    QTest::newRow("by what the server tells") << false;
}

void TestMainWindow::aStreamTellsItsSpeed()
{
    QFETCH(bool, traced);
    WindowFixture house;
    QVERIFY(house.start());
    const auto write = [&](int generation, int tokens, int whole) {
        const GenerationEvent count = traced ? GenerationEvent(Event::TraceDelta{
                                                   Trace(static_cast<std::size_t>(tokens), std::make_shared<const TokenTrace>())})
                                             : GenerationEvent(Event::UsageUpdate{Usage{.outputTokens = whole}});
        house.engine.deliver(generation, {count, Event::TextDelta{u"word "_s}});
    };
    const auto *state = house.window->findChild<QLabel *>(u"engineState"_s);
    QVERIFY(state);
    house.press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(house.engine.count() >= 2);
    for (int i : {0, 1}) {
        house.engine.started(i);
        write(i, 5, 5);
    }
    house.clock.advance(std::chrono::seconds(2));
    write(0, 80, 85);
    write(1, 20, 25);
    // 80 and 20 tokens in two seconds.
    QTRY_VERIFY2(state->text().contains(u"50 tokens/s"_s), qPrintable(state->text()));
    house.engine.finish(0, Usage{.outputTokens = 85});
    QTRY_VERIFY2(state->text().contains(u"10 tokens/s"_s), qPrintable(state->text()));
    house.engine.finish(1, Usage{.outputTokens = 25});
    QTRY_VERIFY2(!state->text().contains(u"tokens/s"_s), qPrintable(state->text()));
}

void TestMainWindow::temperatureReachesTheRequest()
{
    WindowFixture f;
    QVERIFY(f.start());
    ParameterControl *control = f.window->inspector()->sampling()->control(Parameter::Temperature);
    auto *value = control->findChild<NumberBox *>(u"value"_s);
    QCOMPARE(value->value(), 0.2);
    value->setFocus();
    f.press(Qt::Key_Up);
    QCOMPARE(f.document.experiment().variants.at(0).sampling.temperature, 0.25);
    QCOMPARE(f.document.experiment().variants.at(1).sampling.temperature, 0.9);

    ParameterControl *topK = f.window->inspector()->sampling()->control(Parameter::TopK);
    QVERIFY(!f.document.experiment().variants.at(0).sampling.topK);
    auto *isSet = topK->findChild<QCheckBox *>();
    isSet->setFocus();
    f.press(Qt::Key_Space);
    QCOMPARE(f.document.experiment().variants.at(0).sampling.topK, 40);

    f.press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(f.engine.count(), 4);
    const SamplingSettings sent = f.engine.at(f.generation(firstCell)).request.sampling;
    QCOMPARE(sent.temperature, 0.25);
    QCOMPARE(sent.topK, 40);
    QVERIFY2(!sent.topP, "an unset parameter is not sent");
}

void TestMainWindow::aVariantIsAddedAndRun()
{
    WindowFixture f;
    QVERIFY(f.start());
    QTest::keyClick(f.window.get(), Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(f.document.experiment().variants.size(), 3);
    QTRY_COMPARE(f.window->compare()->columns().size(), 3);
    QCOMPARE(f.document.experiment().variants.at(1).label, u"mini cool 2"_s);

    Q_EMIT f.window->library()->modelRequested(u"echo"_s);
    QTRY_COMPARE(f.window->compare()->columns().size(), 4);
    QCOMPARE(f.document.experiment().variants.at(3).endpoint.kind, EndpointKind::Echo);

    QTest::keyClick(f.window.get(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(f.engine.count(), 4); // as many as run at once; the others wait
    QCOMPARE(f.window->session().totals().planned, 8);
}

void TestMainWindow::escapeStopsWhatRuns()
{
    WindowFixture f;
    QVERIFY(f.start());
    f.messageEdit(0)->setFocus();
    f.press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(f.engine.count(), 4);
    const int first = f.generation(firstCell);
    f.engine.started(first);
    f.engine.text(first, u"Par"_s);
    QCOMPARE(f.engine.cancels(), 0);
    f.press(Qt::Key_1, Qt::ControlModifier);
    f.press(Qt::Key_Escape);
    QTRY_COMPARE(f.engine.cancels(), 4);
    for (int i = 0; i < 4; ++i)
        f.engine.finishCancelled(i);
    QTRY_VERIFY(!f.window->session().isRunning());
    QCOMPARE(f.answer(0), u"Par"_s);
    QTRY_VERIFY2(f.column(0)->footerText().startsWith(u"Stopped"_s), qPrintable(f.column(0)->footerText()));
    QTRY_VERIFY(action(*f.window, u"Run"_s)->isEnabled());
}

void TestMainWindow::undoBelongsToTheDocument()
{
    WindowFixture f;
    QVERIFY(f.start());
    GrowingEdit *edit = f.messageEdit(0);
    const QString before = edit->toPlainText();
    edit->setFocus();
    f.press(Qt::Key_End, Qt::ControlModifier);
    QTest::keyClicks(edit, u" More."_s);
    QTest::keyClick(f.window.get(), Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(f.document.experiment().variants.size(), 3);
    edit->setFocus();
    f.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(f.document.experiment().variants.size(), 2);
    QCOMPARE(edit->toPlainText(), before + u" More."_s);
    f.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(edit->toPlainText(), before);
    f.press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(edit->toPlainText(), before + u" More."_s);
}

void TestMainWindow::repeatMultipliesCells()
{
    WindowFixture f;
    QVERIFY(f.start());
    auto *repeat = f.window->findChild<QSpinBox *>(u"repeat"_s);
    repeat->setFocus();
    f.press(Qt::Key_Up);
    QCOMPARE(f.document.experiment().repeat, 2);
    f.press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(f.window->session().isRunning());
    QCOMPARE(f.window->session().totals().planned, 8);
    auto *costBar = f.window->findChild<QLabel *>(u"costBar"_s);
    QTRY_VERIFY2(costBar->text().startsWith(u"2 × 2 × 2 = 8 cells"_s), qPrintable(costBar->text()));
}

void TestMainWindow::aFailureKeepsTheTextThatCame()
{
    WindowFixture f;
    QVERIFY(f.start());
    QTest::keyClick(f.window.get(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(f.engine.count(), 4);
    const int first = f.generation(firstCell);
    f.engine.started(first);
    f.engine.text(first, u"Half an ans\x1b[31m"_s);
    Error broken;
    broken.kind = ErrorKind::Interrupted;
    broken.detail = u"<b>connection reset</b>"_s;
    f.engine.fail(first, broken);
    QTRY_VERIFY(!f.column(0)->errorText().isEmpty());
    QVERIFY2(f.column(0)->errorText().contains(u"<b>connection reset</b>"_s), qPrintable(f.column(0)->errorText()));
    QCOMPARE(f.answer(0), u"Half an ans␛[31m"_s);
    QVERIFY2(f.column(1)->errorText().isEmpty(), "the other cells go on");
}

void TestMainWindow::theCaseIsSwitchedByKeys()
{
    WindowFixture f;
    QVERIFY(f.start());
    QTest::keyClick(f.window.get(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(f.engine.count(), 4);
    for (int i = 0; i < 4; ++i)
        f.engine.answer(i, f.engine.at(i).request.key.caseIndex == 0 ? u"Paris"_s : u"Tokyo"_s, usage(9, 1));
    QTRY_COMPARE(f.answer(0), u"Paris"_s);
    QTest::keyClick(f.window.get(), Qt::Key_PageDown, Qt::ControlModifier);
    QTRY_COMPARE(f.answer(0), u"Tokyo"_s);
    QTRY_COMPARE(f.answer(1), u"Tokyo"_s);
    QTest::keyClick(f.window.get(), Qt::Key_PageUp, Qt::ControlModifier);
    QTRY_COMPARE(f.answer(0), u"Paris"_s);
}

void TestMainWindow::changedSettingsAreToldApart()
{
    WindowFixture f;
    QVERIFY(f.start());
    QTest::keyClick(f.window.get(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(f.engine.count(), 4);
    f.engine.answer(f.generation(firstCell), u"Paris"_s, usage(9, 1));
    f.engine.answer(f.generation(secondColumn), u"Lyon"_s, usage(9, 1));
    QTRY_COMPARE(f.answer(1), u"Lyon"_s);
    Experiment next = f.document.experiment();
    next.variants.move(0, 1);
    f.document.edit(next, u"move"_s);
    QTRY_COMPARE(f.answer(0), u"Lyon"_s);
    QTRY_COMPARE(f.answer(1), u"Paris"_s);
    next.variants[0].sampling.temperature = 1.5;
    f.document.edit(next, u"turn"_s);
    const auto isTold = [&f](int column) {
        const QList<QLabel *> labels = f.column(column)->findChildren<QLabel *>();
        return std::ranges::any_of(
            labels, [](const QLabel *label) { return label->isVisible() && label->text().startsWith(u"Changed since"_s); });
    };
    QTRY_VERIFY(isTold(0));
    QVERIFY(!isTold(1));
    QCOMPARE(f.answer(0), u"Lyon"_s);
}

void TestMainWindow::verdictsReachTheInspector()
{
    WindowFixture f;
    QVERIFY(f.start());
    QTest::keyClick(f.window.get(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(f.engine.count(), 4);
    for (int i = 0; i < 4; ++i)
        f.engine.answer(i, u"London"_s, usage(9, 1));
    QTRY_VERIFY(!f.window->session().isRunning());
    QVERIFY(f.unfold(u"checksSection"_s));
    auto *table = f.window->findChild<QTableView *>(u"verdicts"_s);
    QTRY_COMPARE(table->model()->rowCount(), 2);
    QCOMPARE(table->model()->index(0, 1).data().toString(), u"contains"_s);
    QVERIFY(table->model()->index(0, 0).data().toString().contains(u"failed"_s));
}

void TestMainWindow::theLedgerReopensARun()
{
    WindowFixture f;
    QVERIFY(f.start());
    QTest::keyClick(f.window.get(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(f.engine.count(), 4);
    for (int i = 0; i < 4; ++i)
        f.engine.answer(i, u"Paris"_s, usage(9, 1));
    QTRY_VERIFY(!f.window->session().isRunning());
    f.document.reset({.experiment = Experiment{}, .warnings = {}, .source = {}}, {});
    QTRY_COMPARE(f.window->compare()->columns().size(), 0);

    f.window->library()->setCurrentIndex(1);
    auto *runs = f.window->findChild<QTableView *>(u"runs"_s);
    QTRY_COMPARE(runs->model()->rowCount(), 1);
    runs->setCurrentIndex(runs->model()->index(0, 0));
    runs->setFocus();
    f.press(Qt::Key_Return);
    QTRY_VERIFY(f.window->runView() && f.window->runView()->isVisible());
    const QList<VariantColumn *> &columns = f.window->runView()->compare()->columns();
    QTRY_COMPARE(columns.size(), 2);
    QTRY_COMPARE(columns.at(0)->pane()->toPlainText(), u"Paris"_s);
    QVERIFY2(f.document.experiment().variants.isEmpty(), "the open experiment stays");
    QCOMPARE(f.engine.count(), 4);
}

void TestMainWindow::editorsGrowWithTheirText()
{
    WindowFixture f;
    QVERIFY(f.start());
    auto *edit = f.window->findChild<GrowingEdit *>();
    QVERIFY(edit);
    edit->setPlainText(u"1\n2\n3\n4"_s);
    QTRY_COMPARE(edit->document()->blockCount(), 4);
    const int four = edit->height();
    edit->appendPlainText(u"5"_s);
    QCoreApplication::processEvents();
    QCOMPARE(edit->height() - four, edit->fontMetrics().lineSpacing());
    QTRY_COMPARE(edit->verticalScrollBar()->value(), 0); // all of it is in sight
}

void TestMainWindow::itEndsWithADialogOpen_data()
{
    QTest::addColumn<QString>("command");
    QTest::newRow("shortcuts") << u"shortcuts"_s;
    QTest::newRow("about") << u"about"_s;
    QTest::newRow("find action") << u"find_action"_s;
}

/// A dialog may speak of things of the window: it has to go before them.
void TestMainWindow::itEndsWithADialogOpen()
{
    QFETCH(const QString, command);
    WindowFixture f;
    QVERIFY(f.start());
    auto *action = f.window->findChild<QAction *>(command);
    QVERIFY(action);
    const qsizetype before = QApplication::allWidgets().size();
    action->trigger();
    QTRY_VERIFY(QApplication::allWidgets().size() > before);
    QPointer<MainWindow> window = f.window.get();
    f.window.reset();
    QVERIFY(!window);
}

TEMPERA_WINDOW_TEST(TestMainWindow)
#include "tst_mainwindow.moc"
