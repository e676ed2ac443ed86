// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/handbackground.h"
#include "tests/widgets/windowfixture.h"
#include "widgets/common/growingedit.h"
#include "widgets/common/messagebar.h"
#include "widgets/prompt/promptpanel.h"
#include "widgets/prompt/renderedpane.h"

#include <QAction>
#include <QClipboard>
#include <QLabel>
#include <QListView>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTextBlock>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

QString rendered(const WindowFixture &f)
{
    return f.window->prompt()->rendered()->text()->toPlainText();
}

QStringList faults(const WindowFixture &f)
{
    const QAbstractItemModel *model = f.window->prompt()->rendered()->faults()->model();
    QStringList texts;
    for (int i = 0; i < model->rowCount(); ++i)
        texts += model->index(i, 0).data().toString();
    return texts;
}

QString labelText(const WindowFixture &f, const QString &name)
{
    const auto *label = f.window->findChild<QLabel *>(name);
    return label ? label->text() : u"there is no such label"_s;
}

/// What is underlined in an editor.
QStringList underlined(const GrowingEdit *edit)
{
    QStringList texts;
    for (const QTextEdit::ExtraSelection &line : edit->extraSelections()) {
        if (line.format.underlineStyle() == QTextCharFormat::WaveUnderline)
            texts += line.cursor.selectedText();
    }
    return texts;
}

/// The parts of a text that have a background of their own.
QStringList marked(const QPlainTextEdit *edit)
{
    QStringList texts;
    for (QTextBlock block = edit->document()->begin(); block.isValid(); block = block.next()) {
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            if (it.fragment().charFormat().background().style() != Qt::NoBrush)
                texts += it.fragment().text();
        }
    }
    return texts;
}

/// Replaces the text of the last message, key by key.
void type(WindowFixture &f, const QString &text)
{
    GrowingEdit *edit = f.messageEdit(1);
    edit->setFocus();
    f.press(Qt::Key_A, Qt::ControlModifier);
    f.press(Qt::Key_Delete);
    for (const QChar c : text) {
        if (c == u'\n')
            QTest::keyClick(edit, Qt::Key_Return);
        else
            QTest::keyClicks(edit, QString(c));
    }
}

} // namespace

class TestWindowPrompt : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thePromptIsRenderedWhileTyping();
    void itFollowsTheCase();
    void theRawTextIsThatOfTheModel();
    void faultsAreSeenWhileTyping_data();
    void faultsAreSeenWhileTyping();
    void nothingIsCountedThatDoesNotRender();
    void aFaultIsJumpedTo();
    void aFaultOfAnotherCaseIsJumpedTo();
    void noTemplateIsNotRun_data();
    void noTemplateIsNotRun();
    void otherFaultsAreAskedAbout();
    void theQuestionIsAnsweredByKeys();
    void typingGoesOnWhileATemplateRuns();
    void theEditorCountsForTheModel();
    void aCountIsAboutUntilItIsExact();
    void coloursFollow();
    void itFitsASmallWindow();
    void itCanBeHidden();
    void whatIsNoTextHasItsPlace();
};

