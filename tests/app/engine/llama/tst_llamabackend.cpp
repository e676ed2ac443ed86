// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/llama/llamabackend.h"
#include "models/sampling/counterrandom.h"
#include "tests/app/engine/llama/recordingsink.h"
#include "tests/app/engine/llama/tinymodel.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <future>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

GenerationRequest requestFor(const QString &path, const QString &prompt)
{
    GenerationRequest request;
    request.endpoint.kind = EndpointKind::Local;
    request.endpoint.model = u"tiny"_s;
    request.endpoint.modelPath = path;
    request.form = PromptForm::Continuation;
    request.messages = {{Role::User, prompt}};
    request.sampling.seed = 1;
    return request;
}

/// What a test counts of the decodes on the model's thread.
struct Decodes {
    std::atomic<int> calls{0};
    std::atomic<int> tokens{0};
    std::atomic<int> mostSequences{0};

    /// Without flash attention, so that what runs beside a sequence does not change its rounding.
    LlamaSettings settings(int nSequences = 8)
    {
        LlamaSettings settings;
        settings.flashAttention = FlashAttention::Off;
        settings.threads = 1;
        settings.nSequences = nSequences;
        settings.onDecode = [this](const DecodeReport &report) {
            ++calls;
            tokens += report.tokens;
            mostSequences = std::max(mostSequences.load(), report.sequences);
        };
        return settings;
    }
};

std::int64_t residentBytes()
{
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toLongLong() * sysconf(_SC_PAGESIZE);
}

Result<TokenCount> count(Backend &backend, const GenerationRequest &request)
{
    std::promise<Result<TokenCount>> promise;
    backend.countTokens(request.endpoint, request.messages, request.form,
                        [&promise](const Result<TokenCount> &result) { promise.set_value(result); });
    return promise.get_future().get();
}

} // namespace

class TestLlamaBackend : public QObject
{
    Q_OBJECT

private:
    /// Runs one request to its end.
    static RecordingSink answer(Backend &backend, const GenerationRequest &request)
    {
        RecordingSink sink;
        const auto job = backend.start(request, {}, sink.sink());
        if (!sink.waitForEnd())
            qWarning("no end came");
        return sink;
    }
    RecordingSink answer(const GenerationRequest &request) { return answer(*m_backend, request); }
    QString write(const QString &name, const TinyModel &model)
    {
        const QString path = m_folder.filePath(name);
        return model.write(path) ? path : QString();
    }

    QTemporaryDir m_folder;
    QString m_random;
    QString m_speaker;
    Decodes m_decodes;
    std::unique_ptr<Backend> m_backend;

private Q_SLOTS:
    void initTestCase()
    {
        m_random = write(u"random.gguf"_s, {});
        m_speaker = write(u"speaker.gguf"_s, speakingModel({u"Hello"_s, u","_s, u"▁wor"_s, u"ld"_s, u"!"_s}));
        QVERIFY(!m_random.isEmpty());
        QVERIFY(!m_speaker.isEmpty());
        m_backend = makeLlamaBackend(m_decodes.settings());
    }

    void handlesLocalEndpoints()
    {
        QVERIFY(m_backend->handles(requestFor(m_random, {}).endpoint));
        Endpoint remote;
        remote.kind = EndpointKind::Remote;
        QVERIFY(!m_backend->handles(remote));
    }

    void speaksToTheEnd()
    {
        GenerationRequest request = requestFor(m_speaker, u"x"_s);
        request.sampling.temperature = 0;
        const RecordingSink sink = answer(request);
        QVERIFY2(!sink.error(), qPrintable(sink.error().value_or(Error{}).detail));
        QCOMPARE(sink.text(), u"Hello, world!"_s);
        QCOMPARE(sink.ends(), 1);
        const Event::Finished finished = *sink.finished();
        QCOMPARE(finished.reason, FinishReason::Stop);
        QCOMPARE(finished.usage.inputTokens.value(), 2);  // <s> and the byte
        QCOMPARE(finished.usage.outputTokens.value(), 6); // the end counts, as in llama-server
        QCOMPARE(finished.usage.exactness, Exactness::Exact);
        QCOMPARE(finished.reproducibility, Reproducibility::Fast);
        QVERIFY(finished.timings.queued && finished.timings.firstToken && finished.timings.tokensPerSecond);
        QVERIFY(*finished.timings.firstToken <= *finished.timings.total);
    }

