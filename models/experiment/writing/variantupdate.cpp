// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/writing/nodeupdates.h"

#include "models/experiment/data/datareader.h"
#include "models/experiment/reading/keylesstree.h"
#include "models/experiment/reading/variantreader.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

DataPtr textList(const QStringList &texts)
{
    std::vector<DataPtr> items;
    for (const QString &text : texts)
        items.push_back(dataString(text));
    return items.empty() ? nullptr : dataSequence(std::move(items));
}

DataPtr valueNode(const std::optional<double> &value)
{
    return value && std::isfinite(*value) ? dataNumber(*value) : nullptr;
}

DataPtr valueNode(const std::optional<int> &value)
{
    return value ? dataInteger(*value) : nullptr;
}

DataPtr valueNode(const std::optional<std::uint64_t> &value)
{
    return value ? dataUnsigned(*value) : nullptr;
}

DataPtr valueNode(const QString &text)
{
    return text.isEmpty() ? nullptr : dataString(text);
}

DataPtr valueNode(const QStringList &texts)
{
    return textList(texts);
}

DataPtr valueNode(const QList<LogitBias> &biases)
{
    std::vector<DataPtr> pairs;
    for (const LogitBias &each : biases) {
        const bool never = std::isinf(each.bias);
        pairs.push_back(dataSequence({each.token >= 0 ? dataInteger(each.token) : dataString(each.text),
                                      never ? dataBool(u"false"_s) : dataNumber(each.bias)}));
    }
    return pairs.empty() ? nullptr : dataSequence(std::move(pairs));
}

DataPtr valueNode(const QList<SamplerKind> &kinds)
{
    QStringList names;
    for (const SamplerKind kind : kinds)
        names += samplerName(kind);
    return textList(names);
}

/// A schema is written as what it is where it can be read, with its properties in their order.
DataPtr schemaNode(const QString &text)
{
    const Result<DataDocument> schema = readData(text.toUtf8(), {});
    const bool isSchema = schema && schema->format == DataFormat::Json && schema->root->isMap();
    return isSchema ? schema->root : valueNode(text);
}

/// The value of a parameter, or null where it is not set.
DataPtr parameterNode(const SamplingSettings &sampling, Parameter parameter)
{
    if (parameter == Parameter::JsonSchema)
        return schemaNode(sampling.jsonSchema);
    return std::visit([&](auto field) { return valueNode(sampling.*field); }, parameterFacts(parameter).field);
}

bool sameValue(const DataPtr &a, const DataPtr &b)
{
    return a && b ? sameData(*a, *b) : !a && !b;
}

/// Sets a changed parameter under the spelling that the file uses.
DataPtr withParameter(DataPtr config, Parameter parameter, const SamplingSettings &before, const SamplingSettings &after,
                      const QString &limitName)
{
    const DataPtr value = parameterNode(after, parameter);
    if (sameValue(value, parameterNode(before, parameter)))
        return config;
    QString key = configSpellings(parameter).first();
    if (parameter == Parameter::MaxTokens && !limitName.isEmpty())
        key = limitName;
    for (const QString &spelling : configSpellings(parameter)) {
        if (!config->find(spelling))
            continue;
        key = spelling;
        break;
    }
    for (const QString &spelling : configSpellings(parameter)) {
        if (spelling != key)
            config = withEntry(config, spelling, nullptr);
    }
    return withEntry(config, key, value);
}

/// What differs from the provider's own address and key is written; what the file says without need stays.
DataPtr withEndpoint(DataPtr config, const Endpoint &endpoint)
{
    const Endpoint usual = endpointFromId(endpoint.id, [](const QString &) { return QString(); });
    const auto put = [&config](const QString &key, const QString &value, const QString &usualValue) {
        const DataPtr present = config->find(key);
        if (present ? present->text != value : value != usualValue)
            config = withEntry(config, key, value == usualValue ? nullptr : dataString(value));
    };
    if (endpoint.addressFrom.isEmpty() && endpoint.members.isEmpty()) // else the address is not the file's, or one of several
        put(u"apiBaseUrl"_s, endpoint.baseUrl.toString(), usual.baseUrl.toString());

    const DataPtr key = config->find(u"apiKey");
    const bool byTemplate = key && environmentName(key->text) == endpoint.keyName;
    if (!byTemplate) {
        if (key)
            config = withEntry(config, u"apiKey"_s, nullptr);
        put(u"apiKeyEnvar"_s, endpoint.keyName, usual.keyName);
    }

    std::vector<DataEntry> headers;
    for (auto it = endpoint.headers.begin(); it != endpoint.headers.end(); ++it)
        headers.push_back({it.key(), dataString(it.value())});
    const DataPtr present = config->find(u"headers");
    const bool changed = !present || static_cast<qsizetype>(present->entries.size()) != endpoint.headers.size()
                         || std::any_of(present->entries.begin(), present->entries.end(), [&endpoint](const DataEntry &entry) {
                                return endpoint.headers.value(entry.key) != entry.value->text;
                            });
    if (changed)
        config = withEntry(config, u"headers"_s, headers.empty() ? nullptr : dataMap(std::move(headers)));
    return config;
}

DataPtr updatedConfig(const DataPtr &node, const Variant &before, const Variant &after)
{
    DataPtr config = node && node->isMap() ? node : dataMap({});
    config = withOtherKeys(config, before.config, after.config);
    for (const Parameter parameter : allParameters())
        config = withParameter(config, parameter, before.sampling, after.sampling, after.endpoint.limitName);
    config = withEndpoint(config, after.endpoint);
    if (after.form != before.form) {
        const bool chat = after.form == PromptForm::Chat;
        config = withEntry(config, u"promptForm"_s, chat ? nullptr : dataString(u"continuation"_s));
    }
    if (after.strict != before.strict)
        config = withEntry(config, u"strict"_s, after.strict ? dataBool(u"true"_s) : nullptr);
    return config;
}

DataPtr updatedProviderOptions(const DataPtr &node, const Variant &before, const Variant &after)
{
    DataPtr options = node && node->isMap() ? node : dataMap({});
    if (after.label != before.label)
        options = withEntry(options, u"label"_s, after.label.isEmpty() ? nullptr : dataString(after.label));
    const DataPtr config = updatedConfig(options->find(u"config"), before, after);
    options = withEntry(options, u"config"_s, config->entries.empty() ? nullptr : config);
    if (after.promptLabels != before.promptLabels)
        options = withEntry(options, u"prompts"_s, textList(after.promptLabels));
    return withOtherKeys(options, before.other, after.other);
}

} // namespace

DataPtr updatedVariant(const DataPtr &node, const Variant &before, const Variant &after)
{
    const QString &id = after.endpoint.id;
    const bool keyed = node && node->isMap() && !node->find(u"id") && node->entries.size() == 1;
    if (keyed) // { "openai:chat:gpt-4o": { config: … } }
        return dataMap({{id, updatedProviderOptions(node->entries.front().value, before, after)}});

    const bool isMap = node && node->isMap();
    DataPtr options = isMap ? node : dataMap({{u"id"_s, dataString(id)}});
    if (isMap && before.endpoint.id != id)
        options = withEntry(options, u"id"_s, dataString(id));
    const Variant blank;
    options = updatedProviderOptions(options, isMap ? before : blank, after);
    return !isMap && options->entries.size() == 1 ? dataString(id) : options;
}

} // namespace Tempera
