// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/windowfixture.h"

#include "models/items/gridmodel.h"
#include "widgets/common/foldsection.h"
#include "widgets/common/selection.h"
#include "widgets/compare/answercolumns.h"
#include "widgets/compare/comparepanel.h"
#include "widgets/compare/filterbar.h"
#include "widgets/compare/gridface.h"
#include "widgets/compare/outputpane.h"
#include "widgets/compare/variantcolumn.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QComboBox>
#include <QCompleter>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QProxyStyle>
#include <QStyleOptionHeader>
#include <QTabWidget>
#include <QTableView>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

/// The window as it comes the first time, with an answered run: France passes twice, Japan fails with the second variant.
bool startAnswered(WindowFixture &f)
{
    f.saved = {};
    if (!f.start())
        return false;
    QTest::keyClick(f.window.get(), Qt::Key_Return, Qt::ControlModifier);
    int next = 0;
    return QTest::qWaitFor([&f, &next] {
        for (; next < f.engine.count(); ++next) {
            const CellKey key = f.engine.at(next).request.key;
            f.engine.answer(next, key.caseIndex == 0 ? u"Paris"_s : key.variantIndex == 0 ? u"Tokyo"_s : u"Kyoto & more"_s);
        }
        return next == 4 && !f.window->session().isRunning();
    });
}

QWidget *currentFace(const WindowFixture &f)
{
    return f.window->findChild<QTabWidget *>(u"compareFaces"_s)->currentWidget();
}

QStringList shownCases(const GridFace &grid)
{
    QStringList titles;
    for (int row = 0; row < grid.table()->model()->rowCount(); ++row)
        titles += grid.table()->model()->headerData(row, Qt::Vertical).toString();
    return titles;
}

/// Remembers the text of each head that is painted.
class HeadRecorder : public QProxyStyle
{
public:
    mutable QHash<int, QString> painted;

    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const override
    {
        if (const auto *head = qstyleoption_cast<const QStyleOptionHeader *>(option); head && element == CE_HeaderLabel)
            painted.insert(head->section, head->text);
        QProxyStyle::drawControl(element, option, painter, widget);
    }
};

} // namespace

class TestGridFace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void severalCasesAreSeenInTheGrid();
    void oneCaseIsSeenInColumns();
    void aCellThatIsChosenIsCurrentEverywhere();
    void filtersAreTyped();
    void mistakesAreShownAndNothingIsLost();
    void itSaysWhyNothingMatches();
    void filtersAreCompleted();
    void filtersAreKeptAndRemembered();
    void spaceLooksAtTheWholeAnswer();
    void whatDiffersIsWalkedThroughUnderTheGrid();
    void promptsAndRepeatsStandSideBySide();
    void headsSort();
    void theBaselineIsPinned();
    void theCellIsCopiedAndRunAgain();
    void rowsHaveThreeHeights();
    void headsEndInAnEllipsisWhereTheyAreTooNarrow();
    void columnsAreFoundByName();
    void betterAndWorseAreFilters();
    void everythingHasAName();
};

void TestGridFace::severalCasesAreSeenInTheGrid()
{
    WindowFixture f;
    f.saved = {};
    QVERIFY(f.start());
    GridFace *grid = f.window->compare()->grid();
    QCOMPARE(currentFace(f), grid);
    QVERIFY(!grid->table()->isVisible());
    QVERIFY(grid->findChild<QLabel *>(u"gridEmpty"_s)->text().contains(u"Nothing has been run"_s));
    f.press(Qt::Key_1, Qt::ControlModifier); // a face that somebody turned to stays
    QVERIFY(currentFace(f) != grid);
    f.press(Qt::Key_9, Qt::AltModifier);
    QCOMPARE(currentFace(f), grid);
}

