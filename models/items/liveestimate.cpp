// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/liveestimate.h"

#include "models/experiment/plan.h"
#include "models/experiment/promptrenderer.h"
#include "models/session/session.h"

#include <QCryptographicHash>
#include <QScopedValueRollback>
#include <QSet>

#include <algorithm>
#include <chrono>
#include <limits>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr qsizetype keptCounts = 5000;
/// An estimate of more cells is scaled up: with many repeats a few cases have as many. They are added up on the GUI thread.
constexpr std::size_t mostPlannedCells = 20'000;
/// For all of an estimate, after which nothing more is rendered: a template may be a long script.
constexpr std::chrono::milliseconds mostPlanning = 2s;
/// Of one piece of it: others wait for the background too, and what is edited meanwhile ends it.
constexpr std::chrono::milliseconds pieceOfPlanning = 50ms;

/// What a model is asked, as a name for its count.
QByteArray countKey(const Endpoint &endpoint, PromptForm form, const Messages &messages)
{
    QCryptographicHash hash(QCryptographicHash::Sha1);
    const auto add = [&hash](const QString &text) {
        hash.addData(QByteArrayView(reinterpret_cast<const char *>(text.utf16()), text.size() * qsizetype(sizeof(char16_t))));
        hash.addData(QByteArrayView("\0\0", 2));
    };
    add(endpoint.id);
    add(endpoint.baseUrl.toString());
    add(QString::number(static_cast<int>(form)));
    for (const Message &message : messages) {
        add(roleName(message.role));
        add(message.text);
    }
    return hash.result();
}

} // namespace

/// What the background works on; nobody else touches it meanwhile.
struct LiveEstimate::Work {
    using Time = std::chrono::steady_clock;

    std::unique_ptr<TemplateEngine> templates;
    Experiment experiment;
    std::optional<Plan> plan; ///< Nothing = it is not made yet, or cannot be.
    std::optional<PromptRenderer> renderer;
    std::vector<Planned> planned; ///< The first cells, as far as it has come.
    std::optional<Error> problem;
    Time::duration left = {}; ///< Time that may still be taken.
    Time::time_point end = {};

    void begin(const Experiment &edited)
    {
        experiment = edited;
        renderer.reset();
        plan.reset();
        planned.clear();
        problem.reset();
        left = mostPlanning;
    }

    [[nodiscard]] bool isDone() const
    {
        if (!plan || left <= Time::duration::zero() || planned.size() >= std::min(plan->size(), mostPlannedCells))
            return true;
        return plan->key(planned.size()).caseIndex >= renderedCases;
    }

    /// The next piece.
    void run()
    {
        end = Time::time_point::max();
        if (!templates && !makeEngine())
            return;
        const Time::time_point begun = Time::now();
        end = begun + left;
        if (!plan)
            makePlan();
        while (!isDone() && Time::now() < begun + pieceOfPlanning)
            renderNext();
        left -= Time::now() - begun;
    }

    bool makeEngine()
    {
        Limits limits;
        limits.stop = [this] { return Time::now() >= end; };
        Result<std::unique_ptr<TemplateEngine>> made = TemplateEngine::create(limits);
        if (!made) {
            problem = made.error();
            return false;
        }
        templates = std::move(*made);
        return true;
    }

    void makePlan()
    {
        Result<Plan> made = Plan::of(experiment, *templates, {});
        if (!made) {
            problem = made.error();
            return;
        }
        plan = *std::move(made);
        renderer.emplace(experiment, *templates);
    }

    void renderNext()
    {
        Cell cell = plan->cell(plan->key(planned.size()));
        renderer->render(cell);
        if (cell.error && !problem)
            problem = cell.error;
        const GenerationRequest &request = cell.request;
        const bool isRunnable = cell.state != CellState::Failed;
        planned.push_back({request.key.variantIndex, request.messages, request.sampling.maxTokens, isRunnable,
                           isRunnable ? countKey(request.endpoint, request.form, request.messages) : QByteArray()});
    }
};

