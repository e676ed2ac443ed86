// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/experiment/data/datanode.h"

#include <QString>
#include <QStringList>

namespace Tempera {

/// The files that an experiment names anywhere in its tree, whether this version reads them or not: prompts, data, schemas,
/// scripts, documents that are included. Each once, as the program would open them: relative ones from the folder of the
/// experiment at `path`; of a pattern ("prompts/*.txt") those that are there. A text that only may be a file's name counts where
/// there is a file of that name. What is inside the files is not looked at.
[[nodiscard]] QStringList namedFiles(const DataNode &root, const QString &path);

} // namespace Tempera
