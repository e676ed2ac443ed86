// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/http/openai/answerparts.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

class TestAnswerParts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parts_data()
    {
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("reasoning");
        QTest::addColumn<QString>("calls");
        const auto row = [](const char *name, const char *message, const QString &text, const QString &reasoning = {},
                            const QString &calls = {}) {
            QTest::newRow(name) << QByteArray(message) << text << reasoning << calls;
        };
        row("text", R"({"content":"a"})", u"a"_s);
        row("nothing", R"({"content":null})", {});
        row("refusal", R"({"content":null,"refusal":"no"})", u"no"_s);
        row("parts", R"({"content":[{"type":"text","text":"a"},{"type":"output_text","text":"b"}]})", u"ab"_s);
        row("parts without a type", R"({"content":[{"text":"a"},"b"]})", u"ab"_s);
        row("an object", R"({"content":{"type":"text","text":"a"}})", u"a"_s);
        row("text in an object", R"({"content":[{"type":"text","text":{"text":"a"}}]})", {u"a"_s});
        row("text in a value", R"({"content":[{"type":"text","text":{"value":"a","annotations":[]}}]})", {u"a"_s});
        row("text of a kind that is not known", R"({"content":[{"type":"markdown","text":"a"}]})", {u"a"_s});
        row("other parts", R"({"content":[{"type":"image_url","image_url":{"url":"x"}},{"type":"text","text":"a"}]})", u"a"_s);
        row("thinking", R"({"content":[{"type":"thinking","thinking":[{"type":"text","text":"t"}]}]})", {}, u"t"_s);
        row("thinking as text", R"({"content":[{"type":"thinking","thinking":"t"}]})", {}, u"t"_s);
        row("reasoning", R"({"reasoning":"r","content":"a"})", u"a"_s, u"r"_s);
        row("reasoning_content", R"({"reasoning_content":"r"})", {}, u"r"_s);
        row("refused part", R"({"content":[{"type":"refusal","refusal":"no"}]})", u"no"_s);
        row("call", R"({"tool_calls":[{"function":{"name":"f","arguments":"{}"}}]})", {}, {},
            u"[{\"type\":\"function\",\"function\":{\"name\":\"f\",\"arguments\":\"{}\"}}]"_s);
        row("two calls", R"({"tool_calls":[{"function":{"name":"f","arguments":{"a":1}}},{"function":{"name":"g"}}]})", {}, {},
            u"[{\"type\":\"function\",\"function\":{\"name\":\"f\",\"arguments\":\"{\\\"a\\\":1}\"}},"
            "{\"type\":\"function\",\"function\":{\"name\":\"g\",\"arguments\":\"\"}}]"_s);
        row("call among the parts", R"({"content":[{"type":"tool_use","name":"f","input":{"a":1}}]})", {}, {},
            u"[{\"type\":\"function\",\"function\":{\"name\":\"f\",\"arguments\":\"{\\\"a\\\":1}\"}}]"_s);
        row("old call", R"({"function_call":{"name":"f","arguments":"1"}})", {}, {}, u"{\"name\":\"f\",\"arguments\":\"1\"}"_s);
    }
    void parts()
    {
        QFETCH(QByteArray, message);
        const AnswerParts parts = answerPartsOf(QJsonDocument::fromJson(message).object());
        QTEST(parts.text, "text");
        QTEST(parts.reasoning, "reasoning");
        ToolCalls calls;
        for (const ToolCall &call : parts.calls)
            calls.take(call);
        QTEST(calls.isEmpty() ? QString() : calls.text(CallForm::OpenAi), "calls");
    }

    void whatIsNotUnderstoodIsNoEmptyAnswer_data()
    {
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<bool>("isUnderstood");
        const auto row = [](const char *message, bool isUnderstood) {
            QTest::newRow(message) << QByteArray(message) << isUnderstood;
        };
        row(R"({"content":"a"})", true);
        row(R"({"content":""})", true);
        row(R"({"content":null})", true);
        row(R"({"content":[]})", true);
        row(R"({"content":[{"type":"text","text":""}]})", true);
        row(R"({"reasoning":"r"})", true);
        row(R"({"tool_calls":[{"function":{"name":"f","arguments":"{}"}}]})", true);
        row(R"({})", false);
        row(R"({"role":"assistant"})", false);
        row(R"({"role":"assistant","answer":"a"})", false);
        row(R"({"content":42})", false);
        row(R"({"content":{"words":"a"}})", false);
        row(R"({"content":[{"type":"image_url","image_url":{"url":"x"}}]})", false);
    }
    void whatIsNotUnderstoodIsNoEmptyAnswer()
    {
        QFETCH(const QByteArray, message);
        QTEST(answerPartsOf(QJsonDocument::fromJson(message).object()).isUnderstood, "isUnderstood");
    }

    void piecesBecomeWholeText()
    {
        const QChar high(0xd83d);
        const QChar low(0xdc0b);
        TextPieces pieces;
        QCOMPARE(pieces.add(u"a"_s + high), u"a"_s);
        QCOMPARE(pieces.add(QString()), QString());
        QCOMPARE(pieces.add(QString(low) + u"b"_s), QString(high) + low + u"b"_s);
        QCOMPARE(pieces.add(QString(low)), u"\ufffd"_s);
        QCOMPARE(pieces.add(QString(high) + high), u"\ufffd"_s);
        QCOMPARE(pieces.rest(), u"\ufffd"_s);
        QCOMPARE(pieces.rest(), QString());
    }
};

QTEST_GUILESS_MAIN(TestAnswerParts)
#include "tst_answerparts.moc"
