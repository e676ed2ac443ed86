// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/editeffect.h"

#include "tests/support/fakeclock.h"
#include "tests/support/fakeengine.h"
#include "tests/support/handbackground.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

constexpr CellKey place{0, 0, 0, 0};

Experiment experiment(const QString &prompt)
{
    Experiment experiment;
    experiment.prompts = {Prompt{{}, {Message{Role::User, prompt}}, {}}};
    Variant variant;
    variant.endpoint = endpointFromId(u"local:mini"_s);
    experiment.variants = {variant};
    Case row;
    row.variables = {{u"country"_s, u"France"_s}};
    experiment.cases = {row};
    return experiment;
}

Cell answered(const QString &prompt, const QString &text)
{
    Cell cell;
    cell.request.endpoint = endpointFromId(u"local:mini"_s);
    cell.request.messages = {{Role::User, prompt}};
    cell.state = CellState::Done;
    cell.text = text;
    return cell;
}

/// A trace of two candidates with the given share of the chosen one, and nothing else.
std::shared_ptr<const TokenTrace> trace(std::int32_t id, const QByteArray &piece, double share)
{
    auto trace = std::make_shared<TokenTrace>();
    trace->chosen = id;
    trace->chosenLogit = static_cast<float>(std::log(share)) + 3;
    trace->piece = piece;
    trace->candidates = {{id, trace->chosenLogit}, {id + 1, static_cast<float>(std::log(1 - share)) + 3}};
    std::ranges::sort(trace->candidates, std::greater{}, &Candidate::logit);
    return trace;
}

GenerationBatch scored(const QList<double> &logProbabilities)
{
    ScoredText text;
    for (const double each : logProbabilities) {
        ScoredToken token;
        token.piece = "x";
        token.logProbability = each;
        text.tokens.push_back(token);
        text.logProbability += each;
    }
    return {Event::Scored{{text}}, Event::Finished{}};
}

} // namespace

class TestEditEffect : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bothPromptsAreScoredWithoutATrace();
    void aTraceSavesTheOldPrompt();
    void theTailOfATraceCounts();
    void otherTokensAreAnError();
    void refusals();
    void whatItBelongsTo();
    void nothingIsRenderedOnTheCallersThread();
    void itIsStoppedWhileThePromptIsRendered();
    void theNewestStartCounts();
    void theNewestComparisonCounts();

private:
    [[nodiscard]] SessionContext context(Background *background = nullptr)
    {
        SessionContext context{&m_engine, nullptr, &m_clock, &m_catalog,
                               [](const QString &model) -> Result<QString> { return QString(u"/models/"_s + model); }};
        context.background = background;
        return context;
    }
    /// Without a trace: the prompt of now and the one of then.
    void deliverBoth(int first)
    {
        m_engine.deliver(first, scored({-1}));
        m_engine.deliver(first + 1, scored({-2}));
    }
    FakeEngine m_engine;
    FakeClock m_clock;
    Catalog m_catalog = Catalog::builtIn();
};

void TestEditEffect::bothPromptsAreScoredWithoutATrace()
{
    m_engine = {};
    EditEffect effect(context());
    QSignalSpy finished(&effect, &EditEffect::finished);
    QVERIFY(effect.start(experiment(u"Say the capital of {{ country }}."_s), place, answered(u"Capital?"_s, u"Paris."_s)));
    QVERIFY(effect.isRunning());
    QCOMPARE(m_engine.count(), 2);
    QCOMPARE(m_engine.at(0).request.messages.at(0).text, u"Say the capital of France."_s);
    QCOMPARE(m_engine.at(1).request.messages.at(0).text, u"Capital?"_s);
    QCOMPARE(m_engine.at(0).request.score.at(0).text, u"Paris."_s);
    QVERIFY(!m_engine.at(0).request.score.at(0).everySpelling);
    m_engine.deliver(0, scored({-1, -0.5}));
    m_engine.deliver(1, scored({-3, -0.25}));
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(effect.result());
    QCOMPARE(effect.result()->tokens.size(), 2U);
    QCOMPARE(effect.result()->tokens[0].change(), 2.0);
    QCOMPARE(effect.result()->tokens[1].change(), -0.25);
    QCOMPARE(effect.result()->before, -3.25);
    QCOMPARE(effect.result()->after, -1.5);
    QCOMPARE(effect.result()->perplexityBefore(), std::exp(3.25 / 2));
    QCOMPARE(effect.result()->perplexityAfter(), std::exp(1.5 / 2));
}

