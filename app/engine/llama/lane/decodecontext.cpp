// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/llama/lane/decodecontext.h"

#include "app/engine/llama/model/abortguard.h"
#include "app/engine/llama/model/llamalog.h"
#include "app/engine/llama/model/memorycheck.h"

#include <common.h>

#include <algorithm>
#include <exception>
#include <set>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// KV cache for all sequences of a model together.
constexpr int MostTotalTokens = 32'768;
constexpr std::int64_t MostSharedBytes = std::int64_t{256} << 20;

llama_flash_attn_type attentionType(FlashAttention attention)
{
    switch (attention) {
    case FlashAttention::On: return LLAMA_FLASH_ATTN_TYPE_ENABLED;
    case FlashAttention::Off: return LLAMA_FLASH_ATTN_TYPE_DISABLED;
    case FlashAttention::Auto: break;
    }
    return LLAMA_FLASH_ATTN_TYPE_AUTO;
}

ggml_type ggmlType(CacheType type)
{
    switch (type) {
    case CacheType::F32: return GGML_TYPE_F32;
    case CacheType::F16: return GGML_TYPE_F16;
    case CacheType::Q8_0: return GGML_TYPE_Q8_0;
    case CacheType::Q5_1: return GGML_TYPE_Q5_1;
    case CacheType::Q5_0: return GGML_TYPE_Q5_0;
    case CacheType::Q4_1: return GGML_TYPE_Q4_1;
    case CacheType::Q4_0: return GGML_TYPE_Q4_0;
    }
    return GGML_TYPE_F16;
}

} // namespace

int sharedTokens(const LlamaModel &model, int sequences)
{
    const std::int64_t affordable = std::min<std::int64_t>(MostTotalTokens, MostSharedBytes / model.bytesPerToken());
    const std::int64_t wanted = std::int64_t{model.contextTokens()} * sequences;
    return static_cast<int>(std::max<std::int64_t>(model.contextTokens(), std::min(wanted, affordable)));
}

Result<std::unique_ptr<DecodeContext>> DecodeContext::create(const LlamaModel &model, const LlamaSettings &settings,
                                                             const ContextShape &shape)
{
    const std::int64_t bytes = model.bytesPerToken() * shape.tokens * (shape.shared ? 1 : shape.sequences);
    if (const Result<void> fits = checkMemoryFor(bytes, availableMemory(settings), model.path()); !fits)
        return std::unexpected(fits.error());
    (void)takeLlamaError();
    const AbortGuard guard;
    std::unique_ptr<DecodeContext> context(new DecodeContext(model, shape));
    try {
        if (context->open(settings))
            return context;
    } catch (const std::exception &e) {
        return failure(ErrorKind::ModelBroken, QString::fromUtf8(e.what()), model.path());
    }
    return failure(ErrorKind::OutOfMemory,
                   u"not enough memory for a context of %1 tokens (about %2 MB): %3"_s.arg(shape.tokens)
                       .arg(static_cast<double>(bytes) / 1e6, 0, 'f', 0)
                       .arg(takeLlamaError()),
                   model.path());
}

DecodeContext::DecodeContext(const LlamaModel &model, const ContextShape &shape) : m_model(model), m_shape(shape) { }

DecodeContext::~DecodeContext() = default;

bool DecodeContext::open(const LlamaSettings &settings)
{
    llama_context_params params = llama_context_default_params();
    params.n_ctx = static_cast<std::uint32_t>(m_shape.shared ? m_shape.tokens : m_shape.tokens * m_shape.sequences);
    params.n_batch = static_cast<std::uint32_t>(m_shape.batchTokens);
    params.n_ubatch = params.n_batch;
    params.n_seq_max = static_cast<std::uint32_t>(m_shape.sequences);
    params.n_outputs_max = static_cast<std::uint32_t>(std::max(m_shape.outputs, m_shape.sequences));
    params.n_threads = settings.threads > 0 ? settings.threads : common_cpu_get_num_math();
    params.n_threads_batch = params.n_threads;
    m_team = std::make_unique<WorkTeam>(params.n_threads);
    params.kv_unified = m_shape.shared;
    params.flash_attn_type = attentionType(m_shape.flashAttention);
    // llama.cpp keeps values small only where attention is fused; strict mode's is not.
    if (m_shape.flashAttention != FlashAttention::Off)
        params.type_k = params.type_v = ggmlType(settings.cacheType);
    params.no_perf = true;
    params.abort_callback = onAbortAsked;
    params.abort_callback_data = this;
    m_context.reset(llama_init_from_model(m_model.handle(), params));
    if (!m_context)
        return false;
    m_memory = llama_get_memory(m_context.get());
    m_onDecode = settings.onDecode;
    const auto rows = static_cast<std::size_t>(m_shape.batchTokens);
    const auto sequences = static_cast<std::size_t>(m_shape.sequences);
    m_tokens.resize(rows);
    m_positions.resize(rows);
    m_counts.resize(rows);
    m_outputs.resize(rows);
    m_ids.resize(rows * sequences);
    for (std::size_t row = 0; row < rows; ++row)
        m_idPointers.push_back(&m_ids[row * sequences]);
    m_batch = {.n_tokens = 0,
               .token = m_tokens.data(),
               .embd = nullptr,
               .pos = m_positions.data(),
               .n_seq_id = m_counts.data(),
               .seq_id = m_idPointers.data(),
               .logits = m_outputs.data()};
    return true;
}

