// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/llama/lane/decodecontext.h"
#include "app/engine/llama/lane/lane.h"

namespace Tempera {

/// Strict mode: what llama.cpp computes for a task depends on the task alone, to the last bit. Rounding follows the
/// shape of a batch and the positions of the cells, so here a batch never holds tokens of two tasks, each sequence has a
/// KV cache of its own that is filled from the first cell on, prompts are evaluated in chunks that begin at multiples of
/// Chunk, and all other tokens one by one (branches: one after the other, in pieces of Chunk). Cached tokens are reused
/// only where they were evaluated in just this way: for an identical prompt, or up to the last common multiple of Chunk.
class StrictLane final : public Lane
{
public:
    /// Errors: OutOfMemory, ModelBroken.
    [[nodiscard]] static Result<std::unique_ptr<StrictLane>> create(const LlamaModel &model, const LlamaSettings &settings);

    [[nodiscard]] bool hasRoomFor(int tokens) const override;
    void add(std::unique_ptr<LlamaTask> task) override;
    [[nodiscard]] bool isIdle() const override;
    /// Advances one task, round-robin.
    void step() override;

    static constexpr int Chunk = 64;

private:
    struct Slot {
        llama_seq_id id = 0;
        std::unique_ptr<LlamaTask> task;
        std::vector<llama_token> cached; ///< Tokens that the KV cache holds, in order.
        std::vector<llama_token> prompt; ///< Cached tokens that were evaluated as a prompt.
        std::vector<float> promptLogits; ///< After the last of them; empty while it is being read.
        std::uint64_t lastUsed = 0;
        bool isFresh = false; ///< Has not looked for cached tokens to begin with.
    };

    StrictLane(const LlamaModel &model, std::unique_ptr<DecodeContext> context);

    void endCancelled();
    [[nodiscard]] bool waits(const Slot &slot) const;
    void advance(Slot &slot);
    void begin(Slot &slot);
    void takeOver(const Slot &source, Slot &slot, std::size_t tokens);
    [[nodiscard]] std::size_t reusable(const Slot &source, const std::vector<llama_token> &prompt) const;
    void readPrompt(Slot &slot);
    void readAnswer(Slot &slot);
    void readBranch(Slot &slot);
    [[nodiscard]] bool decode(Slot &slot);
    void give(Slot &slot, std::span<const float> logits);
    void keep(Slot &slot, std::size_t tokens);
    void endSlot(Slot &slot);

    const LlamaModel &m_model;
    std::unique_ptr<DecodeContext> m_context;
    std::vector<Slot> m_slots;
    const Slot *m_inBatch = nullptr;
    std::size_t m_turn = 0;
    std::uint64_t m_clock = 0;
};

} // namespace Tempera
