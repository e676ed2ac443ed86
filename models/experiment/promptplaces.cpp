// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/promptplaces.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

qsizetype offsetOf(const QString &text, int line, int column)
{
    qsizetype from = 0;
    for (int i = 1; i < line; ++i) {
        const qsizetype end = text.indexOf(u'\n', from);
        if (end < 0)
            break;
        from = end + 1;
    }
    return std::min(text.size(), from + std::max(0, column - 1));
}

/// Tags of all kinds and raw blocks. What is not closed ends with its line.
const QRegularExpression &templateTags()
{
    static const QRegularExpression tags(
        uR"(\{%-?\s*(raw|verbatim)\s*-?%\}[\s\S]*?(?:\{%-?\s*end\1\s*-?%\}|$)|\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}|\{#[\s\S]*?#\}|\{[{%#][^\n]*)"_s);
    return tags;
}

} // namespace

TextRange tagAt(const QString &text, int line, int column)
{
    if (line <= 0)
        return {0, text.size()};
    const qsizetype at = offsetOf(text, line, column);
    QRegularExpressionMatchIterator tags = templateTags().globalMatch(text);
    while (tags.hasNext()) {
        const QRegularExpressionMatch tag = tags.next();
        if (tag.capturedStart() > at)
            break;
        // A place after the tag's last brace is still its own.
        if (at <= tag.capturedEnd())
            return {tag.capturedStart(), tag.capturedLength()};
    }
    const qsizetype end = text.indexOf(u'\n', at);
    const qsizetype length = (end < 0 ? text.size() : end) - at;
    return length > 0 || at == 0 ? TextRange{at, length} : TextRange{at - 1, 1};
}

TextRange nameAt(const QString &text, int line, int column, const QString &name)
{
    const qsizetype at = line > 0 ? offsetOf(text, line, column) : 0;
    if (QStringView(text).sliced(at).startsWith(name))
        return {at, name.size()};
    const TextRange tag = tagAt(text, line, column);
    const QRegularExpression word(u"(?<![\\w.])"_s + QRegularExpression::escape(name) + u"(?!\\w)"_s);
    const QRegularExpressionMatch match = word.matchView(QStringView(text).sliced(tag.from, tag.length));
    return match.hasMatch() ? TextRange{tag.from + match.capturedStart(), match.capturedLength()} : tag;
}

QList<TextRange> singleBraces(const QString &text, const QSet<QString> &known)
{
    static const QRegularExpression braces(u"(?<!\\{)\\{ *(\\w+) *\\}(?!\\})"_s, QRegularExpression::UseUnicodePropertiesOption);
    QList<TextRange> tags;
    QRegularExpressionMatchIterator found = templateTags().globalMatch(text);
    while (found.hasNext()) {
        const QRegularExpressionMatch tag = found.next();
        tags.append({tag.capturedStart(), tag.capturedLength()});
    }
    QList<TextRange> ranges;
    QRegularExpressionMatchIterator all = braces.globalMatch(text);
    while (all.hasNext()) {
        const QRegularExpressionMatch match = all.next();
        const auto around = [&match](const TextRange &tag) {
            return match.capturedStart() >= tag.from && match.capturedStart() < tag.from + tag.length;
        };
        if (known.contains(match.captured(1)) && std::ranges::none_of(tags, around))
            ranges.append({match.capturedStart(), match.capturedLength()});
    }
    return ranges;
}

} // namespace Tempera
