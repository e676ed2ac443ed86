// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/stoptext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

QString escaped(const QString &stop)
{
    QString out;
    for (qsizetype i = 0; i < stop.size(); ++i) {
        const QChar c = stop.at(i);
        const bool edge = i == 0 || i == stop.size() - 1;
        switch (c.unicode()) {
        case u'\n': out += "\\n"_L1; break;
        case u'\r': out += "\\r"_L1; break;
        case u'\t': out += "\\t"_L1; break;
        case u',': out += "\\,"_L1; break;
        case u'\\': out += "\\\\"_L1; break;
        case u' ': out += edge ? u"\\ "_s : u" "_s; break;
        default: out += c;
        }
    }
    return out;
}

QChar unescaped(QChar c)
{
    switch (c.unicode()) {
    case u'n': return u'\n';
    case u'r': return u'\r';
    case u't': return u'\t';
    default: return c;
    }
}

} // namespace

QString stopsToText(const QStringList &stops)
{
    QStringList parts;
    for (const QString &stop : stops)
        parts += escaped(stop);
    return parts.join(u", "_s);
}

QStringList stopsFromText(const QString &text)
{
    QStringList stops;
    QString piece;
    qsizetype keep = 0; // blanks before this length were escaped and stay
    const auto finish = [&] {
        while (piece.size() > keep && piece.back() == u' ')
            piece.chop(1);
        if (!piece.isEmpty())
            stops += piece;
        piece.clear();
        keep = 0;
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c == u'\\' && i + 1 < text.size()) {
            piece += unescaped(text.at(++i));
            keep = piece.size();
        } else if (c == u',') {
            finish();
        } else if (c != u' ' || !piece.isEmpty()) {
            piece += c;
        }
    }
    finish();
    return stops;
}

} // namespace Tempera
