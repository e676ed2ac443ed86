// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace Tempera {

/// A piece of a text that is shown to people: words as they are or, where a secret stands, the name of the environment variable
/// that holds it. One of the two is empty.
struct ShownPiece {
    QString text;
    QString variable; ///< A name that every shell takes: letters, digits and "_", none of the digits first.

    bool operator==(const ShownPiece &) const = default;
};

/// A text without its secrets, piece by piece.
using ShownText = QList<ShownPiece>;

/// A header of a request.
struct ShownHeader {
    QString name;
    ShownText value;

    bool operator==(const ShownHeader &) const = default;
};

/// All that would be sent for a request, to be read by people and carried out by other programs. Holds no secret.
struct ShownRequest {
    /// Who answers.
    enum class Way {
        Network, ///< A server: method, address, headers and body are what goes over the wire.
        Process, ///< This process: nothing is sent; the body says as JSON what is asked.
    };
    Way way = Way::Network;
    QString method;
    ShownText url; ///< Percent-encoded.
    QList<ShownHeader> headers;
    QByteArray body; ///< Empty = none.

    bool operator==(const ShownRequest &) const = default;
};

/// A name for an environment variable: the text in capitals, with "_" for all that no shell takes in a name.
[[nodiscard]] QString variableNameFor(const QString &text);

} // namespace Tempera
