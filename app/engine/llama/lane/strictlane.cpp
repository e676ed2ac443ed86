// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/llama/lane/strictlane.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// KV cache for all strict sequences of a model together, unless one alone needs more.
constexpr std::int64_t MostStrictBytes = std::int64_t{256} << 20;

} // namespace

Result<std::unique_ptr<StrictLane>> StrictLane::create(const LlamaModel &model, const LlamaSettings &settings)
{
    const std::int64_t affordable = MostStrictBytes / (model.bytesPerToken() * model.contextTokens());
    const ContextShape shape{
        .tokens = model.contextTokens(),
        .sequences = static_cast<int>(std::clamp<std::int64_t>(affordable, 1, std::max(1, settings.nSequences))),
        .batchTokens = Chunk,
        .outputs = Chunk, // of a branch every row
        .shared = false,
        .flashAttention = FlashAttention::Off,
    };
    return DecodeContext::create(model, settings, shape).transform([&](std::unique_ptr<DecodeContext> context) {
        return std::unique_ptr<StrictLane>(new StrictLane(model, std::move(context)));
    });
}

StrictLane::StrictLane(const LlamaModel &model, std::unique_ptr<DecodeContext> context)
    : m_model(model), m_context(std::move(context)), m_slots(static_cast<std::size_t>(m_context->shape().sequences))
{
    for (std::size_t i = 0; i < m_slots.size(); ++i)
        m_slots[i].id = static_cast<llama_seq_id>(i);
    m_context->setAbort([this] { return m_inBatch && m_inBatch->task->job().cancelled(); });
}

bool StrictLane::hasRoomFor(int) const
{
    return std::ranges::any_of(m_slots, [](const Slot &slot) { return !slot.task; });
}

bool StrictLane::isIdle() const
{
    return std::ranges::none_of(m_slots, [](const Slot &slot) { return slot.task != nullptr; });
}

void StrictLane::add(std::unique_ptr<LlamaTask> task)
{
    const auto prompt = std::span(task->tokens()).first(static_cast<std::size_t>(task->promptTokens()));
    Slot *best = nullptr;
    for (Slot &slot : m_slots) {
        if (slot.task)
            continue;
        const bool same = std::ranges::equal(slot.prompt, prompt);
        if (!best || same || slot.lastUsed < best->lastUsed)
            best = &slot;
        if (same)
            break;
    }
    best->task = std::move(task);
    best->isFresh = true;
    best->lastUsed = ++m_clock;
}

void StrictLane::endCancelled()
{
    for (Slot &slot : m_slots) {
        if (slot.task && slot.task->job().cancelled()) {
            slot.task->end(FinishReason::Cancelled);
            endSlot(slot);
        }
    }
}

void StrictLane::step()
{
    endCancelled();
    for (std::size_t i = 0; i < m_slots.size(); ++i) {
        Slot &slot = m_slots[(m_turn + i) % m_slots.size()];
        if (!slot.task || waits(slot))
            continue;
        m_turn = (m_turn + i + 1) % m_slots.size();
        advance(slot);
        return;
    }
}

/// Whether another task is reading the same prompt right now.
bool StrictLane::waits(const Slot &slot) const
{
    const auto prompt = std::span(slot.task->tokens()).first(static_cast<std::size_t>(slot.task->promptTokens()));
    return slot.isFresh && m_model.canCopyPrefix() && std::ranges::any_of(m_slots, [&](const Slot &other) {
               return &other != &slot && other.task && !other.isFresh && other.promptLogits.empty()
                      && std::ranges::equal(other.prompt, prompt);
           });
}

void StrictLane::advance(Slot &slot)
{
    if (slot.isFresh)
        begin(slot);
    const std::size_t read = slot.cached.size();
    if (read < static_cast<std::size_t>(slot.task->promptTokens()))
        readPrompt(slot);
    else if (read < slot.task->tokens().size())
        readAnswer(slot);
    else if (slot.task->branches() > 0)
        readBranch(slot);
    else
        give(slot, slot.promptLogits); // an identical prompt was evaluated here before
}

/// How much of a prompt can be taken from a slot with exactly the bits that evaluating it would give.
std::size_t StrictLane::reusable(const Slot &source, const std::vector<llama_token> &prompt) const
{
    if (!m_model.canCopyPrefix())
        return 0;
    const std::size_t read = std::min(source.cached.size(), source.prompt.size());
    if (read == prompt.size() && source.prompt == prompt && !source.promptLogits.empty())
        return read;
    const auto common = std::ranges::mismatch(std::span(source.prompt).first(read), prompt).in2 - prompt.begin();
    // The last chunk is evaluated for its logits.
    const std::size_t most = std::min(static_cast<std::size_t>(common), prompt.size() - 1);
    return most / Chunk * Chunk;
}

