// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/picture.h"
#include "tests/widgets/windowfixture.h"
#include "widgets/common/growingedit.h"
#include "widgets/prompt/promptpanel.h"
#include "widgets/prompt/prompttabs.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QLineEdit>
#include <QMenu>
#include <QTabBar>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

struct PromptWindow : WindowFixture {
    [[nodiscard]] static Experiment prompts(const QStringList &texts)
    {
        Experiment experiment = WindowFixture::experiment();
        experiment.prompts.clear();
        for (const QString &text : texts)
            experiment.prompts += Prompt{.label = {}, .messages = {Message{Role::User, text}}, .other = {}};
        return experiment;
    }

    [[nodiscard]] QTabBar *bar() const { return window->findChild<QTabBar *>(u"promptBar"_s); }
    [[nodiscard]] QStringList titles() const
    {
        QStringList all;
        for (int i = 0; i < bar()->count(); ++i)
            all += bar()->tabText(i);
        return all;
    }
    [[nodiscard]] QString edited() const { return messageEdit()->toPlainText(); }
    void undo() const { QTest::keyClick(window.get(), Qt::Key_Z, Qt::ControlModifier); }
    void trigger(const QString &name) const { window->findChild<QAction *>(name)->trigger(); }
};

} // namespace

class TestPromptTabs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tabsAreWalkedByKeys();
    void aPromptIsAddedAndWritten();
    void aPromptIsRenamedByKeys();
    void renamingIsGivenUp();
    void promptsAreDuplicatedMovedAndRemoved();
    void theMenuIsOfTheTabUnderThePointer();
    void whatATabSaysIsData();
    void manyPromptsKeepTheWindowNarrow();
};

void TestPromptTabs::tabsAreWalkedByKeys()
{
    PromptWindow f;
    QVERIFY(f.start(f.prompts({u"Say A"_s, u"Say B"_s, u"Say C"_s})));
    QCOMPARE(f.titles(), (QStringList{u"1 · Say A"_s, u"2 · Say B"_s, u"3 · Say C"_s}));
    QCOMPARE(f.edited(), u"Say A"_s);
    f.press(Qt::Key_PageDown, Qt::AltModifier);
    QCOMPARE(f.bar()->currentIndex(), 1);
    QCOMPARE(f.edited(), u"Say B"_s);
    f.press(Qt::Key_PageDown, Qt::AltModifier);
    f.press(Qt::Key_PageDown, Qt::AltModifier); // there is no further one
    QCOMPARE(f.edited(), u"Say C"_s);
    f.press(Qt::Key_PageUp, Qt::AltModifier);
    QCOMPARE(f.edited(), u"Say B"_s);
    f.bar()->setFocus(Qt::TabFocusReason);
    f.press(Qt::Key_Left);
    QCOMPARE(f.edited(), u"Say A"_s);
    QVERIFY(!f.document.canUndo()); // looking at one changes nothing
    QTest::mouseClick(f.bar(), Qt::LeftButton, {}, f.bar()->tabRect(2).center());
    QCOMPARE(f.edited(), u"Say C"_s);
}

void TestPromptTabs::aPromptIsAddedAndWritten()
{
    PromptWindow f;
    QVERIFY(f.start(f.prompts({u"Say A"_s})));
    QCOMPARE(f.titles(), QStringList{u"Say A"_s}); // one alone needs no number
    f.window->prompt()->showTab(PromptPanel::VariablesTab);
    QTest::keyClick(f.window.get(), Qt::Key_N, Qt::ControlModifier | Qt::AltModifier);
    QCOMPARE(f.bar()->currentIndex(), 1);
    QVERIFY(f.messageEdit()->hasFocus());
    QTest::keyClicks(f.messageEdit(), u"Say B"_s);
    QCOMPARE(f.titles(), (QStringList{u"1 · Say A"_s, u"2 · Say B"_s}));
    QCOMPARE(f.document.experiment().prompts.at(1).messages, (Messages{Message{Role::User, u"Say B"_s}}));
    f.undo(); // what was typed
    f.undo(); // the prompt
    QCOMPARE(f.titles(), QStringList{u"Say A"_s});
    QVERIFY(!f.document.canUndo());
}

void TestPromptTabs::aPromptIsRenamedByKeys()
{
    PromptWindow f;
    QVERIFY(f.start(f.prompts({u"Say A"_s, u"Say B"_s})));
    f.press(Qt::Key_PageDown, Qt::AltModifier);
    f.press(Qt::Key_F2, Qt::ShiftModifier);
    auto *name = f.window->findChild<QLineEdit *>(u"promptRename"_s);
    QVERIFY(name && name->hasFocus());
    QTest::keyClicks(name, u"terse & short"_s);
    QTest::keyClick(name, Qt::Key_Return);
    QVERIFY(name->isHidden());
    QCOMPARE(f.document.experiment().prompts.at(1).label, u"terse & short"_s);
    QCOMPARE(f.titles().at(1), u"2 · terse && short"_s);
    QCOMPARE(f.document.undoLabel(), u"Rename a prompt"_s);
    f.undo();
    QCOMPARE(f.document.experiment().prompts.at(1).label, QString());
    QVERIFY(!f.document.canUndo());
}

