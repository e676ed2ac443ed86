// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/verdict.h"

#include <QStringList>

namespace Tempera {

/// Kinds of personal data that are found by their form: email, phone, iban (with its check digits, ISO 13616), card (with the check
/// digit of Luhn, ISO/IEC 7812-1) and ip (addresses of both versions).
[[nodiscard]] const QStringList &personalDataKinds();

struct PersonalDatum {
    QString kind;
    AnswerSpan place;
};

/// What of some kinds is in a text, in order of the kinds, at most 20 places.
[[nodiscard]] QList<PersonalDatum> personalDataIn(const QString &text, const QStringList &kinds);

/// Flesch's reading ease of an English text (1948): 206.835 − 1.015 words/sentence − 84.6 syllables/word, syllables counted by
/// groups of vowels; 100 is very easy, 0 very hard. Nothing without a word.
[[nodiscard]] std::optional<double> readingEase(const QString &text);

} // namespace Tempera
