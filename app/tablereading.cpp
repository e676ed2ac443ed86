// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/tablereading.h"

#include <QFuture>
#include <QtConcurrentRun>

namespace Tempera {

TableReader tableReaderInBackground(const PromptStore &files)
{
    return [&files](const QString &path, const TableReading &reading, QObject *guard,
                    std::function<void(Result<DataTable>)> callback) {
        QtConcurrent::run([&files, path, reading]() -> Result<DataTable> {
            const Result<QByteArray> bytes = files.read(path);
            return bytes ? readTable(*bytes, path, reading, files) : std::unexpected(bytes.error());
        }).then(guard, std::move(callback));
    };
}

} // namespace Tempera
