// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QThread>

#include <functional>
#include <memory>
#include <mutex>
#include <utility>

namespace Tempera {

/// Takes one result from another thread back to the thread of the guard, or nowhere when the guard is gone.
/// Made on the guard's thread; called once, on any thread; cheap to copy.
template<typename T>
class Reply
{
public:
    Reply(QObject *guard, std::function<void(T)> callback) : m_box(std::make_shared<Box>())
    {
        Q_ASSERT(guard && guard->thread() == QThread::currentThread());
        m_box->port = new Port(guard, m_box, std::move(callback));
    }

    void operator()(T value) const
    {
        const std::lock_guard lock(m_box->mutex);
        if (Port *port = m_box->port) {
            // The event dies with the port, and the port with its guard.
            QMetaObject::invokeMethod(
                port, [port, value = std::move(value)]() mutable { port->deliver(std::move(value)); }, Qt::QueuedConnection);
        }
    }

private:
    class Port;

    /// What both threads know. The mutex makes sure that the port is there while something is posted to it.
    struct Box {
        std::mutex mutex;
        Port *port = nullptr;
    };

    class Port final : public QObject
    {
    public:
        Port(QObject *guard, std::shared_ptr<Box> box, std::function<void(T)> callback)
            : QObject(guard), m_box(std::move(box)), m_callback(std::move(callback))
        {
        }
        ~Port() override
        {
            const std::lock_guard lock(m_box->mutex);
            m_box->port = nullptr;
        }
        void deliver(T value)
        {
            deleteLater();
            const std::function<void(T)> callback = std::move(m_callback); // it may destroy the guard
            callback(std::move(value));
        }

    private:
        std::shared_ptr<Box> m_box;
        std::function<void(T)> m_callback;
    };

    std::shared_ptr<Box> m_box;
};

} // namespace Tempera