void TestEditEffect::aTraceSavesTheOldPrompt()
{
    m_engine = {};
    EditEffect effect(context());
    QSignalSpy finished(&effect, &EditEffect::finished);
    Cell old = answered(u"Capital?"_s, u"Paris."_s);
    old.trace = {trace(7, "Paris", 0.25), trace(9, ".", 0.5)};
    QVERIFY(effect.start(experiment(u"Say the capital of {{ country }}."_s), place, old));
    QCOMPARE(m_engine.count(), 1);
    QCOMPARE(m_engine.at(0).request.score.at(0).tokens, (std::vector<std::int32_t>{7, 9}));
    m_engine.deliver(0, scored({std::log(0.5), std::log(0.5)}));
    QTRY_COMPARE(finished.size(), 1);
    const AnswerEffect &result = *effect.result();
    QCOMPARE(result.tokens[0].piece, "Paris");
    QVERIFY(qAbs(result.tokens[0].before - std::log(0.25)) < 1e-6);
    QVERIFY(qAbs(result.tokens[0].change() - std::log(2)) < 1e-6);
    QVERIFY(qAbs(result.tokens[1].change()) < 1e-6);
}

void TestEditEffect::theTailOfATraceCounts()
{
    m_engine = {};
    EditEffect effect(context());
    QSignalSpy finished(&effect, &EditEffect::finished);
    Cell old = answered(u"Capital?"_s, u"Paris"_s);
    auto long_ = std::make_shared<TokenTrace>();
    long_->chosen = 1;
    long_->chosenLogit = 2;
    long_->candidates = {{1, 2}};
    long_->tail.highest = 2.0005F; // a bin of hardly any width around the same logit
    long_->tail.binWidth = 0.001F;
    long_->tail.counts[0] = 3;
    old.trace = {long_};
    QVERIFY(effect.start(experiment(u"{{ country }}"_s), place, old));
    m_engine.deliver(0, scored({std::log(0.25)}));
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(qAbs(effect.result()->tokens[0].before - std::log(0.25)) < 1e-3);
}

void TestEditEffect::otherTokensAreAnError()
{
    m_engine = {};
    EditEffect effect(context());
    QSignalSpy finished(&effect, &EditEffect::finished);
    QVERIFY(effect.start(experiment(u"{{ country }}"_s), place, answered(u"Capital?"_s, u"Paris"_s)));
    m_engine.deliver(0, scored({-1, -1}));
    m_engine.deliver(1, scored({-1}));
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(!effect.result());
    QVERIFY(effect.error());
    // A failure of the engine is handed on; a stop leaves neither.
    QVERIFY(effect.start(experiment(u"{{ country }}"_s), place, answered(u"Capital?"_s, u"Paris"_s)));
    m_engine.fail(2, failure(ErrorKind::ContextTooLong, u"long"_s).error());
    m_engine.deliver(3, scored({-1}));
    QTRY_COMPARE(finished.size(), 2);
    QCOMPARE(effect.error()->kind, ErrorKind::ContextTooLong);
    QVERIFY(effect.start(experiment(u"{{ country }}"_s), place, answered(u"Capital?"_s, u"Paris"_s)));
    effect.stop();
    QTRY_COMPARE(finished.size(), 3);
    QVERIFY(!effect.result() && !effect.error());
}

void TestEditEffect::refusals()
{
    m_engine = {};
    EditEffect effect(context());
    const auto problem = [&effect](const Experiment &now, const Cell &cell) {
        const Result<void> started = effect.start(now, place, cell);
        return started ? QString() : started.error().detail;
    };
    QVERIFY(problem(experiment(u"a"_s), answered(u"a"_s, u"text"_s)).contains(u"same"_s));
    QVERIFY(problem(experiment(u"a"_s), answered(u"b"_s, {})).contains(u"no answer"_s));
    Cell remote = answered(u"b"_s, u"text"_s);
    remote.request.endpoint = endpointFromId(u"openai:chat:gpt-4o-mini"_s);
    QVERIFY(problem(experiment(u"a"_s), remote).contains(u"local"_s));
    QVERIFY(!problem(experiment(u"{{ 1 | nothing }}"_s), answered(u"b"_s, u"text"_s)).isEmpty());
    QCOMPARE(m_engine.count(), 0);
}

void TestEditEffect::whatItBelongsTo()
{
    m_engine = {};
    EditEffect effect(context());
    QSignalSpy changed(&effect, &EditEffect::staleChanged);
    const Cell old = answered(u"Capital?"_s, u"Paris"_s);
    const Cell other = answered(u"Capital?"_s, u"London"_s);
    const Experiment now = experiment(u"Now {{ country }}"_s);
    effect.compareWith(now, place, &old);
    QVERIFY(!effect.isStale()); // there is nothing that could be
    QVERIFY(effect.start(now, place, old));
    deliverBoth(0);
    QTRY_VERIFY(effect.result());
    const auto isStale = [&effect](const Experiment &edited, const Cell *answer) {
        effect.compareWith(edited, place, answer);
        return effect.isStale();
    };
    QVERIFY(!isStale(now, &old));
    QVERIFY(isStale(experiment(u"Again {{ country }}"_s), &old));
    QVERIFY(!isStale(now, &old));
    QVERIFY(isStale(now, &other));
    QVERIFY(!isStale(now, &old));
    QVERIFY(isStale(now, nullptr));
    Experiment sameText = now;
    sameText.prompts[0].messages[0].text = u"Now France"_s; // asks what was asked
    QVERIFY(!isStale(sameText, &old));
    QVERIFY(isStale(experiment(u"{{ 1 | nothing }}"_s), &old));
    QCOMPARE(changed.size(), 7);
    effect.clear();
    QVERIFY(!effect.isStale());
    QTRY_COMPARE(m_engine.running(), 0);
}

