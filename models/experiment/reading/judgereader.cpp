// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/reading/judgereader.h"

#include "models/experiment/checkparts.h"
#include "models/experiment/reading/providerjson.h"
#include "models/experiment/reading/readcontext.h"

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

/// promptfoo lets a map name one judge for texts and one for embeddings.
QJsonValue forTexts(const QJsonValue &provider)
{
    const QJsonObject map = provider.toObject();
    return map.contains("id"_L1) || !map.contains("text"_L1) ? provider : map.value("text"_L1);
}

QJsonValue judgeProvider(const Experiment &experiment, const Case &aCase, const CheckSpec &check)
{
    QJsonValue provider = forTexts(check.other.value("provider"_L1));
    for (const Case *each : {&aCase, &experiment.defaultCase}) {
        if (!namesJudge(provider))
            provider = forTexts(each->other.value("options"_L1).toObject().value("provider"_L1));
    }
    return provider;
}

Result<Variant> judgeFrom(const Experiment &experiment, const QJsonValue &provider)
{
    const auto labelled = std::ranges::find_if(experiment.variants, [&provider](const Variant &variant) {
        return !variant.label.isEmpty() && provider.toString() == variant.label;
    });
    if (labelled != experiment.variants.end())
        return *labelled;
    if (isFileReference(provider.toString()))
        return failure(ErrorKind::Usage,
                       QCoreApplication::translate("ExperimentFile", "a judge in a separate file is not supported: %1")
                           .arg(provider.toString()));
    const Result<QList<Variant>> read = providersFromJson(experiment, provider);
    if (!read)
        return std::unexpected(read.error());
    if (read->size() != 1)
        return failure(ErrorKind::Usage, QCoreApplication::translate("ExperimentFile", "A judge is a single provider."));
    return read->constFirst();
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
    return judgeFrom(experiment, provider);
}

QList<Endpoint> judgesOf(const Experiment &experiment)
{
    QList<Endpoint> judges;
    QList<QJsonValue> seen;
    const auto take = [&](const Case &aCase, const QList<CheckSpec> &checks) {
        for (const CheckSpec &check : withSetsOpened(checks)) {
            const QJsonValue provider = judgeProvider(experiment, aCase, check);
            if (!namesJudge(provider) || seen.contains(provider))
                continue;
            seen += provider;
            if (const Result<Variant> judge = judgeFrom(experiment, provider); judge && !judges.contains(judge->endpoint))
                judges += judge->endpoint;
        }
    };
    take(experiment.defaultCase, experiment.defaultCase.checks);
    for (const Case &aCase : experiment.cases)
        take(aCase, aCase.checks);
    return judges;
}

} // namespace Tempera
