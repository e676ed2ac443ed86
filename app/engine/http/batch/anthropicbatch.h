// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/http/batch/batchcodec.h"

namespace Tempera {

/// Anthropic's Message Batches: the requests go in one body, the answers come as JSON Lines. Type definitions of
/// @anthropic-ai/sdk 1.12.0 (npm).
class AnthropicBatch final : public BatchCodec
{
public:
    using BatchCodec::BatchCodec;

    [[nodiscard]] Limits limits() const override { return {100'000, qint64{256} * 1000 * 1000}; }
    [[nodiscard]] Result<QByteArray> member(const GenerationRequest &request) const override;
    [[nodiscard]] Result<WireRequest> create(const BatchCargo &cargo, const BatchRecord &record,
                                             const Secret &key) const override;
    [[nodiscard]] Result<WireRequest> state(const BatchRecord &record, const Secret &key) const override;
    [[nodiscard]] Result<WireRequest> cancel(const BatchRecord &record, const Secret &key) const override;
    [[nodiscard]] Result<void> take(const QByteArray &answer, BatchRecord &record) const override;
    [[nodiscard]] Result<QList<WireRequest>> results(const BatchRecord &record, const Secret &key) const override;
    [[nodiscard]] BatchResults read(const QByteArray &answer, const QString &source) const override;
};

} // namespace Tempera
