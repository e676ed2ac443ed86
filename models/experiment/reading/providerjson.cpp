// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/reading/providerjson.h"

#include "models/experiment/reading/configfiles.h"
#include "models/experiment/reading/variantreader.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

QJsonObject addressesJson(const QMap<QString, QString> &addresses)
{
    QJsonObject json;
    for (const auto &[name, value] : addresses.asKeyValueRange())
        json.insert(name, value);
    return json;
}

} // namespace

Result<QList<Variant>> providersFromJson(const Experiment &experiment, const QJsonValue &provider)
{
    DataDocument document;
    document.root =
        dataFromJson(QJsonObject{{u"providers"_s, QJsonArray{provider}}, {u"env"_s, addressesJson(experiment.addresses)}});
    const ConfigFiles files(experiment.configFiles);
    ReadContext context(files, document);
    for (const auto &[file, source] : experiment.scripts.asKeyValueRange())
        context.addScript(file, source);
    context.setEnvironment(experiment.environment);
    ListSource source;
    const QList<Variant> read = readProviders(context, *document.root->find(u"providers"), source);
    if (context.failed())
        return std::unexpected(*context.error());
    return read;
}

} // namespace Tempera
