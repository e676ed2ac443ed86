// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/core/gguf/gguffacts.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace Tempera {

/// A model file in the library: what it says of itself, or why it cannot be used.
struct LibraryModel {
    QString name = {}; ///< What is after "local:".
    QString path = {}; ///< Absolute.
    qint64 bytes = 0;
    std::optional<GgufFacts> facts = {};
    std::optional<Error> problem = {}; ///< Set where the facts are not.
    QByteArray sha256 = {};            ///< Of the whole file, in hexadecimal; empty = not known (yet).

    bool operator==(const LibraryModel &) const = default;
};

/// A fact for display.
struct FactLine {
    QString title;
    QString value;
};

/// Translated facts in reading order; what is not known is left out. One line with the reason for a broken file.
[[nodiscard]] QList<FactLine> factLines(const LibraryModel &model);

/// "llama · 135M · Q8_0 · 8,192 tokens", or the reason why it cannot be used.
[[nodiscard]] QString factSummary(const LibraryModel &model);

/// "135M", "1.7B": a number of parameters as models are named.
[[nodiscard]] QString parameterCount(std::int64_t count);

} // namespace Tempera