void TestWindowPrompt::whatIsNoTextHasItsPlace()
{
    WindowFixture f;
    QVERIFY(f.start());
    QTRY_VERIFY(rendered(f).contains(u"France"_s));
    type(f, uR"([{"type":"text","text":"What of {{ country }}?"},)"
            uR"({"type":"image_url","image_url":{"url":"data:image/png;base64,AAAA"}},)"
            uR"({"type":"image_url","image_url":{"url":"https://example.org/a.png"}}])"_s);
    const QString size = QLocale().formattedDataSize(3);
    QTRY_COMPARE(rendered(f), u"System\nYou answer in one word.\n\nUser\nWhat of France?\n[image/png, %1]\n"
                              "[image at https://example.org/a.png]"_s.arg(size));
}

void TestWindowPrompt::thePromptIsRenderedWhileTyping()
{
    WindowFixture f;
    QVERIFY(f.start());
    QTRY_COMPARE(rendered(f), u"System\nYou answer in one word.\n\nUser\nWhat is the capital of France?"_s);
    QCOMPARE(marked(f.window->prompt()->rendered()->text()), QStringList{u"France"_s});
    type(f, u"Say {{ country | upper }} twice"_s);
    QTRY_COMPARE(rendered(f), u"System\nYou answer in one word.\n\nUser\nSay FRANCE twice"_s);
    QCOMPARE(marked(f.window->prompt()->rendered()->text()), QStringList{u"FRANCE"_s});
    // Five words and three, and four around each message.
    QTRY_COMPARE(labelText(f, u"renderedTokens"_s), u"16 tokens, exact"_s);
    QCOMPARE(faults(f), QStringList());
    QVERIFY(!f.window->prompt()->rendered()->faults()->isVisible());
}

void TestWindowPrompt::itFollowsTheCase()
{
    WindowFixture f;
    QVERIFY(f.start());
    QTRY_VERIFY(rendered(f).contains(u"France"_s));
    QCOMPARE(labelText(f, u"renderedTitle"_s), u"Rendered: case 1, France"_s);
    f.press(Qt::Key_PageDown, Qt::ControlModifier);
    QTRY_VERIFY2(rendered(f).contains(u"Japan"_s), qPrintable(rendered(f)));
    QCOMPARE(labelText(f, u"renderedTitle"_s), u"Rendered: case 2, Japan"_s);
}

void TestWindowPrompt::theRawTextIsThatOfTheModel()
{
    WindowFixture f;
    QVERIFY(f.start());
    QTRY_VERIFY(rendered(f).contains(u"France"_s));
    auto *raw = f.window->findChild<QToolButton *>(u"renderedRaw"_s);
    QVERIFY(raw && raw->isVisible());
    raw->setFocus();
    f.press(Qt::Key_Space);
    QTRY_COMPARE(rendered(f), u"<|system|>You answer in one word.<|end|><|user|>What is the capital of France?<|end|>"_s);
    f.press(Qt::Key_Space);
    QTRY_VERIFY(rendered(f).startsWith(u"System\n"_s));
}

void TestWindowPrompt::faultsAreSeenWhileTyping_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("line"); ///< What is underlined.
    QTest::addColumn<QString>("word"); ///< In what is said.
    QTest::newRow("no such variable") << u"Say {{ contry }}!"_s << u"contry"_s << u"\"contry\" has no value"_s;
    QTest::newRow("no such member") << u"Say {{ country.name }}!"_s << u"country.name"_s << u"\"country.name\" has no value"_s;
    QTest::newRow("in a loop") << u"{% for x in lands %}{{ x }}{% endfor %}"_s << u"lands"_s << u"\"lands\" has no value"_s;
    QTest::newRow("not closed") << u"Say {{ country"_s << u"{{ country"_s << u"not a valid template"_s;
    QTest::newRow("not closed, on the second line") << u"Please\nsay {{ country"_s << u"{{ country"_s << u"line 2"_s;
    QTest::newRow("block not closed") << u"{% if country %}Say it"_s << u"{% if country %}"_s << u"not a valid template"_s;
    QTest::newRow("tag not closed") << u"Say {% if country"_s << u"{% if country"_s << u"not a valid template"_s;
    QTest::newRow("no such filter") << u"Say {{ country | uper }}"_s << u"uper"_s << u"no filter \"uper\""_s;
    QTest::newRow("no such filter where it is not reached")
        << u"{% if not country %}{{ country | uper }}{% endif %}Hi"_s << u"uper"_s << u"no filter \"uper\""_s;
    QTest::newRow("no such test") << u"{% if country is town %}Hi{% endif %}Say"_s << u"town"_s << u"no test \"town\""_s;
    QTest::newRow("single braces") << u"Say {country} and {{ country }}"_s << u"{country}"_s << u"{{ country }}"_s;
    QTest::newRow("single braces alone") << u"Say {country}"_s << u"{country}"_s << u"{{ country }}"_s;
    QTest::newRow("empty") << u""_s << QString() << u"empty"_s;
    QTest::newRow("blank") << u"  "_s << QString() << u"empty"_s;
}

void TestWindowPrompt::faultsAreSeenWhileTyping()
{
    QFETCH(QString, text);
    QFETCH(QString, line);
    QFETCH(QString, word);
    WindowFixture f;
    QVERIFY(f.start());
    type(f, text);
    QTRY_COMPARE(faults(f).size(), 1);
    QVERIFY2(faults(f).constFirst().contains(word), qPrintable(faults(f).constFirst()));
    QVERIFY2(faults(f).constFirst().contains(u"message 2"_s), qPrintable(faults(f).constFirst()));
    QCOMPARE(underlined(f.messageEdit(1)), line.isEmpty() ? QStringList() : QStringList{line});
    QCOMPARE(underlined(f.messageEdit(0)), QStringList());
    QVERIFY2(f.messageEdit(1)->accessibleDescription().contains(word == u"line 2"_s ? u"not a valid template"_s : word),
             qPrintable(f.messageEdit(1)->accessibleDescription()));
    QVERIFY(f.window->prompt()->rendered()->faults()->isVisible());
    QCOMPARE(labelText(f, u"promptFaultsTitle"_s), u"1 problem"_s);
    // What is mended is gone.
    type(f, u"Say {{ country }}"_s);
    QTRY_COMPARE(faults(f), QStringList());
    QCOMPARE(underlined(f.messageEdit(1)), QStringList());
    QCOMPARE(f.messageEdit(1)->accessibleDescription(), QString());
}