void TestGridFace::oneCaseIsSeenInColumns()
{
    WindowFixture f;
    f.saved = {};
    Experiment experiment = WindowFixture::experiment();
    experiment.cases.resize(1);
    QVERIFY(f.start(experiment));
    QVERIFY(currentFace(f) != f.window->compare()->grid());
    experiment.cases += WindowFixture::experiment().cases.last();
    f.document.edit(experiment, u"Add a case"_s);
    QTRY_COMPARE(currentFace(f), f.window->compare()->grid());
}

void TestGridFace::aCellThatIsChosenIsCurrentEverywhere()
{
    WindowFixture f;
    QVERIFY(startAnswered(f));
    GridFace *grid = f.window->compare()->grid();
    const QAbstractItemModelTester tester(grid->table()->model());
    f.press(Qt::Key_9, Qt::AltModifier);
    QVERIFY(grid->table()->hasFocus());
    f.press(Qt::Key_Down);
    f.press(Qt::Key_Right);
    QTRY_COMPARE(f.window->compare()->currentCell(), grid->table()->currentIndex().data(GridModel::CellRole).toInt());
    QCOMPARE(f.window->session().summary(f.window->compare()->currentCell()).key, (CellKey{1, 0, 1, 0}));
    // And the other way round.
    f.press(Qt::Key_PageUp, Qt::ControlModifier);
    QTRY_COMPARE(grid->table()->currentIndex().row(), 0);
    f.press(Qt::Key_Return); // to its columns
    QVERIFY(currentFace(f) != grid);
}

