// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <vector>

namespace Tempera {

/// One dispatched event of an event stream.
struct SseFrame {
    QByteArray event; ///< Name; empty = "message".
    QByteArray data;  ///< UTF-8; several data lines are joined by a line feed.

    bool operator==(const SseFrame &) const = default;
};

/// Takes the bytes of a text/event-stream as they come, cut anywhere, and gives the events that are complete.
/// Follows "Server-sent events" of the WHATWG HTML standard, section 9.2.6, apart from id and retry, which mean nothing
/// for a POST that cannot be resumed.
class SseParser
{
public:
    /// An event longer than this is not a stream that we can use, in bytes; nor is a line.
    static constexpr qsizetype MaxEvent = 16 * 1024 * 1024;

    [[nodiscard]] std::vector<SseFrame> feed(QByteArrayView bytes);
    /// An event was longer than MaxEvent; what follows is ignored.
    [[nodiscard]] bool hasOverflown() const { return m_overflown; }
    /// Bytes so far of lines that say something.
    [[nodiscard]] qint64 told() const { return m_told; }
    /// Bytes so far of comments and blank lines, which say nothing. Comments are not kept.
    [[nodiscard]] qint64 silent() const { return m_silent; }
    /// The bytes so far end inside an event.
    [[nodiscard]] bool isInsideEvent() const;

private:
    void extendLine(QByteArrayView part);
    void endLine(std::vector<SseFrame> &frames);
    void field(QByteArrayView name, QByteArrayView value);

    QByteArray m_line; ///< The line so far, without its end.
    QByteArray m_event;
    QByteArray m_data;          ///< Each data line with a line feed behind it, as in the standard.
    qint64 m_told = 0;
    qint64 m_silent = 0;
    bool m_first = true;        ///< The next line is the first one and may begin with a byte order mark.
    bool m_afterReturn = false; ///< The last byte was a CR; a LF now belongs to it.
    bool m_overflown = false;
};

} // namespace Tempera
