// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/checks/check.h"
#include "models/experiment/checkparts.h"
#include "models/experiment/experiment.h"

namespace Tempera {

/// An answer that is to be graded, and all that checks may see of where it comes from.
struct GradingInput {
    Cell cell;               ///< No check looks at its trace.
    QList<CheckSpec> checks; ///< With the parts of sets behind them, see withSetsOpened().
    Variables variables;     ///< As they are said; see askedVariables().
    std::optional<double> threshold = {};
    QJsonObject test = {};               ///< The case's `description` and `metadata`.
    QJsonObject options = {};            ///< The case's `options`, over those of the default case.
    QJsonObject environment = {};        ///< What templates see as `env`.
    QMap<QString, QString> filters = {}; ///< And their filters; see TemplateEngine::setFilters().
    Limits limits = {};                  ///< Of each check; their `stop` ends the whole.
    QMap<QString, QString> scripts = {}; ///< Experiment::scripts.
    QString scoring = {}; ///< The case's assertScoringFunction: "file://a.js:name", or the function itself; empty = none.
    std::optional<double> meanLogProbability = {}; ///< Of the answer's tokens, in nats; nothing = not known.
    bool answerIsData = false;                     ///< The cell's text is the JSON of a value that a transform made.
    QStringList row = {};       ///< All answers to the case, for a check that compares them; empty = they are not all there.
    bool valuesAreText = false; ///< takesDataAsText(): no value holds a template of other variables.
};

/// What a check of an answer asks of a judge.
struct AskedCheck {
    qsizetype check = 0; ///< Its index in GradingInput::checks.
    JudgeQuestion question;
};

/// What can be said of an answer without asking anybody.
struct GradingDraft {
    Verdicts verdicts; ///< One a check; NotEvaluated where a judge is still to be asked.
    QList<AskedCheck> asked;
};

/// Carries out all checks that ask nobody, and puts the questions of the others. Pure; any thread; ends soon after
/// `limits.stop` says so: what was not carried out until then is NotEvaluated. A check that throws is that check's error.
[[nodiscard]] GradingDraft draftGrade(const GradingInput &input);

/// What was replied: words, or the vectors of what was asked.
struct JudgeWords {
    QString text;
    EmbeddingList vectors = {};
};
/// What a judge's reply to the question of a check means. Pure; any thread. `use` says what the asking used.
[[nodiscard]] Verdict verdictOfReply(const GradingInput &input, qsizetype check, const JudgeWords &reply, const JudgeUse &use);
/// What a model for embeddings is still to be asked when a judge has replied; nothing = verdictOfReply() is next. Pure; any thread.
[[nodiscard]] std::optional<Result<JudgeQuestion>> followUpOf(const GradingInput &input, qsizetype check, const QString &reply);
/// The verdict of an earlier grading on the same question, with the weight, threshold and "not-" of now.
[[nodiscard]] Verdict verdictAgain(const GradingInput &input, qsizetype check, const Verdict &earlier);
/// The verdict of a check that could not be carried out.
[[nodiscard]] Verdict brokenVerdict(const CheckSpec &check, const QString &why);
/// The verdict of a check that was not carried out.
[[nodiscard]] Verdict missingVerdict(const CheckSpec &check, const QString &why);

/// All verdicts together.
[[nodiscard]] Grade gradeOf(const Verdicts &verdicts, std::optional<double> threshold);

/// The verdicts of a set's parts become one, that of the set, which lists them.
[[nodiscard]] Verdicts withSetsJoined(const QList<CheckSpec> &checks, const Verdicts &verdicts);

/// The grade of an answer by the verdicts on all of its checks, sets joined; a scoring function has the last word, and a verdict of
/// its own. Runs a script where there is one; any thread.
[[nodiscard]] Grade gradeOf(const GradingInput &input, const Verdicts &verdicts);

/// Carries out one check, whatever it throws.
[[nodiscard]] Finding runGuarded(const Check &check, const CheckInput &input);

/// Carries out checks on a finished cell without asking anybody. Pure; any thread.
/// `variables` are rendered into the checks' values ("equals: {{ expected }}").
[[nodiscard]] Grade gradeCell(const Cell &cell, const QList<CheckSpec> &checks, const Variables &variables,
                              std::optional<double> threshold);

/// Fills the variables into the names of metrics; one that is no template stays as it is. May take as long as a template.
void renderMetrics(QList<CheckSpec> &checks, const Variables &variables);

/// Whether a check asks a model, for a judgement or for vectors.
[[nodiscard]] bool asksJudge(const QString &type);

} // namespace Tempera
