// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/llama/task/answertext.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

class TestAnswerText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cutAnywhereGivesTheSame_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<QStringList>("stops");
        QTest::addColumn<QString>("shown");
        QTest::addColumn<bool>("stopped");
        QTest::newRow("plain") << u"Hello"_s << QStringList() << u"Hello"_s << false;
        QTest::newRow("characters of many bytes") << u"Füße, 水, 😀!"_s << QStringList() << u"Füße, 水, 😀!"_s << false;
        QTest::newRow("stop") << u"one\n\nUser: two"_s << QStringList{u"\nUser:"_s} << u"one\n"_s << true;
        QTest::newRow("stop at once") << u"END of it"_s << QStringList{u"END"_s} << QString() << true;
        QTest::newRow("stop that only begins") << u"one\nUse"_s << QStringList{u"\nUser:"_s} << u"one\nUse"_s << false;
        QTest::newRow("first of two stops") << u"abc###def</s>"_s << QStringList{u"</s>"_s, u"###"_s} << u"abc"_s << true;
        QTest::newRow("begins again inside") << u"aabaabaac!"_s << QStringList{u"aabaac"_s} << u"aab"_s << true;
        QTest::newRow("stop of many bytes") << u"前停止後"_s << QStringList{u"停止"_s} << u"前"_s << true;
        QTest::newRow("empty stop is none") << u"abc"_s << QStringList{QString()} << u"abc"_s << false;
    }

    /// Every way to cut the bytes in three must show the same, and never a part of a stop string or a character.
    void cutAnywhereGivesTheSame()
    {
        QFETCH(const QString, written);
        QFETCH(const QStringList, stops);
        QFETCH(const QString, shown);
        QFETCH(const bool, stopped);
        const QByteArray bytes = written.toUtf8();
        for (qsizetype i = 0; i <= bytes.size(); ++i) {
            for (qsizetype j = i; j <= bytes.size(); ++j) {
                AnswerText text(stops);
                QString all;
                for (const QByteArray &part : {bytes.first(i), bytes.sliced(i, j - i), bytes.sliced(j)}) {
                    all += text.add(part);
                    QCOMPARE(all, shown.left(all.size()));
                }
                all += text.finish();
                QCOMPARE(all, shown);
                QCOMPARE(text.stopped(), stopped);
            }
        }
    }

    void brokenBytesAreReplaced()
    {
        const auto shown = [](const QList<QByteArray> &parts) {
            AnswerText text;
            QString all;
            for (const QByteArray &part : parts)
                all += text.add(part);
            return all;
        };
        QCOMPARE(shown({"a\xFF", "b"}), u"a\uFFFDb"_s);
        QCOMPARE(shown({"a\xE6", "hi"}), u"a\uFFFDhi"_s); // what follows a broken one is not lost
        QCOMPARE(shown({"\xE6\xB0", "\xB4", "!"}), u"水!"_s);
        QVERIFY(shown({"\xF0\x9F", "\x80", "hi"}).endsWith(u"hi"_s));
    }

    void byteOrderMarkIsKept()
    {
        AnswerText text;
        QCOMPARE(text.add("x\xEF\xBB\xBFy"), u"x\uFEFFy"_s);
    }

    void incompleteEndIsDropped()
    {
        AnswerText text;
        QCOMPARE(text.add("ab\xE6\xB0"), u"ab"_s);
        QCOMPARE(text.finish(), QString());
    }

    void nothingComesAfterAStop()
    {
        AnswerText text({u"."_s});
        QCOMPARE(text.add("a.b"), u"a"_s);
        QCOMPARE(text.add("c"), QString());
        QCOMPARE(text.finish(), QString());
    }
};

QTEST_GUILESS_MAIN(TestAnswerText)
#include "tst_answertext.moc"