    void loadingComesFirstAndOnlyOnce()
    {
        const auto backend = makeLlamaBackend(m_decodes.settings());
        const GenerationBatch first = answer(*backend, requestFor(m_speaker, u"x"_s)).events();
        double fraction = -1;
        bool started = false;
        for (const GenerationEvent &event : first) {
            if (const auto *loading = std::get_if<Event::Loading>(&event)) {
                QVERIFY(!started);
                QVERIFY(loading->fraction >= fraction);
                fraction = loading->fraction;
            } else if (const auto *start = std::get_if<Event::Started>(&event)) {
                started = true;
                QCOMPARE(start->model, u"tiny"_s);
            }
        }
        QCOMPARE(fraction, 1.0);
        QVERIFY(started);
        for (const GenerationEvent &event : answer(*backend, requestFor(m_speaker, u"x"_s)).events())
            QVERIFY(!std::holds_alternative<Event::Loading>(event));
    }

    void sameSeedSameText()
    {
        GenerationRequest request = requestFor(m_random, u"abc"_s);
        request.sampling.maxTokens = 40;
        request.sampling.seed = 7;
        const QString first = answer(request).text();
        const RecordingSink again = answer(request);
        QVERIFY(!first.isEmpty());
        QCOMPARE(again.text(), first);
        QCOMPARE(again.finished()->seed.value(), 7U);
        QCOMPARE(again.finished()->reason, FinishReason::Length);
        request.key.variantIndex = 3; // variants share their random numbers
        QCOMPARE(answer(request).text(), first);
        request.key.repeat = 1; // repeats do not
        QVERIFY(answer(request).text() != first);
        request.key.repeat = 0;
        request.key.caseIndex = 1;
        QVERIFY(answer(request).text() != first);
        request.key.caseIndex = 0;
        request.sampling.seed = 8;
        QVERIFY(answer(request).text() != first);
    }

    void drawnSeedIsToldAndRepeats()
    {
        GenerationRequest request = requestFor(m_random, u"abc"_s);
        request.sampling.maxTokens = 30;
        request.sampling.seed.reset();
        const RecordingSink drawn = answer(request);
        QVERIFY(answer(request).text() != drawn.text());
        request.sampling.seed = drawn.finished()->seed;
        QVERIFY(*request.sampling.seed < (std::uint64_t{1} << 53));
        QCOMPARE(answer(request).text(), drawn.text());
    }

    void maxTokens()
    {
        GenerationRequest request = requestFor(m_speaker, u"x"_s);
        request.sampling.maxTokens = 3;
        const RecordingSink sink = answer(request);
        QCOMPARE(sink.text(), u"Hello, wor"_s);
        QCOMPARE(sink.finished()->reason, FinishReason::Length);
        QCOMPARE(sink.finished()->usage.outputTokens.value(), 3);
    }

    /// Neither cut after what is usual: until the context is full.
    void noLimit()
    {
        TinyModel model;
        model.contextTokens = 1'024;
        Decodes decodes;
        const auto backend = makeLlamaBackend(decodes.settings());
        GenerationRequest request = requestFor(write(u"long.gguf"_s, model), u"abc"_s);
        request.sampling.logitBias = {{TinyModel::Eos, {}, -std::numeric_limits<double>::infinity()}};
        request.sampling.maxTokens = -1;
        RecordingSink sink;
        const std::stop_source stop;
        const auto job = backend->start(request, stop.get_token(), sink.sink());
        QVERIFY(sink.waitForEnd());
        QCOMPARE(sink.finished()->reason, FinishReason::Length);
        QVERIFY2(sink.finished()->usage.outputTokens.value() > 512,
                 qPrintable(QString::number(sink.finished()->usage.outputTokens.value())));
    }

