// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/liveverdict.h"

#include "models/session/session.h"

#include <algorithm>
#include <chrono>
#include <stop_token>
#include <utility>

using namespace std::chrono_literals;

namespace Tempera {
namespace {

constexpr std::size_t cellsOfSlice = 131'072;
constexpr auto shortestPause = 400ms;
constexpr auto longestPause = 30'000ms;
constexpr int pausePerWork = 10;

} // namespace

/// One judgement. While a step of it is under way in the background nobody else touches it.
struct LiveVerdict::Work {
    CellTable cells; ///< As they were when it began.
    ScoreSheetMaker maker;
    std::size_t gathered = 0; ///< Cells before it are with the maker.
    int baselineVariant = 0;
    VerdictQuestion question;
    std::shared_ptr<const BaselineRun> baseline;
    std::shared_ptr<const BaselineMatch> match;
    Experiment ran;
    std::optional<Comparability> comparability;
    std::shared_ptr<const BaselineTable> table;
    std::optional<VerdictWork> verdict;
    bool hasMore = true;
    std::stop_source stop;
    std::chrono::steady_clock::duration took{0}; ///< Without the time that it waited for its turn.

    void step()
    {
        const auto begun = std::chrono::steady_clock::now();
        go();
        took += std::chrono::steady_clock::now() - begun;
    }

private:
    void go()
    {
        if (stop.stop_requested()) {
            hasMore = false;
            return;
        }
        if (verdict)
            hasMore = verdict->step();
        else if (gathered < cells.size())
            gather();
        else
            compare();
    }

    void gather()
    {
        const std::size_t end = std::min(gathered + cellsOfSlice, cells.size());
        for (; gathered < end; ++gathered)
            maker.add(cells[gathered]);
    }

    void compare()
    {
        ScoreSheet sheet = maker.take(ran, baselineVariant);
        cells = {}; // while they are shared, a cell that changes is copied with those beside it
        if (baseline && !match)
            match = std::make_shared<BaselineMatch>(ran, *baseline);
        if (baseline) {
            const BaselineJoined joined = putBaselineFirst(sheet, *baseline, *match);
            comparability = joined.comparability;
            table = std::make_shared<BaselineTable>(baseline, *match, joined.counterparts);
        }
        verdict.emplace(std::move(sheet), question);
    }
};

LiveVerdict::LiveVerdict(const Session &session, Background *background, QObject *parent)
    : QObject(parent), m_session(session), m_background(background)
{
    m_later.setSingleShot(true);
    connect(&m_later, &QTimer::timeout, this, &LiveVerdict::judge);
    connect(&session, &Session::planned, this, &LiveVerdict::forget);
    connect(&session, &Session::cellsAdded, this, &LiveVerdict::later);
    connect(&session, &Session::totalsChanged, this, &LiveVerdict::later);
    connect(&session, &Session::finished, this, &LiveVerdict::later);
}

LiveVerdict::~LiveVerdict()
{
    stopWork();
}

void LiveVerdict::stopWork()
{
    if (const std::shared_ptr<Work> work = std::exchange(m_work, nullptr))
        work->stop.request_stop();
}

/// Another run is shown: what was said is of the one before.
void LiveVerdict::forget()
{
    m_match = nullptr;
    m_report = {};
    m_comparability.reset();
    m_table = nullptr;
    m_pause = shortestPause;
    soon();
    Q_EMIT changed();
}

/// A wish or the list of cells is another one: what is under way would say what nobody asked.
void LiveVerdict::soon()
{
    stopWork();
    m_isDue = true;
    if (isNeeded())
        m_later.start(0ms);
}

/// More cells have come. What is under way goes on, or a run with many cells would never be judged.
void LiveVerdict::later()
{
    m_isDue = true;
    if (isNeeded() && !m_later.isActive() && !m_work)
        m_later.start(m_pause);
}

void LiveVerdict::setWatched(bool isWatched)
{
    if (std::exchange(m_isWatched, isWatched) == isWatched)
        return;
    if (isWatched && m_isDue)
        later();
    else if (!isNeeded())
        m_later.stop();
}

void LiveVerdict::setMeasure(ScoreMeasure measure)
{
    if (std::exchange(m_measure, measure) != measure)
        soon();
}

void LiveVerdict::setMargin(std::optional<double> margin)
{
    if (std::exchange(m_question.settings.margin, margin) != margin)
        soon();
}

void LiveVerdict::setBaselineVariant(int variant)
{
    if (std::exchange(m_baselineVariant, variant) != variant && !m_baselineRun)
        soon();
}

void LiveVerdict::setBaselineRun(std::shared_ptr<const BaselineRun> run)
{
    if (m_baselineRun == run)
        return;
    m_baselineRun = std::move(run);
    m_match = nullptr;
    m_comparability.reset();
    m_table = nullptr;
    soon();
    Q_EMIT changed();
}

void LiveVerdict::judge()
{
    m_isDue = false;
    const auto work = std::make_shared<Work>();
    work->cells = m_session.summaries();
    work->maker = ScoreSheetMaker(m_measure);
    work->baselineVariant = m_baselineVariant;
    work->question = m_question;
    work->baseline = m_baselineRun;
    work->match = m_match;
    work->ran = m_session.experiment();
    m_work = work;
    step(work);
}

void LiveVerdict::step(const std::shared_ptr<Work> &work)
{
    if (!m_background) {
        while (work->hasMore)
            work->step();
        take(*work);
        return;
    }
    m_background->run([work] { work->step(); }, this,
                      [this, work] {
                          if (work != m_work) // it was given up
                              return;
                          if (work->hasMore)
                              step(work);
                          else
                              take(*work);
                      });
}

void LiveVerdict::take(Work &work)
{
    m_report = work.verdict->report();
    m_comparability = work.comparability;
    m_table = work.table;
    m_match = work.match;
    m_work = nullptr;
    const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(work.took);
    m_pause = std::clamp<std::chrono::milliseconds>(pausePerWork * took, shortestPause, longestPause);
    if (m_isDue)
        later();
    Q_EMIT changed();
}

} // namespace Tempera
