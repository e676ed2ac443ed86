// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/http/codec.h"

namespace Tempera {

/// llama-server's completion: a text that is continued, without a chat template.
///
/// The texts of the messages are the prompt, one after the other. The base URL is that of the server; a "/v1" at its end, which
/// leads to its APIs after OpenAI's, does not count. All samplers go under llama-server's names, as ours are. Source: llama.cpp
/// v0.5.0, tools/server/README.md.
class CompletionCodec final : public Codec
{
public:
    [[nodiscard]] QLatin1StringView wire() const override { return llamaCompletionWire; }
    [[nodiscard]] Result<WireRequest> encode(const GenerationRequest &request, const Secret &key) const override;
    [[nodiscard]] WireRequest listing(const Endpoint &endpoint, const Secret &key) const override;
    [[nodiscard]] std::unique_ptr<Framing> framing() const override;
    [[nodiscard]] std::unique_ptr<AnswerDecoder> decoder(const GenerationRequest &request) const override;
};

} // namespace Tempera
