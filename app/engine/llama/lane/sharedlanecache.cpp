// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// How SharedLane uses the KV cache: which prefixes are reused, copied, stored and evicted.

#include "app/engine/llama/lane/sharedlane.h"

#include <algorithm>

namespace Tempera {
namespace {

/// Shared beginnings shorter than this are read again: splitting costs more.
constexpr std::size_t LeastShared = 8;

} // namespace

/// The free slot with the longest usable prefix; else the least recently used one.
SharedLane::Slot &SharedLane::slotFor(const std::vector<llama_token> &prompt)
{
    Slot *best = nullptr;
    std::size_t most = 0;
    for (Slot &slot : m_slots) {
        if (slot.task)
            continue;
        const std::size_t shared = commonPrefix(slot.cached, prompt);
        if (!best || shared > most || (shared == most && slot.lastUsed < best->lastUsed)) {
            best = &slot;
            most = shared;
        }
    }
    return *best;
}

/// Leaves in the slot what its own cached tokens or the store have of the prompt's beginning.
void SharedLane::restore(Slot &slot, const std::vector<llama_token> &prompt)
{
    // The last token is always evaluated, for its logits.
    const std::size_t most = prompt.size() - 1;
    std::size_t shared = std::min(commonPrefix(slot.cached, prompt), most);
    if (shared < LeastShared)
        shared = 0;
    if (slot.cached.size() - shared >= LeastShared)
        storeState(slot);
    const PrefixStore::Entry *stored = m_store.find(prompt);
    const std::size_t inStore = stored ? std::min(commonPrefix(stored->tokens, prompt), most) : 0;
    std::size_t elsewhere = shared;
    for (const Slot &other : m_slots)
        elsewhere = std::max(elsewhere, std::min(commonPrefix(other.cached, prompt), most));
    if (inStore >= elsewhere + LeastShared) {
        keep(slot, 0);
        if (m_context->setState(slot.id, stored->state)) {
            slot.cached = stored->tokens;
            shared = inStore;
        }
    }
    keep(slot, std::min(shared, slot.cached.size()));
}

/// Copies the state of a slot to the store, if that is worth it.
void SharedLane::storeState(Slot &slot)
{
    if (slot.cached.size() >= LeastShared && m_store.wants(slot.cached, m_context->stateBytes(slot.id)))
        m_store.put({slot.cached, m_context->state(slot.id)});
}

/// Attention looks at every cell in use, so slots that share little with the new prompt are evicted.
void SharedLane::evictUnrelated(const Slot &slot, const std::vector<llama_token> &prompt)
{
    for (Slot &other : m_slots) {
        const bool isKept = other.task || &other == &slot || commonPrefix(other.cached, prompt) * 2 >= other.cached.size();
        if (isKept)
            continue;
        storeState(other);
        keep(other, 0);
    }
}

void SharedLane::keep(Slot &slot, std::size_t tokens)
{
    if (tokens < slot.cached.size())
        slot.cached.resize(static_cast<std::size_t>(m_context->cut(slot.id, static_cast<int>(tokens))));
}

void SharedLane::evictIdle()
{
    for (Slot &slot : m_slots) {
        if (!slot.task) {
            storeState(slot);
            keep(slot, 0);
        }
    }
}

/// Whether another sequence is evaluating, right now, more of this one's prompt than is cached anywhere yet. Of two
/// identical ones the lower slot goes first, so that they do not wait for each other.
bool SharedLane::waitsForPrefix(const Slot &slot) const
{
    const std::vector<llama_token> &prompt = slot.task->tokens();
    return std::ranges::any_of(m_slots, [&](const Slot &other) {
        if (&other == &slot || !other.task)
            return false;
        const std::size_t shared = std::min(
            {commonPrefix(other.task->tokens(), prompt), prompt.size() - 1, static_cast<std::size_t>(other.task->inputTokens())});
        const bool first =
            other.cached.size() > slot.cached.size() || (other.cached.size() == slot.cached.size() && other.id < slot.id);
        return first && shared >= LeastShared && shared > slot.cached.size() && other.cached.size() < shared;
    });
}

void SharedLane::sharePrefixes()
{
    for (Slot &slot : m_slots) {
        if (!slot.task || !slot.mayShare)
            continue;
        const std::vector<llama_token> &prompt = slot.task->tokens();
        const Slot *source = nullptr;
        std::size_t most = std::max(slot.cached.size(), LeastShared - 1);
        for (const Slot &other : m_slots) {
            const std::size_t shared = std::min(commonPrefix(other.cached, prompt), prompt.size() - 1);
            if (&other != &slot && shared > most) {
                source = &other;
                most = shared;
            }
        }
        if (source && !waitsForPrefix(slot)) {
            keep(slot, 0);
            m_context->copy(source->id, slot.id, static_cast<int>(most));
            slot.cached.assign(prompt.begin(), prompt.begin() + static_cast<std::ptrdiff_t>(most));
            slot.task->setCachedTokens(static_cast<int>(most));
        }
        slot.mayShare = waitsForPrefix(slot);
    }
}

/// Slots that wait with an identical prompt (another variant of it) get a copy of the whole prompt in the KV cache, and its
/// logits: nothing is left to evaluate.
void SharedLane::serveIdenticalPrompts(Slot &slot, std::span<const float> logits)
{
    for (Slot &other : m_slots) {
        const bool isIdentical = &other != &slot && other.task && other.mayShare && !other.isInBatch()
                                 && !other.task->job().cancelled() && other.task->tokens() == slot.task->tokens();
        if (!isIdentical)
            continue;
        const auto tokens = static_cast<int>(slot.cached.size());
        keep(other, 0);
        m_context->copy(slot.id, other.id, tokens);
        other.cached = slot.cached;
        other.mayShare = false;
        other.task->setCachedTokens(tokens);
        other.task->noteRead(tokens);
        if (!other.task->take(logits))
            endSlot(other);
    }
}

} // namespace Tempera
