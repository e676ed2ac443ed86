// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"

#include <QDate>

namespace Tempera {

/// Renames a ledger, whatever state it is in, within its folder ("ledger-2026-11-28.db"), so that a new one can be
/// begun. Nothing is deleted, and what belongs to the file goes with it. Returns the new path. This process must not have
/// it open. Errors (Storage, the path, the cause): there is none, another program uses it, no right to write.
[[nodiscard]] Result<QString> setLedgerAside(const QString &path, QDate today);

} // namespace Tempera
