// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/http/codec.h"

namespace Tempera {

/// OpenAI's chat completions at Azure: the model is a deployment in the address, the key is in "api-key".
///
/// A base URL that ends with "/openai/v1" is Azure's newer API, which has the address of OpenAI's own and no version beside it.
/// Else the version is what the endpoint says, or its address as "api-version", or 2024-10-21.
class AzureChatCodec final : public Codec
{
public:
    [[nodiscard]] QLatin1StringView wire() const override { return azureChatWire; }
    [[nodiscard]] Result<WireRequest> encode(const GenerationRequest &request, const Secret &key) const override;
    [[nodiscard]] WireRequest listing(const Endpoint &endpoint, const Secret &key) const override;
    [[nodiscard]] std::unique_ptr<Framing> framing() const override;
    [[nodiscard]] std::unique_ptr<AnswerDecoder> decoder(const GenerationRequest &request) const override;
};

} // namespace Tempera
