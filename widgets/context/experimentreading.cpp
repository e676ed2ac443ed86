// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/context/experimentreading.h"

#include <utility>

namespace Tempera {

void readForWindow(const WindowContext &context, const QByteArray &text, const QString &path,
                   std::shared_ptr<const PromptStore> files, QObject *guard,
                   std::function<void(const Result<LoadedExperiment> &)> callback)
{
    const QStringList folders = context.trust.foldersOf(path);
    Result<LoadedExperiment> loaded = readExperiment(text, path, *files, folders, {}, TestScripts::Leave);
    if (!loaded || !loaded->needsScripts)
        return callback(loaded);
    const auto whole = std::make_shared<Result<LoadedExperiment>>(std::move(loaded));
    const auto work = [whole, text, path, folders, files = std::move(files)] {
        *whole = readExperiment(text, path, *files, folders, {}, TestScripts::Run);
    };
    const auto done = [whole, callback = std::move(callback)] { callback(*whole); };
    if (context.background)
        return context.background->run(work, guard, done);
    work();
    done();
}

void readForWindow(const WindowContext &context, const QByteArray &text, const QString &path, QObject *guard,
                   std::function<void(const Result<LoadedExperiment> &)> callback)
{
    // The window's files outlive what it reads.
    readForWindow(context, text, path, std::shared_ptr<const PromptStore>(std::shared_ptr<void>(), context.files), guard,
                  std::move(callback));
}

} // namespace Tempera
