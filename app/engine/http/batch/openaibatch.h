// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/http/batch/batchcodec.h"

namespace Tempera {

/// OpenAI's Batch API, which others speak too: the requests go as a file, the answers come in two. Type definitions of openai
/// 7.57.0 (npm).
class OpenAiBatch final : public BatchCodec
{
public:
    /// `url`: the place that the requests are for, as the API names it ("/v1/responses").
    OpenAiBatch(const Codec &codec, QString url) : BatchCodec(codec), m_url(std::move(url)) { }

    [[nodiscard]] Limits limits() const override { return {50'000, qint64{200} * 1000 * 1000}; }
    [[nodiscard]] Result<QByteArray> member(const GenerationRequest &request) const override;
    [[nodiscard]] char separator() const override { return '\n'; }
    [[nodiscard]] std::optional<Result<WireRequest>> upload(const BatchCargo &cargo, const Secret &key) const override;
    [[nodiscard]] Result<void> takeUpload(const QByteArray &answer, BatchRecord &record) const override;
    [[nodiscard]] Result<WireRequest> create(const BatchCargo &cargo, const BatchRecord &record,
                                             const Secret &key) const override;
    [[nodiscard]] Result<WireRequest> state(const BatchRecord &record, const Secret &key) const override;
    [[nodiscard]] Result<WireRequest> cancel(const BatchRecord &record, const Secret &key) const override;
    [[nodiscard]] Result<void> take(const QByteArray &answer, BatchRecord &record) const override;
    [[nodiscard]] Result<QList<WireRequest>> results(const BatchRecord &record, const Secret &key) const override;
    [[nodiscard]] BatchResults read(const QByteArray &answer, const QString &source) const override;

private:
    QString m_url;
};

/// The lines of OpenAI's output and error files.
[[nodiscard]] BatchResults readOpenAiBatchLines(QByteArrayView lines, const QString &source);

} // namespace Tempera
