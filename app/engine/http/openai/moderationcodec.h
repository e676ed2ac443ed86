// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/http/codec.h"

namespace Tempera {

/// OpenAI's moderations, as api.openai.com and servers like it speak them. Question and answer are those of openAiModerationWire; the
/// list of categories does not go over the wire, since the endpoint looks for all of them. Source: OpenAI's reference of
/// "POST /moderations".
class ModerationCodec final : public Codec
{
public:
    [[nodiscard]] QLatin1StringView wire() const override { return openAiModerationWire; }
    [[nodiscard]] Result<WireRequest> encode(const GenerationRequest &request, const Secret &key) const override;
    [[nodiscard]] WireRequest listing(const Endpoint &endpoint, const Secret &key) const override;
    [[nodiscard]] std::unique_ptr<Framing> framing() const override;
    [[nodiscard]] std::unique_ptr<AnswerDecoder> decoder(const GenerationRequest &request) const override;
};

} // namespace Tempera
