// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/backend.h"
#include "app/engine/http/wires.h"
#include "models/core/knownsecrets.h"
#include "models/core/ports/clock.h"

#include <QNetworkAccessManager>

namespace Tempera {

/// Answers over HTTP: one network manager, one codec for each API. Made, used and destroyed on the engine thread.
class HttpBackend final : public Backend
{
public:
    /// `clock` must outlive the backend.
    explicit HttpBackend(const Clock &clock, Wires wires = allWires());
    ~HttpBackend() override;

    [[nodiscard]] bool handles(const Endpoint &endpoint) const override;
    [[nodiscard]] std::unique_ptr<BackendJob> start(const GenerationRequest &request, std::stop_token stop,
                                                    BackendSink sink) override;
    /// Always an error: no endpoint of this kind counts for us.
    void countTokens(const Endpoint &endpoint, const Messages &messages, PromptForm form,
                     std::function<void(Result<TokenCount>)> callback) override;
    [[nodiscard]] QByteArray answerKey(const GenerationRequest &request) const override;
    void setKeys(const KeyRing &keys) override { m_keys = keys; }

private:
    [[nodiscard]] KnownSecrets secretsOf(const Endpoint &endpoint) const;
    [[nodiscard]] Result<Secret> keyFor(const Endpoint &endpoint) const;

    const Clock &m_clock;
    Wires m_wires;
    KeyRing m_keys;
    QNetworkAccessManager m_network;
};

} // namespace Tempera
