// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/answercomparison.h"

#include <QStringList>

namespace Tempera {

/// Compares an answer with what the model was given to work on, see caseInputs(). A text is compared word by word with the
/// longest of them. Of an answer that holds a JSON object the values are looked for in all of them: what differs then is each
/// text and number that stands nowhere there, and `evidence` says where the others do. Pure, any thread; takes as long as
/// compareAnswers().
[[nodiscard]] AnswerComparison compareWithInput(const QStringList &inputs, const QString &answer,
                                                const std::stop_token &stop = {});

/// The evidence, a line a value: "total: 12.5 ← …owes 12.50." or that it stands nowhere in the input.
[[nodiscard]] QString evidenceDetails(const InputEvidence &evidence);

} // namespace Tempera
