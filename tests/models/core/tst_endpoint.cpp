// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/endpoint.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

class EndpointTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ids_data()
    {
        QTest::addColumn<EndpointKind>("kind");
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("keyName");
        const auto row = [](const char *id, EndpointKind kind, const char *model, const char *url = "", const char *key = "") {
            QTest::newRow(id) << kind << QString::fromUtf8(model) << QString::fromLatin1(url) << QString::fromLatin1(key);
        };
        const auto chat = EndpointKind::OpenAiChat;
        row("echo", EndpointKind::Echo, "echo");
        row("local:tempera-mini", EndpointKind::Local, "tempera-mini");
        row("local:/models/a b:c.gguf", EndpointKind::Local, "/models/a b:c.gguf");
        row("local:", EndpointKind::Local, "");
        row("openai:chat:gpt-4o-mini", chat, "gpt-4o-mini", "https://api.openai.com/v1", "OPENAI_API_KEY");
        row("openai:gpt-4o-mini", chat, "gpt-4o-mini", "https://api.openai.com/v1", "OPENAI_API_KEY");
        row("openrouter:qwen/qwen3:free", chat, "qwen/qwen3:free", "https://openrouter.ai/api/v1", "OPENROUTER_API_KEY");
        row("ollama:chat:qwen3:8b", chat, "qwen3:8b", "http://localhost:11434/v1");
        row("ollama:qwen3", chat, "qwen3", "http://localhost:11434/v1");
        row("llama:mini", chat, "mini", "http://localhost:8080/v1");
        row("localai:chat:x", chat, "x", "http://localhost:8080/v1");
        row("openai:responses:gpt-5", EndpointKind::Unknown, "");
        row("openai:embedding:x", EndpointKind::Unknown, "");
        row("anthropic:messages:claude", EndpointKind::Unknown, "");
        row("ECHO", EndpointKind::Unknown, "");
        row("", EndpointKind::Unknown, "");
    }

    void ids()
    {
        QFETCH(EndpointKind, kind);
        QFETCH(QString, model);
        QFETCH(QString, url);
        QFETCH(QString, keyName);
        const QString id = QString::fromUtf8(QTest::currentDataTag());
        const Endpoint endpoint = endpointFromId(id);
        QCOMPARE(endpoint.id, id); // as in the file, also where it is not known
        QCOMPARE(endpoint.kind, kind);
        QCOMPARE(endpoint.model, model);
        QCOMPARE(endpoint.baseUrl, QUrl(url));
        QCOMPARE(endpoint.keyName, keyName);
        QVERIFY(endpoint.modelPath.isEmpty());
    }
};

QTEST_GUILESS_MAIN(EndpointTest)
#include "tst_endpoint.moc"
