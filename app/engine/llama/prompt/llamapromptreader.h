// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/localpromptreader.h"

#include <memory>

namespace Tempera {

/// A reader that keeps the vocabularies of the models that it was asked for last, and loads one again when its file has
/// changed.
[[nodiscard]] std::unique_ptr<LocalPromptReader> makeLlamaPromptReader();

} // namespace Tempera
