// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <memory>

namespace Tempera {

/// Splits text into the pieces that a tokenizer encodes one by one, with the tokenizer's own pattern, in PCRE2.
/// Immutable after compile(): any number of threads may use one object.
class PieceSplitter
{
public:
    PieceSplitter();
    ~PieceSplitter();
    PieceSplitter(const PieceSplitter &) = delete;
    PieceSplitter &operator=(const PieceSplitter &) = delete;

    /// Takes a pattern of tiktoken's. False where it is none.
    [[nodiscard]] bool compile(QByteArrayView pattern);

    /// Calls visit(start, length) for each piece from the byte offset `from` on, until it gives false.
    /// `utf8` must be valid; what no alternative of the pattern takes (nothing in practice) is one last piece.
    template<typename Visit>
    void eachPiece(QByteArrayView utf8, qsizetype from, const Visit &visit) const
    {
        Matcher matcher(*this, utf8);
        for (qsizetype start = from; start < utf8.size();) {
            const qsizetype end = matcher.endOfPiece(start);
            if (!visit(start, end - start))
                return;
            start = end;
        }
    }

private:
    struct Code;

    /// One walk over one text: what PCRE2 needs to write to.
    class Matcher
    {
    public:
        Matcher(const PieceSplitter &splitter, QByteArrayView utf8);
        ~Matcher();
        Matcher(const Matcher &) = delete;
        Matcher &operator=(const Matcher &) = delete;
        [[nodiscard]] qsizetype endOfPiece(qsizetype start);

    private:
        struct State;
        std::unique_ptr<State> m_state;
    };

    std::unique_ptr<Code> m_code;
};

} // namespace Tempera
