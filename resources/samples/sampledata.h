// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace Tempera {

/// The experiment that the first start shows (first-start.yaml), on the built-in model. Any thread.
[[nodiscard]] QByteArray firstStartExperiment();

} // namespace Tempera
