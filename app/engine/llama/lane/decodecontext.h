// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/llama/model/llamamodel.h"
#include "app/engine/llama/threads/workteam.h"

#include <span>

namespace Tempera {

/// Cells of a KV cache that this many sequences of a model share: room for each one's whole context, as far as that is
/// affordable.
[[nodiscard]] int sharedTokens(const LlamaModel &model, int sequences);

/// Size and form of a context.
struct ContextShape {
    int tokens = 0;      ///< Cells of the KV cache; of each sequence where it is not shared.
    int sequences = 1;   ///< Sequence ids, from 0.
    int batchTokens = 1; ///< Most rows of a batch.
    int outputs = 1;     ///< Most rows of a batch with logits.
    bool shared = true;  ///< One KV cache for all sequences, with cells that can belong to several; else each has its own.
    FlashAttention flashAttention = FlashAttention::Auto;
};

/// A context of llama.cpp with its batch. One thread.
class DecodeContext
{
public:
    /// Errors: OutOfMemory, ModelBroken.
    [[nodiscard]] static Result<std::unique_ptr<DecodeContext>> create(const LlamaModel &model, const LlamaSettings &settings,
                                                                       const ContextShape &shape);
    ~DecodeContext();
    DecodeContext(const DecodeContext &) = delete;
    DecodeContext &operator=(const DecodeContext &) = delete;

    [[nodiscard]] const ContextShape &shape() const { return m_shape; }

    // The batch.
    void clear();
    [[nodiscard]] int rows() const { return m_batch.n_tokens; }
    /// Returns the number of the row. There must be room for it.
    int add(llama_token token, llama_pos position, std::span<const llama_seq_id> sequences, bool wantsLogits);
    /// llama.cpp's code: 0 = evaluated, 1 = the KV cache is full, 2 = aborted, negative = failed, see error().
    [[nodiscard]] int decode();
    [[nodiscard]] Error error() const;
    /// Asked between the operations of a decode whether to abort it.
    void setAbort(std::function<bool()> shouldAbort) { m_shouldAbort = std::move(shouldAbort); }
    /// Valid until the next decode; empty if there are none.
    [[nodiscard]] std::span<const float> logits(int row) const;

    // The KV cache.
    /// Removes the cells from position `from` on from a sequence. Returns how many tokens are left: fewer than `from`
    /// where the model's cache cannot be cut (recurrent models).
    int cut(llama_seq_id sequence, int from);
    /// The beginning of one sequence becomes the beginning of an empty one.
    void copy(llama_seq_id from, llama_seq_id to, int tokens);
    /// What the cache holds of a sequence, as bytes that another sequence can begin with. Empty = not possible.
    [[nodiscard]] std::size_t stateBytes(llama_seq_id sequence) const;
    [[nodiscard]] std::vector<std::uint8_t> state(llama_seq_id sequence) const;
    /// The sequence must be empty. False = there is no room; then it stays so.
    [[nodiscard]] bool setState(llama_seq_id sequence, std::span<const std::uint8_t> state);

private:
    DecodeContext(const LlamaModel &model, const ContextShape &shape);
    [[nodiscard]] bool open(const LlamaSettings &settings);
    static bool onAbortAsked(void *self);

    const LlamaModel &m_model;
    ContextShape m_shape;
    QString m_why;
    std::unique_ptr<WorkTeam> m_team;
    LlamaContextPtr m_context;
    llama_memory_t m_memory = nullptr;
    std::function<bool()> m_shouldAbort;
    std::function<void(const DecodeReport &)> m_onDecode;
    llama_batch m_batch{};
    std::vector<llama_token> m_tokens;
    std::vector<llama_pos> m_positions;
    std::vector<std::int32_t> m_counts;
    std::vector<llama_seq_id> m_ids; ///< Room for every sequence in every row.
    std::vector<llama_seq_id *> m_idPointers;
    std::vector<std::int8_t> m_outputs;
};

} // namespace Tempera
