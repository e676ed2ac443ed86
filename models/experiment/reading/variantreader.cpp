// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/reading/variantreader.h"

#include "models/core/secrets.h"
#include "models/core/secrettext.h"
#include "models/experiment/data/datawriter.h"
#include "models/experiment/reading/addressreader.h"
#include "models/experiment/reading/configfiles.h"
#include "models/experiment/reading/configkeys.h"
#include "models/experiment/reading/fallbackreader.h"
#include "models/experiment/reading/keylesstree.h"
#include "models/experiment/reading/samplingreader.h"
#include "models/experiment/reading/scriptreader.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

class VariantReader
{
    Q_DECLARE_TR_FUNCTIONS(ExperimentFile)
public:
    VariantReader(ReadContext &context, QList<Variant> &variants) : m_context(context), m_variants(variants) { }

    void readItem(const DataNode &item)
    {
        if (item.isMap()) {
            readMap(item);
            return;
        }
        const QString id = m_context.text(item, u"providers"_s);
        if (isFileReference(id))
            readFile(item, id);
        else
            add(item, id, {});
    }

    void merge(Variant &variant, const DataNode &config)
    {
        m_isLocal = variant.endpoint.kind == EndpointKind::Local;
        readConfig(variant, config);
    }

private:
    void readFile(const DataNode &item, const QString &reference)
    {
        const QString ending = fileEnding(reference);
        if (ending != "yaml"_L1 && ending != "yml"_L1 && ending != "json"_L1) {
            add(item, reference, {}); // a program as provider: kept, kind Unknown
            return;
        }
        const auto document = m_context.fileTree(item, reference);
        if (!document)
            return;
        const ReadContext::InFile scope(m_context, *document);
        const KeylessTree tree = withoutKeys(document->root);
        for (const DataPtr &key : tree.removed)
            m_context.warn(*key, literalKeyWarning());
        const DataNode &root = *tree.root;
        if (!root.isSequence()) {
            readFileItem(root);
            return;
        }
        for (const DataPtr &entry : root.items)
            readFileItem(*entry);
    }

    /// A file of providers may not name another one, so that none names itself.
    void readFileItem(const DataNode &item)
    {
        if (item.isString() && !isFileReference(item.text))
            add(item, item.text, {});
        else
            readMap(item);
    }

    void readMap(const DataNode &map)
    {
        if (!map.isMap()) {
            m_context.fail(map, tr("A provider must be an id or a map with an id."));
            return;
        }
        const DataPtr id = map.find(u"id");
        if (id) {
            add(*id, m_context.text(*id, u"id"_s), map.entries);
            return;
        }
        const bool keyed = map.entries.size() == 1 && (map.entries.front().value->isMap() || map.entries.front().value->isNull());
        if (keyed) // { "openai:chat:gpt-4o": { config: … } }
            addKeyed(map);
        else
            m_context.fail(map, tr("A provider needs an \"id\"."));
    }

    /// An id inside is what the provider is called, not whom it asks.
    void addKeyed(const DataNode &map)
    {
        const DataEntry &only = map.entries.front();
        const qsizetype before = m_variants.size();
        add(map, only.key, only.value->entries);
        const DataPtr called = only.value->find(u"id");
        if (!called || called->isNull() || m_variants.size() == before)
            return;
        Variant &variant = m_variants.last();
        variant.calledId = withoutAddressSecrets(m_context.withEnvironment(m_context.text(*called, u"id"_s)));
        if (variant.label.isEmpty())
            variant.label = variant.calledId;
    }

