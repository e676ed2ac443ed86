// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/http/wire/jsondecoder.h"

namespace Tempera {

/// Reads OpenAI's responses: events, each with its type inside, of which the last holds the whole response; or that alone.
class ResponsesDecoder final : public JsonDecoder
{
public:
    ResponsesDecoder();

protected:
    void takePiece(const QByteArray &event, const QJsonObject &piece, GenerationBatch &events) override;
    [[nodiscard]] bool takeWhole(const QJsonObject &answer, GenerationBatch &events) override;

private:
    void takeDelta(const QString &type, const QJsonObject &piece, GenerationBatch &events);
    void takeItem(const QJsonObject &item, GenerationBatch &events);
    void takeCall(const QJsonObject &item, GenerationBatch &events);
    void takeEnd(const QJsonObject &response, GenerationBatch &events);

    bool m_sawCall = false;
};

} // namespace Tempera