void StrictLane::begin(Slot &slot)
{
    slot.isFresh = false;
    const auto &tokens = slot.task->tokens();
    std::vector<llama_token> prompt(tokens.begin(), tokens.begin() + slot.task->promptTokens());
    const auto source = std::ranges::max_element(
        m_slots, {}, [&](const Slot &each) { return std::pair(reusable(each, prompt), &each == &slot); });
    const std::size_t reused = reusable(*source, prompt);
    takeOver(*source, slot, reused);
    if (reused < prompt.size())
        slot.promptLogits.clear();
    else
        slot.promptLogits = source->promptLogits;
    slot.prompt = std::move(prompt);
    slot.task->setCachedTokens(static_cast<int>(reused));
}

void StrictLane::takeOver(const Slot &source, Slot &slot, std::size_t tokens)
{
    if (&source == &slot || tokens == 0) {
        keep(slot, tokens);
        return;
    }
    keep(slot, 0);
    m_context->copy(source.id, slot.id, static_cast<int>(tokens));
    slot.cached.assign(source.cached.begin(), source.cached.begin() + static_cast<std::ptrdiff_t>(tokens));
}

void StrictLane::readPrompt(Slot &slot)
{
    const auto &tokens = slot.task->tokens();
    const std::size_t first = slot.cached.size();
    const std::size_t last = std::min(first + Chunk, slot.prompt.size());
    m_context->clear();
    for (std::size_t i = first; i < last; ++i)
        (void)m_context->add(tokens[i], static_cast<llama_pos>(i), {&slot.id, 1}, i + 1 == slot.prompt.size());
    if (!decode(slot))
        return;
    slot.cached.insert(slot.cached.end(), tokens.begin() + static_cast<std::ptrdiff_t>(first),
                       tokens.begin() + static_cast<std::ptrdiff_t>(last));
    slot.task->noteRead(static_cast<int>(last));
    if (last < slot.prompt.size())
        return;
    const std::span<const float> logits = m_context->logits(m_context->rows() - 1);
    slot.promptLogits.assign(logits.begin(), logits.end());
    if (last == tokens.size())
        give(slot, logits);
}

/// One token of an answer: the one that was generated last, or one of the prefix.
void StrictLane::readAnswer(Slot &slot)
{
    const std::size_t at = slot.cached.size();
    const llama_token token = slot.task->tokens()[at];
    const bool isLast = at + 1 == slot.task->tokens().size();
    m_context->clear();
    (void)m_context->add(token, static_cast<llama_pos>(at), {&slot.id, 1}, true);
    if (!decode(slot))
        return;
    slot.cached.push_back(token);
    if (static_cast<int>(at) < slot.task->inputTokens())
        slot.task->noteRead(static_cast<int>(at) + 1);
    if (isLast)
        give(slot, m_context->logits(0));
}

/// A piece of a branch, on the sequence of the prompt itself.
void StrictLane::readBranch(Slot &slot)
{
    const std::span<const BranchRow> rows = slot.task->rows();
    const std::size_t count = std::min(rows.size(), std::size_t{Chunk});
    m_context->clear();
    for (const BranchRow &row : rows.first(count))
        (void)m_context->add(row.token, row.position, {&slot.id, 1}, true);
    if (!decode(slot))
        return;
    for (std::size_t i = 0; i < count; ++i)
        slot.task->takeRow(m_context->logits(static_cast<int>(i)));
    if (!slot.task->rows().empty())
        return;
    (void)m_context->cut(slot.id, static_cast<int>(slot.cached.size()));
    if (!slot.task->nextBranches())
        endSlot(slot);
}

/// False = it was not evaluated; the task has ended, or ends in the next step.
bool StrictLane::decode(Slot &slot)
{
    m_inBatch = &slot;
    const int code = m_context->decode();
    m_inBatch = nullptr;
    if (code == 0)
        return true;
    slot.cached.resize(static_cast<std::size_t>(m_context->cut(slot.id, static_cast<int>(slot.cached.size()))));
    if (code != 2) { // 2 = cancelled
        slot.task->job().fail(m_context->error());
        endSlot(slot);
    }
    return false;
}

void StrictLane::give(Slot &slot, std::span<const float> logits)
{
    if (!slot.task->job().cancelled() && !slot.task->take(logits))
        endSlot(slot);
}

void StrictLane::keep(Slot &slot, std::size_t tokens)
{
    if (tokens < slot.cached.size() || tokens == 0)
        slot.cached.resize(static_cast<std::size_t>(m_context->cut(slot.id, static_cast<int>(tokens))));
}

/// Keeps the prompt in the KV cache: others have the same.
void StrictLane::endSlot(Slot &slot)
{
    const std::size_t prompt = slot.isFresh ? 0 : slot.prompt.size();
    slot.task.reset();
    slot.lastUsed = ++m_clock;
    keep(slot, m_model.canCopyPrefix() ? std::min(prompt, slot.cached.size()) : 0);
    if (slot.cached.size() < slot.prompt.size())
        slot.promptLogits.clear();
}

} // namespace Tempera
