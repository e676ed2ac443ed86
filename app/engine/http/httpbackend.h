// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/backend.h"
#include "app/engine/enginesettings.h"
#include "app/engine/http/servernetworks.h"
#include "app/engine/http/wires.h"
#include "models/core/knownsecrets.h"
#include "models/core/ports/clock.h"

#include <QList>

#include <utility>

namespace Tempera {

/// Answers over HTTP: one codec for each API, and the ways to servers that the user's options make. Made, used and destroyed on the engine thread.
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
    void setEngineSettings(const EngineSettings &settings) override { m_settings = settings; }

private:
    [[nodiscard]] KnownSecrets secretsOf(const Endpoint &endpoint);
    [[nodiscard]] GenerationRequest asSent(const GenerationRequest &request) const;
    [[nodiscard]] Result<Secret> keyFor(const Endpoint &endpoint) const;

    const Clock &m_clock;
    Wires m_wires;
    KeyRing m_keys;
    EngineSettings m_settings;
    ServerNetworks m_networks;
    QList<std::pair<Endpoint, KnownSecrets>> m_secrets; ///< Of the endpoints that were asked last: to find them takes a while.
};

} // namespace Tempera
