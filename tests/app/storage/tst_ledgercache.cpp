// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The answers that are kept, as they are looked through and taken away.

#include "tests/app/storage/ledgerfixture.h"

using namespace Qt::StringLiterals;

namespace Tempera {

using namespace LedgerTesting;

namespace {

CachedAnswer answerTo(const QString &prompt, const QString &text, std::optional<Money> cost = Money::fromNano(20'000'000))
{
    CachedAnswer answer{text, u"whale-1"_s, {}, {}, FinishReason::Stop};
    answer.usage.inputTokens = 12;
    answer.usage.outputTokens = 3;
    answer.prompt = prompt;
    answer.endpoint.kind = EndpointKind::Remote;
    answer.endpoint.baseUrl = QUrl(u"https://llm.example/v1"_s);
    answer.cost = cost;
    return answer;
}

CachePage listedAnswers(CacheBrowser &cache, const CacheQuery &query = {})
{
    return await<Result<CachePage>>([&](QObject *guard, auto done) { cache.listAnswers(query, guard, done); }).value();
}

QList<QByteArray> keysOf(const CachePage &page)
{
    QList<QByteArray> keys;
    for (const KeptAnswer &kept : page.answers)
        keys += kept.key;
    return keys;
}

} // namespace

class LedgerCacheTest : public LedgerFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void answersAreListedWithWhatTheySaved()
    {
        const std::unique_ptr<Ledger> ledger = opened();
        ledger->put("one", answerTo(u"Name\n  a whale"_s, u"grüß"_s));
        m_clock.advance(std::chrono::seconds(5));
        const QDateTime later = m_clock.now();
        ledger->put("two", answerTo(u"Name another"_s, u"x"_s, std::nullopt));
        QVERIFY(found(*ledger, "one")); // of what is not committed yet
        QVERIFY(flushed(*ledger));
        QVERIFY(found(*ledger, "one"));
        QVERIFY(found(*ledger, "two"));
        QVERIFY(!found(*ledger, "three"));
        const CachePage page = listedAnswers(*ledger);
        QCOMPARE(keysOf(page), (QList<QByteArray>{"two", "one"})); // the newest first
        QVERIFY(!page.hasMore);
        const KeptAnswer &one = page.answers.at(1);
        QCOMPARE(one.model, u"whale-1"_s);
        QCOMPARE(one.endpoint, u"llm.example"_s);
        QCOMPARE(one.prompt, u"Name a whale"_s);
        QCOMPARE(one.usage.inputTokens, 12);
        QCOMPARE(one.bytes, 6); // in UTF-8
        QCOMPARE(one.hits, 2);
        QCOMPARE(one.lastHit, later);
        QCOMPARE(one.cost, Money::fromNano(20'000'000));
        QCOMPARE(one.saved(), Money::fromNano(40'000'000));
        QCOMPARE(page.answers.at(0).saved(), std::nullopt);
        const CacheTotals expected{.answers = 2, .bytes = 7, .hits = 3, .saved = Money::fromNano(40'000'000), .unknownHits = 1};
        QCOMPARE(page.totals, expected);
    }

    void answersAreSearched_data()
    {
        QTest::addColumn<QString>("search");
        QTest::addColumn<QList<QByteArray>>("keys");
        QTest::newRow("all") << QString() << QList<QByteArray>{"two", "one"};
        QTest::newRow("prompt") << u"HUMPBACK"_s << QList<QByteArray>{"one"};
        QTest::newRow("text") << u"orca"_s << QList<QByteArray>{"two"};
        QTest::newRow("model") << u"whale-1"_s << QList<QByteArray>{"two", "one"};
        QTest::newRow("endpoint") << u"llm.example"_s << QList<QByteArray>{"two", "one"};
        QTest::newRow("a sign of LIKE is none") << u"100%"_s << QList<QByteArray>{"two"};
        QTest::newRow("nor is the other") << u"h_mpback"_s << QList<QByteArray>();
        QTest::newRow("nor a quote") << u"'; --"_s << QList<QByteArray>();
    }
    void answersAreSearched()
    {
        QFETCH(QString, search);
        QFETCH(QList<QByteArray>, keys);
        const std::unique_ptr<Ledger> ledger = opened();
        ledger->put("one", answerTo(u"A humpback"_s, u"blue"_s));
        ledger->put("two", answerTo(u"100% of"_s, u"orca"_s));
        const CachePage page = listedAnswers(*ledger, {.search = search});
        QCOMPARE(keysOf(page), keys);
        QCOMPARE(page.totals.answers, 2);
    }

