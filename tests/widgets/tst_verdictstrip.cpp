// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/picture.h"
#include "tests/widgets/runwindow.h"
#include "widgets/compare/comparepanel.h"
#include "widgets/compare/gridface.h"
#include "widgets/compare/verdictstrip.h"

#include <QAction>
#include <QComboBox>
#include <QHeaderView>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QTableView>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

/// Two variants over 20 cases, as the window has them the first time: in the grid. "warm" fails the first 8.
Experiment manyCases()
{
    Experiment experiment = WindowFixture::experiment();
    const Case first = experiment.cases.at(0);
    experiment.cases.clear();
    for (int i = 0; i < 20; ++i) {
        Case next = first;
        next.description = u"case %1"_s.arg(i + 1);
        next.variables[0].value = u"country %1"_s.arg(i);
        next.checks.resize(1);
        next.checks[0].type = u"contains"_s;
        next.checks[0].value = u"yes"_s;
        experiment.cases += next;
    }
    experiment.defaultCase.checks.clear();
    experiment.maxConcurrency = 1000;
    return experiment;
}

bool answerRun(WindowFixture &f, int from, const std::function<bool(const CellKey &)> &passes, int requests = 40)
{
    int next = from;
    return QTest::qWaitFor([&] {
        for (; next < f.engine.count(); ++next)
            f.engine.answer(next, passes(f.engine.at(next).request.key) ? u"yes"_s : u"no"_s);
        return next == from + requests && f.window->findChild<QAction *>(u"run"_s)->isEnabled();
    });
}

bool warmFails(const CellKey &key)
{
    return key.variantIndex == 0 || key.caseIndex >= 8;
}

bool startJudged(WindowFixture &f)
{
    f.saved = {};
    if (!f.start(manyCases()))
        return false;
    RunsTesting::runByKeys(f);
    return answerRun(f, 0, warmFails);
}

VerdictStrip *stripOf(const WindowFixture &f)
{
    return f.window->compare()->grid()->verdict();
}

QString headline(const WindowFixture &f)
{
    return stripOf(f)->findChild<QLabel *>(u"verdictHeadline"_s)->text();
}

QStringList sentences(const WindowFixture &f)
{
    QStringList texts;
    const QList<QLabel *> labels = stripOf(f)->findChildren<QLabel *>(u"verdictSentence"_s);
    for (const QLabel *label : labels) {
        if (label->isVisibleTo(stripOf(f)))
            texts += label->text();
    }
    return texts;
}

} // namespace

class TestVerdictStrip : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneLineSaysWhatTheRunProves();
    void itUnfoldsByKey();
    void thePageSaysHow();
    void theBaselineIsAnotherVariant();
    void theBaselineIsAnEarlierRun();
    void whatIsComparedAndWhatIsEqualIsChosen();
    void everythingHasAName();
    void rowsStayBesideAllSentences_data();
    void rowsStayBesideAllSentences();
};

void TestVerdictStrip::oneLineSaysWhatTheRunProves()
{
    WindowFixture f;
    f.saved = {};
    QVERIFY(f.start(manyCases()));
    QVERIFY(headline(f).isEmpty() || !stripOf(f)->findChild<QLabel *>(u"verdictHeadline"_s)->isVisible());
    RunsTesting::runByKeys(f);
    QVERIFY(answerRun(f, 0, warmFails));
    QTRY_VERIFY2(headline(f).startsWith(u"B · mini warm better in 0, worse in 8 of 20 cases"_s), qPrintable(headline(f)));
    QVERIFY2(headline(f).contains(u"A · mini cool is better"_s), qPrintable(headline(f)));
    QVERIFY(sentences(f).isEmpty() || !stripOf(f)->findChild<QWidget *>(u"verdictSentences"_s)->isVisible());
}

void TestVerdictStrip::itUnfoldsByKey()
{
    WindowFixture f;
    QVERIFY(startJudged(f));
    auto *details = stripOf(f)->findChild<QWidget *>(u"verdictSentences"_s);
    QVERIFY(!details->isVisible());
    f.press(Qt::Key_J, Qt::ControlModifier | Qt::AltModifier);
    QVERIFY(details->isVisible());
    QTRY_COMPARE(sentences(f), QStringList{headline(f)});
    f.press(Qt::Key_J, Qt::ControlModifier | Qt::AltModifier);
    QVERIFY(!details->isVisible());
}

