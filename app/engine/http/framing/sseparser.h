// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/http/framing/framing.h"

namespace Tempera {

/// Takes the bytes of a text/event-stream as they come, cut anywhere, and gives the events that are complete.
/// Follows "Server-sent events" of the WHATWG HTML standard, section 9.2.6, apart from id and retry, which mean nothing
/// for a POST that cannot be resumed.
class SseParser final : public Framing
{
public:
    [[nodiscard]] bool isStream(char first) const override { return first != '{' && first != '[' && first != '<'; }
    [[nodiscard]] QByteArrayView contentType() const override { return "text/event-stream"; }
    [[nodiscard]] std::vector<Frame> feed(QByteArrayView bytes) override;
    /// Nothing: an event without the blank line after it is none.
    [[nodiscard]] std::vector<Frame> end() override { return {}; }
    [[nodiscard]] bool hasOverflown() const override { return m_overflown; }
    /// Of lines that say something.
    [[nodiscard]] qint64 told() const override { return m_told; }
    /// Comments are not kept.
    [[nodiscard]] qint64 silent() const override { return m_silent; }
    [[nodiscard]] bool isInsideFrame() const override;

private:
    void extendLine(QByteArrayView part);
    void endLine(std::vector<Frame> &frames);
    void field(QByteArrayView name, QByteArrayView value);

    QByteArray m_line; ///< The line so far, without its end.
    QByteArray m_event;
    QByteArray m_data; ///< Each data line with a line feed after it, as in the standard.
    qint64 m_told = 0;
    qint64 m_silent = 0;
    bool m_first = true;        ///< The next line is the first one and may begin with a byte order mark.
    bool m_afterReturn = false; ///< The last byte was a CR; a LF now belongs to it.
    bool m_overflown = false;
};

} // namespace Tempera
