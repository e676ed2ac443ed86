// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/compare/gridfigures.h"
#include "models/compare/scoresheet.h"
#include "models/core/celltable.h"

#include <QList>
#include <QStringList>

#include <map>
#include <memory>
#include <utility>

namespace Tempera {

/// Results of another run, or of a file, that a run is compared with.
struct BaselineRun {
    QString name;                    ///< "run of 04:05", "nightly.json"
    Experiment experiment;           ///< As it was when they were made.
    CellTable cells;                 ///< By key.
    bool isFile = false;             ///< A file tells less: see BaselineMatch.
    QList<int> casesOfNoChecks = {}; ///< Of these it does not say what was checked.
    QStringList remarks = {};        ///< What is to be known of where they come from; whole sentences, translated.
};

/// How far two runs can be compared.
struct Comparability {
    int shared = 0;   ///< Cases with equal values and equal checks: these are compared.
    int onlyHere = 0; ///< Cases of the shown run that the baseline has not; left out, as the next two.
    int onlyThere = 0;
    int otherChecks = 0;             ///< Cases with equal values that were asked other things: their scores mean other things.
    int otherPrompts = 0;            ///< Compared although the prompt is another text: that is the question, then.
    int otherSettings = 0;           ///< The same of the variant: another model or other settings.
    int unknownChecks = 0;           ///< Compared although the baseline does not say what was checked.
    QStringList columnsLeftOut = {}; ///< Prompts × variants that the baseline has no counterpart of.

    [[nodiscard]] bool isComparable() const { return shared > 0; }
    [[nodiscard]] bool isExact() const
    {
        return onlyHere + onlyThere + otherChecks + otherPrompts + otherSettings + unknownChecks == 0 && columnsLeftOut.isEmpty();
    }
    bool operator==(const Comparability &) const = default;
};

/// Which cases, prompts and variants of a run belong to which of its baseline. Takes time with the cases: not for the GUI thread.
class BaselineMatch
{
public:
    BaselineMatch() = default;
    /// Cases belong together by their values, whatever they are called and in whatever order; of equal ones the first to the
    /// first. Prompts and variants do where they are equal, else by their names, else where there is only one of them on both
    /// sides.
    BaselineMatch(const Experiment &ran, const Experiment &baseline);
    /// The same. Of a file, cases whose checks it does not have belong together too, and whether texts of checks were taken as
    /// templates, which files do not say, makes no difference.
    BaselineMatch(const Experiment &ran, const BaselineRun &baseline);

    /// The case of the run that a case of the baseline is compared with; −1: it is left out.
    [[nodiscard]] int caseHere(int caseThere) const { return m_casesHere.value(caseThere, -1); }
    /// How many cases the baseline has, those that are left out included.
    [[nodiscard]] int casesThere() const { return static_cast<int>(m_casesHere.size()); }
    /// Index in the baseline; −1: it has none.
    [[nodiscard]] int promptThere(int promptHere) const { return m_prompts.value(promptHere, -1); }
    [[nodiscard]] int variantThere(int variantHere) const { return m_variants.value(variantHere, -1); }
    /// Of cases, prompts and variants; putBaselineFirst() adds the columns.
    [[nodiscard]] const Comparability &comparability() const { return m_comparability; }
    [[nodiscard]] bool isOtherPrompt(int promptHere) const { return m_otherPrompts.contains(promptHere); }
    [[nodiscard]] bool hasOtherSettings(int variantHere) const { return m_otherVariants.contains(variantHere); }

private:
    BaselineMatch(const Experiment &ran, const Experiment &baseline, const BaselineRun *file);
    void matchCases(const Experiment &ran, const Experiment &baseline, const BaselineRun *file);

    QList<int> m_casesHere;
    QList<int> m_otherPrompts; ///< Before those whose making fills them.
    QList<int> m_otherVariants;
    QList<int> m_prompts;
    QList<int> m_variants;
    Comparability m_comparability;
};

/// Which column of the baseline each column of a run is compared with: prompt and variant here → there.
using BaselineCounterparts = std::map<std::pair<int, int>, std::pair<int, int>>;

/// A sheet with another run's columns in it.
struct BaselineJoined {
    Comparability comparability;
    BaselineCounterparts counterparts; ///< Those without one are left out.
};

/// Puts the columns of the baseline before those of the sheet, which are compared with them and no more with each other; what the
/// baseline's results are of other cases is left out. Says how far they could be compared.
[[nodiscard]] BaselineJoined putBaselineFirst(ScoreSheet &sheet, const BaselineRun &baseline, const BaselineMatch &match);

/// What the cells of the baseline's counterpart come to, by prompt and variant of the run that is compared, over the cases that both
/// have.
using BaselineFigures = std::map<std::pair<int, int>, GridFigures>;
[[nodiscard]] BaselineFigures baselineFigures(const BaselineRun &baseline, const BaselineMatch &match,
                                              const BaselineCounterparts &counterparts);

/// "Compared with run of 04:05: 100 cases are the same. Left out: 20 only here …", or why nothing can be compared. Translated.
[[nodiscard]] QString comparabilityText(const QString &baseline, const Comparability &comparability);

} // namespace Tempera
