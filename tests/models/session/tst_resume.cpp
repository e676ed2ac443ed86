// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/resume.h"

#include "app/storage/memoryrunstore.h"
#include "models/session/session.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakeengine.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

/// Two variants of a model with a price, `words` as cases, one check for all.
Experiment sayings(const QStringList &words)
{
    Experiment experiment;
    experiment.description = u"Sayings"_s;
    experiment.prompts = {{QString(), {{Role::User, u"Say {{ word }}"_s}}, {}}};
    for (const double temperature : {0.0, 1.0}) {
        Variant variant;
        variant.label = temperature > 0 ? u"warm"_s : u"cold"_s;
        variant.endpoint = endpointFromId(u"openai:chat:m"_s, [](const QString &) { return QString(); });
        variant.sampling.temperature = temperature;
        variant.sampling.maxTokens = 10;
        experiment.variants.append(variant);
    }
    for (const QString &word : words) {
        Case each;
        each.description = word;
        each.variables = {{u"word"_s, word}};
        experiment.cases.append(each);
    }
    CheckSpec check;
    check.type = u"contains"_s;
    check.value = u"yes"_s;
    experiment.defaultCase.checks = {check};
    experiment.maxConcurrency = 2;
    return experiment;
}

/// $0.001 a token, in and out.
const QByteArray prices = R"({"as_of": "2026-11-10", "source": "test", "providers": {"openai": {"title": "OpenAI",
    "hosts": ["api.openai.com"], "models": {"m": {"title": "M", "context": 1000, "max_output": 100,
    "price": {"input": 1000, "output": 1000}}}}}})";

Usage tokens(std::int64_t input, std::int64_t output)
{
    Usage usage;
    usage.inputTokens = input;
    usage.outputTokens = output;
    return usage;
}

/// A run with the bodies of its cells.
struct WholeRun {
    RunRecord run;
    std::vector<Cell> cells;
    StoredRun stored;
};

struct World {
    FakeClock clock;
    FakeEngine engine;
    MemoryRunStore store{clock};
    Catalog catalog = Catalog::fromJson(prices, u"prices"_s).value();
    SessionContext context{&engine, &store, &clock, &catalog, {}};
    Session session{context};

    WholeRun stored(const QUuid &id)
    {
        std::optional<StoredRun> run;
        store.loadRun(id, &session, [&run](const Result<StoredRun> &loaded) { run = loaded.value(); });
        if (!QTest::qWaitFor([&run] { return run.has_value(); }))
            qFatal("the run was not stored");
        return {run->run, bodies(*run), *run};
    }

    std::vector<Cell> bodies(const StoredRun &run)
    {
        QList<CellKey> keys;
        for (const CellSummary &cell : run.cells)
            keys += cell.key;
        std::optional<std::vector<Cell>> cells;
        store.loadCells(run.run.id, keys, &session,
                        [&cells](const Result<std::vector<Cell>> &loaded) { cells = loaded.value(); });
        if (!QTest::qWaitFor([&cells] { return cells.has_value(); }))
            qFatal("the cells were not stored");
        return *cells;
    }

    /// Answers the next generation and waits until it is graded.
    bool answerNext(const QString &text)
    {
        const int done = session.totals().done;
        engine.answer(m_answered++, text, tokens(5, 50));
        return QTest::qWaitFor([&] { return session.totals().done == done + 1; });
    }

    bool failNext()
    {
        Error error;
        error.kind = ErrorKind::BadRequest;
        engine.fail(m_answered++, error);
        return QTest::qWaitFor([&] { return session.totals().failed == 1; });
    }

    /// Stops; what was under way is cancelled.
    WholeRun stopped()
    {
        const int count = engine.count();
        session.stop();
        for (; m_answered < count; ++m_answered)
            engine.finishCancelled(m_answered);
        if (!QTest::qWaitFor([&] { return !session.isRunning(); }))
            qFatal("the run did not stop");
        return stored(session.runId());
    }

