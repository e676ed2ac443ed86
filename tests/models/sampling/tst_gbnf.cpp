// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/sampling/gbnf.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

class GbnfTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sound_data()
    {
        QTest::addColumn<QString>("grammar");
        QTest::newRow("one") << u"root ::= \"x\""_s;
        QTest::newRow("comments and blank lines")
            << u"# head\n\nroot ::= a # first\n\n  | b\n# more\na ::= \"x\"\nb ::= \"y\"\n"_s.replace(u"\n\n  |"_s, u" |"_s);
        QTest::newRow("carriage returns") << u"root ::= a\r\na ::= [a-z]\r\n"_s;
        QTest::newRow("classes") << u"root ::= [^\"\\\\\\x7F\\u0000-\\U0010FFFF\\]\\[-]*"_s;
        QTest::newRow("escapes") << QString::fromUtf8(R"(root ::= "\t\r\n\\\"\[\]\-ß灯")");
        QTest::newRow("repeats") << u"root ::= \"a\"* \"b\"+ \"c\"? \"d\"{2} \"e\"{2,} \"f\"{ 0 , 3 }"_s;
        QTest::newRow("groups") << u"root ::= (\n  \"a\" | (\"b\"\n\"c\")+\n) .\n"_s;
        QTest::newRow("tokens") << u"root ::= <think> !<[12]>* </think>"_s;
        QTest::newRow("alternatives") << u"root ::= \"a\" |\n  \"b\" | \n\"c\""_s;
        QTest::newRow("empty alternative") << u"root ::= \"a\" | "_s;
        QTest::newRow("digits and dashes") << u"root ::= rule-2\nrule-2 ::= \"x\""_s;
        QTest::newRow("rule behind another's newline") << u"root ::=\n \"a\"\nb ::= \"c\""_s;
    }
    void sound()
    {
        QFETCH(QString, grammar);
        const Result<void> result = checkGrammar(grammar);
        QVERIFY2(result, result ? "" : qPrintable(result.error().detail));
    }

    void unsound_data()
    {
        QTest::addColumn<QString>("grammar");
        QTest::addColumn<int>("line");
        QTest::addColumn<int>("column");
        QTest::addColumn<QString>("word");
        QTest::newRow("empty") << QString() << 1 << 1 << u"root"_s;
        QTest::newRow("text only") << u"hello world"_s << 1 << 7 << u"::="_s;
        QTest::newRow("bad name") << u"root ::= \"a\"\n_x ::= \"b\""_s << 2 << 1 << u"name"_s;
        QTest::newRow("underscore in use") << u"root ::= a_b"_s << 1 << 11 << u"_"_s;
        QTest::newRow("open text") << u"root ::= \"a\" \"b"_s << 1 << 14 << u"closed"_s;
        QTest::newRow("open class") << u"root ::= [a"_s << 1 << 10 << u"closed"_s;
        QTest::newRow("escape") << QString::fromUtf8(R"(root ::= "\q")") << 1 << 11 << u"\\q"_s;
        QTest::newRow("hex") << QString::fromUtf8(R"(root ::= "\x4")") << 1 << 13 << u"hexadecimal"_s;
        QTest::newRow("nothing to repeat") << u"root ::= * \"a\""_s << 1 << 10 << u"repeat"_s;
        QTest::newRow("repeat in group") << u"root ::= (\n+ \"a\")"_s << 2 << 1 << u"repeat"_s;
        QTest::newRow("bounds") << u"root ::= \"a\"{x}"_s << 1 << 14 << u"{n}"_s;
        QTest::newRow("too many") << u"root ::= \"a\"{2001}"_s << 1 << 18 << u"2000"_s;
        QTest::newRow("backwards") << u"root ::= \"a\"{3,2}"_s << 1 << 17 << u"below"_s;
        QTest::newRow("open bounds") << u"root ::= \"a\"{3"_s << 1 << 15 << u"}"_s;
        QTest::newRow("open group") << u"root ::= (\"a\" "_s << 1 << 15 << u")"_s;
        QTest::newRow("closed twice") << u"root ::= \"a\")"_s << 1 << 13 << u")"_s;
        QTest::newRow("token") << u"root ::= <a"_s << 1 << 10 << u"<name>"_s;
        QTest::newRow("missing rule") << u"root ::= \"a\"\nb ::= c\n"_s << 2 << 7 << u"\"c\""_s;
        QTest::newRow("no root") << u"a ::= \"a\""_s << 1 << 1 << u"root"_s;
        QTest::newRow("deep") << u"root ::= "_s + QString(500'000, u'(') << 1 << 110 << u"deep"_s;
    }
    void unsound()
    {
        QFETCH(QString, grammar);
        QFETCH(int, line);
        QFETCH(int, column);
        QFETCH(QString, word);
        const Result<void> result = checkGrammar(grammar);
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Syntax);
        QVERIFY2(result.error().detail.contains(word), qPrintable(result.error().detail));
        QCOMPARE(result.error().line, line);
        QCOMPARE(result.error().column, column);
    }
};

QTEST_GUILESS_MAIN(GbnfTest)
#include "tst_gbnf.moc"
