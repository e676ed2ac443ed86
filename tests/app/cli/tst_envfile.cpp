// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/envfile.h"
#include "tests/models/experiment/memoryfiles.h"

#include <QScopeGuard>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

class EnvFileTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void values_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("value");
        QTest::newRow("plain") << QByteArray("A=b") << u"b"_s;
        QTest::newRow("spaces") << QByteArray("  A = b c  \n") << u"b c"_s;
        QTest::newRow("empty") << QByteArray("A=\n") << QString(u""_s);
        QTest::newRow("export") << QByteArray("export A=b") << u"b"_s;
        QTest::newRow("comment behind") << QByteArray("A=b # c") << u"b"_s;
        QTest::newRow("nothing but a comment") << QByteArray("A=# c") << QString(u""_s);
        QTest::newRow("equal signs") << QByteArray("A=b=c==") << u"b=c=="_s;
        QTest::newRow("quoted") << QByteArray("A=\"b # c\" # d") << u"b # c"_s;
        QTest::newRow("single quotes") << QByteArray("A='b\\n\"c\"'") << u"b\\n\"c\""_s;
        QTest::newRow("backticks") << QByteArray("A=`b'c`") << u"b'c"_s;
        QTest::newRow("escaped") << QByteArray("A=\"b\\n\\\"c\\\\\"") << u"b\n\"c\\"_s;
        QTest::newRow("several lines") << QByteArray("A='b\nc'\n") << u"b\nc"_s;
        QTest::newRow("lines of Windows") << QByteArray("\r\nA=b\r\n") << u"b"_s;
        QTest::newRow("nothing is looked up") << QByteArray("A=$HOME") << u"$HOME"_s;
        QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF"
                                                       "A=b")
                                         << u"b"_s;
    }

    void values()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, value);
        const Result<QList<EnvVariable>> read = readEnvFile(text, u"a.env"_s);
        QVERIFY2(read.has_value(), read ? "" : qPrintable(errorSentence(read.error())));
        QCOMPARE(read->size(), 1);
        QCOMPARE(read->constFirst().name, u"A"_s);
        QCOMPARE(read->constFirst().value, value);
    }

    void manyLines()
    {
        const auto read = readEnvFile("# all\n\nA=1\nB='2\n3' # x\n   # more\nexport C.d_1=4", u"a.env"_s);
        QVERIFY(read.has_value());
        QCOMPARE(*read, (QList<EnvVariable>{{u"A"_s, u"1"_s}, {u"B"_s, u"2\n3"_s}, {u"C.d_1"_s, u"4"_s}}));
        QVERIFY(readEnvFile("", u"a.env"_s).value().isEmpty());
    }

    void faults_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("line");
        QTest::newRow("no sign") << QByteArray("A=1\nhidden\n") << 2;
        QTest::newRow("no name") << QByteArray("=hidden") << 1;
        QTest::newRow("a number as name") << QByteArray("\n\n1A=hidden") << 3;
        QTest::newRow("open quotation") << QByteArray("A='1\n2'\nB=\"hidden\n") << 3;
        QTest::newRow("more behind a quotation") << QByteArray("A='1' hidden") << 1;
        QTest::newRow("no text") << QByteArray("A=\xff\xfe hidden") << 0;
    }

    /// They name the place, and nothing that may be a key.
    void faults()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, line);
        const auto read = readEnvFile(text, u"a.env"_s);
        QVERIFY(!read);
        QCOMPARE(read.error().kind, ErrorKind::Syntax);
        QCOMPARE(read.error().line, line);
        QCOMPARE(read.error().place, u"a.env"_s);
        QVERIFY(!errorSentence(read.error()).contains("hidden"_L1));
    }

    void keysAreNotForTemplates()
    {
        QVERIFY(isSeenByTemplates({u"LANGUAGE_OF_ANSWER"_s, u"German"_s}));
        QVERIFY(!isSeenByTemplates({u"OPENAI_API_KEY"_s, u"x"_s}));
        QVERIFY(!isSeenByTemplates({u"WORD"_s, u"sk-proj-0123456789abcdefghijklmnopqrstuvwxyz"_s}));
    }

    void laterFilesCountMore()
    {
        const auto unset = qScopeGuard([] {
            for (const char *name : {"ENVFILE_A", "ENVFILE_B", "ENVFILE_TOKEN"})
                qunsetenv(name);
        });
        MemoryFiles files;
        files.files = {
            {u"a"_s, "ENVFILE_A=1\nENVFILE_TOKEN=t\n"}, {u"b"_s, "ENVFILE_A=2\nENVFILE_B=3\n"}, {u"c"_s, "ENVFILE_A=4\nx"}};
        const Result<QStringList> seen = takeEnvFiles({u"a"_s, u"b"_s}, files);
        QVERIFY(seen.has_value());
        QCOMPARE(*seen, (QStringList{u"ENVFILE_A"_s, u"ENVFILE_B"_s}));
        QCOMPARE(qEnvironmentVariable("ENVFILE_A"), u"2"_s);
        QCOMPARE(qEnvironmentVariable("ENVFILE_TOKEN"), u"t"_s);
        QVERIFY(!takeEnvFiles({u"b"_s, u"c"_s}, files));
        QVERIFY(!takeEnvFiles({u"nowhere"_s}, files));
        QCOMPARE(qEnvironmentVariable("ENVFILE_A"), u"2"_s);
    }
};

QTEST_GUILESS_MAIN(EnvFileTest)
#include "tst_envfile.moc"
