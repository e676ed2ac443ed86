// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/liveestimate.h"

#include "models/experiment/plan.h"
#include "models/items/celltext.h"

#include <QSet>

#include <algorithm>
#include <chrono>
#include <cmath>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr qsizetype keptCounts = 5000;
/// Tokens that a chat template puts around a message; a guess, which is why such counts are estimates.
constexpr std::int64_t framing = 4;

} // namespace

LiveEstimate::LiveEstimate(const Catalog *catalog, TokenCountFunction count, QObject *parent)
    : QObject(parent), m_catalog(catalog), m_count(std::move(count))
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(300ms);
    connect(&m_timer, &QTimer::timeout, this, &LiveEstimate::plan);
}

LiveEstimate::~LiveEstimate() = default;

void LiveEstimate::update(const Experiment &experiment)
{
    m_experiment = experiment;
    m_timer.start();
}

void LiveEstimate::plan()
{
    ++m_round;
    m_planned.clear();
    m_problem.reset();
    m_waiting = 0;
    if (!m_templates) {
        Result<std::unique_ptr<TemplateEngine>> templates = TemplateEngine::create();
        if (!templates) {
            m_problem = templates.error();
            Q_EMIT changed();
            return;
        }
        m_templates = std::move(*templates);
    }
    Experiment sample = m_experiment;
    const double cases = std::max(1.0, static_cast<double>(sample.cases.size()));
    sample.cases.resize(qMin<qsizetype>(sample.cases.size(), renderedCases));
    m_scale = cases / std::max(1.0, static_cast<double>(sample.cases.size()));
    const Result<std::vector<Cell>> cells = planCells(sample, *m_templates, {});
    if (!cells) {
        m_problem = cells.error();
        finish();
        return;
    }
    QSet<QString> texts;
    for (const Cell &cell : *cells) {
        if (cell.error && !m_problem)
            m_problem = cell.error;
        m_planned.push_back({cell.request.key.variantIndex, cell.request.messages, cell.request.sampling.maxTokens,
                             cell.state != CellState::Failed});
        for (const Message &message : cell.request.messages)
            texts.insert(message.text);
    }
    if (m_counted.size() > keptCounts)
        m_counted.clear();
    texts.removeIf([this](const QString &text) { return m_counted.contains(text); });
    m_waiting = m_count ? static_cast<int>(texts.size()) : 0;
    if (m_waiting == 0) {
        finish();
        return;
    }
    for (const QString &text : std::as_const(texts))
        count(text);
}

void LiveEstimate::count(const QString &text)
{
    m_count(text, this, [this, text, round = m_round](const TokenCount &tokens) {
        m_counted.insert(text, tokens);
        if (round == m_round && --m_waiting == 0)
            finish();
    });
}

void LiveEstimate::finish()
{
    m_cells = static_cast<int>(std::lround(static_cast<double>(m_planned.size()) * m_scale));
    m_variants.clear();
    for (int i = 0; i < m_experiment.variants.size(); ++i)
        m_variants += estimate(i);
    m_total = estimate(-1);
    Q_EMIT changed();
}

/// −1: all variants together.
CostEstimate LiveEstimate::estimate(int variant) const
{
    std::vector<PlannedRequest> requests;
    QList<Capabilities> capabilities;
    for (const Variant &each : m_experiment.variants)
        capabilities += m_catalog ? m_catalog->capabilitiesFor(each.endpoint) : Capabilities{};
    for (const Planned &planned : m_planned) {
        if (!planned.runnable || (variant >= 0 && planned.variant != variant))
            continue;
        TokenEstimate tokens;
        for (const Message &message : planned.messages)
            tokens.inputTokens += m_counted.value(message.text).tokens + framing;
        if (planned.maxTokens.value_or(-1) >= 0)
            tokens.maxOutputTokens = *planned.maxTokens;
        requests.push_back({capabilities.value(planned.variant), tokens});
    }
    const std::size_t rendered = requests.size();
    CostEstimate sum = estimateRun(requests);
    if (m_scale > 1 && rendered > 0) {
        const auto scaled = [this](std::int64_t value) {
            return static_cast<std::int64_t>(std::llround(static_cast<double>(value) * m_scale));
        };
        sum.requests = static_cast<int>(scaled(sum.requests));
        sum.unknownPrices = static_cast<int>(scaled(sum.unknownPrices));
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
        return errorSentence(*m_problem);
    if (m_cells == 0)
        return tr("Nothing to run yet");
    QStringList parts;
    parts += m_cells == 1 ? tr("1 cell") : tr("%1 cells").arg(CellText::number(m_cells));
    const QString sign = m_total.exactness == Exactness::Estimate ? u"≈"_s : QString();
    parts += sign + tr("%1 tokens in").arg(CellText::number(m_total.inputTokens));
    if (m_total.maxOutput)
        parts += tr("≤ %1 out").arg(CellText::number(*m_total.maxOutput));
    parts += costEstimateText(m_total);
    return parts.join(u" · "_s);
}

} // namespace Tempera
