// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// A run that stops when the difference is decided.

#include "tests/widgets/runwindow.h"
#include "widgets/compare/comparepanel.h"
#include "widgets/compare/gridface.h"
#include "widgets/compare/verdictstrip.h"

#include <QAction>
#include <QMenu>
#include <QTableView>

#include <limits>

using namespace Qt::StringLiterals;
using namespace Tempera;
using namespace Tempera::RunsTesting;

namespace {

/// Two variants over 40 cases, each with one check.
Experiment racedCases()
{
    Experiment experiment = WindowFixture::experiment();
    const Case first = experiment.cases.at(0);
    experiment.cases.clear();
    for (int i = 0; i < 40; ++i) {
        Case next = first;
        next.description = u"case %1"_s.arg(i + 1);
        next.checks.resize(1);
        next.checks[0].type = u"contains"_s;
        next.checks[0].value = u"yes"_s;
        experiment.cases += next;
    }
    experiment.defaultCase.checks.clear();
    experiment.maxConcurrency = 2;
    return experiment;
}

QAction *raceAction(const WindowFixture &f)
{
    return f.window->findChild<QAction *>(u"run_race"_s);
}

void raceByKeys(WindowFixture &f)
{
    f.press(Qt::Key_R, Qt::ControlModifier | Qt::AltModifier);
}

/// The second variant always passes, the first one never; until the run is over, or so many were answered.
bool answerRace(WindowFixture &f, int most = std::numeric_limits<int>::max())
{
    int next = 0;
    return QTest::qWaitFor([&] {
        const Session &session = f.window->session();
        for (; next < most && next < f.engine.count() && session.totals().answered() >= next; ++next)
            f.engine.answer(next, f.engine.at(next).request.key.variantIndex == 1 ? u"yes"_s : u"no"_s, usage(9, 3));
        return next == most ? session.totals().answered() == most : next > 0 && !session.isRunning();
    });
}

QString headline(const WindowFixture &f)
{
    return f.window->compare()->grid()->verdict()->findChild<QLabel *>(u"verdictHeadline"_s)->text();
}

} // namespace

class TestWindowRace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itStopsWhenItIsDecided();
    void howItStandsIsShown();
    void whyThereCanBeNone();
    void theMenuSaysWhy();
};

void TestWindowRace::itStopsWhenItIsDecided()
{
    WindowFixture f;
    f.saved = {};
    QVERIFY(f.start(racedCases()));
    QTRY_VERIFY(raceAction(f)->isEnabled());
    raceByKeys(f);
    QTRY_VERIFY(f.engine.count() > 0);
    QTRY_VERIFY(!raceAction(f)->isEnabled());
    QVERIFY(answerRace(f));
    QVERIFY(f.window->session().totals().notNeeded > 40);
    QCOMPARE(f.window->session().totals().finished(), 80);
    QTRY_VERIFY2(status(f).contains(u"race: decided after"_s), qPrintable(status(f)));
    QTRY_VERIFY2(headline(f).contains(u"saved"_s), qPrintable(headline(f))); // once all that is left out is
    QVERIFY2(headline(f).startsWith(u"Decided after "_s), qPrintable(headline(f)));
    QVERIFY2(headline(f).contains(u"mini warm better"_s), qPrintable(headline(f)));
    const QTableView *table = f.window->compare()->grid()->table();
    const auto notNeeded = [table] {
        int count = 0;
        for (int row = 0; row < table->model()->rowCount(); ++row)
            count += table->model()->index(row, 0).data().toString() == u"Not needed"_s;
        return count;
    };
    QTRY_VERIFY(notNeeded() > 20);
    QTRY_VERIFY(raceAction(f)->isEnabled());
}

void TestWindowRace::howItStandsIsShown()
{
    WindowFixture f;
    f.saved = {};
    QVERIFY(f.start(racedCases()));
    raceByKeys(f);
    QTRY_VERIFY(f.engine.count() > 0);
    QVERIFY(answerRace(f, 6));
    QTRY_VERIFY2(status(f).contains(u"race: 3 of 40 cases, e-value "_s), qPrintable(status(f)));
    QVERIFY(status(f).contains(u" of 20"_s));
    QTRY_VERIFY2(headline(f).startsWith(u"Not decided after 3 of 40 cases."_s), qPrintable(headline(f)));
}

void TestWindowRace::whyThereCanBeNone()
{
    {
        WindowFixture f;
        Experiment unchecked = racedCases();
        unchecked.cases.changeEach([](Case &each) { each.checks.clear(); });
        QVERIFY(f.start(unchecked));
        QVERIFY(!raceAction(f)->isEnabled());
        QVERIFY2(raceAction(f)->toolTip().contains(u"no checks"_s), qPrintable(raceAction(f)->toolTip()));
        raceByKeys(f);
        QCoreApplication::processEvents();
        QCOMPARE(f.engine.count(), 0);
    }
    WindowFixture f;
    Experiment single = racedCases();
    single.variants.removeLast();
    QVERIFY(f.start(single));
    QVERIFY(!raceAction(f)->isEnabled());
    QVERIFY2(raceAction(f)->toolTip().contains(u"only one"_s), qPrintable(raceAction(f)->toolTip()));
    f.press(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier); // another variant
    QTRY_VERIFY(raceAction(f)->isEnabled());
}

void TestWindowRace::theMenuSaysWhy()
{
    WindowFixture f;
    QVERIFY(f.start(racedCases()));
    const auto *button = f.window->findChild<QToolButton *>(u"runButton"_s);
    QVERIFY(button->menu()->actions().contains(raceAction(f)));
    QVERIFY(button->menu()->toolTipsVisible());
    QCOMPARE(raceAction(f)->shortcut(), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_R));
}

TEMPERA_WINDOW_TEST(TestWindowRace)
#include "tst_windowrace.moc"
