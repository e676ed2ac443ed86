// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/reading/promptconfig.h"

#include "models/experiment/reading/configfiles.h"
#include "models/experiment/reading/variantreader.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Tempera {

Result<Variant> withCellConfig(const Variant &variant, const QJsonObject &config, const QMap<QString, QByteArray> &files)
{
    const Result<DataDocument> document = readData(QJsonDocument(config).toJson(QJsonDocument::Compact), {});
    if (!document)
        return std::unexpected(document.error());
    const ConfigFiles store(files);
    ReadContext context(store, *document);
    Variant changed = variant;
    readConfigInto(context, changed, *document->root);
    if (context.failed())
        return std::unexpected(*context.error());
    return changed;
}

} // namespace Tempera
