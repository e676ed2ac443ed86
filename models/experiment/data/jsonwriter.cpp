// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/data/datawriter.h"

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

void write(QString &out, const DataNode &node, int indent)
{
    const QString margin(indent + 2, u' ');
    const auto close = [&](QChar bracket) { out += u'\n' + QString(indent, u' ') + bracket; };
    QLatin1StringView separator = "\n"_L1;
    switch (node.kind) {
    case DataKind::Null: out += u"null"_s; break;
    case DataKind::Bool: out += node.text.toLower(); break;
    case DataKind::Integer:
    case DataKind::Float: out += node.text; break;
    case DataKind::String: out += jsonString(node.text); break;
    case DataKind::Sequence:
        out += u'[';
        for (const DataPtr &item : node.items) {
            out += separator + margin;
            write(out, *item, indent + 2);
            separator = ",\n"_L1;
        }
        node.items.empty() ? void(out += u']') : close(u']');
        break;
    case DataKind::Map:
        out += u'{';
        for (const DataEntry &entry : node.entries) {
            out += separator + margin + jsonString(entry.key) + u": "_s;
            write(out, *entry.value, indent + 2);
            separator = ",\n"_L1;
        }
        node.entries.empty() ? void(out += u'}') : close(u'}');
        break;
    }
}

} // namespace

QString jsonString(const QString &text)
{
    QString out = u"\""_s;
    for (const QChar c : text) {
        if (c == u'"' || c == u'\\')
            out += u'\\' + c;
        else if (c == u'\n')
            out += u"\\n"_s;
        else if (c == u'\t')
            out += u"\\t"_s;
        else if (c == u'\r')
            out += u"\\r"_s;
        else if (c.unicode() < 0x20 || c.unicode() == 0x7F)
            out += u"\\u%1"_s.arg(static_cast<uint>(c.unicode()), 4, 16, QChar(u'0'));
        else
            out += c;
    }
    return out + u'"';
}

QByteArray writeJsonTree(const DataNode &root)
{
    QString out;
    write(out, root, 0);
    return out.toUtf8() + '\n';
}

} // namespace Tempera
