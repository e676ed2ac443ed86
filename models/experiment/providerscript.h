// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/experiment/experiment.h"

namespace Tempera {

/// The endpoint of a variant as its requests have it: that of a script with what its constructor gets (`id`, `label`, `config`),
/// `{{ env.NAME }}` filled in, and the SHA-256 of its file; all others as they are.
[[nodiscard]] Endpoint askedEndpoint(const Experiment &experiment, const Variant &variant);

/// What a provider that is a script gets beside the prompt: `vars`, `prompt` and `test` of its cell.
[[nodiscard]] QJsonObject scriptContextOf(const Experiment &experiment, const CellKey &key, const QJsonObject &variables);

} // namespace Tempera
