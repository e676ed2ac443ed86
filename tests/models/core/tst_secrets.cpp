// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/secrets.h"
#include "models/core/secrettext.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

class SecretsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void names_data();
    void names();
    void headers();
    void keys_data();
    void keys();
    void addresses_data();
    void addresses();
    void texts_data();
    void texts();
    void textsThatStay_data();
    void textsThatStay();
    void members();
};

void SecretsTest::names_data()
{
    QTest::addColumn<bool>("secret");
    for (const char *name : {"apiKey",
                             "api_key",
                             "OPENAI_API_KEY",
                             "x-api-key",
                             "Authorization",
                             "password",
                             "clientSecret",
                             "HF_TOKEN",
                             "access_token",
                             "cookie",
                             "auth",
                             "passphrase",
                             "x-goog-api-key",
                             "refresh_token",
                             "passwd",
                             "APIKEY",
                             "apikey",
                             "Set-Cookie",
                             "Proxy-Authorization",
                             "Ocp-Apim-Subscription-Key",
                             "X-Auth-Key",
                             "privateKey",
                             "db.password",
                             "AWSSecretAccessKey",
                             "aws_access_key_id",
                             "authToken",
                             "AUTHTOKEN",
                             "session-token",
                             "access_tokens",
                             "bearerToken",
                             "token",
                             "TOKEN_2",
                             "MY_KEY",
                             "openaiKey",
                             "basic_auth",
                             "userPassword1",
                             "--api-key",
                             "credentials",
                             "jwt"})
        QTest::newRow(name) << true;
    for (const char *name : {"apiKeyEnvar",
                             "max_tokens",
                             "model",
                             "key",
                             "eos_token",
                             "tokens",
                             "stop",
                             "keyName",
                             "keyboard",
                             "author",
                             "authority",
                             "monkey",
                             "keys",
                             "primary_key",
                             "cacheKey",
                             "tokenizer",
                             "token_type",
                             "tokenUrl",
                             "stop_token",
                             "bos_token_id",
                             "max_completion_tokens",
                             "cost_per_token",
                             "MAXTOKENS",
                             "secretary",
                             "passwordFile",
                             "cookie_name",
                             "basic",
                             "description",
                             "tokensPerSecond",
                             ""})
        QTest::newRow(*name ? name : "empty") << false;
}

void SecretsTest::names()
{
    QFETCH(bool, secret);
    const QString name = QString::fromLatin1(QTest::currentDataTag());
    QCOMPARE(isSecretName(name), secret);
}

void SecretsTest::headers()
{
    QVERIFY(isPublicHeader(u"Content-Type"_s));
    QVERIFY(isPublicHeader(u"http-referer"_s));
    for (const QString &name : {u"X-Auth"_s, u"Ocp-Apim-Subscription-Key"_s, u"X-Whatever"_s, u""_s})
        QVERIFY2(!isPublicHeader(name), qPrintable(name));
}

void SecretsTest::keys_data()
{
    QTest::addColumn<bool>("key");
    for (const char *text : {"sk-CANARY12", "ghp_0123456789abcdef", "AKIAIOSFODNN7EXAMPLE", "0123456789abcdef0123456789abcdef"})
        QTest::newRow(text) << true;
    for (const char *text : {"gpt-4o-mini-2024-07-18", "sk-1", "a text with sk-CANARY12", "internationalisationprocess",
                             "012345678901234567890123456789", "tempera-mini"})
        QTest::newRow(text) << false;
}

void SecretsTest::keys()
{
    QFETCH(bool, key);
    QCOMPARE(looksLikeKey(QString::fromLatin1(QTest::currentDataTag())), key);
}

void SecretsTest::addresses_data()
{
    QTest::addColumn<QString>("shown");
    const auto row = [](const char *address, const QString &shown) { QTest::newRow(address) << shown; };
    row("https://h.example/v1", u"https://h.example/v1"_s);
    row("https://u:p@h.example:8080/v1?key=1#f", u"https://h.example:8080/v1"_s);
    row("https://h.example/v1?api-version=2&api%2Dkey=K&x", u"https://h.example/v1?api-version=2"_s);
    row("https://u:p/w@h.example/v1", u"https://h.example/v1"_s);
    row("https://h.example:8080/users/a@b", u"https://h.example:8080/users/a@b"_s);
    row("https://h.example/sk-CANARY1234/v1", u"https://h.example/[redacted]/v1"_s);
    row("see https://a.example/?k=1, or http://b.example#x.", u"see https://a.example/ or http://b.example"_s);
    row("openai:chat:m?key=CANARY&n=2", u"openai:chat:m?key=[redacted]&n=2"_s);
    row("openai:chat:sk-CANARY1234", u"openai:chat:[redacted]"_s);
    row("openai:chat:gpt-4o-mini-2024-07-18", u"openai:chat:gpt-4o-mini-2024-07-18"_s);
    row("prompts/sk-CANARY1234.md", u"prompts/[redacted]"_s);
    row("no address: a?b#c@d", u"no address: a?b#c@d"_s);
}

