// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/experiment/experimentsource.h"

namespace Tempera {

/// The tree of an experiment's file. With a source, nodes of what did not change are the source's own.
[[nodiscard]] DataPtr experimentTree(const Experiment &experiment, const ExperimentSource *source);

/// The text of a prompt in a file; messagesFromText() gives the messages again.
[[nodiscard]] QString textFromMessages(const Messages &messages);

} // namespace Tempera
