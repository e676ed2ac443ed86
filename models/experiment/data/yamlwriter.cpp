// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/data/datawriter.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// A simple key may be 1,024 characters long (YAML 1.2, 7.4); longer ones need the explicit form.
constexpr qsizetype longestSimpleKey = 250;

bool isPrintable(char32_t c)
{
    return (c >= 0x20 && c <= 0x7E) || (c >= 0xA0 && c <= 0xD7FF && c != 0x2028 && c != 0x2029)
           || (c >= 0xE000 && c <= 0xFFFD && c != 0xFEFF) || (c >= 0x10000 && c <= 0x10FFFF);
}

bool allPrintable(const QString &text, QStringView allowed)
{
    const auto codePoints = text.toUcs4();
    return std::all_of(codePoints.begin(), codePoints.end(), [allowed](char32_t c) {
        return isPrintable(c) || (c < 0x20 && allowed.contains(QChar(static_cast<char16_t>(c))));
    });
}

/// Words that other readers (YAML 1.1) take for a bool or a date.
bool isRisky(const QString &text)
{
    static const QRegularExpression risky(u"^(y|n|yes|no|on|off|[0-9]{4}-[0-9].*|[0-9._:]+)$"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    return risky.match(text).hasMatch();
}

bool canBePlain(const QString &text)
{
    if (text.isEmpty() || plainScalarKind(text) != DataKind::String || !allPrintable(text, {}))
        return false;
    const QChar first = text.front();
    const bool goodStart = first.isLetterOrNumber() || first == u'_' || first == u'(' || first == u'/' || first == u'$';
    return goodStart && !text.front().isSurrogate() && text.back() != u' ' && text.back() != u':' && !text.contains(": "_L1)
           && !text.contains(" #"_L1) && !isRisky(text);
}

QString doubleQuoted(const QString &text)
{
    QString out = u"\""_s;
    for (const char32_t c : text.toUcs4()) {
        if (c == U'"' || c == U'\\')
            out += u'\\' + QChar(static_cast<char16_t>(c));
        else if (c == U'\n')
            out += u"\\n"_s;
        else if (c == U'\t')
            out += u"\\t"_s;
        else if (c == U'\r')
            out += u"\\r"_s;
        else if (isPrintable(c))
            out += QString::fromUcs4(&c, 1);
        else
            out += u"\\u%1"_s.arg(static_cast<uint>(c), 4, 16, QChar(u'0'));
    }
    return out + u'"';
}

QString oneLineScalar(const QString &text)
{
    if (canBePlain(text))
        return text;
    if (allPrintable(text, {}) && !text.contains(u'\''))
        return u'\'' + text + u'\'';
    return doubleQuoted(text);
}

/// Whether a text can be a literal block without an indentation indicator.
bool canBeLiteral(const QString &text)
{
    if (!text.contains(u'\n') || !allPrintable(text, u"\n\t"))
        return false;
    const QList<QStringView> lines = QStringView(text).split(u'\n');
    if (lines.first().isEmpty() || lines.first().front().isSpace())
        return false;
    return std::none_of(lines.begin(), lines.end(), [](QStringView line) { return !line.isEmpty() && line.trimmed().isEmpty(); });
}

QString literal(const QString &text, int indent)
{
    const bool clip = text.endsWith(u'\n');
    const bool keep = text.endsWith("\n\n"_L1);
    QString out = keep ? u" |+"_s : clip ? u" |"_s : u" |-"_s;
    const QString margin(indent, u' ');
    for (const QStringView line : QStringView(text).chopped(clip ? 1 : 0).split(u'\n')) {
        out += u'\n';
        if (!line.isEmpty()) {
            out += margin;
            out += line;
        }
    }
    return out;
}

/// Writes nodes after what is there already ("key:" or "-").
class Writer
{
public:
    QString out;

    void value(const DataNode &node, int indent)
    {
        switch (node.kind) {
        case DataKind::Null: out += u" null"_s; break;
        case DataKind::Bool:
        case DataKind::Integer:
        case DataKind::Float: out += u' ' + node.text; break;
        case DataKind::String:
            out += canBeLiteral(node.text) ? literal(node.text, indent + 2) : u' ' + oneLineScalar(node.text);
            break;
        case DataKind::Sequence:
            if (node.items.empty()) {
                out += u" []"_s;
            } else {
                out += u'\n';
                items(node, indent + 2, Margin::Yes);
            }
            break;
        case DataKind::Map:
            if (node.entries.empty()) {
                out += u" {}"_s;
            } else {
                out += u'\n';
                entries(node, indent + 2, Margin::Yes);
            }
            break;
        }
    }

    enum class Margin { Yes, No };

    void entries(const DataNode &map, int indent, Margin first)
    {
        Margin margin = first;
        for (const DataEntry &entry : map.entries) {
            startLine(indent, margin);
            margin = Margin::Yes;
            out += yamlKey(entry.key, indent);
            value(*entry.value, indent);
            out += u'\n';
        }
        out.chop(1);
    }

    void items(const DataNode &list, int indent, Margin first)
    {
        Margin margin = first;
        for (const DataPtr &item : list.items) {
            startLine(indent, margin);
            margin = Margin::Yes;
            dashed(*item, indent);
            out += u'\n';
        }
        out.chop(1);
    }

    void dashed(const DataNode &item, int indent)
    {
        out += u'-';
        if (item.isMap() && !item.entries.empty()) {
            out += u' ';
            entries(item, indent + 2, Margin::No);
        } else if (item.isSequence() && !item.items.empty()) {
            out += u' ';
            items(item, indent + 2, Margin::No);
        } else {
            value(item, indent);
        }
    }

private:
    void startLine(int indent, Margin margin)
    {
        if (margin == Margin::Yes)
            out += QString(indent, u' ');
    }
};

} // namespace

QString yamlKey(const QString &key, int indent)
{
    const QString written = oneLineScalar(key);
    if (written.size() <= longestSimpleKey)
        return written + u':';
    return u"? "_s + written + u'\n' + QString(indent, u' ') + u':';
}

QString yamlValue(const DataNode &node, int indent)
{
    Writer writer;
    writer.value(node, indent);
    return writer.out;
}

QString yamlItem(const DataNode &node, int indent)
{
    Writer writer;
    writer.dashed(node, indent);
    return writer.out;
}

QByteArray writeYamlTree(const DataNode &root)
{
    Writer writer;
    if (root.isMap() && !root.entries.empty())
        writer.entries(root, 0, Writer::Margin::Yes);
    else if (root.isSequence() && !root.items.empty())
        writer.items(root, 0, Writer::Margin::Yes);
    else
        writer.value(root, 0);
    return writer.out.toUtf8() + '\n';
}

} // namespace Tempera
