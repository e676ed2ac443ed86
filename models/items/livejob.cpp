// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/livejob.h"

#include "models/session/pastanswers.h"
#include "models/session/session.h"

#include <QScopedValueRollback>

#include <algorithm>
#include <chrono>
#include <utility>

using namespace std::chrono_literals;

namespace Tempera {
namespace {

/// Answers that a figure is drawn from: more say little more.
constexpr std::size_t mostSampledAnswers = 2000;
/// Models of the same house that are offered in place of one.
constexpr qsizetype mostOtherModels = 3;

/// Of a variant of a run: what its finished answers took, evenly over all of them.
std::vector<JobAnswer> answersOfVariant(const Session &session, int variant)
{
    std::vector<JobAnswer> answers;
    for (int i = 0; i < session.size(); ++i) {
        const CellSummary &cell = session.summary(i);
        const std::optional<std::int64_t> output = cell.outputTokens.value();
        if (cell.key.variantIndex == variant && cell.state == CellState::Done && output)
            answers.push_back({cell.inputTokens.valueOr(0), *output});
    }
    if (answers.size() <= mostSampledAnswers)
        return answers;
    std::vector<JobAnswer> some;
    for (std::size_t i = 0; i < mostSampledAnswers; ++i)
        some.push_back(answers[i * answers.size() / mostSampledAnswers]);
    return some;
}

/// Of the answers of a variant that were checked; nothing where none was.
std::optional<double> passRateOf(const Session &session, int variant)
{
    std::int64_t checkedCells = 0;
    std::int64_t passed = 0;
    for (int i = 0; i < session.size(); ++i) {
        const CellSummary &cell = session.summary(i);
        if (cell.key.variantIndex != variant || !cell.outcome || cell.verdicts == 0)
            continue;
        ++checkedCells;
        passed += *cell.outcome == Outcome::Pass ? 1 : 0;
    }
    return checkedCells > 0 ? std::optional(static_cast<double>(passed) / static_cast<double>(checkedCells)) : std::nullopt;
}

bool isCheaper(const Price &price, const Price &than)
{
    return price.inputPerMillion && price.outputPerMillion && than.inputPerMillion && than.outputPerMillion
           && *price.inputPerMillion < *than.inputPerMillion && *price.outputPerMillion < *than.outputPerMillion;
}

/// Which variant of a run is this one, settings and all; −1: none.
int variantOfRun(const Experiment &ran, const Variant &variant)
{
    return static_cast<int>(ran.variants.indexOf(variant));
}

} // namespace

LiveJob::LiveJob(const Catalog *catalog, PromptCounter *counter, Background *background, Parallel *parallel, QObject *parent)
    : QObject(parent),
      m_catalog(catalog),
      m_counter(counter),
      m_background(background),
      m_work(std::make_shared<JobCounting>(parallel))
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(300ms);
    connect(&m_timer, &QTimer::timeout, this, &LiveJob::begin);
}

LiveJob::~LiveJob() = default;

void LiveJob::update(const Experiment &experiment)
{
    m_experiment = experiment;
    m_isOld = true;
    m_isStopped = false;
    if (m_isActive)
        m_timer.start();
}

void LiveJob::setActive(bool active)
{
    m_isActive = active;
    if (active && m_isOld && !m_isStopped && !m_timer.isActive())
        begin();
}

void LiveJob::restart()
{
    m_isOld = true;
    m_isStopped = false;
    begin();
}

void LiveJob::stop()
{
    m_timer.stop();
    if (!m_isCounting)
        return;
    m_isStopped = true;
    m_again = false;
    if (m_isWaitingForCounter) // nothing else would end it
        finish();
}

