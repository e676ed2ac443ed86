// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/sampling.h"
#include "models/experiment/reading/readcontext.h"

namespace Tempera {

/// The value of one sampling parameter in a provider's `config`. The context gets what is wrong with it and, where
/// `isLocal`, what of a JSON schema is not enforced during generation by a local model.
void readSamplingValue(ReadContext &context, SamplingSettings &sampling, Parameter parameter, const DataEntry &entry,
                       bool isLocal);

} // namespace Tempera
