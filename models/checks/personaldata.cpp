// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/personaldata.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

QString onlyLettersAndDigits(const QString &text)
{
    QString plain;
    for (const QChar c : text) {
        if (c.isLetterOrNumber())
            plain += c.toUpper();
    }
    return plain;
}

bool hasLuhnDigit(const QString &written)
{
    const QString digits = onlyLettersAndDigits(written);
    if (digits.size() < 13 || digits.size() > 19)
        return false;
    int sum = 0;
    for (qsizetype i = 0; i < digits.size(); ++i) {
        int digit = digits[digits.size() - 1 - i].digitValue();
        if (i % 2 == 1)
            digit = digit > 4 ? digit * 2 - 9 : digit * 2;
        sum += digit;
    }
    return sum % 10 == 0;
}

/// ISO 7064 MOD 97-10, with the first four characters at the end and letters as 10 to 35.
bool hasIbanDigits(const QString &written)
{
    const QString plain = onlyLettersAndDigits(written);
    if (plain.size() < 15 || plain.size() > 34)
        return false;
    int rest = 0;
    for (const QChar c : plain.sliced(4) + plain.first(4)) {
        const int value = c.isDigit() ? c.digitValue() : c.unicode() - u'A' + 10;
        rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
    }
    return rest == 1;
}

bool isPhone(const QString &written)
{
    const auto digits = std::ranges::count_if(written, [](QChar c) { return c.isDigit(); });
    return digits >= 8 && digits <= 15; // E.164
}

bool isAddressV4(const QString &written)
{
    const QStringList parts = written.split(u'.');
    return std::ranges::all_of(parts, [](const QString &part) { return part.toInt() <= 255; });
}

struct PersonalDataForm {
    QString kind;
    QRegularExpression form;
    bool (*holds)(const QString &written); ///< Null: the form is enough.
};

const QList<PersonalDataForm> &dataForms()
{
    static const QList<PersonalDataForm> forms{
        {u"email"_s,
         QRegularExpression(uR"(\b[A-Za-z0-9._%+\-]{1,64}@[A-Za-z0-9\-]{1,63}(?:\.[A-Za-z0-9\-]{1,63})*\.[A-Za-z]{2,24}\b)"_s),
         nullptr},
        {u"phone"_s,
         QRegularExpression(uR"((?<![\w.+\-])(?:\+\d|\(\d{2,5}\)|0\d|\d{3}[\s\-]\d{3}[\s\-])[\d\s()\-/]{4,20}\d(?![\w\-]))"_s),
         &isPhone},
        {u"iban"_s, QRegularExpression(uR"(\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b)"_s), &hasIbanDigits},
        {u"card"_s, QRegularExpression(uR"((?<![\d\-])(?:\d[ \-]?){12,18}\d(?![\d\-]))"_s), &hasLuhnDigit},
        {u"ip"_s, QRegularExpression(uR"((?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.]))"_s), &isAddressV4},
        {u"ip"_s,
         QRegularExpression(
             uR"((?<![\w:])(?:[0-9A-Fa-f]{1,4}:){7}[0-9A-Fa-f]{1,4}(?![\w:])|(?<![\w:])(?:[0-9A-Fa-f]{1,4}:){1,6}(?::[0-9A-Fa-f]{1,4}){1,6}(?![\w:]))"_s),
         nullptr},
    };
    return forms;
}

int syllablesIn(const QString &word)
{
    static const QRegularExpression group(u"[aeiouy]+"_s, QRegularExpression::CaseInsensitiveOption);
    int count = static_cast<int>(word.count(group));
    const QString lower = word.toLower();
    if (count > 1 && lower.endsWith(u'e') && !lower.endsWith("le"_L1)) // silent
        --count;
    return std::max(1, count);
}

} // namespace

const QStringList &personalDataKinds()
{
    static const QStringList kinds{u"email"_s, u"phone"_s, u"iban"_s, u"card"_s, u"ip"_s};
    return kinds;
}

QList<PersonalDatum> personalDataIn(const QString &text, const QStringList &kinds)
{
    constexpr qsizetype mostPlaces = 20;
    QList<PersonalDatum> found;
    for (const PersonalDataForm &form : dataForms()) {
        if (!kinds.contains(form.kind))
            continue;
        for (const QRegularExpressionMatch &match : form.form.globalMatch(text)) {
            if (found.size() == mostPlaces)
                return found;
            if (!form.holds || form.holds(match.captured()))
                found += PersonalDatum{form.kind, {match.capturedStart(), match.capturedLength()}};
        }
    }
    return found;
}

std::optional<double> readingEase(const QString &text)
{
    static const QRegularExpression word(u"\\p{L}[\\p{L}'\u2019]*"_s, QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression end(u"[.!?]+(?=\\s|$)"_s);
    double words = 0;
    double syllables = 0;
    for (const QRegularExpressionMatch &match : word.globalMatch(text)) {
        ++words;
        syllables += syllablesIn(match.captured());
    }
    if (words == 0)
        return std::nullopt;
    const auto sentences = static_cast<double>(std::max<qsizetype>(1, text.trimmed().count(end)));
    return 206.835 - 1.015 * words / sentences - 84.6 * syllables / words;
}

} // namespace Tempera