void TestWindowPrompt::nothingIsCountedThatDoesNotRender()
{
    WindowFixture f;
    QVERIFY(f.start());
    QTRY_VERIFY(labelText(f, u"renderedTokens"_s).contains(u"tokens"_s));
    for (const QString &text : {u"Say {{ country"_s, u"Say {{ country | uper }}"_s}) {
        type(f, text);
        QTRY_COMPARE(labelText(f, u"renderedTokens"_s), u"cannot be sent"_s);
        QTRY_VERIFY2(!labelText(f, u"costBar"_s).contains(u"tokens"_s), qPrintable(labelText(f, u"costBar"_s)));
        QVERIFY2(!labelText(f, u"costBar"_s).contains(u'$'), qPrintable(labelText(f, u"costBar"_s)));
        QVERIFY2(rendered(f).contains(text), qPrintable(rendered(f)));
        type(f, u"Say it"_s);
        QTRY_VERIFY2(labelText(f, u"costBar"_s).contains(u"tokens in"_s), qPrintable(labelText(f, u"costBar"_s)));
    }
}

void TestWindowPrompt::aFaultIsJumpedTo()
{
    WindowFixture f;
    QVERIFY(f.start());
    type(f, u"Say {{ contry }}\nand {{ twon }}"_s);
    QTRY_COMPARE(faults(f).size(), 2);
    f.press(Qt::Key_F8);
    QCOMPARE(f.messageEdit(1)->textCursor().selectedText(), u"contry"_s);
    QVERIFY(f.messageEdit(1)->hasFocus());
    f.press(Qt::Key_F8);
    QCOMPARE(f.messageEdit(1)->textCursor().selectedText(), u"twon"_s);
    f.press(Qt::Key_F8, Qt::ShiftModifier);
    QCOMPARE(f.messageEdit(1)->textCursor().selectedText(), u"contry"_s);
    // By the list: keys, then a click; also from another page.
    QListView *list = f.window->prompt()->rendered()->faults();
    f.window->prompt()->showTab(PromptPanel::ChecksTab);
    list->setFocus();
    f.press(Qt::Key_Down);
    f.press(Qt::Key_Return);
    QCOMPARE(f.messageEdit(1)->textCursor().selectedText(), u"twon"_s);
    QVERIFY(f.messageEdit(1)->hasFocus());
    const QPoint first = list->visualRect(list->model()->index(0, 0)).center();
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, first);
    QCOMPARE(f.messageEdit(1)->textCursor().selectedText(), u"contry"_s);
    QTest::keyClicks(f.messageEdit(1), u"country"_s);
    QTRY_COMPARE(faults(f).size(), 1);
}

void TestWindowPrompt::aFaultOfAnotherCaseIsJumpedTo()
{
    WindowFixture f;
    Experiment experiment = WindowFixture::experiment();
    experiment.cases[1].variables.clear();
    QVERIFY(f.start(experiment));
    QTRY_COMPARE(faults(f).size(), 1);
    QVERIFY2(faults(f).constFirst().contains(u"case 2"_s), qPrintable(faults(f).constFirst()));
    QVERIFY(rendered(f).contains(u"France"_s));
    f.press(Qt::Key_F8);
    QTRY_VERIFY2(rendered(f).contains(u"the capital of {{ country }}?"_s), qPrintable(rendered(f)));
    QCOMPARE(f.messageEdit(1)->textCursor().selectedText(), u"country"_s);
}

void TestWindowPrompt::noTemplateIsNotRun_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("not closed") << u"Say {{ country"_s;
    QTest::newRow("block not closed") << u"{% if country %}Say"_s;
    QTest::newRow("no such filter") << u"Say {{ country | uper }}"_s;
}

