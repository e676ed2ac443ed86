// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/settings/chainedsecretstore.h"

#include "app/settings/environmentsecretstore.h"
#include "app/settings/keychainsecretstore.h"

#include <iterator>
#include <optional>
#include <utility>

namespace Tempera {
namespace {

/// One read on its way along the stores; keeps them alive meanwhile.
struct Search {
    std::vector<std::shared_ptr<SecretStore>> stores;
    QString name;
    QObject *guard;
    std::function<void(Result<Secret>)> callback;
    std::optional<Error> firstError;
};

void ask(const std::shared_ptr<Search> &search, std::size_t index)
{
    if (index == search->stores.size())
        return search->callback(search->firstError ? Result<Secret>(std::unexpected(*search->firstError)) : Secret());
    search->stores[index]->read(search->name, search->guard, [search, index](const Result<Secret> &secret) {
        if (secret && !secret->isEmpty())
            return search->callback(secret);
        if (!secret)
            search->firstError = secret.error();
        ask(search, index + 1);
    });
}

} // namespace

ChainedSecretStore::ChainedSecretStore(std::vector<std::unique_ptr<SecretStore>> stores)
    : m_stores(std::make_move_iterator(stores.begin()), std::make_move_iterator(stores.end()))
{
    Q_ASSERT(!m_stores.empty());
}

void ChainedSecretStore::read(const QString &name, QObject *guard, std::function<void(Result<Secret>)> callback)
{
    ask(std::make_shared<Search>(m_stores, name, guard, std::move(callback), std::nullopt), 0);
}

void ChainedSecretStore::write(const QString &name, const Secret &secret, QObject *guard,
                               std::function<void(Result<void>)> callback)
{
    m_stores.back()->write(name, secret, guard, std::move(callback));
}

std::unique_ptr<SecretStore> systemSecretStore()
{
    std::vector<std::unique_ptr<SecretStore>> stores;
    stores.push_back(std::make_unique<EnvironmentSecretStore>());
    stores.push_back(std::make_unique<KeychainSecretStore>());
    return std::make_unique<ChainedSecretStore>(std::move(stores));
}

} // namespace Tempera
