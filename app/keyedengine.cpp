// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/keyedengine.h"

#include "models/core/hosts.h"
#include "models/core/trust.h"

#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {

/// A generation whose key is still being read, or asked about. Its guard makes it silent when it is destroyed.
class KeyedEngine::WaitingGeneration final : public Generation
{
public:
    WaitingGeneration(KeyedEngine &engine, const QString &experiment, const GenerationRequest &request, EventSink sink)
        : m_engine(engine), m_experiment(experiment), m_request(request), m_sink(std::move(sink))
    {
    }

    /// Not out of the constructor: what is decided at once starts the request.
    void begin()
    {
        const QString &name = m_request.endpoint.keyName;
        if (m_engine.m_keys.contains(name))
            decide();
        else
            m_engine.m_secrets.read(name, &m_guard, [this](const Result<Secret> &key) { take(key); });
    }

    void cancel() override
    {
        if (m_started) {
            m_started->cancel();
            return;
        }
        if (m_over)
            return;
        Event::Finished finished;
        finished.reason = FinishReason::Cancelled;
        end(finished);
    }

private:
    void take(const Result<Secret> &key)
    {
        if (m_over)
            return;
        const QString &name = m_request.endpoint.keyName;
        // One that was entered meanwhile is newer.
        if (key && !key->isEmpty() && !m_engine.m_keys.contains(name)) {
            m_engine.m_keys.insert(name, *key);
            m_engine.m_takeKeys(m_engine.m_keys);
        }
        // Without a key there is nothing to ask, and the backend reports which one is missing.
        if (m_engine.m_keys.contains(name))
            decide();
        else
            m_started = m_engine.m_inner.start(m_request, m_sink);
    }

    /// From here on the request names its servers, so that no others get the key than those that were asked about.
    void decide()
    {
        Endpoint &endpoint = m_request.endpoint;
        if (endpoint.members.isEmpty() && m_engine.m_membersOf)
            endpoint.members = m_engine.m_membersOf(endpoint);
        decideFrom(0);
    }

    void decideFrom(qsizetype place)
    {
        const QList<QUrl> addresses = m_request.endpoint.addresses();
        Endpoint asked = m_request.endpoint;
        asked.members.clear();
        asked.baseUrl = addresses.at(place);
        m_engine.m_mayHaveKey(m_experiment, asked, &m_guard, [this, place, isLast = place + 1 == addresses.size()](bool allowed) {
            if (m_over)
                return;
            if (allowed && !isLast)
                decideFrom(place + 1);
            else
                go(allowed, m_request.endpoint.addresses().at(place));
        });
    }

    void go(bool allowed, const QUrl &address)
    {
        const KeyUse use{m_experiment, m_request.endpoint.keyName, address};
        const QList<QUrl> addresses = m_request.endpoint.addresses();
        const bool isHere = std::ranges::all_of(addresses, [](const QUrl &each) { return isThisMachine(each.host()); });
        if (allowed) {
            m_started = m_engine.m_inner.start(m_request, m_sink);
        } else if (isHere) {
            // A server on this machine seldom wants a key; where it does, it is this one.
            m_request.endpoint.keyName.clear();
            m_started = m_engine.m_inner.start(m_request, [sink = m_sink, use](GenerationBatch batch) {
                for (GenerationEvent &event : batch) {
                    if (auto *failed = std::get_if<Event::Failed>(&event); failed && failed->error.kind == ErrorKind::Auth) {
                        failed->error.detail = refusedKey(use).detail;
                        failed->error.parameter = use.keyName;
                    }
                }
                sink(std::move(batch));
            });
        } else {
            Error error = refusedKey(use);
            error.place = originOf(use.address);
            end(Event::Failed{error});
        }
    }

    /// Later, as every sink is called: never out of a call of its own user.
    void end(GenerationEvent event)
    {
        m_over = true;
        QTimer::singleShot(0, &m_guard, [this, event = std::move(event)] { m_sink({event}); });
    }

    KeyedEngine &m_engine;
    QString m_experiment;
    GenerationRequest m_request;
    EventSink m_sink;
    std::unique_ptr<Generation> m_started;
    bool m_over = false;
    QObject m_guard; ///< Last, so that it goes first.
};

class KeyedEngine::OfExperiment final : public Engine
{
public:
    OfExperiment(KeyedEngine &engine, const QString &path) : m_engine(engine), m_path(path) { }

    [[nodiscard]] std::unique_ptr<Generation> start(const GenerationRequest &request, EventSink sink) override
    {
        return m_engine.startFor(m_path, request, std::move(sink));
    }
    void countTokens(const Endpoint &endpoint, const Messages &messages, PromptForm form, QObject *guard,
                     std::function<void(Result<TokenCount>)> callback) override
    {
        m_engine.countTokens(endpoint, messages, form, guard, std::move(callback));
    }

private:
    KeyedEngine &m_engine;
    QString m_path;
};

KeyedEngine::KeyedEngine(Engine &inner, SecretStore &secrets, TakeKeys takeKeys, MayHaveKey mayHaveKey, MembersOf membersOf)
    : m_inner(inner),
      m_secrets(secrets),
      m_takeKeys(std::move(takeKeys)),
      m_mayHaveKey(std::move(mayHaveKey)),
      m_membersOf(std::move(membersOf))
{
}

KeyedEngine::~KeyedEngine() = default;

Engine &KeyedEngine::forExperiment(const QString &path)
{
    std::unique_ptr<OfExperiment> &engine = m_experiments[path];
    if (!engine)
        engine = std::make_unique<OfExperiment>(*this, path);
    return *engine;
}

std::unique_ptr<Generation> KeyedEngine::start(const GenerationRequest &request, EventSink sink)
{
    return startFor({}, request, std::move(sink));
}

std::unique_ptr<Generation> KeyedEngine::startFor(const QString &experiment, const GenerationRequest &request, EventSink sink)
{
    if (request.endpoint.keyName.isEmpty())
        return m_inner.start(request, std::move(sink));
    auto generation = std::make_unique<WaitingGeneration>(*this, experiment, request, std::move(sink));
    generation->begin();
    return generation;
}

void KeyedEngine::setKey(const QString &name, const Secret &key)
{
    if (key.isEmpty())
        m_keys.remove(name);
    else
        m_keys.insert(name, key);
    m_takeKeys(m_keys);
}

void KeyedEngine::findKey(const QString &name, QObject *guard, std::function<void(Secret)> callback)
{
    if (name.isEmpty() || m_keys.contains(name)) {
        QTimer::singleShot(0, guard, [callback = std::move(callback), key = m_keys.key(name)] { callback(key); });
        return;
    }
    m_secrets.read(name, guard,
                   [callback = std::move(callback)](const Result<Secret> &key) { callback(key.value_or(Secret())); });
}

void KeyedEngine::countTokens(const Endpoint &endpoint, const Messages &messages, PromptForm form, QObject *guard,
                              std::function<void(Result<TokenCount>)> callback)
{
    m_inner.countTokens(endpoint, messages, form, guard, std::move(callback));
}

} // namespace Tempera
