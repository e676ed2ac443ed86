// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/text/tokencounter.h"

#include <QByteArray>

#include <memory>
#include <vector>

namespace Tempera {

/// Tokens of a text that is being edited: after an edit only what the edit can have changed is counted again,
/// so that a keystroke in 100,000 tokens costs well under 2 ms. The result equals BpeEncoding::count() always.
/// Belongs to one thread.
class LiveTokenCount
{
public:
    explicit LiveTokenCount(std::shared_ptr<const BpeEncoding> encoding);

    /// Takes the whole text as it is now; returns its tokens.
    qsizetype update(const QByteArray &utf8);
    [[nodiscard]] qsizetype count() const { return m_count; }

private:
    struct Piece {
        qsizetype start; ///< Byte offset in m_text.
        qsizetype tokens;
    };

    /// Counts again between the unchanged bytes at the start and at the end.
    void recount(const QByteArray &utf8, qsizetype prefix, qsizetype suffix);

    std::shared_ptr<const BpeEncoding> m_encoding;
    QByteArray m_text;
    std::vector<Piece> m_pieces;
    qsizetype m_count = 0;
    bool m_isPieced = true; ///< False while the text was not UTF-8 and could only be counted as a whole.
};

} // namespace Tempera
