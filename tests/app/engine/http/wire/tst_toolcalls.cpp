// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/http/wire/toolcalls.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

QString written(const QList<ToolCall> &pieces, CallForm form = CallForm::OpenAi)
{
    ToolCalls calls;
    for (const ToolCall &piece : pieces)
        calls.take(piece);
    return calls.text(form);
}

} // namespace

class ToolCallsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void piecesOfAPlaceAreOneCall()
    {
        ToolCalls calls;
        QVERIFY(calls.isEmpty());
        calls.take({.id = u"c1"_s, .name = u"find"_s, .place = 0});
        calls.take({.arguments = u"{\"a\":"_s, .place = 0});
        calls.take({.id = u"c2"_s, .name = u"stop"_s, .arguments = u"{}"_s, .place = 1});
        calls.take({.arguments = u"1}"_s, .place = 0});
        QVERIFY(!calls.isEmpty());
        QCOMPARE(calls.text(CallForm::OpenAi),
                 u"[{\"id\":\"c1\",\"type\":\"function\",\"function\":{\"name\":\"find\",\"arguments\":\"{\\\"a\\\":1}\"}},"
                 "{\"id\":\"c2\",\"type\":\"function\",\"function\":{\"name\":\"stop\",\"arguments\":\"{}\"}}]"_s);
    }

    /// A server that gives all calls the same place tells them apart by their ids; one that repeats the name does not mean another.
    void placesThatSayNothing()
    {
        QCOMPARE(written({{.id = u"1"_s, .name = u"f"_s, .arguments = u"{}"_s, .place = 0},
                          {.id = u"2"_s, .name = u"f"_s, .arguments = u"{}"_s, .place = 0},
                          {.arguments = u" "_s, .place = 0}}),
                 u"[{\"id\":\"1\",\"type\":\"function\",\"function\":{\"name\":\"f\",\"arguments\":\"{}\"}},"
                 "{\"id\":\"2\",\"type\":\"function\",\"function\":{\"name\":\"f\",\"arguments\":\"{} \"}}]"_s);
        QCOMPARE(written({{.id = u"1"_s, .name = u"f"_s, .arguments = u"{"_s, .place = 0},
                          {.id = u"1"_s, .name = u"f"_s, .arguments = u"}"_s, .place = 0}}),
                 u"[{\"id\":\"1\",\"type\":\"function\",\"function\":{\"name\":\"f\",\"arguments\":\"{}\"}}]"_s);
        QCOMPARE(written({{.name = u"f"_s}, {.name = u"f"_s}}),
                 u"[{\"type\":\"function\",\"function\":{\"name\":\"f\",\"arguments\":\"\"}},"
                 "{\"type\":\"function\",\"function\":{\"name\":\"f\",\"arguments\":\"\"}}]"_s);
    }

    void eachApiHasItsForm()
    {
        const QList<ToolCall> two{{.id = u"t1"_s, .name = u"f"_s, .arguments = u"{\"b\":1,\"a\":\"\u00e4\"}"_s},
                                  {.name = u"g"_s}};
        QCOMPARE(
            written(two, CallForm::Responses),
            u"{\"type\":\"function_call\",\"call_id\":\"t1\",\"name\":\"f\",\"arguments\":\"{\\\"b\\\":1,\\\"a\\\":\\\"\u00e4\\\"}\"}\n"
            "{\"type\":\"function_call\",\"name\":\"g\",\"arguments\":\"\"}"_s);
        QCOMPARE(written(two, CallForm::Anthropic),
                 u"{\"type\":\"tool_use\",\"id\":\"t1\",\"name\":\"f\",\"input\":{\"b\":1,\"a\":\"\u00e4\"}}\n\n"
                 "{\"type\":\"tool_use\",\"name\":\"g\",\"input\":{}}"_s);
        QCOMPARE(
            written(two, CallForm::Gemini),
            u"[{\"functionCall\":{\"name\":\"f\",\"args\":{\"b\":1,\"a\":\"\u00e4\"}}},{\"functionCall\":{\"name\":\"g\",\"args\":{}}}]"_s);
        QCOMPARE(written({{.name = u"f"_s, .arguments = u"{}"_s, .place = 0, .isFunction = true}}),
                 u"{\"name\":\"f\",\"arguments\":\"{}\"}"_s);
    }

    /// The model wrote no map: it is shown, and nothing around it breaks.
    void brokenArguments()
    {
        QCOMPARE(written({{.name = u"f"_s, .arguments = u"{\"a\": \"x"_s}}, CallForm::Anthropic),
                 u"{\"type\":\"tool_use\",\"name\":\"f\",\"input\":\"{\\\"a\\\": \\\"x\"}"_s);
        QCOMPARE(written({{.name = u"f\"\n"_s, .arguments = u"]"_s}}, CallForm::Gemini),
                 u"[{\"functionCall\":{\"name\":\"f\\\"\\n\",\"args\":\"]\"}}]"_s);
    }
};

QTEST_GUILESS_MAIN(ToolCallsTest)
#include "tst_toolcalls.moc"
