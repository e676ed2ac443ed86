// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/core/message.h"
#include "models/core/ports/engine.h"

#include <QByteArrayView>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace Tempera {

/// A byte pair encoding of OpenAI's, with the ranks and the splitting pattern of tiktoken; the ids are equal to tiktoken's.
///
/// Text that looks like a special token ("<|endoftext|>") is plain text here (tiktoken's encode_ordinary).
/// Bytes that are not UTF-8 count as U+FFFD, as in tiktoken for JavaScript. A byte order mark is text.
/// Immutable after load(): any number of threads may use one object.
class BpeEncoding
{
public:
    ~BpeEncoding();
    BpeEncoding(const BpeEncoding &) = delete;
    BpeEncoding &operator=(const BpeEncoding &) = delete;

    /// "o200k_base" or "cl100k_base". Loaded on first use (well under 150 ms), then shared. Any thread.
    /// ErrorKind::Usage for another name.
    [[nodiscard]] static Result<std::shared_ptr<const BpeEncoding>> load(const QString &name);
    /// The names that load() takes.
    [[nodiscard]] static QStringList names();

    [[nodiscard]] QString name() const;
    /// Ids in the order of the text. Time grows about linearly with the text, also for one endless word.
    [[nodiscard]] std::vector<int> encode(QByteArrayView utf8) const;
    /// encode(utf8).size() without making the list.
    [[nodiscard]] qsizetype count(QByteArrayView utf8) const;
    /// Is given the byte offset of a piece and its tokens; false ends the walk.
    using PieceVisitor = std::function<bool(qsizetype start, qsizetype tokens)>;
    /// Walks the pieces that the pattern splits a text into, from the byte offset `from`, which must be the start of
    /// a piece. A piece is encoded by itself, and depends on nothing before it. `utf8` must be valid.
    void eachPiece(QByteArrayView utf8, qsizetype from, const PieceVisitor &visit) const;
    /// The bytes of the ids; unknown ids are left out.
    [[nodiscard]] QByteArray decode(const std::vector<int> &ids) const;

private:
    class Private;
    explicit BpeEncoding(std::unique_ptr<Private> d);
    static Result<std::shared_ptr<const BpeEncoding>> read(const QString &name);
    std::unique_ptr<Private> d;
};

/// The encoding of a hosted model by its name, with or without a prefix such as "openai:chat:" or "openai/":
/// gpt-4o, gpt-4.1, gpt-4.5, gpt-5 …, o1, o3, o4, chatgpt-4o → o200k_base; gpt-4, gpt-3.5, text-embedding-… → cl100k_base;
/// gpt-oss → o200k_base, whoever serves it. Only names of OpenAI's own make ("openai/gpt-4o", not "someone/gpt-4o").
/// Nothing for every other model: its tokenizer is not published (gpt-6) or is its own. Says what the catalog says.
[[nodiscard]] std::optional<QString> encodingForModel(const QString &model);

/// Tokens of a chat request: the texts counted exactly, plus OpenAI's documented framing of 3 tokens a message and
/// 3 for the answer's head, plus the role's token. Framing is not published for newer models, so Exactness::Estimate.
/// Source: OpenAI cookbook, "How to count tokens with tiktoken".
[[nodiscard]] TokenCount countMessages(const BpeEncoding &encoding, const Messages &messages);

/// Tokens of a text whose tokenizer is unknown: by o200k_base, always Exactness::Estimate.
[[nodiscard]] Result<TokenCount> estimateTokens(const Messages &messages);

} // namespace Tempera