void TestWindowPrompt::noTemplateIsNotRun()
{
    QFETCH(QString, text);
    WindowFixture f;
    QVERIFY(f.start());
    type(f, text);
    f.press(Qt::Key_Return, Qt::ControlModifier); // before anything was reviewed
    QTRY_VERIFY(f.window->messageBar()->isVisible());
    QVERIFY2(f.window->messageBar()->text().startsWith(u"Nothing was run."_s), qPrintable(f.window->messageBar()->text()));
    QVERIFY(f.window->prompt()->rendered()->faults()->hasFocus());
    QCOMPARE(f.engine.count(), 0);
    QVERIFY(f.window->session().runId().isNull());
    QCOMPARE(f.toldFaults, QStringList());
    f.press(Qt::Key_Return); // to where it is
    QVERIFY(f.messageEdit(1)->hasFocus());
    type(f, u"Say {{ country }}"_s);
    f.press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(f.engine.count(), 4);
}

void TestWindowPrompt::otherFaultsAreAskedAbout()
{
    WindowFixture f;
    QVERIFY(f.start());
    f.runAnyway = false;
    type(f, u"Say {country} and {{ country }}"_s);
    f.press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(f.toldFaults.size(), 1);
    QCOMPARE(f.engine.count(), 0);
    QVERIFY(f.window->prompt()->rendered()->faults()->hasFocus());
    f.runAnyway = true;
    f.press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(f.toldFaults.size(), 2);
    QTRY_COMPARE(f.engine.count(), 4);
    QCOMPARE(f.engine.at(0).request.messages.constLast().text, u"Say {country} and France"_s);
    for (int i = 0; i < 4; ++i)
        f.engine.answer(i, u"yes"_s);
    QTRY_VERIFY(f.window->findChild<QAction *>(u"run"_s)->isEnabled()); // its end has been told
    // Who was told is not told again.
    f.press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(f.engine.count(), 8);
    QCOMPARE(f.toldFaults.size(), 2);
}

void TestWindowPrompt::theQuestionIsAnsweredByKeys()
{
    WindowFixture f;
    f.prepare = [](WindowContext &context) { context.askFaults = {}; };
    QVERIFY(f.start());
    type(f, u"  "_s);
    const auto question = [&f] { return f.window->findChild<QMessageBox *>(u"faultsQuestion"_s); };
    f.press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(question() && question()->isVisible());
    QVERIFY2(question()->informativeText().contains(u"message 2: The message is empty."_s),
             qPrintable(question()->informativeText()));
    QTest::keyClick(question(), Qt::Key_Escape);
    QTRY_VERIFY(!question());
    QCOMPARE(f.engine.count(), 0);
    f.window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(f.window.get()));
    f.press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(question() && question()->isVisible());
    QTRY_COMPARE(QApplication::activeWindow(), question());
    QTest::keyClick(question(), Qt::Key_R, Qt::AltModifier);
    QTRY_COMPARE(f.engine.count(), 4);
}

void TestWindowPrompt::typingGoesOnWhileATemplateRuns()
{
    HandBackground background;
    WindowFixture f;
    f.prepare = [&background](WindowContext &context) { context.background = &background; };
    QVERIFY(f.start());
    background.workOff();
    // Long enough to be seen, were it rendered here.
    const QString endless = u"{% for i in range(100000000) %}{{ i }}{% endfor %}"_s;
    type(f, endless);
    QTRY_VERIFY(background.waiting() > 0);
    QTest::keyClicks(f.messageEdit(1), u"!"_s);
    QCOMPARE(f.messageEdit(1)->toPlainText(), endless + u'!');
    f.press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(f.engine.count(), 0);
    // One review and one estimate, however much is typed.
    QVERIFY2(background.waiting() <= 2, qPrintable(QString::number(background.waiting())));
    type(f, u"Say {{ country }}"_s);
    background.workOff();
    QTRY_VERIFY(background.waiting() > 0 || f.engine.count() == 4);
    background.workOff();
    QTRY_COMPARE(f.engine.count(), 4);
    QCOMPARE(f.engine.at(0).request.messages.constLast().text, u"Say France"_s);
}

void TestWindowPrompt::theEditorCountsForTheModel()
{
    WindowFixture f;
    Experiment experiment = WindowFixture::experiment();
    experiment.variants[1].endpoint = endpointFromId(u"openai:chat:gpt-4o"_s);
    f.counter.factor = 3;
    QVERIFY(f.start(experiment));
    const auto tokens = [&f] { return f.messageEdit(1)->parentWidget()->findChild<QLabel *>(u"messageTokens"_s)->text(); };
    QTRY_COMPARE(tokens(), u"24 tokens"_s);
    QCOMPARE(f.counter.texts.back().id, u"local:tempera-mini"_s);
    QTest::keyClicks(f.messageEdit(1), u" now"_s);
    QTRY_COMPARE(tokens(), u"27 tokens"_s);
    // The other column's model counts for itself.
    f.counter.factor = 1;
    f.press(Qt::Key_2, Qt::ControlModifier);
    QTRY_COMPARE(f.counter.texts.back().id, u"openai:chat:gpt-4o"_s);
    QTRY_COMPARE(tokens(), u"9 tokens"_s);
    QVERIFY2(!f.window->findChild<QToolButton *>(u"renderedRaw"_s)->isVisible(), "nobody knows what a hosted model reads");
}

