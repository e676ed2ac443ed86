// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Pages that nobody sees at the start are made when they are first shown, and are then as if they had always been there.

#include "tests/widgets/windowfixture.h"
#include "widgets/common/latepage.h"
#include "widgets/compare/comparepanel.h"
#include "widgets/compare/runview.h"
#include "widgets/inspector/inspectorpanel.h"
#include "widgets/lens/tokenpage.h"
#include "widgets/lens/tokensface.h"
#include "widgets/library/librarypanel.h"
#include "widgets/scoring/effectpanel.h"
#include "widgets/scoring/labelspanel.h"
#include "widgets/scoring/scoringfaces.h"

#include <QAction>
#include <QComboBox>
#include <QListWidget>
#include <QSignalSpy>
#include <QSplitter>
#include <QTabWidget>
#include <QTableView>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

/// The widget of a class, wherever it is; null: there is none.
QWidget *instanceOf(const QWidget *window, const QByteArray &name)
{
    const QList<QWidget *> all = window->findChildren<QWidget *>();
    const auto found =
        std::ranges::find_if(all, [&name](const QWidget *each) { return each->inherits(("Tempera::" + name).constData()); });
    return found == all.end() ? nullptr : *found;
}

/// Both cases by both variants.
void runAll(WindowFixture &f)
{
    QTest::keyClick(f.window.get(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(f.engine.count(), 4);
    for (int i = 0; i < 4; ++i)
        f.engine.answer(i, u"London"_s);
    QTRY_VERIFY(!f.window->session().isRunning());
}

} // namespace

class TestLatePages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPageIsMadeOnceWhenItIsShown();
    void aPageIsMadeBeforeWhenItIsNeeded();
    void nothingIsMadeBeforeItIsSeen_data();
    void nothingIsMadeBeforeItIsSeen();
    void commandsWorkBeforeThereIsAPage();
    void keysGoToAPageThatIsNew();
    void whatHappenedBeforeIsShown();
    void aRunThatIsLookedAtIsNoDifferent();
    void sizesAreRestoredWhenAPageIsMade();
    void theRememberedPageIsThereFromTheStart();
};

void TestLatePages::aPageIsMadeOnceWhenItIsShown()
{
    int times = 0;
    QTabWidget tabs;
    auto *late = new LatePage<QListWidget>([&times](QWidget *place) {
        ++times;
        return new QListWidget(place);
    });
    const QSignalSpy made(late, &LatePlace::made);
    tabs.addTab(new QWidget, u"first"_s);
    tabs.addTab(late, u"second"_s);
    tabs.show();
    QVERIFY(QTest::qWaitForWindowActive(&tabs));
    QCOMPARE(times, 0);
    QVERIFY(!late->pageIfMade());
    for (int i = 0; i < 2; ++i) {
        tabs.setCurrentIndex(1);
        QCOMPARE(times, 1);
        QVERIFY(late->pageIfMade()->isVisible());
        tabs.setCurrentIndex(0);
    }
    tabs.setCurrentIndex(1);
    QCoreApplication::processEvents();
    QCOMPARE(late->page()->size(), late->size());
    QCOMPARE(made.count(), 1);
}

void TestLatePages::aPageIsMadeBeforeWhenItIsNeeded()
{
    int times = 0;
    QTabWidget tabs;
    auto *late = new LatePage<QListWidget>([&times](QWidget *place) {
        ++times;
        return new QListWidget(place);
    });
    tabs.addTab(new QWidget, u"first"_s);
    tabs.addTab(late, u"second"_s);
    tabs.show();
    QVERIFY(QTest::qWaitForWindowActive(&tabs));
    late->page()->addItem(u"an item"_s);
    QVERIFY(!late->page()->isVisible());
    tabs.setCurrentIndex(1);
    QVERIFY(late->page()->isVisible());
    QCOMPARE(late->page()->count(), 1);
    QCOMPARE(times, 1);
}

void TestLatePages::nothingIsMadeBeforeItIsSeen_data()
{
    QTest::addColumn<QString>("tabs");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QByteArray>("page");
    const auto row = [](const QString &tabs, const QString &title, const QByteArray &page) {
        QTest::addRow("%s", page.constData()) << tabs << title << page;
    };
    row(u"compareFaces"_s, u"Charts"_s, "ChartsFace");
    row(u"compareFaces"_s, u"Cost"_s, "CostFace");
    row(u"compareFaces"_s, u"Tokens"_s, "TokensFace");
    row(u"compareFaces"_s, u"Labels"_s, "LabelsPanel");
    row(u"compareFaces"_s, u"Edit"_s, "EffectPanel");
    row(u"costSection"_s, {}, "CostPage");
    row(u"checksSection"_s, {}, "VerdictsPage");
    row(u"alternativesSection"_s, {}, "TokenPage");
    row(u"promptTabs"_s, u"Variables"_s, "VariablesPage");
    row(u"promptTabs"_s, u"Checks"_s, "ChecksPage");
    row(u"libraryTabs"_s, u"Models"_s, "ModelsPage");
}

void TestLatePages::nothingIsMadeBeforeItIsSeen()
{
    QFETCH(QString, tabs);
    QFETCH(QString, title);
    QFETCH(QByteArray, page);
    WindowFixture f;
    QVERIFY(f.start());
    QCoreApplication::processEvents(); // what comes after the first picture
    QVERIFY(!instanceOf(f.window.get(), page));
    QVERIFY(title.isEmpty() ? f.unfold(tabs) : f.clickTab(tabs, title));
    const QWidget *made = instanceOf(f.window.get(), page);
    QVERIFY(made);
    QVERIFY(made->isVisible());
}

