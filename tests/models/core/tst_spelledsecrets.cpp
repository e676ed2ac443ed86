// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/spelledsecrets.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

class SpelledSecretsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void values_data()
    {
        QTest::addColumn<QString>("without");
        const auto row = [](const char *text, const QString &without) { QTest::newRow(text) << without; };
        row("password: c4nary", u"password: [redacted]"_s);
        row("password: two words1", u"password: [redacted]"_s);
        row("password:\n  c4nary\nmodel: m12345", u"password:\n  [redacted]\nmodel: m12345"_s);
        row("password: first\n  c4nary", u"password: first\n  [redacted]"_s);
        row("password: |\n  plain\n\n  words\nmodel: m12345", u"password: |\n  [redacted]\n\n  [redacted]\nmodel: m12345"_s);
        row("password: >-2 # folded\n  plain\r\nx: y", u"password: >-2 # folded\n  [redacted]\r\nx: y"_s);
        row("password: !!str plain", u"password: !!str [redacted]"_s);
        row("password: &key plain", u"password: &key [redacted]"_s);
        row("password: !!str &key |\n  plain", u"password: !!str &key |\n  [redacted]"_s);
        row("password: &key\n  plain", u"password: &key\n  [redacted]"_s);
        row("- password: |\n    plain\n  model: plain", u"- password: |\n    [redacted]\n  model: plain"_s);
        row("passwords:\n- c4nary\n- second2", u"passwords:\n- [redacted]\n- [redacted]"_s);
        row("? password\n: c4nary", u"? password\n: [redacted]"_s);
        row("\"password\": \"c4nary\",\n\"model\": \"m12345\"", u"\"password\": \"[redacted]\",\n\"model\": \"m12345\""_s);
        row("'password': 'two words1' # x", u"'password': '[redacted]' # x"_s);
        row("password: \"first\n  c4nary\"", u"password: \"first\n  [redacted]"_s);
        row("auth:\n  user: c4nary\n  kind: basic", u"auth:\n  user: [redacted]\n  kind: basic"_s);
        row("  apiKey: c4nary\n  password: |", u"  apiKey: [redacted]\n  password: |"_s);
    }

    void values()
    {
        QFETCH(const QString, without);
        const QString text = QString::fromLatin1(QTest::currentDataTag());
        QCOMPARE(withMarks(text, spelledSecretParts(text)), without);
    }

    void textsThatStay_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text :
             {"", ":", "password", "password:", "password: required", "password: {{ env.KEY }}", "password: $KEY",
              "max_tokens: 128000", "model: gpt-4o-mini\n  x1y2z3", "The token: a word of the text 12345678.",
              "token:\n\nIt is 12345678", "password: a plain word\nmodel: m12345", "passwordFile: /run/secret1",
              "password: '[redacted]'", "password:\n  none"})
            QTest::newRow(*text ? text : "empty") << QString::fromLatin1(text);
    }

    void textsThatStay()
    {
        QFETCH(const QString, text);
        QCOMPARE(withMarks(text, spelledSecretParts(text)), text);
    }

    /// As it is while it is being typed.
    void anyBeginningOfATextIsRead()
    {
        const QString whole = u"- ? \"password\n: |-\n  a\n'apiKey': \"x\\\"1\n\tb: &c !d\n? token\r\n:  'q"_s;
        for (qsizetype size = 0; size <= whole.size(); ++size) {
            for (const SecretPart &part : spelledSecretParts(whole.first(size)))
                QVERIFY(part.begin >= 0 && part.length > 0 && part.end() <= size);
        }
    }
};

QTEST_GUILESS_MAIN(SpelledSecretsTest)
#include "tst_spelledsecrets.moc"
