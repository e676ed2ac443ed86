// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/reading/judgereader.h"

#include "models/core/provider.h"
#include "models/experiment/checkparts.h"
#include "models/experiment/checktypes.h"
#include "models/experiment/providerscript.h"
#include "models/experiment/reading/providerjson.h"
#include "models/experiment/reading/readcontext.h"
#include "models/experiment/scripts.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

bool namesJudge(const QJsonValue &provider)
{
    return (provider.isString() && !provider.toString().trimmed().isEmpty())
           || (provider.isObject() && !provider.toObject().isEmpty());
}

bool comparesVectors(const CheckSpec &check)
{
    return embeddingCheckTypes().contains(check.type.startsWith("not-"_L1) ? check.type.sliced(4) : check.type);
}

/// Checks that ask an endpoint which does nothing else.
struct Specialty {
    QLatin1StringView check;
    QLatin1StringView key;   ///< Under which promptfoo lets a map name who does it.
    QLatin1StringView mark;  ///< What is in the ids of those who do it.
    QLatin1StringView wire;  ///< Of those that this version knows.
    QLatin1StringView usual; ///< Whom promptfoo asks where nobody is named; empty = nobody.
    QLatin1StringView example;
};
constexpr std::array specialties{
    Specialty{"moderation"_L1, "moderation"_L1, ":moderation"_L1, openAiModerationWire, "openai:moderation"_L1,
              "openai:moderation"_L1},
    Specialty{"classifier"_L1,
              "classification"_L1,
              ":text-classification"_L1,
              classificationWire,
              {},
              "huggingface:text-classification:MODEL"_L1},
};

/// Null for a check that asks a judge, or for vectors.
const Specialty *specialtyOf(const CheckSpec &check)
{
    const QString type = check.type.startsWith("not-"_L1) ? check.type.sliced(4) : check.type;
    const auto found = std::ranges::find(specialties, type, &Specialty::check);
    return found == specialties.end() ? nullptr : &*found;
}

QString providerId(const QJsonValue &provider)
{
    const QJsonObject map = provider.toObject();
    return provider.isString() ? provider.toString() : map.value("id"_L1).toString(map.keys().value(0));
}

/// promptfoo lets a map name one judge for texts, one for embeddings, one for moderation and one for classification.
QJsonValue forTexts(const QJsonValue &provider)
{
    const QJsonObject map = provider.toObject();
    const bool isForKinds = map.contains("text"_L1) || map.contains("embedding"_L1) || map.contains("moderation"_L1)
                            || map.contains("classification"_L1);
    if (map.contains("id"_L1) || !isForKinds)
        return provider;
    return map.value("text"_L1);
}

/// Where one provider is named for all, it is that for embeddings only if it gives some; promptfoo goes on to the next, too.
QJsonValue forVectors(const QJsonValue &provider)
{
    const QJsonObject map = provider.toObject();
    if (!map.contains("id"_L1) && map.contains("embedding"_L1))
        return map.value("embedding"_L1);
    return endpointFromId(providerId(provider)).wire == openAiEmbeddingsWire ? provider : QJsonValue();
}

/// The same for a specialty; one that this version does not know ("replicate:moderation:…") is still the one that was meant.
QJsonValue forSpecialty(const Specialty &specialty, const QJsonValue &provider)
{
    const QJsonObject map = provider.toObject();
    if (!map.contains("id"_L1) && map.contains(specialty.key))
        return map.value(specialty.key);
    return providerId(provider).contains(specialty.mark) ? provider : QJsonValue();
}

/// What promptfoo asks where no provider gives embeddings.
const QString usualEmbedder = u"openai:embedding:text-embedding-3-large"_s;

/// `choose`: forTexts() or forVectors().
QJsonValue chosenProvider(const Experiment &experiment, const Case &aCase, const CheckSpec &check,
                          QJsonValue (*choose)(const QJsonValue &))
{
    QJsonValue provider = choose(check.other.value("provider"_L1));
    for (const Case *each : {&aCase, &experiment.defaultCase}) {
        if (!namesJudge(provider))
            provider = choose(each->other.value("options"_L1).toObject().value("provider"_L1));
    }
    return choose == &forVectors && !namesJudge(provider) ? QJsonValue(usualEmbedder) : provider;
}

