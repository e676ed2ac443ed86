// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/trustpolicy.h"

#include <algorithm>
#include <utility>

namespace Tempera {
namespace {

/// What one use is asked by: a path on the server makes no other question.
KeyUse keyUse(const QString &experiment, const Endpoint &endpoint)
{
    QUrl place;
    const KeyGrant grant = grantFor({experiment, endpoint.keyName, endpoint.baseUrl});
    place.setScheme(grant.scheme);
    place.setHost(grant.host);
    place.setPort(grant.port);
    return {experiment, endpoint.keyName, place};
}

void addMissing(Trust &all, const Trust &more)
{
    for (const KeyGrant &grant : more.keys) {
        if (!all.keys.contains(grant))
            all.keys += grant;
    }
    for (const FolderGrant &grant : more.folders) {
        if (!all.folders.contains(grant))
            all.folders += grant;
    }
}

} // namespace

TrustPolicy::TrustPolicy(TrustStore &store, Endpoints endpoints, EnvironmentLookup variable)
    : m_store(store), m_endpoints(std::move(endpoints)), m_variable(std::move(variable))
{
    if (Result<Trust> kept = m_store.load(); kept)
        m_kept = std::move(*kept);
    else
        m_problem = kept.error();
}

void TrustPolicy::beginRun(const QString &experiment)
{
    const auto isOfRun = [&experiment](const KeyUse &use) { return use.experiment == experiment; };
    m_once.removeIf(isOfRun);
    m_refused.removeIf(isOfRun);
}

bool TrustPolicy::mayHaveKey(const QString &experiment, const Endpoint &endpoint) const
{
    if (isOwnHost(endpoint.keyName, endpoint.baseUrl))
        return true;
    const KeyUse use = keyUse(experiment, endpoint);
    if (allowsKey(m_session, use) || allowsKey(m_kept, use) || m_once.contains(use) || isAddressOfUser(endpoint, m_variable))
        return true;
    const QList<SavedEndpoint> own = m_endpoints ? m_endpoints() : QList<SavedEndpoint>();
    return std::ranges::any_of(own, [&use](const SavedEndpoint &each) {
        const auto isAsked = [&use](const QUrl &address) { return originOf(address) == originOf(use.address); };
        return each.keyName == use.keyName && (isAsked(each.baseUrl) || std::ranges::any_of(each.options.members, isAsked));
    });
}

void TrustPolicy::decide(const QString &experiment, const Endpoint &endpoint, QObject *guard, Decided decided)
{
    const KeyUse use = keyUse(experiment, endpoint);
    const bool isAllowed = mayHaveKey(experiment, endpoint);
    if (isAllowed || !m_question || m_refused.contains(use)) {
        decided(isAllowed);
        return;
    }
    const auto asked = std::ranges::find(m_open, use, &Open::use);
    if (asked != m_open.end()) {
        asked->waiting.push_back({guard, std::move(decided)});
        return;
    }
    m_open.push_back({use, {}});
    m_open.back().waiting.push_back({guard, std::move(decided)});
    m_question(use, [this, use](TrustAnswer said) { return answer(use, said); });
}

Result<void> TrustPolicy::answer(const KeyUse &use, TrustAnswer said)
{
    const auto asked = std::ranges::find(m_open, use, &Open::use);
    if (asked == m_open.end())
        return {}; // it was answered already
    const std::vector<Waiting> waiting = std::move(asked->waiting);
    m_open.erase(asked);
    if (said == TrustAnswer::No)
        m_refused += use;
    else
        m_once += use;
    Result<void> kept;
    if (said == TrustAnswer::Always && !use.experiment.isEmpty()) // what was never saved has no name to keep it under
        kept = keep(Trust{{grantFor(use)}, {}});
    for (const Waiting &each : waiting) {
        if (each.guard)
            each.decided(said != TrustAnswer::No);
    }
    return kept;
}

QStringList TrustPolicy::folders(const QString &experiment) const
{
    return foldersFor(m_session, experiment) + foldersFor(m_kept, experiment);
}

void TrustPolicy::allow(const Trust &trust)
{
    addMissing(m_session, trust);
    const auto isAllowed = [this](const KeyUse &use) { return allowsKey(m_session, use); };
    m_refused.removeIf(isAllowed);
}

Result<void> TrustPolicy::keep(const Trust &trust)
{
    allow(trust);
    // A file that could not be read is not overwritten; what another window stored meanwhile is kept.
    Result<Trust> all = m_store.load();
    if (!all)
        return std::unexpected(all.error());
    addMissing(*all, trust);
    if (const Result<void> saved = m_store.save(*all); !saved)
        return saved;
    m_kept = std::move(*all);
    return {};
}

Result<void> TrustPolicy::setKept(const Trust &trust)
{
    if (const Result<Trust> readable = m_store.load(); !readable)
        return std::unexpected(readable.error());
    if (const Result<void> saved = m_store.save(trust); !saved)
        return saved;
    // What was given and is withdrawn counts nowhere.
    const auto isGone = [&](const auto &list, const auto &grant) { return !list.contains(grant); };
    for (const KeyGrant &before : std::as_const(m_kept.keys)) {
        if (!isGone(trust.keys, before))
            continue;
        m_session.keys.removeAll(before);
        m_once.removeIf([&before](const KeyUse &use) { return grantFor(use) == before; });
    }
    for (const FolderGrant &before : std::as_const(m_kept.folders)) {
        if (isGone(trust.folders, before))
            m_session.folders.removeAll(before);
    }
    m_kept = trust;
    return {};
}

} // namespace Tempera