    void stopStringsOverTokenBorders_data()
    {
        QTest::addColumn<QStringList>("stops");
        QTest::addColumn<QString>("text");
        QTest::newRow("over two tokens") << QStringList{u", w"_s} << u"Hello"_s;
        QTest::newRow("over three tokens") << QStringList{u", world"_s} << u"Hello"_s;
        QTest::newRow("inside a token") << QStringList{u"ll"_s} << u"He"_s;
        QTest::newRow("at the end") << QStringList{u"!"_s} << u"Hello, world"_s;
        QTest::newRow("begins only") << QStringList{u"world?"_s} << u"Hello, world!"_s;
        QTest::newRow("first of several") << QStringList{u"!"_s, u"o,"_s} << u"Hell"_s;
    }

    void stopStringsOverTokenBorders()
    {
        QFETCH(const QStringList, stops);
        QFETCH(const QString, text);
        GenerationRequest request = requestFor(m_speaker, u"x"_s);
        request.sampling.stop = stops;
        const RecordingSink sink = answer(request);
        QCOMPARE(sink.text(), text);
        QCOMPARE(sink.finished()->reason, FinishReason::Stop);
    }

    void charactersComeWhole()
    {
        // The bytes of "é水" as single tokens.
        TinyModel model;
        const QByteArray bytes = u"é水"_s.toUtf8();
        model.logit = [bytes](int from, int to) {
            const qsizetype at = bytes.indexOf(static_cast<char>(from - TinyModel::FirstByte));
            const qsizetype next = from < TinyModel::FirstByte ? 0 : at + 1;
            const int wanted =
                next < bytes.size() ? TinyModel::FirstByte + static_cast<unsigned char>(bytes[next]) : TinyModel::Eos;
            return to == wanted ? 30.0F : 0.0F;
        };
        const QString path = write(u"bytes.gguf"_s, model);
        GenerationRequest request = requestFor(path, {});
        request.wantTrace = true;
        const RecordingSink sink = answer(request);
        QCOMPARE(sink.text(), u"é水"_s);
        int deltas = 0;
        for (const GenerationEvent &event : sink.events())
            deltas += std::holds_alternative<Event::TextDelta>(event) ? 1 : 0;
        QCOMPARE(deltas, 2);
        QByteArray pieces;
        for (const auto &trace : sink.traces())
            pieces += trace->piece;
        QCOMPARE(pieces, bytes);
    }

    void everyTokenHasItsTrace()
    {
        GenerationRequest request = requestFor(m_random, u"abc"_s);
        request.key.caseIndex = 4;
        request.sampling.maxTokens = 25;
        request.sampling.topK = 5;
        request.wantTrace = true;
        const RecordingSink sink = answer(request);
        const auto traces = sink.traces();
        QCOMPARE(static_cast<std::int64_t>(traces.size()), sink.finished()->usage.outputTokens.value());
        for (std::size_t i = 0; i < traces.size(); ++i) {
            const TokenTrace &trace = *traces[i];
            QCOMPARE(trace.random, uniformAt({.seed = 1, .caseIndex = 4, .repeat = 0}, static_cast<std::uint32_t>(i)));
            const auto last = trace.candidates.begin() + 5; // top-k 5 lets no other through
            const auto found = std::ranges::find(trace.candidates.begin(), last, trace.chosen, &Candidate::id);
            QVERIFY(found != last);
            QCOMPARE(found->logit, trace.chosenLogit);
            QVERIFY(trace.chosenProbability > 0 && trace.chosenProbability <= 1);
            QVERIFY(i == 0 || trace.time >= traces[i - 1]->time);
        }
        request.wantTrace = false;
        QVERIFY(answer(request).traces().empty());
    }

    void cancelEndsWithinOneDecode()
    {
        Decodes decodes;
        const auto backend = makeLlamaBackend(decodes.settings());
        GenerationRequest request = requestFor(m_random, u"abc"_s);
        request.sampling.maxTokens = 400;
        std::stop_source stop;
        RecordingSink sink;
        std::atomic<int> callsAtStop{-1};
        std::atomic<int> heardAfter{0};
        const auto job = backend->start(request, stop.get_token(), [&](GenerationEvent event) {
            if (stop.stop_requested() && !std::holds_alternative<Event::Finished>(event))
                ++heardAfter;
            if (std::holds_alternative<Event::TextDelta>(event) && decodes.calls >= 5 && !stop.stop_requested()) {
                callsAtStop = decodes.calls.load();
                stop.request_stop();
            }
            sink.sink()(std::move(event));
        });
        QVERIFY(sink.waitForEnd());
        QCOMPARE(sink.finished()->reason, FinishReason::Cancelled);
        QVERIFY(callsAtStop >= 5);
        QVERIFY(decodes.calls <= callsAtStop + 1);
        QCOMPARE(heardAfter.load(), 0);
        QCOMPARE(sink.ends(), 1);
        QVERIFY(sink.finished()->usage.outputTokens.value() >= 1);
    }

