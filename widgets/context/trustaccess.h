// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/core/trust.h"

#include <functional>

namespace Tempera {

/// Takes the answer to a question about a key; the error is that of what should have been kept.
using TakeTrustAnswer = std::function<Result<void>(TrustAnswer)>;
/// Puts the question to the user.
using AskAboutKey = std::function<void(const KeyUse &use, TakeTrustAnswer answer)>;

/// What the user has allowed, as far as the window may see and change it. All of it may be empty: nothing is allowed then.
struct TrustAccess {
    /// Who asks, from now on; an empty one takes it back.
    std::function<void(AskAboutKey)> setQuestion = {};
    /// The folders that an experiment may read besides its own.
    std::function<QStringList(const QString &experiment)> folders = {};
    /// Grants something until the program ends, or for good.
    std::function<void(const Trust &)> allow = {};
    std::function<Result<void>(const Trust &)> keep = {};
    /// What is kept, and what is to be kept in its place.
    std::function<Trust()> kept = {};
    std::function<Result<void>(const Trust &)> setKept = {};

    [[nodiscard]] QStringList foldersOf(const QString &experiment) const { return folders ? folders(experiment) : QStringList(); }
};

} // namespace Tempera
