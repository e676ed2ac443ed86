// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/modellibrary.h"

#include <QCoreApplication>
#include <QFuture>
#include <QThreadPool>
#include <QtConcurrentRun>

namespace Tempera {
namespace {

/// One thread: the cache file has one writer, and a disk has one head.
QThreadPool &hashing()
{
    static auto *pool = [] {
        auto *made = new QThreadPool(QCoreApplication::instance());
        made->setMaxThreadCount(1);
        return made;
    }();
    return *pool;
}

} // namespace

void readLibraryInBackground(const LocalModels &models, QObject *guard, std::function<void(QList<LibraryModel>)> callback)
{
    QtConcurrent::run([models] { return readLibrary(models, ModelHashes()); })
        .then(guard, [callback = std::move(callback)](const QList<LibraryModel> &library) { callback(library); });
}

void hashInBackground(const QString &path, QObject *guard, std::function<void(Result<QByteArray>)> callback)
{
    QtConcurrent::run(&hashing(), [path]() -> Result<QByteArray> {
        // The program's end does not wait for gigabytes.
        return ModelHashes().of(path, [](double) { return !QCoreApplication::closingDown(); });
    }).then(guard, [callback = std::move(callback)](const Result<QByteArray> &hash) { callback(hash); });
}

} // namespace Tempera