    void cancelWhileThePromptIsRead()
    {
        Decodes decodes;
        LlamaSettings settings = decodes.settings();
        settings.promptChunk = 16;
        const auto backend = makeLlamaBackend(settings);
        const GenerationRequest request = requestFor(m_random, QString(400, u'a'));
        std::stop_source stop;
        const RecordingSink sink;
        std::atomic<int> callsAtStop{-1};
        const auto job = backend->start(request, stop.get_token(), [&](GenerationEvent event) {
            if (const auto *progress = std::get_if<Event::PromptProgress>(&event); progress && progress->done >= 32) {
                callsAtStop = decodes.calls.load();
                stop.request_stop();
            }
            sink.sink()(std::move(event));
        });
        QVERIFY(sink.waitForEnd());
        QCOMPARE(sink.finished()->reason, FinishReason::Cancelled);
        QCOMPARE(callsAtStop.load(), 2);
        QVERIFY(decodes.calls <= 3);
        QCOMPARE(sink.text(), QString());
        // What the cancelled one has left in the memory does no harm.
        GenerationRequest next = requestFor(m_random, QString(400, u'a'));
        next.sampling.maxTokens = 20;
        QCOMPARE(answer(*backend, next).text(), answer(next).text());
    }

    void droppingTheJobCancels()
    {
        GenerationRequest request = requestFor(m_random, u"abc"_s);
        request.sampling.maxTokens = 500;
        const RecordingSink sink;
        auto job = m_backend->start(request, {}, sink.sink());
        QVERIFY(sink.waitUntil([](const GenerationBatch &events) { return events.size() > 3; }));
        job.reset();
        QVERIFY(sink.waitForEnd());
        QCOMPARE(sink.ends(), 1);
    }

    void loadingCanBeCancelled()
    {
        Decodes decodes;
        const auto backend = makeLlamaBackend(decodes.settings());
        std::stop_source stop;
        const RecordingSink sink;
        const auto job = backend->start(requestFor(m_random, u"abc"_s), stop.get_token(), [&](GenerationEvent event) {
            if (std::holds_alternative<Event::Loading>(event))
                stop.request_stop();
            sink.sink()(std::move(event));
        });
        QVERIFY(sink.waitForEnd());
        QCOMPARE(sink.finished()->reason, FinishReason::Cancelled);
        QCOMPARE(decodes.calls.load(), 0);
        // and the model can be loaded afterwards
        GenerationRequest request = requestFor(m_random, u"abc"_s);
        request.sampling.maxTokens = 3;
        QCOMPARE(answer(*backend, request).finished()->usage.outputTokens.value(), 3);
    }

    void whatIsCancelledBeforeItsTurnNeverRuns()
    {
        std::stop_source stop;
        stop.request_stop();
        const RecordingSink sink;
        const int calls = m_decodes.calls;
        const auto job = m_backend->start(requestFor(m_random, u"abc"_s), stop.get_token(), sink.sink());
        QVERIFY(sink.waitForEnd());
        QCOMPARE(sink.finished()->reason, FinishReason::Cancelled);
        QCOMPARE(sink.events().size(), std::size_t{1});
        QCOMPARE(m_decodes.calls.load(), calls);
    }

