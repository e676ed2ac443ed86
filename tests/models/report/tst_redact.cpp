// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/report/redact.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

class RedactTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void names_data();
    void names();
    void valuesInDepth();
    void text_data();
    void text();
    void longTexts_data();
    void longTexts();
    void url();
};

void RedactTest::names_data()
{
    QTest::addColumn<bool>("secret");
    for (const char *name : {"apiKey", "api_key", "OPENAI_API_KEY", "x-api-key", "Authorization", "password", "clientSecret",
                             "HF_TOKEN", "access_token", "cookie"})
        QTest::newRow(name) << true;
    for (const char *name : {"apiKeyEnvar", "max_tokens", "model", "key", "eos_token", "tokens", "stop", "keyName", ""})
        QTest::newRow(*name ? name : "empty") << false;
}

void RedactTest::names()
{
    QFETCH(bool, secret);
    const QString name = QString::fromLatin1(QTest::currentDataTag());
    QCOMPARE(isSecretName(name), secret);
}

void RedactTest::valuesInDepth()
{
    const QJsonObject in{{u"temperature"_s, 0.5},
                         {u"apiKey"_s, u"sk-1"_s},
                         {u"token"_s, 12345},
                         {u"password"_s, u"{{ env.PASSWORD }}"_s},
                         {u"list"_s, QJsonArray{QJsonObject{{u"Authorization"_s, QJsonArray{u"Bearer sk-2"_s, true}}}}}};
    const QJsonObject out{{u"temperature"_s, 0.5},
                          {u"apiKey"_s, u"[redacted]"_s},
                          {u"token"_s, u"[redacted]"_s},
                          {u"password"_s, u"{{ env.PASSWORD }}"_s},
                          {u"list"_s, QJsonArray{QJsonObject{{u"Authorization"_s, QJsonArray{u"[redacted]"_s, true}}}}}};
    QCOMPARE(redacted(in).toObject(), out);
}

void RedactTest::text_data()
{
    QTest::addColumn<QByteArray>("in");
    QTest::addColumn<QByteArray>("out");
    const auto row = [](const char *name, const char *in, const char *out) {
        QTest::newRow(name) << QByteArray(in) << QByteArray(out);
    };
    row("block", "config:\n  apiKey: sk-1 2 # mine\n  top_k: 3\n", "config:\n  apiKey: \"[redacted]\" # mine\n  top_k: 3\n");
    row("quoted", "apiKey: 'it''s'\nnext: 1\n", "apiKey: \"[redacted]\"\nnext: 1\n");
    row("flow", "{apiKey: sk-1, a: b}", "{apiKey: \"[redacted]\", a: b}");
    row("json", R"({"apiKey":"s\"k","a":1})", R"({"apiKey":"[redacted]","a":1})");
    row("environment", "env:\n  OPENAI_API_KEY: sk-1\n", "env:\n  OPENAI_API_KEY: \"[redacted]\"\n");
    row("header", "headers: { Authorization: Bearer sk-1 }", "headers: { Authorization: \"[redacted]\" }");
    row("reference", "apiKey: '{{ env.KEY }}'\n", "apiKey: '{{ env.KEY }}'\n");
    row("nothing", "prompts: ['apiKey is a word']\nmax_tokens: 5\n", "prompts: ['apiKey is a word']\nmax_tokens: 5\n");
    row("not UTF-8 and nothing secret", "a: \xff\n", "a: \xff\n");
}

void RedactTest::text()
{
    QFETCH(QByteArray, in);
    QFETCH(QByteArray, out);
    QCOMPARE(redactedText(in), out);
}

void RedactTest::longTexts_data()
{
    QTest::addColumn<QByteArray>("before");
    constexpr int million = 1'000'000;
    QTest::newRow("one word") << QByteArray(million, 'a');
    QTest::newRow("words with signs") << QByteArray("a.b-c_").repeated(million / 6);
    QTest::newRow("quoted") << "text: \"" + QByteArray("a ").repeated(million / 2) + '"';
    QTest::newRow("quoted with escapes") << "text: \"" + QByteArray("\\n").repeated(million / 2) + '"';
    QTest::newRow("quoted with apostrophes") << "text: '" + QByteArray("''").repeated(million / 2) + '\'';
    QTest::newRow("quote that is not closed") << "text: \"" + QByteArray(million, 'a');
    QTest::newRow("blanks in a value") << "text: a" + QByteArray(million, ' ') + 'b';
    QTest::newRow("blanks before a colon") << "text" + QByteArray(million, ' ') + 'b';
    QTest::newRow("keys") << QByteArray("a: b, ").repeated(million / 6);
}

/// A document of a megabyte in one line neither takes long nor hides the secret behind it.
void RedactTest::longTexts()
{
    QFETCH(QByteArray, before);
    QCOMPARE(redactedText(before + "\napiKey: sk-1\n"), before + "\napiKey: \"[redacted]\"\n");
}

void RedactTest::url()
{
    QCOMPARE(redactedUrl(QUrl(u"https://u:p@h.example/v1?key=1"_s)), u"https://h.example/v1"_s);
}

QTEST_GUILESS_MAIN(RedactTest)
#include "tst_redact.moc"
