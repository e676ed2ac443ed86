// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/modellibrary.h"

#include <QFuture>
#include <QtConcurrentRun>

namespace Tempera {

void readLibraryInBackground(const LocalModels &models, QObject *guard, std::function<void(QList<LibraryModel>)> callback)
{
    QtConcurrent::run([models] {
        return readLibrary(models, ModelHashes());
    }).then(guard, [callback = std::move(callback)](const QList<LibraryModel> &library) { callback(library); });
}

} // namespace Tempera
