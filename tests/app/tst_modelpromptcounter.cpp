// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/backgroundthread.h"
#include "app/modelpromptcounter.h"
#include "models/text/tokencounter.h"

#include <QSemaphore>
#include <QTest>
#include <QThread>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

/// One token a character, on a thread that is not the test's.
class CharacterReader final : public LocalPromptReader
{
public:
    Result<TokenCount> countText(const QString &path, const QString &text) override
    {
        isElsewhere = isElsewhere && QThread::currentThread() != owner;
        if (path != u"/models/mini"_s)
            return failure(ErrorKind::ModelBroken, u"it is broken"_s, path);
        return TokenCount{text.size(), Exactness::Exact};
    }

    Result<PromptReading> read(const QString &path, const Messages &messages, PromptForm) override
    {
        return countText(path, messages.constFirst().text).transform([&](const TokenCount &count) {
            return PromptReading{.count = count, .text = u"<"_s + messages.constFirst().text + u">"_s};
        });
    }

    QThread *owner = QThread::currentThread();
    std::atomic<bool> isElsewhere = true;
};

} // namespace

class TestModelPromptCounter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void localModelsCountThemselves();
    void hostedModelsHaveTheirEncoding();
    void whatCannotBeReadIsEstimated();
    void nobodyIsCalledWhoIsGone();
    void workIsDoneInOrder();
    void theEndWaitsForWhatIsBeingDone();

private:
    std::optional<TokenCount> count(const QString &endpoint, const QString &text)
    {
        std::optional<TokenCount> counted;
        m_counter->countText(endpointFromId(endpoint), text, this, [&counted](const TokenCount &each) { counted = each; });
        (void)QTest::qWaitFor([&counted] { return counted.has_value(); });
        return counted;
    }
    std::optional<PromptReading> read(const QString &endpoint, const Messages &messages)
    {
        std::optional<PromptReading> reading;
        m_counter->read(endpointFromId(endpoint), messages, PromptForm::Chat, this,
                        [&reading](const PromptReading &each) { reading = each; });
        (void)QTest::qWaitFor([&reading] { return reading.has_value(); });
        return reading;
    }

    Catalog m_catalog = Catalog::builtIn();
    std::shared_ptr<CharacterReader> m_reader;
    std::unique_ptr<BackgroundThread> m_background;
    std::unique_ptr<ModelPromptCounter> m_counter;
};

void TestModelPromptCounter::init()
{
    m_counter.reset();
    m_reader = std::make_shared<CharacterReader>();
    m_background = std::make_unique<BackgroundThread>();
    const auto find = [](const QString &model) -> Result<QString> {
        if (model == u"gone"_s)
            return failure(ErrorKind::ModelMissing, u"no such model"_s, model);
        return QString(u"/models/"_s + model);
    };
    m_counter = std::make_unique<ModelPromptCounter>(*m_background, m_catalog, find, m_reader);
}

void TestModelPromptCounter::localModelsCountThemselves()
{
    const auto counted = count(u"local:mini"_s, u"Hello there"_s);
    QVERIFY(counted);
    QCOMPARE(counted->tokens, 11);
    QCOMPARE(counted->exactness, Exactness::Exact);
    const auto reading = read(u"local:mini"_s, {{Role::User, u"Hello"_s}});
    QVERIFY(reading);
    QCOMPARE(reading->text, u"<Hello>"_s);
    QVERIFY(!reading->problem);
    QVERIFY(m_reader->isElsewhere);
}

void TestModelPromptCounter::hostedModelsHaveTheirEncoding()
{
    const auto known = count(u"openai:chat:gpt-4o"_s, u"hello world"_s);
    QVERIFY(known);
    QCOMPARE(known->tokens, 2);
    QCOMPARE(known->exactness, Exactness::Exact);
    // No tokenizer is published for it.
    const auto unknown = count(u"openai:chat:gpt-6"_s, u"hello world"_s);
    QVERIFY(unknown);
    QCOMPARE(unknown->exactness, Exactness::Estimate);
    const Messages messages{{Role::System, u"Be brief"_s}, {Role::User, u"hello world"_s}};
    const auto reading = read(u"openai:chat:gpt-4o"_s, messages);
    QVERIFY(reading);
    QCOMPARE(reading->count.tokens, countMessages(**BpeEncoding::load(u"o200k_base"_s), messages).tokens);
    QCOMPARE(reading->count.exactness, Exactness::Estimate);
    QCOMPARE(reading->text, QString());
}

void TestModelPromptCounter::whatCannotBeReadIsEstimated()
{
    for (const QString &model : {u"local:gone"_s, u"local:broken"_s}) {
        const auto counted = count(model, u"hello world"_s);
        QVERIFY(counted);
        QCOMPARE(counted->tokens, 2);
        QCOMPARE(counted->exactness, Exactness::Estimate);
        const auto reading = read(model, {{Role::User, u"hello world"_s}});
        QVERIFY(reading && reading->problem);
        QVERIFY(reading->count.tokens >= 2);
        QCOMPARE(reading->count.exactness, Exactness::Estimate);
    }
}

void TestModelPromptCounter::nobodyIsCalledWhoIsGone()
{
    bool isCalled = false;
    auto guard = std::make_unique<QObject>();
    m_counter->countText(endpointFromId(u"local:mini"_s), u"Hello"_s, guard.get(),
                         [&isCalled](const TokenCount &) { isCalled = true; });
    guard.reset();
    QVERIFY(count(u"local:mini"_s, u"Hello"_s)); // behind the other one
    QVERIFY(!isCalled);
}

void TestModelPromptCounter::workIsDoneInOrder()
{
    QList<int> order; // of the background alone until it is done
    int done = 0;
    for (int i = 0; i < 50; ++i)
        m_background->run([&order, i] { order += i; }, this, [&done] { ++done; });
    QTRY_COMPARE(done, 50);
    QVERIFY(std::ranges::is_sorted(order));
    QCOMPARE(order.size(), 50);
}

void TestModelPromptCounter::theEndWaitsForWhatIsBeingDone()
{
    QSemaphore begun;
    std::atomic<bool> isDone = false;
    {
        BackgroundThread background;
        background.run(
            [&] {
                begun.release();
                QThread::yieldCurrentThread();
                isDone = true;
            },
            this, [] {});
        begun.acquire();
    }
    QVERIFY(isDone);
}

QTEST_GUILESS_MAIN(TestModelPromptCounter)
#include "tst_modelpromptcounter.moc"
