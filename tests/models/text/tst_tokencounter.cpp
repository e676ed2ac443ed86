// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/text/tokencounter.h"
#include "tests/support/sanitized.h"
#include "tests/support/testpaths.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

struct Golden {
    QByteArray text;
    std::vector<int> ids;
};

std::vector<Golden> goldens(const QString &encoding)
{
    QFile file(testDataPath(u"tokens/"_s) + encoding + u".tsv"_s);
    std::vector<Golden> result;
    if (!file.open(QIODevice::ReadOnly))
        return result;
    const QList<QByteArray> lines = file.readAll().split('\n');
    for (const QByteArray &line : lines) {
        const qsizetype tab = line.indexOf('\t');
        if (tab < 0)
            continue;
        Golden golden{QByteArray::fromBase64(line.first(tab)), {}};
        for (const QByteArray &id : line.sliced(tab + 1).split(' ')) {
            if (!id.isEmpty())
                golden.ids.push_back(id.toInt());
        }
        result.push_back(std::move(golden));
    }
    return result;
}

std::shared_ptr<const BpeEncoding> encodingNamed(const QString &name)
{
    return BpeEncoding::load(name).value_or(nullptr);
}

} // namespace

class TestTokenCounter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void equalsTiktoken_data();
    void equalsTiktoken();
    void countsAJobAsTiktoken();
    void mergesLongPieces_data();
    void mergesLongPieces();
    void mendsWhatIsNotUtf8();
    void staysLinear();
    void walksPieces();
    void refusesUnknownNames();
    void isSharedBetweenThreads();
    void knowsModels_data();
    void knowsModels();
    void countsMessages();
};

void TestTokenCounter::equalsTiktoken_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("o200k") << u"o200k_base"_s;
    QTest::newRow("cl100k") << u"cl100k_base"_s;
}

void TestTokenCounter::equalsTiktoken()
{
    QFETCH(QString, name);
    const auto encoding = encodingNamed(name);
    QVERIFY(encoding);
    QCOMPARE(encoding->name(), name);
    const std::vector<Golden> cases = goldens(name);
    QVERIFY(cases.size() > 500);
    for (const Golden &golden : cases) {
        const std::vector<int> ids = encoding->encode(golden.text);
        QVERIFY2(ids == golden.ids, golden.text.toPercentEncoding().constData());
        QCOMPARE(encoding->count(golden.text), std::ssize(golden.ids));
        QCOMPARE(encoding->decode(ids), golden.text);
    }
}

/// Documents as ./dev tokens makes them: prose, code, emoji, numbers, long runs of blanks.
void TestTokenCounter::countsAJobAsTiktoken()
{
    QFile file(testDataPath(u"tokens/job.tsv"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto o200k = encodingNamed(u"o200k_base"_s);
    const auto cl100k = encodingNamed(u"cl100k_base"_s);
    QVERIFY(o200k && cl100k);
    int documents = 0;
    while (!file.atEnd()) {
        const QList<QByteArray> fields = file.readLine().chopped(1).split('\t');
        QCOMPARE(fields.size(), 3);
        const QByteArray text = QByteArray::fromBase64(fields.at(0));
        QVERIFY2(o200k->count(text) == fields.at(1).toLongLong(), text.toPercentEncoding().constData());
        QVERIFY2(cl100k->count(text) == fields.at(2).toLongLong(), text.toPercentEncoding().constData());
        ++documents;
    }
    QCOMPARE(documents, 200);
}

void TestTokenCounter::mergesLongPieces_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("word");
    QTest::addColumn<int>("tokens");
    // What tiktoken says; 20,000 letters without a blank are one piece.
    QTest::newRow("o200k a") << u"o200k_base"_s << QByteArray("a").repeated(20000) << 2500;
    QTest::newRow("o200k ab") << u"o200k_base"_s << QByteArray("ab").repeated(10000) << 5000;
    QTest::newRow("o200k a-j") << u"o200k_base"_s << QByteArray("abcdefghij").repeated(2000) << 4000;
    QTest::newRow("cl100k a") << u"cl100k_base"_s << QByteArray("a").repeated(20000) << 2500;
    QTest::newRow("cl100k ab") << u"cl100k_base"_s << QByteArray("ab").repeated(10000) << 10000;
    QTest::newRow("cl100k a-j") << u"cl100k_base"_s << QByteArray("abcdefghij").repeated(2000) << 4000;
}

void TestTokenCounter::mergesLongPieces()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, word);
    QFETCH(int, tokens);
    const auto encoding = encodingNamed(name);
    QVERIFY(encoding);
    QCOMPARE(encoding->count(word), tokens);
    QCOMPARE(encoding->decode(encoding->encode(word)), word);
}

void TestTokenCounter::mendsWhatIsNotUtf8()
{
    const auto encoding = encodingNamed(u"o200k_base"_s);
    QVERIFY(encoding);
    QCOMPARE(encoding->encode("a\xff z"), encoding->encode(u"a\ufffd z"_s.toUtf8()));
    QCOMPARE(encoding->encode("\xef\xbb\xbf\xc3"), encoding->encode(u"\ufeff\ufffd"_s.toUtf8()));
    QVERIFY(encoding->encode({}).empty());
    QCOMPARE(encoding->decode({-1, 1 << 30}), QByteArray());
}

void TestTokenCounter::staysLinear()
{
    // No clock: a quadratic merge of four million letters would outlast the test's own limit by far.
    const auto encoding = encodingNamed(u"o200k_base"_s);
    QVERIFY(encoding);
    const qsizetype part = isSanitized ? 50'000 : 500'000;
    QCOMPARE(encoding->count(QByteArray(8 * part, 'a')), part);
    QVERIFY(encoding->count(QByteArray(4 * part, ' ')) > 0);
    QVERIFY(encoding->count(QByteArray("A1!").repeated(part)) > 0);
    QVERIFY(encoding->count(QByteArray("\xcc\x81").repeated(part)) > 0);
}

