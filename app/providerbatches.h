// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/http/batch/batchclient.h"
#include "models/core/ports/batchservice.h"
#include "models/core/ports/secretstore.h"

namespace Tempera {

/// The batch APIs, with keys that go only where they may: to the same places as those of single requests.
class ProviderBatches final : public BatchService
{
public:
    /// The key of that name; empty where there is none.
    using FindKey = std::function<void(const QString &name, QObject *guard, std::function<void(Secret)> found)>;
    /// Whether the key of an endpoint may be sent to its address, for an experiment.
    using MayHaveKey = std::function<void(const QString &experiment, const Endpoint &endpoint, QObject *guard,
                                          std::function<void(bool)> decided)>;

    /// The same, as far as it is known without asking the user.
    using IsKnownToHaveKey = std::function<bool(const QString &experiment, const Endpoint &endpoint)>;

    /// `clock` outlives it. Without `isKnown` nobody is ever asked.
    ProviderBatches(const Clock &clock, FindKey findKey, MayHaveKey mayHaveKey, IsKnownToHaveKey isKnown = {});

    [[nodiscard]] bool takes(const GenerationRequest &request) const override;
    [[nodiscard]] bool mayAskUnbidden(const BatchRecord &record) const override;
    [[nodiscard]] Result<std::vector<BatchOrder>> orders(std::vector<GenerationRequest> requests) const override;
    [[nodiscard]] Result<QByteArray> line(const GenerationRequest &request) const override;
    [[nodiscard]] BatchResults read(const QByteArray &lines, const QString &source) const override;
    [[nodiscard]] std::unique_ptr<Engine> answering(std::shared_ptr<BatchAnswers> answers) const override;
    void submit(const BatchOrder &order, const BatchRecord &record, QObject *guard, Told told) override;
    void refresh(const BatchRecord &record, QObject *guard, Told told) override;
    void cancel(const BatchRecord &record, QObject *guard, Told told) override;
    void fetch(const BatchRecord &record, QObject *guard, std::function<void(const Result<BatchResults> &)> fetched) override;

private:
    void withKey(const BatchRecord &record, QObject *guard, std::function<void(const Result<Secret> &)> go);

    BatchClient m_client;
    FindKey m_findKey;
    MayHaveKey m_mayHaveKey;
    IsKnownToHaveKey m_isKnown;
};

} // namespace Tempera
