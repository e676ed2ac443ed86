// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/experiment/experiment.h"
#include "models/text/prompttemplate.h"

#include <QStringList>

namespace Tempera {

/// The labels of a list that a person typed: separated by commas, semicolons, bars or line ends; in double quotes they
/// may hold such signs. Each once, without space around it.
[[nodiscard]] QStringList labelsFromList(const QString &text);
/// As a person would type them: labelsFromList() gives them back.
[[nodiscard]] QString labelsToList(const QStringList &labels);

/// The first list of words in a prompt that offers a choice: "positive, negative or neutral", "yes/no", "labels: a, b, c".
[[nodiscard]] QStringList labelsInPrompt(const QString &text);

/// What the answer to a case should be, as far as its checks say: values of equals, contains, icontains and
/// starts-with, and of lists of which any one is enough. Values that are templates are rendered where it is possible.
[[nodiscard]] QStringList expectedAnswers(const Experiment &experiment, const Case &aCase, TemplateEngine &templates);

/// The same as far as it is known without a script: of the templates only those are filled in that are one variable and nothing
/// else ("{{ label }}"); others are left out. A list in the checks of all cases, which names every label, counts only where
/// nothing else is expected. Fast; any thread.
[[nodiscard]] QStringList knownAnswers(const Experiment &experiment, const Case &aCase);

/// The value that a variable of a case really has, as text; nothing where it has none.
[[nodiscard]] std::optional<QString> variableText(const Experiment &experiment, const Case &aCase, const QString &name);

/// The value of the variable that a template consists of ("{{ label }}"); null where it is another one, or has none.
[[nodiscard]] QJsonValue onlyVariable(const QString &source, const QJsonObject &variables);

/// The checks whose value is a whole answer: equals, similar, levenshtein, rouge-n, bleu, gleu, meteor.
[[nodiscard]] const QStringList &wholeAnswerChecks();

/// The whole answers that a case's checks name (see wholeAnswerChecks()), rendered, each
/// once. What is not a text (an object, a list), and a template that fails, is left out.
[[nodiscard]] QStringList expectedTexts(const Experiment &experiment, const Case &aCase, TemplateEngine &templates);

/// Labels of a classification experiment: a list in the checks of all cases, else the choice that the prompt (or a variable of
/// all cases) offers when some case expects one of it, else what the cases expect. Empty when nothing looks like labels (more
/// than 24, or long ones).
[[nodiscard]] QStringList labelsOf(const Experiment &experiment, TemplateEngine &templates);

/// Index of the one label that a case expects; −1 when it expects none or several of them. Case is not looked at.
[[nodiscard]] int expectedLabel(const Experiment &experiment, const Case &aCase, const QStringList &labels,
                                TemplateEngine &templates);

} // namespace Tempera
