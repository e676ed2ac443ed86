// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/llama/model/speller.h"

#include <algorithm>
#include <limits>

namespace Tempera {
namespace {

constexpr int Unreachable = std::numeric_limits<int>::max();

} // namespace

/// Which tokens lead from each place of a text to a later one, on ways that reach its end.
struct Speller::Lattice {
    std::vector<std::vector<Edge>> edges; ///< By the place where they begin.
    std::vector<int> least;               ///< Fewest tokens from a place to the end.

    Lattice(const Speller &speller, const QByteArray &text)
    {
        const std::string bytes = text.toStdString();
        edges.resize(bytes.size() + 1);
        least.assign(bytes.size() + 1, Unreachable);
        least.back() = 0;
        for (std::size_t place = bytes.size(); place-- > 0;) {
            for (std::size_t length = 1; length <= std::min(speller.m_longest, bytes.size() - place); ++length) {
                const auto found = speller.m_tokens.find(bytes.substr(place, length));
                if (found == speller.m_tokens.end() || least[place + length] == Unreachable)
                    continue;
                least[place] = std::min(least[place], least[place + length] + 1);
                for (const llama_token token : found->second)
                    edges[place].push_back({place + length, token});
            }
        }
    }

    /// Tokens of the tree of all ways; infinite where they are too many to be counted.
    [[nodiscard]] double nodes() const
    {
        std::vector<double> ways(edges.size(), 0);
        ways[0] = 1;
        double sum = 0;
        for (std::size_t place = 0; place < edges.size(); ++place) {
            sum += place > 0 ? ways[place] : 0;
            for (const Edge &edge : edges[place])
                ways[edge.end] += ways[place];
        }
        return sum;
    }

    /// Adds all ways of exactly that many tokens, while `room` for tokens is left. False = it ran out.
    [[nodiscard]] bool collect(std::size_t place, int tokens, std::vector<llama_token> &way, int &room,
                               std::vector<std::vector<llama_token>> &ways) const
    {
        if (tokens == 0) {
            if (place + 1 != edges.size())
                return true;
            room -= static_cast<int>(way.size());
            if (room < 0)
                return false;
            ways.push_back(way);
            return true;
        }
        for (const Edge &edge : edges[place]) {
            if (least[edge.end] > tokens - 1)
                continue;
            way.push_back(edge.token);
            const bool keepGoing = collect(edge.end, tokens - 1, way, room, ways);
            way.pop_back();
            if (!keepGoing)
                return false;
        }
        return true;
    }
};

Speller::Speller(const LlamaModel &model) : m_model(model)
{
    constexpr int NoText = LLAMA_TOKEN_ATTR_CONTROL | LLAMA_TOKEN_ATTR_UNKNOWN | LLAMA_TOKEN_ATTR_UNUSED;
    for (llama_token token = 0; token < model.vocabularySize(); ++token) {
        if (llama_vocab_is_eog(model.vocab(), token)) {
            m_endTokens.push_back(token);
            continue; // it ends an answer and writes nothing
        }
        if ((llama_vocab_get_attr(model.vocab(), token) & NoText) != 0)
            continue;
        const std::string bytes = model.piece(token).toStdString();
        if (bytes.empty())
            continue;
        m_tokens[bytes].push_back(token);
        m_longest = std::max(m_longest, bytes.size());
    }
}

std::vector<llama_token> Speller::tokenize(const QByteArray &text) const
{
    std::vector<llama_token> tokens(static_cast<std::size_t>(text.size()) + 8);
    const int count = llama_tokenize(m_model.vocab(), text.constData(), static_cast<std::int32_t>(text.size()), tokens.data(),
                                     static_cast<std::int32_t>(tokens.size()), false, false);
    tokens.resize(static_cast<std::size_t>(std::max(0, count)));
    return tokens;
}

QByteArray Speller::bytesOf(std::span<const llama_token> tokens) const
{
    QByteArray bytes;
    for (const llama_token token : tokens)
        bytes += m_model.piece(token);
    return bytes;
}

std::optional<std::vector<llama_token>> Speller::ownTokens(const QByteArray &text) const
{
    // A tokenizer that puts a space before a text does not put it after a line break.
    for (const QByteArray &before : {QByteArray(), QByteArray("\n")}) {
        const std::vector<llama_token> tokens = tokenize(before + text);
        for (std::size_t first = 0; first <= std::min<std::size_t>(tokens.size(), 3); ++first) {
            const auto rest = std::span(tokens).subspan(first);
            if (bytesOf(rest) == text)
                return std::vector(rest.begin(), rest.end());
        }
    }
    const Lattice lattice(*this, text);
    std::vector<std::vector<llama_token>> ways;
    std::vector<llama_token> way;
    int room = lattice.least.front();
    if (room == Unreachable)
        return {};
    (void)lattice.collect(0, lattice.least.front(), way, room, ways);
    return ways.front();
}

Spellings Speller::spellings(const QByteArray &text, int mostNodes) const
{
    const Lattice lattice(*this, text);
    Spellings result;
    if (lattice.least.front() == Unreachable)
        return result;
    const bool all = lattice.nodes() <= mostNodes;
    int room = all ? Unreachable : mostNodes;
    std::vector<llama_token> way;
    for (int tokens = lattice.least.front(); tokens <= text.size(); ++tokens) {
        if (!lattice.collect(0, tokens, way, room, result.paths))
            break;
    }
    result.complete = all;
    return result;
}

} // namespace Tempera