void LiveJob::begin()
{
    m_timer.stop();
    if (m_isCounting && !m_isWaitingForCounter) {
        m_again = true; // the piece that is under way ends first
        return;
    }
    ++m_round;
    m_isWaitingForCounter = false;
    m_again = false;
    m_isOld = false;
    m_isStopped = false;
    m_isCounting = true;
    m_counting = m_experiment;
    m_counted = 0;
    QStringList encodings;
    for (const Variant &variant : std::as_const(m_counting.variants)) {
        const Capabilities model = m_catalog->providerFor(variant.endpoint).capabilities;
        encodings += BpeEncoding::names().contains(model.encoding) ? model.encoding : QString();
    }
    const auto prepare = [work = m_work, experiment = m_counting, encodings, asks = m_counter != nullptr] {
        work->begin(experiment, encodings, asks);
        work->work();
    };
    if (m_background) {
        m_background->run(prepare, this, [this] { afterPiece(); });
        Q_EMIT progressChanged();
        return;
    }
    prepare();
    afterPiece();
}

void LiveJob::continueCounting()
{
    if (m_background) {
        m_background->run([work = m_work] { work->work(); }, this, [this] { afterPiece(); });
        return;
    }
    m_work->work();
    afterPiece();
}

void LiveJob::afterPiece()
{
    if (m_again) {
        m_isCounting = false;
        begin();
        return;
    }
    m_counted = m_work->counted();
    m_cells = m_work->cells();
    m_open = m_work->takeOpen();
    m_nextOpen = 0;
    askCounter();
}

/// One prompt after the other, so that what is edited meanwhile waits for one of them at most.
void LiveJob::askCounter()
{
    if (m_isAskingCounter)
        return;
    const QScopedValueRollback asking(m_isAskingCounter, true);
    m_isWaitingForCounter = false;
    while (!m_isWaitingForCounter && m_nextOpen < m_open.size() && !m_isStopped)
        askNext();
    if (m_isWaitingForCounter)
        return;
    Q_EMIT progressChanged();
    if (m_work->isDone() || m_isStopped)
        finish();
    else
        QMetaObject::invokeMethod(this, &LiveJob::continueCounting, Qt::QueuedConnection); // others have their turn
}

void LiveJob::askNext()
{
    const JobCounting::Open open = m_open[m_nextOpen++];
    m_isWaitingForCounter = true;
    const Variant &variant = m_counting.variants.at(open.variant);
    m_counter->read(variant.endpoint, open.messages, open.form, this,
                    [this, open, round = m_round](const PromptReading &reading) {
                        if (!m_isWaitingForCounter || round != m_round)
                            return; // stopped or begun anew meanwhile
                        m_isWaitingForCounter = false;
                        m_work->add(open.variant, reading.count);
                        askCounter();
                    });
}

void LiveJob::finish()
{
    m_isWaitingForCounter = false;
    m_cases = m_work->cases();
    m_problem = m_work->problem();
    const auto made = std::make_shared<std::vector<VariantCounts>>();
    const auto sum = [work = m_work, made] { *made = work->counts(); };
    const auto done = [this, made] {
        m_isCounting = false;
        if (m_again) {
            begin();
            return;
        }
        take(std::move(*made));
        Q_EMIT progressChanged();
    };
    if (m_background) {
        m_background->run(sum, this, done);
        return;
    }
    sum();
    done();
}

void LiveJob::take(std::vector<VariantCounts> counts)
{
    m_parts.clear();
    if (m_cells == 0)
        counts.clear(); // there is nothing to run, which is not the same as that it costs nothing
    for (qsizetype i = 0; i < m_counting.variants.size() && i < std::ssize(counts); ++i) {
        const Variant &variant = m_counting.variants.at(i);
        JobPart part{.title = variant.title(),
                     .sign = variantMark(i),
                     .model = m_catalog->providerFor(variant.endpoint).capabilities,
                     .terms = {.serviceTier = askedServiceTier(variant.endpoint)},
                     .counted = std::move(counts[static_cast<std::size_t>(i)])};
        part.requests = m_counted < m_cells ? m_work->cellsOf(static_cast<int>(i)) : part.counted.counts.requests();
        if (variant.sampling.maxTokens.value_or(-1) >= 0)
            part.cap = *variant.sampling.maxTokens;
        m_parts += std::move(part);
    }
    learn();
}

