// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/llama/lane/decodecontext.h"
#include "app/engine/llama/lane/lane.h"
#include "app/engine/llama/lane/pace.h"
#include "app/engine/llama/lane/prefixstore.h"

namespace Tempera {

/// Fast mode: all tasks are sequences of one batch (continuous batching). Each step evaluates the next token of every
/// running sequence and a piece of the prompts and branches that are still being read. Sequences join and leave
/// between steps. A common prefix of prompts is evaluated once: the second sequence copies it in the KV cache
/// (llama_memory_seq_cp). What the cache holds of an ended sequence is kept for later ones: in its slot, and outside the
/// context as soon as something else runs.
class SharedLane final : public Lane
{
public:
    /// Errors: OutOfMemory, ModelBroken.
    [[nodiscard]] static Result<std::unique_ptr<SharedLane>> create(const LlamaModel &model, const LlamaSettings &settings);

    [[nodiscard]] bool hasRoomFor(int tokens) const override;
    void add(std::unique_ptr<LlamaTask> task) override;
    [[nodiscard]] bool isIdle() const override;
    void step() override;

    /// Branches that one task may evaluate at the same time.
    static constexpr int MostBranches = 16;

private:
    /// A sequence id of llama.cpp: what the KV cache holds of it, and the task that runs on it.
    struct Slot {
        llama_seq_id id = 0;
        std::vector<llama_token> cached; ///< Tokens that the KV cache holds, in order.
        std::unique_ptr<LlamaTask> task; ///< Null = the cached tokens are kept in case a prompt begins with them.
        std::uint64_t lastUsed = 0;
        bool mayShare = false;               ///< May still copy its beginning from another sequence.
        int outputRow = -1;                  ///< Row of the batch whose logits are its next token's.
        int batched = 0;                     ///< Tokens of it in the batch.
        std::vector<llama_seq_id> branchIds; ///< Sequences of the branches that are being evaluated.
        int firstBranchRow = 0;
        int branchRows = 0; ///< Rows of its branches in the batch.

        [[nodiscard]] bool isRead() const { return cached.size() == task->tokens().size(); }
        [[nodiscard]] bool isInBatch() const { return batched + branchRows > 0; }
    };

    SharedLane(const LlamaModel &model, std::unique_ptr<DecodeContext> context, int slotCount, int promptChunk);

    void storeState(Slot &slot);
    void evictUnrelated(const Slot &slot, const std::vector<llama_token> &prompt);
    void restore(Slot &slot, const std::vector<llama_token> &prompt);
    [[nodiscard]] Slot &slotFor(const std::vector<llama_token> &prompt);
    void endCancelled();
    void sharePrefixes();
    [[nodiscard]] bool waitsForPrefix(const Slot &slot) const;
    void splitBranches(Slot &slot);
    void joinBranches(Slot &slot);
    [[nodiscard]] int fillBatch();
    [[nodiscard]] int fillStreams();
    void addToBatch(Slot &slot, int most);
    void addBranches(Slot &slot, int most);
    [[nodiscard]] bool decodeBatch();
    void dropBatch();
    void failBatch(const Error &error);
    void takeOutputs();
    [[nodiscard]] bool takeOutputs(Slot &slot);
    void serveIdenticalPrompts(Slot &slot, std::span<const float> logits);
    [[nodiscard]] bool takeBranches(Slot &slot);
    void endSlot(Slot &slot);
    void keep(Slot &slot, std::size_t tokens);
    void evictIdle();
    [[nodiscard]] int reservedTokens() const;

    const LlamaModel &m_model;
    std::unique_ptr<DecodeContext> m_context;
    std::vector<Slot> m_slots;
    std::vector<llama_seq_id> m_freeBranchIds;
    int m_promptChunk = 1;
    PrefixStore m_store;
    Pace m_pace;
    std::uint64_t m_clock = 0;
};

} // namespace Tempera
