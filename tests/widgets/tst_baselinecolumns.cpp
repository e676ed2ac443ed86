// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/gridmodel.h"
#include "tests/widgets/runwindow.h"
#include "widgets/common/controls.h"
#include "widgets/compare/answercolumns.h"
#include "widgets/compare/comparepanel.h"
#include "widgets/compare/gridface.h"
#include "widgets/compare/outputpane.h"
#include "widgets/compare/verdictstrip.h"

#include <QAction>
#include <QCheckBox>
#include <QDropEvent>
#include <QMimeData>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

const QString nightly = u"/results/nightly.json"_s;

/// promptfoo's results of the fixture's experiment: "mini warm" alone, which knew the capitals.
QByteArray nightlyResults(const QString &country = u"Japan"_s)
{
    const QString row = uR"({"testIdx": %1, "promptIdx": 0, "provider": {"id": "local:tempera-mini", "label": "mini warm"},
        "promptId": "x", "prompt": {"raw": "?", "label": "capital"}, "vars": {"country": "%2"},
        "testCase": {"description": "%2", "vars": {"country": "%2"}, "assert": %3},
        "response": {"output": "%4", "cost": 0.001, "tokenUsage": {"prompt": 20, "completion": 2, "total": 22}},
        "success": true, "failureReason": 0, "score": 1, "latencyMs": 120,
        "gradingResult": {"pass": true, "score": 1, "reason": "", "componentResults":
            [{"pass": true, "score": 1, "reason": "", "assertion": {"type": "contains", "value": "x"}}]}})"_s;
    const QString france =
        row.arg(u"0"_s, u"France"_s,
                u"[{\"type\": \"contains\", \"value\": \"Paris\"}, {\"type\": \"not-contains\", \"value\": \"London\"}]"_s,
                u"It is Paris."_s);
    const QString other =
        row.arg(u"1"_s, country, u"[{\"type\": \"icontains\", \"value\": \"tokyo\"}]"_s, u"Tokyo, of course."_s);
    return uR"({"results": {"version": 3, "results": [%1, %2]}, "config": {"providers": [{"id": "local:tempera-mini",
        "label": "mini warm", "config": {"temperature": 0.5}}]}})"_s.arg(france, other)
        .toUtf8();
}

VerdictStrip *stripIn(const WindowFixture &f)
{
    return f.window->compare()->grid()->verdict();
}

QString sentencesIn(const WindowFixture &f)
{
    QStringList texts;
    const QList<QLabel *> labels = stripIn(f)->findChildren<QLabel *>(u"verdictSentence"_s);
    for (const QLabel *label : labels) {
        if (label->isVisibleTo(stripIn(f)))
            texts += label->text();
    }
    return texts.join(u'\n');
}

GridModel *gridIn(const WindowFixture &f)
{
    return qobject_cast<GridModel *>(f.window->compare()->grid()->table()->model());
}

/// All cells answer with the word; the run is over.
bool runOnce(WindowFixture &f, const QString &word)
{
    const int before = f.engine.count();
    RunsTesting::runByKeys(f);
    int next = before;
    return QTest::qWaitFor([&] {
        for (; next < f.engine.count(); ++next)
            f.engine.answer(next, word, RunsTesting::usage(9, 3));
        return next == before + 4 && f.window->findChild<QAction *>(u"run"_s)->isEnabled();
    });
}

bool chooseFileByKeys(WindowFixture &f)
{
    f.chosenFile = nightly;
    f.press(Qt::Key_B, Qt::ControlModifier | Qt::AltModifier);
    auto *menu = stripIn(f)->findChild<QMenu *>(u"baselineMenu"_s);
    if (!QTest::qWaitFor([menu] { return menu->isVisible(); }))
        return false;
    QTest::keyClick(menu, Qt::Key_Up); // the last one
    QTest::keyClick(menu, Qt::Key_Return);
    // No window manager gives the keyboard back to the window.
    f.window->activateWindow();
    f.window->compare()->setFocus();
    return QTest::qWaitFor([menu, &f] { return !menu->isVisible() && f.window->isActiveWindow(); });
}

} // namespace

class TestBaselineColumns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aResultFileStandsFirstInTheGrid();
    void aBrokenFileSaysWhy();
    void nothingInCommonIsSaid();
    void itStandsFirstInColumnsAndIsComparedWith();
    void aFileIsDropped();
    void runsStandSideBySide();
    void settingsAreCompared();
};

