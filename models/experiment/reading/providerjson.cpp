// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/reading/providerjson.h"

#include "models/experiment/reading/variantreader.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// A provider is written where it is named.
class NoProviderFiles final : public PromptStore
{
public:
    Result<QByteArray> read(const QString &path) const override
    {
        return failure(ErrorKind::File, u"no file is read for this provider"_s, path);
    }
    Result<void> write(const QString &path, const QByteArray &) override
    {
        return failure(ErrorKind::File, u"no file is written for this provider"_s, path);
    }
};

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
    const NoProviderFiles noFiles;
    ReadContext context(noFiles, document);
    context.setEnvironment(experiment.environment);
    ListSource source;
    const QList<Variant> read = readProviders(context, *document.root->find(u"providers"), source);
    if (context.failed())
        return std::unexpected(*context.error());
    return read;
}

} // namespace Tempera
