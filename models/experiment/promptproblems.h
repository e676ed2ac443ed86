// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/experiment/experiment.h"
#include "models/experiment/experimentfile.h"
#include "models/text/prompttemplate.h"

#include <QList>

namespace Tempera {

/// What is wrong with a prompt as it is written, whatever the values of the variables.
struct PromptProblem {
    int promptIndex = 0;
    int messageIndex = 0;
    Error error; ///< ErrorKind::Template; `place` is the prompt's title, line and column are those of the message's text.
};

/// The prompts that are not templates: a tag or a block that is not closed, a tag that cannot be read. In the order of
/// the messages. A prompt that no variant takes is looked at too. Renders nothing.
[[nodiscard]] QList<PromptProblem> promptProblems(const Experiment &experiment, TemplateEngine &templates);

/// The prompt's label, or its number, counted from 1; translated.
[[nodiscard]] QString promptPlace(const Prompt &prompt, int index);

/// The same error with the place in the experiment's file: its path and line, where the prompt has one. Where the
/// prompt's text is in a file of its own or its lines are not those of the file, the place is where the prompt
/// begins, and the detail says the line of the text.
[[nodiscard]] Error placedInFile(const PromptProblem &problem, const ExperimentSource &source);

} // namespace Tempera