LiveEstimate::LiveEstimate(const Catalog *catalog, PromptCounter *counter, Background *background, QObject *parent)
    : QObject(parent), m_catalog(catalog), m_counter(counter), m_background(background), m_work(std::make_shared<Work>())
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(300ms);
    connect(&m_timer, &QTimer::timeout, this, &LiveEstimate::plan);
}

LiveEstimate::~LiveEstimate() = default;

void LiveEstimate::update(const Experiment &experiment)
{
    m_experiment = experiment;
    m_isOld = true;
    m_timer.start();
}

void LiveEstimate::plan()
{
    if (m_planning) {
        m_again = true;
        return;
    }
    m_planning = true;
    m_again = false;
    m_estimated = m_experiment;
    m_work->begin(m_experiment);
    if (m_background) {
        planBeside();
        return;
    }
    do
        m_work->run();
    while (!m_work->isDone());
    takePlan();
}

void LiveEstimate::planBeside()
{
    m_background->run([work = m_work] { work->run(); }, this,
                      [this] {
                          if (m_again || m_work->isDone())
                              takePlan();
                          else
                              planBeside();
                      });
}

void LiveEstimate::takePlan()
{
    m_planning = false;
    if (m_again) {
        plan();
        return;
    }
    ++m_round;
    m_planned = std::move(m_work->planned);
    m_problem = m_work->problem;
    m_cells = m_work->plan ? static_cast<int>(m_work->plan->size()) : 0;
    m_scale = m_planned.empty() ? 1 : static_cast<double>(m_cells) / static_cast<double>(m_planned.size());
    if (m_counted.size() > keptCounts)
        m_counted.clear();
    m_toCount.clear();
    m_isCounting = false;
    QSet<QByteArray> wanted;
    for (int i = 0; m_counter && i < std::ssize(m_planned); ++i) {
        const Planned &planned = m_planned[static_cast<std::size_t>(i)];
        if (!planned.runnable || m_counted.contains(planned.key) || wanted.contains(planned.key))
            continue;
        wanted.insert(planned.key);
        m_toCount.emplace_back(planned.key, i);
    }
    if (m_toCount.empty()) {
        finish();
        return;
    }
    const quint64 round = m_round;
    countNext();
    if (m_isCounting && round == m_round)
        Q_EMIT changed();
}

void LiveEstimate::countNext()
{
    if (m_isAskingCounter)
        return;
    const QScopedValueRollback asking(m_isAskingCounter, true);
    while (!m_isCounting && !m_toCount.empty()) {
        const auto [key, planned] = m_toCount.back();
        m_toCount.pop_back();
        count(key, planned);
    }
}

void LiveEstimate::count(const QByteArray &key, int planned)
{
    const Planned &cell = m_planned[static_cast<std::size_t>(planned)];
    const Variant &variant = m_estimated.variants.at(cell.variant);
    m_isCounting = true;
    m_counter->read(variant.endpoint, cell.messages, variant.form, this,
                    [this, key, round = m_round](const PromptReading &reading) {
                        m_counted.insert(key, reading.count);
                        if (round != m_round)
                            return;
                        m_isCounting = false;
                        if (m_toCount.empty())
                            finish();
                        else
                            countNext();
                    });
}

void LiveEstimate::finish()
{
    m_isOld = false;
    m_isKnown = true;
    addUp();
    Q_EMIT changed();
}

