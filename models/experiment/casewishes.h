// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/experiment/experiment.h"

#include <QString>
#include <QStringList>

namespace Tempera {

/// What a case says of its own cells (promptfoo's "prompts", "providers" and "options.repeat" of a test).
struct CaseWishes {
    QStringList prompts = {};
    QStringList providers = {};
    int repeat = 0; ///< 0 = that of the run.

    /// The same for cases that wish the same.
    [[nodiscard]] QString text() const;
};

/// The case's own, and what the default test says where the case says nothing.
[[nodiscard]] CaseWishes wishesOf(const Experiment &experiment, const Case &aCase);

/// Whether a list of labels, ids and, for prompts without a label, texts takes a prompt; an empty one takes all. As promptfoo
/// compares: the whole name, the group before a colon ("group" or "group:*"), or a beginning ("gro*").
[[nodiscard]] bool takesPrompt(const QStringList &words, const Prompt &prompt);
[[nodiscard]] bool takesVariant(const QStringList &words, const Variant &variant);

} // namespace Tempera
