// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/grader.h"

#include "tests/support/fakeclock.h"
#include "tests/support/fakeengine.h"

#include <QJsonArray>
#include <QTest>
#include <QThreadPool>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

const QByteArray judgePrices = R"({"as_of": "2026-11-10", "source": "test", "providers": {"openai": {"title": "OpenAI",
    "hosts": ["api.openai.com"], "models": {"m": {"title": "M", "context": 1000, "max_output": 100,
    "price": {"input": 1000, "output": 2000}}}}}})";

const QString yes = u"{\"reason\": \"fine\", \"pass\": true, \"score\": 0.9, \"evidence\": [\"lamp\"]}"_s;

CheckSpec specOf(const QString &type, const QJsonValue &value)
{
    CheckSpec check;
    check.type = type;
    check.value = value;
    return check;
}

Variant judgeVariant(const QString &id)
{
    Variant judge;
    judge.endpoint = endpointFromId(id, [](const QString &) { return QString(); });
    return judge;
}

Usage usedBy(std::int64_t input, std::int64_t output)
{
    Usage usage;
    usage.inputTokens = input;
    usage.outputTokens = output;
    return usage;
}

/// An answer with these checks; those that ask have the judge.
GradingTask taskOf(const QList<CheckSpec> &checks, const Variant &judge = judgeVariant(u"openai:chat:m"_s))
{
    GradingTask task;
    task.input.cell.state = CellState::Done;
    task.input.cell.text = u"A lamp"_s;
    task.input.cell.request.messages = {{Role::User, u"Name a thing."_s}};
    task.input.checks = checks;
    task.mayAsk = true;
    for (qsizetype i = 0; i < checks.size(); ++i) {
        if (asksJudge(checks.at(i).type))
            task.judges.emplace(i, judge);
    }
    return task;
}

} // namespace

class GraderTest : public QObject
{
    Q_OBJECT

    struct World {
        FakeClock clock;
        FakeEngine engine;
        Catalog catalog;
        SessionContext context{&engine, nullptr, &clock, &catalog, {}};
        int slotCount = 100;
        std::optional<QString> refusal;
        Money spent;
        int freed = 0;
        std::chrono::milliseconds paused{0};
        std::vector<Graded> graded;
        std::unique_ptr<Grader> grader;

        World()
        {
            const auto read = Catalog::fromJson(judgePrices, u"prices"_s);
            if (!read)
                qFatal("%s", qPrintable(read.error().detail));
            catalog = *read;
            GraderHooks hooks;
            hooks.hasSlot = [this] { return grader->asking() < slotCount; };
            hooks.refusal = [this] { return refusal; };
            hooks.spent = [this](int, const std::optional<Money> &cost) { spent += cost.value_or(Money()); };
            hooks.paused = [this](std::chrono::milliseconds wait) { paused = wait; };
            hooks.slotFreed = [this] {
                ++freed;
                grader->pump();
            };
            grader = std::make_unique<Grader>(context, hooks);
        }

        void grade(GradingTask task)
        {
            grader->grade(std::move(task), [this](const Graded &each) { graded.push_back(each); });
        }
        [[nodiscard]] bool isAsked(int count)
        {
            return QTest::qWaitFor([this, count] { return engine.count() == count; });
        }
        [[nodiscard]] bool isGraded(std::size_t count)
        {
            return QTest::qWaitFor([this, count] { return graded.size() == count; });
        }
        [[nodiscard]] const Verdict &verdict(std::size_t answer, qsizetype check) const
        {
            return graded.at(answer).grade.verdicts.at(check);
        }
    };

private Q_SLOTS:
    /// Nothing is asked for what needs nobody, and nothing comes from within grade().
    void checksThatAskNobody()
    {
        World world;
        world.grade(taskOf({specOf(u"contains"_s, u"lamp"_s), specOf(u"contains"_s, u"red"_s)}));
        QVERIFY(world.graded.empty());
        QCOMPARE(world.grader->waiting(), 1);
        QVERIFY(world.isGraded(1));
        QCOMPARE(world.graded[0].grade.outcome, Outcome::Fail);
        QCOMPARE(world.verdict(0, 0).outcome, Outcome::Pass);
        QCOMPARE(world.grader->waiting(), 0);
        QCOMPARE(world.engine.count(), 0);
    }

