// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/snippets/requestsnippet.h"

#include "models/core/secrets.h"
#include "models/snippets/jsonpieces.h"
#include "models/snippets/quoting.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

const QString maskDots = u"••••••••"_s;

/// The body as JSON without secrets; nothing where it is none.
std::optional<QList<JsonPiece>> bodyPieces(const ShownRequest &request)
{
    std::optional<QList<JsonPiece>> pieces = jsonPieces(request.body);
    if (!pieces)
        return pieces;
    for (qsizetype i = 1; i < pieces->size(); ++i) {
        JsonPiece &value = (*pieces)[i];
        const JsonPiece &name = pieces->at(i - 1);
        if (value.kind == JsonPiece::Kind::Text && name.kind == JsonPiece::Kind::Name && isSecretName(name.text))
            value.text = redactionMark();
    }
    return pieces;
}

QString prettyJson(const QList<JsonPiece> &pieces)
{
    return writtenPieces(pieces, {.text = jsonQuoted, .name = jsonQuoted});
}

/// The pieces of a text joined by what a language joins literals with.
template<typename Quote, typename Variable>
QString gluedPieces(const ShownText &text, QLatin1StringView glue, Quote quote, Variable variable)
{
    QStringList parts;
    for (const ShownPiece &piece : text)
        parts += piece.variable.isEmpty() ? quote(piece.text) : variable(variableNameFor(piece.variable));
    return parts.isEmpty() ? quote(QString()) : parts.join(glue);
}

QString maskedText(const ShownText &text)
{
    QString made;
    for (const ShownPiece &piece : text)
        made += piece.variable.isEmpty() ? piece.text : maskDots;
    return made;
}

/// What a terminal would obey is shown by its number.
QString shownLine(const QString &text)
{
    QString made;
    for (const QChar c : text)
        made += isWrittenByNumber(c.unicode()) && !c.isSurrogate() ? jsonQuoted(QString(c)).sliced(1).chopped(1) : QString(c);
    return made;
}

QString wireText(const ShownRequest &request)
{
    QString made;
    if (request.way == ShownRequest::Way::Network) {
        made = shownLine(request.method + u' ' + maskedText(request.url)) + u'\n';
        for (const ShownHeader &header : request.headers)
            made += shownLine(header.name + u": "_s + maskedText(header.value)) + u'\n';
        if (request.body.isEmpty())
            return made;
        made += u'\n';
    }
    const std::optional<QList<JsonPiece>> pieces = bodyPieces(request);
    return made + (pieces ? prettyJson(*pieces) : QString::fromUtf8(request.body)) + u'\n';
}

QString shellWord(const ShownText &text)
{
    return gluedPieces(text, ""_L1, shellQuoted, [](const QString &name) { return u"\"$"_s + name + u'"'; });
}

/// A header without a value is told to curl with a semicolon.
QString curlHeader(const ShownHeader &header)
{
    ShownText whole{ShownPiece{header.name + u": "_s, {}}};
    whole += header.value;
    const bool isEmpty = std::ranges::all_of(header.value, [](const ShownPiece &piece) { return piece == ShownPiece(); });
    if (isEmpty)
        whole = {ShownPiece{header.name + u';', {}}};
    else if (!whole.at(1).text.isEmpty()) // one word where there is one
        whole = ShownText{ShownPiece{whole.at(0).text + whole.at(1).text, {}}} + whole.sliced(2);
    return u"--header "_s + shellWord(whole);
}

QString curlText(const ShownRequest &request)
{
    QStringList options{u"curl --no-buffer --globoff --request "_s + shellQuoted(request.method) + u' ' + shellWord(request.url)};
    for (const ShownHeader &header : request.headers)
        options += curlHeader(header);
    if (request.body.isEmpty())
        return options.join(" \\\n  "_L1) + u'\n';
    const std::optional<QList<JsonPiece>> pieces = bodyPieces(request);
    if (!pieces)
        return shellPrintf(request.body) + u" | \\\n"_s + options.join(" \\\n  "_L1) + u" \\\n  --data-binary @-\n"_s;
    // No line of JSON is this word; and nothing is expanded in a document whose word is quoted.
    return options.join(" \\\n  "_L1) + u" \\\n  --data-binary @- <<'END_OF_BODY'\n"_s + prettyJson(*pieces)
           + u"\nEND_OF_BODY\n"_s;
}

bool isAscii(const QString &text)
{
    return std::ranges::all_of(text, [](QChar c) { return c.unicode() < 0x80; });
}

QString pythonWord(const ShownText &text)
{
    return gluedPieces(text, " + "_L1, pythonQuoted,
                       [](const QString &name) { return u"os.environ["_s + pythonQuoted(name) + u']'; });
}

/// Texts beyond ASCII go over the wire as UTF-8, which Python does for bytes alone.
QString pythonHeaderValue(const ShownText &value)
{
    const bool isPlain = std::ranges::all_of(value, [](const ShownPiece &piece) { return isAscii(piece.text); });
    return isPlain ? pythonWord(value) : u'(' + pythonWord(value) + u").encode()"_s;
}