/// What a check itself names is meant for it, whatever it is: the answers go to nobody else.
QJsonValue specialist(const Specialty &specialty, const Experiment &experiment, const Case &aCase, const CheckSpec &check)
{
    const QJsonValue own = check.other.value("provider"_L1);
    const bool isForAll = own.toObject().contains("id"_L1) || !own.toObject().contains(specialty.key);
    QJsonValue provider = isForAll ? own : own.toObject().value(specialty.key);
    for (const Case *each : {&aCase, &experiment.defaultCase}) {
        if (!namesJudge(provider))
            provider = forSpecialty(specialty, each->other.value("options"_L1).toObject().value("provider"_L1));
    }
    return namesJudge(provider) || specialty.usual.isEmpty() ? provider : QJsonValue(specialty.usual);
}

QJsonValue judgeProvider(const Experiment &experiment, const Case &aCase, const CheckSpec &check)
{
    if (const Specialty *specialty = specialtyOf(check))
        return specialist(*specialty, experiment, aCase, check);
    return chosenProvider(experiment, aCase, check, comparesVectors(check) ? &forVectors : &forTexts);
}

/// A script with what its requests have.
Variant asJudge(const Experiment &experiment, Variant judge)
{
    judge.endpoint = askedEndpoint(experiment, judge);
    return judge;
}

Result<Variant> judgeFrom(const Experiment &experiment, const QJsonValue &provider)
{
    const auto labelled = std::ranges::find_if(experiment.variants, [&provider](const Variant &variant) {
        return !variant.label.isEmpty() && provider.toString() == variant.label;
    });
    if (labelled != experiment.variants.end())
        return asJudge(experiment, *labelled);
    if (isFileReference(provider.toString()) && !runnableScript(provider.toString()))
        return failure(ErrorKind::Usage,
                       QCoreApplication::translate("ExperimentFile", "a judge in a separate file is not supported: %1")
                           .arg(provider.toString()));
    const Result<QList<Variant>> read = providersFromJson(experiment, provider);
    if (!read)
        return std::unexpected(read.error());
    if (read->size() != 1)
        return failure(ErrorKind::Usage, QCoreApplication::translate("ExperimentFile", "A judge is a single provider."));
    return asJudge(experiment, read->constFirst());
}

/// A server that speaks OpenAI's chat (llama-server, vLLM, …) has its embeddings beside that.
Result<Variant> embedderFrom(const Experiment &experiment, const QJsonValue &provider)
{
    Result<Variant> embedder = judgeFrom(experiment, provider);
    if (!embedder)
        return embedder;
    Endpoint &endpoint = embedder->endpoint;
    if (endpoint.kind == EndpointKind::Remote && endpoint.wire.isEmpty())
        endpoint.wire = openAiEmbeddingsWire;
    if (endpoint.wire != openAiEmbeddingsWire)
        return failure(ErrorKind::Usage,
                       QCoreApplication::translate("ExperimentFile",
                                                   "\"%1\" gives no embeddings; name a provider such as \"%2\", or a server "
                                                   "with an API like OpenAI's under \"provider.embedding\"")
                           .arg(endpoint.shownId(), usualEmbedder));
    return embedder;
}

Result<Variant> specialistFrom(const Specialty &specialty, const Experiment &experiment, const QJsonValue &provider)
{
    Result<Variant> found = judgeFrom(experiment, provider);
    if (found && found->endpoint.wire != specialty.wire)
        return failure(ErrorKind::ModelMissing,
                       QCoreApplication::translate("ExperimentFile",
                                                   "\"%1\" is no endpoint for %2 that this version knows; name a "
                                                   "provider such as \"%3\"")
                           .arg(found->endpoint.shownId(), specialty.key, specialty.example));
    return found;
}

/// Members of the request's body by name, read as JSON. A JSON text alone is no document for every version of the parser.
QJsonValue bodyMember(const Endpoint &endpoint, const QString &name)
{
    const QByteArray list = '[' + endpoint.body.value(name, "null"_ba) + ']';
    return QJsonDocument::fromJson(list).array().at(0);
}

