// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/request.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>
#include <vector>

namespace Tempera {

enum class Thumb : std::uint8_t { None, Up, Down };

/// What a person thinks of one answer. A plain value.
struct Rating {
    Thumb thumb = Thumb::None;
    std::optional<double> score = {}; ///< In [0, 1].
    QString comment = {};
    QStringList tags = {}; ///< As tagsFromText() makes them.

    [[nodiscard]] bool isEmpty() const { return thumb == Thumb::None && !score && comment.isEmpty() && tags.isEmpty(); }
    /// The score; where there is none, 1 for up and 0 for down. Nothing: it says neither good nor bad.
    [[nodiscard]] std::optional<double> value() const;
    bool operator==(const Rating &) const = default;
};

/// Longest comment that is kept, in UTF-16 units.
inline constexpr qsizetype longestComment = 20'000;

/// Tags as they are typed, between commas or blanks: without what nobody sees, each once, capitals aside; none is longer than
/// 60 UTF-16 units, and there are at most 50.
[[nodiscard]] QStringList tagsFromText(const QString &text);

/// "up", "down", "": for ledger and exports.
[[nodiscard]] QString thumbName(Thumb thumb);
[[nodiscard]] Thumb thumbFromName(const QString &name);

/// Which of two answers to one case is better. Skipped: nobody says so.
enum class Preference : std::uint8_t { First, Second, Tie, Skipped };

/// "first", "second", "tie", "skipped": for ledger and exports.
[[nodiscard]] QString preferenceName(Preference preference);
[[nodiscard]] Preference preferenceFromName(const QString &name);

/// Two answers to one case, beside each other, and what was said of them.
struct JudgedPair {
    CellKey first; ///< That of the first of the two columns that are compared; `second` has its case.
    CellKey second;
    Preference preference = Preference::Skipped;
    bool secondWasLeft = false; ///< Where the second stood when it was judged.
    bool byHand = true;         ///< False: both answers are the same text, and nobody was asked.
    int number = 0;             ///< When it was judged among the pairs of these columns, from 1.

    bool operator==(const JudgedPair &) const = default;
};

struct RatedCell {
    CellKey cell;
    Rating rating;

    bool operator==(const RatedCell &) const = default;
};

/// What people said of the answers of one run.
struct Judgements {
    std::vector<RatedCell> ratings; ///< By key.
    std::vector<JudgedPair> pairs;  ///< By number.

    [[nodiscard]] bool isEmpty() const { return ratings.empty() && pairs.empty(); }
    /// Null: nobody rated it.
    [[nodiscard]] const Rating *ratingOf(const CellKey &cell) const;
};

} // namespace Tempera
