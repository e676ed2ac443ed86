// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/cell.h"
#include "models/core/limits.h"
#include "models/experiment/scripts.h"

#include <QJsonObject>

namespace Tempera {

/// What is made of an answer before it is graded and shown, one script after the other: promptfoo's `transform` of the provider,
/// then `options.transform` (or `postprocess`) of the test.
struct AnswerTransforms {
    QList<Result<ScriptExpression>> steps = {}; ///< Or why there is none.
    QJsonObject variables = {};                 ///< As they are said; see askedVariables().
    bool valuesAreText = false;                 ///< takesDataAsText().
    QString promptLabel = {};
    QJsonObject metadata = {}; ///< Of the case.

    [[nodiscard]] bool isEmpty() const { return steps.isEmpty(); }
};

/// Those of the answer to a request.
[[nodiscard]] AnswerTransforms answerTransforms(const Experiment &experiment, const GenerationRequest &request);

/// Whether both experiments make the same of the answers of a case.
[[nodiscard]] bool transformsTheSame(const Experiment &a, const Experiment &b, const CellKey &key);

/// What comes of a model's answer. It is handed over as a value where isValueForScripts(). Error (Script): a script failed,
/// or gave nothing. Pure; any thread; each script has the limits.
[[nodiscard]] Result<ScriptOutput> transformedAnswer(const AnswerTransforms &transforms, const Cell &answer,
                                                     const Limits &limits);

/// Puts what came of it into the cell; what the model said stays in a note (NoteKind::Transformed).
void takeTransformed(Cell &cell, const QString &text);

/// The answer as the model gave it.
[[nodiscard]] QString answerAsGiven(const Cell &cell);

} // namespace Tempera
