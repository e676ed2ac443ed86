// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// A second thread of the lowest priority, which takes batches of a step while its processor has nothing better to do.
#pragma once

#include "network.h"

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <sys/resource.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace trainer {

// The batches of one step, shared by both threads.
struct Work
{
    std::vector<Batch> batches;
    const float *parameters;
    float scale;
    std::size_t next = 0;
    double loss = 0; // of what the helper has done
    bool closed = false; // nothing is taken from the helper any more
};

class Helper
{
public:
    explicit Helper(const Shape &shape)
        : m_network(shape)
        , m_own(Layout(shape).size)
        , m_sum(m_own.size())
        , m_thread([this](const std::stop_token &stop) { run(stop); })
    {
    }

    ~Helper()
    {
        m_thread.request_stop();
        m_wake.notify_all();
    }

    // Does the work with `network`, helped; adds the gradient and gives the loss. What the helper has begun and does
    // not finish soon after the rest is done again here, so that a busy processor cannot hold up the step.
    double finish(const std::shared_ptr<Work> &work, Network &network, std::vector<float> &gradient)
    {
        double loss = 0;
        std::unique_lock lock(m_mutex);
        m_work = work;
        std::fill(m_sum.begin(), m_sum.end(), 0.0F);
        m_wake.notify_all();
        std::chrono::steady_clock::duration taken{};
        while (work->next < work->batches.size()) {
            const Batch &batch = work->batches[work->next++];
            lock.unlock();
            const auto start = std::chrono::steady_clock::now();
            loss += network.learn(batch, work->parameters, work->scale, gradient.data());
            taken = std::chrono::steady_clock::now() - start;
            lock.lock();
        }
        m_done.wait_for(lock, taken / 2, [&] { return m_owner != work.get(); });
        work->closed = true;
        m_work.reset();
        // It may still be at a batch of an earlier step.
        const Batch *left = m_owner == work.get() ? m_busy : nullptr;
        lock.unlock();
        if (left)
            loss += network.learn(*left, work->parameters, work->scale, gradient.data());
        for (std::size_t i = 0; i < m_sum.size(); ++i)
            gradient[i] += m_sum[i];
        return loss + work->loss;
    }

private:
    void run(const std::stop_token &stop)
    {
        setpriority(PRIO_PROCESS, id_t(gettid()), 19);
        std::unique_lock lock(m_mutex);
        while (!stop.stop_requested()) {
            m_wake.wait(lock, [&] { return stop.stop_requested() || (m_work && m_work->next < m_work->batches.size()); });
            if (stop.stop_requested())
                return;
            const std::shared_ptr<Work> work = m_work;
            const Batch &batch = work->batches[work->next++];
            m_busy = &batch;
            m_owner = work.get();
            lock.unlock();
            std::fill(m_own.begin(), m_own.end(), 0.0F);
            const double loss = m_network.learn(batch, work->parameters, work->scale, m_own.data());
            lock.lock();
            m_owner = nullptr;
            if (!work->closed) {
                work->loss += loss;
                for (std::size_t i = 0; i < m_own.size(); ++i)
                    m_sum[i] += m_own[i];
            }
            m_done.notify_all();
        }
    }

    Network m_network;
    std::vector<float> m_own, m_sum;
    std::mutex m_mutex;
    std::condition_variable m_wake, m_done;
    std::shared_ptr<Work> m_work;
    const Batch *m_busy = nullptr; // what the helper is at, which belongs to m_owner
    const Work *m_owner = nullptr;
    std::jthread m_thread;
};

} // namespace trainer