    void add(const DataNode &at, const QString &written, const std::vector<DataEntry> &options)
    {
        const QString id = m_context.withEnvironment(written);
        Variant variant;
        variant.endpoint = endpointFor(id, options);
        m_isLocal = variant.endpoint.kind == EndpointKind::Local;
        if (variant.endpoint.kind == EndpointKind::Script)
            readProviderScript(m_context, at, variant.endpoint);
        for (const DataEntry &entry : options) {
            if (entry.key == "id"_L1)
                continue;
            if (entry.key == "label"_L1)
                variant.label = m_context.withEnvironment(m_context.text(*entry.value, entry.key));
            else if (entry.key == "prompts"_L1)
                variant.promptLabels = m_context.texts(*entry.value, entry.key);
            else if (entry.key == "config"_L1)
                readConfig(variant, *entry.value);
            else
                keepOther(variant, entry);
        }
        if (variant.endpoint.baseUrl.isEmpty() && !variant.endpoint.addressFrom.isEmpty())
            m_context.warn(
                at, tr("%1 does not contain the address of a server (http://… or https://…, without a password); the cells of %2 "
                       "will fail.")
                        .arg(variant.endpoint.addressFrom, withoutAddressSecrets(id)));
        if (variant.endpoint.kind == EndpointKind::Unknown)
            m_context.warn(at, (variant.config.contains(FallbackKeys::next)
                                    ? tr("This version does not support the provider %1; its fallbacks are asked.")
                                    : tr("This version does not support the provider %1; its cells will fail."))
                                   .arg(withoutAddressSecrets(id)));
        if (m_variants.contains(variant))
            m_context.warn(at, tr("This provider is in the list already; it is asked once."));
        else
            m_variants.append(variant);
    }

    /// The address is what the provider's own "env" says, else the experiment's, else this process: nearer words count
    /// more, whatever their names.
    Endpoint endpointFor(const QString &id, const std::vector<DataEntry> &options) const
    {
        const auto own = std::ranges::find(options, u"env"_s, &DataEntry::key);
        for (const DataPtr &map : {own == options.end() ? DataPtr() : own->value, m_context.root().root->find(u"env")}) {
            if (!map)
                continue;
            Endpoint endpoint = endpointFromId(id, [&map](const QString &name) {
                const DataPtr value = map->find(name);
                return value && value->isScalar() && !value->isNull() ? value->text : QString();
            });
            if (!endpoint.addressFrom.isEmpty())
                return endpoint;
        }
        return endpointFromId(id);
    }

    void keepOther(Variant &variant, const DataEntry &entry)
    {
        variant.other.insert(entry.key, dataToJson(*entry.value));
        if (entry.key == "transform"_L1 && entry.value->isString())
            readScript(m_context, *entry.value, entry.value->text);
        else if (entry.key == "transform"_L1 || entry.key == "delay"_L1)
            m_context.warn(*entry.value, tr("\"%1\" of a provider is kept but ignored.").arg(entry.key));
    }

    void readConfig(Variant &variant, const DataNode &config)
    {
        if (config.isNull())
            return;
        if (!config.isMap()) {
            m_context.fail(config, tr("\"config\" must be a map."));
            return;
        }
        for (const DataEntry &entry : config.entries) {
            if (variant.endpoint.kind == EndpointKind::Script && !isFallbackKey(entry.key))
                variant.config.insert(entry.key, dataToJson(*entry.value)); // all of it is the script's own
            else if (isSecondSpelling(config, entry, variant.endpoint.kind))
                continue;
            else if (readParameter(variant.sampling, entry)) {
                noteLimitName(variant.endpoint, entry.key);
            } else if (!readEndpointKey(variant, entry)) {
                variant.config.insert(entry.key, dataToJson(*entry.value));
                readOtherKey(variant.endpoint, entry);
            }
        }
    }

    /// A setting under two names has one value and one warning: that of the name that counts. For a hosted model the newer
    /// name of the token limit does, else the first in the file.
    bool isSecondSpelling(const DataNode &config, const DataEntry &entry, EndpointKind kind)
    {
        const std::optional<Parameter> parameter = parameterOfKey(entry.key);
        if (!parameter || entry.value->isNull())
            return false;
        const QStringList &spellings = configSpellings(*parameter);
        QString counts;
        for (const DataEntry &each : config.entries) {
            const bool isSet = spellings.contains(each.key) && !each.value->isNull();
            if (isSet && (counts.isEmpty() || (kind == EndpointKind::Remote && each.key == "max_completion_tokens"_L1)))
                counts = each.key;
        }
        if (counts == entry.key)
            return false;
        m_context.warn(*entry.value, tr("\"%1\" and \"%2\" are the same setting; \"%2\" is used.").arg(entry.key, counts));
        return true;
    }

    /// The file may know better than we do which of the two names a server takes.
    static void noteLimitName(Endpoint &endpoint, const QString &key)
    {
        if (endpoint.kind == EndpointKind::Remote && key == "max_completion_tokens"_L1)
            endpoint.limitName = key;
    }

