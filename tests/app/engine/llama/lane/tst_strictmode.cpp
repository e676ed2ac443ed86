// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/llama/llamabackend.h"
#include "tests/app/engine/llama/recordingsink.h"
#include "tests/app/engine/llama/tinymodel.h"
#include "tests/support/testpaths.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <random>
#include <span>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

constexpr int Requests = 200;

/// All that an answer says, but for times.
struct Answer {
    QString text;
    std::vector<TokenTrace> traces;
    std::vector<double> scores;
    Reproducibility reproducibility = Reproducibility::Unknown;
    bool failed = true;

    bool operator==(const Answer &) const = default;
};

Answer answerOf(const RecordingSink &sink)
{
    Answer answer;
    answer.failed = !sink.waitForEnd() || sink.error();
    answer.text = sink.text();
    for (const auto &trace : sink.traces()) {
        answer.traces.push_back(*trace);
        answer.traces.back().time = {};
    }
    for (const GenerationEvent &event : sink.events()) {
        if (const auto *scored = std::get_if<Event::Scored>(&event)) {
            for (const ScoredText &text : scored->texts) {
                answer.scores.push_back(text.logProbability);
                answer.scores.push_back(text.endLogProbability);
            }
        }
    }
    if (const auto finished = sink.finished())
        answer.reproducibility = finished->reproducibility;
    return answer;
}

} // namespace

/// Strict mode: equal requests have bit-equal answers, whatever else runs.
class TestStrictMode : public QObject
{
    Q_OBJECT

    /// Answers of all requests, started in the given order, so many at a time (0 = all).
    std::vector<Answer> run(const std::vector<int> &order, int atATime, const LlamaSettings &settings)
    {
        const auto backend = makeLlamaBackend(settings);
        std::vector<RecordingSink> sinks(m_requests.size());
        std::vector<Answer> answers(m_requests.size());
        std::vector<std::unique_ptr<BackendJob>> jobs;
        std::size_t waitedFor = 0;
        for (std::size_t i = 0; i < order.size(); ++i) {
            const auto index = static_cast<std::size_t>(order[i]);
            jobs.push_back(backend->start(m_requests[index], {}, sinks[index].sink()));
            while (atATime > 0 && i + 1 - waitedFor >= static_cast<std::size_t>(atATime))
                (void)sinks[static_cast<std::size_t>(order[waitedFor++])].waitForEnd();
        }
        for (const int index : order)
            answers[static_cast<std::size_t>(index)] = answerOf(sinks[static_cast<std::size_t>(index)]);
        return answers;
    }

    GenerationRequest requestFor(int i, std::mt19937 &random) const
    {
        GenerationRequest request;
        request.endpoint.modelPath = m_path;
        request.form = PromptForm::Continuation;
        // Some begin alike over more than a chunk, some are equal, some are short.
        const QString shared = QString(150, u's');
        QString prompt =
            i % 3 == 0 ? shared + QChar(u'a' + i % 7) : QString(1 + static_cast<int>(random() % 190), QChar(u'a' + i % 11));
        if (i % 5 == 0)
            prompt = shared + shared;
        request.messages = {{Role::User, prompt}};
        request.key.caseIndex = i;
        request.sampling.seed = i;
        request.sampling.maxTokens = 1 + static_cast<int>(random() % 16);
        request.sampling.temperature = 0.3 * (i % 5);
        if (i % 4 == 1)
            request.sampling.topK = 20;
        if (i % 4 == 2)
            request.sampling.repeatPenalty = 1.2;
        request.wantTrace = true;
        request.strict = i % 2 == 0;
        if (i % 10 == 8) {
            request.score = {{.text = u"yes"_s, .tokens = {}, .everySpelling = true}, {.text = QString(90, u'n'), .tokens = {}}};
        }
        return request;
    }

    QTemporaryDir m_folder;
    QString m_path;
    std::vector<GenerationRequest> m_requests;

private Q_SLOTS:
    void initTestCase()
    {
        TinyModel model;
        model.pieces = {u"yes"_s, u"ye"_s, u"s"_s};
        model.quantized = true;
        model.width = 128;
        model.heads = 4;
        model.keyHeads = 2;
        model.feedForward = 192;
        m_path = m_folder.filePath(u"random.gguf"_s);
        QVERIFY(model.write(m_path));
        std::mt19937 random(4);
        for (int i = 0; i < Requests; ++i)
            m_requests.push_back(requestFor(i, random));
    }

    void anyOrderGivesTheSameBits()
    {
        LlamaSettings settings{.threads = 1, .contextTokens = 512, .onDecode = {}};
        std::vector<int> order;
        for (int i = 0; i < Requests; ++i)
            order.push_back(i);
        const std::vector<Answer> oneByOne = run(order, 1, settings);
        for (std::size_t i = 0; i < oneByOne.size(); ++i) {
            QVERIFY(!oneByOne[i].failed);
            QVERIFY(!oneByOne[i].traces.empty() || !oneByOne[i].scores.empty());
            QCOMPARE(oneByOne[i].reproducibility, m_requests[i].strict ? Reproducibility::Strict : Reproducibility::Fast);
        }
        const auto compare = [&](const std::vector<Answer> &others) {
            int different = 0;
            for (std::size_t i = 0; i < others.size(); ++i)
                different += m_requests[i].strict && others[i] != oneByOne[i] ? 1 : 0;
            return different;
        };
        QCOMPARE(compare(run(order, 0, settings)), 0);
        std::mt19937 random(7);
        std::ranges::shuffle(order, random);
        QCOMPARE(compare(run(order, 5, settings)), 0);
        std::ranges::reverse(order);
        settings.nSequences = 2;
        QCOMPARE(compare(run(order, 0, settings)), 0);
        // With nothing in any memory.
        for (const std::size_t i : {0U, 4U, 8U, 60U}) {
            const auto backend = makeLlamaBackend(settings);
            const RecordingSink sink;
            const auto job = backend->start(m_requests[i], {}, sink.sink());
            QVERIFY(answerOf(sink) == oneByOne[i]);
        }
    }

