// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/core/provider.h"
#include "models/core/settings.h"
#include "models/pricing/catalogrecords.h"

#include <QByteArray>
#include <QDate>
#include <QList>
#include <QMap>

namespace Tempera {

struct TakenPrice;

/// What is known of the models there are: a snapshot of published figures, laid over by the user's own.
/// A value; any thread.
///
/// Form of the JSON (resources/catalog/README.md has it in full):
/// `{"as_of": "2026-11-10", "source": "…", "providers": {"openai": {"title": "OpenAI", "hosts": ["api.openai.com"],
/// "wire": "openai-chat", "takes": ["temperature", …], "families": [{"prefix": "gpt-5", "encoding": "o200k_base", "reasoning": true,
/// "refuses": ["temperature"]}], "models": {"gpt-4o": {"title": "GPT-4o", "context": 128000, "max_output": 16384,
/// "price": {"input": 2.5, "output": 10, "cached_input": 1.25, "tiers": [{"above": 272000, …}]}}}}}}`.
/// Prices are US dollars for a million tokens; an absent one is unknown. Unknown keys are skipped.
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
    /// Lays single prices over those of its models, each with its source and day; models that are not known are added. Those of
    /// providers that are not known are left out.
    void lay(const QList<TakenPrice> &prices);

    /// The servers that the user added by hand, with the names of their keys.
    void setServers(const QList<SavedEndpoint> &servers) { m_servers = servers; }

    /// What an hour of the user's own machine costs, where no record says it of a local model; nothing = local models cost nothing.
    void setMachinePrice(std::optional<Money> perHour) { m_machinePerHour = perHour; }

    /// The record of an endpoint's model; nothing for local, echo and models that the catalog does not know.
    /// A dated name without a record of its own has that of its family ("gpt-4o-2024-11-20" → "gpt-4o").
    [[nodiscard]] std::optional<Capabilities> find(const Endpoint &endpoint) const;
    /// Who answers at an endpoint. Never fails: local models and echo cost nothing; the price of a remote model that is not
    /// known is unknown, and it takes whatever its wire can say. Refused parameters carry a translated reason. The key of the
    /// prices (Capabilities::provider) goes by the host of the base URL ("openai", "openrouter", …); "local", "echo",
    /// "ollama", "self-hosted" for another server on this machine or in a private network; empty when nobody knows.
    [[nodiscard]] Provider providerFor(const Endpoint &endpoint) const;

    /// The prices of what answered: those of the model that the endpoint named in its answer, where the catalog knows it
    /// (an alias, a router or a fallback may lead to another model than the one that was asked), else those of the model
    /// that was asked.
    [[nodiscard]] Price priceOf(const Provider &asked, const QString &answered) const;

    /// Every record, ordered by provider and name.
    [[nodiscard]] QList<Capabilities> all() const;
    /// Day of the snapshot; invalid for an empty catalog.
    [[nodiscard]] QDate asOf() const { return m_asOf; }

private:
    [[nodiscard]] QString keyOf(const Endpoint &endpoint, const Provider &provider) const;
    [[nodiscard]] ProviderRecord recordOf(const QString &key, const Endpoint &endpoint, const Provider &provider) const;
    [[nodiscard]] QString keyNameOf(const Endpoint &endpoint) const;
    void describeRemote(const Endpoint &endpoint, Provider &provider) const;

    QMap<QString, ProviderRecord> m_providers;
    QList<SavedEndpoint> m_servers;
    std::optional<Money> m_machinePerHour;
    QDate m_asOf;
};

} // namespace Tempera
