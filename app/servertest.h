// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/http/modellisting.h"
#include "models/core/ports/engine.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>
#include <unordered_map>

namespace Tempera {

/// Finds out with one cheap request whether a server answers: it is asked for its models; where it refuses to list them and a model
/// is known, for one token. One thread; what is under way when it goes stays without an answer.
class ServerTest
{
public:
    using Told = std::function<void(ServerReport)>;

    /// It outlives this.
    explicit ServerTest(ModelListing &listing) : m_listing(listing) { }

    /// `engine` is the one that sends what `endpoint` may be sent; it outlives the answer. `key` and `options` are for the
    /// listing alone, the engine has its own. The callback comes later, unless the guard is gone.
    void ask(Engine &engine, const Endpoint &endpoint, const EndpointOptions &options, const Secret &key, QObject *guard,
             const Told &told);

private:
    void generate(Engine &engine, const Endpoint &endpoint, ServerReport report, QObject *guard, const Told &told);

    ModelListing &m_listing;
    quint64 m_last = 0;
    std::unordered_map<quint64, std::unique_ptr<Generation>> m_generations;
};

/// Whether a server that cannot tell its models may answer all the same: it does not have that call, or does not allow it.
[[nodiscard]] bool mayStillGenerate(const Error &listing);

} // namespace Tempera