void TestBaselineColumns::aResultFileStandsFirstInTheGrid()
{
    WindowFixture f;
    f.files.contents.insert(nightly, nightlyResults());
    QVERIFY(f.start());
    QVERIFY(runOnce(f, u"Paris"_s)); // right for France alone
    QVERIFY(chooseFileByKeys(f));
    QTRY_VERIFY2(sentencesIn(f).contains(u"Compared with nightly.json: 2 cases the same."_s), qPrintable(sentencesIn(f)));
    GridModel *grid = gridIn(f);
    QVERIFY(grid);
    QTRY_COMPARE(grid->columnCount(), 3); // there is one column: both are compared with it
    const auto head = [grid](int column) { return grid->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(); };
    QVERIFY2(head(0).startsWith(u"baseline: nightly.json · mini warm"_s), qPrintable(head(0)));
    QTRY_VERIFY2(head(0).contains(u"100.0 % pass (2 of 2)"_s), qPrintable(head(0)));
    QTRY_VERIFY2(head(1).contains(u"(−50.0 points)"_s), qPrintable(head(1)));
    QCOMPARE(grid->index(1, 0).data().toString(), u"✓ Tokyo, of course."_s);
    // Its column is walked through by keys; what is chosen there is the case.
    QTableView *table = f.window->compare()->grid()->table();
    f.press(Qt::Key_9, Qt::AltModifier);
    QTRY_VERIFY(table->hasFocus());
    QTest::keyClick(table, Qt::Key_Home);
    QTest::keyClick(table, Qt::Key_Down);
    QCOMPARE(table->currentIndex(), grid->index(1, 0));
    QTRY_COMPARE(table->currentIndex(), grid->index(1, 0));
    QTest::keyClick(table, Qt::Key_B); // it is none of the run's: nothing to pin
    QCOMPARE(grid->columnCount(), 3);
    QTest::keyClick(table, Qt::Key_Right);
    QTest::keyClick(table, Qt::Key_B); // a variant is again
    QTRY_COMPARE(grid->columnCount(), 2);
}

void TestBaselineColumns::aBrokenFileSaysWhy()
{
    WindowFixture f;
    f.files.contents.insert(nightly, nightlyResults().first(200));
    QVERIFY(f.start());
    QVERIFY(runOnce(f, u"Paris"_s));
    QVERIFY(chooseFileByKeys(f));
    QTRY_VERIFY2(sentencesIn(f).contains(u"no whole JSON"_s), qPrintable(sentencesIn(f)));
    QVERIFY2(sentencesIn(f).contains(u"nightly.json"_s), qPrintable(sentencesIn(f)));
    QVERIFY(!stripIn(f)->verdict()->baselineRun());
}

void TestBaselineColumns::nothingInCommonIsSaid()
{
    WindowFixture f;
    QByteArray other = nightlyResults(u"Peru"_s);
    other.replace("\"France\"", "\"Chile\"");
    f.files.contents.insert(nightly, other);
    QVERIFY(f.start());
    QVERIFY(runOnce(f, u"Paris"_s));
    QVERIFY(chooseFileByKeys(f));
    QTRY_VERIFY2(sentencesIn(f).contains(u"Cannot be compared with nightly.json: no case is the same (2 cases only here"_s),
                 qPrintable(sentencesIn(f)));
    QCOMPARE(gridIn(f)->columnCount(), 2);
}

void TestBaselineColumns::itStandsFirstInColumnsAndIsComparedWith()
{
    WindowFixture f;
    f.files.contents.insert(nightly, nightlyResults());
    QVERIFY(f.start());
    QVERIFY(runOnce(f, u"It is Rome."_s));
    QVERIFY(chooseFileByKeys(f));
    QTRY_COMPARE(gridIn(f)->columnCount(), 3);
    f.window->compare()->focusColumn(0);
    VariantColumn *seen = nullptr; // there is another one under the grid
    QTRY_VERIFY2(([&] {
                     const QList<VariantColumn *> all = f.window->compare()->findChildren<VariantColumn *>(u"baselineColumn"_s);
                     const auto visible = std::ranges::find_if(all, &QWidget::isVisible);
                     seen = visible == all.end() ? nullptr : *visible;
                     return seen != nullptr;
                 }()),
                 "no column of the baseline");
    QTRY_COMPARE(seen->pane()->toPlainText(), u"It is Paris."_s);
    QVERIFY(seen->x() < f.window->compare()->columns().at(0)->x());
    QTRY_VERIFY(f.window->findChild<QAction *>(u"compare_run"_s)->isEnabled());
    const auto *settings = f.window->compare()->columns().at(0)->findChild<OneLineLabel *>(u"columnSettings"_s);
    QTRY_VERIFY2(settings->text().startsWith(u"Δ score −0.50"_s), qPrintable(settings->text()));
    f.press(Qt::Key_D, Qt::ControlModifier | Qt::AltModifier);
    QTRY_VERIFY(!f.window->compare()->columns().at(0)->pane()->marks().isEmpty());
    QTRY_VERIFY(!seen->pane()->marks().isEmpty());
    f.press(Qt::Key_D, Qt::ControlModifier | Qt::AltModifier);
    QTRY_VERIFY(seen->pane()->marks().isEmpty());
}