    void aJudgeIsAsked()
    {
        World world;
        world.grade(taskOf({specOf(u"contains"_s, u"lamp"_s), specOf(u"llm-rubric"_s, u"names a thing"_s)}));
        QVERIFY(world.isAsked(1));
        const GenerationRequest request = world.engine.at(0).request;
        QCOMPARE(request.endpoint.id, u"openai:chat:m"_s);
        QVERIFY(!request.sampling.temperature); // what is not set is not sent
        QVERIFY(!request.sampling.maxTokens);
        QVERIFY(!request.wantTrace);
        QVERIFY(world.graded.empty());
        world.engine.answer(0, yes, usedBy(10, 5));
        QVERIFY(world.isGraded(1));
        const Verdict &verdict = world.verdict(0, 1);
        QCOMPARE(verdict.outcome, Outcome::Pass);
        QCOMPARE(verdict.reason, u"fine"_s);
        QCOMPARE(verdict.evidence, (QList<AnswerSpan>{{2, 4}}));
        QVERIFY(verdict.asked);
        QCOMPARE(verdict.asked->model, u"m"_s);
        QCOMPARE(verdict.asked->usage, usedBy(10, 5));
        QCOMPARE(verdict.asked->cost, Money::fromDollars(0.02)); // 10 × 1,000 and 5 × 2,000 dollars a million
        QCOMPARE(world.spent, Money::fromDollars(0.02));
        QCOMPARE(world.freed, 1);
        QVERIFY(!world.verdict(0, 0).asked);
        QCOMPARE(spendOf(world.graded[0].grade).requests, 1);
    }

    /// Vectors are asked for like judgements: with usage and cost, and once.
    void vectorsAreAsked()
    {
        World world;
        const Variant embedder = judgeVariant(u"openai:embedding:m"_s);
        const QList<CheckSpec> checks{specOf(u"similar"_s, u"a light"_s)};
        world.grade(taskOf(checks, embedder));
        QVERIFY(world.isAsked(1));
        const GenerationRequest request = world.engine.at(0).request;
        QCOMPARE(providerOf(request).wire, openAiEmbeddingsWire);
        QCOMPARE(request.messages.size(), 2);
        QCOMPARE(request.messages[1].text, u"a light"_s);
        QCOMPARE(request.sampling, SamplingSettings());
        Event::Finished finished;
        finished.usage = usedBy(10, 0);
        world.engine.deliver(0, {Event::Started{u"m"_s}, Event::Embedded{{{1, 0}, {0.8F, 0.6F}}}, finished});
        QVERIFY(world.isGraded(1));
        const Verdict verdict = world.verdict(0, 0);
        QCOMPARE(verdict.outcome, Outcome::Pass);
        QVERIFY(std::abs(verdict.score - 0.8) < 1e-6);
        QCOMPARE(verdict.asked->cost, Money::fromDollars(0.01));
        QCOMPARE(world.spent, Money::fromDollars(0.01));

        GradingTask again = taskOf(checks, embedder);
        again.input.checks[0].threshold = 0.9;
        again.earlier = {verdict};
        world.grade(std::move(again));
        QVERIFY(world.isGraded(2));
        QCOMPARE(world.verdict(1, 0).outcome, Outcome::Fail);
        QCOMPARE(world.engine.count(), 1);
    }

