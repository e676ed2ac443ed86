// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/presets/lmstudiopreset.h"

#include "models/presets/presetvocabulary.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// @lmstudio/sdk 2.0: keys of "operation.fields" without "llm.prediction." and without the engine's scope ("llama.").
constexpr std::array lmStudioWords{
    PresetWord{"temperature"_L1, Parameter::Temperature},
    PresetWord{"topKSampling"_L1, Parameter::TopK},
    PresetWord{"topPSampling"_L1, Parameter::TopP},
    PresetWord{"minPSampling"_L1, Parameter::MinP},
    PresetWord{"locallyTypicalSampling"_L1, Parameter::TypicalP},
    PresetWord{"xtcProbability"_L1, Parameter::XtcProbability},
    PresetWord{"xtcThreshold"_L1, Parameter::XtcThreshold},
    PresetWord{"repeatPenalty"_L1, Parameter::RepeatPenalty},
    PresetWord{"presencePenalty"_L1, Parameter::PresencePenalty},
    PresetWord{"frequencyPenalty"_L1, Parameter::FrequencyPenalty},
    PresetWord{"maxPredictedTokens"_L1, Parameter::MaxTokens},
    PresetWord{"seed"_L1, Parameter::Seed},
    PresetWord{"stopStrings"_L1, Parameter::Stop},
    PresetWord{"logitBias"_L1, Parameter::LogitBias},
};

void readMirostat(PresetBuilder &builder, const QString &key, const DataNode &value)
{
    constexpr std::array Parts{PresetWord{"version"_L1, Parameter::Mirostat},
                               PresetWord{"targetEntropy"_L1, Parameter::MirostatTau},
                               PresetWord{"learningRate"_L1, Parameter::MirostatEta}};
    for (const PresetWord &part : Parts) {
        if (const DataPtr found = value.find(QString(part.theirs)))
            builder.take(part.ours, key, *found);
    }
}

/// {"type": "json", "jsonSchema": {…}} or {"type": "gbnf", "gbnfGrammar": "…"}.
void readStructured(PresetBuilder &builder, const QString &key, const DataNode &value)
{
    const DataPtr schema = value.find(u"jsonSchema");
    const DataPtr grammar = value.find(u"gbnfGrammar");
    const DataPtr type = value.find(u"type");
    if (saysNothing(value))
        return;
    if (schema && schema->isMap())
        builder.takeSchema(*schema);
    else if (grammar)
        builder.take(Parameter::Grammar, key, *grammar);
    else
        builder.leaveOut(key);
}

/// What changes how fast or where the answer is written, not the answer.
bool isOfTheMachine(const QString &name)
{
    return name == "cpuThreads"_L1 || name.startsWith("speculativeDecoding."_L1);
}

void readLmStudioField(PresetBuilder &builder, const DataNode &field)
{
    const DataPtr written = field.find(u"key");
    DataPtr value = field.find(u"value");
    if (!written || !value)
        return;
    if (const DataPtr checked = value->find(u"checked")) {
        if (saysNothing(*checked) || !value->find(u"value"))
            return; // not switched on there either
        value = value->find(u"value");
    }
    QString key = written->text;
    key.remove("llm.prediction."_L1);
    QString name = key; // without the engine's scope
    for (const QLatin1StringView scope : {"llama."_L1, "mlx."_L1, "onnx."_L1}) {
        if (key.startsWith(scope))
            name = key.sliced(scope.size());
    }
    const auto word = std::ranges::find(lmStudioWords, name, &PresetWord::theirs);
    const bool isOffTailFree = name == "tailFreeSampling"_L1 && value->number() == 1;
    if (word != lmStudioWords.end())
        builder.take(word->ours, key, *value);
    else if (name == "mirostatSampling"_L1)
        readMirostat(builder, key, *value);
    else if (name == "structured"_L1)
        readStructured(builder, key, *value);
    else if (!isOffTailFree && !isOfTheMachine(name) && !saysNothing(*value))
        builder.leaveOut(key);
}

DataPtr fieldsOf(const DataNode &root, QStringView part)
{
    const DataPtr found = root.find(part);
    const DataPtr fields = found ? found->find(u"fields") : nullptr;
    return fields && fields->isSequence() ? fields : nullptr;
}

} // namespace

bool isLmStudioPreset(const DataNode &root)
{
    return fieldsOf(root, u"operation") || fieldsOf(root, u"load");
}

void readLmStudioPreset(PresetBuilder &builder, const DataNode &root)
{
    for (const QStringView part : {u"operation", u"load"}) {
        if (const DataPtr fields = fieldsOf(root, part)) {
            for (const DataPtr &field : fields->items)
                readLmStudioField(builder, *field);
        }
    }
}

bool isOldLmStudioPreset(const DataNode &root)
{
    const DataPtr inference = root.find(u"inference_params");
    const DataPtr load = root.find(u"load_params");
    return (inference && inference->isMap()) || (load && load->isMap());
}

void readOldLmStudioPreset(PresetBuilder &builder, const DataNode &root)
{
    if (const DataPtr load = root.find(u"load_params"); load && !saysNothing(*load))
        builder.leaveOut(u"load_params"_s);
    if (const DataPtr inference = root.find(u"inference_params"))
        readWords(builder, *inference, oldLmStudioVocabulary());
}

} // namespace Tempera
