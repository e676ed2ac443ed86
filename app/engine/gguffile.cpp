// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/gguffile.h"

#include "models/core/gguf/ggufreader.h"

#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Tempera {

Result<GgufFacts> checkGgufFile(const QString &path)
{
    if (path.isEmpty())
        return failure(ErrorKind::ModelMissing, u"no model file is given"_s);
    const QFileInfo info(path);
    if (!info.exists())
        return failure(ErrorKind::ModelMissing, u"no such file"_s, path);
    if (!info.isFile())
        return failure(ErrorKind::ModelMissing, u"this is not a file"_s, path);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::ModelMissing, file.errorString(), path);
    if (file.size() == 0)
        return failure(ErrorKind::ModelBroken, u"the file is empty"_s, path);
    const uchar *bytes = file.map(0, file.size());
    if (!bytes)
        return failure(ErrorKind::ModelBroken, file.errorString(), path);
    return checkGguf({reinterpret_cast<const std::byte *>(bytes), static_cast<std::size_t>(file.size())})
        .transform_error([&path](Error error) {
            error.place = path;
            return error;
        });
}

} // namespace Tempera