    void pagesEnd()
    {
        const std::unique_ptr<Ledger> ledger = opened();
        for (const char *key : {"a", "b", "c"})
            ledger->put(key, answerTo(u"x"_s, u"y"_s));
        const CachePage two = listedAnswers(*ledger, {.search = {}, .limit = 2});
        QCOMPARE(keysOf(two), (QList<QByteArray>{"c", "b"}));
        QVERIFY(two.hasMore);
        QVERIFY(!listedAnswers(*ledger, {.search = {}, .limit = 3}).hasMore);
    }

    void answersAreRemoved()
    {
        const std::unique_ptr<Ledger> ledger = opened();
        for (const char *key : {"a", "b", "c"})
            ledger->put(key, answerTo(u"x"_s, u"y"_s));
        const auto removed =
            await<Result<qint64>>([&](QObject *guard, auto done) { ledger->removeAnswers({"a", "c", "z"}, guard, done); });
        QCOMPARE(removed.value(), 2);
        QCOMPARE(keysOf(listedAnswers(*ledger)), QList<QByteArray>{"b"});
        QVERIFY(!found(*ledger, "a"));
        QVERIFY(found(*ledger, "b"));
    }

    void olderOnesAreCleared()
    {
        const std::unique_ptr<Ledger> ledger = opened();
        ledger->put("old", answerTo(u"x"_s, u"y"_s));
        m_clock.advance(std::chrono::hours(48));
        ledger->put("new", answerTo(u"x"_s, u"y"_s));
        const auto cleared = [&](const QDateTime &before) {
            return await<Result<qint64>>([&](QObject *guard, auto done) { ledger->clearAnswers(before, guard, done); }).value();
        };
        QCOMPARE(cleared(m_clock.now().addDays(-1)), 1);
        QCOMPARE(keysOf(listedAnswers(*ledger)), QList<QByteArray>{"new"});
        QCOMPARE(cleared({}), 1);
        QCOMPARE(listedAnswers(*ledger).totals, CacheTotals());
    }

    /// The first words of a prompt may hold a key; none is written.
    void noSecretIsKept()
    {
        {
            const std::unique_ptr<Ledger> ledger = opened();
            ledger->put("one", answerTo(u"Use --api-key sk-CANARY12345678 for https://me:CANARYPASS@host/ please"_s, u"y"_s));
            ledger->put("two", answerTo(QString(190, u'x') + u" sk-CANARY12345678901234567890"_s, u"y"_s)); // cut inside it
            QVERIFY(listedAnswers(*ledger).answers.at(1).prompt.startsWith(u"Use"_s));
            QCOMPARE(listedAnswers(*ledger).answers.at(0).prompt.size(), 200);
        }
        QVERIFY(!contentOf(folder()).contains("CANARY"));
    }

    /// What answers the same anew was never given again.
    void anotherAnswerBeginsAnew()
    {
        const std::unique_ptr<Ledger> ledger = opened();
        ledger->put("one", answerTo(u"x"_s, u"y"_s));
        QVERIFY(found(*ledger, "one"));
        ledger->put("one", answerTo(u"x"_s, u"z"_s));
        const CachePage page = listedAnswers(*ledger);
        QCOMPARE(page.answers.size(), 1);
        QCOMPARE(page.answers.at(0).hits, 0);
        QVERIFY(!page.answers.at(0).lastHit.isValid());
    }

    void aLedgerThatCannotBeUsedSaysSo()
    {
        writeFile("no database at all, but long enough to be looked at as one");
        const std::unique_ptr<Ledger> ledger = Ledger::openBeside(path(), m_clock);
        const auto page = await<Result<CachePage>>([&](QObject *guard, auto done) { ledger->listAnswers({}, guard, done); });
        QVERIFY(!page);
        QCOMPARE(page.error().kind, ErrorKind::Storage);
    }
};

} // namespace Tempera

QTEST_GUILESS_MAIN(Tempera::LedgerCacheTest)
#include "tst_ledgercache.moc"
