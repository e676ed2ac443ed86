// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/llama/model/llamamodel.h"
#include "app/engine/llama/prompt/templateinput.h"

#include <span>
#include <string>
#include <string_view>

namespace Tempera {

/// Tokens of a rendered prompt in which the markers of a vocabulary (control tokens, and those that a chat template is
/// made of) are markers only where the template wrote them: in what comes from messages they are text. Without any there
/// they are llama.cpp's own tokens of the whole text.
class PromptTokens
{
public:
    /// `chatTemplate` is the source of the template that is in use.
    PromptTokens(const LlamaModel &model, std::string_view chatTemplate);

    /// `inputs` = the bytes of the text that come from messages, in order.
    [[nodiscard]] std::vector<llama_token> tokenize(std::string_view text, std::span<const ByteSpan> inputs) const;

private:
    struct Marker {
        llama_token id = 0;
        std::string text;
        int attributes = 0;
        bool isTextInInput = true; ///< Else it is a piece like any other, which users may have in their texts.
    };
    struct Piece {
        ByteSpan bytes;
        llama_token marker = -1; ///< −1 = text.
    };

    [[nodiscard]] bool isText(const Marker &marker, std::size_t at, std::span<const ByteSpan> inputs) const;
    [[nodiscard]] bool holdsMarkers(std::string_view text, std::span<const ByteSpan> inputs) const;
    [[nodiscard]] std::vector<Piece> split(std::string_view text, std::span<const ByteSpan> inputs) const;
    void split(std::string_view text, const Piece &piece, const Marker &marker, std::span<const ByteSpan> inputs,
               std::vector<Piece> &out) const;
    void addText(std::string_view text, std::vector<llama_token> &tokens) const;

    const LlamaModel &m_model;
    std::vector<Marker> m_markers; ///< The longest first, as llama.cpp looks for them.
};

} // namespace Tempera
