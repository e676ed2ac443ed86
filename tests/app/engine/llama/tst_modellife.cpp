// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/llama/llamabackend.h"
#include "tests/app/engine/llama/recordingsink.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testpaths.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <mutex>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

/// What the process holds.
struct Holdings {
    std::int64_t residentBytes = 0;
    int threads = 0;
    int files = 0;

    static Holdings now()
    {
        QFile statm(u"/proc/self/statm"_s);
        const bool open = statm.open(QIODevice::ReadOnly);
        const std::int64_t pages = open ? statm.readAll().split(' ').value(1).toLongLong() : 0;
        const auto entries = [](const QString &folder) {
            return static_cast<int>(QDir(folder).entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot).size());
        };
        return {pages * sysconf(_SC_PAGESIZE), entries(u"/proc/self/task"_s), entries(u"/proc/self/fd"_s)};
    }
};

GenerationRequest request()
{
    GenerationRequest request;
    request.endpoint.kind = EndpointKind::Local;
    request.endpoint.modelPath = builtInModel();
    request.form = PromptForm::Continuation;
    request.messages = {{Role::User, u"The capital of France is"_s}};
    request.sampling.seed = 1;
    request.sampling.maxTokens = 200;
    request.wantTrace = true;
    return request;
}

/// A backend whose models can be waited for until they have nothing to do.
class Watched
{
public:
    explicit Watched(LlamaSettings settings, const Clock *clock = nullptr)
    {
        settings.threads = 1;
        settings.nSequences = 1;
        settings.onIdle = [this] {
            ++m_idles;
            m_idles.notify_all();
        };
        m_backend = makeLlamaBackend(std::move(settings), clock);
    }
    Backend *operator->() const { return m_backend.get(); }

    /// Whether a short answer had to load its model; afterwards that is idle.
    bool loads(const QString &path = request().endpoint.modelPath)
    {
        GenerationRequest brief = request();
        brief.endpoint.modelPath = path;
        brief.sampling.maxTokens = 2;
        const GenerationBatch events = answer(brief).events();
        return std::ranges::any_of(events,
                                   [](const GenerationEvent &event) { return std::holds_alternative<Event::Loading>(event); });
    }

    RecordingSink answer(const GenerationRequest &request)
    {
        const int before = m_idles;
        const RecordingSink sink;
        const auto job = m_backend->start(request, {}, sink.sink());
        if (!sink.waitForEnd())
            qWarning("no end came");
        m_idles.wait(before);
        return sink;
    }

private:
    std::atomic<int> m_idles{0};
    std::unique_ptr<Backend> m_backend; ///< Last: its threads count.
};

/// Loads the built-in model, stops at one of several moments, and unloads it. False = no end, or not a stopped one.
bool cycle(int number)
{
    LlamaSettings settings;
    settings.threads = 1;
    settings.nSequences = 2;
    const auto backend = makeLlamaBackend(settings);
    std::stop_source stop;
    const RecordingSink sink;
    const auto job = backend->start(request(), stop.get_token(), [&](GenerationEvent event) {
        const bool now = number % 3 == 0   ? std::holds_alternative<Event::Loading>(event)
                         : number % 3 == 1 ? std::holds_alternative<Event::Started>(event)
                                           : std::holds_alternative<Event::TextDelta>(event);
        if (now)
            stop.request_stop();
        sink.sink()(std::move(event));
    });
    const auto end = sink.waitForEnd() ? sink.finished() : std::nullopt;
    return end && end->reason == FinishReason::Cancelled && sink.ends() == 1;
}

} // namespace