void LiveJob::follow(const Session &session)
{
    m_session = &session;
    connect(&session, &Session::planned, this, [this] {
        m_pilot = std::exchange(m_expectsPilot, false) ? m_session->runId() : QUuid();
        learn();
    });
    connect(&session, &Session::finished, this, &LiveJob::learn);
    connect(&session, &Session::cellsAdded, this, &LiveJob::learn);
}

/// A run that has just begun has no answers yet: then those of before stay.
void LiveJob::learn()
{
    if (!m_session || m_session->isRunning()) {
        compute();
        return;
    }
    const QList<PastAnswers> past = pastAnswers(m_session->summaries(), m_session->experiment());
    for (qsizetype i = 0; i < m_parts.size(); ++i) {
        JobPart &part = m_parts[i];
        const Variant &variant = m_counting.variants.at(i);
        const int ran = variantOfRun(m_session->experiment(), variant);
        part.answers = ran < 0 ? std::vector<JobAnswer>() : answersOfVariant(*m_session, ran);
        part.isPilot = !m_pilot.isNull() && m_pilot == m_session->runId();
        const auto timed = std::ranges::find(past, variant, &PastAnswers::variant);
        part.medianTime = timed == past.end() ? std::nullopt : std::optional(timed->medianTime);
    }
    compute();
}

void LiveJob::setWish(const JobWish &wish)
{
    if (std::exchange(m_wish, wish) != wish)
        compute();
}

void LiveJob::compute()
{
    m_rows = jobRows(m_parts, m_wish, m_cases, m_counting.maxConcurrency);
    Q_EMIT figuresChanged();
    advise();
}

void LiveJob::adviseOn(int part)
{
    if (std::exchange(m_advised, part) != part)
        advise();
}

/// Each step is a job of its own: that takes longer than one may wait for.
void LiveJob::advise()
{
    const quint64 turn = ++m_adviceTurn;
    if (m_advised < 0 || m_advised >= m_parts.size()) {
        m_advice.clear();
        Q_EMIT adviceChanged();
        return;
    }
    const JobPart &part = m_parts.at(m_advised);
    AdviceFacts facts = part.counted.facts;
    facts.others = otherModels(part);
    if (m_session) {
        const int ran = variantOfRun(m_session->experiment(), m_counting.variants.at(m_advised));
        facts.passRate = ran < 0 ? std::nullopt : passRateOf(*m_session, ran);
    }
    const auto made = std::make_shared<QList<Advice>>();
    const auto work = [made, counts = part.counted.counts, question = jobQuestionOf(part, m_wish, m_cases), facts] {
        *made = adviceFor(counts, question, facts);
    };
    const auto done = [this, made, turn] {
        if (turn != m_adviceTurn)
            return;
        m_advice = *made;
        Q_EMIT adviceChanged();
    };
    if (m_background) {
        m_background->run(work, this, done);
        return;
    }
    work();
    done();
}

/// Those of the other variants, which may have been run, and the dearest of the cheaper ones of the same house.
QList<OtherModel> LiveJob::otherModels(const JobPart &part) const
{
    QList<OtherModel> others;
    const auto isThere = [&](const Capabilities &model) {
        return model.model == part.model.model
               || std::ranges::any_of(others, [&](const OtherModel &each) { return each.model.model == model.model; });
    };
    for (qsizetype i = 0; i < m_parts.size(); ++i) {
        const Capabilities &model = m_parts.at(i).model;
        if (isThere(model) || !isCheaper(model.price, part.model.price))
            continue;
        const int ran = m_session ? variantOfRun(m_session->experiment(), m_counting.variants.at(i)) : -1;
        others += OtherModel{model, ran < 0 ? std::nullopt : passRateOf(*m_session, ran)};
    }
    QList<Capabilities> cheaper;
    for (const Capabilities &model : m_catalog->all()) {
        if (model.provider == part.model.provider && !isThere(model) && isCheaper(model.price, part.model.price))
            cheaper += model;
    }
    std::ranges::stable_sort(cheaper, std::ranges::greater(),
                             [](const Capabilities &model) { return *model.price.inputPerMillion; });
    for (const Capabilities &model : cheaper.first(std::min(mostOtherModels, cheaper.size())))
        others += OtherModel{model};
    return others;
}

} // namespace Tempera
