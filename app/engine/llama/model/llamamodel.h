// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/llama/model/llamahandles.h"
#include "app/engine/llama/model/llamasettings.h"
#include "app/engine/llama/model/mappedfile.h"
#include "app/engine/llama/rpc/rpcrelay.h"
#include "models/core/error.h"
#include "models/core/vocabulary.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <memory>
#include <string_view>
#include <vector>

namespace Tempera {

/// Called with the share of the model that is loaded, in [0, 1]; returns whether to continue.
using LoadProgress = std::function<bool(double)>;

/// The weights and the vocabulary of one GGUF. Immutable once loaded.
class LlamaModel
{
public:
    /// Blocks until loaded. Errors: ModelMissing, ModelBroken, ModelUnsupported, OutOfMemory, Cancelled (progress said no), which name the
    /// path; Network, Timeout, Protocol, which name a worker.
    [[nodiscard]] static Result<std::unique_ptr<LlamaModel>> load(const QString &path, const LlamaSettings &settings,
                                                                  RpcWorkers &workers, const LoadProgress &progress);

    /// The vocabulary and the chat template alone, without weights: for counting. Errors: ModelMissing, ModelBroken,
    /// ModelUnsupported, which name the path.
    [[nodiscard]] static Result<std::unique_ptr<LlamaModel>> loadVocabulary(const QString &path);

    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] llama_model *handle() const { return m_model.get(); }
    [[nodiscard]] const llama_vocab *vocab() const { return m_vocab; }
    [[nodiscard]] int vocabularySize() const { return llama_vocab_n_tokens(m_vocab); }
    /// Context length: longest prompt and answer together.
    [[nodiscard]] int contextTokens() const { return m_contextTokens; }
    /// Bytes of KV cache for one token.
    [[nodiscard]] std::int64_t bytesPerToken() const { return m_bytesPerToken; }
    /// Whether a part of it is on RPC workers.
    [[nodiscard]] bool isSpread() const { return !m_relays.empty(); }
    /// Why it cannot be used any more: a worker that holds a part of it has gone, or its file was shortened.
    [[nodiscard]] std::optional<Error> lost() const;
    /// Whether a prefix of one sequence can be copied to another one in the KV cache.
    [[nodiscard]] bool canCopyPrefix() const;

    /// UTF-8 text → tokens, with BOS where the model wants it, never with EOS; control tokens are recognised.
    [[nodiscard]] std::vector<llama_token> tokenize(std::string_view text) const;
    /// Tokens of a text alone: no BOS, and control tokens are taken as text.
    [[nodiscard]] std::int64_t countText(std::string_view text) const;
    /// The bytes that a token adds to the answer; none for control tokens.
    [[nodiscard]] QByteArray piece(llama_token token) const { return pieceOf(token, false); }
    /// The bytes that a token stands for where it is read: control tokens have their names.
    [[nodiscard]] QByteArray writtenPiece(llama_token token) const { return pieceOf(token, true); }
    /// Every piece, for those who show traces. Made at the first call; the model's thread only.
    [[nodiscard]] std::shared_ptr<const Vocabulary> vocabulary() const;

private:
    LlamaModel() = default;
    [[nodiscard]] Result<void> takeVocabulary(const QString &path);
    [[nodiscard]] bool spellsEveryByte() const;
    [[nodiscard]] QByteArray pieceOf(llama_token token, bool withControl) const;

    QString m_path;
    std::vector<std::shared_ptr<RpcRelay>> m_relays; ///< Before the model, which talks to them up to its end.
    LlamaModelPtr m_model;
    std::unique_ptr<MappedFile> m_file; ///< After the model, which unmaps it.
    const llama_vocab *m_vocab = nullptr;
    mutable std::shared_ptr<const Vocabulary> m_pieces;
    int m_contextTokens = 0;
    std::int64_t m_bytesPerToken = 1;
};

} // namespace Tempera
