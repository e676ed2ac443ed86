// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/capability.h"
#include "models/core/endpoint.h"
#include "models/core/error.h"

#include <QByteArray>
#include <QDate>
#include <QHash>
#include <QList>

namespace Tempera {

/// What is known of the models there are: a snapshot of published figures, laid over by the user's own.
/// A value; any thread.
///
/// Form of the JSON: `{"as_of": "2026-11-10", "source": "…", "providers": {"openai": {"gpt-4o": {"title": "GPT-4o",
/// "context": 128000, "max_output": 16384, "encoding": "o200k_base", "refuses": ["temperature"],
/// "price": {"input": "2.5", "output": "10", "cached_input": "1.25", "as_of": "…", "source": "…",
/// "tiers": [{"above": 272000, "input": "5", …}]}}}}}`. Prices are US dollars for a million tokens, numbers or
/// decimal text; an absent one is unknown. Unknown keys are skipped.
class Catalog
{
public:
    /// Reads a catalog. `place` is the file's name for the Error (Syntax, with line and column where the JSON
    /// itself is broken).
    [[nodiscard]] static Result<Catalog> fromJson(const QByteArray &json, const QString &place);
    /// The snapshot that the program carries.
    [[nodiscard]] static Catalog builtIn();

    /// Lays `user` over this one: a model in both is taken from `user` as a whole.
    void overlay(const Catalog &user);

    /// The record of an endpoint's model; nothing for local, echo and models that the catalog does not know.
    /// A dated name without a record of its own has that of its family ("gpt-4o-2024-11-20" → "gpt-4o").
    [[nodiscard]] std::optional<Capabilities> find(const Endpoint &endpoint) const;
    /// Never fails: local models and echo cost nothing; the price of a remote model that is not known is unknown,
    /// and it takes whatever its wire can say. Refused parameters carry a translated reason.
    [[nodiscard]] Capabilities capabilitiesFor(const Endpoint &endpoint) const;

    /// Every record, ordered by provider and name.
    [[nodiscard]] QList<Capabilities> all() const;
    /// Day of the snapshot; invalid for an empty catalog.
    [[nodiscard]] QDate asOf() const { return m_asOf; }

    /// The provider whose prices an endpoint has: by its base URL ("openai", "openrouter", …), "local", "echo";
    /// "self-hosted" for a server on this machine or in the private network, empty when nobody knows.
    [[nodiscard]] static QString providerOf(const Endpoint &endpoint);

private:
    QHash<QString, QHash<QString, Capabilities>> m_models; ///< Provider → model → record.
    QDate m_asOf;
};

} // namespace Tempera
