// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/trustpolicy.h"

#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

class ShelfTrust final : public TrustStore
{
public:
    [[nodiscard]] Result<Trust> load() const override
    {
        return broken ? Result<Trust>(failure(ErrorKind::Syntax, u"broken"_s)) : kept;
    }
    [[nodiscard]] Result<void> save(const Trust &trust) override
    {
        kept = trust;
        return {};
    }

    Trust kept;
    bool broken = false;
};

Endpoint endpointAt(const QString &address, const QString &keyName = u"K"_s)
{
    Endpoint endpoint = endpointFromId(u"openai:chat:m"_s, [](const QString &) { return QString(); });
    endpoint.baseUrl = QUrl(address);
    endpoint.keyName = keyName;
    return endpoint;
}

const QString mine = u"/work/e.yaml"_s;
const QString host = u"https://llm.example/v1"_s;

} // namespace

class TestTrustPolicy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_store = {};
        m_endpoints.clear();
        m_asked.clear();
        m_answers.clear();
        m_decided.clear();
        begin();
    }

    void whatIsOfTheProviderIsNotAsked()
    {
        decide(mine, endpointAt(u"https://api.openai.com/v1"_s, u"OPENAI_API_KEY"_s));
        QCOMPARE(m_decided, QList<bool>{true});
        QVERIFY(m_asked.isEmpty());
    }

    void whatTheUserAddedIsNotAsked()
    {
        m_endpoints = {{QUrl(host), u"K"_s}};
        decide(mine, endpointAt(u"https://llm.example/v2"_s));
        QCOMPARE(m_decided, QList<bool>{true});
        decide(mine, endpointAt(host, u"OTHER"_s));
        decide(mine, endpointAt(u"http://llm.example/v1"_s));
        QCOMPARE(m_asked, (QStringList{u"OTHER https://llm.example"_s, u"K http://llm.example"_s}));
    }

    /// The servers of a pool are the user's word for its key, and for no other.
    void theServersOfAPoolAreNotAsked()
    {
        SavedEndpoint pool{QUrl(host), u"K"_s, {}};
        pool.options.members = {QUrl(u"https://one.example/v1"_s)};
        m_endpoints = {pool};
        decide(mine, endpointAt(u"https://one.example/v1"_s));
        QCOMPARE(m_decided, QList<bool>{true});
        decide(mine, endpointAt(u"https://one.example/v1"_s, u"OTHER"_s));
        decide(mine, endpointAt(u"https://two.example/v1"_s));
        QCOMPARE(m_asked, (QStringList{u"OTHER https://one.example"_s, u"K https://two.example"_s}));
    }

    void equalQuestionsAreAskedOnce()
    {
        decide(mine, endpointAt(host));
        decide(mine, endpointAt(u"https://llm.example/other/path"_s));
        QCOMPARE(m_asked, QStringList{u"K https://llm.example"_s});
        QVERIFY(m_decided.isEmpty());
        QVERIFY(m_answers.at(0)(TrustAnswer::Once));
        QCOMPARE(m_decided, (QList<bool>{true, true}));
        decide(mine, endpointAt(host));
        QCOMPARE(m_decided.size(), 3);
        QCOMPARE(m_asked.size(), 1);
        QCOMPARE(m_store.kept, Trust());
    }

    void onceIsOneRunOfOneExperiment()
    {
        decide(mine, endpointAt(host));
        QVERIFY(m_answers.at(0)(TrustAnswer::Once));
        decide(u"/downloads/evil.yaml"_s, endpointAt(host));
        QCOMPARE(m_asked.size(), 2);
        m_policy->beginRun(mine);
        decide(mine, endpointAt(host));
        QCOMPARE(m_asked.size(), 3);
    }

    void noIsNotAskedAgainInTheRun()
    {
        decide(mine, endpointAt(host));
        QVERIFY(m_answers.at(0)(TrustAnswer::No));
        decide(mine, endpointAt(host));
        QCOMPARE(m_decided, (QList<bool>{false, false}));
        QCOMPARE(m_asked.size(), 1);
        m_policy->beginRun(mine);
        decide(mine, endpointAt(host));
        QCOMPARE(m_asked.size(), 2);
    }

    void alwaysIsRememberedUntilItIsWithdrawn()
    {
        decide(mine, endpointAt(host));
        QVERIFY(m_answers.at(0)(TrustAnswer::Always));
        begin(); // the next start
        decide(mine, endpointAt(host));
        QCOMPARE(m_decided, (QList<bool>{true, true}));
        QCOMPARE(m_asked.size(), 1);
        decide(u"/downloads/evil.yaml"_s, endpointAt(host));
        QCOMPARE(m_asked.size(), 2);
        QVERIFY(m_policy->setKept({}));
        decide(mine, endpointAt(host));
        QCOMPARE(m_asked.size(), 3);
        QCOMPARE(m_store.kept, Trust());
    }

    void whatIsWithdrawnCountsNoMoreInThisSession()
    {
        decide(mine, endpointAt(host));
        QVERIFY(m_answers.at(0)(TrustAnswer::Always));
        QVERIFY(m_policy->keep({{}, {FolderGrant{mine, u"/data"_s}}}));
        QCOMPARE(m_policy->folders(mine), (QStringList{u"/data"_s, u"/data"_s}));
        QVERIFY(m_policy->setKept({}));
        QVERIFY(!m_policy->mayHaveKey(mine, endpointAt(host)));
        QCOMPARE(m_policy->folders(mine), QStringList());
    }

    /// An experiment that has no name cannot have a right that outlasts it, nor give others one.
    void whatWasNeverSavedIsNotRemembered()
    {
        decide({}, endpointAt(host));
        QVERIFY(m_answers.at(0)(TrustAnswer::Always));
        QCOMPARE(m_decided, QList<bool>{true});
        QCOMPARE(m_store.kept, Trust());
        decide(mine, endpointAt(host));
        QCOMPARE(m_asked.size(), 2);
    }

    void whatCannotBeReadAllowsNothingAndIsNotWrittenOver()
    {
        m_store.kept.keys = {grantFor({mine, u"K"_s, QUrl(host)})};
        m_store.broken = true;
        begin();
        QVERIFY(m_policy->problem());
        decide(mine, endpointAt(host));
        QCOMPARE(m_asked.size(), 1);
        const Result<void> kept = m_answers.at(0)(TrustAnswer::Always);
        QVERIFY(!kept);
        QCOMPARE(m_decided, QList<bool>{true}); // said is said
        QCOMPARE(m_store.kept.keys.size(), 1);
        QVERIFY(!m_policy->setKept({}));
    }

    void whoIsGoneIsNotTold()
    {
        auto guard = std::make_unique<QObject>();
        m_policy->decide(mine, endpointAt(host), guard.get(), [this](bool allowed) { m_decided += allowed; });
        guard.reset();
        QVERIFY(m_answers.at(0)(TrustAnswer::Once));
        QVERIFY(m_decided.isEmpty());
    }

    void withoutAnybodyToAskItIsNo()
    {
        m_policy->setQuestion({});
        decide(mine, endpointAt(host));
        QCOMPARE(m_decided, QList<bool>{false});
    }

private:
    void begin()
    {
        m_policy =
            std::make_unique<TrustPolicy>(m_store, [this] { return m_endpoints; }, [](const QString &) { return QString(); });
        m_policy->setQuestion([this](const KeyUse &use, const TrustPolicy::Answer &answer) {
            m_asked += use.keyName + u' ' + originOf(use.address);
            m_answers += answer;
        });
    }
    void decide(const QString &experiment, const Endpoint &endpoint)
    {
        m_policy->decide(experiment, endpoint, this, [this](bool allowed) { m_decided += allowed; });
    }

    ShelfTrust m_store;
    QList<SavedEndpoint> m_endpoints;
    std::unique_ptr<TrustPolicy> m_policy;
    QStringList m_asked;
    QList<TrustPolicy::Answer> m_answers;
    QList<bool> m_decided;
};

QTEST_GUILESS_MAIN(TestTrustPolicy)
#include "tst_trustpolicy.moc"
