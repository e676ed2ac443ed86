// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLoggingCategory>

namespace Tempera {

/// Scheduling: what starts, waits, is tried again. Never prompts, answers or keys.
Q_DECLARE_LOGGING_CATEGORY(logEngine)

/// Requests on the wire: address, status, duration. Never headers, bodies or keys.
Q_DECLARE_LOGGING_CATEGORY(logHttp)

} // namespace Tempera
