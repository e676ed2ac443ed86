// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/llama/decoder.h"

#include "app/engine/llama/abortguard.h"
#include "app/engine/llama/llamalog.h"
#include "app/engine/llama/memorycheck.h"

#include <common.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr int MostSequences = 64;
/// Shared beginnings shorter than this are read again: splitting costs more.
constexpr std::size_t LeastShared = 8;
/// Prompt tokens in one step while other sequences are writing, so that their streams keep their pace.
constexpr int ChunkBesideStreams = 32;
/// Attention memory for all sequences of a model together.
constexpr int MostTotalTokens = 32'768;
constexpr std::int64_t MostTotalBytes = std::int64_t{256} << 20;

std::size_t commonPrefix(const std::vector<llama_token> &a, const std::vector<llama_token> &b)
{
    return static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
}

} // namespace

Result<std::unique_ptr<Decoder>> Decoder::create(const LlamaModel &model, const LlamaSettings &settings)
{
    (void)takeLlamaError();
    const AbortGuard guard;
    std::unique_ptr<Decoder> decoder(new Decoder(model, settings));
    try {
        if (decoder->createContext())
            return decoder;
    } catch (const std::exception &e) {
        return failure(ErrorKind::ModelBroken, QString::fromUtf8(e.what()), model.path());
    }
    const double megabytes = static_cast<double>(decoder->m_totalTokens * model.bytesPerToken()) / 1e6;
    return failure(ErrorKind::OutOfMemory,
                   u"no memory for a context of %1 tokens (about %2 MB): %3"_s.arg(decoder->m_totalTokens)
                       .arg(megabytes, 0, 'f', 0)
                       .arg(takeLlamaError()),
                   model.path());
}

Decoder::Decoder(const LlamaModel &model, const LlamaSettings &settings) : m_model(model), m_settings(settings)
{
    m_settings.nSequences = std::clamp(settings.nSequences, 1, MostSequences);
    m_settings.promptChunk = std::max(1, settings.promptChunk);
    const std::int64_t affordable = std::min<std::int64_t>(MostTotalTokens, MostTotalBytes / model.bytesPerToken());
    const std::int64_t wanted = std::int64_t{model.contextTokens()} * m_settings.nSequences;
    m_totalTokens = static_cast<int>(std::max<std::int64_t>(model.contextTokens(), std::min(wanted, affordable)));
}

bool Decoder::createContext()
{
    const auto capacity = static_cast<std::size_t>(m_settings.promptChunk + m_settings.nSequences);
    llama_context_params params = llama_context_default_params();
    params.n_ctx = static_cast<std::uint32_t>(m_totalTokens);
    params.n_batch = static_cast<std::uint32_t>(capacity);
    params.n_ubatch = params.n_batch;
    params.n_seq_max = static_cast<std::uint32_t>(m_settings.nSequences);
    params.n_outputs_max = params.n_seq_max;
    params.n_threads = m_settings.threads > 0 ? m_settings.threads : common_cpu_get_num_math();
    params.n_threads_batch = params.n_threads;
    params.kv_unified = true;
    params.flash_attn_type = m_settings.flashAttention == FlashAttention::Off ? LLAMA_FLASH_ATTN_TYPE_DISABLED
                                                                              : LLAMA_FLASH_ATTN_TYPE_AUTO;
    params.no_perf = true;
    params.abort_callback = shouldAbort;
    params.abort_callback_data = this;
    if (!checkMemoryFor(m_totalTokens * m_model.bytesPerToken(), m_model.path()))
        return false;
    m_context.reset(llama_init_from_model(m_model.handle(), params));
    if (!m_context)
        return false;
    m_memory = llama_get_memory(m_context.get());
    m_slots.resize(static_cast<std::size_t>(m_settings.nSequences));
    for (std::size_t i = 0; i < m_slots.size(); ++i)
        m_slots[i].id = static_cast<llama_seq_id>(i);
    m_batchTokens.resize(capacity);
    m_batchPositions.resize(capacity);
    m_batchCounts.assign(capacity, 1);
    m_batchIds.resize(capacity);
    m_batchOutputs.resize(capacity);
    for (llama_seq_id &id : m_batchIds)
        m_batchIdPointers.push_back(&id);
    m_batch = {.n_tokens = 0,
               .token = m_batchTokens.data(),
               .embd = nullptr,
               .pos = m_batchPositions.data(),
               .n_seq_id = m_batchCounts.data(),
               .seq_id = m_batchIdPointers.data(),
               .logits = m_batchOutputs.data()};
    return true;
}

/// Asked by llama.cpp between the operations of a decode. Others would lose their step, so only when nobody waits
/// for the result any more.
bool Decoder::shouldAbort(void *self)
{
    const auto *decoder = static_cast<const Decoder *>(self);
    return std::ranges::none_of(decoder->m_slots, [](const Slot &slot) {
        return slot.batched > 0 && slot.sequence && !slot.sequence->job().cancelled();
    });
}