    /// An endpoint for moderation is asked like a judge, and charges nothing; other categories are another question.
    void moderationIsAsked()
    {
        World world;
        const Variant moderator = judgeVariant(u"openai:moderation"_s);
        const QList<CheckSpec> checks{specOf(u"moderation"_s, {})};
        world.grade(taskOf(checks, moderator));
        QVERIFY(world.isAsked(1));
        const GenerationRequest request = world.engine.at(0).request;
        QCOMPARE(providerOf(request).wire, openAiModerationWire);
        QCOMPARE(request.endpoint.model, u"omni-moderation-latest"_s);
        QCOMPARE(request.messages, (Messages{{Role::User, u"A lamp"_s}}));
        QCOMPARE(request.sampling, SamplingSettings());
        world.engine.deliver(
            0, {Event::TextDelta{u"{\"flagged\":[{\"category\":\"hate\",\"score\":0.5}],\"others\":[]}"_s}, Event::Finished{}});
        QVERIFY(world.isGraded(1));
        const Verdict verdict = world.verdict(0, 0);
        QCOMPARE(verdict.outcome, Outcome::Fail);
        QVERIFY2(verdict.reason.contains(u"hate (0.50)"_s), qPrintable(verdict.reason));
        QCOMPARE(verdict.asked->cost, Money());

        GradingTask again = taskOf(checks, moderator);
        again.earlier = {verdict};
        world.grade(std::move(again));
        QVERIFY(world.isGraded(2));
        QCOMPARE(world.verdict(1, 0).outcome, Outcome::Fail);
        QCOMPARE(world.engine.count(), 1);
        GradingTask other = taskOf({specOf(u"moderation"_s, QJsonArray{u"violence"_s})}, moderator);
        other.earlier = {verdict};
        world.grade(std::move(other));
        QVERIFY(world.isAsked(2));
    }

    /// One that this version does not know: not carried out, and no failure of the answer.
    void anUnknownModerator()
    {
        World world;
        GradingTask task = taskOf({specOf(u"moderation"_s, {})});
        task.judges.clear();
        task.judges.emplace(0, failure(ErrorKind::ModelMissing, u"not known"_s));
        world.grade(std::move(task));
        QVERIFY(world.isGraded(1));
        QCOMPARE(world.verdict(0, 0).outcome, Outcome::NotEvaluated);
        QCOMPARE(world.verdict(0, 0).reason, u"not known"_s);
        QCOMPARE(world.engine.count(), 0);
    }

    /// First a judge writes questions, then they and the prompt become vectors; both are paid, once.
    void relevanceAsksTwice()
    {
        World world;
        const QList<CheckSpec> checks{specOf(u"answer-relevance"_s, {})};
        const auto task = [&](double threshold) {
            GradingTask made = taskOf(checks);
            made.input.checks[0].threshold = threshold;
            made.embedders.emplace(0, judgeVariant(u"openai:embedding:m"_s));
            return made;
        };
        world.grade(task(0.5));
        QVERIFY(world.isAsked(1));
        world.engine.answer(0, u"{\"questions\": [\"one?\", \"two?\"]}"_s, usedBy(10, 5));
        QVERIFY(world.isAsked(2));
        const GenerationRequest request = world.engine.at(1).request;
        QCOMPARE(providerOf(request).wire, openAiEmbeddingsWire);
        QCOMPARE(request.messages.size(), 3);
        QCOMPARE(request.messages[0].text, u"Name a thing."_s);
        QCOMPARE(request.messages[1].text, u"one?"_s);
        QCOMPARE(request.messages[2].text, u"two?"_s);
        QVERIFY(world.graded.empty());
        Event::Finished finished;
        finished.usage = usedBy(7, 0);
        world.engine.deliver(1, {Event::Embedded{{{1, 0}, {1, 0}, {0.6F, 0.8F}}}, finished});
        QVERIFY(world.isGraded(1));
        const Verdict verdict = world.verdict(0, 0);
        QCOMPARE(verdict.outcome, Outcome::Pass);
        QVERIFY(std::abs(verdict.score - 0.8) < 1e-6);
        QCOMPARE(verdict.asked->usage, usedBy(17, 5));
        QCOMPARE(verdict.asked->cost, Money::fromDollars(0.027));
        QCOMPARE(world.spent, Money::fromDollars(0.027));

        GradingTask again = task(0.9);
        again.earlier = {verdict};
        world.grade(std::move(again));
        QVERIFY(world.isGraded(2));
        QCOMPARE(world.verdict(1, 0).outcome, Outcome::Fail);
        QCOMPARE(world.engine.count(), 2);

        // A reply that is none, and nobody who makes vectors.
        world.grade(task(0.5));
        QVERIFY(world.isAsked(3));
        world.engine.answer(2, u"I have no questions."_s, usedBy(1, 1));
        QVERIFY(world.isGraded(3));
        QCOMPARE(world.verdict(2, 0).outcome, Outcome::Error);
        QVERIFY(world.verdict(2, 0).asked);
        GradingTask without = task(0.5);
        without.embedders.clear();
        without.embedders.emplace(0, failure(ErrorKind::Usage, u"name one"_s));
        world.grade(std::move(without));
        QVERIFY(world.isAsked(4));
        world.engine.answer(3, u"{\"questions\": [\"one?\"]}"_s, usedBy(1, 1));
        QVERIFY(world.isGraded(4));
        QCOMPARE(world.verdict(3, 0).reason, u"name one"_s);
    }

