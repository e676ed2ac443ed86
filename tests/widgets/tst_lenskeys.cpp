// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The lens walked by keys alone, in the real window: alternatives, the timeline, the prompt's own tokens.

#include "models/items/alternativesmodel.h"
#include "models/session/promptscoring.h"
#include "tests/widgets/tokensfixture.h"
#include "widgets/lens/timelinepane.h"
#include "widgets/lens/timelineview.h"
#include "widgets/lens/tokenview.h"

#include <QAction>
#include <QComboBox>
#include <QTableView>
#include <QToolButton>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

/// "Say", then " Paris" with ½ and "." with 1/20.
GenerationBatch scoredPromptOf(const std::shared_ptr<const Vocabulary> &vocabulary)
{
    ScoredText text;
    text.lead = "Say";
    for (const std::int32_t chosen : {0, 2}) {
        ScoredToken token;
        token.id = chosen;
        token.piece = vocabulary->piece(chosen).toByteArray();
        token.trace = tokenOf({0.5, 0.3, 0.05, 0.1, 0.05}, chosen, -1, *vocabulary);
        text.tokens.push_back(token);
    }
    return {Event::Started{u"tempera-mini"_s, vocabulary}, Event::Scored{{text}}, Event::Finished{}};
}

QString labelText(const QWidget &at, const QString &name)
{
    return at.findChild<QLabel *>(name)->text();
}

} // namespace

class TestLensKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }
    void upAndDownChooseAnAlternativeAndEnterBranches();
    void escapeGoesBackToTheAnswersOwn();
    void linesAreWalkedWithControl();
    void theTableFollowsTheKeys();
    void remoteAnswersSayWhyTheyCannotBranch();
    void theTimelineFollows();
    void theTimelineIsWalkedByKeys();
    void theSharpestDropsAreListed();
    void theTimelineCanBeHidden();
    void theAnswerHasItsLikelihood();
    void partialTracesAreSaidAsSuch();
    void thePromptIsScored();
    void scoringAPromptIsStopped();
    void aPromptThatCannotBeScoredSaysWhy();
};

void TestLensKeys::upAndDownChooseAnAlternativeAndEnterBranches()
{
    TokensFixture f;
    QVERIFY(f.answered());
    TokenView *view = f.column().view();
    view->setFocus();
    QCOMPARE(view->current(), 0); // " Lyon", the second likeliest
    f.press(Qt::Key_Up);
    QVERIFY(view->showsAlternatives());
    QVERIFY2(view->accessibleDescription().contains(u"␣Paris"_s), qPrintable(view->accessibleDescription()));
    QVERIFY(view->accessibleDescription().contains(u"branch"_s));
    QCOMPARE(view->current(), 0); // the token is the same
    f.press(Qt::Key_Up);          // nothing is likelier
    QVERIFY(view->accessibleDescription().contains(u"␣Paris"_s));
    f.face().grab(); // paints the bubble
    f.press(Qt::Key_Return);
    QTRY_COMPARE(f.engine.count(), 5);
    const GenerationRequest &request = f.engine.at(4).request;
    QCOMPARE(request.prefix.size(), 1U);
    QCOMPARE(request.prefix.at(0)->piece, QByteArray(" Paris"));
    QTRY_COMPARE(f.face().columns().size(), 2);
    QVERIFY(!view->showsAlternatives());
}

void TestLensKeys::escapeGoesBackToTheAnswersOwn()
{
    TokensFixture f;
    QVERIFY(f.answered());
    TokenView *view = f.column().view();
    view->setFocus();
    f.press(Qt::Key_Down);
    QVERIFY(view->showsAlternatives());
    f.press(Qt::Key_Escape);
    QVERIFY(!view->showsAlternatives());
    f.press(Qt::Key_Return); // no other one is chosen: the whole list
    QTRY_VERIFY(f.page().table()->hasFocus());
    QCOMPARE(f.engine.count(), 4);
    QCOMPARE(f.page().table()->currentIndex().row(), f.page().alternatives()->chosenRow());
}

void TestLensKeys::linesAreWalkedWithControl()
{
    TokensFixture f;
    QVERIFY(f.begin());
    const int first = f.generation(firstCell);
    f.engine.deliver(first, {Event::Started{u"m"_s, f.vocabulary}});
    f.write(first, Trace(2000, f.lyon().at(1)));
    QTRY_COMPARE(f.column().tokens()->size(), 2000);
    TokenView *view = f.column().view();
    view->setFocus();
    f.press(Qt::Key_Home);
    f.press(Qt::Key_Down, Qt::ControlModifier);
    const int below = view->current();
    QVERIFY2(below > 1, qPrintable(QString::number(below)));
    QVERIFY(view->tokenRect(below).top() > view->tokenRect(0).top());
    f.press(Qt::Key_Up, Qt::ControlModifier);
    QCOMPARE(view->current(), 0);
    QVERIFY(!view->showsAlternatives());
}

