// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/engine/llama/tinymodel.h"

#include <ggml.h>
#include <gguf.h>

#include <cmath>
#include <cstring>
#include <memory>
#include <span>
#include <string>
#include <vector>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

enum TokenType : std::int32_t { Normal = 1, Unknown = 2, Control = 3, UserDefined = 4, Byte = 6 };

struct GgufDeleter {
    void operator()(gguf_context *context) const { gguf_free(context); }
    void operator()(ggml_context *context) const { ggml_free(context); }
};

/// A small generator, because the weights of a large model are many. Marsaglia's xorshift32.
class Noise
{
public:
    explicit Noise(std::uint32_t seed) : m_state(seed * 2654435761U + 1) { }
    float operator()(float scale)
    {
        m_state ^= m_state << 13;
        m_state ^= m_state >> 17;
        m_state ^= m_state << 5;
        return (static_cast<float>(m_state) * 0x1p-31F - 1.0F) * scale;
    }

private:
    std::uint32_t m_state;
};

class Writer
{
public:
    explicit Writer(const TinyModel &model) : m_model(model), m_noise(model.seed), m_gguf(gguf_init_empty())
    {
        const std::size_t values =
            std::size_t(width()) * vocabulary() * (m_model.tied ? 1 : 2)
            + std::size_t(m_model.layers) * width() * (2 * width() + 2 * keyWidth() + 3 * m_model.feedForward + 2);
        const std::size_t bytes = model.quantized ? values * 34 / 32 : values * 4;
        const std::size_t tensors = std::size_t(m_model.layers) * 9 + 3;
        m_ggml.reset(ggml_init({bytes + tensors * (ggml_tensor_overhead() + 64) + (std::size_t{1} << 20), nullptr, false}));
    }

    bool write(const QString &path)
    {
        addFacts();
        addVocabulary();
        addTensors();
        return gguf_write_to_file(m_gguf.get(), path.toUtf8().constData(), false);
    }

private:
    int vocabulary() const { return m_model.vocabulary; }
    /// A model with given logits has one dimension for each token.
    int width() const { return m_model.logit ? m_model.vocabulary : m_model.width; }
    int headWidth() const { return width() / m_model.heads; }
    int keyWidth() const { return headWidth() * m_model.keyHeads; }

    void number(const char *key, int value) { gguf_set_val_u32(m_gguf.get(), key, static_cast<std::uint32_t>(value)); }

    void addFacts()
    {
        gguf_set_val_str(m_gguf.get(), "general.architecture", m_model.architecture.toUtf8().constData());
        gguf_set_val_str(m_gguf.get(), "general.name", "tiny");
        number("llama.context_length", m_model.contextTokens);
        number("llama.embedding_length", width());
        number("llama.block_count", m_model.layers);
        number("llama.feed_forward_length", m_model.feedForward);
        number("llama.attention.head_count", m_model.heads);
        number("llama.attention.head_count_kv", m_model.keyHeads);
        number("llama.rope.dimension_count", headWidth());
        number("llama.vocab_size", vocabulary());
        gguf_set_val_f32(m_gguf.get(), "llama.attention.layer_norm_rms_epsilon", 1e-5F);
    }

    void addVocabulary()
    {
        std::vector<std::string> texts{"<unk>", "<s>", "</s>"};
        std::vector<std::int32_t> types{Unknown, Control, Control};
        for (int byte = 0; byte < 256; ++byte) {
            texts.push_back(u"<0x%1>"_s.arg(QString::number(256 + byte, 16).last(2).toUpper()).toStdString());
            types.push_back(Byte);
        }
        for (const QString &piece : m_model.pieces) {
            texts.push_back(piece.toStdString());
            types.push_back(Normal);
        }
        for (const QString &control : m_model.controls) {
            texts.push_back(control.toStdString());
            types.push_back(Control);
        }
        for (const QString &added : m_model.added) {
            texts.push_back(added.toStdString());
            types.push_back(UserDefined);
        }
        while (texts.size() < static_cast<std::size_t>(vocabulary())) {
            texts.push_back("~" + std::to_string(texts.size()));
            types.push_back(Normal);
        }
        std::vector<const char *> pointers;
        std::vector<float> scores;
        for (const std::string &text : texts) {
            pointers.push_back(text.c_str());
            scores.push_back(-static_cast<float>(scores.size()));
        }
        gguf_context *gguf = m_gguf.get();
        gguf_set_val_str(gguf, "tokenizer.ggml.model", "llama");
        gguf_set_arr_str(gguf, "tokenizer.ggml.tokens", pointers.data(), pointers.size());
        gguf_set_arr_data(gguf, "tokenizer.ggml.scores", GGUF_TYPE_FLOAT32, scores.data(), scores.size());
        gguf_set_arr_data(gguf, "tokenizer.ggml.token_type", GGUF_TYPE_INT32, types.data(), types.size());
        number("tokenizer.ggml.bos_token_id", TinyModel::Bos);
        number("tokenizer.ggml.eos_token_id", TinyModel::Eos);
        number("tokenizer.ggml.unknown_token_id", 0);
        gguf_set_val_bool(gguf, "tokenizer.ggml.add_bos_token", true);
        gguf_set_val_bool(gguf, "tokenizer.ggml.add_space_prefix", false);
        if (m_model.endsTexts)
            gguf_set_val_bool(gguf, "tokenizer.ggml.add_eos_token", true);
        if (!m_model.chatTemplate.isEmpty())
            gguf_set_val_str(gguf, "tokenizer.chat_template", m_model.chatTemplate.toUtf8().constData());
    }

