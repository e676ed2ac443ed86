// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// What SharedLane does with memory: what a prompt begins with, what is shared, kept and put away.

#include "app/engine/llama/lane/sharedlane.h"

#include <algorithm>

namespace Tempera {
namespace {

/// Shared beginnings shorter than this are read again: splitting costs more.
constexpr std::size_t LeastShared = 8;

} // namespace

/// The free slot whose kept memory helps most; else the one that was used longest ago.
SharedLane::Slot &SharedLane::slotFor(const std::vector<llama_token> &prompt)
{
    Slot *best = nullptr;
    std::size_t most = 0;
    for (Slot &slot : m_slots) {
        if (slot.task)
            continue;
        const std::size_t shared = commonPrefix(slot.memory, prompt);
        if (!best || shared > most || (shared == most && slot.lastUsed < best->lastUsed)) {
            best = &slot;
            most = shared;
        }
    }
    return *best;
}

/// Leaves in the slot what its own memory or the store has of the prompt's beginning.
void SharedLane::restore(Slot &slot, const std::vector<llama_token> &prompt)
{
    // The last token is always evaluated, for its logits.
    const std::size_t most = prompt.size() - 1;
    std::size_t shared = std::min(commonPrefix(slot.memory, prompt), most);
    if (shared < LeastShared)
        shared = 0;
    if (slot.memory.size() - shared >= LeastShared)
        stow(slot);
    const PrefixStore::Entry *stored = m_store.find(prompt);
    const std::size_t inStore = stored ? std::min(commonPrefix(stored->tokens, prompt), most) : 0;
    std::size_t elsewhere = shared;
    for (const Slot &other : m_slots)
        elsewhere = std::max(elsewhere, std::min(commonPrefix(other.memory, prompt), most));
    if (inStore >= elsewhere + LeastShared) {
        keep(slot, 0);
        if (m_context->setState(slot.id, stored->state)) {
            slot.memory = stored->tokens;
            shared = inStore;
        }
    }
    keep(slot, std::min(shared, slot.memory.size()));
}

/// Copies a slot's memory to the store, if that is worth it.
void SharedLane::stow(Slot &slot)
{
    if (slot.memory.size() >= LeastShared && m_store.wants(slot.memory, m_context->stateBytes(slot.id)))
        m_store.put({slot.memory, m_context->state(slot.id)});
}

/// Attention looks at every cell in use, so what is of little help to the new prompt is put away.
void SharedLane::stowStrangers(const Slot &slot, const std::vector<llama_token> &prompt)
{
    for (Slot &other : m_slots) {
        const bool stays = other.task || &other == &slot || commonPrefix(other.memory, prompt) * 2 >= other.memory.size();
        if (stays)
            continue;
        stow(other);
        keep(other, 0);
    }
}

void SharedLane::keep(Slot &slot, std::size_t tokens)
{
    if (tokens < slot.memory.size())
        slot.memory.resize(static_cast<std::size_t>(m_context->cut(slot.id, static_cast<int>(tokens))));
}

void SharedLane::stowIdleMemory()
{
    for (Slot &slot : m_slots) {
        if (!slot.task) {
            stow(slot);
            keep(slot, 0);
        }
    }
}

/// Whether another sequence is reading, right now, more of this one's prompt than is in any memory yet. Of two equal
/// ones the lower slot goes first, so that they do not wait for each other.
bool SharedLane::waitsForMemory(const Slot &slot) const
{
    const std::vector<llama_token> &prompt = slot.task->tokens();
    return std::ranges::any_of(m_slots, [&](const Slot &other) {
        if (&other == &slot || !other.task)
            return false;
        const std::size_t shared = std::min({commonPrefix(other.task->tokens(), prompt), prompt.size() - 1,
                                             static_cast<std::size_t>(other.task->promptTokens())});
        const bool first =
            other.memory.size() > slot.memory.size() || (other.memory.size() == slot.memory.size() && other.id < slot.id);
        return first && shared >= LeastShared && shared > slot.memory.size() && other.memory.size() < shared;
    });
}

void SharedLane::shareMemory()
{
    for (Slot &slot : m_slots) {
        if (!slot.task || !slot.mayShare)
            continue;
        const std::vector<llama_token> &prompt = slot.task->tokens();
        const Slot *source = nullptr;
        std::size_t most = std::max(slot.memory.size(), LeastShared - 1);
        for (const Slot &other : m_slots) {
            const std::size_t shared = std::min(commonPrefix(other.memory, prompt), prompt.size() - 1);
            if (&other != &slot && shared > most) {
                source = &other;
                most = shared;
            }
        }
        if (source && !waitsForMemory(slot)) {
            keep(slot, 0);
            m_context->copy(source->id, slot.id, static_cast<int>(most));
            slot.memory.assign(prompt.begin(), prompt.begin() + static_cast<std::ptrdiff_t>(most));
            slot.task->setCachedTokens(static_cast<int>(most));
        }
        slot.mayShare = waitsForMemory(slot);
    }
}

/// Who waited for this memory and wants nothing but that (another variant of the same prompt) gets it whole, with the
/// logits behind it: nothing is left to evaluate.
void SharedLane::serveTwins(Slot &slot, std::span<const float> logits)
{
    for (Slot &other : m_slots) {
        const bool isTwin = &other != &slot && other.task && other.mayShare && !other.isInBatch()
                            && !other.task->job().cancelled() && other.task->tokens() == slot.task->tokens();
        if (!isTwin)
            continue;
        const auto tokens = static_cast<int>(slot.memory.size());
        keep(other, 0);
        m_context->copy(slot.id, other.id, tokens);
        other.memory = slot.memory;
        other.mayShare = false;
        other.task->setCachedTokens(tokens);
        other.task->noteRead(tokens);
        if (!other.task->take(logits))
            endSlot(other);
    }
}

} // namespace Tempera
