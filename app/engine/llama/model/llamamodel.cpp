// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/llama/model/llamamodel.h"

#include "app/engine/gguffile.h"
#include "app/engine/llama/model/abortguard.h"
#include "app/engine/llama/model/devices.h"
#include "app/engine/llama/model/llamalog.h"
#include "app/engine/llama/model/memorycheck.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <exception>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

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

/// Why llama.cpp does not load a file. Its own words, without the names of its functions.
Error loadError(const QString &path)
{
    static const QRegularExpression functions(u"^(?:[a-z_0-9]+: )+"_s);
    static const QRegularExpression unknown(
        u"\\b(?:unknown|unsupported) (model architecture|tokenizer|pre-tokenizer type): '([^']*)'"_s);
    QString reason = takeLlamaError();
    if (const QRegularExpressionMatch match = unknown.match(reason); match.hasMatch()) {
        const QString what = match.captured(1).remove(u"model "_s);
        const QString detail = u"The %1 \"%2\" is unknown to it."_s.arg(what, match.captured(2));
        return failure(ErrorKind::ModelUnsupported, detail, path).error();
    }
    reason.remove(functions).remove(u"error loading model: "_s);
    return failure(ErrorKind::ModelBroken, reason.isEmpty() ? u"llama.cpp cannot load it"_s : reason, path).error();
}

std::unexpected<Error> shortened(const QString &path)
{
    return failure(ErrorKind::ModelBroken, u"the file was shortened while it was in use"_s, path);
}

} // namespace

Result<std::unique_ptr<LlamaModel>> LlamaModel::load(const QString &path, const LlamaSettings &settings, RpcWorkers &workers,
                                                     const LoadProgress &progress)
{
    initLlama();
    const Result<GgufFacts> facts = checkGgufFile(path);
    if (!facts)
        return std::unexpected(facts.error());
    Result<Devices> devices = devicesWith(settings.rpcWorkers, workers);
    if (!devices)
        return std::unexpected(devices.error());
    const auto available = availableMemory(settings).transform([&](std::int64_t bytes) { return bytes + devices->remoteBytes; });
    if (const Result<void> fits = checkMemoryFor(memoryNeed(*facts, settings), available, path); !fits)
        return std::unexpected(fits.error());
    (void)takeLlamaError();

    LoadState state{&progress};
    llama_model_params params = llama_model_default_params();
    params.progress_callback = onProgress;
    params.progress_callback_user_data = &state;
    params.n_gpu_layers = settings.gpuLayers;
    if (!devices->list.empty())
        params.devices = devices->list.data();
    std::unique_ptr<LlamaModel> model(new LlamaModel);
    model->m_relays = std::move(devices->relays);
    const AbortGuard guard;
    const MappedFile::Loading loading;
    try {
        model->m_model.reset(llama_model_load_from_file(path.toUtf8().constData(), params));
    } catch (const std::exception &e) {
        const Error broken = failure(ErrorKind::ModelBroken, QString::fromUtf8(e.what()), path).error();
        return std::unexpected(model->lost().value_or(broken));
    }
    if (const std::optional<Error> lost = model->lost())
        return std::unexpected(*lost);
    if (loading.isBroken())
        return shortened(path);
    model->m_file = std::make_unique<MappedFile>(path);
    if (state.cancelled)
        return failure(ErrorKind::Cancelled, u"loading was stopped"_s, path);
    if (!model->m_model)
        return std::unexpected(loadError(path));
    if (!llama_model_has_decoder(model->handle()) || llama_model_has_encoder(model->handle())
        || llama_model_is_diffusion(model->handle()))
        return failure(ErrorKind::ModelBroken, u"this kind of model does not write text token by token"_s, path);
    if (const Result<void> taken = model->takeVocabulary(path); !taken)
        return std::unexpected(taken.error());
    LocalSettings local;
    local.contextTokens = settings.contextTokens;
    model->m_contextTokens = contextTokensFor(*facts, local);
    model->m_bytesPerToken = cacheBytesPerToken(*facts, settings.cacheType);
    return model;
}