void TestLatePages::commandsWorkBeforeThereIsAPage()
{
    WindowFixture f;
    QVERIFY(f.start());
    const auto press = [&f](Qt::Key key) { QTest::keyClick(f.window.get(), key, Qt::ControlModifier | Qt::ShiftModifier); };
    press(Qt::Key_K); // colour by the next measure
    press(Qt::Key_T); // as a table
    press(Qt::Key_B); // there is no token to branch at
    QCOMPARE(f.engine.count(), 0);
    QVERIFY(f.clickTab(u"compareFaces"_s, u"Tokens"_s));
    QCOMPARE(f.window->findChild<QComboBox *>(u"tokenColouring"_s)->currentIndex(), 1);
    QVERIFY(f.window->compare()->tokenActions().table->isChecked());

    press(Qt::Key_L);
    const QWidget *labels = instanceOf(f.window.get(), "LabelsPanel");
    QVERIFY(labels && labels->isVisible());
    press(Qt::Key_E);
    QVERIFY(instanceOf(f.window.get(), "EffectPanel"));
    const EffectPanel *effect = f.window->scoring()->effect();
    QVERIFY(effect->isVisible());
    QTRY_VERIFY2(effect->note().contains(u"no answer yet"_s), qPrintable(effect->note())); // it was computed, not only shown
}

void TestLatePages::keysGoToAPageThatIsNew()
{
    WindowFixture f;
    QVERIFY(f.start());
    f.press(Qt::Key_6, Qt::AltModifier);
    QVERIFY(f.window->compare()->tokens()->isVisible());
    QVERIFY(f.window->compare()->isAncestorOf(QApplication::focusWidget()));
    f.press(Qt::Key_7, Qt::AltModifier);
    QVERIFY(f.window->inspector()->token()->isAncestorOf(QApplication::focusWidget()));
    f.window->library()->setCurrentIndex(2);
    f.press(Qt::Key_1, Qt::AltModifier);
    QVERIFY(instanceOf(f.window.get(), "ModelsPage")->isAncestorOf(QApplication::focusWidget()));
}

void TestLatePages::whatHappenedBeforeIsShown()
{
    WindowFixture f;
    QVERIFY(f.start());
    runAll(f);
    QVERIFY(f.unfold(u"checksSection"_s));
    QTRY_COMPARE(f.window->findChild<QTableView *>(u"verdicts"_s)->model()->rowCount(), 2);
    QVERIFY(f.unfold(u"costSection"_s));
    const QAbstractItemModel *costs = f.window->findChild<QTableView *>(u"costs"_s)->model();
    QCOMPARE(costs->rowCount(), 2);
    QCOMPARE(costs->index(0, 0).data().toString(), u"mini cool"_s);
    QVERIFY(f.clickTab(u"compareFaces"_s, u"Grid"_s));
    QCOMPARE(f.window->findChild<QTableView *>(u"grid"_s)->model()->rowCount(), 2);
    QVERIFY(f.clickTab(u"compareFaces"_s, u"Tokens"_s));
    QCOMPARE(f.window->compare()->tokens()->columns().size(), 1);
    QVERIFY(!f.window->findChild<QTableView *>(u"runs"_s));
    QVERIFY(f.clickTab(u"libraryTabs"_s, u"Runs"_s));
    auto *runs = f.window->findChild<QTableView *>(u"runs"_s);
    QTRY_COMPARE(runs->model()->rowCount(), 1);
    QTRY_VERIFY(runs->isVisible());
}

void TestLatePages::aRunThatIsLookedAtIsNoDifferent()
{
    WindowFixture f;
    QVERIFY(f.start());
    runAll(f);
    Q_EMIT f.window->library()->runRequested(f.window->session().runId());
    QTRY_VERIFY(f.window->runView() && f.window->runView()->isVisible());
    QVERIFY(!instanceOf(f.window->runView(), "TokensFace"));
    f.press(Qt::Key_6, Qt::AltModifier);
    const QWidget *face = instanceOf(f.window->runView(), "TokensFace");
    QVERIFY(face && face->isVisible());
    QVERIFY(f.window->runView()->isAncestorOf(QApplication::focusWidget()));
    QVERIFY(!instanceOf(f.window->compare(), "TokensFace"));
}

void TestLatePages::sizesAreRestoredWhenAPageIsMade()
{
    QSplitter parts(Qt::Vertical);
    parts.setChildrenCollapsible(false);
    parts.addWidget(new QWidget);
    parts.addWidget(new QWidget);
    parts.setSizes({700, 900});
    WindowFixture f;
    f.saved.splitters.insert(u"labelParts"_s, parts.saveState());
    QVERIFY(f.start());
    QVERIFY(!f.window->findChild<QSplitter *>(u"labelParts"_s));
    const LabelsPanel *labels = f.window->scoring()->labels();
    QCOMPARE(labels->findChild<QSplitter *>(u"labelParts"_s)->saveState(), parts.saveState());
}

void TestLatePages::theRememberedPageIsThereFromTheStart()
{
    WindowFixture f;
    f.saved.pages = {{u"compareFaces"_s, 4}, {u"libraryTabs"_s, 1}};
    f.saved.sections = {{u"checksSection"_s, true}};
    QVERIFY(f.start());
    for (const QByteArray &page : {QByteArray("TokensFace"), QByteArray("VerdictsPage")}) {
        const QWidget *made = instanceOf(f.window.get(), page);
        QVERIFY2(made && made->isVisible(), page.constData());
    }
    QVERIFY(f.window->findChild<QTableView *>(u"runs"_s));
    QVERIFY(!instanceOf(f.window.get(), "LabelsPanel"));
}

TEMPERA_WINDOW_TEST(TestLatePages)
#include "tst_latepages.moc"
