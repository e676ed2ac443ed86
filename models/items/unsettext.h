// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/endpoint.h"
#include "models/core/sampling.h"

#include <QLocale>

namespace Tempera {

/// What is in the place of a parameter that is not set: "default: off", "default: 512". Of an endpoint that answers by
/// itself it is not known: "default".
[[nodiscard]] QString unsetText(Parameter parameter, EndpointKind kind, const QLocale &locale);

/// The same as a sentence.
[[nodiscard]] QString unsetSentence(Parameter parameter, EndpointKind kind, const QLocale &locale);

} // namespace Tempera