    /// What was asked is in the variable "query" where a prompt holds more than that; without a threshold it is 0.5.
    void relevanceToAQuery()
    {
        for (const float second : {0.49F, 0.51F}) {
            World world;
            GradingTask task = taskOf({specOf(u"answer-relevance"_s, {})});
            task.input.variables = {{u"query"_s, u"Which lamp?"_s}, {u"context"_s, u"a long text"_s}};
            task.embedders.emplace(0, judgeVariant(u"openai:embedding:m"_s));
            world.grade(std::move(task));
            QVERIFY(world.isAsked(1));
            world.engine.answer(0, u"{\"questions\": [\"one?\"]}"_s, usedBy(10, 5));
            QVERIFY(world.isAsked(2));
            QCOMPARE(world.engine.at(1).request.messages[0].text, u"Which lamp?"_s);
            world.engine.deliver(1, {Event::Embedded{{{1, 0}, {second, std::sqrt(1 - second * second)}}}, Event::Finished{}});
            QVERIFY(world.isGraded(1));
            QCOMPARE(world.verdict(0, 0).outcome, second > 0.5F ? Outcome::Pass : Outcome::Fail);
        }
    }

    /// A local judge is held to the form, and does not write on for ever.
    void aLocalJudge()
    {
        World world;
        world.context.localModelPath = [](const QString &) -> Result<QString> { return u"/models/judge.gguf"_s; };
        world.grade(taskOf({specOf(u"factuality"_s, u"A lamp."_s)}, judgeVariant(u"local:judge"_s)));
        QVERIFY(world.isAsked(1));
        const GenerationRequest &request = world.engine.at(0).request;
        QCOMPARE(request.endpoint.modelPath, u"/models/judge.gguf"_s);
        QVERIFY(request.sampling.jsonSchema.contains(u"category"_s));
        QVERIFY(request.sampling.maxTokens > 0);
    }

    void whatAJudgeMayDo_data()
    {
        QTest::addColumn<GenerationBatch>("batch");
        QTest::addColumn<QString>("reason");
        Event::Finished filtered;
        filtered.reason = FinishReason::ContentFilter;
        Event::Finished cut;
        cut.reason = FinishReason::Length;
        Event::Finished cancelled;
        cancelled.reason = FinishReason::Cancelled;
        QTest::newRow("nonsense") << GenerationBatch{Event::TextDelta{u"Lamps are nice."_s}, Event::Finished{}}
                                  << u"Lamps are nice."_s;
        QTest::newRow("nothing") << GenerationBatch{Event::Finished{}} << u"was empty"_s;
        QTest::newRow("withheld") << GenerationBatch{filtered} << u"withheld"_s;
        QTest::newRow("cut off") << GenerationBatch{Event::TextDelta{u"{\"reason\": \"wel"_s}, cut} << u"cut off"_s;
        QTest::newRow("cancelled by the engine") << GenerationBatch{cancelled} << u"stopped"_s;
        QTest::newRow("refused") << GenerationBatch{Event::Failed{failure(ErrorKind::Auth, u"no key"_s).error()}} << u"no key"_s;
        QTest::newRow("no answer in time") << GenerationBatch{Event::Failed{
            failure(ErrorKind::Timeout, u"no byte came"_s).error()}}
                                           << u"no byte came"_s;
    }
    /// What is asked in vain is the error of that check alone.
    void whatAJudgeMayDo()
    {
        QFETCH(const GenerationBatch, batch);
        QFETCH(const QString, reason);
        World world;
        world.grade(taskOf({specOf(u"llm-rubric"_s, u"x"_s), specOf(u"contains"_s, u"lamp"_s)}));
        QVERIFY(world.isAsked(1));
        world.engine.deliver(0, batch);
        QVERIFY(world.isGraded(1));
        QCOMPARE(world.verdict(0, 0).outcome, Outcome::Error);
        QVERIFY2(world.verdict(0, 0).reason.contains(reason), qPrintable(world.verdict(0, 0).reason));
        QCOMPARE(world.verdict(0, 1).outcome, Outcome::Pass);
        QCOMPARE(world.graded[0].grade.outcome, Outcome::Error);
    }

