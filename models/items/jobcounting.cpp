// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/jobcounting.h"

#include "models/text/countmany.h"

#include <QHash>

#include <algorithm>
#include <chrono>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// Others wait for the background too.
constexpr std::chrono::milliseconds pieceOfCounting = 50ms;
/// A larger job is drawn from its first cells: what is kept of each would fill the memory.
constexpr std::size_t mostCountedCells = 500'000;
/// Prompts in one piece that a model has to count: they are held in memory until it has.
constexpr std::size_t mostOpenPrompts = 64;

const QString nearEncoding = u"o200k_base"_s;

std::uint64_t hashOfAsked(const Cell &cell)
{
    std::size_t hash = static_cast<std::size_t>(cell.request.key.repeat);
    for (const Message &message : cell.request.messages)
        hash = qHashMulti(hash, static_cast<int>(message.role), message.text);
    return hash;
}

} // namespace

void JobCounting::begin(const Experiment &experiment, const QStringList &encodings, bool asksModels)
{
    m_experiment = experiment;
    m_renderer.reset();
    m_plan.reset();
    m_problem.reset();
    m_faulty.reset();
    m_open.clear();
    m_beginning = {};
    m_next = 0;
    m_end = 0;
    m_variants.clear();
    for (const QString &name : encodings) {
        Counted made;
        if (name.isEmpty() && asksModels) {
            m_variants.push_back(std::move(made));
            continue;
        }
        const auto loaded = BpeEncoding::load(name.isEmpty() ? nearEncoding : name);
        if (loaded)
            made.encoding = *loaded;
        else
            m_problem = loaded.error();
        if (name.isEmpty())
            made.exactness = Exactness::Estimate;
        m_variants.push_back(std::move(made));
    }
}

void JobCounting::makePlan()
{
    if (!m_templates) {
        Result<std::unique_ptr<TemplateEngine>> made = TemplateEngine::create();
        if (!made) {
            m_problem = made.error();
            return;
        }
        m_templates = std::move(*made);
    }
    Result<Plan> made = Plan::of(m_experiment, *m_templates, {});
    if (!made) {
        m_problem = made.error();
        return;
    }
    m_plan = *std::move(made);
    m_end = std::min(m_plan->size(), mostCountedCells);
    m_renderer.emplace(m_experiment, *m_templates);
}

std::int64_t JobCounting::cases() const
{
    const std::size_t each = m_plan ? m_plan->cellsOfCase() : 0;
    return each > 0 ? static_cast<std::int64_t>(m_plan->size() / each) : 0;
}

std::int64_t JobCounting::cellsOf(int variant) const
{
    std::int64_t ofCase = 0;
    for (std::size_t i = 0; m_plan && i < m_plan->cellsOfCase() && i < m_plan->size(); ++i)
        ofCase += m_plan->key(i).variantIndex == variant ? 1 : 0;
    return ofCase * cases();
}

void JobCounting::work()
{
    const auto end = std::chrono::steady_clock::now() + pieceOfCounting;
    if (!m_plan && !m_problem)
        makePlan();
    const auto mayGoOn = [&] { return !isDone() && m_open.size() < mostOpenPrompts && std::chrono::steady_clock::now() < end; };
    while (mayGoOn()) {
        Batch batch;
        do {
            renderNext(batch);
        } while (batch.bytes < bytesAtOnce(m_parallel) && mayGoOn());
        count(batch);
    }
}

void JobCounting::renderNext(Batch &batch)
{
    Cell cell = m_plan->cell(m_plan->key(m_next++));
    m_renderer->render(cell);
    const GenerationRequest &request = cell.request;
    if (cell.state == CellState::Failed && request.messages.isEmpty()) {
        if (!m_faulty)
            m_faulty = cell.error;
        return;
    }
    Counted &variant = m_variants[static_cast<std::size_t>(request.key.variantIndex)];
    m_beginning.add(request.messages);
    if (!variant.seen.insert(hashOfAsked(cell)).second)
        ++variant.equal;
    if (!variant.encoding)
        m_open.push_back({request.key.variantIndex, request.messages, request.form});
    else
        batch.asked.emplace_back(request.key.variantIndex, textOf(batch, variant, cell));
}

/// Variants of one case are mostly asked the same, which is counted once.
std::size_t JobCounting::textOf(Batch &batch, const Counted &variant, const Cell &cell) const
{
    const CellKey &key = cell.request.key;
    const bool isGiven = !cell.request.given.isEmpty();
    for (std::size_t i = batch.texts.size(); !isGiven && i > 0 && batch.texts[i - 1].key.caseIndex == key.caseIndex; --i) {
        const Text &known = batch.texts[i - 1];
        if (!known.isGiven && known.encoding == variant.encoding.get() && known.key.promptIndex == key.promptIndex)
            return i - 1;
    }
    batch.texts.push_back({variant.encoding.get(), key, isGiven, cell.request.messages});
    batch.bytes += roughBytes(cell.request.messages);
    return batch.texts.size() - 1;
}

void JobCounting::count(const Batch &batch)
{
    std::vector<TokenCount> counts(batch.texts.size());
    forEachIn(m_parallel, counts.size(),
              [&](std::size_t i) { counts[i] = countMessages(*batch.texts[i].encoding, batch.texts[i].messages); });
    for (const auto &[variant, text] : batch.asked)
        add(variant, counts[text]);
}

void JobCounting::add(int variant, const TokenCount &count)
{
    Counted &counted = m_variants[static_cast<std::size_t>(variant)];
    counted.tokens.push_back(count.tokens);
    if (count.exactness == Exactness::Estimate)
        counted.exactness = Exactness::Estimate;
}

/// Pieces of several prompts are no part of every request, so nobody says what is saved without one.
VariantCounts JobCounting::countsOf(const Counted &variant) const
{
    VariantCounts made{.counts = JobCounts(variant.tokens, variant.exactness), .sharedPrefix = 0, .facts = {}};
    std::shared_ptr<const BpeEncoding> encoding = variant.encoding;
    if (!encoding) {
        const auto near = BpeEncoding::load(nearEncoding);
        if (!near)
            return made;
        encoding = *near;
    }
    const CountText count = [&encoding](const QString &text) -> std::int64_t { return encoding->count(text.toUtf8()); };
    made.sharedPrefix = m_beginning.tokens(count);
    made.facts.equalRequests = variant.equal;
    if (m_experiment.prompts.size() != 1)
        return made;
    made.facts.pieces = promptPieces(m_experiment.prompts.first().messages, count);
    for (const PromptPiece &piece : std::as_const(made.facts.pieces)) {
        if (piece.kind == PromptPieceKind::Message)
            made.facts.constantTokens += piece.tokens;
    }
    return made;
}

std::vector<VariantCounts> JobCounting::counts() const
{
    std::vector<VariantCounts> made;
    for (const Counted &variant : m_variants)
        made.push_back(countsOf(variant));
    return made;
}

} // namespace Tempera