void TestEditEffect::nothingIsRenderedOnTheCallersThread()
{
    m_engine = {};
    HandBackground background;
    EditEffect effect(context(&background));
    QSignalSpy finished(&effect, &EditEffect::finished);
    const Cell old = answered(u"Capital?"_s, u"Paris"_s);
    // What a template has to say comes later.
    QVERIFY(effect.start(experiment(u"{{ 1 | nothing }}"_s), place, old));
    QVERIFY(effect.isRunning());
    QVERIFY(effect.progress().isPreparing);
    QVERIFY(!effect.error());
    background.workOff();
    QCOMPARE(finished.size(), 1);
    QVERIFY(!effect.isRunning());
    QCOMPARE(effect.error()->kind, ErrorKind::Template);
    QVERIFY(effect.start(experiment(u"Capital?"_s), place, old));
    background.workOff();
    QVERIFY2(effect.error()->detail.contains(u"same"_s), qPrintable(effect.error()->detail));
    QCOMPARE(m_engine.count(), 0);

    const Experiment now = experiment(u"Now {{ country }}"_s);
    QVERIFY(effect.start(now, place, old));
    QCOMPARE(m_engine.count(), 0);
    background.workOff();
    QCOMPARE(m_engine.count(), 2);
    QCOMPARE(m_engine.at(0).request.messages.at(0).text, u"Now France"_s);
    deliverBoth(0);
    QTRY_VERIFY(effect.result());
    effect.compareWith(now, place, &old);
    QCOMPARE(background.waiting(), 0); // it is known
    QVERIFY(!effect.isStale());
}

void TestEditEffect::itIsStoppedWhileThePromptIsRendered()
{
    m_engine = {};
    HandBackground background;
    EditEffect effect(context(&background));
    QSignalSpy finished(&effect, &EditEffect::finished);
    QVERIFY(effect.start(experiment(u"Now {{ country }}"_s), place, answered(u"Capital?"_s, u"Paris"_s)));
    effect.stop();
    QVERIFY(!effect.isRunning());
    QCOMPARE(finished.size(), 1);
    background.workOff();
    QCOMPARE(m_engine.count(), 0);
    QVERIFY(!effect.result() && !effect.error());
    QCOMPARE(finished.size(), 1);
}

void TestEditEffect::theNewestStartCounts()
{
    m_engine = {};
    HandBackground background;
    EditEffect effect(context(&background));
    const Cell old = answered(u"Capital?"_s, u"Paris"_s);
    QVERIFY(effect.start(experiment(u"One {{ country }}"_s), place, old));
    QVERIFY(effect.start(experiment(u"Two {{ country }}"_s), place, old));
    background.workOff();
    QCOMPARE(m_engine.count(), 2);
    QCOMPARE(m_engine.at(0).request.messages.at(0).text, u"Two France"_s);
    // While it is scored another one begins: the first is cancelled, and nothing of it is shown.
    QVERIFY(effect.start(experiment(u"{{ 1 | nothing }}"_s), place, old));
    background.workOff();
    QTRY_COMPARE(m_engine.running(), 0);
    deliverBoth(0);
    QCoreApplication::processEvents();
    QVERIFY(!effect.result());
    QCOMPARE(effect.error()->kind, ErrorKind::Template);
}

void TestEditEffect::theNewestComparisonCounts()
{
    m_engine = {};
    HandBackground background;
    EditEffect effect(context(&background));
    const Cell old = answered(u"Capital?"_s, u"Paris"_s);
    const Experiment now = experiment(u"Now {{ country }}"_s);
    QVERIFY(effect.start(now, place, old));
    background.workOff();
    deliverBoth(0);
    QTRY_VERIFY(effect.result());
    effect.compareWith(experiment(u"Again {{ country }}"_s), place, &old);
    effect.compareWith(experiment(u"Again {{ country }}"_s), place, &old);
    QCOMPARE(background.waiting(), 1); // the same is not asked twice
    effect.compareWith(now, place, &old);
    QSignalSpy changed(&effect, &EditEffect::staleChanged);
    background.workOff();
    QVERIFY(!effect.isStale());
    QVERIFY(changed.isEmpty());
    effect.compareWith(experiment(u"Again {{ country }}"_s), place, &old);
    QVERIFY(!effect.isStale());
    background.workOff();
    QVERIFY(effect.isStale());
}

QTEST_GUILESS_MAIN(TestEditEffect)

#include "tst_editeffect.moc"
