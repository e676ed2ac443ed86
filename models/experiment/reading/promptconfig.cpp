// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/reading/promptconfig.h"

#include "models/experiment/reading/variantreader.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// Has no files.
class EmptyStore final : public PromptStore
{
public:
    Result<QByteArray> read(const QString &path) const override
    {
        return failure(ErrorKind::File, u"no file is read for a prompt's config"_s, path);
    }
    Result<void> write(const QString &path, const QByteArray &) override
    {
        return failure(ErrorKind::File, u"no file is written for a prompt's config"_s, path);
    }
};

} // namespace

Result<Variant> withPromptConfig(const Variant &variant, const QJsonObject &config)
{
    const Result<DataDocument> document = readData(QJsonDocument(config).toJson(QJsonDocument::Compact), {});
    if (!document)
        return std::unexpected(document.error());
    const EmptyStore files;
    ReadContext context(files, *document);
    Variant changed = variant;
    readConfigInto(context, changed, *document->root);
    if (context.failed())
        return std::unexpected(*context.error());
    return changed;
}

} // namespace Tempera
