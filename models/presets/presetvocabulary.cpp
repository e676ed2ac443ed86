// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/presets/presetvocabulary.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// How many of the keys the vocabulary knows; 0 where no setting is among them.
qsizetype knownKeys(const DataNode &root, const PresetVocabulary &vocabulary)
{
    qsizetype settings = 0;
    qsizetype others = 0;
    for (const DataEntry &entry : root.entries) {
        if (std::ranges::contains(vocabulary.words, entry.key, &PresetWord::theirs))
            ++settings;
        else if (std::ranges::contains(vocabulary.neutral, entry.key, &NeutralWord::theirs)
                 || std::ranges::contains(vocabulary.ignored, entry.key))
            ++others;
    }
    return settings == 0 ? 0 : settings + others;
}

bool isNeutral(const NeutralWord &word, const DataNode &value)
{
    if (value.kind == DataKind::Bool)
        return dataToJson(value).toBool() == (word.neutral != 0);
    return value.number() ? value.number() == word.neutral : saysNothing(value);
}

} // namespace

void readWords(PresetBuilder &builder, const DataNode &root, const PresetVocabulary &vocabulary)
{
    for (const DataEntry &entry : root.entries) {
        const DataNode &value = *entry.value;
        if (vocabulary.special && vocabulary.special(builder, root, entry))
            continue;
        if (std::ranges::contains(vocabulary.ignored, entry.key))
            continue;
        const auto word = std::ranges::find(vocabulary.words, entry.key, &PresetWord::theirs);
        const auto neutral = std::ranges::find(vocabulary.neutral, entry.key, &NeutralWord::theirs);
        if (word != vocabulary.words.end())
            builder.take(word->ours, entry.key, value);
        else if (neutral != vocabulary.neutral.end() ? !isNeutral(*neutral, value) : !saysNothing(value))
            builder.leaveOut(entry.key);
    }
    if (vocabulary.finish)
        vocabulary.finish(builder, root);
}

const PresetVocabulary *vocabularyOf(const DataNode &root)
{
    // Where two know as many, the first.
    const std::array all{&tavernTextVocabulary(), &llamaServerVocabulary(), &koboldVocabulary(), &tavernChatVocabulary()};
    const auto best = std::ranges::max_element(all, {}, [&root](const PresetVocabulary *each) { return knownKeys(root, *each); });
    return knownKeys(root, **best) > 0 ? *best : nullptr;
}

} // namespace Tempera