/// An argument that gives the body; empty = there is none.
QString pythonBody(const ShownRequest &request)
{
    if (request.body.isEmpty())
        return {};
    const std::optional<QList<JsonPiece>> pieces = bodyPieces(request);
    if (pieces && areKeptAsDoubles(*pieces, DoubleNumbers::WithFraction)) {
        const JsonWords words{
            .text = pythonQuoted, .name = pythonQuoted, .yes = u"True"_s, .no = u"False"_s, .nothing = u"None"_s, .indent = 4};
        return u"    json="_s + writtenPieces(*pieces, words, 1) + u",\n"_s;
    }
    if (pieces)
        return u"    data="_s + pythonQuoted(prettyJson(*pieces)) + u".encode(),\n"_s;
    QString bytes;
    for (const char byte : request.body)
        bytes += u"\\x%1"_s.arg(uint(uchar(byte)), 2, 16, QLatin1Char('0'));
    return u"    data=b\""_s + bytes + u"\",\n"_s;
}

QString pythonText(const ShownRequest &request)
{
    QString made = u"import os\n\nimport requests\n\nresponse = requests.request(\n    "_s + pythonQuoted(request.method)
                   + u",\n    "_s + pythonWord(request.url) + u",\n    headers={\n"_s;
    for (const ShownHeader &header : request.headers)
        made += u"        "_s + pythonQuoted(header.name) + u": "_s + pythonHeaderValue(header.value) + u",\n"_s;
    return made + u"    },\n"_s + pythonBody(request)
           + u"    allow_redirects=False,\n    stream=True,\n    timeout=600,\n)\n"
             "if not response.ok:\n    raise SystemExit(f\"{response.status_code} {response.text}\")\n"
             "for line in response.iter_lines():\n    print(line.decode())\n"_s;
}

QString javaScriptWord(const ShownText &text)
{
    return gluedPieces(text, " + "_L1, javaScriptQuoted, [](const QString &name) { return u"process.env."_s + name; });
}

/// fetch() takes a character for each byte.
QString javaScriptHeaderValue(ShownText value)
{
    for (ShownPiece &piece : value)
        piece.text = QString::fromLatin1(piece.text.toUtf8());
    return javaScriptWord(value);
}

/// "__proto__" is the name of a member only in brackets.
QString javaScriptName(const QString &name)
{
    return name == "__proto__"_L1 ? u'[' + javaScriptQuoted(name) + u']' : javaScriptQuoted(name);
}

QString javaScriptBody(const ShownRequest &request)
{
    if (request.body.isEmpty())
        return {};
    const std::optional<QList<JsonPiece>> pieces = bodyPieces(request);
    if (pieces && areKeptAsDoubles(*pieces, DoubleNumbers::All))
        return u"  body: JSON.stringify("_s + writtenPieces(*pieces, {.text = javaScriptQuoted, .name = javaScriptName}, 1)
               + u"),\n"_s;
    if (pieces)
        return u"  body: "_s + javaScriptQuoted(prettyJson(*pieces)) + u",\n"_s;
    QStringList bytes;
    for (const char byte : request.body)
        bytes += QString::number(uchar(byte));
    return u"  body: new Uint8Array(["_s + bytes.join(", "_L1) + u"]),\n"_s;
}

QString javaScriptText(const ShownRequest &request)
{
    QString made = u"const response = await fetch("_s + javaScriptWord(request.url) + u", {\n  method: "_s
                   + javaScriptQuoted(request.method) + u",\n  headers: {\n"_s;
    for (const ShownHeader &header : request.headers)
        made += u"    "_s + javaScriptName(header.name) + u": "_s + javaScriptHeaderValue(header.value) + u",\n"_s;
    return made + u"  },\n"_s + javaScriptBody(request)
           + u"  redirect: \"manual\",\n});\n"
             "if (!response.ok)\n  throw new Error(`${response.status} ${await response.text()}`);\n"
             "const decoder = new TextDecoder();\n"
             "for await (const piece of response.body)\n  process.stdout.write(decoder.decode(piece, { stream: true }));\n"_s;
}

} // namespace

QString requestFormName(RequestForm form)
{
    switch (form) {
    case RequestForm::Wire: return u"wire"_s;
    case RequestForm::Curl: return u"curl"_s;
    case RequestForm::Python: return u"python"_s;
    case RequestForm::JavaScript: return u"javascript"_s;
    }
    return {};
}

std::optional<RequestForm> requestFormFromName(const QString &name)
{
    for (const RequestForm form : {RequestForm::Wire, RequestForm::Curl, RequestForm::Python, RequestForm::JavaScript}) {
        if (requestFormName(form) == name)
            return form;
    }
    return std::nullopt;
}

QString requestText(const ShownRequest &request, RequestForm form)
{
    if (form == RequestForm::Wire)
        return wireText(request);
    if (request.way != ShownRequest::Way::Network)
        return {};
    switch (form) {
    case RequestForm::Curl: return curlText(request);
    case RequestForm::Python: return pythonText(request);
    case RequestForm::JavaScript: return javaScriptText(request);
    case RequestForm::Wire: break;
    }
    return {};
}

} // namespace Tempera
