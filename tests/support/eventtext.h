// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/event.h"

#include <QStringList>

namespace Tempera {

/// One line for an event, without times: "text Hello", "finished stop in=3 out=2", "failed auth no key".
[[nodiscard]] QString eventText(const GenerationEvent &event);

/// One line an event.
[[nodiscard]] QStringList eventTexts(const GenerationBatch &batch);

/// All text of a kind in a batch, in order.
[[nodiscard]] QString textOf(const GenerationBatch &batch);

/// The same events with neighbouring texts as one, so that equal answers compare equal however they were cut.
[[nodiscard]] GenerationBatch joined(const GenerationBatch &batch);

} // namespace Tempera
