// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/livelabels.h"

#include "models/experiment/labelset.h"

#include <atomic>
#include <chrono>
#include <utility>

using namespace std::chrono_literals;

namespace Tempera {
namespace {

/// For all values together, after which none is rendered any more: each may be a long script.
constexpr std::chrono::milliseconds mostLabelSearch = 2s;

} // namespace

/// What the background works on. Nobody else touches it meanwhile, but to stop it.
struct LiveLabels::Work {
    explicit Work(const Experiment &of) : experiment(of) { }

    void run()
    {
        if (isStopped)
            return;
        Limits limits;
        limits.stop = [this, end = std::chrono::steady_clock::now() + mostLabelSearch] {
            return isStopped || std::chrono::steady_clock::now() >= end;
        };
        if (const Result<std::unique_ptr<TemplateEngine>> templates = TemplateEngine::create(limits))
            labels = labelsOf(experiment, **templates);
    }

    const Experiment experiment;
    std::atomic_bool isStopped = false;
    QStringList labels = {};
};

LiveLabels::LiveLabels(Background *background, QObject *parent) : QObject(parent), m_background(background) { }

LiveLabels::~LiveLabels()
{
    stop();
}

void LiveLabels::stop()
{
    if (m_work)
        m_work->isStopped = true;
    m_work.reset();
}

void LiveLabels::update(const Experiment &experiment)
{
    if (m_work ? m_work->experiment == experiment : m_known == experiment)
        return;
    stop();
    const auto work = std::make_shared<Work>(experiment);
    m_work = work;
    if (!m_background) {
        work->run();
        take(work);
        return;
    }
    m_background->run([work] { work->run(); }, this, [this, work] { take(work); });
}

void LiveLabels::take(const std::shared_ptr<Work> &work)
{
    if (work != m_work)
        return; // another experiment is asked for
    m_work.reset();
    m_labels = work->labels;
    m_known = work->experiment;
    Q_EMIT changed();
    if (isCurrent() && m_waiting)
        std::exchange(m_waiting, {})();
}

void LiveLabels::whenCurrent(std::function<void()> callback)
{
    m_waiting = std::move(callback);
    if (isCurrent())
        std::exchange(m_waiting, {})();
}

} // namespace Tempera
