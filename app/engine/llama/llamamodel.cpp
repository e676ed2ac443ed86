// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/llama/llamamodel.h"

#include "app/engine/llama/abortguard.h"
#include "app/engine/llama/ggufcheck.h"
#include "app/engine/llama/llamalog.h"
#include "app/engine/llama/memorycheck.h"

#include <QFileInfo>

#include <algorithm>
#include <array>
#include <exception>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr int LongestDefaultContext = 8192;

struct LoadState {
    const LoadProgress *progress;
    bool cancelled = false;
};

bool onProgress(float fraction, void *data)
{
    auto *state = static_cast<LoadState *>(data);
    if (!(*state->progress)(fraction))
        state->cancelled = true;
    return !state->cancelled;
}

Result<GgufFacts> checkFile(const QString &path)
{
    if (path.isEmpty())
        return failure(ErrorKind::ModelMissing, u"no model file is given"_s);
    const QFileInfo info(path);
    if (info.exists() && !info.isFile())
        return failure(ErrorKind::ModelMissing, u"this is not a file"_s, path);
    return checkGgufFile(path);
}

QString cause(const QString &fallback)
{
    const QString error = takeLlamaError();
    return error.isEmpty() ? fallback : error;
}

} // namespace

Result<std::unique_ptr<LlamaModel>> LlamaModel::load(const QString &path, const LlamaSettings &settings,
                                                     const LoadProgress &progress)
{
    initLlama();
    const Result<GgufFacts> facts = checkFile(path);
    if (!facts)
        return std::unexpected(facts.error());
    if (const Result<void> fits = checkMemoryFor(facts->tensorBytes, path); !fits)
        return std::unexpected(fits.error());
    (void)takeLlamaError();

    LoadState state{&progress};
    llama_model_params params = llama_model_default_params();
    params.progress_callback = onProgress;
    params.progress_callback_user_data = &state;
    std::unique_ptr<LlamaModel> model(new LlamaModel);
    const AbortGuard guard;
    try {
        model->m_model.reset(llama_model_load_from_file(path.toUtf8().constData(), params));
    } catch (const std::exception &e) {
        return failure(ErrorKind::ModelBroken, QString::fromUtf8(e.what()), path);
    }
    if (state.cancelled)
        return failure(ErrorKind::Cancelled, u"loading was stopped"_s, path);
    if (!model->m_model)
        return failure(ErrorKind::ModelBroken, cause(u"llama.cpp cannot load it"_s), path);
    if (!llama_model_has_decoder(model->handle()) || llama_model_has_encoder(model->handle())
        || llama_model_is_diffusion(model->handle()))
        return failure(ErrorKind::ModelBroken, u"this kind of model does not write text token by token"_s, path);
    model->m_path = path;
    model->m_vocab = llama_model_get_vocab(model->handle());
    if (llama_vocab_type(model->vocab()) == LLAMA_VOCAB_TYPE_NONE)
        return failure(ErrorKind::ModelBroken, u"the file has no vocabulary"_s, path);
    const int trained = std::max(1, llama_model_n_ctx_train(model->handle()));
    model->m_contextTokens =
        settings.contextTokens > 0 ? settings.contextTokens : std::min(trained, LongestDefaultContext);
    return model;
}

std::int64_t LlamaModel::bytesPerToken() const
{
    const std::int64_t heads = std::max(1, llama_model_n_head(handle()));
    const std::int64_t width = llama_model_n_embd(handle()) / heads * llama_model_n_head_kv(handle());
    constexpr std::int64_t KeyAndValueAsHalf = 4;
    return std::max<std::int64_t>(1, width * llama_model_n_layer(handle()) * KeyAndValueAsHalf);
}

bool LlamaModel::canShareMemory() const
{
    return !llama_model_is_recurrent(handle()) && !llama_model_is_hybrid(handle()) && llama_model_n_swa(handle()) == 0;
}

std::vector<llama_token> LlamaModel::tokenize(std::string_view text) const
{
    const auto length = static_cast<std::int32_t>(text.size());
    std::vector<llama_token> tokens(text.size() + 2);
    std::int32_t count = llama_tokenize(m_vocab, text.data(), length, tokens.data(),
                                        static_cast<std::int32_t>(tokens.size()), true, true);
    if (count < 0 && count != INT32_MIN) {
        tokens.resize(static_cast<std::size_t>(-count));
        count = llama_tokenize(m_vocab, text.data(), length, tokens.data(), -count, true, true);
    }
    tokens.resize(static_cast<std::size_t>(std::max(0, count)));
    return tokens;
}

QByteArray LlamaModel::piece(llama_token token) const
{
    std::array<char, 64> small;
    const std::int32_t length =
        llama_token_to_piece(m_vocab, token, small.data(), static_cast<std::int32_t>(small.size()), 0, false);
    if (length >= 0)
        return QByteArray(small.data(), length);
    QByteArray bytes(-length, Qt::Uninitialized);
    bytes.resize(std::max(0, llama_token_to_piece(m_vocab, token, bytes.data(), -length, 0, false)));
    return bytes;
}

std::shared_ptr<const Vocabulary> LlamaModel::vocabulary() const
{
    if (!m_pieces) {
        auto pieces = std::make_shared<Vocabulary>();
        for (llama_token token = 0; token < vocabularySize(); ++token)
            pieces->append(piece(token));
        m_pieces = std::move(pieces);
    }
    return m_pieces;
}

} // namespace Tempera
