// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace Tempera {

// How much two texts have in common, by their words: 0 (nothing) to 1 (the same). All are pure and take time in proportion to the
// texts, but METEOR, which takes the product of their lengths.

/// ROUGE-1: the F-measure of the words that both have, each counted as often as in the text that has fewer of it (Lin 2004).
/// Words as the Penn Treebank divides them, in any case.
[[nodiscard]] double rougeScore(const QString &candidate, const QString &reference);

/// BLEU-4 (Papineni and others 2002): words between spaces, in any case; orders of which the candidate has no n-gram are left out, an
/// order without a hit counts as 1e-7. 0 for an empty candidate; there is at least one reference.
[[nodiscard]] double bleuScore(const QString &candidate, const QStringList &references);

/// GLEU (Wu and others 2016): the lesser of precision and recall over all n-grams of 1 to 4 words; the best reference counts.
[[nodiscard]] double gleuScore(const QString &candidate, const QStringList &references);

/// The three weights of METEOR.
struct MeteorWeights {
    double alpha = 0.9; ///< Of precision against recall.
    double beta = 3;    ///< Exponent of the fragmentation.
    double gamma = 0.5; ///< Most that fragmentation takes away.
};

/// METEOR (Banerjee and Lavie 2005) with its stages "exact" and "stem" (Porter). There is no stage of synonyms, which takes a
/// dictionary: texts that agree by synonyms score lower than with one. The best reference counts.
[[nodiscard]] double meteorScore(const QString &candidate, const QStringList &references, const MeteorWeights &weights = {});

/// Comparisons of words that meteorScore() may take.
[[nodiscard]] double meteorSteps(const QString &candidate, const QStringList &references);

} // namespace Tempera
