// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/snippets/requestsnippet.h"

#include "tests/models/snippets/toolrun.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

ShownText wordsOf(const QString &text)
{
    return {ShownPiece{text, {}}};
}

const ShownPiece keyPiece{{}, u"PROVIDER_KEY"_s};

ShownRequest plainRequest()
{
    ShownRequest request;
    request.method = u"POST"_s;
    request.url = wordsOf(u"https://api.example/v1/chat"_s);
    request.headers = {{u"Content-Type"_s, wordsOf(u"application/json"_s)},
                       {u"Authorization"_s, {ShownPiece{u"Bearer "_s, {}}, keyPiece}}};
    request.body = "{\"stream\":true,\"model\":\"m\",\"stop\":null}";
    return request;
}

/// All that may go wrong in any of the languages.
ShownRequest hostileRequest()
{
    const QString text = u"it's \"so\" `id` $(id) ${HOME} \\ \n\r\nEND_OF_BODY\n</script><!-- %s 你好 😀 \u2028 \u202e"_s;
    ShownRequest request = plainRequest();
    request.url = {ShownPiece{u"https://h/v1?a='$(id)'&key="_s, {}}, keyPiece, ShownPiece{u"&b=`id`{1,2}[3]"_s, {}}};
    request.headers += {u"X-Title"_s, wordsOf(u"Grüße, it's \"$(id)\" \\"_s)};
    request.headers += {u"X-Empty"_s, {}};
    request.headers += {u"X-Team"_s, {keyPiece}};
    QJsonObject body{
        {u"text"_s, text}, {u"__proto__"_s, QJsonObject{{u"polluted"_s, true}}}, {u"zero"_s, QString(QChar(0))}, {text, 0.1}};
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return request;
}

} // namespace

