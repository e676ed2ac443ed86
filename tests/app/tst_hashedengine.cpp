// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/hashedengine.h"
#include "tests/support/fakeengine.h"

#include <QDateTime>
#include <QFile>
#include <QSemaphore>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace Tempera;

/// Its hashes are made when the test lets one through.
class TestHashedEngine : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_path = m_folder.filePath(u"model.gguf"_s);
    std::unique_ptr<FakeEngine> m_inner;
    std::unique_ptr<HashedEngine> m_engine;
    QSemaphore m_gate;
    std::atomic<int> m_reads = 0;
    std::atomic<bool> m_broken = false;
    std::atomic<bool> m_stopped = false;
    GenerationBatch m_seen;

    void write(const QByteArray &bytes, int second) const
    {
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
        QVERIFY(file.flush());
        QVERIFY(file.setFileTime(QDateTime(QDate(2026, 1, 1), QTime(0, 0, second), QTimeZone::UTC),
                                 QFileDevice::FileModificationTime));
    }
    [[nodiscard]] GenerationRequest request() const
    {
        GenerationRequest made;
        made.endpoint = endpointFromId(u"local:model"_s);
        made.endpoint.modelPath = m_path;
        return made;
    }
    [[nodiscard]] EventSink sink()
    {
        return [this](const GenerationBatch &batch) { m_seen.insert(m_seen.end(), batch.begin(), batch.end()); };
    }
    [[nodiscard]] const Event::Finished *finished() const
    {
        return m_seen.empty() ? nullptr : std::get_if<Event::Finished>(&m_seen.back());
    }

