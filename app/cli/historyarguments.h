// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/outputshape.h"

#include <QString>
#include <QStringList>

namespace Tempera {

struct HistoryListArguments {
    int limit = 20;
    OutputShape shape = OutputShape::People;
};

struct HistoryShowArguments {
    QString run;         ///< An id or its beginning; empty = the newest.
    QStringList outputs; ///< As in RunArguments.
    TableUse table = TableUse::Shown;
    OutputShape shape = OutputShape::People;
};

/// Results of other programs, and of other machines, become runs of the ledger.
struct ImportArguments {
    QStringList files;
    OutputShape shape = OutputShape::People;
};

/// The ledger gets another name, and a new one is begun.
struct HistorySetAsideArguments {
};

} // namespace Tempera
