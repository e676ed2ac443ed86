// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/llama/llamabackend.h"
#include "tests/app/engine/llama/llamaserver.h"
#include "tests/app/engine/llama/recordingsink.h"
#include "tests/app/engine/llama/tinymodel.h"
#include "tests/support/testpaths.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

constexpr int Tokens = 24;

/// Random weights write bytes that are no UTF-8; how those are shown is everyone's own choice.
QString readable(QString text)
{
    return text.remove(QChar::ReplacementCharacter);
}

/// The first ones are also asked as chats.
constexpr qsizetype Chats = 8;

/// 50 prompts: short and long, of several kinds, languages and spacings.
QStringList prompts()
{
    QStringList all{u"The capital of France is"_s,
                    u"I loved this lamp."_s,
                    u"Broken after one day."_s,
                    u"2 + 2 ="_s,
                    u"Once upon a time"_s,
                    u"Grüße aus Köln, 你好"_s,
                    u"a"_s,
                    u"  spaces  and\nlines\n\n"_s,
                    u"{\"name\": \"lamp\", \"price\":"_s,
                    QString(300, u'x')};
    const QStringList beginnings{u"The capital of %1 is"_s, u"Question: how large is %1?\nAnswer:"_s,
                                 u"Sort by length: %1, lamp, %1 lamp\n1."_s, u"%1? Not again!"_s,
                                 u"Translate into English.\n\nText: Ein Haus in %1.\nTranslation:"_s};
    const QStringList places{u"Spain"_s, u"Japan"_s,         u"Brazil"_s, u"Norway"_s,
                             u"日本"_s,  u"Côte d'Ivoire"_s, u"Mars"_s,   u"the United States of America"_s};
    for (const QString &place : places) {
        for (const QString &beginning : beginnings)
            all += QString(beginning).replace(u"%1"_s, place);
    }
    return all;
}

} // namespace

/// The text that we write at temperature 0 must be the one that llama-server writes.
class TestLlamaReference : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<Backend> m_backend;

    RecordingSink answer(const QString &path, const QString &prompt, PromptForm form)
    {
        GenerationRequest request;
        request.endpoint.modelPath = path;
        request.form = form;
        request.messages = {{Role::User, prompt}};
        request.sampling.temperature = 0;
        request.sampling.maxTokens = Tokens;
        RecordingSink sink;
        const auto job = m_backend->start(request, {}, sink.sink());
        if (!sink.waitForEnd())
            qWarning("no end came");
        return sink;
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!LlamaServer::isBuilt())
            QSKIP("llama-server is not built");
        m_backend = makeLlamaBackend({.threads = 1, .contextTokens = 512, .flashAttention = FlashAttention::Off, .onDecode = {}});
    }

    void greedyTextIsTheSame_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("built-in") << builtInModel();
        TinyModel model;
        model.chatTemplate = u"{% for m in messages %}<{{ m.role }}>{{ m.content }}{% endfor %}<assistant>"_s;
        const QString path = m_folder.filePath(u"random.gguf"_s);
        QTest::newRow("random") << (model.write(path) ? path : QString());
    }

    void greedyTextIsTheSame()
    {
        QFETCH(const QString, path);
        QVERIFY2(QFileInfo::exists(path), qPrintable(path));
        LlamaServer server;
        QVERIFY2(server.start(path), qPrintable(server.why()));
        const QStringList all = prompts();
        QCOMPARE(all.size(), 50);
        for (qsizetype i = 0; i < all.size(); ++i) {
            const QString &prompt = all.at(i);
            const QJsonObject completion =
                server.post(u"/completion"_s,
                            {{u"prompt"_s, prompt}, {u"n_predict"_s, Tokens}, {u"temperature"_s, 0}, {u"cache_prompt"_s, false}});
            QVERIFY2(!completion.isEmpty(), qPrintable(server.why()));
            const RecordingSink raw = answer(path, prompt, PromptForm::Continuation);
            QVERIFY2(!raw.error(), qPrintable(raw.error().value_or(Error{}).detail));
            QCOMPARE(readable(raw.text()), readable(completion.value("content"_L1).toString()));
            QCOMPARE(raw.finished()->usage.inputTokens.value(), completion.value("tokens_evaluated"_L1).toInteger());
            QCOMPARE(raw.finished()->usage.outputTokens.value(), completion.value("tokens_predicted"_L1).toInteger());

            if (i >= Chats)
                continue;
            const QJsonObject chat =
                server.post(u"/v1/chat/completions"_s,
                            {{u"messages"_s, QJsonArray{QJsonObject{{u"role"_s, u"user"_s}, {u"content"_s, prompt}}}},
                             {u"max_tokens"_s, Tokens},
                             {u"temperature"_s, 0},
                             {u"cache_prompt"_s, false}});
            QVERIFY2(!chat.isEmpty(), qPrintable(server.why()));
            const QJsonObject choice = chat.value("choices"_L1).toArray().at(0).toObject();
            const RecordingSink spoken = answer(path, prompt, PromptForm::Chat);
            QVERIFY2(!spoken.error(), qPrintable(spoken.error().value_or(Error{}).detail));
            QCOMPARE(readable(spoken.text()), readable(choice.value("message"_L1).toObject().value("content"_L1).toString()));
            QCOMPARE(finishReasonName(spoken.finished()->reason), choice.value("finish_reason"_L1).toString());
            const QJsonObject usage = chat.value("usage"_L1).toObject();
            QCOMPARE(spoken.finished()->usage.inputTokens.value(), usage.value("prompt_tokens"_L1).toInteger());
            QCOMPARE(spoken.finished()->usage.outputTokens.value(), usage.value("completion_tokens"_L1).toInteger());
        }
    }
};

QTEST_GUILESS_MAIN(TestLlamaReference)
#include "tst_llamareference.moc"
