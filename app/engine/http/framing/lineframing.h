// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/http/framing/framing.h"

namespace Tempera {

/// One JSON object a line (application/x-ndjson), as Ollama's own API streams.
class LineFraming final : public Framing
{
public:
    [[nodiscard]] bool isStream(char first) const override { return first == '{'; }
    [[nodiscard]] QByteArrayView contentType() const override { return "application/x-ndjson"; }
    [[nodiscard]] std::vector<Frame> feed(QByteArrayView bytes) override;
    /// The last line needs no end, if it is JSON; else it was cut, and the bytes end inside a frame.
    [[nodiscard]] std::vector<Frame> end() override;
    [[nodiscard]] bool hasOverflown() const override { return m_overflown; }
    [[nodiscard]] qint64 told() const override { return m_told; }
    [[nodiscard]] qint64 silent() const override { return m_silent; }
    [[nodiscard]] bool isInsideFrame() const override { return !m_line.trimmed().isEmpty(); }

private:
    void endLine(std::vector<Frame> &frames);

    QByteArray m_line; ///< So far, without its end.
    qint64 m_told = 0;
    qint64 m_silent = 0;
    bool m_overflown = false;
};

} // namespace Tempera
