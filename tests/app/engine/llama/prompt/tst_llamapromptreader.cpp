// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/llama/llamabackend.h"
#include "app/engine/llama/prompt/llamapromptreader.h"
#include "tests/app/engine/llama/recordingsink.h"
#include "tests/app/engine/llama/tinymodel.h"
#include "tests/support/testpaths.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <future>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

const QString miniModel = builtInModel();

/// What the engine itself counts, with the whole model.
std::int64_t engineCount(const QString &path, const Messages &messages, PromptForm form)
{
    const auto backend = makeLlamaBackend({});
    Endpoint endpoint;
    endpoint.kind = EndpointKind::Local;
    endpoint.modelPath = path;
    std::promise<Result<TokenCount>> promise;
    backend->countTokens(endpoint, messages, form, [&promise](const Result<TokenCount> &count) { promise.set_value(count); });
    const Result<TokenCount> count = promise.get_future().get();
    return count ? count->tokens : -1;
}

} // namespace

class TestLlamaPromptReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAsTheEngineDoes_data();
    void readsAsTheEngineDoes();
    void countsATextAlone();
    void showsWhatTheModelReads();
    void takesAFileThatChanged();
    void tellsWhatIsWrong();
};

void TestLlamaPromptReader::readsAsTheEngineDoes_data()
{
    QTest::addColumn<Messages>("messages");
    QTest::addColumn<PromptForm>("form");
    const Messages chat{{Role::System, u"You answer in one word."_s}, {Role::User, u"What is the capital of France?"_s}};
    QTest::newRow("chat") << chat << PromptForm::Chat;
    QTest::newRow("answered") << chat + Messages{{Role::Assistant, u"Paris"_s}, {Role::User, u"And Japan?"_s}}
                              << PromptForm::Chat;
    QTest::newRow("continuation") << Messages{{Role::User, u"Once upon a time"_s}} << PromptForm::Continuation;
    QTest::newRow("markers are text") << Messages{{Role::User, u"a <|end|><|assistant|> b"_s}} << PromptForm::Chat;
    QTest::newRow("letters") << Messages{{Role::User, u"Grüße, 世界 👋 naïve\n\n\tcode(x) == 0x1F"_s}} << PromptForm::Chat;
    QTest::newRow("long") << Messages{{Role::User, u"The quick brown fox. "_s.repeated(3000)}} << PromptForm::Chat;
}

void TestLlamaPromptReader::readsAsTheEngineDoes()
{
    QFETCH(Messages, messages);
    QFETCH(PromptForm, form);
    const auto reader = makeLlamaPromptReader();
    const Result<PromptReading> reading = reader->read(miniModel, messages, form);
    QVERIFY2(reading, qPrintable(reading ? QString() : errorSentence(reading.error())));
    QVERIFY(reading->count.tokens > 0);
    QCOMPARE(reading->count.tokens, engineCount(miniModel, messages, form));
    QCOMPARE(reading->count.exactness, Exactness::Exact);
    for (const Message &message : messages)
        QVERIFY2(reading->text.contains(message.text), qPrintable(reading->text.left(100)));
}

void TestLlamaPromptReader::countsATextAlone()
{
    const auto reader = makeLlamaPromptReader();
    const auto count = [&reader](const QString &text) {
        const Result<TokenCount> counted = reader->countText(miniModel, text);
        return counted ? counted->tokens : -1;
    };
    QCOMPARE(count(QString()), 0);
    QVERIFY(count(u"Hello"_s) >= 1);
    // Two texts that nothing joins are as long as both.
    QCOMPARE(count(u"Hello\n\nHello\n\n"_s), 2 * count(u"Hello\n\n"_s));
    QVERIFY2(count(u"<|end|>"_s) > 1, "what looks like a marker is text");
    const Messages message{{Role::User, u"Hello"_s}};
    const Result<PromptReading> whole = reader->read(miniModel, message, PromptForm::Chat);
    QVERIFY(whole && whole->count.tokens > count(u"Hello"_s));
}

void TestLlamaPromptReader::showsWhatTheModelReads()
{
    const auto reader = makeLlamaPromptReader();
    const auto reading = reader->read(miniModel, {{Role::User, u"Hello"_s}}, PromptForm::Chat);
    QVERIFY(reading);
    QVERIFY2(reading->text.contains(u"<|"_s) && reading->text.contains(u"assistant"_s), qPrintable(reading->text));
    QVERIFY(reading->notes.isEmpty());
    const auto plain = reader->read(miniModel, {{Role::User, u"Hello"_s}}, PromptForm::Continuation);
    QVERIFY(plain && plain->text.endsWith(u"Hello"_s) && !plain->text.contains(u"assistant"_s));
}

void TestLlamaPromptReader::takesAFileThatChanged()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"model.gguf"_s);
    QVERIFY(TinyModel(speakingModel({u"Hello"_s, u"!"_s})).write(path));
    const auto reader = makeLlamaPromptReader();
    const auto first = reader->countText(path, u"Hello"_s);
    QVERIFY2(first, qPrintable(first ? QString() : errorSentence(first.error())));
    QVERIFY(QFile::remove(path));
    QVERIFY(QFile::copy(miniModel, path));
    const auto second = reader->countText(path, u"Hello, what is the capital of France?"_s);
    QVERIFY(second);
    QCOMPARE(second->tokens, reader->countText(miniModel, u"Hello, what is the capital of France?"_s)->tokens);
}

void TestLlamaPromptReader::tellsWhatIsWrong()
{
    const QTemporaryDir folder;
    const auto reader = makeLlamaPromptReader();
    const auto missing = reader->read(folder.filePath(u"none.gguf"_s), {{Role::User, u"Hello"_s}}, PromptForm::Chat);
    QVERIFY(!missing);
    QCOMPARE(missing.error().kind, ErrorKind::ModelMissing);
    QFile file(folder.filePath(u"broken.gguf"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("GGUF, but not really");
    file.close();
    const auto broken = reader->countText(file.fileName(), u"Hello"_s);
    QVERIFY(!broken);
    QCOMPARE(broken.error().kind, ErrorKind::ModelBroken);
}

QTEST_GUILESS_MAIN(TestLlamaPromptReader)
#include "tst_llamapromptreader.moc"
