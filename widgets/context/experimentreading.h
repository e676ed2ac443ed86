// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/experiment/experimentfile.h"
#include "widgets/context/windowcontext.h"

#include <functional>
#include <memory>

namespace Tempera {

/// Reads an experiment for the window, as far as it may read files. Scripts that make its tests run in the background of the
/// window. Where there are none the callback comes at once, else later, on the caller's thread, unless the guard is gone.
void readForWindow(const WindowContext &context, const QByteArray &text, const QString &path,
                   std::shared_ptr<const PromptStore> files, QObject *guard,
                   std::function<void(const Result<LoadedExperiment> &)> callback);

/// The same from the files of the window.
void readForWindow(const WindowContext &context, const QByteArray &text, const QString &path, QObject *guard,
                   std::function<void(const Result<LoadedExperiment> &)> callback);

} // namespace Tempera