    void theEndOfTheBackendEndsItsJobs()
    {
        auto backend = makeLlamaBackend(m_decodes.settings(1));
        GenerationRequest request = requestFor(m_random, u"abc"_s);
        request.sampling.maxTokens = 400;
        std::vector<RecordingSink> sinks(3);
        std::vector<std::unique_ptr<BackendJob>> jobs;
        for (const RecordingSink &sink : sinks)
            jobs.push_back(backend->start(request, {}, sink.sink()));
        QVERIFY(sinks[0].waitUntil([](const GenerationBatch &events) { return events.size() > 2; }));
        backend.reset();
        for (const RecordingSink &sink : sinks) {
            QVERIFY(sink.waitForEnd());
            QCOMPARE(sink.ends(), 1);
        }
    }

    void manyAtOnceWriteWhatEachWritesAlone()
    {
        std::vector<QString> alone;
        std::vector<GenerationRequest> requests;
        for (int i = 0; i < 20; ++i) {
            GenerationRequest request = requestFor(m_random, QString(5 + 3 * i, QChar(u'a' + i)));
            request.key.caseIndex = i;
            request.sampling.maxTokens = 20 + i;
            request.sampling.temperature = 0.8;
            requests.push_back(request);
            alone.push_back(answer(request).text());
        }
        Decodes decodes;
        const auto backend = makeLlamaBackend(decodes.settings(4));
        std::vector<RecordingSink> sinks(requests.size());
        std::vector<std::unique_ptr<BackendJob>> jobs;
        for (std::size_t i = 0; i < requests.size(); ++i)
            jobs.push_back(backend->start(requests[i], {}, sinks[i].sink()));
        for (std::size_t i = 0; i < requests.size(); ++i) {
            QVERIFY(sinks[i].waitForEnd());
            QCOMPARE(sinks[i].text(), alone[i]);
        }
        QCOMPARE(decodes.mostSequences.load(), 4);
    }

    void commonPromptIsReadOnce()
    {
        GenerationRequest request = requestFor(m_random, QString(300, u'q'));
        request.sampling.maxTokens = 10;
        std::vector<QString> alone;
        for (int i = 0; i < 6; ++i) {
            request.sampling.temperature = 0.5 + 0.1 * i;
            alone.push_back(answer(request).text());
        }
        Decodes decodes;
        const auto backend = makeLlamaBackend(decodes.settings());
        std::vector<RecordingSink> sinks(6);
        std::vector<std::unique_ptr<BackendJob>> jobs;
        for (int i = 0; i < 6; ++i) {
            request.sampling.temperature = 0.5 + 0.1 * i;
            jobs.push_back(backend->start(request, {}, sinks[static_cast<std::size_t>(i)].sink()));
        }
        int cached = 0;
        for (std::size_t i = 0; i < sinks.size(); ++i) {
            QVERIFY(sinks[i].waitForEnd());
            QCOMPARE(sinks[i].text(), alone[i]);
            QCOMPARE(sinks[i].finished()->usage.inputTokens.value(), 301);
            cached += sinks[i].finished()->usage.cachedInputTokens.value() == 301 ? 1 : 0;
        }
        QCOMPARE(cached, 5);
        QCOMPARE(decodes.tokens.load(), 301 + 6 * 9); // equal prompts share even what comes behind the last token
    }

    void aPromptThatGoesOnUsesTheBeginning()
    {
        Decodes decodes;
        const auto backend = makeLlamaBackend(decodes.settings());
        GenerationRequest request = requestFor(m_random, QString(200, u'm'));
        request.sampling.maxTokens = 1;
        (void)answer(*backend, request);
        request.messages.first().text += u"xyz"_s;
        const RecordingSink sink = answer(*backend, request);
        QCOMPARE(sink.finished()->usage.cachedInputTokens.value(), 201);
        QCOMPARE(decodes.tokens.load(), 201 + 3);
        request.messages.first().text = u"entirely different"_s;
        QCOMPARE(answer(*backend, request).finished()->usage.cachedInputTokens.value(), 0);
    }