void TestWindowPrompt::aCountIsAboutUntilItIsExact()
{
    WindowFixture f;
    QVERIFY(f.start());
    const auto tokens = [&f] { return f.messageEdit(1)->parentWidget()->findChild<QLabel *>(u"messageTokens"_s)->text(); };
    QTRY_COMPARE(labelText(f, u"renderedTokens"_s), u"19 tokens, exact"_s);
    QTRY_COMPARE(tokens(), u"8 tokens"_s);
    QTRY_VERIFY2(labelText(f, u"costBar"_s).contains(u" 76 tokens in"_s), qPrintable(labelText(f, u"costBar"_s)));
    f.counter.hold();
    type(f, u"Say {{ country }}"_s);
    QCOMPARE(tokens(), u"≈8 tokens"_s);
    QCOMPARE(labelText(f, u"renderedTokens"_s), u"≈19 tokens"_s);
    QTRY_VERIFY(rendered(f).contains(u"Say France"_s));
    QCOMPARE(labelText(f, u"renderedTokens"_s), u"≈19 tokens"_s);
    QTRY_VERIFY2(labelText(f, u"costBar"_s).contains(u"≈76 tokens in"_s), qPrintable(labelText(f, u"costBar"_s)));
    f.counter.release();
    QTRY_COMPARE(labelText(f, u"renderedTokens"_s), u"15 tokens, exact"_s);
    QTRY_COMPARE(tokens(), u"4 tokens"_s);
    QTRY_VERIFY2(labelText(f, u"costBar"_s).contains(u" 60 tokens in"_s), qPrintable(labelText(f, u"costBar"_s)));
}

void TestWindowPrompt::coloursFollow()
{
    applyColourScheme(ColourScheme::Light);
    WindowFixture f;
    QVERIFY(f.start());
    type(f, u"Say {{ contry }} in {{ country }}"_s);
    QTRY_COMPARE(underlined(f.messageEdit(1)).size(), 1);
    const auto line = [&f] { return f.messageEdit(1)->extraSelections().constFirst().format.underlineColor(); };
    const QColor light = line();
    applyColourScheme(ColourScheme::Dark);
    QTRY_VERIFY(line() != light);
    QCOMPARE(marked(f.window->prompt()->rendered()->text()), QStringList{u"France"_s});
    applyColourScheme(ColourScheme::System);
}

void TestWindowPrompt::itFitsASmallWindow()
{
    WindowFixture f;
    QVERIFY(f.start());
    type(f, u"Say {{ a_name_that_is_longer_than_anybody_would_take_it_who_has_to_type_it_again }} {{ country"_s);
    QTRY_COMPARE(faults(f).size(), 1);
    f.window->resize(1024, 700);
    QTRY_COMPARE(f.window->size(), QSize(1024, 700));
    const QWidget *pane = f.window->prompt()->rendered();
    QTRY_VERIFY2(!pane->isVisible(), "the messages alone are left");
    QTest::keyClick(f.window.get(), Qt::Key_8, Qt::AltModifier);
    QTRY_VERIFY(pane->isVisible());
    QVERIFY(f.window->rect().contains(QRect(pane->mapTo(f.window.get(), QPoint()), pane->size())));
}

void TestWindowPrompt::itCanBeHidden()
{
    WindowFixture f;
    QVERIFY(f.start());
    QAction *action = nullptr;
    for (QAction *each : f.window->findChildren<QAction *>()) {
        if (each->objectName() == u"show_rendered"_s)
            action = each;
    }
    QVERIFY(action && action->isChecked());
    action->trigger();
    QVERIFY(!f.window->prompt()->rendered()->isVisible());
    f.press(Qt::Key_8, Qt::AltModifier);
    QVERIFY(f.window->prompt()->rendered()->text()->hasFocus());
    QVERIFY(action->isChecked());
}

TEMPERA_WINDOW_TEST(TestWindowPrompt)
#include "tst_windowprompt.moc"
