// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/localmodels.h"

#include <QObject>

#include <functional>

namespace Tempera {

/// Reads the library on another thread; the callback comes on the caller's, unless the guard is gone.
void readLibraryInBackground(const LocalModels &models, QObject *guard, std::function<void(QList<LibraryModel>)> callback);

} // namespace Tempera
