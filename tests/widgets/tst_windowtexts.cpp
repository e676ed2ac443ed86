// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/traces.h"
#include "tests/widgets/picture.h"
#include "tests/widgets/windowfixture.h"
#include "widgets/common/controls.h"
#include "widgets/common/growingedit.h"
#include "widgets/common/messagebar.h"
#include "widgets/compare/comparepanel.h"
#include "widgets/compare/diffstrip.h"
#include "widgets/compare/markdownpane.h"
#include "widgets/compare/outputpane.h"
#include "widgets/compare/variantcolumn.h"
#include "widgets/library/librarypanel.h"

#include <QAction>
#include <QLabel>
#include <QListWidget>
#include <QRegularExpression>
#include <QSpinBox>
#include <QTableView>
#include <QTextBlock>

using namespace Qt::StringLiterals;
using namespace Tempera;
using namespace std::chrono_literals;

namespace {

QString labelText(const WindowFixture &f, const QString &name)
{
    const auto *label = f.window->findChild<QLabel *>(name);
    return label ? label->text() : u"no label "_s + name;
}

QString note(const WindowFixture &f, int column)
{
    const auto *label = f.column(column)->findChild<QLabel *>(u"columnNote"_s);
    return label && label->isVisible() ? label->text() : QString();
}

/// A single case, so that a run has one request a variant.
Experiment oneCase(int variants = 2)
{
    Experiment experiment = WindowFixture::experiment();
    experiment.cases.resize(1);
    while (experiment.variants.size() < variants)
        experiment.variants += experiment.variants.first();
    return experiment;
}

void run(WindowFixture &f, int requests)
{
    QTest::keyClick(f.window.get(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(f.engine.count(), requests);
}

void answer(WindowFixture &f, int variant, const QString &text)
{
    f.engine.answer(f.generation({0, 0, variant, 0}), text);
}

/// Compares with the first column, by keys.
void compareWithFirst(WindowFixture &f)
{
    f.press(Qt::Key_1, Qt::ControlModifier);
    f.press(Qt::Key_D, Qt::ControlModifier);
}

QList<PaneMark::Look> looksOf(const WindowFixture &f, int column)
{
    QList<PaneMark::Look> looks;
    for (const PaneMark &mark : f.column(column)->pane()->marks())
        looks += mark.look;
    return looks;
}

QStringList recentInLibrary(const WindowFixture &f)
{
    QStringList names;
    const auto *list = f.window->findChild<QListWidget *>(u"files"_s);
    bool recent = false;
    for (int row = 0; row < list->count(); ++row) {
        if (recent)
            names += list->item(row)->text();
        recent = recent || list->item(row)->text() == u"Recent"_s;
    }
    return names;
}

void openByKeys(WindowFixture &f, const QString &path)
{
    f.chosenFile = path;
    QTest::keyClick(f.window.get(), Qt::Key_O, Qt::ControlModifier);
}

void chooseView(WindowFixture &f, const QString &name)
{
    auto *action = f.window->findChild<QAction *>(name);
    QVERIFY(action);
    action->trigger();
}

} // namespace

class TestWindowTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPauseBeforeTryingAgainIsTimeThatIsLeft();
    void whatIsLeftIsSaidInWholeSeconds();
    void stoppedAnswersAreNotCompared();
    void emptyAnswersAreNotCompared();
    void nearlyEqualIsNotEqual();
    void differencesAreWalkedByKeys();
    void onlyDifferencesAreShown();
    void bothTextsStandInOne();
    void thatBothTextsStandInOneIsRemembered();
    void luckIsToldFromAChangeOfMind();
    void whatStandsElsewhereIsMoved();
    void answersAreComparedWithWhatIsExpected();
    void answersAreComparedWithTheRepeatBefore();
    void answersAreComparedWithTheInput();
    void conversationsStandTurnByTurn();
    void oneUnknownCostIsOne();
    void aWarningSaysWhatWhereAndNothingElse();
    void anErrorSaysWhatThenWhere();
    void recentNamesAFileOnce();
    void recentTellsFilesOfOneNameApart();
    void answersBeginAtOneHeight();
    void theFootIsOneLine();
    void answersAreRenderedAsMarkdown();
    void whatIsRenderedReachesNothing();
    void answersAreShownRaw();
    void theViewIsRemembered();
};

void TestWindowTexts::aPauseBeforeTryingAgainIsTimeThatIsLeft()
{
    WindowFixture f;
    Experiment experiment = oneCase(4);
    QVERIFY(f.start(experiment));
    run(f, 4);
    f.clock.advance(567ms);
    answer(f, 0, u"Paris"_s);
    answer(f, 1, u"Paris"_s);
    const Error cause = failure(ErrorKind::RateLimited, u"slow down"_s).error();
    f.engine.deliver(f.generation({0, 0, 2, 0}), {Event::Retrying{1, 30s, cause}});
    QTRY_VERIFY2(labelText(f, u"remaining"_s).contains(u"at least 30 s left"_s), qPrintable(labelText(f, u"remaining"_s)));
    f.clock.advance(12s);
    QTRY_VERIFY2(labelText(f, u"remaining"_s).contains(u"at least 18 s left"_s), qPrintable(labelText(f, u"remaining"_s)));
}

void TestWindowTexts::whatIsLeftIsSaidInWholeSeconds()
{
    WindowFixture f;
    QVERIFY(f.start(oneCase(4)));
    run(f, 4);
    f.clock.advance(567ms);
    for (int i = 0; i < 3; ++i)
        answer(f, i, u"Paris"_s);
    QTRY_VERIFY2(labelText(f, u"remaining"_s).endsWith(u", 1 s left"_s), qPrintable(labelText(f, u"remaining"_s)));
}

void TestWindowTexts::stoppedAnswersAreNotCompared()
{
    WindowFixture f;
    QVERIFY(f.start(oneCase(3)));
    run(f, 3);
    answer(f, 0, u"Paris"_s);
    compareWithFirst(f);
    f.engine.started(f.generation({0, 0, 1, 0}));
    f.engine.text(f.generation({0, 0, 1, 0}), u"Paris"_s);
    f.press(Qt::Key_Escape);
    f.engine.finishCancelled(f.generation({0, 0, 1, 0}));
    f.engine.finishCancelled(f.generation({0, 0, 2, 0}));
    QTRY_VERIFY(!f.window->session().isRunning());
    for (const int column : {1, 2})
        QTRY_VERIFY2(note(f, column).contains(u"incomplete"_s) && !note(f, column).contains(u'%'), qPrintable(note(f, column)));
    // And the other way round: nothing is compared with an answer that was stopped.
    f.press(Qt::Key_D, Qt::ControlModifier);
    f.press(Qt::Key_3, Qt::ControlModifier);
    f.press(Qt::Key_D, Qt::ControlModifier);
    QTRY_VERIFY2(note(f, 2).contains(u"nothing is compared"_s), qPrintable(note(f, 2)));
    QVERIFY2(!note(f, 0).contains(u'%') && !note(f, 1).contains(u'%'), qPrintable(note(f, 0)));
}

void TestWindowTexts::emptyAnswersAreNotCompared()
{
    WindowFixture f;
    QVERIFY(f.start(oneCase(3)));
    run(f, 3);
    answer(f, 0, {});
    answer(f, 1, {});
    answer(f, 2, u"Paris"_s);
    compareWithFirst(f);
    QTRY_COMPARE(note(f, 1), u"Both answers are empty"_s);
    QTRY_COMPARE(note(f, 2), u"Not compared: one answer is empty"_s);
}

void TestWindowTexts::nearlyEqualIsNotEqual()
{
    WindowFixture f;
    QVERIFY(f.start(oneCase(3)));
    run(f, 3);
    const QString text = u"one word and another; "_s.repeated(100);
    answer(f, 0, text);
    answer(f, 1, text + u'!');
    answer(f, 2, text);
    compareWithFirst(f);
    QTRY_COMPARE(note(f, 1), u"99 % as in the baseline"_s);
    QTRY_COMPARE(note(f, 2), u"100 % as in the baseline"_s);
}

void TestWindowTexts::differencesAreWalkedByKeys()
{
    WindowFixture f;
    QVERIFY(f.start(oneCase()));
    run(f, 2);
    answer(f, 0, u"The red lamp stands on the old wooden table today."_s);
    answer(f, 1, u"The green lamp stands on the wooden table today, always."_s);
    compareWithFirst(f);
    QTRY_COMPARE(f.column(1)->pane()->marks().size(), 2);
    QCOMPARE(looksOf(f, 0), (QList<PaneMark::Look>{PaneMark::Look::Gone, PaneMark::Look::Gone}));
    QVERIFY(f.column(0)->strip()->isVisible() && f.column(1)->strip()->isVisible());
    QCOMPARE(f.column(1)->strip()->marks().size(), 4); // two came, two are gone
    const auto selected = [&f](int column) { return f.column(column)->pane()->textCursor().selectedText(); };
    f.press(Qt::Key_F7);
    QCOMPARE(selected(0), u"red"_s);
    QCOMPARE(selected(1), u"green"_s);
    QVERIFY2(note(f, 1).endsWith(u"difference 1 of 3"_s), qPrintable(note(f, 1)));
    f.press(Qt::Key_F7);
    QCOMPARE(selected(0), u"old "_s);
    QCOMPARE(selected(1), QString());
    f.press(Qt::Key_F7);
    f.press(Qt::Key_F7); // there is no further one
    QCOMPARE(selected(1), u", always"_s);
    f.press(Qt::Key_F7, Qt::ShiftModifier);
    f.press(Qt::Key_F7, Qt::ShiftModifier);
    QCOMPARE(selected(1), u"green"_s);
    f.press(Qt::Key_D, Qt::ControlModifier);
    QTRY_VERIFY(f.column(0)->pane()->marks().isEmpty() && f.column(1)->pane()->marks().isEmpty());
    QVERIFY(note(f, 1).isEmpty());
    QVERIFY(!f.column(1)->strip()->isVisible());
}

void TestWindowTexts::bothTextsStandInOne()
{
    WindowFixture f;
    QVERIFY(f.start(oneCase(3)));
    run(f, 3);
    answer(f, 0, u"The red lamp stands on the old wooden\u00a0table today."_s);
    answer(f, 1, u"The green lamp stands on the wooden\u00a0table today, always."_s);
    answer(f, 2, u"The red lamp stands on the old wooden\u00a0table today."_s);
    compareWithFirst(f);
    QTRY_COMPARE(f.column(1)->pane()->marks().size(), 2);
    f.press(Qt::Key_F7, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(f.answer(1), u"The redgreen lamp stands on the old wooden table today, always."_s);
    using Look = PaneMark::Look;
    QCOMPARE(looksOf(f, 1), (QList<Look>{Look::Gone, Look::New, Look::Gone, Look::New}));
    QCOMPARE(f.answer(2), f.answer(0));
    keepPicture(f.window.get(), u"inline"_s);
    // Struck through and underlined, so that it is seen without colour.
    const QList<QTextEdit::ExtraSelection> shown = f.column(1)->pane()->extraSelections();
    QVERIFY(shown.at(0).format.fontStrikeOut() && !shown.at(0).format.fontUnderline());
    QVERIFY(!shown.at(1).format.fontStrikeOut());
    QCOMPARE(shown.at(1).format.underlineStyle(), QTextCharFormat::SingleUnderline);
    const auto selected = [&f](int column) { return f.column(column)->pane()->textCursor().selectedText(); };
    f.press(Qt::Key_F7);
    QCOMPARE(selected(0), u"red"_s);
    QCOMPARE(selected(1), u"redgreen"_s);
    f.press(Qt::Key_F7);
    QCOMPARE(selected(1), u"old "_s);
    QCOMPARE(f.column(1)->strip()->marks().size(), 4);
    // The answer itself comes back as it was.
    f.press(Qt::Key_F7, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(f.column(1)->pane()->document()->toRawText(), u"The green lamp stands on the wooden\u00a0table today, always."_s);
    QCOMPARE(looksOf(f, 1), (QList<Look>{Look::New, Look::New}));
    f.press(Qt::Key_F7, Qt::ControlModifier | Qt::ShiftModifier);
    f.press(Qt::Key_D, Qt::ControlModifier); // nothing is compared any more
    QCOMPARE(f.column(1)->pane()->document()->toRawText(), u"The green lamp stands on the wooden\u00a0table today, always."_s);
    QVERIFY(f.column(1)->pane()->marks().isEmpty());
}

void TestWindowTexts::thatBothTextsStandInOneIsRemembered()
{
    WindowState kept = WindowFixture::withColumns();
    {
        WindowFixture f;
        QVERIFY(f.start(oneCase()));
        QTest::keyClick(f.window.get(), Qt::Key_F7, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(f.saved.inlineDifferences);
        kept = f.saved;
    }
    WindowFixture f;
    f.saved = kept;
    QVERIFY(f.start(oneCase()));
    run(f, 2);
    answer(f, 0, u"old words"_s);
    answer(f, 1, u"new words"_s);
    compareWithFirst(f);
    QTRY_COMPARE(f.answer(1), u"oldnew words"_s);
}

void TestWindowTexts::onlyDifferencesAreShown()
{
    WindowFixture f;
    QVERIFY(f.start(oneCase()));
    run(f, 2);
    answer(f, 0, u"one\ntwo\nthree\nfour\nfive\nsix\nseven"_s);
    answer(f, 1, u"one\ntwo\nthree\nfour\nfive\nother\nseven"_s);
    compareWithFirst(f);
    f.press(Qt::Key_F7, Qt::ControlModifier);
    const auto visible = [&f](int column) {
        QStringList lines;
        for (QTextBlock line = f.column(column)->pane()->document()->firstBlock(); line.isValid(); line = line.next())
            lines += line.isVisible() ? line.text() : QString();
        lines.removeAll(QString());
        return lines;
    };
    QTRY_COMPARE(visible(1), (QStringList{u"five"_s, u"other"_s, u"seven"_s}));
    QCOMPARE(visible(0), (QStringList{u"five"_s, u"six"_s, u"seven"_s}));
    f.press(Qt::Key_F7, Qt::ControlModifier);
    QTRY_COMPARE(visible(1).size(), 7);
    QCOMPARE(visible(0).size(), 7);
}

void TestWindowTexts::luckIsToldFromAChangeOfMind()
{
    WindowFixture f;
    QVERIFY(f.start(oneCase(3)));
    run(f, 3);
    const auto vocabulary = vocabularyOf({"It is", " red", " blue", "."});
    // The baseline and the second answer toss a coin; the third is sure of something else.
    const std::vector<double> even{0.05, 0.45, 0.45, 0.05};
    const std::vector<double> other{0.02, 0.03, 0.93, 0.02};
    const auto write = [&](int variant, const std::vector<double> &shares, std::int32_t chosen) {
        const int at = f.generation({0, 0, variant, 0});
        const Trace trace{tokenOf({0.97, 0.01, 0.01, 0.01}, 0, 0.5, *vocabulary), tokenOf(shares, chosen, 0.5, *vocabulary)};
        const QString text = u"It is"_s + QString::fromUtf8(trace.at(1)->piece);
        f.engine.deliver(at, {Event::Started{u"m"_s, vocabulary}, Event::TextDelta{text}, Event::TraceDelta{trace}});
        f.engine.finish(at);
    };
    write(0, even, 1);
    write(1, even, 2);
    write(2, other, 2);
    compareWithFirst(f);
    QTRY_COMPARE(looksOf(f, 1), QList<PaneMark::Look>{PaneMark::Look::CoinFlip});
    QTRY_COMPARE(looksOf(f, 2), QList<PaneMark::Look>{PaneMark::Look::ChangeOfMind});
    QVERIFY2(note(f, 1).endsWith(u"1 coin flip"_s), qPrintable(note(f, 1)));
    QVERIFY2(note(f, 2).endsWith(u"1 change of mind"_s), qPrintable(note(f, 2)));
    const OutputPane *pane = f.column(1)->pane();
    const qsizetype start = pane->marks().constFirst().at.start;
    QVERIFY(pane->tipAt(start).startsWith(u"coin flip"_s));
    QVERIFY(f.column(2)->pane()->tipAt(start).startsWith(u"change of mind"_s));
    QCOMPARE(pane->tipAt(0), QString());
}

void TestWindowTexts::whatStandsElsewhereIsMoved()
{
    WindowFixture f;
    QVERIFY(f.start(oneCase()));
    run(f, 2);
    const QString first = u"Wash the rice well under cold water."_s;
    const QString rest = u"Bring the water to a boil. Cover the pot and wait for twenty minutes before you open it."_s;
    answer(f, 0, first + u'\n' + rest);
    answer(f, 1, rest + u'\n' + first);
    compareWithFirst(f);
    QTRY_COMPARE(looksOf(f, 1), QList<PaneMark::Look>{PaneMark::Look::Moved});
    QCOMPARE(looksOf(f, 0), QList<PaneMark::Look>{PaneMark::Look::Moved});
}

void TestWindowTexts::answersAreComparedWithWhatIsExpected()
{
    WindowFixture f;
    Experiment experiment = oneCase();
    experiment.cases[0].checks[0].type = u"equals"_s;
    experiment.cases[0].checks[0].value = u"The capital is {{ country }}'s Paris"_s;
    QVERIFY(f.start(experiment));
    run(f, 2);
    answer(f, 0, u"The capital is France's Paris"_s);
    answer(f, 1, u"The capital is France's Lyon"_s);
    chooseView(f, u"compare_expected"_s);
    QTRY_COMPARE(note(f, 0), u"100 % as expected"_s);
    QTRY_VERIFY2(note(f, 1).contains(u"% as expected"_s) && !note(f, 1).startsWith(u"100"_s), qPrintable(note(f, 1)));
    compareWithFirst(f); // one comparison at a time
    QTRY_VERIFY2(note(f, 1).contains(u"as in the baseline"_s), qPrintable(note(f, 1)));
    QVERIFY(!note(f, 0).contains(u'%'));
}

void TestWindowTexts::answersAreComparedWithTheRepeatBefore()
{
    WindowFixture f;
    Experiment experiment = oneCase(1);
    experiment.variants.resize(1);
    experiment.repeat = 2;
    QVERIFY(f.start(experiment));
    run(f, 2);
    f.engine.answer(f.generation({0, 0, 0, 1}), u"Paris of course"_s);
    chooseView(f, u"compare_repeat"_s);
    QTRY_VERIFY2(note(f, 0).contains(u"first repeat"_s), qPrintable(note(f, 0)));
    auto *repeats = f.window->compare()->findChild<QSpinBox *>();
    repeats->setFocus();
    f.press(Qt::Key_Up);
    QTRY_COMPARE(f.answer(0), u"Paris of course"_s);
    f.engine.answer(f.generation({0, 0, 0, 0}), u"Paris of sorts"_s); // it comes later
    QTRY_VERIFY2(note(f, 0).contains(u"% as in the previous repeat"_s), qPrintable(note(f, 0)));
}

void TestWindowTexts::answersAreComparedWithTheInput()
{
    WindowFixture f;
    Experiment experiment = oneCase();
    experiment.cases[0].variables[0].value = u"a red house with ten old and quiet rooms"_s;
    QVERIFY(f.start(experiment));
    run(f, 2);
    answer(f, 0, u"a blue house with ten old and quiet rooms"_s);
    answer(f, 1, u"{\"rooms\": \"ten\", \"colour\": \"green\"}"_s);
    chooseView(f, u"compare_input"_s);
    QTRY_VERIFY2(note(f, 0).contains(u"input: 89 % kept, 11 % changed"_s), qPrintable(note(f, 0)));
    QTRY_VERIFY2(note(f, 1).contains(u"1 of 2 values stand in the input"_s), qPrintable(note(f, 1)));
    QCOMPARE(looksOf(f, 0), QList<PaneMark::Look>{PaneMark::Look::New});
    QCOMPARE(looksOf(f, 1), QList<PaneMark::Look>{PaneMark::Look::New});
    f.press(Qt::Key_F7);
    QTRY_VERIFY2(note(f, 0).contains(u"difference 1 of 1"_s), qPrintable(note(f, 0)));
    // What the JSON took from the prompt is marked there.
    auto *rendered = f.window->findChild<QPlainTextEdit *>(u"renderedText"_s);
    QVERIFY(rendered->extraSelections().isEmpty());
    f.press(Qt::Key_2, Qt::ControlModifier);
    QTRY_COMPARE(rendered->extraSelections().size(), 1);
    QCOMPARE(rendered->extraSelections().first().cursor.selectedText(), u"ten"_s);
    chooseView(f, u"compare_repeat"_s); // one comparison at a time
    QTRY_VERIFY2(note(f, 0).contains(u"first repeat"_s), qPrintable(note(f, 0)));
    QTRY_VERIFY(rendered->extraSelections().isEmpty());
}

void TestWindowTexts::conversationsStandTurnByTurn()
{
    WindowFixture f;
    Experiment experiment = WindowFixture::experiment();
    experiment.cases.changeEach([](Case &each) { each.other.insert(u"metadata"_s, QJsonObject{{u"conversationId"_s, u"c"_s}}); });
    QVERIFY(f.start(experiment));
    run(f, 4);
    for (int i = 0; i < 4; ++i) {
        const CellKey key = f.engine.at(i).request.key;
        f.engine.answer(i, u"answer %1 of %2"_s.arg(key.caseIndex).arg(key.variantIndex));
    }
    chooseView(f, u"conversation_turns"_s);
    auto *turns = f.window->compare()->findChild<QTableView *>(u"turns"_s);
    QVERIFY(turns && turns->isVisible());
    QTRY_COMPARE(turns->model()->rowCount(), 5); // system, and twice question and answer
    QVERIFY(turns->hasFocus());
    f.press(Qt::Key_End, Qt::ControlModifier);
    QCOMPARE(turns->currentIndex().data().toString(), u"answer 1 of 1"_s);
    QCOMPARE(turns->model()->headerData(4, Qt::Vertical).toString(), u"5 · Assistant"_s);
    f.press(Qt::Key_Return); // selects its cell, of the second case
    QTRY_COMPARE(f.window->session().summary(f.window->compare()->currentCell()).key.caseIndex, 1);
    chooseView(f, u"conversation_turns"_s);
    QVERIFY(!turns->isVisible());
    QVERIFY(f.column(0)->isVisible());
}

void TestWindowTexts::oneUnknownCostIsOne()
{
    WindowFixture f;
    Experiment experiment = oneCase();
    for (Variant &variant : experiment.variants) {
        variant.endpoint = endpointFromId(u"openrouter:nobody/knows"_s);
        variant.sampling = {};
    }
    experiment.variants.resize(1);
    QVERIFY(f.start(experiment));
    run(f, 1);
    answer(f, 0, u"Paris"_s);
    QTRY_VERIFY2(labelText(f, u"spent"_s).endsWith(u", 1 cost unknown"_s), qPrintable(labelText(f, u"spent"_s)));
}

void TestWindowTexts::aWarningSaysWhatWhereAndNothingElse()
{
    WindowFixture f;
    f.files.contents.insert(u"/home/me/experiments/lamps.yaml"_s,
                            "prompts: [Hello]\nproviders: [local:tempera-mini]\ntests: [{}]\nsharing: true\ntracing: {}\n");
    QVERIFY(f.start());
    openByKeys(f, u"/home/me/experiments/lamps.yaml"_s);
    QCOMPARE(f.document.path(), u"/home/me/experiments/lamps.yaml"_s);
    QVERIFY(f.window->messageBar()->isVisible());
    const QStringList lines = f.window->messageBar()->text().split(u'\n');
    for (const QString &line : lines) {
        QVERIFY2(!line.contains(u"right format"_s), qPrintable(line));
        QVERIFY2(!line.contains(u"/home/me"_s), qPrintable(line));
        QVERIFY2(line.contains(u"(lamps.yaml, line "_s), qPrintable(line));
        QVERIFY2(line.contains(u"kept but ignored"_s), qPrintable(line));
    }
}

void TestWindowTexts::anErrorSaysWhatThenWhere()
{
    WindowFixture f;
    f.files.contents.insert(u"/home/me/broken.yaml"_s, "prompts: [Hello\nproviders: {\n");
    QVERIFY(f.start());
    openByKeys(f, u"/home/me/broken.yaml"_s);
    const QString text = f.window->messageBar()->text();
    QVERIFY2(!text.startsWith(u'/') && !text.startsWith(u"broken.yaml"_s), qPrintable(text));
    QVERIFY2(text.contains(QRegularExpression(u"\\(broken\\.yaml, line \\d+"_s)), qPrintable(text));
    openByKeys(f, u"/home/me/missing.yaml"_s);
    QCOMPARE(f.window->messageBar()->text(), u"The file could not be used. no such file (missing.yaml)"_s);
}

void TestWindowTexts::recentNamesAFileOnce()
{
    WindowFixture f;
    const QByteArray text = writeExperiment(WindowFixture::experiment(), nullptr);
    f.files.contents.insert(u"/mine/capitals.yaml"_s, text);
    f.saved.recentFiles = {u"/mine/./capitals.yaml"_s, u"/mine/capitals.yaml"_s, u"/mine/old/../capitals.yaml"_s};
    QVERIFY(f.start());
    for (const QString &name : {u"/mine/capitals.yaml"_s, u"/mine/sub/../capitals.yaml"_s, u"/mine//capitals.yaml"_s}) {
        openByKeys(f, name);
        QCOMPARE(f.document.path(), u"/mine/capitals.yaml"_s);
        QCOMPARE(recentInLibrary(f), QStringList{u"capitals.yaml"_s});
    }
    QCOMPARE(f.saved.recentFiles, QStringList{u"/mine/capitals.yaml"_s});
}

void TestWindowTexts::recentTellsFilesOfOneNameApart()
{
    WindowFixture f;
    const QByteArray text = writeExperiment(WindowFixture::experiment(), nullptr);
    for (const QString &path : {u"/a/old/rivers.yaml"_s, u"/a/new/rivers.yaml"_s, u"/a/lamps.yaml"_s})
        f.files.contents.insert(path, text);
    QVERIFY(f.start());
    for (const QString &path : {u"/a/lamps.yaml"_s, u"/a/old/rivers.yaml"_s, u"/a/new/rivers.yaml"_s})
        openByKeys(f, path);
    QCOMPARE(recentInLibrary(f), (QStringList{u"new/rivers.yaml"_s, u"old/rivers.yaml"_s, u"lamps.yaml"_s}));
}

void TestWindowTexts::answersBeginAtOneHeight()
{
    WindowFixture f;
    Experiment experiment = oneCase(4);
    experiment.variants[1].label = u"a variant with a name that is a good deal longer than its column can ever be"_s;
    experiment.variants[2].label.clear();
    experiment.variants[2].sampling.topK = 40;
    experiment.variants[2].sampling.topP = 0.95;
    experiment.variants[2].sampling.minP = 0.05;
    experiment.variants[2].sampling.seed = 7;
    experiment.variants[2].sampling.stop = {u"one"_s, u"two"_s};
    QVERIFY(f.start(experiment));
    const auto tops = [&f] {
        QSet<int> found;
        for (const VariantColumn *column : f.window->compare()->columns())
            found += column->pane()->mapTo(f.window.get(), QPoint()).y();
        return found;
    };
    QTRY_COMPARE(tops().size(), 1);
    run(f, 4);
    answer(f, 0, u"Paris"_s);
    answer(f, 1, u"Paris"_s);
    f.engine.started(f.generation({0, 0, 2, 0}));
    f.engine.text(f.generation({0, 0, 2, 0}), u"Par"_s);
    f.engine.fail(f.generation({0, 0, 2, 0}),
                  failure(ErrorKind::Interrupted, u"the connection was cut, somewhere on a long way"_s).error());
    f.engine.fail(f.generation({0, 0, 3, 0}), failure(ErrorKind::Network, u"the connection was refused"_s).error());
    QTRY_VERIFY(!f.window->session().isRunning());
    QTRY_VERIFY(!f.column(3)->errorText().isEmpty());
    QTRY_COMPARE(tops().size(), 1);
    // One column has something to say above its answer.
    f.press(Qt::Key_2, Qt::ControlModifier);
    Experiment changed = f.document.experiment();
    changed.variants[1].sampling.temperature = 0.5;
    f.document.edit(changed, u"turn"_s);
    QTRY_COMPARE(note(f, 1), u"Changed since this answer was made"_s);
    QTRY_COMPARE(tops().size(), 1);
    compareWithFirst(f);
    QTRY_VERIFY(!note(f, 0).isEmpty());
    QTRY_COMPARE(tops().size(), 1);
}

void TestWindowTexts::theFootIsOneLine()
{
    WindowFixture f;
    QVERIFY(f.start(oneCase(4)));
    run(f, 4);
    Event::Finished end;
    end.usage.inputTokens = 123456;
    end.usage.outputTokens = 98765;
    end.timings.firstToken = 1234ms;
    end.timings.total = 61s;
    end.timings.tokensPerSecond = 1234.5;
    end.reason = FinishReason::Length;
    end.seed = 7;
    f.engine.deliver(f.generation({0, 0, 0, 0}), {Event::Started{u"tempera-mini"_s}, Event::TextDelta{u"London"_s}, end});
    QTRY_VERIFY(f.column(0)->footerText().contains(u"cut off at the token limit"_s));
    auto *foot = f.column(0)->findChild<OneLineLabel *>(u"columnFooter"_s);
    QVERIFY(foot && foot->isVisible());
    QCoreApplication::processEvents();
    QVERIFY2(foot->height() < 2 * foot->fontMetrics().lineSpacing(), qPrintable(QString::number(foot->height())));
    QVERIFY2(foot->isCut(), "there is more to say than there is room for");
    auto *chips = f.column(0)->findChild<QLabel *>(u"columnVerdicts"_s);
    QVERIFY(chips);
    QTRY_VERIFY2(chips->isVisible(), qPrintable(chips->text()));
    const auto middle = [&f](const QWidget *part) { return part->mapTo(f.window.get(), part->rect().center()).y(); };
    QVERIFY2(std::abs(middle(chips) - middle(foot)) < 4, "both on one line");
    QVERIFY2(chips->toolTip().contains(u"not-contains"_s), qPrintable(chips->toolTip()));
}

void TestWindowTexts::answersAreRenderedAsMarkdown()
{
    WindowFixture f;
    QVERIFY(f.start(oneCase()));
    run(f, 2);
    chooseView(f, u"answers_markdown"_s);
    const int first = f.generation({0, 0, 0, 0});
    f.engine.started(first);
    f.engine.text(first, u"# Title\n\nSome **bo"_s);
    QTRY_VERIFY(f.column(0)->rendered() && f.column(0)->rendered()->isVisible());
    f.engine.text(first, u"ld** text\n\n- one\n- two\n"_s);
    f.engine.finish(first);
    MarkdownPane *pane = f.column(0)->rendered();
    QTRY_COMPARE(pane->toPlainText(), u"Title\nSome bold text\none\ntwo"_s);
    QCOMPARE(pane->document()->firstBlock().blockFormat().headingLevel(), 1);
    f.press(Qt::Key_1, Qt::ControlModifier);
    QCOMPARE(QApplication::focusWidget(), pane);
    chooseView(f, u"answers_wrapped"_s);
    QTRY_VERIFY(f.column(0)->pane()->isVisible() && !pane->isVisible());
    QCOMPARE(QApplication::focusWidget(), f.column(0)->pane());
    QCOMPARE(f.answer(0), u"# Title\n\nSome **bold** text\n\n- one\n- two\n"_s);
}

void TestWindowTexts::whatIsRenderedReachesNothing()
{
    WindowFixture f;
    QVERIFY(f.start(oneCase()));
    run(f, 2);
    chooseView(f, u"answers_markdown"_s);
    answer(f, 0,
           u"![a photo](http://127.0.0.1:9/x.png) ![](file:///etc/passwd) [a link](https://example.org/leak?q=1) "
           "<img src=\"file:///etc/passwd\"> <b>html</b> <script>alert(1)</script> <https://example.org/auto>"_s);
    QTRY_VERIFY(f.column(0)->rendered());
    const MarkdownPane *pane = f.column(0)->rendered();
    QTRY_VERIFY2(pane->toPlainText().contains(u"a link"_s), qPrintable(pane->toPlainText()));
    QVERIFY2(pane->toPlainText().contains(u"[picture: a photo]"_s), qPrintable(pane->toPlainText()));
    QVERIFY2(pane->toPlainText().contains(u"<b>html</b>"_s), qPrintable(pane->toPlainText()));
    QVERIFY2(pane->toPlainText().contains(u"<script>alert(1)</script>"_s), qPrintable(pane->toPlainText()));
    QVERIFY(!pane->toPlainText().contains(QChar::ObjectReplacementCharacter));
    for (QTextBlock block = pane->document()->begin(); block.isValid(); block = block.next()) {
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            QVERIFY(!it.fragment().charFormat().isAnchor());
            QVERIFY(!it.fragment().charFormat().isImageFormat());
        }
    }
}

void TestWindowTexts::answersAreShownRaw()
{
    WindowFixture f;
    QVERIFY(f.start(oneCase()));
    run(f, 2);
    answer(f, 0, u"a very long line "_s.repeated(60) + u"\n| a | b |"_s);
    QTRY_VERIFY(!f.answer(0).isEmpty());
    QCOMPARE(f.column(0)->pane()->lineWrapMode(), QPlainTextEdit::WidgetWidth);
    chooseView(f, u"answers_raw"_s);
    QCOMPARE(f.column(0)->pane()->lineWrapMode(), QPlainTextEdit::NoWrap);
    QVERIFY(QFontInfo(f.column(0)->pane()->font()).fixedPitch());
    QCOMPARE(f.column(0)->pane()->document()->firstBlock().lineCount(), 1);
    QVERIFY(f.answer(0).endsWith(u"| a | b |"_s));
}

void TestWindowTexts::theViewIsRemembered()
{
    WindowFixture f;
    QVERIFY(f.start(oneCase()));
    chooseView(f, u"answers_markdown"_s);
    QCOMPARE(f.saved.answers, AnswerView::Markdown);
    f.window.reset();
    QVERIFY(f.start(oneCase(3)));
    run(f, 3);
    answer(f, 2, u"**bold**"_s);
    QTRY_VERIFY(f.column(2)->rendered() && f.column(2)->rendered()->isVisible());
    QTRY_COMPARE(f.column(2)->rendered()->toPlainText(), u"bold"_s);
}

TEMPERA_WINDOW_TEST(TestWindowTexts)
#include "tst_windowtexts.moc"
