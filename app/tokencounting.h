// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/ports/engine.h"

#include <QObject>
#include <QString>

#include <functional>

namespace Tempera {

/// Counts the tokens of a text by o200k_base on a pool thread and calls back on the caller's thread, unless the guard
/// is gone. The first call loads the encoding there too. Exactness is Estimate: the text has no model yet.
void countTokensInBackground(const QString &text, QObject *guard, std::function<void(TokenCount)> callback);

} // namespace Tempera