    /// What is not a setting of ours is sent as it is, or it is said that it is not.
    void readOtherKey(Endpoint &endpoint, const DataEntry &entry)
    {
        const DataNode &value = *entry.value;
        const bool isTemplate = value.isString() && value.text.contains("{{"_L1);
        const std::optional<Parameter> parameter = parameterOfKey(entry.key);
        if (value.isNull() || (parameter && (isTemplate || isNone(*parameter, value))))
            return;
        if (entry.key == "passthrough"_L1 && value.isMap() && endpoint.kind == EndpointKind::Remote) {
            for (const DataEntry &each : value.entries)
                endpoint.body.insert(each.key, writeJsonTree(*each.value).trimmed());
            return;
        }
        switch (configKeyUse(endpoint.kind, entry.key, endpoint.wire)) {
        case ConfigKeyUse::Ours: return;
        case ConfigKeyUse::Sent:
            if (const DataPtr whole = withFilesRead(m_context, entry.value))
                endpoint.body.insert(entry.key, writeJsonTree(*whole).trimmed());
            return;
        case ConfigKeyUse::Ignored: m_context.warn(value, tr("\"%1\" of a provider is kept but ignored.").arg(entry.key)); return;
        case ConfigKeyUse::Unknown: break;
        }
        const QString likely = likelyConfigKey(endpoint.kind, entry.key);
        m_context.warn(value,
                       likely.isEmpty()
                           ? tr("\"%1\" is not a known key of a provider's config; it is kept but ignored.").arg(entry.key)
                           : tr("\"%1\" is not a known key of a provider's config; it is kept but ignored. Did you mean \"%2\"?")
                                 .arg(entry.key, likely));
    }

    static std::optional<Parameter> parameterOfKey(const QString &key)
    {
        for (const Parameter parameter : allParameters()) {
            if (configSpellings(parameter).contains(key))
                return parameter;
        }
        return {};
    }

    bool readEndpointKey(Variant &variant, const DataEntry &entry)
    {
        const DataNode &value = *entry.value;
        Endpoint &endpoint = variant.endpoint;
        if (entry.key == "apiBaseUrl"_L1) {
            if (!variant.config.contains(u"apiHost"_s) && endpoint.members.isEmpty()) // which win, as with promptfoo
                readAddress(m_context, endpoint, value);
        } else if (entry.key == "apiBaseUrls"_L1) {
            readPoolAddresses(m_context, endpoint, value);
            variant.config.insert(entry.key, dataToJson(value));
        } else if (entry.key == "apiHost"_L1) {
            if (endpoint.members.isEmpty())
                readHostAddress(m_context, endpoint, value);
            variant.config.insert(entry.key, dataToJson(value));
        } else if (entry.key == "apiVersion"_L1 && value.isScalar()) {
            endpoint.apiVersion = m_context.text(value, entry.key);
            variant.config.insert(entry.key, dataToJson(value));
        } else if (entry.key == "apiKeyEnvar"_L1) {
            endpoint.keyName = m_context.text(value, entry.key);
            if (looksLikeKey(endpoint.keyName.trimmed())) { // a name is shown, logged and stored
                endpoint.keyName.clear();
                m_context.fail(value,
                               tr("\"apiKeyEnvar\" must be the name of the variable that holds the key, not the key itself."));
            }
        } else if (entry.key == "apiKey"_L1 && value.isString() && !environmentName(value.text).isEmpty()) {
            endpoint.keyName = environmentName(value.text);
        } else if (entry.key == "headers"_L1 && value.isMap()) {
            for (const DataEntry &header : value.entries)
                endpoint.headers.insert(header.key, m_context.text(*header.value, header.key));
        } else if (entry.key == "promptForm"_L1) {
            const QString form = m_context.text(value, entry.key);
            if (form != "chat"_L1 && form != "continuation"_L1)
                m_context.fail(value, tr("\"promptForm\" must be \"chat\" or \"continuation\"."));
            variant.form = form == "continuation"_L1 ? PromptForm::Continuation : PromptForm::Chat;
        } else if (entry.key == "strict"_L1) {
            if (value.kind != DataKind::Bool)
                m_context.fail(value, tr("\"strict\" must be true or false."));
            variant.strict = dataToJson(value).toBool();
        } else if (isFallbackKey(entry.key)) {
            checkFallbackEntry(m_context, entry);
            variant.config.insert(entry.key, dataToJson(value));
        } else {
            return false;
        }
        return true;
    }