void TestLensKeys::theTableFollowsTheKeys()
{
    TokensFixture f;
    QVERIFY(f.answered());
    f.window->inspector()->showToken();
    f.column().view()->setFocus();
    f.press(Qt::Key_Down);
    f.press(Qt::Key_Down);
    QCOMPARE(f.page().table()->currentIndex().row(), f.page().alternatives()->chosenRow() + 2);
    f.press(Qt::Key_Right); // another token: its own is chosen again
    QCOMPARE(f.page().table()->currentIndex().row(), f.page().alternatives()->chosenRow());
}

void TestLensKeys::remoteAnswersSayWhyTheyCannotBranch()
{
    TokensFixture f;
    Experiment experiment = WindowFixture::experiment();
    for (Variant &variant : experiment.variants)
        variant.endpoint = endpointFromId(u"openai:chat:gpt-4o-mini"_s);
    QVERIFY(f.start(experiment));
    f.press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(f.engine.count() > 0);
    f.press(Qt::Key_6, Qt::AltModifier);
    const int first = f.generation(firstCell);
    f.engine.deliver(first, {Event::Started{u"m"_s, f.vocabulary}});
    f.write(first, f.lyon());
    QTRY_COMPARE(f.column().tokens()->size(), 3);
    const int asked = f.engine.count();
    f.column().view()->setFocus();
    f.press(Qt::Key_Up);
    QVERIFY(f.column().view()->accessibleDescription().contains(u"Only answers of local models"_s));
    f.press(Qt::Key_Return);
    QCOMPARE(f.engine.count(), asked);
}

void TestLensKeys::theTimelineFollows()
{
    TokensFixture f;
    QVERIFY(f.answered());
    TimelineView *timeline = f.column().timeline()->timeline();
    QVERIFY(timeline->isVisible());
    QVERIFY(timeline->accessibleName().contains(u"Timeline"_s));
    f.column().view()->setFocus();
    f.press(Qt::Key_Right);
    QCOMPARE(timeline->current(), 1);
    f.press(Qt::Key_End);
    QCOMPARE(timeline->current(), 2);
    QCOMPARE(timeline->tokenAt(timeline->placeOf(1)), 1);
    QCOMPARE(timeline->topBits(), 4.0); // the least there is: nothing here has more than two bits
    timeline->grab();
}

void TestLensKeys::theTimelineIsWalkedByKeys()
{
    TokensFixture f;
    QVERIFY(f.answered());
    TimelineView *timeline = f.column().timeline()->timeline();
    timeline->setFocus();
    QCOMPARE(f.column().currentToken(), 0);
    f.press(Qt::Key_Right);
    QCOMPARE(f.column().currentToken(), 1);
    QVERIFY(timeline->accessibleDescription().contains(u"Token 2 of 3"_s));
    f.press(Qt::Key_End);
    QCOMPARE(f.column().currentToken(), 2);
    f.press(Qt::Key_Home);
    QCOMPARE(f.column().currentToken(), 0);
    QTest::mouseClick(timeline, Qt::LeftButton, {}, QPoint(qRound(timeline->placeOf(1)), timeline->height() / 2));
    QCOMPARE(f.column().currentToken(), 1);
    f.press(Qt::Key_Return);
    QTRY_VERIFY(f.page().table()->hasFocus());
}

void TestLensKeys::theSharpestDropsAreListed()
{
    TokensFixture f;
    QVERIFY(f.begin());
    const int first = f.generation(firstCell);
    f.engine.deliver(first, {Event::Started{u"m"_s, f.vocabulary}});
    const auto sure = f.lyon().at(1);
    const auto unlikely = tokenOf({0.01, 0.04, 0.9, 0.03, 0.02}, 0, 0.5, *f.vocabulary);
    f.write(first, {sure, sure, unlikely, sure, f.lyon().at(0), sure});
    QTRY_COMPARE(f.column().tokens()->size(), 6);
    QTableView *list = f.column().timeline()->list();
    QCOMPARE(list->model()->rowCount(), 2);
    QCOMPARE(list->model()->index(0, 0).data().toString(), u"3"_s);
    TimelineView *timeline = f.column().timeline()->timeline();
    timeline->setFocus();
    f.press(Qt::Key_Home);
    f.press(Qt::Key_PageDown);
    QCOMPARE(f.column().currentToken(), 2);
    f.press(Qt::Key_PageDown);
    QCOMPARE(f.column().currentToken(), 4);
    f.press(Qt::Key_PageDown); // there is no further one
    QCOMPARE(f.column().currentToken(), 4);
    f.press(Qt::Key_PageUp);
    QCOMPARE(f.column().currentToken(), 2);
    timeline->grab();
    if (list->isVisible()) { // where there is room
        list->setFocus();
        list->selectRow(0);
        f.press(Qt::Key_Down);
        QCOMPARE(f.column().currentToken(), 4);
    }
}