int Decoder::reservedTokens() const
{
    int sum = 0;
    for (const Slot &slot : m_slots)
        sum += slot.sequence ? slot.sequence->mostTokens() : 0;
    return sum;
}

bool Decoder::hasRoomFor(int tokens) const
{
    const bool slotFree = std::ranges::any_of(m_slots, [](const Slot &slot) { return !slot.sequence; });
    return slotFree && (isIdle() || reservedTokens() + tokens <= m_totalTokens);
}

bool Decoder::isIdle() const
{
    return std::ranges::none_of(m_slots, [](const Slot &slot) { return slot.sequence != nullptr; });
}

/// The free slot whose kept memory helps most; else the one that was used longest ago.
Decoder::Slot &Decoder::slotFor(const std::vector<llama_token> &prompt)
{
    Slot *best = nullptr;
    std::size_t most = 0;
    for (Slot &slot : m_slots) {
        if (slot.sequence)
            continue;
        const std::size_t shared = commonPrefix(slot.memory, prompt);
        if (!best || shared > most || (shared == most && slot.lastUsed < best->lastUsed)) {
            best = &slot;
            most = shared;
        }
    }
    return *best;
}

void Decoder::add(std::unique_ptr<Sequence> sequence)
{
    const std::vector<llama_token> &prompt = sequence->tokens();
    Slot &slot = slotFor(prompt);
    std::size_t shared = 0;
    if (m_model.canShareMemory()) {
        // The last token is always evaluated, for its logits.
        shared = std::min(commonPrefix(slot.memory, prompt), prompt.size() - 1);
        if (shared < LeastShared)
            shared = 0;
    }
    keep(slot, shared);
    slot.sequence = std::move(sequence);
    slot.sequence->setCachedTokens(static_cast<int>(slot.memory.size()));
    slot.mayShare = m_model.canShareMemory();
    slot.lastUsed = ++m_clock;
    int kept = 0;
    for (const Slot &other : m_slots)
        kept += other.sequence ? 0 : static_cast<int>(other.memory.size());
    if (reservedTokens() + kept > m_totalTokens)
        forgetIdleMemory();
}

void Decoder::keep(Slot &slot, std::size_t tokens)
{
    if (tokens >= slot.memory.size())
        return;
    if (!llama_memory_seq_rm(m_memory, slot.id, static_cast<llama_pos>(tokens), -1)) {
        llama_memory_seq_rm(m_memory, slot.id, -1, -1);
        tokens = 0;
    }
    slot.memory.resize(tokens);
}

void Decoder::forgetIdleMemory()
{
    for (Slot &slot : m_slots) {
        if (!slot.sequence)
            keep(slot, 0);
    }
}

/// Keeps the prompt's memory: the next prompt often begins in the same way.
void Decoder::endSlot(Slot &slot)
{
    const auto prompt = static_cast<std::size_t>(slot.sequence->promptTokens());
    slot.sequence.reset();
    slot.lastUsed = ++m_clock;
    keep(slot, m_model.canShareMemory() ? std::min(prompt, slot.memory.size()) : 0);
    const bool elsewhere = std::ranges::any_of(m_slots, [&slot](const Slot &other) {
        return &other != &slot && !slot.memory.empty() && commonPrefix(other.memory, slot.memory) == slot.memory.size();
    });
    if (elsewhere)
        keep(slot, 0);
}

void Decoder::endCancelled()
{
    for (Slot &slot : m_slots) {
        if (slot.sequence && slot.sequence->job().cancelled()) {
            slot.sequence->end(FinishReason::Cancelled);
            endSlot(slot);
        }
    }
}

/// Whether another sequence is reading, right now, more of this one's prompt than is in any memory yet. Of two equal
/// ones the lower slot goes first, so that they do not wait for each other.
bool Decoder::waitsForMemory(const Slot &slot) const
{
    const std::vector<llama_token> &prompt = slot.sequence->tokens();
    return std::ranges::any_of(m_slots, [&](const Slot &other) {
        if (&other == &slot || !other.sequence)
            return false;
        const std::size_t shared =
            std::min({commonPrefix(other.sequence->tokens(), prompt), prompt.size() - 1,
                      static_cast<std::size_t>(other.sequence->promptTokens())});
        const bool first = other.memory.size() > slot.memory.size()
            || (other.memory.size() == slot.memory.size() && other.id < slot.id);
        return first && shared >= LeastShared && shared > slot.memory.size() && other.memory.size() < shared;
    });
}

void Decoder::shareMemory()
{
    for (Slot &slot : m_slots) {
        if (!slot.sequence || !slot.mayShare)
            continue;
        const std::vector<llama_token> &prompt = slot.sequence->tokens();
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
            llama_memory_seq_cp(m_memory, source->id, slot.id, 0, static_cast<llama_pos>(most));
            slot.memory.assign(prompt.begin(), prompt.begin() + static_cast<std::ptrdiff_t>(most));
            slot.sequence->setCachedTokens(static_cast<int>(most));
        }
        slot.mayShare = waitsForMemory(slot);
    }
}

