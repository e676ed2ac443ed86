// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/http/batch/batchcodec.h"

namespace Tempera {

/// Google's batchGenerateContent with its requests and answers in the messages themselves: one model, less than 20 MB. What is
/// followed is a long-running operation. Type definitions of @google/genai 3.1.0 (npm).
class GeminiBatch final : public BatchCodec
{
public:
    using BatchCodec::BatchCodec;

    [[nodiscard]] Limits limits() const override { return {50'000, qint64{19} * 1000 * 1000}; }
    [[nodiscard]] Result<QByteArray> member(const GenerationRequest &request) const override;
    [[nodiscard]] Result<WireRequest> create(const BatchCargo &cargo, const BatchRecord &record,
                                             const Secret &key) const override;
    [[nodiscard]] Result<WireRequest> state(const BatchRecord &record, const Secret &key) const override;
    [[nodiscard]] Result<WireRequest> cancel(const BatchRecord &record, const Secret &key) const override;
    [[nodiscard]] Result<void> take(const QByteArray &answer, BatchRecord &record) const override;
    [[nodiscard]] Result<void> takeCancel(const QByteArray &answer, BatchRecord &record) const override;
    [[nodiscard]] Result<QList<WireRequest>> results(const BatchRecord &record, const Secret &key) const override;
    [[nodiscard]] BatchResults read(const QByteArray &answer, const QString &source) const override;
};

} // namespace Tempera
