// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

#include <cstdint>
#include <functional>

namespace Tempera {

/// A GGUF of LLaMA architecture that a test or a benchmark makes for itself.
/// Vocabulary (SentencePiece): 0 <unk>, 1 <s>, 2 </s>, 3 … 258 the bytes, 259 … `pieces`, `controls`, `added`, then fillers.
struct TinyModel {
    static constexpr int Bos = 1;
    static constexpr int Eos = 2;
    static constexpr int FirstByte = 3;
    static constexpr int FirstPiece = 259;

    QStringList pieces;   ///< "▁" stands for a space.
    QStringList controls; ///< Control tokens behind them.
    QStringList added;    ///< Tokens that the model's makers added ("user defined") behind those.
    int vocabulary = 320; ///< All tokens; a multiple of 32.
    int layers = 2;
    int width = 64; ///< A multiple of 32 · heads.
    int heads = 2;
    int keyHeads = 1;
    int feedForward = 96; ///< A multiple of 32.
    int contextTokens = 512;
    std::uint32_t seed = 1; ///< Of the random weights.
    bool quantized = false; ///< Q8_0 instead of F32.
    bool tied = false;      ///< The embedding is the output matrix as well, as in small models. Without `logit`.
    QString chatTemplate;
    QString architecture = QStringLiteral("llama"); ///< What the file says that it is.
    bool endsTexts = false;                         ///< The file wants an end behind each text.
    /// When set: the logit of each next token by the current one alone, instead of random weights.
    std::function<float(int from, int to)> logit;

    /// Writes it. False = the file cannot be written.
    [[nodiscard]] bool write(const QString &path) const;
    /// Id of a piece, −1 if there is none.
    [[nodiscard]] int idOf(const QString &piece) const;
};

/// A model that writes `text`, one token of `pieces` after the other, and then ends. It starts after any token that
/// is not a piece, the beginning of a text for instance. No piece may come twice.
[[nodiscard]] TinyModel speakingModel(const QStringList &pieces);

} // namespace Tempera