void TestTokenCounter::walksPieces()
{
    const auto encoding = encodingNamed(u"cl100k_base"_s);
    QVERIFY(encoding);
    const QByteArray text = "Hello world, 12345!";
    QList<qsizetype> starts;
    qsizetype tokens = 0;
    encoding->eachPiece(text, 0, [&](qsizetype start, qsizetype count) {
        starts << start;
        tokens += count;
        return true;
    });
    QCOMPARE(starts, (QList<qsizetype>{0, 5, 11, 12, 13, 16, 18}));
    QCOMPARE(tokens, encoding->count(text));
    int visits = 0;
    encoding->eachPiece(text, 11, [&](qsizetype, qsizetype) { return ++visits < 2; });
    QCOMPARE(visits, 2);
}

void TestTokenCounter::refusesUnknownNames()
{
    const auto encoding = BpeEncoding::load(u"p50k_base"_s);
    QVERIFY(!encoding);
    QCOMPARE(encoding.error().kind, ErrorKind::Usage);
    QVERIFY(encoding.error().detail.contains(u"o200k_base"_s));
    for (const QString &name : BpeEncoding::names())
        QVERIFY(BpeEncoding::load(name));
}

void TestTokenCounter::isSharedBetweenThreads()
{
    const QByteArray text = QByteArray("The quick brown fox. ").repeated(2000) + QByteArray(3000, 'z');
    const auto expected = encodingNamed(u"o200k_base"_s)->encode(text);
    std::array<std::vector<int>, 4> results;
    std::vector<std::jthread> threads;
    for (auto &result : results)
        threads.emplace_back([&result, &text] { result = encodingNamed(u"o200k_base"_s)->encode(text); });
    threads.clear();
    for (const auto &result : results)
        QVERIFY(result == expected);
}

void TestTokenCounter::knowsModels_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("expected");
    const auto rows = [](const QStringList &models, const QString &expected) {
        for (const QString &model : models)
            QTest::newRow(qPrintable(model)) << model << expected;
    };
    rows({u"gpt-4o"_s,
          u"gpt-4o-mini-2024-07-18"_s,
          u"chatgpt-4o-latest"_s,
          u"gpt-4.1-nano"_s,
          u"gpt-4.5-preview"_s,
          u"gpt-5"_s,
          u"gpt-5.2"_s,
          u"gpt-5-mini"_s,
          u"o1"_s,
          u"o3-mini"_s,
          u"o4-mini"_s,
          u"gpt-oss-120b"_s,
          u"groq:unsloth/gpt-oss-120b"_s,
          u"ollama:chat:gpt-oss:20b"_s,
          u"openai:gpt-4o"_s,
          u"openai:chat:gpt-5-mini"_s,
          u"openai/gpt-4o"_s,
          u"openrouter:openai/gpt-5"_s,
          u"ft:gpt-4o:org::id"_s,
          u"GPT-4o"_s},
         u"o200k_base"_s);
    rows({u"gpt-4"_s, u"gpt-4-turbo"_s, u"gpt-4-0613"_s, u"gpt-3.5-turbo"_s, u"openai:chat:gpt-3.5-turbo"_s,
          u"text-embedding-3-small"_s},
         u"cl100k_base"_s);
    rows({u"claude-opus-5"_s, u"gemini-3-pro"_s, u"llama-3.3-70b"_s, u"local:gpt-oss-20b"_s, u"gpt-40"_s, u"gpt-2"_s, u"opus"_s,
          u"o"_s, QString(), u"anthropic:messages:claude-sonnet-5"_s, u"mygpt-4o"_s,
          // Not published, whatever stands before or behind the name.
          u"gpt-6"_s, u"gpt-6.1-sol"_s, u"openai:chat:gpt-6"_s, u"openrouter:openai/gpt-6-astra"_s, u"gpt-daybreak"_s,
          u"chat-latest"_s, u"gpt-7"_s, u"o5-mini"_s, u"ft:gpt-6:o1-lab::id"_s, u"ft:gpt-6:gpt-4o::id"_s,
          // Named after a model that they are not.
          u"openrouter:someone/gpt-4o-distilled"_s, u"huggingface:someone/o1"_s},
         QString());
}

void TestTokenCounter::knowsModels()
{
    QFETCH(QString, model);
    QFETCH(QString, expected);
    QCOMPARE(encodingForModel(model).value_or(QString()), expected);
}

void TestTokenCounter::countsMessages()
{
    const auto encoding = encodingNamed(u"o200k_base"_s);
    QVERIFY(encoding);
    const TokenCount none = countMessages(*encoding, {});
    QCOMPARE(none.tokens, 3);
    const Messages messages{{Role::System, u"Be brief."_s}, {Role::User, u"Hello, world!"_s}};
    const TokenCount two = countMessages(*encoding, messages);
    // 3 for the answer, 2 × (3 + 1 for the role), 3 and 4 for the texts.
    QCOMPARE(two.tokens, 3 + 2 * 4 + encoding->count("Be brief.") + encoding->count("Hello, world!"));
    QCOMPARE(two.tokens, 18);
    QCOMPARE(two.exactness, Exactness::Estimate);
    const auto estimate = estimateTokens(messages);
    QVERIFY(estimate);
    QCOMPARE(estimate->tokens, two.tokens);
}

QTEST_GUILESS_MAIN(TestTokenCounter)
#include "tst_tokencounter.moc"
