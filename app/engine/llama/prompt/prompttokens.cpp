// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/llama/prompt/prompttokens.h"

#include <algorithm>
#include <cctype>

namespace Tempera {
namespace {

bool isBlank(char c)
{
    return std::isspace(static_cast<unsigned char>(c)) != 0;
}

} // namespace

PromptTokens::PromptTokens(const LlamaModel &model, std::string_view chatTemplate) : m_model(model)
{
    for (llama_token id = 0; id < model.vocabularySize(); ++id) {
        const int attributes = llama_vocab_get_attr(model.vocab(), id);
        constexpr int Control = LLAMA_TOKEN_ATTR_CONTROL | LLAMA_TOKEN_ATTR_UNKNOWN;
        if ((attributes & (Control | LLAMA_TOKEN_ATTR_USER_DEFINED)) == 0)
            continue;
        std::string text = llama_vocab_get_text(model.vocab(), id);
        if (text.empty())
            continue;
        // A single letter or a space that somebody added to a vocabulary is in every template.
        const bool isOfTemplate = text.size() > 2 && !std::ranges::all_of(text, isBlank) && chatTemplate.contains(text);
        const bool structural = (attributes & Control) != 0 || isOfTemplate || llama_vocab_is_eog(model.vocab(), id);
        m_markers.push_back({id, std::move(text), attributes, structural});
    }
    std::ranges::stable_sort(m_markers, [](const Marker &a, const Marker &b) { return a.text.size() > b.text.size(); });
}

/// Whether a marker that is at this place is text: a message wrote the whole of it. (What a template builds around a
/// role is the template's.)
bool PromptTokens::isText(const Marker &marker, std::size_t at, std::span<const ByteSpan> inputs) const
{
    if (!marker.isTextInInput)
        return false;
    const auto input = std::ranges::upper_bound(inputs, at, {}, &ByteSpan::from);
    return input != inputs.begin() && at + marker.text.size() <= std::prev(input)->to;
}

bool PromptTokens::holdsMarkers(std::string_view text, std::span<const ByteSpan> inputs) const
{
    return std::ranges::any_of(m_markers, [&](const Marker &marker) {
        return marker.isTextInInput && std::ranges::any_of(inputs, [&](const ByteSpan &input) {
                   return text.substr(input.from, input.to - input.from).contains(marker.text);
               });
    });
}

std::vector<llama_token> PromptTokens::tokenize(std::string_view text, std::span<const ByteSpan> inputs) const
{
    if (!holdsMarkers(text, inputs))
        return m_model.tokenize(text);
    std::vector<llama_token> tokens = m_model.tokenize({}); // what begins every text
    for (const Piece &piece : split(text, inputs)) {
        if (piece.marker >= 0)
            tokens.push_back(piece.marker);
        else
            addText(text.substr(piece.bytes.from, piece.bytes.to - piece.bytes.from), tokens);
    }
    return tokens;
}

/// As llama.cpp does it (tokenizer_st_partition): one marker after the other, each in what is still text.
std::vector<PromptTokens::Piece> PromptTokens::split(std::string_view text, std::span<const ByteSpan> inputs) const
{
    std::vector<Piece> pieces{{{0, text.size()}}};
    std::vector<Piece> next;
    for (const Marker &marker : m_markers) {
        if (!text.contains(marker.text))
            continue;
        next.clear();
        for (const Piece &piece : pieces) {
            if (piece.marker >= 0)
                next.push_back(piece);
            else
                split(text, piece, marker, inputs, next);
        }
        pieces.swap(next);
    }
    return pieces;
}

void PromptTokens::split(std::string_view text, const Piece &piece, const Marker &marker, std::span<const ByteSpan> inputs,
                         std::vector<Piece> &out) const
{
    const std::string_view until = text.substr(0, piece.bytes.to);
    std::size_t from = piece.bytes.from;
    const auto addPiece = [&out](std::size_t begin, std::size_t end) {
        if (end > begin)
            out.push_back({{begin, end}});
    };
    std::size_t search = from;
    for (std::size_t at = 0; (at = until.find(marker.text, search)) != std::string_view::npos;) {
        search = at + 1;
        if (isText(marker, at, inputs)) {
            // llama.cpp takes this kind for a marker even where it is told to take none, unless it is not whole.
            if (marker.attributes & LLAMA_TOKEN_ATTR_USER_DEFINED) {
                addPiece(from, at + 1);
                from = at + 1;
            }
            continue;
        }
        std::size_t end = at;
        while ((marker.attributes & LLAMA_TOKEN_ATTR_LSTRIP) && end > from && isBlank(text[end - 1]))
            --end;
        addPiece(from, end);
        out.push_back({{at, at + marker.text.size()}, marker.id});
        from = at + marker.text.size();
        while ((marker.attributes & LLAMA_TOKEN_ATTR_RSTRIP) && from < until.size() && isBlank(text[from]))
            ++from;
        search = from;
    }
    addPiece(from, until.size());
}

void PromptTokens::addText(std::string_view text, std::vector<llama_token> &tokens) const
{
    const auto length = static_cast<std::int32_t>(text.size());
    const std::size_t before = tokens.size();
    std::int32_t room = length + 2; // more where a letter has no token of its own
    while (true) {
        tokens.resize(before + static_cast<std::size_t>(room));
        const std::int32_t count =
            llama_tokenize(m_model.vocab(), text.data(), length, tokens.data() + before, room, false, false);
        if (count >= 0 || count == INT32_MIN) {
            tokens.resize(before + static_cast<std::size_t>(std::max(0, count)));
            return;
        }
        room = -count;
    }
}

} // namespace Tempera
