// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/keyring.h"
#include "models/core/ports/engine.h"
#include "models/core/ports/secretstore.h"

#include <QObject>

#include <map>

namespace Tempera {

/// An engine that sees to it that a request's key has been looked up before the request starts. A key is read
/// once, unless another one is entered; one that is missing is looked for again with the next request, as it may have been set
/// meanwhile. A key that may not be sent to the request's address is not: on this machine the request goes without it, elsewhere
/// it fails before anything is sent.
class KeyedEngine final : public Engine
{
public:
    using TakeKeys = std::function<void(const KeyRing &)>;

    /// Whether the key of an endpoint may be sent to its address; asks for an answer, which comes at once or later.
    using MayHaveKey = std::function<void(const QString &experiment, const Endpoint &endpoint, QObject *guard,
                                          std::function<void(bool)> decided)>;

    /// The servers that the user has set for an endpoint that names none itself, which is then a pool of them.
    using MembersOf = std::function<QList<QUrl>(const Endpoint &endpoint)>;

    /// `inner` and `secrets` outlive it. `takeKeys` hands the keys to where they are used. `mayHaveKey` is asked for each
    /// request that there is a key for, once for each server of a pool: the key goes to all of them or to none.
    KeyedEngine(Engine &inner, SecretStore &secrets, TakeKeys takeKeys, MayHaveKey mayHaveKey, MembersOf membersOf = {});
    ~KeyedEngine() override;

    /// The engine for the requests of one experiment, by its path; lives as long as this one. Those that are started here
    /// itself are of no experiment.
    [[nodiscard]] Engine &forExperiment(const QString &path);

    [[nodiscard]] std::unique_ptr<Generation> start(const GenerationRequest &request, EventSink sink) override;
    void countTokens(const Endpoint &endpoint, const Messages &messages, PromptForm form, QObject *guard,
                     std::function<void(Result<TokenCount>)> callback) override;

    /// A key for the requests that start from now on, until the program ends; before what is kept elsewhere. An empty
    /// one is forgotten.
    void setKey(const QString &name, const Secret &key);
    /// The key as a request would get it; empty where there is none, and where the keychain cannot be asked. The callback
    /// comes later, unless the guard is gone.
    void findKey(const QString &name, QObject *guard, std::function<void(Secret)> callback);

private:
    class WaitingGeneration;
    class OfExperiment;

    [[nodiscard]] std::unique_ptr<Generation> startFor(const QString &experiment, const GenerationRequest &request,
                                                       EventSink sink);

    Engine &m_inner;
    SecretStore &m_secrets;
    TakeKeys m_takeKeys;
    MayHaveKey m_mayHaveKey;
    MembersOf m_membersOf;
    KeyRing m_keys;
    std::map<QString, std::unique_ptr<OfExperiment>> m_experiments;
};

} // namespace Tempera
