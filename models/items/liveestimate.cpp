// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/liveestimate.h"

#include "models/core/counted.h"
#include "models/experiment/plan.h"
#include "models/experiment/promptrenderer.h"
#include "models/items/celltext.h"

#include <QCryptographicHash>

#include <algorithm>
#include <chrono>
#include <limits>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr qsizetype keptCounts = 5000;
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
        if (!plan || left <= Time::duration::zero() || planned.size() >= plan->size())
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
    QHash<QByteArray, int> wanted;
    for (int i = 0; i < std::ssize(m_planned); ++i) {
        const Planned &planned = m_planned[static_cast<std::size_t>(i)];
        if (planned.runnable && !m_counted.contains(planned.key))
            wanted.insert(planned.key, i);
    }
    m_waiting = m_counter ? static_cast<int>(wanted.size()) : 0;
    if (m_waiting == 0) {
        finish();
        return;
    }
    const quint64 round = m_round;
    for (auto it = wanted.cbegin(); it != wanted.cend() && round == m_round; ++it)
        count(it.key(), it.value());
    if (m_waiting > 0 && round == m_round)
        Q_EMIT changed();
}

void LiveEstimate::count(const QByteArray &key, int planned)
{
    const Planned &cell = m_planned[static_cast<std::size_t>(planned)];
    const Variant &variant = m_estimated.variants.at(cell.variant);
    m_counter->read(variant.endpoint, cell.messages, variant.form, this, [this, key, round = m_round](const PromptReading &reading) {
        m_counted.insert(key, reading.count);
        if (round == m_round && --m_waiting == 0)
            finish();
    });
}

void LiveEstimate::finish()
{
    m_isOld = false;
    m_isKnown = true;
    m_variants.clear();
    for (int i = 0; i < m_estimated.variants.size(); ++i)
        m_variants += estimate(i);
    m_total = estimate(-1);
    Q_EMIT changed();
}

/// −1: all variants together.
CostEstimate LiveEstimate::estimate(int variant) const
{
    std::vector<PlannedRequest> requests;
    QList<Capabilities> capabilities;
    for (const Variant &each : m_estimated.variants)
        capabilities += m_catalog ? m_catalog->providerFor(each.endpoint).capabilities : Capabilities{};
    for (const Planned &planned : m_planned) {
        if (!planned.runnable || (variant >= 0 && planned.variant != variant))
            continue;
        TokenEstimate tokens;
        const TokenCount count = m_counted.value(planned.key);
        tokens.inputTokens = count.tokens;
        tokens.exactness = count.exactness;
        if (planned.maxTokens.value_or(-1) >= 0)
            tokens.maxOutputTokens = *planned.maxTokens;
        requests.push_back({capabilities.value(planned.variant), tokens});
    }
    const std::size_t rendered = requests.size();
    CostEstimate sum = estimateRun(requests);
    if (m_scale > 1 && rendered > 0) {
        const auto scaled = [this](std::int64_t value) { return Saturated::rounded(static_cast<double>(value) * m_scale); };
        sum.requests = static_cast<int>(std::min<std::int64_t>(scaled(sum.requests), std::numeric_limits<int>::max()));
        sum.unknownPrices = static_cast<int>(std::min<std::int64_t>(scaled(sum.unknownPrices), std::numeric_limits<int>::max()));
        sum.inputTokens = scaled(sum.inputTokens);
        if (sum.maxOutput)
            sum.maxOutput = scaled(*sum.maxOutput);
        if (sum.low)
            sum.low = Money::fromNano(scaled(sum.low->nano()));
        if (sum.high)
            sum.high = Money::fromNano(scaled(sum.high->nano()));
        sum.exactness = Exactness::Estimate;
    }
    return sum;
}

QString LiveEstimate::text() const
{
    // Counts and costs of nothing would look like those of a run.
    const bool isRunnable = std::ranges::any_of(m_planned, &Planned::runnable);
    if (m_problem && m_problem->kind != ErrorKind::Usage && !isRunnable)
        return errorMessage(*m_problem);
    if (m_cells == 0)
        return tr("Nothing to run yet");
    QStringList parts;
    parts += counted(tr("%1 cell(s)", nullptr, countForm(m_cells)), m_cells).arg(CellText::number(m_cells));
    if (!m_isKnown || !m_counter) {
        if (m_counter)
            parts += tr("counting tokens…");
        return parts.join(u" · "_s);
    }
    const QString sign = m_total.exactness == Exactness::Estimate || m_isOld ? u"≈"_s : QString();
    const std::int64_t input = m_total.inputTokens;
    parts += sign + counted(tr("%1 token(s) in", nullptr, countForm(input)), input).arg(CellText::number(input));
    if (m_total.maxOutput)
        parts += tr("≤ %1 out").arg(CellText::number(*m_total.maxOutput));
    parts += costEstimateText(m_total);
    return parts.join(u" · "_s);
}

} // namespace Tempera
