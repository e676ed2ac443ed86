// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/snippets/quoting.h"

#include "tests/models/snippets/toolrun.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

class TestQuoting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void literals_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shell");
        QTest::addColumn<QString>("python");
        QTest::addColumn<QString>("script");
        const auto row = [](const char *name, const QString &text, const char *shell, const char *python, const char *script) {
            QTest::newRow(name) << text << QString::fromUtf8(shell) << QString::fromUtf8(python) << QString::fromUtf8(script);
        };
        row("nothing", QString(), "''", "\"\"", "\"\"");
        row("words", u"Grüße 你好 😀"_s, "'Grüße 你好 😀'", "\"Grüße 你好 😀\"", "\"Grüße 你好 😀\"");
        row("quotes", u"it's \"so\""_s, "'it'\\''s \"so\"'", "\"it's \\\"so\\\"\"", "\"it's \\\"so\\\"\"");
        row("expansions", u"$(id) `id` ${X} $X !!"_s, "'$(id) `id` ${X} $X !!'", "\"$(id) `id` ${X} $X !!\"",
            "\"$(id) `id` ${X} $X !!\"");
        row("a backslash at the end", u"a\\"_s, "'a\\'", "\"a\\\\\"", "\"a\\\\\"");
        row("lines", u"a\nb\r\tc"_s, "'a\nb'\"$(printf '\\015')\"\"$(printf '\\011')\"'c'", "\"a\\nb\\r\\tc\"",
            "\"a\\nb\\r\\tc\"");
        row("the end of a script", u"</script><!--"_s, "'</script><!--'", "\"</script><!--\"", "\"\\u003c/script>\\u003c!--\"");
        row("an escape of the terminal", u"\x1b[31m\x7f"_s, "\"$(printf '\\033')\"'[31m'\"$(printf '\\177')\"",
            "\"\\x1b[31m\\x7f\"", "\"\\u001b[31m\\u007f\"");
        row("what turns text round", u"a\u202eb"_s, "'a'\"$(printf '\\342\\200\\256')\"'b'", "\"a\\u202eb\"", "\"a\\u202eb\"");
        row("NUL", QString(QChar(0)), "''", "\"\\x00\"", "\"\\u0000\"");
        row("half a pair", QString(QChar(0xd83d)), "\"$(printf '\\077')\"", "\"\\ud83d\"", "\"\\ud83d\"");
    }
    void literals()
    {
        QFETCH(QString, text);
        QTEST(shellQuoted(text), "shell");
        QTEST(pythonQuoted(text), "python");
        QTEST(javaScriptQuoted(text), "script");
    }

    void jsonIsReadBack()
    {
        const QString text = hostile() + QChar(0);
        const QJsonArray read = QJsonDocument::fromJson(u'[' + jsonQuoted(text).toUtf8() + u']').array();
        QCOMPARE(read.at(0).toString(), text);
    }

    /// The languages themselves are asked, where they are there.
    void shellsReadItBack()
    {
        const QString text = hostile();
        for (const QString &shell : {u"sh"_s, u"dash"_s, u"bash"_s}) {
            if (isToolThere(shell))
                QCOMPARE(toolOutput(shell, {u"-c"_s, u"printf %s "_s + shellQuoted(text)}), text.toUtf8());
        }
    }
    void shellsWriteAnyByte()
    {
        QByteArray bytes = "100 % 'quoted' \\n $X";
        for (int byte = 0; byte < 256; ++byte)
            bytes += static_cast<char>(byte);
        for (const QString &shell : {u"sh"_s, u"dash"_s, u"bash"_s}) {
            if (isToolThere(shell))
                QCOMPARE(toolOutput(shell, {u"-c"_s, shellPrintf(bytes)}), bytes);
        }
    }
    void pythonReadsItBack()
    {
        if (!isToolThere(u"python3"_s))
            QSKIP("There is no python3 here.");
        const QString text = hostile();
        const QString program = u"import sys; sys.stdout.buffer.write("_s + pythonQuoted(text) + u".encode())"_s;
        QCOMPARE(toolOutput(u"python3"_s, {u"-c"_s, program}), text.toUtf8());
    }
    void nodeReadsItBack()
    {
        if (!isToolThere(u"node"_s))
            QSKIP("There is no node here.");
        const QString text = hostile();
        QCOMPARE(toolOutput(u"node"_s, {u"-e"_s, u"process.stdout.write("_s + javaScriptQuoted(text) + u')'}), text.toUtf8());
    }

private:
    /// All but NUL, which no argument of a program can hold.
    static QString hostile()
    {
        QString text =
            u"'\"`$(touch x)${HOME}\\ \\' <<EOF\nEOF\r\n</script><!-- %s %% !! # * ? ~ & | ; > 你好 😀 \u2028\u202e\u200b\ufeff end\\"_s;
        for (char16_t c = 1; c < 0xa1; ++c)
            text += QChar(c);
        return text + u'\n' + u'\n';
    }
};

QTEST_GUILESS_MAIN(TestQuoting)
#include "tst_quoting.moc"
