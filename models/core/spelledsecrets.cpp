// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/spelledsecrets.h"

#include "models/core/secrets.h"
#include "models/core/secretwords.h"

#include <QList>
#include <QRegularExpression>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

struct SpelledLine {
    qsizetype begin = 0;  ///< In the text.
    QStringView text;     ///< Without its end.
    qsizetype indent = 0; ///< Blanks before the first sign.

    [[nodiscard]] bool isBlank() const { return indent == text.size(); }
};

QList<SpelledLine> spelledLines(QStringView text)
{
    QList<SpelledLine> lines;
    qsizetype begin = 0;
    for (const QStringView line : text.split(u'\n')) {
        const auto first = std::ranges::find_if(line, [](QChar c) { return c != u' ' && c != u'\t' && c != u'\r'; });
        lines += SpelledLine{begin, line, first - line.begin()};
        begin += line.size() + 1;
    }
    return lines;
}

/// Whether words may be a secret, by themselves.
bool mayBeSecret(QStringView words)
{
    static const QRegularExpression separators(u"[\\s;,=:\"'\\[\\]{}]+"_s);
    return std::ranges::any_of(words.split(separators, Qt::SkipEmptyParts),
                               [](QStringView word) { return !isSecretPlaceholder(word) && isNoPlainWord(word); });
}

/// A name of a secret at the beginning of a line, and what is behind its colon.
struct SpelledName {
    qsizetype line = 0;    ///< Blanks before its line.
    qsizetype indent = 0;  ///< Where it stands there, behind dashes.
    qsizetype value = 0;   ///< Where its value begins there, behind tags and anchors.
    bool isMarked = false; ///< It has a tag or an anchor, which no prose has.
    bool isBlock = false;  ///< "|" or ">": the value is on the next lines.
};

std::optional<SpelledName> nameIn(const SpelledLine &in)
{
    static const QRegularExpression named(uR"re(^([ \t]*(?:[-?][ \t]+)*)["']?([\w.-]+)["']?[ \t]*(?::[ \t]*|\r?$))re"_s);
    static const QRegularExpression marks(uR"re(\G(?:[!&][^\s,\[\]{}]*(?:[ \t]+|$))+)re"_s);
    static const QRegularExpression block(uR"re(\G[|>][-+0-9]*[ \t]*(?:#.*)?\r?$)re"_s);
    const QStringView line = in.text;
    const QRegularExpressionMatch name = named.matchView(line);
    const bool hasColon = name.hasMatch() && name.capturedView(0).contains(u':');
    if (!name.hasMatch() || !isSecretName(name.captured(2)) || (!hasColon && !name.capturedView(1).contains(u'?')))
        return std::nullopt;
    SpelledName made{in.indent, name.capturedLength(1), name.capturedEnd(0)};
    if (const QRegularExpressionMatch mark = marks.matchView(line, made.value); mark.hasMatch()) {
        made.isMarked = true;
        made.value = mark.capturedEnd(0);
    }
    made.isBlock = block.matchView(line, made.value).hasMatch();
    return made;
}

/// A value that begins there, without blanks around it and without its quotes, and whether it ends on its line.
struct SpelledValue {
    SecretPart part;
    bool isOpen = false; ///< It may go on below: a quote does not close, or there is none.
};

SpelledValue valueAt(const SpelledLine &line, qsizetype from)
{
    QStringView rest = line.text.sliced(from);
    while (!rest.isEmpty() && rest.front().isSpace()) {
        rest = rest.sliced(1);
        ++from;
    }
    rest = rest.trimmed();
    const QChar quote = rest.isEmpty() ? QChar() : rest.front();
    if (quote == u'"' || quote == u'\'') {
        qsizetype end = rest.indexOf(quote, 1);
        while (quote == u'"' && end > 0 && rest.at(end - 1) == u'\\')
            end = rest.indexOf(quote, end + 1);
        return {{line.begin + from + 1, (end < 0 ? rest.size() : end) - 1}, end < 0};
    }
    const bool isItem = rest.endsWith(u',');
    return {{line.begin + from, rest.size() - (isItem ? 1 : 0)}, !isItem};
}

/// What a line below a name holds: of a list or of further names only the value.
SpelledValue valueBelow(const SpelledLine &line, bool isBlock)
{
    static const QRegularExpression before(uR"re(^[ \t]*(?:[-?:][ \t]+)*(?:["']?[\w.-]+["']?[ \t]*:[ \t]+)?)re"_s);
    return valueAt(line, isBlock ? line.indent : before.matchView(line.text).capturedEnd(0));
}

/// Below a name: all that is deeper, and a list or an explicit key's value that is as deep.
bool isBelow(const SpelledLine &line, const SpelledName &name)
{
    if (line.isBlank() || line.indent > name.indent)
        return true;
    const QStringView rest = line.text.sliced(line.indent);
    return (line.indent == name.indent && rest.startsWith("- "_L1)) || (line.indent == name.line && rest.startsWith(u':'));
}

} // namespace

SecretParts spelledSecretParts(const QString &text)
{
    SecretParts parts;
    if (!text.contains(u':'))
        return parts;
    const QList<SpelledLine> lines = spelledLines(text);
    const auto take = [&](const SpelledValue &value, bool isSure) {
        const QStringView words = QStringView(text).sliced(value.part.begin, value.part.length);
        if (!isSecretPlaceholder(words) && (isSure || mayBeSecret(words)))
            parts.push_back(value.part);
    };
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const std::optional<SpelledName> name = nameIn(lines.at(i));
        if (!name)
            continue;
        bool goesOn = name->isBlock;
        if (!goesOn) {
            const SpelledValue value = valueAt(lines.at(i), name->value);
            take(value, name->isMarked);
            goesOn = value.isOpen;
        }
        for (qsizetype below = i + 1; goesOn && below < lines.size() && isBelow(lines.at(below), *name); ++below)
            take(valueBelow(lines.at(below), name->isBlock), name->isBlock || name->isMarked);
    }
    return inOrder(std::move(parts));
}

} // namespace Tempera
