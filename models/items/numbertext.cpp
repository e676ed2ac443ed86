// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/numbertext.h"

#include <QRegularExpression>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// With ASCII digits, signs, points and commas, without blanks.
QString plainNumber(const QString &text)
{
    QString plain;
    for (const QChar c : text.normalized(QString::NormalizationForm_KC)) {
        if (c.isSpace())
            continue;
        if (c.isDigit())
            plain += QChar(u'0' + c.digitValue());
        else if (c == u'−' || c == u'–' || c == u'－')
            plain += u'-';
        else if (c == u'。' || c == u'٫')
            plain += u'.';
        else if (c == u'、')
            plain += u',';
        else if (c == u'’')
            plain += u'\'';
        else
            plain += c;
    }
    return plain;
}

std::optional<double> plainValue(const QString &text)
{
    static const QRegularExpression form(uR"(^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$)"_s);
    if (!form.match(text).hasMatch())
        return std::nullopt;
    bool ok = false;
    const double number = QLocale::c().toDouble(text.startsWith(u'+') ? text.sliced(1) : text, &ok);
    return ok && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

/// Without the locale's separators where they are as it puts them.
std::optional<QString> withoutGroups(const QString &text, const QLocale &locale)
{
    if (!text.contains(u'.') && !text.contains(u',') && !text.contains(u'\''))
        return text;
    const QString separator = plainNumber(locale.groupSeparator());
    if (separator.isEmpty())
        return std::nullopt;
    static const QRegularExpression groups(uR"(^([+-]?\d{1,3})((?:[.,']\d{3})+)$)"_s);
    if (!groups.match(text).hasMatch())
        return std::nullopt;
    QString digits = text;
    digits.remove(separator);
    return digits.contains(u'.') || digits.contains(u',') || digits.contains(u'\'') ? std::nullopt : std::optional(digits);
}

} // namespace

std::optional<double> realFromText(const QString &text, const QLocale &locale)
{
    QString plain = plainNumber(text);
    if (plain.count(u'.') + plain.count(u',') <= 1)
        return plainValue(plain.replace(u',', u'.'));
    const QString point = plainNumber(locale.decimalPoint());
    const qsizetype at = plain.indexOf(point);
    const std::optional<QString> whole = withoutGroups(at < 0 ? plain : plain.first(at), locale);
    return whole ? plainValue(at < 0 ? *whole : *whole + u'.' + plain.sliced(at + point.size())) : std::nullopt;
}

std::optional<double> wholeFromText(const QString &text, const QLocale &locale)
{
    const std::optional<QString> plain = withoutGroups(plainNumber(text), locale);
    const std::optional<double> number = plain ? plainValue(*plain) : std::nullopt;
    return number && std::floor(*number) == *number ? number : std::nullopt;
}

std::optional<std::uint64_t> seedFromText(const QString &text, const QLocale &locale)
{
    const std::optional<QString> plain = withoutGroups(plainNumber(text), locale);
    bool ok = false;
    const qulonglong number = plain && !plain->startsWith(u'-') ? plain->toULongLong(&ok) : 0;
    return ok ? std::optional<std::uint64_t>(number) : std::nullopt;
}

bool mayBecomeNumber(const QString &text)
{
    static const QRegularExpression form(uR"(^[+-]?[\d.,']*([eE][+-]?\d*)?$)"_s);
    return form.match(plainNumber(text)).hasMatch();
}

QString numberToText(double number, const QLocale &locale)
{
    constexpr double Small = 1e-7;
    constexpr double Large = 1e16;
    const double size = std::abs(number);
    const bool plain = size == 0 || (size >= Small && size < Large);
    return QString::number(number, plain ? 'f' : 'g', QLocale::FloatingPointShortest).replace(u'.', locale.decimalPoint());
}

} // namespace Tempera
