// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/text/evidence.h"

#include "models/core/valuetext.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

QString inSmallLetters(const QString &text, std::vector<qsizetype> *origins)
{
    QString folded;
    folded.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c.isSpace() && (folded.isEmpty() || folded.back() == u' '))
            continue;
        folded += c.isSpace() ? QChar(u' ') : c.toCaseFolded();
        if (origins)
            origins->push_back(i);
    }
    if (folded.endsWith(u' '))
        folded.chop(1);
    return folded;
}

/// "3.12" holds no 12.
bool isInNumber(const QString &text, qsizetype inner, qsizetype sign, qsizetype outer)
{
    return outer >= 0 && outer < text.size() && text.at(inner).isDigit() && text.at(outer).isDigit()
           && (text.at(sign) == u'.' || text.at(sign) == u',');
}

/// Whether no word and no number goes on at either end.
bool standsAlone(const QString &text, qsizetype start, qsizetype length)
{
    const qsizetype end = start + length;
    const bool goesBack =
        start > 0
        && ((isWordLetter(text.at(start)) && isWordLetter(text.at(start - 1))) || isInNumber(text, start, start - 1, start - 2));
    const bool goesOn =
        end < text.size()
        && ((isWordLetter(text.at(end - 1)) && isWordLetter(text.at(end))) || isInNumber(text, end - 1, end, end + 1));
    return !goesBack && !goesOn;
}

QList<TextStretch> placesIn(const QString &text, const QString &value)
{
    QList<TextStretch> places;
    for (qsizetype at = text.indexOf(value); at >= 0 && places.size() < EvidenceSearch::MostPlaces;
         at = text.indexOf(value, at + 1)) {
        if (standsAlone(text, at, value.size()))
            places += TextStretch{at, value.size()};
    }
    return places;
}

/// "1,234.50" as 1234.5 where the point is the decimal sign; not a number where it is none of that form.
double numberWith(QString digits, QChar decimal, QChar group)
{
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    if (digits.count(decimal) > 1 || (digits.contains(decimal) && digits.lastIndexOf(group) > digits.indexOf(decimal)))
        return none;
    digits.remove(group).replace(decimal, u'.');
    bool isNumber = false;
    const double number = digits.toDouble(&isNumber);
    return isNumber ? number : none;
}

} // namespace

bool isWordLetter(QChar c)
{
    switch (c.script()) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Thai:
    case QChar::Script_Lao:
    case QChar::Script_Khmer:
    case QChar::Script_Myanmar: return false;
    default: return c.isLetterOrNumber() || c == u'_';
    }
}

EvidenceSearch::EvidenceSearch(const QString &text) : m_text(text)
{
    m_folded = inSmallLetters(text, &m_origins);
    m_origins.resize(static_cast<std::size_t>(m_folded.size()));
    m_origins.push_back(text.size());
    readNumbers();
}

void EvidenceSearch::readNumbers()
{
    static const QRegularExpression digits(uR"([0-9](?:[.,'’]?[0-9])*)"_s);
    for (QRegularExpressionMatchIterator found = digits.globalMatch(m_text); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        const qsizetype start = match.capturedStart();
        if (!standsAlone(m_text, start, match.capturedLength()))
            continue;
        QString written = match.captured();
        written.remove(u'\'').remove(u'’');
        // A sign belongs to a number where nothing stands before it: "2024-05" holds no −5.
        const bool hasSign = start > 0 && (m_text.at(start - 1) == u'-' || m_text.at(start - 1) == u'−')
                             && (start == 1 || !isWordLetter(m_text.at(start - 2)));
        const double sign = hasSign ? -1 : 1;
        m_numbers.push_back(
            {{start, match.capturedLength()}, sign * numberWith(written, u'.', u','), sign * numberWith(written, u',', u'.')});
    }
}

QList<TextStretch> EvidenceSearch::loosePlaces(const QString &value) const
{
    QList<TextStretch> places = placesIn(m_folded, inSmallLetters(value, nullptr));
    for (TextStretch &place : places) {
        const qsizetype start = m_origins[static_cast<std::size_t>(place.start)];
        const qsizetype last = m_origins[static_cast<std::size_t>(place.start + place.length - 1)];
        place = {start, last + 1 - start};
    }
    return places;
}

QList<TextStretch> EvidenceSearch::numberPlaces(double number) const
{
    const auto isSame = [number](double other) { return std::abs(number - other) <= 1e-9 * std::max(1.0, std::abs(number)); };
    QList<TextStretch> places;
    for (const Number &each : m_numbers) {
        if ((isSame(each.asPoint) || isSame(each.asComma)) && places.size() < MostPlaces)
            places += each.place;
    }
    return places;
}

Evidence EvidenceSearch::find(const QJsonValue &value) const
{
    const QString written = value.isString() || value.isDouble() ? valueText(value).trimmed() : QString();
    if (written.isEmpty())
        return {Evidence::Kind::Unasked, {}};
    if (const QList<TextStretch> places = placesIn(m_text, written); !places.isEmpty())
        return {Evidence::Kind::Exact, places};
    bool isNumber = false;
    const double number = written.toDouble(&isNumber);
    QList<TextStretch> places = isNumber ? numberPlaces(number) : QList<TextStretch>();
    if (places.isEmpty() && value.isString())
        places = loosePlaces(written);
    return {places.isEmpty() ? Evidence::Kind::None : Evidence::Kind::Loose, places};
}

} // namespace Tempera