void TestLensKeys::theTimelineCanBeHidden()
{
    TokensFixture f;
    QVERIFY(f.answered());
    auto *action = f.window->compare()->tokenActions().timeline;
    QVERIFY(action->isChecked());
    action->trigger();
    QVERIFY(!f.column().timeline()->isVisible());
    action->trigger();
    QVERIFY(f.column().timeline()->isVisible());
}

void TestLensKeys::theAnswerHasItsLikelihood()
{
    TokensFixture f;
    QVERIFY(f.answered());
    // 0.3 · 0.9 · 0.6: mean ln = −0.6067, perplexity 1.83, 0.88 bits a token.
    const QString words = labelText(f.column(), u"answerLikelihood"_s);
    QVERIFY2(words.contains(u"-0.607"_s) && words.contains(u"0.88 bits"_s) && words.contains(u"perplexity 1.83"_s)
                 && words.contains(u"over 3 tokens"_s),
             qPrintable(words));
}

void TestLensKeys::partialTracesAreSaidAsSuch()
{
    TokensFixture f;
    QVERIFY(f.begin());
    const int first = f.generation(firstCell);
    f.engine.deliver(first, {Event::Started{u"m"_s, f.vocabulary}});
    f.write(first, f.lyon());
    Usage usage;
    usage.outputTokens = 40; // reasoning, of which the server tells nothing
    f.engine.finish(first, usage);
    QTRY_VERIFY2(labelText(f.column(), u"answerLikelihood"_s).contains(u"over 3 of 40 tokens"_s),
                 qPrintable(labelText(f.column(), u"answerLikelihood"_s)));
}

void TestLensKeys::thePromptIsScored()
{
    TokensFixture f;
    QVERIFY(f.answered());
    f.column().view()->setFocus();
    QAction *action = f.window->compare()->tokenActions().scorePrompt;
    QTRY_VERIFY(action->isEnabled());
    QVERIFY(action->toolTip().contains(u"no money"_s));
    f.press(Qt::Key_P, Qt::ControlModifier | Qt::AltModifier);
    QTRY_COMPARE(f.engine.count(), 5);
    const GenerationRequest &request = f.engine.at(4).request;
    QVERIFY(request.score.size() == 1 && request.score.front().isPrompt);
    QTRY_COMPARE(f.face().columns().size(), 2);
    QVERIFY(f.title(1).contains(u"Prompt of"_s));
    QVERIFY(f.column(1).noteText().contains(u"reads the prompt"_s));
    QVERIFY(f.face().findChild<QToolButton *>(u"stopPromptScoring"_s)->isVisible());
    f.engine.deliver(4, scoredPromptOf(f.vocabulary));
    QTRY_COMPARE(f.column(1).tokens()->size(), 3);
    // It is what is looked at, coloured by surprisal.
    QCOMPARE(f.face().findChild<QComboBox *>(u"tokenColouring"_s)->currentText(), u"Surprisal"_s);
    TokenView *view = f.column(1).view();
    QTRY_VERIFY(view->hasFocus());
    QCOMPARE(TokenColours::step(f.column(1).tokens()->facts(0), TokenColouring::Surprisal), 0);
    QCOMPARE(TokenColours::step(f.column(1).tokens()->facts(2), TokenColouring::Surprisal), 2); // log₂ 20 = 4.3 bits
    QVERIFY(labelText(f.column(1), u"answerLikelihood"_s).contains(u"over 2 of 3 tokens"_s));
    f.press(Qt::Key_End);
    f.press(Qt::Key_Up);
    QVERIFY2(view->accessibleDescription().contains(u"not drawn"_s), qPrintable(view->accessibleDescription()));
    const int asked = f.engine.count();
    f.press(Qt::Key_Return);
    QCOMPARE(f.engine.count(), asked);
    f.face().grab();
    // Another run has other prompts.
    f.press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(f.face().columns().size(), 1);
}

void TestLensKeys::scoringAPromptIsStopped()
{
    TokensFixture f;
    QVERIFY(f.answered());
    f.column().view()->setFocus();
    QTRY_VERIFY(f.window->compare()->tokenActions().scorePrompt->isEnabled());
    f.press(Qt::Key_P, Qt::ControlModifier | Qt::AltModifier);
    QTRY_COMPARE(f.engine.count(), 5);
    f.press(Qt::Key_Escape);
    QTRY_COMPARE(f.face().columns().size(), 1);
    QVERIFY(f.engine.at(4).cancels > 0 || f.engine.at(4).destroyed);
    QTRY_VERIFY(f.window->compare()->tokenActions().scorePrompt->isEnabled());
}

void TestLensKeys::aPromptThatCannotBeScoredSaysWhy()
{
    TokensFixture f;
    QVERIFY(f.start());
    f.press(Qt::Key_6, Qt::AltModifier);
    QAction *action = f.window->compare()->tokenActions().scorePrompt;
    QTRY_VERIFY(action->toolTip().contains(u"Run this case first"_s));
    QVERIFY(!action->isEnabled());
}

TEMPERA_WINDOW_TEST(TestLensKeys)
#include "tst_lenskeys.moc"
