// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/http/codec.h"

namespace Tempera {

/// Anthropic's messages, as api.anthropic.com, gateways and llama-server speak them.
///
/// The version of the API is 2026-10-21, and 2023-06-01 for a request with a temperature, top-p or top-k, which the newer one
/// does not have; what the endpoint says counts more. System messages go as `system`. A limit of the tokens is obligatory:
/// where none is set it is the model's, else 4,096. "reasoning_effort" of the file is its `output_config.effort`. Read against
/// the types of @anthropic-ai/sdk 1.12.0 (npm).
class AnthropicCodec final : public Codec
{
public:
    [[nodiscard]] QLatin1StringView wire() const override { return anthropicWire; }
    [[nodiscard]] Result<WireRequest> encode(const GenerationRequest &request, const Secret &key) const override;
    [[nodiscard]] WireRequest listing(const Endpoint &endpoint, const Secret &key) const override;
    [[nodiscard]] std::unique_ptr<Framing> framing() const override;
    [[nodiscard]] std::unique_ptr<AnswerDecoder> decoder(const GenerationRequest &request) const override;
};

} // namespace Tempera
