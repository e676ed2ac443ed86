// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/snippets/quoting.h"

#include <QChar>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// What the text holds, code point by code point; half pairs come alone.
template<typename Take>
void eachCodePoint(const QString &text, Take take)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar unit = text.at(i);
        if (unit.isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate()) {
            take(QChar::surrogateToUcs4(unit, text.at(i + 1)));
            ++i;
        } else {
            take(char32_t(unit.unicode()));
        }
    }
}

QString hexDigits(char32_t number, int width)
{
    return u"%1"_s.arg(quint32(number), width, 16, QLatin1Char('0'));
}

/// "\u200b", of a code point beyond 16 bits both halves.
QString utf16Escape(char32_t code)
{
    if (code <= 0xffff)
        return u"\\u"_s + hexDigits(code, 4);
    return u"\\u"_s + hexDigits(QChar::highSurrogate(code), 4) + u"\\u"_s + hexDigits(QChar::lowSurrogate(code), 4);
}

/// What all three languages write in two characters; empty = nothing shorter.
QLatin1StringView shortEscape(char32_t code)
{
    switch (code) {
    case U'"': return "\\\""_L1;
    case U'\\': return "\\\\"_L1;
    case U'\n': return "\\n"_L1;
    case U'\r': return "\\r"_L1;
    case U'\t': return "\\t"_L1;
    default: return {};
    }
}

template<typename Escape>
QString escapedQuoted(const QString &text, Escape escape)
{
    QString made;
    made.reserve(text.size() + text.size() / 16 + 2);
    made += u'"';
    eachCodePoint(text, [&made, &escape](char32_t code) {
        if (const QLatin1StringView known = shortEscape(code); !known.isEmpty())
            made += known;
        else if (isWrittenByNumber(code))
            made += escape(code);
        else
            made += QChar::fromUcs4(code);
    });
    return made + u'"';
}

QString octal(uchar byte)
{
    return u"\\%1"_s.arg(uint(byte), 3, 8, QLatin1Char('0'));
}

} // namespace

bool isWrittenByNumber(char32_t code)
{
    switch (QChar::category(code)) {
    case QChar::Other_Control:
    case QChar::Other_Format: // bidirectional marks, what has no width
    case QChar::Other_Surrogate:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph: return true;
    default: return false;
    }
}

QString jsonQuoted(const QString &text)
{
    return escapedQuoted(text, utf16Escape);
}

QString pythonQuoted(const QString &text)
{
    return escapedQuoted(text, [](char32_t code) {
        if (code <= 0xff)
            return u"\\x"_s + hexDigits(code, 2);
        return code <= 0xffff ? u"\\u"_s + hexDigits(code, 4) : u"\\U"_s + hexDigits(code, 8);
    });
}

QString javaScriptQuoted(const QString &text)
{
    // What could end a script or begin a comment of HTML does so inside of literals too.
    return escapedQuoted(text, utf16Escape).replace(u'<', u"\\u003c"_s);
}

QString shellQuoted(const QString &text)
{
    // In single quotes nothing but the quote itself has a meaning. Of what a terminal obeys only what the shell can be told
    // another way is kept out of it; a printed octal number is understood by every shell's printf.
    QString made;
    QString run;
    const auto close = [&made, &run] {
        if (!run.isEmpty())
            made += u'\'' + run.replace(u'\'', u"'\\''"_s) + u'\'';
        run.clear();
    };
    eachCodePoint(text, [&](char32_t code) {
        if (code == 0)
            return;
        if (code == U'\n' || !isWrittenByNumber(code)) {
            run += QChar::fromUcs4(code);
            return;
        }
        close();
        QString octals;
        for (const char byte : QStringView(QChar::fromUcs4(code)).toUtf8())
            octals += octal(uchar(byte));
        made += u"\"$(printf '"_s + octals + u"')\""_s;
    });
    close();
    return made.isEmpty() ? u"''"_s : made;
}

QString shellPrintf(const QByteArray &bytes)
{
    QString format;
    for (const char byte : bytes) {
        const bool isPlain = byte >= ' ' && byte <= '~' && byte != '%' && byte != '\\' && byte != '\'';
        format += isPlain ? QString(QLatin1Char(byte)) : octal(uchar(byte));
    }
    return u"printf '"_s + format + u'\'';
}

} // namespace Tempera
