// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/presets/presetbuilder.h"

#include <functional>
#include <span>

namespace Tempera {

/// A setting's name in another program.
struct PresetWord {
    QLatin1StringView theirs;
    Parameter ours;
};

/// A setting that we do not have, and the value at which it does nothing. True counts as 1, false as 0.
struct NeutralWord {
    QLatin1StringView theirs;
    double neutral = 0;
};

/// The words of one program for the settings of a flat file; nothing of another program's counts beside them.
struct PresetVocabulary {
    std::span<const PresetWord> words;
    std::span<const NeutralWord> neutral;
    /// What changes no answer here: how it is shown, sent or computed, and other backends' orders.
    std::span<const QLatin1StringView> ignored;
    /// What has a form of its own; false = not this one.
    std::function<bool(PresetBuilder &, const DataNode &root, const DataEntry &)> special = {};
    /// Called when all was read.
    std::function<void(PresetBuilder &, const DataNode &root)> finish = {};
};

/// Takes what the vocabulary knows and leaves out the rest, unless it says nothing.
void readWords(PresetBuilder &builder, const DataNode &root, const PresetVocabulary &vocabulary);

/// The vocabulary in which most of a flat file's keys are words; null where none of them is a setting in any.
[[nodiscard]] const PresetVocabulary *vocabularyOf(const DataNode &root);

/// "inference_params" of LM Studio before 0.3.
[[nodiscard]] const PresetVocabulary &oldLmStudioVocabulary();
/// Text completion presets of SillyTavern.
[[nodiscard]] const PresetVocabulary &tavernTextVocabulary();
/// Chat completion presets of SillyTavern.
[[nodiscard]] const PresetVocabulary &tavernChatVocabulary();
/// Bodies and properties of llama-server, and of what speaks as it does (Ollama's options, OpenAI's bodies).
[[nodiscard]] const PresetVocabulary &llamaServerVocabulary();
/// Settings of KoboldAI, and bodies of KoboldCpp.
[[nodiscard]] const PresetVocabulary &koboldVocabulary();

} // namespace Tempera
