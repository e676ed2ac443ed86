// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The lens in the real window, driven by keys and clicks.

#include "models/items/alternativesmodel.h"
#include "models/items/tokensmodel.h"
#include "models/sampling/tracebuilder.h"
#include "tests/widgets/tokensfixture.h"
#include "widgets/common/numberbox.h"
#include "widgets/lens/tokenview.h"
#include "widgets/parameters/parametercontrol.h"

#include <QAction>
#include <QComboBox>
#include <QPushButton>
#include <QScrollBar>
#include <QTableView>

using namespace Qt::StringLiterals;
using namespace Tempera;

class TestTokensFace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }
    void tokensStreamIn();
    void keysMoveTheCurrentToken();
    void theMouseChoosesATokenAndAnAlternative();
    void theTableSaysTheSame();
    void slidersRecolourTheWholeAnswer();
    void theDocumentsSettingsRecolourToo();
    void whatIfIsAppliedAsOneStep();
    void enterBranches();
    void branchesAreUndoneAndWalked();
    void continueFromHere();
    void stopStopsABranch();
    void placesWithoutTracesExplain();
    void remoteTracesSayWhatIsMissing();
    void onlyWhatIsVisibleIsPainted();
    void aReopenedRunHasItsTokens();
    void whatMadeRoomComesBack();
    void allVariantsSideBySide();
};

void TestTokensFace::tokensStreamIn()
{
    TokensFixture f;
    QVERIFY(f.begin());
    QCOMPARE(f.face().columns().size(), 1);
    const int first = f.generation(firstCell);
    QVERIFY2(f.engine.at(first).request.wantTrace, "the window asks for traces");
    f.engine.deliver(first, {Event::Started{u"tempera-mini"_s, f.vocabulary}});
    QTRY_VERIFY(f.column().noteText().contains(u"as soon as"_s));
    f.write(first, {f.lyon().at(0)});
    QTRY_COMPARE(f.column().tokens()->size(), 1);
    f.write(first, {f.lyon().at(1), f.lyon().at(2)});
    QTRY_COMPARE(f.column().tokens()->size(), 3);
    QVERIFY(f.column().view()->isVisible());
}

void TestTokensFace::keysMoveTheCurrentToken()
{
    TokensFixture f;
    QVERIFY(f.answered());
    TokenView *view = f.column().view();
    view->setFocus();
    QCOMPARE(view->current(), 0);
    f.press(Qt::Key_Right);
    QCOMPARE(view->current(), 1);
    f.press(Qt::Key_End);
    QCOMPARE(view->current(), 2);
    f.press(Qt::Key_Right);
    QCOMPARE(view->current(), 2);
    f.press(Qt::Key_Home);
    QCOMPARE(view->current(), 0);
    QVERIFY(view->accessibleDescription().contains(u"␣Lyon"_s));
    QVERIFY(f.page().findChild<QLabel *>(u"tokenTitle"_s)->text().contains(u"␣Lyon"_s));
    QCOMPARE(f.page().alternatives()->rowCount(), 5);
    // The measure that they are coloured by has a key of its own.
    auto *colouring = f.face().findChild<QComboBox *>(u"tokenColouring"_s);
    f.press(Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(colouring->currentIndex(), 1);
}

void TestTokensFace::theMouseChoosesATokenAndAnAlternative()
{
    TokensFixture f;
    QVERIFY(f.answered());
    TokenView *view = f.column().view();
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->tokenRect(1).center());
    QCOMPARE(view->current(), 1);
    QTest::mouseDClick(view->viewport(), Qt::LeftButton, {}, view->tokenRect(0).center());
    QTRY_VERIFY(f.page().table()->hasFocus());
    QCOMPARE(f.page().alternatives()->chosenRow(), f.page().table()->currentIndex().row());
}