void TestBaselineColumns::aFileIsDropped()
{
    WindowFixture f;
    f.files.contents.insert(nightly, nightlyResults());
    QVERIFY(f.start());
    QVERIFY(runOnce(f, u"Paris"_s));
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(u"/results/notes.txt"_s)});
    QDragEnterEvent other(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(f.window->compare(), &other);
    data.setUrls({QUrl::fromLocalFile(nightly)});
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(f.window->compare(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(f.window->compare(), &drop);
    QVERIFY(drop.isAccepted());
    QTRY_VERIFY(stripIn(f)->verdict()->baselineRun());
    QCOMPARE(stripIn(f)->verdict()->baselineRun()->name, u"nightly.json"_s);
    QTRY_COMPARE(gridIn(f)->columnCount(), 3);
}

void TestBaselineColumns::runsStandSideBySide()
{
    WindowFixture f;
    QVERIFY(RunsTesting::startWithFiles(f));
    QVERIFY(runOnce(f, u"first"_s));
    QVERIFY(runOnce(f, u"second"_s));
    QVERIFY(runOnce(f, u"third"_s));
    f.window->compare()->focusColumn(0);
    f.window->findChild<QAction *>(u"columns_runs"_s)->trigger();
    const auto texts = [&f] {
        QStringList all;
        for (VariantColumn *column : f.window->compare()->columns())
            all += column->pane()->toPlainText();
        return all;
    };
    QTRY_COMPARE(texts(), (QStringList{u"third"_s, u"second"_s, u"first"_s}));
    f.press(Qt::Key_D, Qt::ControlModifier); // the others are compared with this run
    QTRY_VERIFY(!f.window->compare()->columns().at(2)->pane()->marks().isEmpty());
    QVERIFY(runOnce(f, u"fourth"_s));
    QTRY_COMPARE(texts(), (QStringList{u"fourth"_s, u"third"_s, u"second"_s, u"first"_s}));
    f.window->findChild<QAction *>(u"columns_variants"_s)->trigger();
    QTRY_COMPARE(texts(), (QStringList{u"fourth"_s, u"fourth"_s}));
}

void TestBaselineColumns::settingsAreCompared()
{
    WindowFixture f;
    f.files.contents.insert(nightly, nightlyResults());
    QVERIFY(f.start());
    QVERIFY(runOnce(f, u"Paris"_s));
    QVERIFY(chooseFileByKeys(f));
    QTRY_COMPARE(gridIn(f)->columnCount(), 3);
    f.press(Qt::Key_G, Qt::ControlModifier | Qt::AltModifier);
    auto *table = stripIn(f)->findChild<QTableView *>(u"comparedSettingsTable"_s);
    QVERIFY(table);
    QTRY_VERIFY(table->isVisible());
    const QAbstractItemModel *model = table->model();
    QCOMPARE(model->columnCount(), 3);
    QCOMPARE(model->headerData(0, Qt::Horizontal).toString(), u"nightly.json · mini warm"_s);
    QCOMPARE(model->headerData(0, Qt::Vertical).toString(), u"temperature"_s);
    QCOMPARE(model->index(0, 0).data().toString(), u"0.5"_s);
    QCOMPARE(model->index(0, 1).data().toString(), u"≠ 0.2"_s);
    const int few = model->rowCount();
    auto *only = stripIn(f)->findChild<QCheckBox *>(u"onlyDifferentSettings"_s);
    only->setFocus();
    QTest::keyClick(only, Qt::Key_Space);
    QVERIFY(model->rowCount() > few);
}

TEMPERA_WINDOW_TEST(TestBaselineColumns)
#include "tst_baselinecolumns.moc"