    void whatWasReadBeforeIsNotReadAgain()
    {
        Decodes decodes;
        const auto backend = makeLlamaBackend(decodes.settings(2));
        GenerationRequest first = requestFor(m_random, QString(200, u'm'));
        first.sampling.maxTokens = 30;
        first.wantTrace = true;
        const RecordingSink whole = answer(*backend, first);
        for (int i = 0; i < 5; ++i) // more than there are slots
            (void)answer(*backend, requestFor(m_random, QString(60 + i, QChar(u'a' + i))));
        const int before = decodes.tokens;
        const RecordingSink again = answer(*backend, first);
        QCOMPARE(again.text(), whole.text());
        QCOMPARE(again.finished()->usage.cachedInputTokens.value(), 200);
        QCOMPARE(decodes.tokens - before, 1 + 29);
        // Nor is an answer when it is continued.
        (void)answer(*backend, requestFor(m_random, u"something else"_s));
        const auto traces = whole.traces();
        first.prefix.assign(traces.begin(), traces.begin() + 20);
        const RecordingSink rest = answer(*backend, first);
        QCOMPARE(rest.text(), whole.text());
        QCOMPARE(rest.finished()->usage.cachedInputTokens.value(), 220);
    }

    void chatGoesThroughTheTemplate()
    {
        TinyModel model;
        model.chatTemplate = u"{% for m in messages %}[{{ m.role }}]{{ m.content }}{% endfor %}"
                             "{% if add_generation_prompt %}[assistant]{% endif %}"_s;
        GenerationRequest request = requestFor(write(u"chat.gguf"_s, model), {});
        request.form = PromptForm::Chat;
        request.messages = {{Role::System, u"Be-brief"_s}, {Role::User, u"Ünï"_s}};
        request.sampling.maxTokens = 2;
        const auto expected = 1 + u"[system]Be-brief[user]Ünï[assistant]"_s.toUtf8().size(); // <s> and the bytes
        const Result<TokenCount> counted = count(*m_backend, request);
        QVERIFY(counted);
        QCOMPARE(counted->tokens, expected);
        QCOMPARE(counted->exactness, Exactness::Exact);
        QCOMPARE(answer(request).finished()->usage.inputTokens.value(), expected);
        request.form = PromptForm::Continuation;
        QCOMPARE(count(*m_backend, request)->tokens, 1 + u"Be-briefÜnï"_s.toUtf8().size());
    }

    void brokenTemplateIsSaid()
    {
        TinyModel model;
        model.chatTemplate = u"{% if %}"_s;
        GenerationRequest request = requestFor(write(u"template.gguf"_s, model), u"x"_s);
        request.form = PromptForm::Chat;
        const RecordingSink sink = answer(request);
        QVERIFY(sink.error());
        QCOMPARE(sink.error()->kind, ErrorKind::Template);
        QVERIFY(!sink.error()->detail.isEmpty());
    }

    void tooLongIsSaidWithBothNumbers()
    {
        const RecordingSink sink = answer(requestFor(m_random, QString(600, u'a')));
        QVERIFY(sink.error());
        QCOMPARE(sink.error()->kind, ErrorKind::ContextTooLong);
        QCOMPARE(sink.error()->detail, u"the prompt has 601 tokens, the context takes 512"_s);
    }

    void theContextEndsTheAnswer()
    {
        const GenerationRequest request = requestFor(m_random, QString(500, u'a'));
        const RecordingSink sink = answer(request);
        QVERIFY(!sink.error());
        QCOMPARE(sink.finished()->usage.outputTokens.value(), 512 - 501);
        QCOMPARE(sink.finished()->reason, FinishReason::Length);
    }

    void badFilesAreErrorsAndTheOthersGoOn_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("empty") << QByteArray("") << ErrorKind::ModelBroken;
        QTest::newRow("text") << QByteArray("not a model at all") << ErrorKind::ModelBroken;
        QTest::newRow("head only") << QByteArray("GGUF\x03\0\0\0\x01\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 24)
                                   << ErrorKind::ModelBroken;
        QTest::newRow("missing") << QByteArray() << ErrorKind::ModelMissing;
    }

