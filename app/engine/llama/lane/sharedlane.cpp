// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/llama/lane/sharedlane.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr int MostSequences = 64;
/// Rows of branches in one batch. All have logits, which take memory and time.
constexpr int MostBranchRows = 32;
/// States of ended sequences outside the context.
constexpr std::size_t MostStoredBytes = std::size_t{256} << 20;

} // namespace

Result<std::unique_ptr<SharedLane>> SharedLane::create(const LlamaModel &model, const LlamaSettings &settings)
{
    const int slotCount = std::clamp(settings.nSequences, 1, MostSequences);
    const int promptChunk = std::max(1, settings.promptChunk);
    const ContextShape shape{
        .tokens = sharedTokens(model, slotCount),
        .sequences = slotCount + (model.canCopyPrefix() ? MostBranches : 0),
        .batchTokens = std::max(promptChunk, MostBranchRows) + slotCount,
        .outputs = slotCount + MostBranchRows,
        .shared = true,
        .flashAttention = settings.flashAttention,
    };
    return DecodeContext::create(model, settings, shape).transform([&](std::unique_ptr<DecodeContext> context) {
        return std::unique_ptr<SharedLane>(new SharedLane(model, std::move(context), slotCount, promptChunk));
    });
}

SharedLane::SharedLane(const LlamaModel &model, std::unique_ptr<DecodeContext> context, int slotCount, int promptChunk)
    : m_model(model),
      m_context(std::move(context)),
      m_slots(static_cast<std::size_t>(slotCount)),
      m_promptChunk(promptChunk),
      m_store(MostStoredBytes)
{
    for (int i = 0; i < slotCount; ++i)
        m_slots[static_cast<std::size_t>(i)].id = i;
    for (int i = slotCount; i < m_context->shape().sequences; ++i)
        m_freeBranchIds.push_back(i);
    // The others would lose their step, so only when no task waits for the result any more.
    m_context->setAbort([this] {
        return std::ranges::none_of(
            m_slots, [](const Slot &slot) { return slot.task && slot.isInBatch() && !slot.task->job().cancelled(); });
    });
}

int SharedLane::reservedTokens() const
{
    int sum = 0;
    for (const Slot &slot : m_slots)
        sum += slot.task ? slot.task->mostTokens() : 0;
    return sum;
}

bool SharedLane::hasRoomFor(int tokens) const
{
    const bool slotFree = std::ranges::any_of(m_slots, [](const Slot &slot) { return !slot.task; });
    return slotFree && (isIdle() || reservedTokens() + tokens <= m_context->shape().tokens);
}

bool SharedLane::isIdle() const
{
    return std::ranges::none_of(m_slots, [](const Slot &slot) { return slot.task != nullptr; });
}

void SharedLane::add(std::unique_ptr<LlamaTask> task)
{
    const std::vector<llama_token> &prompt = task->tokens();
    Slot &slot = slotFor(prompt);
    evictUnrelated(slot, prompt);
    if (m_model.canCopyPrefix())
        restore(slot, prompt);
    else
        keep(slot, 0);
    slot.task = std::move(task);
    slot.task->setCachedTokens(static_cast<int>(slot.cached.size()));
    slot.mayShare = m_model.canCopyPrefix();
    slot.lastUsed = ++m_clock;
    int kept = 0;
    for (const Slot &other : m_slots)
        kept += other.task ? 0 : static_cast<int>(other.cached.size());
    if (reservedTokens() + kept > m_context->shape().tokens)
        evictIdle();
}

/// Keeps the cached tokens, answer included: the next prompt often begins in the same way, or continues from there.
void SharedLane::endSlot(Slot &slot)
{
    joinBranches(slot);
    slot.task.reset();
    slot.lastUsed = ++m_clock;
    if (!m_model.canCopyPrefix())
        keep(slot, 0);
    const bool elsewhere = std::ranges::any_of(m_slots, [&slot](const Slot &other) {
        return &other != &slot && !slot.cached.empty() && commonPrefix(other.cached, slot.cached) == slot.cached.size();
    });
    if (elsewhere)
        keep(slot, 0);
}

void SharedLane::endCancelled()
{
    for (Slot &slot : m_slots) {
        if (slot.task && slot.task->job().cancelled()) {
            slot.task->end(FinishReason::Cancelled);
            endSlot(slot);
        }
    }
}

/// Assigns sequences to the branches that come next; they begin with a copy of the prompt. Does nothing while there are
/// not enough of them.
void SharedLane::splitBranches(Slot &slot)
{
    const auto wanted = static_cast<std::size_t>(slot.task->branches());
    if (!slot.branchIds.empty() || wanted > m_freeBranchIds.size())
        return;
    slot.branchIds.assign(m_freeBranchIds.end() - static_cast<std::ptrdiff_t>(wanted), m_freeBranchIds.end());
    m_freeBranchIds.resize(m_freeBranchIds.size() - wanted);
    for (const llama_seq_id id : slot.branchIds)
        m_context->copy(slot.id, id, static_cast<int>(slot.cached.size()));
}

void SharedLane::joinBranches(Slot &slot)
{
    for (const llama_seq_id id : slot.branchIds)
        (void)m_context->cut(id, 0);
    m_freeBranchIds.insert(m_freeBranchIds.end(), slot.branchIds.begin(), slot.branchIds.end());
    slot.branchIds.clear();
}

