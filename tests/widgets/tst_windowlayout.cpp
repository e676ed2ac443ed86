// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// How the window divides its room between what is asked and what came of it.

#include "tests/widgets/windowfixture.h"
#include "widgets/common/growingedit.h"
#include "widgets/compare/comparepanel.h"
#include "widgets/library/librarypanel.h"
#include "widgets/prompt/messagespage.h"
#include "widgets/prompt/promptpanel.h"
#include "widgets/prompt/renderedpane.h"

#include <QAction>
#include <QPushButton>
#include <QScrollBar>
#include <QSplitter>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

void settleLayout()
{
    for (int i = 0; i < 6; ++i) // texts that wrap need more than one round
        QCoreApplication::processEvents();
}

/// Empty pixels below the last thing on the page of messages.
int emptyBelowMessages(const WindowFixture &f)
{
    const auto *add = f.window->findChild<QPushButton *>(u"addMessage"_s);
    const int end = add->mapTo(f.window->prompt(), QPoint(0, add->height())).y();
    return f.window->prompt()->height() - end;
}

} // namespace

class TestWindowLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thePromptIsNotHigherThanItNeeds();
    void itGrowsWithItsTextAndLeavesTheLargerHalf();
    void aLineThatWasMovedStays();
    void theAnswersGetAWindowOfTheirOwnAndComeBack();
    void aWindowOfTheirOwnIsRemembered();
};

void TestWindowLayout::thePromptIsNotHigherThanItNeeds()
{
    WindowFixture f;
    QVERIFY(f.start());
    settleLayout();
    QVERIFY(f.window->prompt()->rendered()->isVisible());
    QVERIFY2(f.window->prompt()->messages()->verticalScrollBar()->maximum() == 0, "all messages are seen");
    QVERIFY2(emptyBelowMessages(f) >= 0 && emptyBelowMessages(f) < 40, qPrintable(QString::number(emptyBelowMessages(f))));
    QVERIFY(f.window->compare()->height() > f.window->prompt()->height());
    // One message less, and it needs less.
    const int before = f.window->prompt()->height();
    Experiment next = f.document.experiment();
    next.prompts[0].messages.removeFirst();
    f.document.edit(next, u"one less"_s);
    QTRY_VERIFY(f.window->prompt()->height() < before);
    QTRY_VERIFY(emptyBelowMessages(f) >= 0 && emptyBelowMessages(f) < 40);
}

void TestWindowLayout::itGrowsWithItsTextAndLeavesTheLargerHalf()
{
    WindowFixture f;
    QVERIFY(f.start());
    settleLayout();
    const int before = f.window->prompt()->height();
    f.messageEdit(1)->setFocus();
    for (int i = 0; i < 5; ++i)
        QTest::keyClick(f.messageEdit(1), Qt::Key_Return);
    QTRY_VERIFY(f.window->prompt()->height() > before || f.window->prompt()->messages()->verticalScrollBar()->maximum() > 0);
    for (int i = 0; i < 60; ++i)
        QTest::keyClick(f.messageEdit(1), Qt::Key_Return);
    settleLayout();
    QVERIFY(f.window->compare()->height() > f.window->prompt()->height());
    f.window->resize(1280, 560);
    settleLayout();
    QVERIFY(f.window->compare()->height() > f.window->prompt()->height());
}

void TestWindowLayout::aLineThatWasMovedStays()
{
    WindowFixture f;
    QVERIFY(f.start());
    settleLayout();
    auto *splitter = f.window->findChild<QSplitter *>(u"centre"_s);
    QWidget *handle = splitter->handle(1);
    const QPoint grip = handle->rect().center();
    QTest::mousePress(handle, Qt::LeftButton, {}, grip);
    QTest::mouseMove(handle, grip + QPoint(0, 80));
    QTest::mouseRelease(handle, Qt::LeftButton, {}, grip + QPoint(0, 80));
    settleLayout();
    const int moved = f.window->prompt()->height();
    QTest::keyClick(f.messageEdit(1), Qt::Key_Return);
    settleLayout();
    QCOMPARE(f.window->prompt()->height(), moved);
    QTest::keyClick(f.messageEdit(1), Qt::Key_Z, Qt::ControlModifier); // nothing is left to be saved
    QVERIFY(f.window->close());
    f.window.reset();
    QVERIFY(f.start());
    settleLayout();
    QCOMPARE(f.window->prompt()->height(), moved);
}

void TestWindowLayout::theAnswersGetAWindowOfTheirOwnAndComeBack()
{
    WindowFixture f;
    QVERIFY(f.start());
    settleLayout();
    const QRect before(f.window->compare()->mapTo(f.window.get(), QPoint()), f.window->compare()->size());
    f.press(Qt::Key_F11, Qt::ShiftModifier);
    settleLayout();
    QWidget *own = f.window->compare()->window();
    QVERIFY(own != f.window.get() && own->isVisible());
    QVERIFY(f.window->compare()->isVisible() && f.window->prompt()->isVisible());
    QTRY_VERIFY(f.window->compare()->isAncestorOf(QApplication::focusWidget()));
    QVERIFY(f.window->findChild<QAction *>(u"answers_detach"_s)->isChecked());
    // The keys of the window work in both.
    f.press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(f.engine.count(), 4);
    f.engine.answer(0, u"Paris"_s);
    QTRY_COMPARE(f.answer(0), u"Paris"_s);
    f.press(Qt::Key_2, Qt::AltModifier);
    QTRY_VERIFY(f.window->isActiveWindow());
    QVERIFY(f.window->prompt()->isAncestorOf(QApplication::focusWidget()));
    f.press(Qt::Key_1, Qt::ControlModifier);
    QTRY_VERIFY(own->isActiveWindow());
    // Another pane fills the window, and the answers are still there.
    f.press(Qt::Key_2, Qt::AltModifier);
    QTRY_VERIFY(f.window->isActiveWindow());
    f.press(Qt::Key_F11);
    QVERIFY(!f.window->library()->isVisible() && f.window->compare()->isVisible());
    f.press(Qt::Key_F11);
    QVERIFY(f.window->library()->isVisible());
    QVERIFY(own->close());
    settleLayout();
    QCOMPARE(f.window->compare()->window(), f.window.get());
    QVERIFY(f.window->compare()->isVisible() && !own->isVisible());
    QTRY_COMPARE(QRect(f.window->compare()->mapTo(f.window.get(), QPoint()), f.window->compare()->size()), before);
    QVERIFY(!f.window->findChild<QAction *>(u"answers_detach"_s)->isChecked());
}

void TestWindowLayout::aWindowOfTheirOwnIsRemembered()
{
    WindowFixture f;
    QVERIFY(f.start());
    f.press(Qt::Key_F11, Qt::ShiftModifier);
    QTRY_VERIFY(f.window->compare()->window() != f.window.get());
    QVERIFY(f.window->close());
    f.window.reset();
    QVERIFY(f.start());
    QTRY_VERIFY(f.window->compare()->window() != f.window.get() && f.window->compare()->isVisible());
    QVERIFY(f.window->compare()->window()->close());
    QVERIFY(f.window->close());
    f.window.reset();
    QVERIFY(f.start());
    settleLayout();
    QCOMPARE(f.window->compare()->window(), f.window.get());
}

TEMPERA_WINDOW_TEST(TestWindowLayout)
#include "tst_windowlayout.moc"
