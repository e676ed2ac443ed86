// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/secrets.h"

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
};

void SecretsTest::names_data()
{
    QTest::addColumn<bool>("secret");
    for (const char *name : {"apiKey", "api_key", "OPENAI_API_KEY", "x-api-key", "Authorization", "password", "clientSecret",
                             "HF_TOKEN", "access_token", "cookie", "auth", "passphrase"})
        QTest::newRow(name) << true;
    for (const char *name : {"apiKeyEnvar", "max_tokens", "model", "key", "eos_token", "tokens", "stop", "keyName", ""})
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
    row("no address: a?b#c@d", u"no address: a?b#c@d"_s);
}

void SecretsTest::addresses()
{
    QFETCH(QString, shown);
    QCOMPARE(withoutAddressSecrets(QString::fromLatin1(QTest::currentDataTag())), shown);
    QCOMPARE(shownAddress(u"u:p@h.example/v1?key=1"_s), u"h.example/v1"_s);
}

QTEST_GUILESS_MAIN(SecretsTest)
#include "tst_secrets.moc"