void LiveEstimate::addUp()
{
    std::vector<PlannedRequest> requests; // one a variant, with the tokens of the cell that is added
    for (const Variant &each : m_estimated.variants)
        requests.push_back({m_catalog ? m_catalog->providerFor(each.endpoint).capabilities : Capabilities{},
                            {},
                            RequestTerms{.serviceTier = askedServiceTier(each.endpoint)}});
    EstimateSum total;
    EstimateSum likely;
    bool isLikelyKnown = true;
    std::vector<EstimateSum> sums(requests.size());
    for (const Planned &planned : m_planned) {
        if (!planned.runnable)
            continue;
        const TokenCount count = m_counted.value(planned.key);
        TokenEstimate tokens;
        tokens.inputTokens = count.tokens;
        tokens.exactness = count.exactness;
        if (planned.maxTokens.value_or(-1) >= 0)
            tokens.maxOutputTokens = *planned.maxTokens;
        const auto variant = static_cast<std::size_t>(planned.variant);
        requests[variant].tokens = tokens;
        sums[variant].add(requests[variant]);
        total.add(requests[variant]);
        const PastAnswers *past = pastOf(m_estimated.variants.at(planned.variant));
        isLikelyKnown = isLikelyKnown && past && past->meanOutput;
        if (isLikelyKnown) {
            requests[variant].tokens.expectedOutput = Saturated::rounded(*past->meanOutput);
            likely.add(requests[variant]);
        }
    }
    m_variants.clear();
    for (const EstimateSum &sum : sums)
        m_variants += scaled(sum.estimate());
    m_total = scaled(total.estimate());
    const CostEstimate expected = scaled(likely.estimate());
    m_likelyCost = isLikelyKnown && expected.requests > 0 && expected.unknownPrices == 0 ? expected.low : std::nullopt;
}

void LiveEstimate::follow(const Session &session)
{
    for (const auto signal : {&Session::planned, &Session::finished})
        connect(&session, signal, this, [this, &session] { learn(session); });
    connect(&session, &Session::cellsAdded, this, [this, &session] { learn(session); });
    learn(session);
}

/// A run that has just begun has no answers yet: then those of before stay, of the same file.
void LiveEstimate::learn(const Session &session)
{
    const QString file = session.record().experimentPath;
    if (session.isRunning() && file == m_pastOf)
        return;
    const QList<PastAnswers> past = pastAnswers(session.summaries(), session.experiment());
    m_pastOf = file;
    if (past == std::exchange(m_past, past) || !m_isKnown)
        return;
    addUp();
    Q_EMIT changed();
}

const PastAnswers *LiveEstimate::pastOf(const Variant &variant) const
{
    const auto found = std::ranges::find(m_past, variant, &PastAnswers::variant);
    return found == m_past.cend() ? nullptr : &*found;
}

std::optional<std::chrono::microseconds> LiveEstimate::likelyTime() const
{
    QList<RequestTimes> kinds;
    for (qsizetype i = 0; i < std::min(m_variants.size(), m_estimated.variants.size()); ++i) {
        const PastAnswers *past = pastOf(m_estimated.variants.at(i));
        kinds += RequestTimes{m_variants.at(i).requests, past ? std::optional(past->medianTime) : std::nullopt};
    }
    return likelyRunTime(kinds, m_estimated.maxConcurrency, m_estimated.delay);
}

/// What a part of the cells comes to, for all of them.
CostEstimate LiveEstimate::scaled(CostEstimate sum) const
{
    if (m_scale <= 1 || sum.requests == 0)
        return sum;
    const auto times = [this](std::int64_t value) { return Saturated::rounded(static_cast<double>(value) * m_scale); };
    sum.requests = static_cast<int>(std::min<std::int64_t>(times(sum.requests), std::numeric_limits<int>::max()));
    sum.unknownPrices = static_cast<int>(std::min<std::int64_t>(times(sum.unknownPrices), std::numeric_limits<int>::max()));
    sum.inputTokens = times(sum.inputTokens);
    if (sum.maxOutput)
        sum.maxOutput = times(*sum.maxOutput);
    if (sum.low)
        sum.low = Money::fromNano(times(sum.low->nano()));
    if (sum.high)
        sum.high = Money::fromNano(times(sum.high->nano()));
    sum.exactness = Exactness::Estimate;
    return sum;
}

} // namespace Tempera