class TestModelLife : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void idleModelsAreUnloadedAfterATime()
    {
        FakeClock clock;
        LlamaSettings settings;
        settings.idleTimeout = std::chrono::minutes(5);
        Watched backend(settings, &clock);
        QVERIFY(backend.loads());
        QVERIFY(!backend.loads());
        clock.advance(std::chrono::minutes(4));
        backend->tidy();
        QVERIFY(!backend.loads());
        clock.advance(std::chrono::minutes(6));
        backend->tidy();
        QVERIFY(backend.loads());
    }

    void newSettingsHoldForTheNextLoad()
    {
        Watched backend({});
        QVERIFY(backend.loads());
        LocalSettings local;
        local.threads = 1;
        local.contextTokens = 128;
        local.cacheType = CacheType::Q8_0;
        backend->setLocalSettings(local);
        GenerationRequest longer = request();
        longer.messages.first().text = u"the cat sat on the mat and "_s.repeated(60);
        const RecordingSink sink = backend.answer(longer);
        QVERIFY(sink.error());
        QCOMPARE(sink.error()->kind, ErrorKind::ContextTooLong);
        QVERIFY2(sink.error()->detail.contains(u"the context takes 128"_s), qPrintable(sink.error()->detail));
        QVERIFY(!backend.loads()); // and what fits is answered, from the small cache
    }

    void whatDoesNotFitIsSaidBeforeItIsLoaded()
    {
        LlamaSettings settings;
        settings.availableMemory = [] { return std::int64_t{1'000'000}; };
        const auto backend = makeLlamaBackend(settings);
        const RecordingSink sink;
        const auto job = backend->start(request(), {}, sink.sink());
        QVERIFY(sink.waitForEnd());
        QVERIFY(sink.error());
        QCOMPARE(sink.error()->kind, ErrorKind::OutOfMemory);
        QVERIFY(sink.error()->detail.contains(u"and 1 MB are free"_s));
    }

    void memoryThatANewModelNeedsIsTakenFromIdleOnes()
    {
        QTemporaryDir folder;
        const QString other = folder.filePath(u"other.gguf"_s);
        QVERIFY(QFile::copy(request().endpoint.modelPath, other));
        std::atomic<std::int64_t> available{10'000'000'000};
        LlamaSettings settings;
        settings.keptModels = 5;
        settings.availableMemory = [&available] { return available.load(); };
        Watched backend(settings);
        QVERIFY(backend.loads());
        QVERIFY(backend.loads(other));
        QVERIFY(!backend.loads()); // both fit
        available = 1'000;
        QVERIFY(QFile::copy(other, folder.filePath(u"third.gguf"_s)));
        (void)backend.loads(folder.filePath(u"third.gguf"_s)); // there is none for it even so, but the idle ones have gone
        available = 10'000'000'000;
        QVERIFY(backend.loads());
    }

    /// Each of two models that write at once gets on while the other does.
    void severalModelsTakeTurns()
    {
        QTemporaryDir folder;
        const QString other = folder.filePath(u"other.gguf"_s);
        QVERIFY(QFile::copy(request().endpoint.modelPath, other));
        Watched backend({});
        QVERIFY(backend.loads());
        QVERIFY(backend.loads(other));
        std::mutex mutex;
        std::vector<int> order;
        std::vector<RecordingSink> sinks(2);
        std::vector<std::unique_ptr<BackendJob>> jobs;
        for (int i = 0; i < 2; ++i) {
            GenerationRequest each = request();
            each.sampling.maxTokens = 60;
            each.messages.first().text = u"Once upon a time there was"_s;
            if (i == 1)
                each.endpoint.modelPath = other;
            jobs.push_back(backend->start(each, {}, [&, i](GenerationEvent event) {
                if (std::holds_alternative<Event::TraceDelta>(event)) {
                    const std::scoped_lock lock(mutex);
                    order.push_back(i);
                }
                sinks[static_cast<std::size_t>(i)].sink()(std::move(event));
            }));
        }
        for (const RecordingSink &sink : sinks)
            QVERIFY(sink.waitForEnd());
        QCOMPARE(sinks[0].text(), sinks[1].text());
        QVERIFY(std::ranges::count(order, 0) > 5 && std::ranges::count(order, 1) > 5);
    }

    void cancelUnloadReloadTwoHundredTimes()
    {
        for (int i = 0; i < 30; ++i) // what is made once, and the heap's own habits
            QVERIFY(cycle(i));
        const Holdings before = Holdings::now();
        for (int i = 0; i < 200; ++i)
            QVERIFY(cycle(i));
        const Holdings after = Holdings::now();
        QVERIFY(before.threads > 0 && before.files > 0);
        // The kernel lists a thread for a moment after it was joined, on either side of the count. One that each cycle
        // left behind would be 200 here.
        QTRY_VERIFY2(Holdings::now().threads <= before.threads, qPrintable(QString::number(Holdings::now().threads)));
        QCOMPARE(after.files, before.files);
#if !defined(__SANITIZE_ADDRESS__) // freed memory stays in its quarantine; there its own check at the end counts
        const std::int64_t grown = after.residentBytes - before.residentBytes;
        QVERIFY2(grown < 6'000'000, qPrintable(QString::number(grown)));
#endif
    }
};

QTEST_GUILESS_MAIN(TestModelLife)
#include "tst_modellife.moc"
