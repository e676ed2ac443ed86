// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/modelscommand.h"

#include "app/cli/jsonvalues.h"
#include "app/cli/label.h"
#include "app/cli/plaintable.h"
#include "models/pricing/catalog.h"
#include "models/report/writers.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

QString tokensOrDash(const std::optional<std::int64_t> &tokens)
{
    return tokens ? groupedNumber(*tokens) : u"–"_s;
}

QJsonObject hostedJson(const Capabilities &model)
{
    QJsonArray refused;
    for (auto it = model.refused.begin(); it != model.refused.end(); ++it)
        refused.append(parameterName(it.key()));
    return QJsonObject{
        {u"provider"_s, model.provider},
        {u"model"_s, model.model},
        {u"title"_s, model.title},
        {u"context_tokens"_s, orNull(model.contextTokens)},
        {u"max_output_tokens"_s, orNull(model.maxOutputTokens)},
        {u"encoding"_s, model.encoding.isEmpty() ? QJsonValue::Null : QJsonValue(model.encoding)},
        {u"refused_parameters"_s, refused},
        {u"input_price_per_million"_s, moneyJson(model.price.inputPerMillion)},
        {u"output_price_per_million"_s, moneyJson(model.price.outputPerMillion)},
        {u"cached_input_price_per_million"_s, moneyJson(model.price.cachedInputPerMillion)},
        {u"price_as_of"_s, model.price.asOf.isValid() ? QJsonValue(model.price.asOf.toString(Qt::ISODate)) : QJsonValue::Null},
        {u"price_source"_s, model.price.source},
    };
}

QJsonObject modelsJson(const QList<LibraryModel> &locals, const QList<Capabilities> &hosted)
{
    QJsonArray localList;
    for (const LibraryModel &model : locals) {
        localList.append(QJsonObject{{u"id"_s, u"local:"_s + model.name},
                                     {u"path"_s, model.path},
                                     {u"bytes"_s, model.bytes},
                                     {u"problem"_s, model.problem ? QJsonValue(model.problem->detail) : QJsonValue::Null}});
    }
    QJsonArray hostedList;
    for (const Capabilities &model : hosted)
        hostedList.append(hostedJson(model));
    return QJsonObject{{u"local"_s, localList}, {u"hosted"_s, hostedList}};
}

/// A broken file is listed with its reason, in a column that is there only then.
QString localTable(const QList<LibraryModel> &locals, const OutStream &stream)
{
    const bool anyBroken = std::ranges::any_of(locals, [](const LibraryModel &model) { return model.problem.has_value(); });
    QList<PlainColumn> columns{{label(QT_TRANSLATE_NOOP("Cli", "local model"))},
                               {label(QT_TRANSLATE_NOOP("Cli", "size")), Alignment::Right},
                               {label(QT_TRANSLATE_NOOP("Cli", "file"))}};
    if (anyBroken)
        columns.append({label(QT_TRANSLATE_NOOP("Cli", "cannot be used"))});
    QList<QStringList> rows;
    for (const LibraryModel &model : locals) {
        rows << QStringList{u"local:"_s + model.name, QString::number(static_cast<double>(model.bytes) / 1e6, 'f', 1) + u" MB"_s,
                            model.path};
        if (anyBroken)
            rows.last() << (model.problem ? model.problem->detail : QString());
    }
    return plainTable(columns, rows, stream);
}

QString hostedTable(const QList<Capabilities> &hosted, const OutStream &stream)
{
    QList<QStringList> rows;
    for (const Capabilities &model : hosted) {
        rows << QStringList{model.provider,
                            model.model,
                            tokensOrDash(model.contextTokens),
                            tokensOrDash(model.maxOutputTokens),
                            moneyText(model.price.inputPerMillion),
                            moneyText(model.price.outputPerMillion),
                            model.price.asOf.isValid() ? model.price.asOf.toString(Qt::ISODate) : u"–"_s};
    }
    return plainTable({{label(QT_TRANSLATE_NOOP("Cli", "provider"))},
                       {label(QT_TRANSLATE_NOOP("Cli", "hosted model"))},
                       {label(QT_TRANSLATE_NOOP("Cli", "context")), Alignment::Right},
                       {label(QT_TRANSLATE_NOOP("Cli", "max out")), Alignment::Right},
                       {label(QT_TRANSLATE_NOOP("Cli", "$/M in")), Alignment::Right},
                       {label(QT_TRANSLATE_NOOP("Cli", "$/M out")), Alignment::Right},
                       {label(QT_TRANSLATE_NOOP("Cli", "as of"))}},
                      rows, stream);
}

} // namespace

ModelsCommand::ModelsCommand(const CliContext &context, const ModelsArguments &arguments)
    : Command(context), m_arguments(arguments)
{
}

void ModelsCommand::start()
{
    const QList<LibraryModel> locals = context().localModels ? context().localModels() : QList<LibraryModel>();
    const QList<Capabilities> hosted = context().session.catalog->all();
    if (m_arguments.shape == OutputShape::Json) {
        writeJson(modelsJson(locals, hosted));
    } else {
        writeOut(localTable(locals, *context().out) + u'\n' + hostedTable(hosted, *context().out));
        say(label(QT_TRANSLATE_NOOP("Cli", "Any other model of an endpoint can be used too; its price is then unknown.")));
    }
    Q_EMIT finished(ExitCode::Passed);
}

} // namespace Tempera
