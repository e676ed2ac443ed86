// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/promptscoring.h"

#include "models/sampling/surprisal.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakeengine.h"
#include "tests/support/traces.h"

#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

Cell answeredCell(const QString &prompt, const QString &provider = u"local:mini"_s)
{
    Cell cell;
    cell.request.endpoint = endpointFromId(provider);
    cell.request.messages = {{Role::User, prompt}};
    cell.request.sampling.temperature = 0.7;
    cell.request.prefix = {std::make_shared<TokenTrace>()};
    cell.state = CellState::Done;
    cell.text = u"Yes."_s;
    cell.usage.inputTokens = 3;
    return cell;
}

/// "Is", then " it" with ½ and "?" with ⅛.
GenerationBatch scoredPrompt()
{
    const auto vocabulary = vocabularyOf({" it", "?", "!", "."});
    ScoredText text;
    text.lead = "Is";
    for (const std::int32_t chosen : {0, 1}) {
        ScoredToken token;
        token.id = chosen;
        token.piece = vocabulary->piece(chosen).toByteArray();
        token.trace = tokenOf({0.5, 0.125, 0.25, 0.125}, chosen, -1, *vocabulary);
        text.tokens.push_back(token);
    }
    return {Event::Started{u"mini"_s, vocabulary}, Event::Scored{{text}}, Event::Finished{}};
}

} // namespace

class TestPromptScoring : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thePromptIsAskedForByItself();
    void itsTokensComeAsATrace();
    void whatCannotBeScoredSaysWhy();
    void itSaysWhatItCosts();
    void stopEndsItWithoutAResult();
    void errorsAreKept();
    void clearIsSilent();

private:
    [[nodiscard]] SessionContext context()
    {
        return {&m_engine, nullptr, &m_clock, &m_catalog,
                [](const QString &model) -> Result<QString> { return QString(u"/models/"_s + model); }};
    }

    FakeEngine m_engine;
    FakeClock m_clock;
    Catalog m_catalog = Catalog::builtIn();
};

void TestPromptScoring::thePromptIsAskedForByItself()
{
    PromptScoring scoring(context());
    const int first = m_engine.count();
    scoring.start(answeredCell(u"Is it?"_s));
    QVERIFY(scoring.isRunning());
    QCOMPARE(m_engine.count(), first + 1);
    const GenerationRequest &request = m_engine.at(first).request;
    QCOMPARE(request.messages, answeredCell(u"Is it?"_s).request.messages);
    QCOMPARE(request.score.size(), std::size_t{1});
    QVERIFY(request.score.front().isPrompt);
    QVERIFY(request.wantTrace);
    QVERIFY2(request.prefix.empty(), "the beginning of an answer is no prompt");
    QVERIFY2(!request.sampling.temperature, "nothing is drawn, so that every variant of a prompt has the same");
    QVERIFY2(requestKey(request) != requestKey(answeredCell(u"Is it?"_s).request), "it is no generation");
}

void TestPromptScoring::itsTokensComeAsATrace()
{
    PromptScoring scoring(context());
    QSignalSpy finished(&scoring, &PromptScoring::finished);
    const Cell asked = answeredCell(u"Is it?"_s);
    const int first = m_engine.count();
    scoring.start(asked);
    QVERIFY(!scoring.result());
    m_engine.deliver(first, scoredPrompt());
    QTRY_COMPARE(finished.count(), 1);
    const Cell *prompt = scoring.result();
    QVERIFY(prompt);
    QCOMPARE(prompt->trace.size(), std::size_t{3});
    QCOMPARE(prompt->trace[0]->piece, QByteArray("Is"));
    QVERIFY2(!tokenSurprise(tokenFacts(*prompt->trace[0])).surprisal, "nothing is before the first token");
    const auto surprisal = tokenSurprise(tokenFacts(*prompt->trace[2])).surprisal;
    QVERIFY(surprisal && std::abs(surprisal->middle() - 3) < 1e-4);
    QVERIFY(scoring.belongsTo(asked));
    QVERIFY(!scoring.belongsTo(answeredCell(u"Is it not?"_s)));
    QVERIFY(!scoring.belongsTo(answeredCell(u"Is it?"_s, u"local:other"_s)));
}

void TestPromptScoring::whatCannotBeScoredSaysWhy()
{
    QVERIFY(PromptScoring::obstacle(nullptr).contains(u"Run"_s));
    const Cell hosted = answeredCell(u"Is it?"_s, u"openai:gpt-4o"_s);
    QVERIFY(PromptScoring::obstacle(&hosted).contains(u"local"_s));
    const Cell local = answeredCell(u"Is it?"_s);
    QCOMPARE(PromptScoring::obstacle(&local), QString());
}

void TestPromptScoring::itSaysWhatItCosts()
{
    const Cell asked = answeredCell(u"Is it?"_s);
    QVERIFY2(PromptScoring::costOf(asked).startsWith(u"3 tokens"_s), qPrintable(PromptScoring::costOf(asked)));
    QVERIFY(PromptScoring::costOf(asked).contains(u"no money"_s));
    Cell uncounted = asked;
    uncounted.usage = {};
    QVERIFY(PromptScoring::costOf(uncounted).contains(u"whole prompt"_s));
}

void TestPromptScoring::stopEndsItWithoutAResult()
{
    PromptScoring scoring(context());
    QSignalSpy finished(&scoring, &PromptScoring::finished);
    const int first = m_engine.count();
    const Cell asked = answeredCell(u"Is it?"_s);
    scoring.start(asked);
    scoring.stop();
    QTRY_COMPARE(finished.count(), 1);
    QVERIFY(m_engine.at(first).cancels > 0 || m_engine.at(first).destroyed);
    QVERIFY(!scoring.result());
    QVERIFY(!scoring.error());
    QVERIFY2(!scoring.belongsTo(asked), "as if it had not been asked for");
}

void TestPromptScoring::errorsAreKept()
{
    PromptScoring scoring(context());
    QSignalSpy finished(&scoring, &PromptScoring::finished);
    const int first = m_engine.count();
    scoring.start(answeredCell(u"Is it?"_s));
    m_engine.fail(first, failure(ErrorKind::ContextTooLong, u"too long"_s).error());
    QTRY_COMPARE(finished.count(), 1);
    QVERIFY(!scoring.result());
    QVERIFY(scoring.error() && scoring.error()->kind == ErrorKind::ContextTooLong);
    // Probabilities without the distributions that were asked for are no result.
    scoring.start(answeredCell(u"Is it?"_s));
    QVERIFY(!scoring.error());
    ScoredText bare;
    bare.tokens = {ScoredToken{}};
    m_engine.deliver(first + 1, {Event::Started{u"mini"_s}, Event::Scored{{bare}}, Event::Finished{}});
    QTRY_COMPARE(finished.count(), 2);
    QVERIFY(!scoring.result());
    QVERIFY(scoring.error());
}

void TestPromptScoring::clearIsSilent()
{
    PromptScoring scoring(context());
    QSignalSpy finished(&scoring, &PromptScoring::finished);
    scoring.start(answeredCell(u"Is it?"_s));
    scoring.clear();
    QTRY_VERIFY(!scoring.isRunning());
    QCOMPARE(finished.count(), 0);
    QVERIFY(!scoring.result());
}

QTEST_GUILESS_MAIN(TestPromptScoring)
#include "tst_promptscoring.moc"