void TestVerdictStrip::thePageSaysHow()
{
    WindowFixture f;
    QVERIFY(startJudged(f));
    QTRY_VERIFY(headline(f).contains(u"is better"_s));
    f.press(Qt::Key_H, Qt::ControlModifier | Qt::AltModifier);
    auto *page = stripOf(f)->findChild<QPlainTextEdit *>(u"verdictMethodText"_s);
    QVERIFY(page);
    QTRY_VERIFY(page->isVisible());
    QVERIFY(page->toPlainText().contains(u"McNemar"_s));
    QVERIFY(page->toPlainText().contains(u"B · mini warm against A · mini cool"_s));
    QTest::keyClick(page, Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(page->textCursor().selectedText().size(), page->toPlainText().size());
    QTest::keyClick(page, Qt::Key_Escape);
    QTRY_VERIFY(!page->isVisible());
}

void TestVerdictStrip::theBaselineIsAnotherVariant()
{
    WindowFixture f;
    QVERIFY(startJudged(f));
    f.press(Qt::Key_B, Qt::ControlModifier | Qt::AltModifier);
    auto *menu = stripOf(f)->findChild<QMenu *>(u"baselineMenu"_s);
    QTRY_VERIFY(menu->isVisible());
    QTest::keyClick(menu, Qt::Key_Down);
    QTest::keyClick(menu, Qt::Key_Down);
    QTest::keyClick(menu, Qt::Key_Return);
    QTRY_VERIFY2(headline(f).startsWith(u"A · mini cool better in 8, worse in 0 of 20 cases"_s), qPrintable(headline(f)));
    const QAbstractItemModel *grid = f.window->compare()->grid()->table()->model();
    QVERIFY(grid->headerData(0, Qt::Horizontal).toString().startsWith(u"mini warm"_s));
    // And from the grid.
    QTableView *cells = f.window->compare()->grid()->table();
    QTest::mouseClick(cells->viewport(), Qt::LeftButton, {}, cells->visualRect(cells->model()->index(0, 1)).center());
    cells->findChild<QAction *>(u"grid_pin"_s)->trigger(); // a closed menu leaves no widget with the keyboard offscreen
    QTRY_VERIFY2(headline(f).startsWith(u"B · mini warm better in 0, worse in 8"_s), qPrintable(headline(f)));
}

void TestVerdictStrip::theBaselineIsAnEarlierRun()
{
    WindowFixture f;
    f.saved = {};
    f.unsavedAnswer = UnsavedAnswer::Discard;
    f.files.contents.insert(RunsTesting::capitals, writeExperiment(manyCases(), nullptr));
    QVERIFY(f.start());
    f.window->openFile(RunsTesting::capitals);
    QCOMPARE(f.document.path(), RunsTesting::capitals);
    RunsTesting::runByKeys(f);
    QVERIFY(answerRun(f, 0, [](const CellKey &) { return false; }));
    RunsTesting::runByKeys(f);
    QVERIFY(answerRun(f, 40, warmFails));
    f.press(Qt::Key_B, Qt::ControlModifier | Qt::AltModifier);
    auto *menu = stripOf(f)->findChild<QMenu *>(u"baselineMenu"_s);
    QTRY_COMPARE(menu->actions().size(), 6); // two variants, a line, one earlier run, a line, a file
    QTest::keyClick(menu, Qt::Key_Up);
    QTest::keyClick(menu, Qt::Key_Up);
    QTest::keyClick(menu, Qt::Key_Return);
    QTRY_VERIFY2(sentences(f).join(u'\n').contains(u"20 cases the same."_s), qPrintable(sentences(f).join(u'\n')));
    QTRY_COMPARE(sentences(f).filter(u"better in"_s).size(), 2);
    QVERIFY(sentences(f).filter(u"better in"_s).at(0).startsWith(u"A · mini cool better in 20, worse in 0 of 20 cases"_s));
    QVERIFY(sentences(f).filter(u"better in"_s).at(1).startsWith(u"B · mini warm better in 12, worse in 0 of 20 cases"_s));
    const QAbstractItemModel *grid = f.window->compare()->grid()->table()->model();
    QTRY_COMPARE(grid->columnCount(), 4); // what both are compared with stands first
    QVERIFY(grid->headerData(0, Qt::Horizontal).toString().startsWith(u"baseline: run of "_s));
    QTRY_VERIFY(grid->headerData(3, Qt::Horizontal).toString().contains(u"(+60.0 points)"_s));
    QTRY_COMPARE(grid->index(0, 1).data().toString(), u"✗ no"_s);
    f.press(Qt::Key_9, Qt::AltModifier);
    f.press(Qt::Key_B); // a variant is again
    QTRY_VERIFY(grid->headerData(1, Qt::Horizontal).toString().contains(u"(−40.0 points)"_s));
}

void TestVerdictStrip::whatIsComparedAndWhatIsEqualIsChosen()
{
    WindowFixture f;
    QVERIFY(startJudged(f));
    f.press(Qt::Key_J, Qt::ControlModifier | Qt::AltModifier);
    auto *measure = stripOf(f)->findChild<QComboBox *>(u"verdictMeasure"_s);
    measure->setFocus();
    QTest::keyClick(measure, Qt::Key_Down);
    QCOMPARE(stripOf(f)->verdict()->measure(), ScoreMeasure::Passes);
    auto *margin = stripOf(f)->findChild<QWidget *>(u"verdictMargin"_s);
    margin->setFocus();
    QTest::keyClicks(margin, u"90"_s);
    QCOMPARE(stripOf(f)->verdict()->margin(), 0.9);
    QTRY_COMPARE(stripOf(f)->verdict()->report().question.settings.margin, 0.9);
    QCOMPARE(stripOf(f)->verdict()->report().measure, ScoreMeasure::Passes);
    QVERIFY(stripOf(f)->verdict()->report().pairs.at(0).verdict.equalPValue);
}

void TestVerdictStrip::rowsStayBesideAllSentences_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("small") << QSize(1024, 700);
    QTest::newRow("usual") << QSize(1280, 820);
    QTest::newRow("large") << QSize(1600, 1000);
}