void Decoder::addToBatch(Slot &slot, int most)
{
    const std::vector<llama_token> &tokens = slot.sequence->tokens();
    const std::size_t first = slot.memory.size();
    const std::size_t count = std::min(tokens.size() - first, static_cast<std::size_t>(std::max(0, most)));
    for (std::size_t i = 0; i < count; ++i) {
        const auto row = static_cast<std::size_t>(m_batch.n_tokens);
        const bool isLast = first + i + 1 == tokens.size();
        m_batchTokens[row] = tokens[first + i];
        m_batchPositions[row] = static_cast<llama_pos>(first + i);
        m_batchIds[row] = slot.id;
        m_batchOutputs[row] = isLast ? 1 : 0;
        if (isLast)
            slot.outputRow = m_batch.n_tokens;
        ++m_batch.n_tokens;
        ++slot.batched;
    }
}

void Decoder::fillBatch()
{
    m_batch.n_tokens = 0;
    std::vector<Slot *> reading;
    for (Slot &slot : m_slots) {
        slot.outputRow = -1;
        slot.batched = 0;
        if (!slot.sequence)
            continue;
        if (static_cast<int>(slot.memory.size()) >= slot.sequence->promptTokens())
            addToBatch(slot, 1);
        else if (!slot.mayShare)
            reading.push_back(&slot);
    }
    std::ranges::sort(reading, {}, &Slot::lastUsed);
    int left = m_batch.n_tokens > 0 ? std::min(m_settings.promptChunk, ChunkBesideStreams) : m_settings.promptChunk;
    for (Slot *slot : reading) {
        addToBatch(*slot, left);
        left -= slot->batched;
    }
}

void Decoder::step()
{
    endCancelled();
    shareMemory();
    fillBatch();
    if (m_batch.n_tokens > 0 && decodeBatch())
        takeOutputs();
}

/// False = the batch was not evaluated; what is to be ended has been ended.
bool Decoder::decodeBatch()
{
    int code = 0;
    QString why;
    try {
        code = llama_decode(m_context.get(), m_batch);
        if (code == 1) { // no room in the memory: what is only kept goes first
            forgetIdleMemory();
            code = llama_decode(m_context.get(), m_batch);
        }
    } catch (const std::exception &e) {
        code = -1;
        why = QString::fromUtf8(e.what());
    }
    if (m_settings.onDecode) {
        const auto sequences = std::ranges::count_if(m_slots, [](const Slot &slot) { return slot.batched > 0; });
        m_settings.onDecode({m_batch.n_tokens, static_cast<int>(sequences)});
    }
    if (code == 0)
        return true;
    forgetBatch();
    if (code != 2) // 2 = aborted because all were cancelled; they end in the next step
        failBatch(why.isEmpty() ? u"llama.cpp cannot evaluate the text (code %1) %2"_s.arg(code).arg(takeLlamaError())
                                : why);
    return false;
}

/// Takes out of the memory what a failed decode may have left in it.
void Decoder::forgetBatch()
{
    for (Slot &slot : m_slots) {
        if (slot.batched == 0)
            continue;
        if (!llama_memory_seq_rm(m_memory, slot.id, static_cast<llama_pos>(slot.memory.size()), -1)) {
            llama_memory_seq_rm(m_memory, slot.id, -1, -1);
            slot.memory.clear();
        }
    }
}

void Decoder::failBatch(const QString &why)
{
    for (Slot &slot : m_slots) {
        if (slot.batched > 0 && slot.sequence) {
            slot.sequence->job().fail(failure(ErrorKind::Internal, why, m_model.path()).error());
            endSlot(slot);
        }
    }
}

void Decoder::takeOutputs()
{
    const auto vocabulary = static_cast<std::size_t>(m_model.vocabularySize());
    for (Slot &slot : m_slots) {
        if (slot.batched == 0)
            continue;
        Sequence &sequence = *slot.sequence;
        const auto first = sequence.tokens().begin() + static_cast<std::ptrdiff_t>(slot.memory.size());
        slot.memory.insert(slot.memory.end(), first, first + slot.batched);
        if (sequence.job().cancelled())
            continue;
        if (slot.outputRow < 0 || slot.batched > 1)
            sequence.job().say(Event::PromptProgress{static_cast<int>(slot.memory.size()), sequence.promptTokens()});
        if (slot.outputRow < 0)
            continue;
        const float *logits = llama_get_logits_ith(m_context.get(), slot.outputRow);
        if (!logits) {
            failBatch(u"llama.cpp gave no logits"_s);
            return;
        }
        if (!sequence.take({logits, vocabulary}))
            endSlot(slot);
    }
}

} // namespace Tempera
