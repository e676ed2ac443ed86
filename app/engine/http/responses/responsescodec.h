// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/http/codec.h"

namespace Tempera {

/// OpenAI's responses.
///
/// System messages go as `instructions`, a JSON schema as `text.format`; nothing is stored at OpenAI unless the file says so.
/// "reasoning_effort" and "verbosity" of the file go where this API has them. Read against the types of openai 7.57.0 (npm).
class ResponsesCodec final : public Codec
{
public:
    [[nodiscard]] QLatin1StringView wire() const override { return responsesWire; }
    [[nodiscard]] Result<WireRequest> encode(const GenerationRequest &request, const Secret &key) const override;
    [[nodiscard]] WireRequest listing(const Endpoint &endpoint, const Secret &key) const override;
    [[nodiscard]] std::unique_ptr<Framing> framing() const override;
    [[nodiscard]] std::unique_ptr<AnswerDecoder> decoder(const GenerationRequest &request) const override;
};

} // namespace Tempera