    Result<void> resume(const WholeRun &run, const Experiment &then, const Experiment &now, bool retryErrors = false,
                        std::optional<Money> maxCost = {})
    {
        RunOptions options;
        options.maxCost = maxCost;
        takePlanOptions(run.run.planOptions, options);
        RunToResume wanted{run.stored, then, retryErrors};
        for (const Cell &cell : run.cells)
            wanted.asked.add(cell.request);
        wanted.stored.run = run.run;
        options.resume = std::make_shared<const RunToResume>(wanted);
        return session.run(now, options);
    }

private:
    int m_answered = 0;
};

/// A run of six cells of which two are answered and one has failed.
WholeRun halfRun(World &world, const Experiment &experiment)
{
    if (!world.session.run(experiment, {}) || !world.answerNext(u"yes"_s) || !world.failNext() || !world.answerNext(u"no"_s))
        qFatal("the run did not begin");
    return world.stopped();
}

QStringList differences(const GenerationRequest &then, const GenerationRequest &now)
{
    AskedRequests asked;
    asked.add(then);
    return requestDifferences(asked, 0, now);
}

const QStringList words{u"one"_s, u"two"_s, u"three"_s};

} // namespace

class ResumeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsMissingIsAsked()
    {
        World world;
        const Experiment experiment = sayings(words);
        const WholeRun half = halfRun(world, experiment);
        QCOMPARE(half.run.state, RunState::Stopped);
        QVERIFY(world.session.isResumable());
        const int asked = world.engine.count();

        World later; // another program
        later.store.beginRun(half.run);
        for (const Cell &cell : half.cells)
            later.store.saveCell(half.run.id, cell);
        QVERIFY(later.resume(half, experiment, experiment));
        QSignalSpy finished(&later.session, &Session::finished);
        QCOMPARE(later.engine.count(), 0); // before the ledger has said that the run is ours
        QCOMPARE(later.session.runId(), half.run.id);
        QCOMPARE(later.session.totals().planned, 6);
        QCOMPARE(later.session.totals().done, 2);
        QCOMPARE(later.session.totals().failed, 1);
        QCOMPARE(later.session.totals().resumed, 3);
        for (int i = 0; i < 3; ++i) {
            QTRY_VERIFY(later.engine.count() > i);
            const CellKey key = later.engine.at(i).request.key;
            const auto had = std::ranges::find(half.cells, key, [](const Cell &cell) { return cell.request.key; });
            QVERIFY(had == half.cells.end() || had->state == CellState::Cancelled);
            QVERIFY(later.answerNext(u"yes"_s));
        }
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(later.engine.count(), 3);
        QVERIFY(asked <= 5);
        QVERIFY(!later.session.isResumable());
        const WholeRun whole = later.stored(half.run.id);
        QCOMPARE(whole.run.state, RunState::Finished);
        QCOMPARE(whole.run.started, half.run.started);
        QCOMPARE(whole.cells.size(), 6u);
        QCOMPARE(std::ranges::count(whole.cells, CellState::Done, &Cell::state), 5);
        QCOMPARE(later.session.totals().passed, 4); // all cells count
        QCOMPARE(later.session.totals().checksFailed, 1);
    }

    void errorsAreAskedAgainWhereThatIsWanted()
    {
        World world;
        const Experiment experiment = sayings(words);
        const WholeRun half = halfRun(world, experiment);
        const int before = world.engine.count();
        QVERIFY(world.resume(half, experiment, experiment, true));
        QCOMPARE(world.session.totals().done, 2);
        QCOMPARE(world.session.totals().failed, 0);
        QTRY_VERIFY(world.engine.count() > before);
        QCOMPARE(world.engine.at(before).request.key, (CellKey{0, 0, 1, 0})); // the one that had failed
    }

    void aFinishedRunHasNothingLeft()
    {
        World world;
        const Experiment experiment = sayings({u"one"_s});
        QVERIFY(world.session.run(experiment, {}));
        QSignalSpy finished(&world.session, &Session::finished);
        QVERIFY(world.answerNext(u"yes"_s) && world.failNext());
        QTRY_COMPARE(finished.size(), 1);
        const WholeRun whole = world.stored(world.session.runId());
        const Result<void> again = world.resume(whole, experiment, experiment);
        QVERIFY(!again);
        QCOMPARE(again.error().kind, ErrorKind::Usage);
        QVERIFY(world.resume(whole, experiment, experiment, true)); // but its error can be asked again
        // One that was killed with its last cell only has to be ended.
        World killed;
        WholeRun last = whole;
        last.run.state = RunState::Interrupted;
        killed.store.beginRun(last.run);
        QSignalSpy ended(&killed.session, &Session::finished);
        QVERIFY(killed.resume(last, experiment, experiment));
        QTRY_COMPARE(ended.size(), 1);
        QCOMPARE(killed.engine.count(), 0);
        QCOMPARE(killed.stored(last.run.id).run.state, RunState::Finished);
    }

    void whatDiffersIsSaid_data()
    {
        using Change = std::function<void(Experiment &)>;
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("said");
        const auto row = [](const char *name, const QString &said, Change change) {
            QTest::newRow(name) << std::move(change) << said;
        };
        row("a case more", u"cells: 6 then, 8 now, cases: 3 then, 4 now"_s,
            [](Experiment &e) { e.cases += e.cases.constFirst(); });
        row("a variant less", u"variants: 2 then, 1 now"_s, [](Experiment &e) { e.variants.removeLast(); });
        row("more repeats", u"repeats: 1 then, 2 now"_s, [](Experiment &e) { e.repeat = 2; });
        row("another prompt", u"case 1 (one), cold would be asked differently (the prompt)"_s,
            [](Experiment &e) { e.prompts[0].messages[0].text = u"Shout {{ word }}"_s; });
        row("another value", u"case 1 (one), cold would be asked differently (the values of the case)"_s,
            [](Experiment &e) { e.cases[0].variables[0].value = u"once"_s; });
        row("another order", u"the values of the case"_s, [](Experiment &e) { std::swap(e.cases[0], e.cases[1]); });
        row("another setting", u"warm would be asked differently (temperature)"_s,
            [](Experiment &e) { e.variants[1].sampling.temperature = 0.5; });
        row("another model", u"cold would be asked differently (the model)"_s,
            [](Experiment &e) { e.variants[0].endpoint.model = u"n"_s; });
        row("another address", u"cold would be asked differently (the address)"_s,
            [](Experiment &e) { e.variants[0].endpoint.baseUrl = QUrl(u"http://127.0.0.1:1/v1"_s); });
        row("another body", u"cold would be asked differently (reasoning)"_s,
            [](Experiment &e) { e.variants[0].endpoint.body.insert(u"reasoning"_s, "{\"effort\":\"low\"}"); });
        row("another check", u"has other checks"_s, [](Experiment &e) { e.defaultCase.checks[0].value = u"no"_s; });
        row("another threshold", u"has other checks"_s, [](Experiment &e) { e.defaultCase.threshold = 0.5; });
    }

    void whatDiffersIsSaid()
    {
        using Change = std::function<void(Experiment &)>;
        QFETCH(Change, change);
        QFETCH(QString, said);
        World world;
        const Experiment then = sayings(words);
        const WholeRun half = halfRun(world, then);
        const int asked = world.engine.count();
        Experiment now = then;
        change(now);
        const Result<void> begun = world.resume(half, then, now);
        QVERIFY(!begun);
        QCOMPARE(begun.error().kind, ErrorKind::Usage);
        QVERIFY2(begun.error().detail.contains(said), qPrintable(begun.error().detail));
        QCoreApplication::processEvents();
        QCOMPARE(world.engine.count(), asked); // nothing was spent
        QVERIFY(!world.session.isRunning());
        QCOMPARE(world.stored(half.run.id).run.state, RunState::Stopped);
    }

    /// What does not change an answer does not keep a run from going on.
    void whatDoesNotMatterIsNoDifference()
    {
        World world;
        const Experiment then = sayings(words);
        const WholeRun half = halfRun(world, then);
        Experiment now = then;
        now.description = u"Other words"_s;
        now.cases[1].description = u"a better name"_s;
        now.variants[0].label = u"cool"_s;
        now.maxConcurrency = 1;
        now.deadline = std::chrono::seconds(5);
        QVERIFY(world.resume(half, then, now));
    }

    /// They are read page by page.
    void whatManyCellsWereAsked()
    {
        World world;
        RunRecord run;
        run.id = QUuid::createUuid();
        world.store.beginRun(run);
        constexpr int many = 2500;
        for (int i = 0; i < many; ++i) {
            Cell cell;
            cell.request.key = {i, 0, 0, 0};
            cell.request.messages = {{Role::User, QString::number(i)}};
            cell.state = CellState::Done;
            world.store.saveCell(run.id, cell);
        }
        std::optional<RunToResume> loaded;
        loadRunToResume(world.store, run.id, &world.session,
                        [&loaded](const Result<RunToResume> &read) { loaded = read.value(); });
        QTRY_VERIFY(loaded);
        QCOMPARE(loaded->stored.cells.size(), std::size_t{many});
        QCOMPARE(loaded->asked.size(), std::size_t{many});
        for (std::size_t i = 0; i < many; ++i) {
            const int number = loaded->stored.cells[i].key.caseIndex;
            QCOMPARE(number, static_cast<int>(i));
            QVERIFY(loaded->asked.hasMessages(i, {{Role::User, QString::number(number)}}));
        }
    }

    /// The ledger has no secrets; that is no difference.
    void secretsAreNoDifference()
    {
        GenerationRequest now;
        now.endpoint = endpointFromId(u"openai:chat:m"_s, [](const QString &) { return QString(); });
        now.endpoint.baseUrl = QUrl(u"https://me:pass@host/v1?api_key=abc&api-version=2"_s);
        now.endpoint.body = {{u"meta"_s, R"({"b": 1, "api_key": "abc"})"}, {u"token"_s, "\"abc\""}};
        now.endpoint.modelPath = u"/models/now.gguf"_s;
        GenerationRequest then = now;
        then.endpoint.baseUrl = QUrl(u"https://host/v1?api-version=2"_s);
        then.endpoint.body = {{u"meta"_s, R"({"api_key":"[redacted]","b":1})"}, {u"token"_s, "\"[redacted]\""}};
        then.endpoint.modelPath = u"/models/then.gguf"_s;
        QCOMPARE(differences(then, now), QStringList());
        then.endpoint.body[u"meta"_s] = R"({"api_key":"[redacted]","b":2})";
        QCOMPARE(differences(then, now), QStringList{u"meta"_s});
    }

    /// Whatever decides the key of a request is a difference.
    void everyDifferenceOfTheKeyIsOne()
    {
        GenerationRequest plain;
        plain.endpoint = endpointFromId(u"openai:chat:m"_s, [](const QString &) { return QString(); });
        plain.messages = {{Role::User, u"hello"_s}};
        const QList<std::function<void(GenerationRequest &)>> changes{
            [](GenerationRequest &r) { r.endpoint.kind = EndpointKind::Echo; },
            [](GenerationRequest &r) { r.endpoint.baseUrl = QUrl(u"http://other/v1"_s); },
            [](GenerationRequest &r) { r.endpoint.model = u"n"_s; },
            [](GenerationRequest &r) { r.endpoint.limitName = u"max_completion_tokens"_s; },
            [](GenerationRequest &r) { r.endpoint.body.insert(u"n"_s, "2"); },
            [](GenerationRequest &r) { r.form = PromptForm::Continuation; },
            [](GenerationRequest &r) { r.messages[0].role = Role::System; },
            [](GenerationRequest &r) { r.messages[0].text += u'!'; },
            [](GenerationRequest &r) { r.messages[0].parts = {TextPart{r.messages[0].text}}; },
            [](GenerationRequest &r) { r.sampling.seed = 7; },
            [](GenerationRequest &r) { r.sampling.topK = 7; },
            [](GenerationRequest &r) { r.strict = true; },
        };
        for (const auto &change : changes) {
            GenerationRequest other = plain;
            change(other);
            QVERIFY(requestKey(other) != requestKey(plain));
            QCOMPARE(differences(plain, other).size(), 1);
            QCOMPARE(differences(other, plain).size(), 1);
        }
        QVERIFY(differences(plain, plain).isEmpty());
    }

    void whatWasSpentCounts()
    {
        World world;
        const Experiment experiment = sayings(words);
        const WholeRun half = halfRun(world, experiment); // two answers of 55 tokens: $0.11
        const Result<void> tooMuch = world.resume(half, experiment, experiment, false, Money::fromDollars(0.111));
        QVERIFY(!tooMuch);
        QCOMPARE(tooMuch.error().kind, ErrorKind::Budget);
        const int before = world.engine.count();
        // There is room for one more answer, which may cost $0.10, not for two.
        QVERIFY(world.resume(half, experiment, experiment, false, Money::fromDollars(0.215)));
        QTRY_COMPARE(world.engine.count(), before + 1);
        QVERIFY(world.answerNext(u"yes"_s));
        QTRY_VERIFY(!world.session.isRunning());
        QCOMPARE(world.engine.count(), before + 1);
        QVERIFY(world.session.isResumable());
    }

    void howItWasPlannedIsKept()
    {
        RunOptions options;
        QVERIFY(planOptionsToJson(options).isEmpty());
        options.plan.repeat = 3;
        options.plan.filterPattern = u"^t"_s;
        options.plan.strict = true;
        options.plan.deadline = std::chrono::milliseconds(1500);
        options.delay = std::chrono::milliseconds(20);
        options.plan.metadata = {{u"kind"_s, u"a"_s}, {u"env"_s, u"prod"_s}};
        RunOptions back;
        takePlanOptions(planOptionsToJson(options), back);
        QCOMPARE(back.plan.repeat, 3);
        QCOMPARE(back.plan.filterPattern, u"^t"_s);
        QVERIFY(back.plan.strict);
        QCOMPARE(back.plan.deadline, options.plan.deadline);
        QCOMPARE(back.delay, options.delay);
        QCOMPARE(back.plan.metadata, options.plan.metadata);
        RunOptions own;
        own.plan.repeat = 2;
        takePlanOptions(planOptionsToJson(options), own);
        QCOMPARE(own.plan.repeat, 2); // what is asked for now counts
        takePlanOptions("nonsense", own);
        QCOMPARE(own.plan.repeat, 2);

        RunRecord run;
        run.state = RunState::Stopped;
        QVERIFY(isResumable(run));
        options.scope.kind = RunScope::Kind::Case;
        run.planOptions = planOptionsToJson(options);
        QVERIFY(!isResumable(run)); // it has no plan of its own
        run.planOptions.clear();
        run.state = RunState::Finished;
        QVERIFY(!isResumable(run));
        run.state = RunState::Running;
        QVERIFY(!isResumable(run));

        run.state = RunState::Stopped;
        run.planOptions = withBatchMark("{\"repeat\":2}");
        QVERIFY(waitsForBatches(run));
        QVERIFY(!isResumable(run)); // nothing is asked twice
        RunOptions batched;
        takePlanOptions(run.planOptions, batched);
        QCOMPARE(batched.plan.repeat, 2);
        run.state = RunState::Finished;
        QVERIFY(!waitsForBatches(run));
    }
};

QTEST_GUILESS_MAIN(ResumeTest)
#include "tst_resume.moc"
