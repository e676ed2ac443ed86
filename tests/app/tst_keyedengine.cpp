// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/keyedengine.h"
#include "tests/support/fakeengine.h"

#include <QPointer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

/// Answers when the test says so.
class SlowSecrets final : public SecretStore
{
public:
    void read(const QString &name, QObject *guard, std::function<void(Result<Secret>)> callback) override
    {
        reads.append(name);
        m_guard = guard;
        m_callback = std::move(callback);
    }
    void write(const QString &, const Secret &, QObject *, std::function<void(Result<void>)>) override { }

    void answer(const Result<Secret> &secret)
    {
        if (m_guard)
            m_callback(secret);
    }

    QStringList reads;

private:
    QPointer<QObject> m_guard;
    std::function<void(Result<Secret>)> m_callback;
};

GenerationRequest requestWithKey(const QString &name)
{
    GenerationRequest request;
    request.endpoint = endpointFromId(u"openai:chat:gpt-4o"_s);
    request.endpoint.keyName = name;
    return request;
}

} // namespace

class TestKeyedEngine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_inner = std::make_unique<FakeEngine>();
        m_secrets = std::make_unique<SlowSecrets>();
        m_handed.clear();
        m_asked.clear();
        m_members.clear();
        m_decided = [](bool) { };
        m_allowed = true;
        m_engine = std::make_unique<KeyedEngine>(
            *m_inner, *m_secrets, [this](const KeyRing &keys) { m_handed.append(keys.key(u"A_KEY"_s).reveal()); },
            [this](const QString &experiment, const Endpoint &endpoint, QObject *, std::function<void(bool)> decided) {
                m_asked += experiment + u' ' + endpoint.keyName + u' ' + endpoint.baseUrl.toString();
                if (m_allowed)
                    decided(*m_allowed);
                else
                    m_decided = std::move(decided);
            },
            [this](const Endpoint &) { return m_members; });
    }

    void aRequestWithoutKeyGoesThrough()
    {
        const auto generation = m_engine->start(requestWithKey({}), [](const GenerationBatch &) { });
        QCOMPARE(m_inner->count(), 1);
        QVERIFY(m_secrets->reads.isEmpty());
    }

    void aKeyIsReadOnceBeforeTheStart()
    {
        const auto first = m_engine->start(requestWithKey(u"A_KEY"_s), [](const GenerationBatch &) { });
        QCOMPARE(m_inner->count(), 0);
        m_secrets->answer(Secret("s3cret"));
        QCOMPARE(m_handed, QByteArrayList{"s3cret"});
        QCOMPARE(m_inner->count(), 1);
        const auto second = m_engine->start(requestWithKey(u"A_KEY"_s), [](const GenerationBatch &) { });
        QCOMPARE(m_inner->count(), 2);
        QCOMPARE(m_secrets->reads.size(), 1);
    }

    void aMissingKeyIsTheBackendsToTell()
    {
        const auto first = m_engine->start(requestWithKey(u"A_KEY"_s), [](const GenerationBatch &) { });
        m_secrets->answer(Secret());
        QVERIFY(m_handed.isEmpty());
        QCOMPARE(m_inner->count(), 1);
        const auto second = m_engine->start(requestWithKey(u"A_KEY"_s), [](const GenerationBatch &) { });
        QCOMPARE(m_secrets->reads.size(), 2);
    }

    void aCancelledOneEndsOnceAndNeverStarts()
    {
        GenerationBatch seen;
        const auto generation = m_engine->start(requestWithKey(u"A_KEY"_s), [&seen](const GenerationBatch &batch) {
            seen.insert(seen.end(), batch.begin(), batch.end());
        });
        generation->cancel();
        generation->cancel();
        QVERIFY(seen.empty());
        QTRY_COMPARE(seen.size(), 1u);
        QCOMPARE(std::get<Event::Finished>(seen.front()).reason, FinishReason::Cancelled);
        m_secrets->answer(Secret("late"));
        QCOMPARE(m_inner->count(), 0);
    }

    void aDestroyedOneIsSilent()
    {
        bool called = false;
        auto generation = m_engine->start(requestWithKey(u"A_KEY"_s), [&called](const GenerationBatch &) { called = true; });
        generation->cancel();
        generation.reset();
        m_secrets->answer(Secret("late"));
        QCoreApplication::processEvents();
        QVERIFY(!called);
        QCOMPARE(m_inner->count(), 0);
    }

    void itIsAskedBeforeAnythingStarts()
    {
        m_allowed.reset();
        const auto generation =
            m_engine->forExperiment(u"/e.yaml"_s).start(requestWithKey(u"A_KEY"_s), [](const GenerationBatch &) { });
        QVERIFY(m_asked.isEmpty()); // perhaps there is no key
        m_secrets->answer(Secret("s3cret"));
        QCOMPARE(m_asked, QStringList{u"/e.yaml A_KEY https://api.openai.com/v1"_s});
        QCOMPARE(m_inner->count(), 0);
        m_decided(true);
        QCOMPARE(m_inner->count(), 1);
        QCOMPARE(m_inner->at(0).request.endpoint.keyName, u"A_KEY"_s);
    }

    void whatIsRefusedFailsBeforeAnythingIsSent()
    {
        m_allowed = false;
        GenerationBatch seen;
        GenerationRequest request = requestWithKey(u"A_KEY"_s);
        request.endpoint.baseUrl = QUrl(u"https://evil.example/v1"_s);
        const auto generation = m_engine->start(
            request, [&seen](const GenerationBatch &batch) { seen.insert(seen.end(), batch.begin(), batch.end()); });
        m_secrets->answer(Secret("s3cret"));
        QTRY_COMPARE(seen.size(), 1u);
        const Error &error = std::get<Event::Failed>(seen.front()).error;
        QCOMPARE(error.kind, ErrorKind::Auth);
        const QString told = errorSentence(error);
        QVERIFY2(told.contains(u"--allow-key A_KEY=evil.example,"_s), qPrintable(told));
        QVERIFY2(!told.contains(u"missing"_s), qPrintable(told));
        QCOMPARE(m_inner->count(), 0);
    }

    /// A server on this machine seldom needs one; where it does, it is told why it has none.
    void onThisMachineTheRequestGoesWithoutIt()
    {
        m_allowed = false;
        GenerationBatch seen;
        GenerationRequest request = requestWithKey(u"A_KEY"_s);
        request.endpoint.baseUrl = QUrl(u"http://127.0.0.1:8080/v1"_s);
        const auto generation = m_engine->start(
            request, [&seen](const GenerationBatch &batch) { seen.insert(seen.end(), batch.begin(), batch.end()); });
        m_secrets->answer(Secret("s3cret"));
        QCOMPARE(m_inner->count(), 1);
        QCOMPARE(m_inner->at(0).request.endpoint.keyName, QString());
        m_inner->fail(0, failure(ErrorKind::Auth, u"who are you?"_s).error());
        QCOMPARE(seen.size(), 1u);
        const QString told = errorSentence(std::get<Event::Failed>(seen.front()).error);
        QVERIFY2(told.contains(u"--allow-key A_KEY=127.0.0.1:8080,"_s), qPrintable(told));
    }

    void aQuestionThatIsOpenCanBeCancelled()
    {
        m_allowed.reset();
        GenerationBatch seen;
        const auto generation = m_engine->start(requestWithKey(u"A_KEY"_s), [&seen](const GenerationBatch &batch) {
            seen.insert(seen.end(), batch.begin(), batch.end());
        });
        m_secrets->answer(Secret("s3cret"));
        generation->cancel();
        QTRY_COMPARE(seen.size(), 1u);
        m_decided(true);
        QCOMPARE(m_inner->count(), 0);
    }

    /// A pool is one server: its key goes to all of its members or to none, and each of them is asked about.
    void eachServerOfAPoolIsAskedAbout()
    {
        GenerationRequest request = requestWithKey(u"A_KEY"_s);
        request.endpoint.members = {QUrl(u"https://one.example/v1"_s), QUrl(u"https://two.example/v1"_s)};
        m_allowed.reset();
        const auto generation = m_engine->start(request, [](const GenerationBatch &) { });
        m_secrets->answer(Secret("s3cret"));
        QCOMPARE(m_asked, QStringList{u" A_KEY https://one.example/v1"_s});
        std::exchange(m_decided, [](bool) { })(true);
        QCOMPARE(m_asked.value(1), u" A_KEY https://two.example/v1"_s);
        QCOMPARE(m_inner->count(), 0);
        m_decided(true);
        QCOMPARE(m_inner->count(), 1);
        QCOMPARE(m_inner->at(0).request.endpoint.members, request.endpoint.members);
    }

    void aPoolWithAStrangerFailsAsAWhole()
    {
        GenerationBatch seen;
        GenerationRequest request = requestWithKey(u"A_KEY"_s);
        request.endpoint.members = {QUrl(u"http://127.0.0.1:8080/v1"_s), QUrl(u"https://evil.example/v1"_s)};
        m_allowed.reset();
        const auto generation = m_engine->start(
            request, [&seen](const GenerationBatch &batch) { seen.insert(seen.end(), batch.begin(), batch.end()); });
        m_secrets->answer(Secret("s3cret"));
        std::exchange(m_decided, [](bool) { })(true);
        m_decided(false);
        QTRY_COMPARE(seen.size(), 1u);
        const QString told = errorSentence(std::get<Event::Failed>(seen.front()).error);
        QVERIFY2(told.contains(u"--allow-key A_KEY=evil.example,"_s), qPrintable(told));
        QCOMPARE(m_inner->count(), 0);
    }

    /// What the user has made a pool goes as one from here on, so that the key goes nowhere else than was asked about.
    void thePoolOfTheSettingsIsAskedAboutToo()
    {
        m_members = {QUrl(u"http://127.0.0.1:1/v1"_s), QUrl(u"http://127.0.0.1:2/v1"_s)};
        m_allowed = false;
        const auto generation = m_engine->start(requestWithKey(u"A_KEY"_s), [](const GenerationBatch &) { });
        m_secrets->answer(Secret("s3cret"));
        QCOMPARE(m_asked, QStringList{u" A_KEY http://127.0.0.1:1/v1"_s});
        QCOMPARE(m_inner->count(), 1); // all of them are on this machine
        QCOMPARE(m_inner->at(0).request.endpoint.keyName, QString());
        QCOMPARE(m_inner->at(0).request.endpoint.members, m_members);
    }

private:
    QList<QUrl> m_members;         ///< What the user has set for every address.
    std::optional<bool> m_allowed; ///< Nothing: the test decides later.
    QStringList m_asked;
    std::function<void(bool)> m_decided;
    std::unique_ptr<FakeEngine> m_inner;
    std::unique_ptr<SlowSecrets> m_secrets;
    std::unique_ptr<KeyedEngine> m_engine;
    QByteArrayList m_handed;
};

QTEST_GUILESS_MAIN(TestKeyedEngine)
#include "tst_keyedengine.moc"
