// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/enginelogging.h"

namespace Tempera {

Q_LOGGING_CATEGORY(logEngine, "tempera.engine", QtWarningMsg)
Q_LOGGING_CATEGORY(logHttp, "tempera.http", QtWarningMsg)

} // namespace Tempera
