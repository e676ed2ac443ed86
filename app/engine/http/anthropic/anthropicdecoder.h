// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/http/wire/jsondecoder.h"

namespace Tempera {

/// Reads Anthropic's messages: named events, each with its type inside, or one message. Its usage is told in parts that add up:
/// the input at the beginning, the output at the end.
class AnthropicDecoder final : public JsonDecoder
{
public:
    AnthropicDecoder();

protected:
    void takePiece(const QByteArray &event, const QJsonObject &piece, GenerationBatch &events) override;
    [[nodiscard]] bool takeWhole(const QJsonObject &answer, GenerationBatch &events) override;

private:
    void takeMessage(const QJsonObject &message, GenerationBatch &events);
    void takeBlock(const QJsonObject &block, GenerationBatch &events);
    void takeDelta(const QJsonObject &delta, GenerationBatch &events);
    void takeArguments(const QString &piece, GenerationBatch &events);
    void takeStop(const QString &reason, GenerationBatch &events);
    void takeUsageOf(const QJsonObject &usage, bool isLast);

    QJsonObject m_told; ///< All of the usage so far.
    bool m_sawBlock = false;
    int m_call = -1;       ///< The number of the call that began last.
    bool m_isCall = false; ///< The block that is being written is the call of a tool.
};

} // namespace Tempera