    /// Where no judge can be asked at all.
    void noJudge_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("reason");
        QTest::newRow("an unknown provider") << u"python:judge.py"_s << u"python:judge.py"_s;
        QTest::newRow("no such model") << u"local:nowhere"_s << u"nowhere"_s;
    }
    void noJudge()
    {
        QFETCH(const QString, id);
        QFETCH(const QString, reason);
        World world;
        world.grade(taskOf({specOf(u"llm-rubric"_s, u"x"_s)}, judgeVariant(id)));
        GradingTask unnamed = taskOf({specOf(u"llm-rubric"_s, u"x"_s)});
        unnamed.judges.clear();
        unnamed.judges.emplace(0, failure(ErrorKind::Usage, u"name one"_s));
        world.grade(unnamed);
        QVERIFY(world.isGraded(2));
        QStringList reasons;
        for (const Graded &each : world.graded) {
            QCOMPARE(each.grade.outcome, Outcome::Error);
            reasons += each.grade.verdicts.constFirst().reason;
        }
        QVERIFY2(reasons.join(u'\n').contains(reason), qPrintable(reasons.join(u'\n')));
        QVERIFY(reasons.contains(u"name one"_s));
        QCOMPARE(world.engine.count(), 0);
    }

    void aCheckThatHangs()
    {
        World world;
        GradingTask task = taskOf({specOf(u"javascript"_s, u"while (true) {\n}"_s), specOf(u"contains"_s, u"lamp"_s)});
        task.input.limits.time = std::chrono::milliseconds(20);
        world.grade(task);
        QVERIFY(world.isGraded(1));
        QCOMPARE(world.verdict(0, 0).outcome, Outcome::Error);
        QCOMPARE(world.verdict(0, 1).outcome, Outcome::Pass);
    }

    void noMoreAtOnceThanThereAreSlots()
    {
        World world;
        world.slotCount = 2;
        for (int i = 0; i < 5; ++i)
            world.grade(taskOf({specOf(u"llm-rubric"_s, u"x"_s)}));
        QVERIFY(world.isAsked(2));
        for (int i = 0; i < 5; ++i) {
            QCOMPARE(world.grader->asking(), std::min(2, 5 - i));
            world.engine.answer(i, yes);
            QVERIFY(world.isAsked(std::min(5, i + 3)));
        }
        QVERIFY(world.isGraded(5));
    }

    void whereNothingMayBeAsked()
    {
        World world;
        world.slotCount = 1;
        for (int i = 0; i < 3; ++i)
            world.grade(taskOf({specOf(u"llm-rubric"_s, u"x"_s), specOf(u"contains"_s, u"lamp"_s)}));
        QVERIFY(world.isAsked(1));
        QTRY_COMPARE(world.grader->waiting(), 3);
        world.refusal = u"no money left"_s;
        world.engine.answer(0, yes);
        QVERIFY(world.isGraded(3));
        QCOMPARE(world.engine.count(), 1);
        int refused = 0;
        for (const Graded &each : world.graded) {
            if (each.grade.verdicts[0].outcome == Outcome::Pass)
                continue;
            ++refused;
            QCOMPARE(each.grade.outcome, Outcome::NotEvaluated);
            QCOMPARE(each.grade.verdicts[0].reason, u"no money left"_s);
            QCOMPARE(each.grade.verdicts[1].outcome, Outcome::Pass);
        }
        QCOMPARE(refused, 2);
    }

    void pausesAreTold()
    {
        World world;
        world.grade(taskOf({specOf(u"llm-rubric"_s, u"x"_s)}));
        QVERIFY(world.isAsked(1));
        world.engine.deliver(0, {Event::Retrying{1, std::chrono::milliseconds(700), {}}});
        QCOMPARE(world.paused, std::chrono::milliseconds(700));
        world.engine.deliver(0, {Event::Queued{WaitCause::RateLimit, std::chrono::milliseconds(900)}});
        QCOMPARE(world.paused, std::chrono::milliseconds(900));
        world.engine.deliver(0, {Event::Queued{}}); // says no time
        QCOMPARE(world.paused, std::chrono::milliseconds(900));
    }

    /// What a judge said of the same answer is kept; another rubric is another question.
    void theSameIsNotAskedTwice()
    {
        World world;
        world.grade(taskOf({specOf(u"llm-rubric"_s, u"x"_s)}));
        QVERIFY(world.isAsked(1));
        world.engine.answer(0, yes, usedBy(10, 5));
        QVERIFY(world.isGraded(1));

        GradingTask again =
            taskOf({specOf(u"contains"_s, u"lamp"_s), specOf(u"llm-rubric"_s, u"x"_s), specOf(u"llm-rubric"_s, u"y"_s)});
        again.earlier = world.graded[0].grade.verdicts;
        again.mayAsk = false;
        again.input.checks[1].threshold = 0.95;
        world.grade(again);
        QVERIFY(world.isGraded(2));
        QCOMPARE(world.engine.count(), 1);
        QCOMPARE(world.verdict(1, 1).outcome, Outcome::Fail); // by the threshold of now
        QCOMPARE(world.verdict(1, 1).asked, world.verdict(0, 0).asked);
        QCOMPARE(world.verdict(1, 2).outcome, Outcome::NotEvaluated);
        QVERIFY(!world.verdict(1, 2).reason.isEmpty());

        again.mayAsk = true; // only what is new is asked
        world.grade(again);
        QVERIFY(world.isAsked(2));
        QVERIFY(world.engine.at(1).request.messages.constLast().text.contains(u"\ny\n"_s));
        world.engine.answer(1, yes);
        QVERIFY(world.isGraded(3));
        QCOMPARE(world.engine.count(), 2);
    }

    /// Judges are not waited for; their handles go, so that they are cancelled and silent.
    void stopEndsJudges()
    {
        World world;
        for (int i = 0; i < 2; ++i)
            world.grade(taskOf({specOf(u"contains"_s, u"lamp"_s), specOf(u"llm-rubric"_s, u"x"_s)}));
        QVERIFY(world.isAsked(2));
        world.engine.text(0, u"{"_s);
        QVERIFY(world.graded.empty());
        world.grader->stop();
        QCOMPARE(world.graded.size(), std::size_t(2));
        QTRY_COMPARE(world.engine.destructions(), 2);
        int unknownCosts = 0;
        for (const Graded &each : world.graded) {
            QCOMPARE(each.grade.outcome, Outcome::NotEvaluated);
            QCOMPARE(each.grade.verdicts[0].outcome, Outcome::Pass);
            unknownCosts += spendOf(each.grade).unknownCosts;
        }
        QCOMPARE(unknownCosts, 1);                              // what was written so far costs something
        world.grade(taskOf({specOf(u"llm-rubric"_s, u"x"_s)})); // it can go on
        QVERIFY(world.isAsked(3));
    }

    /// Scripts without a limit of their own end when the grading is stopped, those that have not begun at once.
    void stopEndsScripts()
    {
        World world;
        for (int i = 0; i < 100; ++i) {
            GradingTask task = taskOf({specOf(u"javascript"_s, u"while (true) {\n}"_s)});
            task.input.limits.time = std::chrono::hours(1);
            world.grade(task);
        }
        world.grader->stop();
        QVERIFY(world.isGraded(100));
        for (const Graded &each : world.graded)
            QCOMPARE(each.grade.outcome, Outcome::NotEvaluated);
    }

    void destroyedInTheMiddle()
    {
        World world;
        world.grade(taskOf({specOf(u"llm-rubric"_s, u"x"_s)}));
        QVERIFY(world.isAsked(1));
        GradingTask task = taskOf({specOf(u"javascript"_s, u"while (true) {\n}"_s)});
        task.input.limits.time = std::chrono::hours(1);
        world.grade(task);
        world.grader.reset();
        QCOMPARE(world.engine.destructions(), 1);
        world.engine.answer(0, yes);
        QVERIFY(QThreadPool::globalInstance()->waitForDone()); // the script has ended
        QCoreApplication::processEvents();
        QVERIFY(world.graded.empty());
    }
};

QTEST_GUILESS_MAIN(GraderTest)
#include "tst_grader.moc"
