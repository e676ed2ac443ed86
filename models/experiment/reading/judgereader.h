// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/experiment/experiment.h"

namespace Tempera {

/// Who judges for a check of a case: its own `provider`, else that of the case's `options`, else that of the default case's.
/// A text that is the label of one of the variants means that variant. For a check that compares vectors it is who makes them: the
/// first of these that does, by its id or under `embedding`, else promptfoo's usual one. The same of one that moderates, under
/// `moderation`, and one that classifies, under `classification`, but that what the check itself names is it. For `search-rubric`
/// it is one that can search the web. The error's detail is a sentence; of the kind ModelMissing where the check cannot be carried
/// out, since what is named is not known to this version, or cannot search.
[[nodiscard]] Result<Variant> judgeOf(const Experiment &experiment, const Case &aCase, const CheckSpec &check);

/// Whether a check asks a judge first and then for vectors of what it said (answer-relevance); and who makes them, as above.
[[nodiscard]] bool asksForVectorsToo(const CheckSpec &check);
[[nodiscard]] Result<Variant> embedderOf(const Experiment &experiment, const Case &aCase, const CheckSpec &check);

/// All judges that an experiment names, each once.
[[nodiscard]] QList<Endpoint> judgesOf(const Experiment &experiment);

} // namespace Tempera
