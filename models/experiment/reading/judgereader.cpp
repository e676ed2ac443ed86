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

#include <algorithm>

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

/// promptfoo lets a map name one judge for texts and one for embeddings.
QJsonValue forTexts(const QJsonValue &provider)
{
    const QJsonObject map = provider.toObject();
    if (map.contains("id"_L1) || !(map.contains("text"_L1) || map.contains("embedding"_L1)))
        return provider;
    return map.value("text"_L1);
}

/// Where one provider is named for all, it is that for embeddings only if it gives some; promptfoo goes on to the next, too.
QJsonValue forVectors(const QJsonValue &provider)
{
    const QJsonObject map = provider.toObject();
    if (!map.contains("id"_L1) && map.contains("embedding"_L1))
        return map.value("embedding"_L1);
    const QString id = provider.isString() ? provider.toString() : map.value("id"_L1).toString(map.keys().value(0));
    return endpointFromId(id).wire == openAiEmbeddingsWire ? provider : QJsonValue();
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

QJsonValue judgeProvider(const Experiment &experiment, const Case &aCase, const CheckSpec &check)
{
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

Result<Variant> namedJudge(const Experiment &experiment, const CheckSpec &check, const QJsonValue &provider)
{
    return comparesVectors(check) ? embedderFrom(experiment, provider) : judgeFrom(experiment, provider);
}

} // namespace

Result<Variant> judgeOf(const Experiment &experiment, const Case &aCase, const CheckSpec &check)
{
    const QJsonValue provider = judgeProvider(experiment, aCase, check);
    if (!namesJudge(provider))
        return failure(ErrorKind::Usage,
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
            seen += provider;
            if (const Result<Variant> judge = namedJudge(experiment, check, provider); judge && !judges.contains(judge->endpoint))
                judges += judge->endpoint;
        }
    };
    take(experiment.defaultCase, experiment.defaultCase.checks);
    for (const Case &aCase : experiment.cases)
        take(aCase, aCase.checks);
    return judges;
}

} // namespace Tempera