void TestPromptTabs::renamingIsGivenUp()
{
    PromptWindow f;
    QVERIFY(f.start(f.prompts({u"Say A"_s, u"Say B"_s})));
    QTest::mouseDClick(f.bar(), Qt::LeftButton, {}, f.bar()->tabRect(0).center());
    auto *name = f.window->findChild<QLineEdit *>(u"promptRename"_s);
    QVERIFY(name && name->isVisible());
    QTest::keyClicks(name, u"never"_s);
    QTest::keyClick(name, Qt::Key_Escape);
    QVERIFY(name->isHidden());
    QVERIFY(!f.document.canUndo());
    QCOMPARE(f.titles().at(0), u"1 · Say A"_s);
}

void TestPromptTabs::promptsAreDuplicatedMovedAndRemoved()
{
    PromptWindow f;
    QVERIFY(f.start(f.prompts({u"Say A"_s, u"Say B"_s})));
    f.trigger(u"prompt_duplicate"_s);
    QCOMPARE(f.titles(), (QStringList{u"1 · Say A"_s, u"2 · Say A"_s, u"3 · Say B"_s}));
    QCOMPARE(f.bar()->currentIndex(), 1);
    f.undo();
    QCOMPARE(f.titles(), (QStringList{u"1 · Say A"_s, u"2 · Say B"_s}));
    f.press(Qt::Key_PageUp, Qt::AltModifier);
    f.press(Qt::Key_PageDown, Qt::AltModifier | Qt::ShiftModifier);
    QCOMPARE(f.titles(), (QStringList{u"1 · Say B"_s, u"2 · Say A"_s}));
    QCOMPARE(f.edited(), u"Say A"_s); // it is followed
    f.undo();
    QCOMPARE(f.titles(), (QStringList{u"1 · Say A"_s, u"2 · Say B"_s}));
    QVERIFY(!f.document.canUndo());
    f.trigger(u"prompt_remove"_s);
    QCOMPARE(f.bar()->count(), 1);
    QVERIFY(!f.window->findChild<QAction *>(u"prompt_remove"_s)->isEnabled());
    f.undo();
    QCOMPARE(f.bar()->count(), 2);
    QVERIFY(!f.document.canUndo());
}

void TestPromptTabs::theMenuIsOfTheTabUnderThePointer()
{
    PromptWindow f;
    QVERIFY(f.start(f.prompts({u"Say A"_s, u"Say B"_s})));
    const QPoint at = f.bar()->tabRect(1).center();
    QContextMenuEvent clicked(QContextMenuEvent::Mouse, at, f.bar()->mapToGlobal(at));
    QApplication::sendEvent(f.bar(), &clicked);
    QCOMPARE(f.bar()->currentIndex(), 1);
    auto *menu = f.window->findChild<QMenu *>(u"promptMenu"_s);
    QTRY_VERIFY(menu && menu->isVisible());
    QTest::keyClick(menu, Qt::Key_Down); // the first: rename
    QTest::keyClick(menu, Qt::Key_Return);
    auto *name = f.window->findChild<QLineEdit *>(u"promptRename"_s);
    QTRY_VERIFY(name && name->isVisible());
    QCOMPARE(name->placeholderText(), u"Say B"_s);
}

void TestPromptTabs::whatATabSaysIsData()
{
    PromptWindow f;
    QVERIFY(f.start(f.prompts({u"<b>bold</b> {{ country }} and so on and on and on"_s, u"Say B"_s})));
    QVERIFY2(f.titles().at(0).size() < 26 && f.titles().at(0).startsWith(u"1 · <b>bold</b>"_s), qPrintable(f.titles().at(0)));
    QVERIFY(f.bar()->tabToolTip(0).contains(u"and on and on"_s)); // shown by the window as plain text
}

void TestPromptTabs::manyPromptsKeepTheWindowNarrow()
{
    PromptWindow f;
    f.size = QSize(1024, 700);
    QStringList texts;
    for (int i = 0; i < 30; ++i)
        texts += u"Say the number %1 in words"_s.arg(i);
    QVERIFY(f.start(f.prompts(texts)));
    QCOMPARE(f.window->size(), QSize(1024, 700));
    auto *tabs = f.window->findChild<PromptTabs *>();
    QVERIFY(f.bar()->width() <= tabs->width());
    auto *add = f.window->findChild<QWidget *>(u"addPrompt"_s);
    QVERIFY(tabs->rect().contains(add->geometry()));
    keepPicture(f.window.get(), u"prompts"_s);
    for (int i = 0; i < 29; ++i)
        f.press(Qt::Key_PageDown, Qt::AltModifier);
    QCOMPARE(f.edited(), texts.last());
    QVERIFY(f.bar()->rect().intersects(f.bar()->tabRect(29)));
}

TEMPERA_WINDOW_TEST(TestPromptTabs)
#include "tst_prompttabs.moc"