/// Whether who answers there can search the web: by itself, or by a tool in its config. The rules of promptfoo 0.123.1
/// (hasWebSearchCapability) for the providers that this version asks.
bool searchesWeb(const Endpoint &endpoint)
{
    static const QRegularExpression searching(uR"(^(gpt-5-search-api|gpt-4o(-mini)?-search-preview)(-|$))"_s);
    const auto hasTool = [&endpoint](const auto &fits) {
        return std::ranges::any_of(bodyMember(endpoint, u"tools"_s).toArray(),
                                   [&fits](const QJsonValue &tool) { return fits(tool.toObject()); });
    };
    const auto isOfType = [](const QJsonObject &tool) { return tool.value("type"_L1).toString().startsWith("web_search"_L1); };
    if (endpoint.id.startsWith("perplexity:"_L1))
        return true;
    if (endpoint.wire == geminiWire)
        return hasTool(
            [](const QJsonObject &tool) { return tool.contains("googleSearch"_L1) || tool.contains("google_search"_L1); });
    if (endpoint.wire == responsesWire || endpoint.wire == anthropicWire)
        return hasTool(isOfType);
    if (endpoint.id.startsWith("xai:"_L1))
        return bodyMember(endpoint, u"search_parameters"_s).toObject().value("mode"_L1).toString() == "on"_L1;
    return endpoint.id.startsWith("openai:"_L1) && searching.match(endpoint.model).hasMatch();
}

bool searches(const CheckSpec &check)
{
    return check.type == "search-rubric"_L1 || check.type == "not-search-rubric"_L1;
}

/// promptfoo asks another provider of its own choice where the judge cannot search; here nobody is asked who was not named.
Result<Variant> searcherFrom(const Experiment &experiment, const QJsonValue &provider)
{
    Result<Variant> found = judgeFrom(experiment, provider);
    if (found && !searchesWeb(found->endpoint))
        return failure(
            ErrorKind::ModelMissing,
            QCoreApplication::translate("ExperimentFile",
                                        "\"%1\" cannot search the web; give it a tool for that under \"config.tools\" (such as "
                                        "web_search), or name another \"provider\" in the check")
                .arg(found->endpoint.shownId()));
    return found;
}

Result<Variant> namedJudge(const Experiment &experiment, const CheckSpec &check, const QJsonValue &provider)
{
    if (const Specialty *specialty = specialtyOf(check))
        return specialistFrom(*specialty, experiment, provider);
    if (searches(check))
        return searcherFrom(experiment, provider);
    return comparesVectors(check) ? embedderFrom(experiment, provider) : judgeFrom(experiment, provider);
}

} // namespace

Result<Variant> judgeOf(const Experiment &experiment, const Case &aCase, const CheckSpec &check)
{
    const QJsonValue provider = judgeProvider(experiment, aCase, check);
    if (const Specialty *specialty = specialtyOf(check); specialty && !namesJudge(provider))
        return failure(ErrorKind::ModelMissing,
                       QCoreApplication::translate("ExperimentFile",
                                                   "it has nobody to ask: name a \"provider\" in the check, such as \"%1\"")
                           .arg(specialty->example));
    if (!namesJudge(provider)) // a judge that can search is more than most have
        return failure(searches(check) ? ErrorKind::ModelMissing : ErrorKind::Usage,
                       QCoreApplication::translate(
                           "ExperimentFile", "it has no judge: name a \"provider\" in the check, or one for all checks under "
                                             "defaultTest.options.provider"));
    return namedJudge(experiment, check, provider);
}

bool asksForVectorsToo(const CheckSpec &check)
{
    return check.type == "answer-relevance"_L1 || check.type == "not-answer-relevance"_L1;
}

Result<Variant> embedderOf(const Experiment &experiment, const Case &aCase, const CheckSpec &check)
{
    return embedderFrom(experiment, chosenProvider(experiment, aCase, check, &forVectors));
}

QList<Endpoint> judgesOf(const Experiment &experiment)
{
    QList<Endpoint> judges;
    QList<QJsonValue> seen;
    const auto take = [&](const Case &aCase, const QList<CheckSpec> &checks) {
        for (const CheckSpec &check : withSetsOpened(checks)) {
            if (asksForVectorsToo(check)) {
                if (const Result<Variant> embedder = embedderOf(experiment, aCase, check);
                    embedder && !judges.contains(embedder->endpoint))
                    judges += embedder->endpoint;
            }
            const QJsonValue provider = judgeProvider(experiment, aCase, check);
            if (!namesJudge(provider) || seen.contains(provider))
                continue;
            const Result<Variant> judge = namedJudge(experiment, check, provider);
            if (!judge)
                continue; // another kind of check may take it
            seen += provider;
            if (!judges.contains(judge->endpoint))
                judges += judge->endpoint;
        }
    };
    take(experiment.defaultCase, experiment.defaultCase.checks);
    for (const Case &aCase : experiment.cases)
        take(aCase, aCase.checks);
    return judges;
}

} // namespace Tempera