class TestRequestSnippet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void forms_data()
    {
        QTest::addColumn<int>("form");
        QTest::addColumn<QString>("text");
        QTest::newRow("wire") << int(RequestForm::Wire)
                              << u"POST https://api.example/v1/chat\nContent-Type: application/json\n"
                                 "Authorization: Bearer ••••••••\n\n"
                                 "{\n  \"stream\": true,\n  \"model\": \"m\",\n  \"stop\": null\n}\n"_s;
        QTest::newRow("curl") << int(RequestForm::Curl)
                              << u"curl --no-buffer --globoff --request 'POST' 'https://api.example/v1/chat' \\\n"
                                 "  --header 'Content-Type: application/json' \\\n"
                                 "  --header 'Authorization: Bearer '\"$PROVIDER_KEY\" \\\n"
                                 "  --data-binary @- <<'END_OF_BODY'\n"
                                 "{\n  \"stream\": true,\n  \"model\": \"m\",\n  \"stop\": null\n}\nEND_OF_BODY\n"_s;
        QTest::newRow("python")
            << int(RequestForm::Python)
            << u"import os\n\nimport requests\n\nresponse = requests.request(\n    \"POST\",\n"
               "    \"https://api.example/v1/chat\",\n    headers={\n"
               "        \"Content-Type\": \"application/json\",\n"
               "        \"Authorization\": \"Bearer \" + os.environ[\"PROVIDER_KEY\"],\n    },\n"
               "    json={\n        \"stream\": True,\n        \"model\": \"m\",\n        \"stop\": None\n    },\n"
               "    allow_redirects=False,\n    stream=True,\n    timeout=600,\n)\n"
               "if not response.ok:\n    raise SystemExit(f\"{response.status_code} {response.text}\")\n"
               "for line in response.iter_lines():\n    print(line.decode())\n"_s;
        QTest::newRow("javascript")
            << int(RequestForm::JavaScript)
            << u"const response = await fetch(\"https://api.example/v1/chat\", {\n  method: \"POST\",\n"
               "  headers: {\n    \"Content-Type\": \"application/json\",\n"
               "    \"Authorization\": \"Bearer \" + process.env.PROVIDER_KEY,\n  },\n"
               "  body: JSON.stringify({\n    \"stream\": true,\n    \"model\": \"m\",\n    \"stop\": null\n  }),\n"
               "  redirect: \"manual\",\n});\n"
               "if (!response.ok)\n  throw new Error(`${response.status} ${await response.text()}`);\n"
               "const decoder = new TextDecoder();\nfor await (const piece of response.body)\n"
               "  process.stdout.write(decoder.decode(piece, { stream: true }));\n"_s;
    }
    void forms()
    {
        QFETCH(int, form);
        QTEST(requestText(plainRequest(), RequestForm(form)), "text");
    }

    void withoutABody()
    {
        ShownRequest request = plainRequest();
        request.method = u"GET"_s;
        request.body.clear();
        QCOMPARE(requestText(request, RequestForm::Curl).count(u"--data"_s), 0);
        QCOMPARE(requestText(request, RequestForm::Python).count(u"json="_s), 0);
        QCOMPARE(requestText(request, RequestForm::JavaScript).count(u"body:"_s), 0);
    }

    /// A secret of the body is told by its name.
    void secretsInTheBody()
    {
        ShownRequest request = plainRequest();
        request.body =
            "{\"source\":{\"api_key\":\"sk-hidden-1234567\",\"max_tokens\":5},\"properties\":{\"password\":{\"type\":\"string\"}}}";
        for (const RequestForm form : {RequestForm::Wire, RequestForm::Curl, RequestForm::Python, RequestForm::JavaScript}) {
            const QString text = requestText(request, form);
            QVERIFY2(!text.contains(u"sk-hidden"_s), qPrintable(text));
            QVERIFY(text.contains(u"[redacted]"_s) && text.contains(u"\"string\""_s));
        }
    }

    /// A name that no shell takes is made one.
    void namesOfVariables()
    {
        QCOMPARE(variableNameFor(u"OPENAI_API_KEY"_s), u"OPENAI_API_KEY"_s);
        QCOMPARE(variableNameFor(u"my key-1; rm -rf ~"_s), u"MY_KEY_1__RM__RF__"_s);
        QCOMPARE(variableNameFor(u"1st"_s), u"_1ST"_s);
        QCOMPARE(variableNameFor(QString()), u"_"_s);
        ShownRequest request = plainRequest();
        request.headers = {{u"a"_s, {ShownPiece{{}, u"x\"; id #"_s}}}};
        QVERIFY(requestText(request, RequestForm::Curl).contains(u"--header 'a: '\"$X___ID__\" \\\n"_s));
    }

    /// JavaScript's numbers would not be those that are sent.
    void longNumbersStay()
    {
        ShownRequest request = plainRequest();
        request.body = "{\"seed\":9007199254740993}";
        QVERIFY(requestText(request, RequestForm::Python).contains(u"\"seed\": 9007199254740993\n"_s));
        QVERIFY(
            requestText(request, RequestForm::JavaScript).contains(u"  body: \"{\\n  \\\"seed\\\": 9007199254740993\\n}\",\n"_s));
        request.body = "{\"p\":0.12345678901234567890123}";
        QVERIFY(requestText(request, RequestForm::Python)
                    .contains(u"    data=\"{\\n  \\\"p\\\": 0.12345678901234567890123\\n}\".encode(),\n"_s));
    }

    void nothingThatATerminalObeys()
    {
        ShownRequest request = hostileRequest();
        request.body = "{\"a\":\"\\u001b[2J \\u009b \\u202e\"}";
        request.headers += {u"X-Odd"_s, wordsOf(u"\x1b[2J\u202e"_s)};
        for (const RequestForm form : {RequestForm::Wire, RequestForm::Curl, RequestForm::Python, RequestForm::JavaScript}) {
            for (const QChar c : requestText(request, form))
                QVERIFY2(c == u'\n' || c.isPrint() || c.isSurrogate(), qPrintable(QString::number(c.unicode(), 16)));
        }
    }

    /// The shell is asked what it would call curl with.
    void aShellUnderstandsIt()
    {
        const ShownRequest request = hostileRequest();
        const QString program = u"curl() { printf '%s\\n' \"$@\"; echo ---; cat; }\n"_s + requestText(request, RequestForm::Curl);
        for (const QString &shell : {u"sh"_s, u"dash"_s, u"bash"_s}) {
            if (!isToolThere(shell))
                continue;
            const std::optional<QByteArray> out = toolOutput(shell, {u"-c"_s, program});
            QVERIFY(out);
            const qsizetype cut = out->indexOf("---\n");
            const QByteArrayList arguments = out->first(cut).split('\n');
            QCOMPARE(arguments.value(4), "https://h/v1?a='$(id)'&key=sk-canary-0123456789&b=`id`{1,2}[3]"_ba);
            for (const QByteArray &header :
                 {"Authorization: Bearer sk-canary-0123456789"_ba, "X-Title: Grüße, it's \"$(id)\" \\"_ba, "X-Empty;"_ba,
                  "X-Team: sk-canary-0123456789"_ba})
                QVERIFY2(arguments.contains(header), out->constData());
            QCOMPARE(QJsonDocument::fromJson(out->sliced(cut + 4)), QJsonDocument::fromJson(request.body));
        }
    }

    void pythonUnderstandsIt()
    {
        if (!isToolThere(u"python3"_s))
            QSKIP("There is no python3 here.");
        const ShownRequest request = hostileRequest();
        // In the place of the package: tells what it would send.
        const QString package = u"import sys, types, json as _json\n"
                                "class Answer:\n    ok = True\n    def iter_lines(self): return []\n"
                                "def request(method, url, headers, json, **_):\n"
                                "    text = lambda v: v.decode() if isinstance(v, bytes) else v\n"
                                "    print(_json.dumps({'method': method, 'url': url, 'json': json,"
                                " 'headers': {k: text(v) for k, v in headers.items()}}))\n    return Answer()\n"
                                "sys.modules['requests'] = types.SimpleNamespace(request=request)\n"_s;
        const auto out = toolOutput(u"python3"_s, {u"-c"_s, package + requestText(request, RequestForm::Python)});
        QVERIFY(out);
        const QJsonObject sent = QJsonDocument::fromJson(*out).object();
        QCOMPARE(sent.value(u"json"_s).toObject(), QJsonDocument::fromJson(request.body).object());
        checkSent(sent);
    }

    void nodeUnderstandsIt()
    {
        if (!isToolThere(u"node"_s))
            QSKIP("There is no node here.");
        const ShownRequest request = hostileRequest();
        const QString fetching = u"const bytes = (o) => Object.fromEntries(Object.entries(o).map(([k, v]) => "
                                 "[k, Buffer.from(v, 'latin1').toString()]));\n"
                                 "globalThis.fetch = async (url, o) => { console.log(JSON.stringify({ url, method: o.method, "
                                 "headers: bytes(o.headers), json: JSON.parse(o.body) })); return { ok: true, body: [] }; };\n"_s;
        const auto out =
            toolOutput(u"node"_s, {u"--input-type=module"_s, u"-e"_s, fetching + requestText(request, RequestForm::JavaScript)});
        QVERIFY(out);
        const QJsonObject sent = QJsonDocument::fromJson(*out).object();
        QCOMPARE(sent.value(u"json"_s).toObject(), QJsonDocument::fromJson(request.body).object());
        checkSent(sent);
    }

private:
    static void checkSent(const QJsonObject &sent)
    {
        QCOMPARE(sent.value(u"method"_s).toString(), u"POST"_s);
        QCOMPARE(sent.value(u"url"_s).toString(), u"https://h/v1?a='$(id)'&key=sk-canary-0123456789&b=`id`{1,2}[3]"_s);
        const QJsonObject headers = sent.value(u"headers"_s).toObject();
        QCOMPARE(headers.value(u"Authorization"_s).toString(), u"Bearer sk-canary-0123456789"_s);
        QCOMPARE(headers.value(u"X-Title"_s).toString(), u"Grüße, it's \"$(id)\" \\"_s);
        QCOMPARE(headers.value(u"X-Empty"_s).toString(), QString());
        QCOMPARE(headers.value(u"X-Team"_s).toString(), u"sk-canary-0123456789"_s);
    }
};

QTEST_GUILESS_MAIN(TestRequestSnippet)
#include "tst_requestsnippet.moc"
