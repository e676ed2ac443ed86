// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/llama/model/llamamodel.h"

#include <span>
#include <unordered_map>

namespace Tempera {

/// Token sequences that decode to the same text.
struct Spellings {
    std::vector<std::vector<llama_token>> paths;
    bool complete = true; ///< False: there are more.
};

/// The vocabulary of a model by the bytes that its tokens add to an answer. Tokens that add none (control tokens) are
/// left out. Made once a model: it reads the whole vocabulary.
class Speller
{
public:
    explicit Speller(const LlamaModel &model);

    /// The tokens that the model's own tokenizer makes of a text in the middle of an answer; where it would change
    /// the text (a space in front, for instance), the shortest spelling. Nothing = the vocabulary cannot encode it.
    [[nodiscard]] std::optional<std::vector<llama_token>> ownTokens(const QByteArray &text) const;
    /// All spellings, as long as their tree has at most `mostNodes` tokens; else that many of those with the fewest
    /// tokens.
    [[nodiscard]] Spellings spellings(const QByteArray &text, int mostNodes) const;
    [[nodiscard]] const std::vector<llama_token> &endTokens() const { return m_endTokens; }

private:
    struct Edge {
        std::size_t end;
        llama_token token;
    };
    struct Lattice;

    [[nodiscard]] std::vector<llama_token> tokenize(const QByteArray &text) const;
    [[nodiscard]] QByteArray bytesOf(std::span<const llama_token> tokens) const;

    const LlamaModel &m_model;
    std::unordered_map<std::string, std::vector<llama_token>> m_tokens;
    std::size_t m_longest = 0;
    std::vector<llama_token> m_endTokens;
};

} // namespace Tempera
