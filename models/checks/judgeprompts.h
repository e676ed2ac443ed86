// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/message.h"

namespace Tempera::JudgePrompts {

// What judges are asked. English, whatever the language of the window: the same judge must say the same everywhere.
// What comes from the experiment or from a model is between marks and is said to be data.

/// `llm-rubric`
[[nodiscard]] Messages rubric(const QString &answer, const QString &rubric);
/// `search-rubric`: the same, of facts that a judge looks up in the web.
[[nodiscard]] Messages searched(const QString &answer, const QString &rubric);
/// `g-eval`: one or several criteria.
[[nodiscard]] Messages criteria(const QString &question, const QString &answer, const QStringList &criteria);
/// `model-graded-closedqa`
[[nodiscard]] Messages closedQuestion(const QString &question, const QString &answer, const QString &criterion);
/// `factuality`
[[nodiscard]] Messages facts(const QString &question, const QString &answer, const QString &reference);

/// `select-best`: the answers have the numbers from 0.
[[nodiscard]] Messages best(const QStringList &answers, const QString &criterion);

/// `answer-relevance`: three questions that the answer would answer.
[[nodiscard]] Messages questions(const QString &answer);

/// `context-recall`: for each sentence of a text, whether the context says it.
[[nodiscard]] Messages recalled(const QString &context, const QString &expected);
/// `context-relevance`: for each part of the context, whether the question needs it.
[[nodiscard]] Messages needed(const QString &query, const QStringList &parts);
/// `context-faithfulness`: for each statement of the answer, whether the context supports it.
[[nodiscard]] Messages supported(const QString &query, const QString &answer, const QString &context);
/// `conversation-relevance`: for each answer of a conversation, whether it fits; `window`: so many exchanges at a time count.
[[nodiscard]] Messages fitting(const Messages &turns, int window);

/// JSON schemas of the replies.
[[nodiscard]] QString verdictSchema();
[[nodiscard]] QString criteriaSchema();
[[nodiscard]] QString factsSchema();
[[nodiscard]] QString bestSchema();
[[nodiscard]] QString questionsSchema();
[[nodiscard]] QString itemsSchema();

} // namespace Tempera::JudgePrompts
