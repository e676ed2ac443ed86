// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/arguments.h"
#include "models/core/ports/promptstore.h"

#include <QMap>
#include <QString>

namespace Tempera {

/// What the options of a run allow, for every experiment.
[[nodiscard]] Trust wordOf(const RunArguments &arguments, const PromptStore &files);

/// The variables of this process that the user lets an experiment see, by their names; without those that are not set.
[[nodiscard]] QMap<QString, QString> environmentOf(const QStringList &names);

} // namespace Tempera