    void aStrictAnswerGoesOnBitByBit()
    {
        const auto backend = makeLlamaBackend({.threads = 2, .contextTokens = 512, .onDecode = {}});
        GenerationRequest request = m_requests[6];
        request.sampling.maxTokens = 40;
        request.sampling.temperature = 1;
        const auto answer = [&backend, &request] {
            const RecordingSink sink;
            const auto job = backend->start(request, {}, sink.sink());
            (void)sink.waitForEnd();
            return sink;
        };
        const RecordingSink sink = answer();
        const Answer whole = answerOf(sink);
        QCOMPARE(whole.traces.size(), std::size_t{40});
        const auto traces = sink.traces();
        request.prefix.assign(traces.begin(), traces.begin() + 25);
        const Answer rest = answerOf(answer());
        QCOMPARE(rest.text, whole.text);
        QVERIFY(std::ranges::equal(rest.traces, std::span(whole.traces).subspan(25)));
    }

    void equalPromptsAreReadOnce()
    {
        std::atomic<int> tokens{0};
        LlamaSettings settings{.threads = 1, .contextTokens = 512, .onDecode = {}};
        settings.onDecode = [&tokens](const DecodeReport &report) { tokens += report.tokens; };
        const auto backend = makeLlamaBackend(settings);
        GenerationRequest request = m_requests[6];
        request.messages = {{Role::User, QString(200, u'q')}};
        request.sampling.maxTokens = 5;
        std::vector<RecordingSink> sinks(4);
        std::vector<std::unique_ptr<BackendJob>> jobs;
        for (const RecordingSink &sink : sinks)
            jobs.push_back(backend->start(request, {}, sink.sink()));
        int cached = 0;
        for (const RecordingSink &sink : sinks) {
            QVERIFY(!answerOf(sink).failed);
            cached += sink.finished()->usage.cachedInputTokens.value() == 201 ? 1 : 0;
        }
        QCOMPARE(cached, 3);
        QCOMPARE(tokens.load(), 201 + 4 * 4);
    }

    /// As a window does it: the whole plan again and again in one engine, whose cache is fuller each time, with the streams of
    /// the variants beside each other. What a result promises holds.
    void theSamePlanAgainInOneEngine()
    {
        std::vector<GenerationRequest> plan;
        for (int i = 0; i < 12; ++i) {
            GenerationRequest request;
            request.endpoint.modelPath = builtInModel();
            request.key = {.caseIndex = i / 6, .promptIndex = 0, .variantIndex = i % 3, .repeat = i % 6 / 3};
            request.messages = {{Role::System, u"You answer in one sentence."_s},
                                {Role::User, request.key.caseIndex == 0 ? u"What is the sea?"_s : u"Tell me of a lamp."_s}};
            request.sampling.temperature = 0.8;
            request.sampling.seed = 7 + request.key.repeat;
            request.sampling.maxTokens = 24;
            if (request.key.variantIndex == 1)
                request.sampling.topK = 40;
            request.wantTrace = true;
            request.strict = request.key.variantIndex > 0; // those of the first variant are beside them
            plan.push_back(request);
        }
        const auto backend = makeLlamaBackend({.threads = 2, .onDecode = {}});
        std::vector<Answer> first;
        for (int run = 0; run < 3; ++run) {
            std::vector<RecordingSink> sinks(plan.size());
            std::vector<std::unique_ptr<BackendJob>> jobs;
            for (std::size_t i = 0; i < plan.size(); ++i)
                jobs.push_back(backend->start(plan[i], {}, sinks[i].sink()));
            for (std::size_t i = 0; i < plan.size(); ++i) {
                const Answer answer = answerOf(sinks[i]);
                QVERIFY(!answer.failed);
                QCOMPARE(answer.reproducibility, plan[i].strict ? Reproducibility::Strict : Reproducibility::Fast);
                QCOMPARE(sinks[i].finished()->seed, plan[i].sampling.seed);
                if (run == 0)
                    first.push_back(answer);
                else if (answer.reproducibility == Reproducibility::Strict)
                    QVERIFY2(answer == first[i], qPrintable(first[i].text + u" | "_s + answer.text));
            }
        }
    }

    void cancelledOnesLeaveNoTrace()
    {
        const auto backend = makeLlamaBackend({.threads = 1, .contextTokens = 512, .onDecode = {}});
        GenerationRequest request = m_requests[6];
        request.messages = {{Role::User, QString(300, u'z')}};
        request.sampling.maxTokens = 12;
        const auto reference = [&] {
            const RecordingSink sink;
            const auto job = backend->start(request, {}, sink.sink());
            return answerOf(sink);
        };
        const Answer first = reference();
        for (const int after : {1, 3, 6}) {
            std::stop_source stop;
            const RecordingSink sink;
            int heard = 0;
            GenerationRequest other = request;
            other.messages.first().text += u"w"_s; // shares whole chunks
            const auto job = backend->start(other, stop.get_token(), [&](GenerationEvent event) {
                if (++heard == after)
                    stop.request_stop();
                sink.sink()(std::move(event));
            });
            QVERIFY(sink.waitForEnd());
            QVERIFY(reference() == first);
        }
    }
};

QTEST_GUILESS_MAIN(TestStrictMode)
#include "tst_strictmode.moc"
