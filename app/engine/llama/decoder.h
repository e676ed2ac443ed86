// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/llama/sequence.h"

#include <vector>

namespace Tempera {

/// Runs the generations of one model as sequences of one batch (continuous batching): each step evaluates the next
/// token of every running sequence and a piece of the prompts that are still being read. Sequences join and leave
/// between steps. A prompt that begins as another one does is not evaluated twice: the second takes over the first
/// one's memory (llama_memory_seq_cp). One thread.
class Decoder
{
public:
    /// Errors: OutOfMemory, ModelBroken.
    [[nodiscard]] static Result<std::unique_ptr<Decoder>> create(const LlamaModel &model,
                                                                 const LlamaSettings &settings);

    /// Whether a generation of that many tokens fits beside the running ones now.
    [[nodiscard]] bool hasRoomFor(int tokens) const;
    /// Most tokens that one generation may have.
    [[nodiscard]] int contextTokens() const { return m_model.contextTokens(); }
    /// There must be room for it.
    void add(std::unique_ptr<Sequence> sequence);
    [[nodiscard]] bool isIdle() const;
    /// One decode: ends what was cancelled, evaluates, chooses. Does nothing when idle.
    void step();

private:
    /// A sequence id of llama.cpp: its memory, and who runs on it.
    struct Slot {
        llama_seq_id id = 0;
        std::vector<llama_token> memory;    ///< Tokens whose state is in the memory, in order.
        std::unique_ptr<Sequence> sequence; ///< Nothing = the memory is kept in case it can be used again.
        std::uint64_t lastUsed = 0;
        bool mayShare = false; ///< Still looks for another sequence's memory to begin with.
        int outputRow = -1;    ///< Row of the batch whose logits are its next token's.
        int batched = 0;       ///< Tokens of it in the batch.
    };

    Decoder(const LlamaModel &model, const LlamaSettings &settings);
    [[nodiscard]] bool createContext();
    static bool shouldAbort(void *self);

    [[nodiscard]] Slot &slotFor(const std::vector<llama_token> &prompt);
    void endCancelled();
    void shareMemory();
    [[nodiscard]] bool waitsForMemory(const Slot &slot) const;
    void fillBatch();
    void addToBatch(Slot &slot, int most);
    [[nodiscard]] bool decodeBatch();
    void forgetBatch();
    void failBatch(const QString &why);
    void takeOutputs();
    void endSlot(Slot &slot);
    void keep(Slot &slot, std::size_t tokens);
    void forgetIdleMemory();
    [[nodiscard]] int reservedTokens() const;

    const LlamaModel &m_model;
    LlamaSettings m_settings;
    int m_totalTokens = 0;
    LlamaContextPtr m_context;
    llama_memory_t m_memory = nullptr;
    std::vector<Slot> m_slots;
    llama_batch m_batch{};
    std::vector<llama_token> m_batchTokens;
    std::vector<llama_pos> m_batchPositions;
    std::vector<std::int32_t> m_batchCounts;
    std::vector<llama_seq_id> m_batchIds;
    std::vector<llama_seq_id *> m_batchIdPointers;
    std::vector<std::int8_t> m_batchOutputs;
    std::uint64_t m_clock = 0;
};

} // namespace Tempera