void TestVerdictStrip::rowsStayBesideAllSentences()
{
    QFETCH(QSize, size);
    WindowFixture f;
    f.size = size;
    f.saved = {};
    Experiment experiment = manyCases();
    while (experiment.variants.size() < 8) {
        experiment.variants += experiment.variants.last();
        experiment.variants.last().label = u"warm %1"_s.arg(experiment.variants.size());
    }
    QVERIFY(f.start(experiment));
    RunsTesting::runByKeys(f);
    QVERIFY(answerRun(f, 0, warmFails, 160));
    QTRY_VERIFY(!headline(f).contains(u"computing"_s));
    QTest::keyClick(f.window.get(), Qt::Key_J, Qt::ControlModifier | Qt::AltModifier);
    QTRY_VERIFY(sentences(f).size() >= 7);
    const auto *table = f.window->findChild<QTableView *>(u"grid"_s);
    const auto rows = [table] { return table->viewport()->height() / table->verticalHeader()->defaultSectionSize(); };
    QTRY_VERIFY2(rows() >= 4, qPrintable(QString::number(rows())));
    keepPicture(f.window.get(), u"verdict-%1"_s.arg(size.height()));
    // The sentences are scrolled to, by keys too, and what is asked stays in sight.
    auto *area = f.window->findChild<QScrollArea *>(u"verdictSentences"_s);
    QVERIFY(area->isVisible() && area->height() >= area->fontMetrics().lineSpacing());
    area->setFocus(Qt::TabFocusReason);
    for (int i = 0; i < 60; ++i)
        f.press(Qt::Key_Down);
    QCOMPARE(area->verticalScrollBar()->value(), area->verticalScrollBar()->maximum());
    const auto *margin = f.window->findChild<QWidget *>(u"verdictMargin"_s);
    const QRect inWindow(margin->mapTo(f.window.get(), QPoint()), margin->size());
    QVERIFY(f.window->rect().contains(inWindow));
    QVERIFY(inWindow.bottom() <= table->mapTo(f.window.get(), QPoint()).y());
    QCOMPARE(f.window->size(), size);
    // Folded again, whole answers come back below.
    QTest::keyClick(f.window.get(), Qt::Key_J, Qt::ControlModifier | Qt::AltModifier);
    QTRY_VERIFY(!area->isVisible());
    QVERIFY(rows() >= 1);
}

void TestVerdictStrip::everythingHasAName()
{
    WindowFixture f;
    QVERIFY(startJudged(f));
    f.press(Qt::Key_J, Qt::ControlModifier | Qt::AltModifier);
    const QList<QWidget *> all = stripOf(f)->findChildren<QWidget *>();
    for (const QWidget *widget : all) {
        if (widget->isVisible() && widget->focusPolicy() != Qt::NoFocus && !qobject_cast<const QAbstractButton *>(widget)
            && !widget->objectName().startsWith(u"qt_"_s))
            QVERIFY2(!widget->accessibleName().isEmpty(),
                     qPrintable(widget->objectName() + QLatin1StringView(widget->metaObject()->className())));
    }
}

TEMPERA_WINDOW_TEST(TestVerdictStrip)
#include "tst_verdictstrip.moc"