private Q_SLOTS:
    void init()
    {
        m_inner = std::make_unique<FakeEngine>();
        m_gate.tryAcquire(m_gate.available());
        m_reads = 0;
        m_broken = m_stopped = false;
        m_seen.clear();
        write("abc", 1);
        m_engine = std::make_unique<HashedEngine>(
            *m_inner, [this](const QString &path, const std::function<bool(double)> &keepGoing) -> Result<QByteArray> {
                const int read = ++m_reads;
                while (!m_gate.tryAcquire(1, 1)) {
                    if (!keepGoing(0.5)) {
                        m_stopped = true;
                        return failure(ErrorKind::Cancelled, u"stopped"_s, path);
                    }
                }
                if (m_broken)
                    return failure(ErrorKind::File, u"not readable"_s, path);
                return "hash " + QByteArray::number(read);
            });
    }
    void cleanup() { m_engine.reset(); }

    void textIsNotHeldButTheEndWaits()
    {
        const auto generation = m_engine->start(request(), sink());
        Usage usage;
        usage.outputTokens = 2;
        m_inner->answer(0, u"Paris."_s, usage);
        QCOMPARE(m_seen.size(), 2u); // it started, and its text
        QVERIFY(!finished());
        m_gate.release();
        QTRY_VERIFY(finished());
        QCOMPARE(m_seen.size(), 3u);
        QCOMPARE(finished()->modelHash, "hash 1");
        QCOMPARE(finished()->usage.outputTokens, 2);
    }

    void aWholeRunWaitsForOneHash()
    {
        std::vector<QByteArray> hashes;
        std::vector<std::unique_ptr<Generation>> generations;
        for (int i = 0; i < 5; ++i) {
            generations.push_back(m_engine->start(request(), [&hashes](const GenerationBatch &batch) {
                if (const auto *end = std::get_if<Event::Finished>(&batch.back()))
                    hashes.push_back(end->modelHash);
            }));
            m_inner->answer(i, u"x"_s);
        }
        QVERIFY(hashes.empty());
        m_gate.release();
        QTRY_COMPARE(hashes.size(), 5u);
        QCOMPARE(hashes, std::vector<QByteArray>(5, "hash 1"));
        QCOMPARE(m_reads, 1);
    }

    void aKnownHashCostsNoTurnOfTheLoop()
    {
        m_gate.release();
        const auto first = m_engine->start(request(), sink());
        m_inner->answer(0, u"a"_s);
        QTRY_VERIFY(finished());
        m_seen.clear();
        const auto second = m_engine->start(request(), sink());
        m_inner->answer(1, u"b"_s);
        QCOMPARE(m_seen.size(), 3u);
        QCOMPARE(finished()->modelHash, "hash 1");
        QCOMPARE(m_reads, 1);
    }

    void aChangedFileIsReadAgain()
    {
        m_gate.release(2);
        const auto first = m_engine->start(request(), sink());
        m_inner->finish(0);
        QTRY_VERIFY(finished());
        write("abc", 2);
        const auto second = m_engine->start(request(), sink());
        m_inner->finish(1);
        QTRY_COMPARE(finished()->modelHash, "hash 2");
    }

    void anUnreadableFileIsToldAndTriedAgain()
    {
        QTest::ignoreMessage(QtWarningMsg, qPrintable(m_path + u": not readable"_s));
        m_broken = true;
        m_gate.release();
        const auto first = m_engine->start(request(), sink());
        m_inner->finish(0);
        QTRY_VERIFY(finished());
        QCOMPARE(finished()->modelHash, QByteArray());
        m_broken = false;
        m_gate.release();
        const auto second = m_engine->start(request(), sink());
        m_inner->finish(1);
        QTRY_COMPARE(finished()->modelHash, "hash 2");
    }

    void errorsAndRemoteAnswersDoNotWait()
    {
        const auto failing = m_engine->start(request(), sink());
        m_inner->fail(0, failure(ErrorKind::ModelBroken, u"broken"_s).error());
        QVERIFY(std::holds_alternative<Event::Failed>(m_seen.back()));
        GenerationRequest remote = request();
        remote.endpoint = endpointFromId(u"openai:chat:gpt-4o"_s);
        const auto answered = m_engine->start(remote, sink());
        m_inner->finish(1);
        QVERIFY(finished());
        QCOMPARE(finished()->modelHash, QByteArray());
    }

    void whoStopsDoesNotWaitForTheHash()
    {
        const auto running = m_engine->start(request(), sink());
        running->cancel();
        QCOMPARE(m_inner->cancels(), 1);
        const auto held = m_engine->start(request(), sink());
        m_inner->answer(1, u"whole"_s);
        QVERIFY(!finished());
        held->cancel();
        QVERIFY(!finished()); // never out of a call of its own user
        QTRY_VERIFY(finished());
        QCOMPARE(finished()->reason, FinishReason::Stop);
        QCOMPARE(m_inner->cancels(), 1);
        const std::size_t events = m_seen.size();
        m_gate.release();
        QTRY_COMPARE(m_gate.available(), 0);
        QCoreApplication::processEvents();
        QCOMPARE(m_seen.size(), events);
    }

    void aDestroyedOneIsSilentAndTheEngineStopsReading()
    {
        auto generation = m_engine->start(request(), sink());
        m_inner->finish(0);
        generation.reset();
        QTRY_COMPARE(m_reads, 1);
        m_engine.reset();
        QVERIFY(m_stopped);
        QCoreApplication::processEvents();
        QVERIFY(m_seen.empty());
    }

    void aSinkMayDestroyItsGeneration()
    {
        m_gate.release();
        std::unique_ptr<Generation> generation;
        QByteArray hash;
        generation = m_engine->start(request(), [&](const GenerationBatch &batch) {
            if (const auto *end = std::get_if<Event::Finished>(&batch.back())) {
                hash = end->modelHash;
                generation.reset();
            }
        });
        m_inner->answer(0, u"x"_s);
        QTRY_COMPARE(hash, "hash 1");
        QVERIFY(!generation);
    }

    void theLibraryAsksForTheSameHashes()
    {
        const auto generation = m_engine->start(request(), sink());
        m_inner->finish(0);
        QList<QByteArray> hashes;
        const auto take = [&hashes](const Result<QByteArray> &hash) { hashes += hash.value(); };
        m_engine->hashFile(m_path, this, take);
        {
            QObject gone;
            m_engine->hashFile(m_path, &gone, [](const Result<QByteArray> &) { QFAIL("the guard has gone"); });
        }
        m_gate.release();
        QTRY_COMPARE(hashes.size(), 1);
        m_engine->hashFile(m_path, this, take); // known
        QTRY_COMPARE(hashes.size(), 2);
        QCOMPARE(hashes, QList<QByteArray>(2, "hash 1"));
        QCOMPARE(m_reads, 1);
        QTRY_COMPARE(finished()->modelHash, "hash 1");
    }

    void theLibraryIsToldWhyThereIsNone()
    {
        QTest::ignoreMessage(QtWarningMsg, qPrintable(m_path + u": not readable"_s));
        m_broken = true;
        m_gate.release();
        std::optional<Error> error;
        m_engine->hashFile(m_path, this, [&error](const Result<QByteArray> &hash) { error = hash.error(); });
        QTRY_VERIFY(error);
        QCOMPARE(error->kind, ErrorKind::File);
        QCOMPARE(error->detail, u"not readable"_s);
    }

    void countsGoThrough()
    {
        int tokens = 0;
        m_inner->tokenCounter = [](const Endpoint &, const Messages &) { return Result<TokenCount>({7, Exactness::Exact}); };
        m_engine->countTokens({}, {}, PromptForm::Chat, this,
                              [&](const Result<TokenCount> &count) { tokens = static_cast<int>(count->tokens); });
        QTRY_COMPARE(tokens, 7);
    }
};

QTEST_GUILESS_MAIN(TestHashedEngine)
#include "tst_hashedengine.moc"
