// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <vector>

namespace Tempera {

/// A complete piece of a streamed answer.
struct Frame {
    QByteArray event; ///< Name, where the framing has one; empty = "message".
    QByteArray data;

    bool operator==(const Frame &) const = default;
};

/// How the body of an answer is cut into frames. Takes the bytes as they come, cut anywhere. Stateful, pure; one for each
/// answer. A frame longer than MaxFrame is no stream that we can use.
class Framing
{
public:
    /// In bytes; nor may a line be longer.
    static constexpr qsizetype MaxFrame = 16 * 1024 * 1024;

    virtual ~Framing() = default;
    /// Whether a body whose first character that is no blank is this one comes in frames; else it is read as a whole.
    /// Servers are careless with the type (an error's JSON comes as an event stream), so the first character decides.
    [[nodiscard]] virtual bool isStream(char first) const = 0;
    /// The type that servers give such a body; empty = a body without content says nothing of its kind.
    [[nodiscard]] virtual QByteArrayView contentType() const = 0;
    /// The frames that are complete.
    [[nodiscard]] virtual std::vector<Frame> feed(QByteArrayView bytes) = 0;
    /// The body is over: what its end makes complete.
    [[nodiscard]] virtual std::vector<Frame> end() = 0;
    /// A frame was too long; what follows is ignored.
    [[nodiscard]] virtual bool hasOverflown() const = 0;
    /// Bytes so far that say something.
    [[nodiscard]] virtual qint64 told() const = 0;
    /// Bytes so far of comments and blank lines, which keep a connection alive and say nothing.
    [[nodiscard]] virtual qint64 silent() const = 0;
    /// The bytes so far end inside a frame.
    [[nodiscard]] virtual bool isInsideFrame() const = 0;
};

} // namespace Tempera