void TestTokensFace::theTableSaysTheSame()
{
    TokensFixture f;
    QVERIFY(f.answered());
    f.column().view()->setFocus();
    f.press(Qt::Key_Right);
    f.press(Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
    QTableView *table = f.column().table();
    QTRY_VERIFY(table->isVisible());
    QVERIFY(table->hasFocus());
    QCOMPARE(table->currentIndex().row(), 1);
    QCOMPARE(table->model()->rowCount(), 3);
    f.press(Qt::Key_Down);
    QCOMPARE(f.column().currentToken(), 2);
}

void TestTokensFace::slidersRecolourTheWholeAnswer()
{
    TokensFixture f;
    QVERIFY(f.answered());
    QTRY_COMPARE(f.sentence(), u"The answer would be the same."_s);
    f.column().view()->setFocus();
    f.window->inspector()->showToken();
    auto *topK = f.page().control(Parameter::TopK)->findChild<NumberBox *>(u"value"_s);
    topK->setFocus();
    topK->selectAll();
    f.press(Qt::Key_1);
    QCOMPARE(f.sentence(), u"Differs from token 1 on: “␣Lyon” → “␣Paris”"_s);
    QCOMPARE(f.column().tokens()->look(0).outcome, TokenOutcome::Cut);
    QCOMPARE(f.column().tokens()->look(1).outcome, TokenOutcome::Kept);
    QVERIFY2(!f.document.experiment().variants.at(0).sampling.topK, "what if changes nothing");
    QCOMPARE(f.page().alternatives()->index(0, 0).data(AlternativesModel::CutLineRole).toString(), u"top-k 1"_s);
    f.face().grab(); // paints every mark
    f.page().grab();
}

void TestTokensFace::theDocumentsSettingsRecolourToo()
{
    TokensFixture f;
    QVERIFY(f.answered());
    Experiment experiment = f.document.experiment();
    experiment.variants[0].sampling.temperature = 0.5;
    f.document.edit(experiment, u"turn"_s);
    QCOMPARE(f.column().tokens()->look(0).outcome, TokenOutcome::Changed);
    f.document.undo();
    QCOMPARE(f.column().tokens()->look(0).outcome, TokenOutcome::Kept);
}

void TestTokensFace::whatIfIsAppliedAsOneStep()
{
    TokensFixture f;
    QVERIFY(f.answered());
    f.window->inspector()->showToken();
    auto *apply = f.page().findChild<QAbstractButton *>(u"applyWhatIf"_s);
    QVERIFY(!apply->isEnabled());
    auto *temperature = f.page().control(Parameter::Temperature)->findChild<NumberBox *>(u"value"_s);
    temperature->setFocus();
    f.press(Qt::Key_Up);
    QVERIFY(apply->isEnabled());
    apply->setFocus();
    f.press(Qt::Key_Space);
    QCOMPARE(f.document.experiment().variants.at(0).sampling.temperature, temperature->value());
    QVERIFY(!apply->isEnabled());
    f.document.undo();
    QCOMPARE(f.document.experiment().variants.at(0).sampling.temperature, 1.0);
}

void TestTokensFace::enterBranches()
{
    TokensFixture f;
    QVERIFY(f.answered());
    f.column().view()->setFocus();
    f.press(Qt::Key_Return); // to the alternatives
    QVERIFY(f.page().table()->hasFocus());
    f.press(Qt::Key_Up); // " Paris"
    f.press(Qt::Key_Return);
    QTRY_COMPARE(f.engine.count(), 5);
    const GenerationRequest &request = f.engine.at(4).request;
    QCOMPARE(request.prefix.size(), 1U);
    QCOMPARE(request.prefix.at(0)->piece, QByteArray(" Paris"));
    QTRY_COMPARE(f.face().columns().size(), 2);
    f.engine.deliver(4, {Event::Started{u"tempera-mini"_s, f.vocabulary}, Event::TextDelta{u" Paris"_s}});
    f.write(4, {f.lyon().at(1)});
    QTRY_COMPARE(f.column(1).tokens()->size(), 2);
    QVERIFY2(f.title(1).contains(u"␣Paris"_s), qPrintable(f.title(1)));
    f.engine.finish(4);
    QCOMPARE(f.window->session().branches().at(0).cell.text, u" Paris."_s);
}

void TestTokensFace::branchesAreUndoneAndWalked()
{
    TokensFixture f;
    QVERIFY(f.answered());
    f.column().view()->setFocus();
    f.press(Qt::Key_Return);
    f.press(Qt::Key_Up);
    f.press(Qt::Key_Return);
    QTRY_COMPARE(f.face().columns().size(), 2);
    f.engine.deliver(4, {Event::Started{u"tempera-mini"_s, f.vocabulary}, Event::TextDelta{u" Paris"_s}});
    f.engine.finish(4);
    QTRY_COMPARE(f.column(1).tokens()->size(), 1);
    f.press(Qt::Key_6, Qt::AltModifier);
    f.column(1).focusTokens();
    QVERIFY(f.column(1).view()->hasFocus());
    f.press(Qt::Key_Up, Qt::AltModifier); // the answer that it leaves
    QTRY_VERIFY(f.column(0).view()->hasFocus());
    f.press(Qt::Key_Down, Qt::AltModifier);
    QTRY_VERIFY(f.column(1).view()->hasFocus());
    f.press(Qt::Key_Left, Qt::AltModifier); // back
    QTRY_VERIFY(f.column(0).view()->hasFocus());
    f.press(Qt::Key_Right, Qt::AltModifier);
    QTRY_VERIFY(f.column(1).view()->hasFocus());
    const Experiment before = f.document.experiment();
    f.press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(f.face().columns().size(), 1);
    QVERIFY2(f.document.experiment() == before, "undo took the branch back and nothing else");
    QVERIFY(f.window->session().branches().at(0).removed);
    QTRY_VERIFY(f.column(0).view()->hasFocus());
    f.press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(f.face().columns().size(), 2);
    f.column(1).focusTokens();
    f.press(Qt::Key_Delete);
    QTRY_COMPARE(f.face().columns().size(), 1);
}

void TestTokensFace::continueFromHere()
{
    TokensFixture f;
    QVERIFY(f.answered());
    f.window->inspector()->showToken();
    auto *topK = f.page().control(Parameter::TopK)->findChild<NumberBox *>(u"value"_s);
    topK->setFocus();
    topK->selectAll();
    f.press(Qt::Key_1);
    f.press(Qt::Key_6, Qt::AltModifier);
    f.press(Qt::Key_Right); // the second token
    f.press(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(f.engine.count(), 5);
    const GenerationRequest &request = f.engine.at(4).request;
    QCOMPARE(request.prefix.size(), 1U);
    QCOMPARE(request.prefix.at(0)->piece, QByteArray(" Lyon"));
    QCOMPARE(request.sampling.topK, 1);
    QVERIFY(!f.window->session().branches().at(0).chosen);
}

void TestTokensFace::stopStopsABranch()
{
    TokensFixture f;
    QVERIFY(f.answered());
    f.column().view()->setFocus();
    f.press(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(f.engine.count(), 5);
    f.press(Qt::Key_Escape);
    QCOMPARE(f.engine.at(4).cancels, 1);
}

void TestTokensFace::placesWithoutTracesExplain()
{
    TokensFixture f;
    QVERIFY(f.start());
    f.press(Qt::Key_6, Qt::AltModifier);
    QVERIFY(f.column().noteText().contains(u"Ctrl+Return"_s));
    f.press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(f.engine.count(), 4);
    f.engine.answer(f.generation(firstCell), u"Paris"_s);
    QTRY_VERIFY2(f.column().noteText().contains(u"not available"_s), qPrintable(f.column().noteText()));
    QVERIFY(!f.window->inspector()->tokenActions().continueHere->isEnabled());
}

void TestTokensFace::remoteTracesSayWhatIsMissing()
{
    TokensFixture f;
    QVERIFY(f.begin());
    auto token = std::make_shared<TokenTrace>();
    token->topOnly = true;
    token->random = -1;
    token->chosen = 0;
    token->piece = "Paris";
    token->chosenLogit = std::log(0.7F);
    token->candidates = {{0, std::log(0.7F)}, {1, std::log(0.2F)}};
    token->pieces = {"Paris", "Lyon"};
    const int first = f.generation(firstCell);
    f.engine.deliver(first, {Event::Started{u"m"_s}});
    f.write(first, {token});
    QTRY_COMPARE(f.column().tokens()->size(), 1);
    QVERIFY(f.column().noteText().contains(u"most likely"_s));
    f.column().view()->setFocus();
    QCOMPARE(f.page().alternatives()->rowCount(), 3); // two and the rest
    QCOMPARE(f.page().alternatives()->index(1, 0).data().toString(), u"Lyon"_s);
}

void TestTokensFace::onlyWhatIsVisibleIsPainted()
{
    TokensFixture f;
    QVERIFY(f.begin());
    const int first = f.generation(firstCell);
    f.engine.deliver(first, {Event::Started{u"m"_s, f.vocabulary}});
    const auto token = f.lyon().at(1);
    f.write(first, Trace(30'000, token));
    QTRY_COMPARE(f.column().tokens()->size(), 30'000);
    TokenView *view = f.column().view();
    view->viewport()->repaint();
    QVERIFY2(view->paintedTokens() < 6000, qPrintable(QString::number(view->paintedTokens())));
    QVERIFY2(view->verticalScrollBar()->value() == view->verticalScrollBar()->maximum(), "it follows the end");
    view->setFocus();
    f.press(Qt::Key_End);
    QVERIFY(view->viewport()->rect().contains(view->tokenRect(29'999).center()));
    f.press(Qt::Key_Home);
    QVERIFY(view->viewport()->rect().contains(view->tokenRect(0).center()));
}

void TestTokensFace::aReopenedRunHasItsTokens()
{
    TokensFixture f;
    QVERIFY(f.answered());
    f.column().view()->setFocus();
    f.press(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(f.engine.count(), 5);
    f.engine.answer(4, u" Lyon"_s);
    std::optional<StoredRun> stored;
    f.store.loadRun(f.window->session().runId(), f.window.get(),
                    [&stored](const Result<StoredRun> &run) { stored = run.value(); });
    QTRY_VERIFY(stored);
    const Experiment experiment = f.window->session().experiment();
    f.window->session().restore({}, experiment);
    QTRY_COMPARE(f.face().columns().size(), 1);
    f.window->session().restore(*stored, experiment);
    QTRY_COMPARE(f.face().columns().size(), 2);
    QTRY_COMPARE(f.column(0).tokens()->size(), 3); // from the ledger
}

void TestTokensFace::whatMadeRoomComesBack()
{
    constexpr std::chrono::seconds Patience(60); // so much is slow on a machine that has something else to do
    TokensFixture f;
    QVERIFY(f.begin());
    auto wide = std::make_shared<TokenTrace>(*f.lyon().at(0));
    wide->candidates.resize(TraceBuilder::Most, wide->candidates.back());
    const Trace large(10'000, wide); // counts as more than memory may hold of two such
    const int first = f.generation(firstCell);
    int answered = 0;
    for (const int each : {first, first == 0 ? 1 : 0}) {
        f.engine.deliver(each, {Event::Started{u"tempera-mini"_s, f.vocabulary}});
        f.write(each, large);
        f.engine.finish(each);
        ++answered; // checks run beside each other, and the oldest answer is the one that was graded first
        QTRY_COMPARE_WITH_TIMEOUT(f.window->session().totals().finished(), answered, Patience);
    }
    QTRY_VERIFY_WITH_TIMEOUT(f.column().noteText().contains(u"make room"_s), Patience);
    QCOMPARE(f.column().tokens()->size(), 0);
    f.press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(!f.face().isVisible());
    f.press(Qt::Key_6, Qt::AltModifier); // who comes to look gets it from the ledger
    QTRY_COMPARE_WITH_TIMEOUT(f.column().tokens()->size(), 10'000, Patience);
}

void TestTokensFace::allVariantsSideBySide()
{
    TokensFixture f;
    QVERIFY(f.answered());
    auto *all = f.window->compare()->findChild<QAction *>(u"tokens_all"_s);
    QVERIFY(all);
    all->trigger();
    QCOMPARE(f.face().columns().size(), 2);
    QCOMPARE(f.title(1), u"mini warm"_s);
    f.column(1).view()->setFocus();
    QTRY_COMPARE(f.page().alternatives()->rowCount(), 5);
}

TEMPERA_WINDOW_TEST(TestTokensFace)
#include "tst_tokensface.moc"
