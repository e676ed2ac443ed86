// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Runs that were stopped go on.

#include "tests/widgets/runwindow.h"
#include "widgets/common/growingedit.h"
#include "widgets/common/messagebar.h"
#include "widgets/compare/runview.h"
#include "widgets/library/librarypanel.h"

#include <QAction>
#include <QLabel>
#include <QTableView>

using namespace Qt::StringLiterals;
using namespace Tempera;
using namespace Tempera::RunsTesting;

class TestWindowResume : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aStoppedRunGoesOn();
    void aRunOfAnotherFileGoesOn();
    void aRunOfAnotherExperimentDoesNotGoOn();
};

void TestWindowResume::aStoppedRunGoesOn()
{
    WindowFixture f;
    QVERIFY(startWithFiles(f));
    auto *resume = f.window->findChild<QAction *>(u"run_resume"_s);
    QVERIFY(!resume->isEnabled());
    runByKeys(f);
    QTRY_COMPARE(f.engine.count(), 4);
    QVERIFY(!resume->isEnabled());
    stopAfter(f, 1);
    QTRY_VERIFY(resume->isEnabled());
    const QUuid run = f.window->session().runId();
    QTest::keyClick(f.window.get(), Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(f.engine.count(), 7);
    QVERIFY(!resume->isEnabled());
    QCOMPARE(f.window->session().runId(), run);
    QTRY_COMPARE(f.answer(0), u"answer 0.0"_s); // it stays
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
void TestWindowResume::aRunOfAnotherFileGoesOn()
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
    QTRY_VERIFY(f.window->findChild<QAction *>(u"resumeListedRun"_s)->isEnabled());
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
void TestWindowResume::aRunOfAnotherExperimentDoesNotGoOn()
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

TEMPERA_WINDOW_TEST(TestWindowResume)
#include "tst_windowresume.moc"
