// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/http/codec.h"

namespace Tempera {

/// Text classification by Hugging Face's inference API, and by servers like it. Question and answer are those of classificationWire;
/// the label does not go over the wire, since the endpoint tells all of them. Source: Hugging Face's reference of the task
/// "text-classification".
class ClassificationCodec final : public Codec
{
public:
    [[nodiscard]] QLatin1StringView wire() const override { return classificationWire; }
    [[nodiscard]] Result<WireRequest> encode(const GenerationRequest &request, const Secret &key) const override;
    [[nodiscard]] WireRequest listing(const Endpoint &endpoint, const Secret &key) const override;
    [[nodiscard]] std::unique_ptr<Framing> framing() const override;
    [[nodiscard]] std::unique_ptr<AnswerDecoder> decoder(const GenerationRequest &request) const override;
};

} // namespace Tempera
