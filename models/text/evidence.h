// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/text/diffview.h"

#include <QJsonValue>
#include <QString>

#include <vector>

namespace Tempera {

/// Whether a letter belongs to a word that ends where other letters come. Scripts without spaces have no words that could be told
/// from their neighbours.
[[nodiscard]] bool isWordLetter(QChar c);

/// Where a value stands in a text.
struct Evidence {
    enum class Kind : quint8 {
        None,  ///< Nowhere: it may be invented.
        Loose, ///< In other capitals, with other spaces, or as a number that is written in another way.
        Exact,
        Unasked, ///< It is no text and no number, or an empty one: it would prove nothing.
    };
    Kind kind = Kind::None;
    QList<TextStretch> places; ///< At most EvidenceSearch::MostPlaces, from left to right.

    bool operator==(const Evidence &) const = default;
};

/// Looks for extracted values in the text that they were extracted from. A value has to stand there as whole words. A pure value;
/// takes a step a letter of the text for each value.
class EvidenceSearch
{
public:
    static constexpr qsizetype MostPlaces = 100;

    explicit EvidenceSearch(const QString &text);

    /// First as it is written; then without regard to capitals and to how many spaces, line ends included, stand between its
    /// words; a number also as "1,234.50" or "1.234,50" for 1234.5.
    [[nodiscard]] Evidence find(const QJsonValue &value) const;
    [[nodiscard]] const QString &text() const { return m_text; }

private:
    /// A number in the text.
    struct Number {
        TextStretch place;
        double asPoint = 0; ///< Read with a decimal point; not a number where that cannot be.
        double asComma = 0;
    };
    void readNumbers();
    [[nodiscard]] QList<TextStretch> loosePlaces(const QString &value) const;
    [[nodiscard]] QList<TextStretch> numberPlaces(double number) const;

    QString m_text;
    QString m_folded;                 ///< In small letters, one space where there are several.
    std::vector<qsizetype> m_origins; ///< Where a letter of it stands in the text, and behind the last one its length.
    std::vector<Number> m_numbers;
};

} // namespace Tempera