    bool readParameter(SamplingSettings &sampling, const DataEntry &entry)
    {
        for (const Parameter parameter : allParameters()) {
            if (!configSpellings(parameter).contains(entry.key))
                continue;
            // A null is "not set"; a template ("{{ env.T }}") is kept as it is.
            if (entry.value->isNull() || (entry.value->isString() && entry.value->text.contains("{{"_L1)))
                return false;
            if (isNone(parameter, *entry.value))
                return takeNone(sampling, parameter, entry);
            readSamplingValue(m_context, sampling, parameter, entry, m_isLocal);
            return true;
        }
        return false;
    }

    /// −1 is "off" for top-k with vLLM and LM Studio, "a new one each time" for the seed and "no limit" for the tokens with
    /// llama.cpp, LM Studio and Ollama (−2, "until the context is full", means the same here). Where it says nothing of the
    /// kind it is not a number that anything could be set to, and taken for "not set" too.
    static bool isNone(Parameter parameter, const DataNode &value)
    {
        const NumberFacts &numbers = parameterFacts(parameter).number;
        const std::optional<double> number = value.number();
        if (!number || numbers.step == 0)
            return false;
        const bool minusOne = *number == -1 && numbers.least > -1;
        return minusOne || (parameter == Parameter::MaxTokens && *number == -2);
    }

    /// Whether the settings can say it.
    bool takeNone(SamplingSettings &sampling, Parameter parameter, const DataEntry &entry)
    {
        if (parameter == Parameter::TopK)
            sampling.topK = -1;
        else if (parameter == Parameter::MaxTokens)
            sampling.maxTokens = -1;
        else if (!parameterFacts(parameter).number.none)
            m_context.warn(*entry.value, tr("\"%1\" cannot be -1; it is treated as not set.").arg(entry.key));
        return parameter == Parameter::TopK || parameter == Parameter::MaxTokens;
    }

    ReadContext &m_context;
    bool m_isLocal = false; ///< The variant that is being read.
    QList<Variant> &m_variants;
};

} // namespace

const QStringList &configSpellings(Parameter parameter)
{
    static const QMap<Parameter, QStringList> aliases{
        {Parameter::RepeatPenalty, {u"repeat_penalty"_s, u"repetition_penalty"_s}},
        {Parameter::TypicalP, {u"typical_p"_s, u"typ_p"_s}},
        {Parameter::MaxTokens,
         {u"max_tokens"_s, u"max_completion_tokens"_s, u"max_output_tokens"_s, u"maxOutputTokens"_s, u"num_predict"_s,
          u"n_predict"_s}},
        {Parameter::Stop, {u"stop"_s, u"stop_sequences"_s, u"stopSequences"_s}},
    };
    static const QMap<Parameter, QStringList> spellings = [] {
        QMap<Parameter, QStringList> all = aliases;
        for (const Parameter each : allParameters()) {
            if (!all.contains(each))
                all.insert(each, {parameterName(each)});
        }
        return all;
    }();
    return *spellings.constFind(parameter);
}

void readConfigInto(ReadContext &context, Variant &variant, const DataNode &config)
{
    QList<Variant> none;
    VariantReader(context, none).merge(variant, config);
}

QList<Variant> readVariants(ReadContext &context, const DataNode &node, ListSource &source)
{
    const QList<Variant> variants = readProviders(context, node, source);
    checkFallbacks(context, variants, node, source);
    return variants;
}

QList<Variant> readProviders(ReadContext &context, const DataNode &node, ListSource &source)
{
    QList<Variant> variants;
    VariantReader reader(context, variants);
    if (!node.isSequence()) {
        if (!node.isNull())
            reader.readItem(node);
        source.groups.push_back({nullptr, static_cast<int>(variants.size())});
        return variants;
    }
    source.isList = true;
    for (const DataPtr &item : node.items) {
        const qsizetype before = variants.size();
        reader.readItem(*item);
        source.groups.push_back({item, static_cast<int>(variants.size() - before)});
    }
    return variants;
}

} // namespace Tempera
