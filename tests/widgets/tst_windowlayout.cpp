// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// How the window divides its room between what is asked and what came of it.

#include "tests/widgets/windowfixture.h"
#include "widgets/common/growingedit.h"
#include "widgets/compare/comparepanel.h"
#include "widgets/prompt/messagespage.h"
#include "widgets/prompt/promptpanel.h"
#include "widgets/prompt/renderedpane.h"

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
    QVERIFY(f.window->close());
    f.window.reset();
    QVERIFY(f.start());
    settleLayout();
    QCOMPARE(f.window->prompt()->height(), moved);
}

TEMPERA_WINDOW_TEST(TestWindowLayout)
#include "tst_windowlayout.moc"
