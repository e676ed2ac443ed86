// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/livepromptreview.h"

#include <chrono>
#include <utility>

using namespace std::chrono_literals;

namespace Tempera {

/// What the background works on; nobody else touches it meanwhile.
struct LivePromptReview::Work {
    std::unique_ptr<TemplateEngine> templates;
    Experiment experiment;
    CellKey shown;
    PromptReview review;
    std::optional<Error> problem;

    void run()
    {
        problem.reset();
        if (!templates) {
            Result<std::unique_ptr<TemplateEngine>> made = TemplateEngine::create();
            if (!made) {
                problem = made.error();
                review = {};
                return;
            }
            templates = std::move(*made);
        }
        review = reviewPrompts(experiment, shown, *templates);
    }
};

LivePromptReview::LivePromptReview(Background *background, QObject *parent)
    : QObject(parent), m_background(background), m_work(std::make_shared<Work>())
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(150ms);
    connect(&m_timer, &QTimer::timeout, this, &LivePromptReview::start);
}

LivePromptReview::~LivePromptReview() = default;

void LivePromptReview::update(const Experiment &experiment, const CellKey &shown)
{
    const bool isSame = m_shown.promptIndex == shown.promptIndex && m_shown.caseIndex == shown.caseIndex;
    if (m_experiment == experiment && isSame && (m_wanted || m_working || m_reviewed == experiment))
        return;
    m_experiment = experiment;
    m_shown = shown;
    m_wanted = true;
    m_timer.start();
}

void LivePromptReview::whenCurrent(std::function<void()> callback)
{
    if (isCurrent()) {
        callback();
        return;
    }
    m_waiting.push_back(std::move(callback));
    start();
}

/// One at a time: what is typed meanwhile is reviewed when this one is done, once.
void LivePromptReview::start()
{
    m_timer.stop();
    if (m_working || !m_wanted)
        return;
    m_working = true;
    m_wanted = false;
    m_work->experiment = m_experiment;
    m_work->shown = m_shown;
    if (!m_background) {
        m_work->run();
        take();
        return;
    }
    m_background->run([work = m_work] { work->run(); }, this, [this] { take(); });
}

void LivePromptReview::take()
{
    m_working = false;
    m_review = m_work->review;
    m_problem = m_work->problem;
    m_reviewed = m_work->experiment;
    m_reviewedKey = m_work->shown;
    Q_EMIT changed();
    if (m_wanted) {
        if (!m_waiting.empty())
            start();
        return;
    }
    const std::vector<std::function<void()>> waiting = std::exchange(m_waiting, {});
    for (const std::function<void()> &callback : waiting)
        callback();
}

} // namespace Tempera
