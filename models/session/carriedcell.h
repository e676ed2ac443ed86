// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/request.h"

#include <QUuid>

#include <unordered_map>

namespace Tempera {

/// Where an answer was made that is shown beside those of another run.
struct CarriedCell {
    QUuid run;
    CellKey key;           ///< In that run.
    bool outdated = false; ///< Its request was another one than the cell's would be now. Before the start: it may have been.
};
using CarriedCells = std::unordered_map<int, CarriedCell>;

} // namespace Tempera