Result<std::unique_ptr<LlamaModel>> LlamaModel::loadVocabulary(const QString &path)
{
    initLlama();
    if (const Result<GgufFacts> facts = checkGgufFile(path); !facts)
        return std::unexpected(facts.error());
    (void)takeLlamaError();
    llama_model_params params = llama_model_default_params();
    params.vocab_only = true;
    params.n_gpu_layers = 0;
    std::unique_ptr<LlamaModel> model(new LlamaModel);
    const AbortGuard guard;
    const MappedFile::Loading loading;
    try {
        model->m_model.reset(llama_model_load_from_file(path.toUtf8().constData(), params));
    } catch (const std::exception &e) {
        return failure(ErrorKind::ModelBroken, QString::fromUtf8(e.what()), path);
    }
    if (loading.isBroken())
        return shortened(path);
    if (!model->m_model)
        return std::unexpected(loadError(path));
    if (const Result<void> taken = model->takeVocabulary(path); !taken)
        return std::unexpected(taken.error());
    return model;
}

Result<void> LlamaModel::takeVocabulary(const QString &path)
{
    m_path = path;
    m_vocab = llama_model_get_vocab(handle());
    if (llama_vocab_type(vocab()) == LLAMA_VOCAB_TYPE_NONE)
        return failure(ErrorKind::ModelBroken, u"the file has no vocabulary"_s, path);
    if (!spellsEveryByte())
        return failure(ErrorKind::ModelBroken, u"its vocabulary cannot spell every text"_s, path);
    return {};
}

/// A vocabulary without them makes llama.cpp throw in the middle of a prompt.
bool LlamaModel::spellsEveryByte() const
{
    try {
        for (int byte = 0; byte < 256; ++byte) {
            const char text = static_cast<char>(byte);
            (void)tokenize({&text, 1});
        }
    } catch (const std::exception &) {
        return false;
    }
    return true;
}

std::optional<Error> LlamaModel::lost() const
{
    for (const std::shared_ptr<RpcRelay> &relay : m_relays) {
        if (std::optional<Error> lost = relay->lost())
            return lost;
    }
    if (m_file && m_file->isBroken())
        return shortened(m_path).error();
    return std::nullopt;
}

bool LlamaModel::canCopyPrefix() const
{
    return !llama_model_is_recurrent(handle()) && !llama_model_is_hybrid(handle()) && llama_model_n_swa(handle()) == 0;
}

std::vector<llama_token> LlamaModel::tokenize(std::string_view text) const
{
    const auto length = static_cast<std::int32_t>(text.size());
    std::vector<llama_token> tokens(text.size() + 2);
    std::int32_t count =
        llama_tokenize(m_vocab, text.data(), length, tokens.data(), static_cast<std::int32_t>(tokens.size()), true, true);
    if (count < 0 && count != INT32_MIN) {
        tokens.resize(static_cast<std::size_t>(-count));
        count = llama_tokenize(m_vocab, text.data(), length, tokens.data(), -count, true, true);
    }
    tokens.resize(static_cast<std::size_t>(std::max(0, count)));
    // An end after the text is for those who compare whole texts; a model that reads it has nothing left to write.
    if (llama_vocab_get_add_eos(m_vocab) && !tokens.empty() && tokens.back() == llama_vocab_eos(m_vocab))
        tokens.pop_back();
    return tokens;
}

std::int64_t LlamaModel::countText(std::string_view text) const
{
    const std::int32_t count =
        llama_tokenize(m_vocab, text.data(), static_cast<std::int32_t>(text.size()), nullptr, 0, false, false);
    return count == INT32_MIN ? 0 : -count;
}

QByteArray LlamaModel::pieceOf(llama_token token, bool withControl) const
{
    std::array<char, 64> small;
    const std::int32_t length =
        llama_token_to_piece(m_vocab, token, small.data(), static_cast<std::int32_t>(small.size()), 0, withControl);
    if (length >= 0)
        return QByteArray(small.data(), length);
    QByteArray bytes(-length, Qt::Uninitialized);
    bytes.resize(std::max(0, llama_token_to_piece(m_vocab, token, bytes.data(), -length, 0, withControl)));
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
