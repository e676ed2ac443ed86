// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/http/codec.h"

namespace Tempera {

/// Google's generateContent, streamed.
///
/// The base URL may end with the version of the API; without one it is v1beta. System messages go as `systemInstruction`; the
/// settings are members of `generationConfig`, whose own members in the file count more; a JSON schema goes as
/// `responseJsonSchema`. "reasoning_effort" of the file is `thinkingConfig.thinkingLevel` ("none": no thinking budget). Seeds
/// are sent as 31 bits, which is all that the API takes. Read against the types of @google/genai 3.1.0 (npm).
class GeminiCodec final : public Codec
{
public:
    [[nodiscard]] QLatin1StringView wire() const override { return geminiWire; }
    [[nodiscard]] Result<WireRequest> encode(const GenerationRequest &request, const Secret &key) const override;
    [[nodiscard]] WireRequest listing(const Endpoint &endpoint, const Secret &key) const override;
    [[nodiscard]] std::unique_ptr<Framing> framing() const override;
    [[nodiscard]] std::unique_ptr<AnswerDecoder> decoder(const GenerationRequest &request) const override;
};

} // namespace Tempera