    template<typename Fill>
    void tensor(const std::string &name, int columns, int rows, Fill fill)
    {
        const bool quantize = m_model.quantized && rows > 1;
        ggml_tensor *made = rows > 1 ? ggml_new_tensor_2d(m_ggml.get(), quantize ? GGML_TYPE_Q8_0 : GGML_TYPE_F32, columns, rows)
                                     : ggml_new_tensor_1d(m_ggml.get(), GGML_TYPE_F32, columns);
        ggml_set_name(made, name.c_str());
        std::vector<float> row(static_cast<std::size_t>(columns));
        const std::size_t rowBytes = ggml_row_size(made->type, columns);
        for (int r = 0; r < rows; ++r) {
            for (int c = 0; c < columns; ++c)
                row[static_cast<std::size_t>(c)] = fill(r, c);
            char *target = static_cast<char *>(made->data) + static_cast<std::size_t>(r) * rowBytes;
            if (quantize)
                ggml_quantize_chunk(GGML_TYPE_Q8_0, row.data(), target, 0, 1, columns, nullptr);
            else
                std::memcpy(target, row.data(), rowBytes);
        }
        gguf_add_tensor(m_gguf.get(), made);
    }

    void addTensors()
    {
        const auto noise = [this](int columns) {
            const float scale = m_model.logit ? 0.0F : 1.7F / std::sqrt(static_cast<float>(columns));
            return [this, scale](int, int) { return scale > 0 ? m_noise(scale) : 0.0F; };
        };
        const auto one = [](int, int) { return 1.0F; };
        const int wide = width();
        if (m_model.logit) {
            // One-hot in, so that the normalised state is sqrt(width) in one place, and the logits come out as given.
            const float scale = 1.0F / std::sqrt(static_cast<float>(wide));
            tensor("token_embd.weight", wide, vocabulary(), [](int r, int c) { return r == c ? 1.0F : 0.0F; });
            tensor("output.weight", wide, vocabulary(), [&](int to, int from) { return m_model.logit(from, to) * scale; });
        } else {
            const float scale = 5.0F / std::sqrt(static_cast<float>(wide));
            const float embedded = m_model.tied ? scale : 1.0F;
            tensor("token_embd.weight", wide, vocabulary(), [&](int, int) { return m_noise(embedded); });
            if (!m_model.tied)
                tensor("output.weight", wide, vocabulary(), [&](int, int) { return m_noise(scale); });
        }
        tensor("output_norm.weight", wide, 1, one);
        for (int layer = 0; layer < m_model.layers; ++layer) {
            const std::string block = "blk." + std::to_string(layer) + ".";
            tensor(block + "attn_norm.weight", wide, 1, one);
            tensor(block + "attn_q.weight", wide, wide, noise(wide));
            tensor(block + "attn_k.weight", wide, keyWidth(), noise(wide));
            tensor(block + "attn_v.weight", wide, keyWidth(), noise(wide));
            tensor(block + "attn_output.weight", wide, wide, noise(wide));
            tensor(block + "ffn_norm.weight", wide, 1, one);
            tensor(block + "ffn_gate.weight", wide, m_model.feedForward, noise(wide));
            tensor(block + "ffn_up.weight", wide, m_model.feedForward, noise(wide));
            tensor(block + "ffn_down.weight", m_model.feedForward, wide, noise(m_model.feedForward));
        }
    }

    const TinyModel &m_model;
    Noise m_noise;
    std::unique_ptr<gguf_context, GgufDeleter> m_gguf;
    std::unique_ptr<ggml_context, GgufDeleter> m_ggml;
};

} // namespace

bool TinyModel::write(const QString &path) const
{
    return Writer(*this).write(path);
}

int TinyModel::idOf(const QString &piece) const
{
    const qsizetype at = pieces.indexOf(piece);
    return at < 0 ? -1 : FirstPiece + static_cast<int>(at);
}

TinyModel speakingModel(const QStringList &pieces)
{
    TinyModel model;
    model.pieces = pieces;
    const int count = static_cast<int>(pieces.size());
    model.logit = [count](int from, int to) {
        const int next = from >= TinyModel::FirstPiece && from < TinyModel::FirstPiece + count ? from + 1 : TinyModel::FirstPiece;
        const int wanted = next < TinyModel::FirstPiece + count ? next : TinyModel::Eos;
        return to == wanted ? 30.0F : 0.0F;
    };
    return model;
}

} // namespace Tempera