    void badFilesAreErrorsAndTheOthersGoOn()
    {
        QFETCH(const QByteArray, content);
        QFETCH(const ErrorKind, kind);
        const QString path = m_folder.filePath(QString::fromUtf8(QTest::currentDataTag()) + u".gguf"_s);
        if (!content.isNull()) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(content);
        }
        const RecordingSink sink = answer(requestFor(path, u"x"_s));
        QVERIFY(sink.error());
        QCOMPARE(sink.error()->kind, kind);
        QCOMPARE(sink.error()->place, path);
        QCOMPARE(sink.ends(), 1);
        QCOMPARE(count(*m_backend, requestFor(path, u"x"_s)).error().kind, kind);
        QCOMPARE(answer(requestFor(m_speaker, u"x"_s)).text(), u"Hello, world!"_s);
    }

    /// A model that is newer than llama.cpp is no broken file, and is called by what is unknown of it.
    void unknownKindsOfModelsAreNamed()
    {
        TinyModel model;
        model.architecture = u"nosucharch"_s;
        const RecordingSink sink = answer(requestFor(write(u"newer.gguf"_s, model), u"x"_s));
        QVERIFY(sink.error());
        QCOMPARE(sink.error()->kind, ErrorKind::ModelUnsupported);
        QCOMPARE(sink.error()->detail, u"The architecture \"nosucharch\" is unknown to it."_s);
        QVERIFY(errorSentence(*sink.error()).contains(u"Downloading the file again does not help"_s));
    }

    void anAssumedTemplateIsSaid()
    {
        GenerationRequest request = requestFor(m_speaker, u"x"_s);
        request.form = PromptForm::Chat;
        const Notes expected{{NoteKind::TemplateAssumed, u"ChatML"_s}};
        QVERIFY(answer(request).finished()->notes == expected);
        request.form = PromptForm::Continuation;
        QVERIFY(answer(request).finished()->notes.isEmpty());
        TinyModel own = speakingModel({u"Hello"_s});
        own.chatTemplate = u"{{ messages[0].content }}"_s;
        request = requestFor(write(u"own.gguf"_s, own), u"x"_s);
        request.form = PromptForm::Chat;
        QVERIFY(answer(request).finished()->notes.isEmpty());
    }

    /// Such a file ended each answer before it began.
    void aFileThatWantsAnEndBehindEachTextAnswers()
    {
        TinyModel ending = speakingModel({u"Hello"_s, u","_s, u"▁wor"_s, u"ld"_s, u"!"_s});
        ending.endsTexts = true;
        const QString path = write(u"ending.gguf"_s, ending);
        const std::int64_t plain = count(*m_backend, requestFor(m_speaker, u"x"_s))->tokens;
        QCOMPARE(count(*m_backend, requestFor(path, u"x"_s))->tokens, plain);
        QCOMPARE(answer(requestFor(path, u"x"_s)).text(), u"Hello, world!"_s);
    }

    void noPathIsMissing() { QCOMPARE(answer(requestFor({}, u"x"_s)).error()->kind, ErrorKind::ModelMissing); }

    void numbersThatAreNoneAreSaid()
    {
        TinyModel model;
        model.logit = [](int, int) { return std::nanf(""); };
        const RecordingSink sink = answer(requestFor(write(u"nan.gguf"_s, model), u"x"_s));
        QVERIFY(sink.error());
        QCOMPARE(sink.error()->kind, ErrorKind::ModelBroken);
    }

    void modelsComeAndGo()
    {
        const auto cycle = [this](int i) {
            const auto backend = makeLlamaBackend(m_decodes.settings(2));
            std::stop_source stop;
            const RecordingSink sink;
            const auto job = backend->start(requestFor(m_random, u"abc"_s), stop.get_token(), [&](GenerationEvent event) {
                const bool now =
                    i % 3 == 0 ? std::holds_alternative<Event::Loading>(event) : std::holds_alternative<Event::TextDelta>(event);
                if (now)
                    stop.request_stop();
                sink.sink()(std::move(event));
            });
            return sink.waitForEnd() && sink.finished();
        };
        for (int i = 0; i < 60; ++i)
            QVERIFY(cycle(i));
        [[maybe_unused]] const std::int64_t before = residentBytes();
        for (int i = 0; i < 200; ++i)
            QVERIFY(cycle(i));
#if !defined(__SANITIZE_ADDRESS__) // freed memory stays in its quarantine
        QVERIFY2(residentBytes() - before < 8'000'000, qPrintable(QString::number(residentBytes() - before)));
#endif
    }
};

QTEST_GUILESS_MAIN(TestLlamaBackend)
#include "tst_llamabackend.moc"