void SecretsTest::addresses()
{
    QFETCH(QString, shown);
    QCOMPARE(withoutAddressSecrets(QString::fromLatin1(QTest::currentDataTag())), shown);
    QCOMPARE(shownAddress(u"u:p@h.example/v1?key=1"_s), u"h.example/v1"_s);
}

void SecretsTest::texts_data()
{
    QTest::addColumn<QString>("without");
    const auto row = [](const char *text, const QString &without) { QTest::newRow(text) << without; };
    row("X-Api-Key: c4nary", u"X-Api-Key: [redacted]"_s);
    row("my API key: CANARY", u"my API key: [redacted]"_s);
    row("token=canary", u"token=[redacted]"_s);
    row("PASSWORD='CANARY'", u"PASSWORD='[redacted]'"_s);
    row("{\"client_secret\": \"CANARY\", \"n\": 1}", u"{\"client_secret\": \"[redacted]\", \"n\": 1}"_s);
    row("{\\\"apiKey\\\":\\\"CANARY\\\"}", u"{\\\"apiKey\\\":\\\"[redacted]\\\"}"_s);
    row("headers: {X-Api-Key: c4nary}", u"headers: {X-Api-Key: [redacted]}"_s);
    row("with headers:X-Api-Key:c4nary", u"with headers:X-Api-Key:[redacted]"_s);
    row("config=[token=c4nary]", u"config=[token=[redacted]]"_s);
    row("run --api-key canary --n 3", u"run --api-key [redacted] --n 3"_s);
    row("run --token=canary", u"run --token=[redacted]"_s);
    row("run --password \"two words\"", u"run --password \"[redacted]\""_s);
    row("curl -u me:canary http://h.example/", u"curl -u [redacted] http://h.example/"_s);
    row("curl -H 'Authorization: Bearer CANARY' x", u"curl -H 'Authorization: [redacted]' x"_s);
    row("send Bearer CANARY12 with it", u"send Bearer [redacted] with it"_s);
    row("Basic dTpDQU5BUlk=", u"Basic [redacted]"_s); // u:CANARY
    row("Cookie: a=1; session=CANARY\nnext", u"Cookie: [redacted]\nnext"_s);
    row("see https://h.example/?token=CANARY&x", u"see https://h.example/"_s);
    row("see sk-CANARY1234, please", u"see [redacted], please"_s);
    row("export OPENAI_API_KEY=CANARY", u"export OPENAI_API_KEY=[redacted]"_s);
}

void SecretsTest::texts()
{
    QFETCH(QString, without);
    const QString text = QString::fromLatin1(QTest::currentDataTag());
    QCOMPARE(withoutTextSecrets(text), without);
    QCOMPARE(withoutTextSecrets(without), without);
}

void SecretsTest::textsThatStay_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"max_tokens: 128000",
                             "max_tokens=5",
                             "tokens: 12345678",
                             "keyboard: qwerty12",
                             "author: Jane1234",
                             "key: value",
                             "key: Value1234",
                             "password: required",
                             "The token: a word of the text.",
                             "Basic understanding of HTTP",
                             "bearer of bad-news",
                             "Authorization: see the chapter",
                             "apiKey: {{ env.KEY }}",
                             "api_key=$KEY",
                             "token=<yours>",
                             "const token = next; use(token)",
                             "password = read(user)",
                             "if (token == 'x') y()",
                             "apiKey = context.vars.key",
                             "auth: none",
                             "commit 0123456789abcdef0123456789abcdef01234567",
                             "sk-learn-pipeline",
                             "a --verbose run",
                             "cookie: a nice one"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void SecretsTest::textsThatStay()
{
    QFETCH(QString, text);
    QCOMPARE(withoutTextSecrets(text), text);
    QVERIFY(textSecrets(text).isEmpty());
}

void SecretsTest::members()
{
    const QJsonObject in{{u"headers"_s, QJsonArray{QJsonObject{{u"name"_s, u"X-Api-Key"_s}, {u"value"_s, u"CANARY"_s}}}},
                         {u"properties"_s, QJsonObject{{u"password"_s, QJsonObject{{u"type"_s, u"string"_s}}}}},
                         {u"max_tokens"_s, 5}};
    QJsonObject out = in;
    out[u"headers"_s] = QJsonArray{QJsonObject{{u"name"_s, u"X-Api-Key"_s}, {u"value"_s, u"[redacted]"_s}}};
    QCOMPARE(withoutSecretMembers(in).toObject(), out);
}

QTEST_GUILESS_MAIN(SecretsTest)
#include "tst_secrets.moc"