void TestGridFace::filtersAreTyped()
{
    WindowFixture f;
    QVERIFY(startAnswered(f));
    GridFace *grid = f.window->compare()->grid();
    f.press(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(grid->filter()->line()->hasFocus());
    QTest::keyClicks(grid->filter()->line(), u"variant = \"mini warm\" and not passed"_s);
    QTRY_COMPARE(shownCases(*grid), QStringList{u"Japan"_s});
    QTRY_VERIFY(grid->findChild<QLabel *>(u"gridCount"_s)->text().contains(u"1 of 2"_s));
    QTest::keyClick(grid->filter()->line(), Qt::Key_Return);
    QTRY_VERIFY(grid->table()->hasFocus());
    auto *failed = grid->findChild<QToolButton *>(u"filter_failed"_s);
    QVERIFY(!failed->isChecked());
    failed->setFocus();
    QTest::keyClick(failed, Qt::Key_Space);
    QCOMPARE(grid->filter()->text(), u"failed"_s);
    QTRY_COMPARE(shownCases(*grid), QStringList{u"Japan"_s});
    QTest::keyClick(failed, Qt::Key_Space);
    QTRY_COMPARE(shownCases(*grid).size(), 2);
}

void TestGridFace::mistakesAreShownAndNothingIsLost()
{
    WindowFixture f;
    QVERIFY(startAnswered(f));
    GridFace *grid = f.window->compare()->grid();
    auto *error = grid->findChild<QLabel *>(u"gridFilterError"_s);
    grid->focusFilter();
    QTest::keyClicks(grid->filter()->line(), u"failed (tokns >"_s);
    QVERIFY(error->isVisible());
    QVERIFY2(error->text().contains(u"did you mean “tokens”"_s) && error->text().contains(u"9"_s), qPrintable(error->text()));
    QCOMPARE(grid->filter()->line()->accessibleDescription(), error->text());
    QTRY_COMPARE(shownCases(*grid).size(), 1); // the last one that could be read
    QTest::keyClick(grid->filter()->line(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(grid->filter()->line(), Qt::Key_Delete);
    QVERIFY(!error->isVisible());
    QTRY_COMPARE(shownCases(*grid).size(), 2);
}

void TestGridFace::itSaysWhyNothingMatches()
{
    WindowFixture f;
    QVERIFY(startAnswered(f));
    GridFace *grid = f.window->compare()->grid();
    grid->focusFilter();
    QTest::keyClicks(grid->filter()->line(), u"failed and variant = \"mini cool\""_s);
    auto *empty = grid->findChild<QLabel *>(u"gridEmpty"_s);
    QTRY_VERIFY(empty->isVisible());
    QVERIFY2(empty->text().contains(u"“failed” alone matches 1 case"_s), qPrintable(empty->text()));
    QVERIFY2(empty->text().contains(u"alone matches 2 cases"_s), qPrintable(empty->text()));
    QVERIFY(!grid->table()->isVisible());
}

void TestGridFace::filtersAreCompleted()
{
    WindowFixture f;
    QVERIFY(startAnswered(f));
    GridFace *grid = f.window->compare()->grid();
    grid->focusFilter();
    QTest::keyClicks(grid->filter()->line(), u"fai"_s);
    auto *completer = grid->filter()->findChild<QCompleter *>();
    QTRY_VERIFY(completer->popup()->isVisible());
    QTest::keyClick(completer->popup(), Qt::Key_Down);
    QTest::keyClick(completer->popup(), Qt::Key_Return);
    QTRY_COMPARE(grid->filter()->line()->text(), u"failed "_s);
}

void TestGridFace::filtersAreKeptAndRemembered()
{
    WindowFixture f;
    QVERIFY(startAnswered(f));
    FilterBar *bar = f.window->compare()->grid()->filter();
    f.window->compare()->grid()->focusFilter();
    QTest::keyClicks(bar->line(), u"tokens > 1"_s);
    QTest::keyClick(bar->line(), Qt::Key_Return);
    auto *keep = bar->findChild<QToolButton *>(u"keepFilter"_s);
    QVERIFY(keep->isEnabled());
    keep->setFocus();
    QTest::keyClick(keep, Qt::Key_Space);
    QVERIFY(bar->findChild<QToolButton *>(u"filter_tokens > 1"_s)->isChecked());
    QVERIFY(f.window->close());
    QCOMPARE(f.saved.filters, QStringList{u"tokens > 1"_s});
    f.window.reset();
    QVERIFY(f.start());
    bar = f.window->compare()->grid()->filter();
    QVERIFY(bar->findChild<QToolButton *>(u"filter_tokens > 1"_s));
    QCOMPARE(bar->text(), QString());
    f.window->compare()->grid()->focusFilter();
    QTest::keyClick(bar->line(), Qt::Key_Up);
    QCOMPARE(bar->text(), u"tokens > 1"_s);
    QTest::keyClick(bar->line(), Qt::Key_Down);
    QCOMPARE(bar->text(), QString());
}

void TestGridFace::spaceLooksAtTheWholeAnswer()
{
    WindowFixture f;
    QVERIFY(startAnswered(f));
    f.press(Qt::Key_9, Qt::AltModifier);
    GridFace *grid = f.window->compare()->grid();
    const FoldSection *section = grid->detail();
    QVERIFY(section->isVisible() && section->isOpen());
    const AnswerColumns *detail = f.window->compare()->detail();
    QVERIFY(detail && detail->isVisible());
    const auto shown = [detail](int column) { return detail->columns().at(column)->pane()->toPlainText(); };
    QTRY_COMPARE(shown(0), u"Paris"_s);
    f.press(Qt::Key_Down);
    QTRY_COMPARE(shown(0), u"Tokyo"_s); // the case that is chosen, whole, in every column
    QCOMPARE(shown(1), u"Kyoto & more"_s);
    f.press(Qt::Key_Space);
    QVERIFY(!section->isOpen() && !detail->isVisible());
    QVERIFY2(grid->table()->hasFocus(), "the keyboard stays in the grid");
    f.press(Qt::Key_Up);
    f.press(Qt::Key_Space);
    QVERIFY(section->isOpen() && detail->isVisible());
    QTRY_COMPARE(shown(0), u"Paris"_s); // what was chosen while it was folded
}

void TestGridFace::whatDiffersIsWalkedThroughUnderTheGrid()
{
    WindowFixture f;
    QVERIFY(startAnswered(f));
    f.press(Qt::Key_9, Qt::AltModifier);
    f.press(Qt::Key_Down); // Japan: Tokyo, Kyoto & more
    const AnswerColumns *detail = f.window->compare()->detail();
    QTRY_COMPARE(detail->columns().at(1)->pane()->toPlainText(), u"Kyoto & more"_s);
    f.press(Qt::Key_D, Qt::ControlModifier);
    QTRY_VERIFY(!detail->columns().at(1)->pane()->marks().isEmpty());
    QVERIFY2(f.window->compare()->columns().at(1)->pane()->marks().isEmpty(), "what is not seen is not compared");
    QVERIFY(f.window->findChild<QAction *>(u"difference_next"_s)->isEnabled());
    f.press(Qt::Key_F7);
    QTRY_VERIFY(detail->columns().at(1)->pane()->textCursor().hasSelection());
    f.press(Qt::Key_2, Qt::ControlModifier); // the same in the columns
    QTRY_VERIFY(!f.column(1)->pane()->marks().isEmpty());
}

void TestGridFace::promptsAndRepeatsStandSideBySide()
{
    WindowFixture f;
    f.saved = {};
    Experiment experiment = WindowFixture::experiment();
    experiment.prompts += experiment.prompts.first();
    experiment.prompts[1].label = u"second"_s;
    experiment.repeat = 3;
    experiment.variants.resize(1);
    QVERIFY(f.start(experiment));
    QTest::keyClick(f.window.get(), Qt::Key_Return, Qt::ControlModifier);
    int next = 0;
    QTRY_VERIFY_WITH_TIMEOUT(
        [&] {
            for (; next < f.engine.count(); ++next) {
                const CellKey key = f.engine.at(next).request.key;
                f.engine.answer(next, u"case %1 prompt %2 repeat %3"_s.arg(key.caseIndex).arg(key.promptIndex).arg(key.repeat));
            }
            return next == 12 && !f.window->session().isRunning();
        }(),
        20000);
    f.press(Qt::Key_1, Qt::ControlModifier);
    QCOMPARE(f.window->compare()->columns().size(), 1);
    f.window->findChild<QAction *>(u"columns_prompts"_s)->trigger();
    QCOMPARE(f.window->compare()->columns().size(), 2);
    QTRY_COMPARE(f.answer(0), u"case 0 prompt 0 repeat 0"_s);
    QTRY_COMPARE(f.answer(1), u"case 0 prompt 1 repeat 0"_s);
    f.press(Qt::Key_2, Qt::ControlModifier); // the second column, which is the second prompt
    QTRY_COMPARE(f.window->compare()->currentCell() >= 0, true);
    QCOMPARE(f.window->session().summary(f.window->compare()->currentCell()).key.promptIndex, 1);
    f.press(Qt::Key_D, Qt::ControlModifier); // compared with that
    QTRY_VERIFY(!f.column(0)->pane()->marks().isEmpty());
    f.window->findChild<QAction *>(u"columns_repeats"_s)->trigger();
    QCOMPARE(f.window->compare()->columns().size(), 3);
    QTRY_COMPARE(f.answer(2), u"case 0 prompt 1 repeat 2"_s);
    // Under the grid it is the same.
    f.press(Qt::Key_9, Qt::AltModifier);
    QCOMPARE(f.window->compare()->detail()->columns().size(), 3);
    // With one repeat there is nothing to put side by side.
    experiment.repeat = 1;
    f.document.edit(experiment, u"once"_s);
    QTRY_COMPARE(f.window->compare()->columns().size(), 1);
    QVERIFY(!f.window->findChild<QAction *>(u"columns_repeats"_s)->isEnabled());
}

void TestGridFace::headsSort()
{
    WindowFixture f;
    QVERIFY(startAnswered(f));
    GridFace *grid = f.window->compare()->grid();
    QHeaderView *heads = grid->table()->horizontalHeader();
    const QPoint second(heads->sectionViewportPosition(1) + 10, heads->height() / 2);
    QTest::mouseClick(heads->viewport(), Qt::LeftButton, {}, second);
    QTRY_COMPARE(shownCases(*grid), (QStringList{u"Japan"_s, u"France"_s}));
    QTest::mouseClick(heads->viewport(), Qt::LeftButton, {}, second);
    QTRY_COMPARE(shownCases(*grid), (QStringList{u"France"_s, u"Japan"_s}));
    auto *order = grid->findChild<QComboBox *>(u"gridOrder"_s);
    order->setFocus();
    QTest::keyClick(order, Qt::Key_Home);
    QTest::keyClick(order, Qt::Key_Down);
    QCOMPARE(order->currentText(), u"Regressions first"_s);
    QTRY_COMPARE(shownCases(*grid), (QStringList{u"Japan"_s, u"France"_s}));
}

void TestGridFace::theBaselineIsPinned()
{
    WindowFixture f;
    QVERIFY(startAnswered(f));
    f.press(Qt::Key_9, Qt::AltModifier);
    GridFace *grid = f.window->compare()->grid();
    f.press(Qt::Key_Right);
    f.press(Qt::Key_B);
    QTRY_VERIFY(grid->table()->model()->headerData(0, Qt::Horizontal).toString().startsWith(u"mini warm"_s));
    QTRY_VERIFY(grid->table()->model()->headerData(0, Qt::Horizontal).toString().contains(u"baseline"_s));
}

void TestGridFace::theCellIsCopiedAndRunAgain()
{
    WindowFixture f;
    QVERIFY(startAnswered(f));
    f.press(Qt::Key_9, Qt::AltModifier);
    f.press(Qt::Key_Down);
    f.press(Qt::Key_Right);
    f.press(Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"Case\tmini warm\nJapan\t✗ Kyoto & more"_s);
    f.press(Qt::Key_M, Qt::ControlModifier | Qt::AltModifier);
    QVERIFY(QGuiApplication::clipboard()->text().contains(u"| Japan | ✗ Kyoto \\& more |"_s));
    f.press(Qt::Key_V, Qt::ControlModifier | Qt::AltModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"Case,mini warm\nJapan,✗ Kyoto & more"_s);
    f.press(Qt::Key_R);
    QTRY_COMPARE(f.engine.count(), 5);
    QCOMPARE(f.engine.at(4).request.key, (CellKey{1, 0, 1, 0}));
}

void TestGridFace::rowsHaveThreeHeights()
{
    WindowFixture f;
    QVERIFY(startAnswered(f));
    GridFace *grid = f.window->compare()->grid();
    auto *density = grid->findChild<QComboBox *>(u"gridDensity"_s);
    density->setFocus();
    QTest::keyClick(density, Qt::Key_Home);
    const int compact = grid->table()->rowHeight(0);
    QTest::keyClick(density, Qt::Key_End);
    QVERIFY(grid->table()->rowHeight(0) > 3 * compact);
    const int head = grid->table()->horizontalHeader()->height();
    grid->filter()->setText(u"failed"_s);
    QTRY_COMPARE(shownCases(*grid).size(), 1);
    QCOMPARE(grid->table()->horizontalHeader()->height(), head);
    QVERIFY(!grid->grab().isNull());
}

void TestGridFace::columnsAreFoundByName()
{
    WindowFixture f;
    QVERIFY(startAnswered(f));
    f.press(Qt::Key_9, Qt::AltModifier);
    GridFace *grid = f.window->compare()->grid();
    QCOMPARE(grid->table()->currentIndex().column(), 0);
    f.press(Qt::Key_C);
    auto *columns = grid->findChild<QComboBox *>(u"gridColumn"_s);
    QTRY_VERIFY(columns->lineEdit()->hasFocus());
    QCOMPARE(columns->count(), 2);
    QTest::keyClicks(columns->lineEdit(), u"WARM"_s);
    columns->completer()->popup()->hide(); // Enter without choosing from the list
    QTest::keyClick(columns->lineEdit(), Qt::Key_Return);
    QTRY_COMPARE(grid->table()->currentIndex().column(), 1);
    QTRY_VERIFY(grid->table()->hasFocus());
}

void TestGridFace::betterAndWorseAreFilters()
{
    WindowFixture f;
    QVERIFY(startAnswered(f));
    f.press(Qt::Key_9, Qt::AltModifier);
    GridFace *grid = f.window->compare()->grid();
    f.press(Qt::Key_Right);
    f.press(Qt::Key_W, Qt::ShiftModifier);
    QTRY_COMPARE(shownCases(*grid), QStringList{u"Japan"_s});
    QCOMPARE(grid->filter()->text(), u"worse variant = \"mini warm\""_s);
    QVERIFY(grid->filter()->history().contains(grid->filter()->text()));
    grid->filter()->setText({});
    QTRY_COMPARE(shownCases(*grid).size(), 2);
    // The same from the head, with its counts.
    QHeaderView *heads = grid->table()->horizontalHeader();
    QTRY_VERIFY(heads->model()->headerData(1, Qt::Horizontal).toString().contains(u"1 worse"_s));
    Q_EMIT heads->customContextMenuRequested(QPoint(heads->sectionViewportPosition(1) + 10, heads->height() / 2));
    auto *menu = grid->findChild<QMenu *>(u"gridHeadMenu"_s);
    QVERIFY(menu);
    QVERIFY(menu->actions().at(1)->text().contains(u"1"_s) && menu->actions().at(1)->isEnabled());
    QVERIFY(!menu->actions().at(0)->isEnabled());
    menu->setActiveAction(menu->actions().at(1));
    QTest::keyClick(menu, Qt::Key_Return);
    QTRY_COMPARE(shownCases(*grid), QStringList{u"Japan"_s});
}

void TestGridFace::headsEndInAnEllipsisWhereTheyAreTooNarrow()
{
    WindowFixture f;
    QVERIFY(startAnswered(f));
    QHeaderView *heads = f.window->compare()->grid()->table()->horizontalHeader();
    const QStringList whole = heads->model()->headerData(0, Qt::Horizontal).toString().split(u'\n');
    QVERIFY(whole.size() > 1);
    HeadRecorder recorder;
    heads->setStyle(&recorder);
    const int width = heads->fontMetrics().horizontalAdvance(whole.at(1)) / 2;
    heads->resizeSection(0, width);
    heads->grab();
    const QStringList cut = recorder.painted.value(0).split(u'\n');
    QCOMPARE(cut.size(), whole.size());
    QVERIFY2(cut.at(1).endsWith(u'…'), qPrintable(cut.at(1)));
    for (const QString &line : cut)
        QVERIFY(heads->fontMetrics().horizontalAdvance(line) <= width);
    heads->setStyle(nullptr);
}

void TestGridFace::everythingHasAName()
{
    WindowFixture f;
    QVERIFY(startAnswered(f));
    const QList<QWidget *> all = f.window->compare()->grid()->findChildren<QWidget *>();
    for (const QWidget *widget : all) {
        if (widget->isVisible() && widget->focusPolicy() != Qt::NoFocus && !qobject_cast<const QAbstractButton *>(widget)
            && !widget->objectName().startsWith(u"qt_"_s))
            QVERIFY2(!widget->accessibleName().isEmpty(),
                     qPrintable(widget->objectName() + QLatin1StringView(widget->metaObject()->className())));
    }
}

TEMPERA_WINDOW_TEST(TestGridFace)
#include "tst_gridface.moc"