void SharedLane::addToBatch(Slot &slot, int most)
{
    const std::vector<llama_token> &tokens = slot.task->tokens();
    const std::size_t first = slot.cached.size();
    const std::size_t count = std::min(tokens.size() - first, static_cast<std::size_t>(std::max(0, most)));
    for (std::size_t i = 0; i < count; ++i) {
        const bool isLast = first + i + 1 == tokens.size();
        const int row = m_context->add(tokens[first + i], static_cast<llama_pos>(first + i), {&slot.id, 1}, isLast);
        if (isLast)
            slot.outputRow = row;
        ++slot.batched;
    }
}

void SharedLane::addBranches(Slot &slot, int most)
{
    const std::span<const BranchRow> rows = slot.task->rows();
    slot.branchRows = std::min(static_cast<int>(rows.size()), std::max(0, most));
    slot.firstBranchRow = m_context->rows();
    std::vector<llama_seq_id> ids;
    for (const BranchRow &row : rows.first(static_cast<std::size_t>(slot.branchRows))) {
        ids.clear();
        for (const int branch : row.branches)
            ids.push_back(slot.branchIds[static_cast<std::size_t>(branch)]);
        (void)m_context->add(row.token, row.position, ids, true);
    }
}

/// Puts the next token of each running sequence into the batch; returns how many there are.
int SharedLane::fillStreams()
{
    for (Slot &slot : m_slots) {
        slot.outputRow = -1;
        slot.batched = 0;
        slot.branchRows = 0;
        if (slot.task && !slot.isRead() && static_cast<int>(slot.cached.size()) >= slot.task->inputTokens())
            addToBatch(slot, 1);
    }
    return m_context->rows();
}

/// Returns the number of streams in it.
int SharedLane::fillBatch()
{
    m_context->clear();
    const int streams = fillStreams();
    int left = streams > 0 ? std::min(m_promptChunk, m_pace.chunk()) : m_promptChunk;
    std::vector<Slot *> others;
    for (Slot &slot : m_slots) {
        if (slot.task && slot.batched == 0 && !slot.mayShare)
            others.push_back(&slot);
    }
    std::ranges::sort(others, {}, &Slot::lastUsed);
    int branchRowsLeft = MostBranchRows;
    for (Slot *slot : others) {
        if (!slot->isRead()) {
            addToBatch(*slot, left);
        } else if (slot->task->branches() > 0) {
            splitBranches(*slot);
            if (!slot->branchIds.empty())
                addBranches(*slot, std::min(left, branchRowsLeft));
        }
        left -= slot->batched + slot->branchRows;
        branchRowsLeft -= slot->branchRows;
    }
    return streams;
}

void SharedLane::step()
{
    const auto start = std::chrono::steady_clock::now();
    endCancelled();
    sharePrefixes();
    const int streams = fillBatch();
    const int others = m_context->rows() - streams;
    if (m_context->rows() == 0 || !decodeBatch())
        return;
    takeOutputs();
    m_pace.note(std::chrono::steady_clock::now() - start, streams, others);
}

/// False = the batch was not evaluated; what is to be ended has been ended.
bool SharedLane::decodeBatch()
{
    int code = m_context->decode();
    if (code == 1) { // the KV cache is full: what is only kept goes first
        evictIdle();
        code = m_context->decode();
    }
    if (code == 0)
        return true;
    const Error error = m_context->error();
    dropBatch();
    if (code != 2) // 2 = aborted because all were cancelled; they end in the next step
        failBatch(error);
    return false;
}

/// Removes from the KV cache what a failed decode may have left in it.
void SharedLane::dropBatch()
{
    for (Slot &slot : m_slots) {
        if (slot.batched > 0)
            slot.cached.resize(static_cast<std::size_t>(m_context->cut(slot.id, static_cast<int>(slot.cached.size()))));
    }
}

void SharedLane::failBatch(const Error &error)
{
    for (Slot &slot : m_slots) {
        if (slot.task && slot.isInBatch()) {
            slot.task->job().fail(error);
            endSlot(slot);
        }
    }
}

void SharedLane::takeOutputs()
{
    for (Slot &slot : m_slots) {
        if (!slot.task || !slot.isInBatch())
            continue;
        const auto first = slot.task->tokens().begin() + static_cast<std::ptrdiff_t>(slot.cached.size());
        slot.cached.insert(slot.cached.end(), first, first + slot.batched);
        if (slot.task->job().cancelled())
            continue;
        if (!(slot.branchRows > 0 ? takeBranches(slot) : takeOutputs(slot)))
            endSlot(slot);
    }
}

/// False = the task has ended.
bool SharedLane::takeOutputs(Slot &slot)
{
    LlamaTask &task = *slot.task;
    if (slot.outputRow < 0 || slot.batched > 1)
        task.noteRead(static_cast<int>(slot.cached.size()));
    if (slot.outputRow < 0)
        return true;
    const std::span<const float> logits = m_context->logits(slot.outputRow);
    if (!logits.empty()) {
        serveIdenticalPrompts(slot, logits);
        return task.take(logits);
    }
    task.job().fail(failure(ErrorKind::Internal, u"llama.cpp gave no logits"_s, m_model.path()).error());
    return false;
}

/// False = the task has ended.
bool SharedLane::takeBranches(Slot &slot)
{
    for (int i = 0; i < slot.branchRows; ++i)
        slot.task->takeRow(m_context->logits(slot.firstBranchRow + i));
    if (!slot.task->rows().empty())
        return true;
    joinBranches(slot);
    return slot.task->nextBranches();
}

} // namespace Tempera
