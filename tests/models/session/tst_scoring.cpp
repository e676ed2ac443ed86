// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/scoring.h"

#include "tests/support/fakeclock.h"
#include "tests/support/fakeengine.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Tempera;

namespace {

Cell question(const QString &text, const QString &provider = u"local:mini"_s)
{
    Cell cell;
    cell.request.endpoint = endpointFromId(provider);
    cell.request.messages = {{Role::User, text}};
    cell.request.score = {{.text = u"yes"_s, .tokens = {}, .everySpelling = true}};
    return cell;
}

GenerationBatch scored(double logProbability)
{
    ScoredText text;
    text.logProbability = logProbability;
    return {Event::Started{u"mini"_s}, Event::Scored{{text}}, Event::Finished{}};
}

} // namespace

class TestScoring : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void probabilitiesArrive();
    void soManyAtOnce();
    void progressHasARateAndATimeLeft();
    void stopCancelsTheRest();
    void aNewStartSilencesTheOld();
    void destroyingCancels();
    void failuresBelongToTheirCell();
    void onlyLocalModelsAreAsked();
    void anEmptyStartEnds();
    void anEngineWithoutScoresIsToldOf();

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

void TestScoring::probabilitiesArrive()
{
    m_engine = {};
    Scoring scoring(context());
    QSignalSpy changed(&scoring, &Scoring::cellChanged);
    QSignalSpy finished(&scoring, &Scoring::finished);
    scoring.start({question(u"a"_s), question(u"b"_s)});
    QCOMPARE(m_engine.count(), 2);
    QCOMPARE(m_engine.at(0).request.endpoint.modelPath, u"/models/mini"_s);
    QCOMPARE(m_engine.at(0).request.score.size(), 1U);
    m_engine.deliver(1, scored(-2));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.at(0).at(0).toInt(), 1);
    QVERIFY(scoring.isRunning());
    m_engine.deliver(0, scored(-1));
    QVERIFY(finished.isEmpty()); // not from within a sink
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(!scoring.isRunning());
    QCOMPARE(scoring.cells().at(0).scores.at(0).logProbability, -1.0);
    QCOMPARE(scoring.cells().at(1).scores.at(0).logProbability, -2.0);
    QTRY_COMPARE(m_engine.destructions(), 2);
}

void TestScoring::soManyAtOnce()
{
    m_engine = {};
    Scoring scoring(context());
    scoring.start({question(u"a"_s), question(u"b"_s), question(u"c"_s)}, 2);
    QCOMPARE(m_engine.count(), 2);
    m_engine.deliver(0, scored(-1));
    QCOMPARE(m_engine.count(), 3);
}

void TestScoring::progressHasARateAndATimeLeft()
{
    m_engine = {};
    Scoring scoring(context());
    scoring.start({question(u"a"_s), question(u"b"_s), question(u"c"_s), question(u"d"_s)}, 2);
    QVERIFY(!scoring.progress().left);
    m_clock.advance(2s);
    m_engine.deliver(0, scored(-1));
    m_engine.deliver(1, {Event::PromptProgress{50, 100}});
    const ScoringProgress progress = scoring.progress();
    QCOMPARE(progress.done, 1);
    QCOMPARE(progress.total, 4);
    QCOMPARE(progress.work, 1.5 / 4);
    QCOMPARE(progress.cellsPerSecond, 0.75);
    QVERIFY(progress.left);
    QCOMPARE(progress.left->count(), std::int64_t(2.5 / 0.75 * 1e6));
}

void TestScoring::stopCancelsTheRest()
{
    m_engine = {};
    Scoring scoring(context());
    QSignalSpy finished(&scoring, &Scoring::finished);
    scoring.start({question(u"a"_s), question(u"b"_s), question(u"c"_s)}, 2);
    m_engine.deliver(0, scored(-1));
    scoring.stop();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(scoring.cells().at(0).state, CellState::Done);
    QCOMPARE(scoring.cells().at(1).state, CellState::Cancelled);
    QCOMPARE(scoring.cells().at(2).state, CellState::Cancelled);
    QTRY_COMPARE(m_engine.running(), 0);
    scoring.stop(); // again: nothing
    QCoreApplication::processEvents();
    QCOMPARE(finished.size(), 1);
}

void TestScoring::aNewStartSilencesTheOld()
{
    m_engine = {};
    Scoring scoring(context());
    QSignalSpy finished(&scoring, &Scoring::finished);
    scoring.start({question(u"a"_s)});
    scoring.start({question(u"b"_s), question(u"c"_s)});
    m_engine.deliver(0, scored(-7)); // its handle may not be gone yet
    QCOMPARE(scoring.cells().at(0).state, CellState::Queued);
    m_engine.deliver(1, scored(-1));
    m_engine.deliver(2, scored(-2));
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(scoring.cells().at(0).scores.at(0).logProbability, -1.0);
}

void TestScoring::destroyingCancels()
{
    m_engine = {};
    auto scoring = std::make_unique<Scoring>(context());
    scoring->start({question(u"a"_s), question(u"b"_s)});
    scoring.reset();
    QCOMPARE(m_engine.destructions(), 2);
    m_engine.deliver(0, scored(-1)); // nobody listens, nothing falls
}

void TestScoring::failuresBelongToTheirCell()
{
    m_engine = {};
    Scoring scoring(context());
    QSignalSpy finished(&scoring, &Scoring::finished);
    scoring.start({question(u"a"_s), question(u"b"_s)});
    m_engine.fail(0, failure(ErrorKind::ContextTooLong, u"too long"_s).error());
    m_engine.deliver(1, scored(-1));
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(scoring.cells().at(0).state, CellState::Failed);
    QCOMPARE(scoring.cells().at(0).error->kind, ErrorKind::ContextTooLong);
    QCOMPARE(scoring.cells().at(1).state, CellState::Done);
}

void TestScoring::onlyLocalModelsAreAsked()
{
    m_engine = {};
    Scoring scoring(context());
    QSignalSpy finished(&scoring, &Scoring::finished);
    scoring.start({question(u"a"_s, u"openai:chat:gpt-4o-mini"_s), question(u"b"_s, u"nobody:knows"_s)});
    QCOMPARE(m_engine.count(), 0);
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(scoring.cells().at(0).state, CellState::Failed);
    QVERIFY(scoring.cells().at(0).error->detail.contains(u"local"_s));
    QCOMPARE(scoring.cells().at(1).error->kind, ErrorKind::ModelMissing);
}

void TestScoring::anEmptyStartEnds()
{
    Scoring scoring(context());
    QSignalSpy finished(&scoring, &Scoring::finished);
    scoring.start({});
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(scoring.progress().work, 1.0);
}

void TestScoring::anEngineWithoutScoresIsToldOf()
{
    m_engine = {};
    Scoring scoring(context());
    QSignalSpy finished(&scoring, &Scoring::finished);
    scoring.start({question(u"a"_s)});
    m_engine.answer(0, u"text"_s);
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(scoring.cells().at(0).state, CellState::Failed);
}

QTEST_GUILESS_MAIN(TestScoring)

#include "tst_scoring.moc"
