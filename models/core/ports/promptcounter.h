// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/note.h"
#include "models/core/ports/engine.h"

#include <QObject>
#include <QString>

#include <functional>
#include <optional>

namespace Tempera {

/// What a model reads of a prompt.
struct PromptReading {
    TokenCount count;
    QString text = {};                 ///< All of it, chat template included; empty where nobody knows it (hosted models).
    Notes notes = {};                  ///< Such as: which template was taken.
    std::optional<Error> problem = {}; ///< Why a local model's prompt could only be estimated.
};

/// Counts by the tokenizer of the model in question, without loading its weights. Called on the owner's thread, never blocks;
/// callbacks come there too, later or at once, and are dropped when their guard is gone.
class PromptCounter
{
public:
    virtual ~PromptCounter() = default;
    /// The tokens of a text alone. Exact for local models and where the tokenizer is published.
    virtual void countText(const Endpoint &endpoint, const QString &text, QObject *guard,
                           std::function<void(TokenCount)> callback) = 0;
    /// A whole prompt with the chat template around it. Exact for local models, an estimate for hosted ones.
    virtual void read(const Endpoint &endpoint, const Messages &messages, PromptForm form, QObject *guard,
                      std::function<void(PromptReading)> callback) = 0;
};

} // namespace Tempera