bool DecodeContext::onAbortAsked(void *self)
{
    const auto *context = static_cast<const DecodeContext *>(self);
    return context->m_shouldAbort && context->m_shouldAbort();
}

void DecodeContext::clear()
{
    m_batch.n_tokens = 0;
}

int DecodeContext::add(llama_token token, llama_pos position, std::span<const llama_seq_id> sequences, bool wantsLogits)
{
    const auto row = static_cast<std::size_t>(m_batch.n_tokens);
    m_tokens[row] = token;
    m_positions[row] = position;
    m_counts[row] = static_cast<std::int32_t>(sequences.size());
    std::ranges::copy(sequences, m_idPointers[row]);
    m_outputs[row] = wantsLogits ? 1 : 0;
    return m_batch.n_tokens++;
}

int DecodeContext::decode()
{
    m_why.clear();
    int code = -1;
    const WorkTeam::Use use(*m_team);
    try {
        code = llama_decode(m_context.get(), m_batch);
        // What a worker made of it is known only when it has come.
        if (m_model.isSpread())
            llama_synchronize(m_context.get());
        if (m_model.lost())
            code = -1;
    } catch (const std::exception &e) {
        m_why = QString::fromUtf8(e.what());
    }
    if (code != 0 && m_why.isEmpty())
        m_why = u"llama.cpp cannot evaluate the text (code %1) %2"_s.arg(code).arg(takeLlamaError());
    if (m_onDecode && code != 1) {
        std::set<llama_seq_id> ids;
        for (int row = 0; row < rows(); ++row)
            ids.insert(*m_idPointers[static_cast<std::size_t>(row)]);
        m_onDecode({rows(), static_cast<int>(ids.size())});
    }
    return code;
}

Error DecodeContext::error() const
{
    return m_model.lost().value_or(failure(ErrorKind::Internal, m_why, m_model.path()).error());
}

std::span<const float> DecodeContext::logits(int row) const
{
    const float *values = llama_get_logits_ith(m_context.get(), row);
    return {values, values ? static_cast<std::size_t>(m_model.vocabularySize()) : 0};
}

int DecodeContext::cut(llama_seq_id sequence, int from)
{
    if (from > 0 && llama_memory_seq_rm(m_memory, sequence, from, -1))
        return from;
    llama_memory_seq_rm(m_memory, sequence, -1, -1);
    return 0;
}

std::size_t DecodeContext::stateBytes(llama_seq_id sequence) const
{
    return llama_state_seq_get_size(m_context.get(), sequence);
}

std::vector<std::uint8_t> DecodeContext::state(llama_seq_id sequence) const
{
    std::vector<std::uint8_t> bytes(stateBytes(sequence));
    bytes.resize(llama_state_seq_get_data(m_context.get(), bytes.data(), bytes.size(), sequence));
    return bytes;
}

bool DecodeContext::setState(llama_seq_id sequence, std::span<const std::uint8_t> state)
{
    if (llama_state_seq_set_data(m_context.get(), state.data(), state.size(), sequence) == state.size())
        return true;
    (void)cut(sequence, 0);
    return false;
}

void DecodeContext::copy(llama_seq_id from, llama_seq_id to, int tokens)
{
    if (m_shape.shared) {
        llama_memory_seq_cp(m_memory, from, to, 0, tokens);
        return;
    }
    // Between memories of their own llama.cpp copies the whole.
    llama_memory_seq_cp(m_memory, from, to, -1, -1);
    llama_memory_seq_rm(m_memory, to, tokens, -1);
}

} // namespace Tempera
