// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

namespace Tempera {

/// A text as a vector, by a model for that; what its numbers mean only that model knows. Those of one model are equally long.
using Embedding = std::vector<float>;
using EmbeddingList = std::vector<Embedding>;

} // namespace Tempera
