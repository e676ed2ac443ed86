// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <functional>
#include <optional>

namespace Tempera {

/// A token of a JSON text.
struct JsonPiece {
    enum class Kind {
        Open,  ///< "{" or "["
        Close, ///< "}" or "]"
        Comma,
        Name,    ///< Of a member; a colon follows.
        Text,    ///< A string that is a value.
        Literal, ///< A number, true, false, null: as it stands there.
    };
    Kind kind = Kind::Literal;
    QString text; ///< Of strings what they say, without quotes and escapes.

    bool operator==(const JsonPiece &) const = default;
};

/// A JSON text in pieces, in its own order, with its numbers as they are written; nothing where it is no object and no array.
[[nodiscard]] std::optional<QList<JsonPiece>> jsonPieces(const QByteArray &json);

/// How a language writes what JSON says.
struct JsonWords {
    std::function<QString(const QString &)> text; ///< A string as a literal.
    std::function<QString(const QString &)> name; ///< The name of a member, without the colon.
    QString yes = QStringLiteral("true");
    QString no = QStringLiteral("false");
    QString nothing = QStringLiteral("null");
    int indent = 2; ///< Spaces of a level.
};

/// The pieces one member a line, the first line not indented, the others by `level` levels more than their own.
[[nodiscard]] QString writtenPieces(const QList<JsonPiece> &pieces, const JsonWords &words, int level = 0);

/// Which numbers a language has as doubles of 64 bits.
enum class DoubleNumbers {
    All,          ///< JavaScript: whole ones too.
    WithFraction, ///< Python: those with a point or an exponent.
};
/// Whether all of these among the pieces stay the same as doubles.
[[nodiscard]] bool areKeptAsDoubles(const QList<JsonPiece> &pieces, DoubleNumbers numbers);

} // namespace Tempera
