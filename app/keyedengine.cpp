// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/keyedengine.h"

#include <QTimer>

using namespace Qt::StringLiterals;

namespace Tempera {

/// A generation whose key is still being read. Its guard makes it silent when it is destroyed.
class KeyedEngine::WaitingGeneration final : public Generation
{
public:
    WaitingGeneration(KeyedEngine &engine, const GenerationRequest &request, EventSink sink)
        : m_engine(engine), m_request(request), m_sink(std::move(sink))
    {
        m_engine.m_secrets.read(request.endpoint.keyName, &m_guard, [this](Result<Secret> key) { go(key); });
    }

    void cancel() override
    {
        if (m_started) {
            m_started->cancel();
            return;
        }
        if (m_cancelled)
            return;
        m_cancelled = true;
        // Later, as every sink is called: never out of a call of its own user.
        QTimer::singleShot(0, &m_guard, [this] {
            Event::Finished finished;
            finished.reason = FinishReason::Cancelled;
            m_sink({finished});
        });
    }

private:
    void go(const Result<Secret> &key)
    {
        if (m_cancelled)
            return;
        // Without a key the backend says which one is missing, in its own words.
        // One that was entered meanwhile is newer.
        if (key && !key->isEmpty() && !m_engine.m_keys.contains(m_request.endpoint.keyName)) {
            m_engine.m_keys.insert(m_request.endpoint.keyName, *key);
            m_engine.m_takeKeys(m_engine.m_keys);
        }
        m_started = m_engine.m_inner.start(m_request, m_sink);
    }

    KeyedEngine &m_engine;
    GenerationRequest m_request;
    EventSink m_sink;
    std::unique_ptr<Generation> m_started;
    bool m_cancelled = false;
    QObject m_guard; ///< Last, so that it goes first.
};

KeyedEngine::KeyedEngine(Engine &inner, SecretStore &secrets, TakeKeys takeKeys)
    : m_inner(inner), m_secrets(secrets), m_takeKeys(std::move(takeKeys))
{
}

std::unique_ptr<Generation> KeyedEngine::start(const GenerationRequest &request, EventSink sink)
{
    const QString &name = request.endpoint.keyName;
    if (name.isEmpty() || m_keys.contains(name))
        return m_inner.start(request, std::move(sink));
    return std::make_unique<WaitingGeneration>(*this, request, std::move(sink));
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
