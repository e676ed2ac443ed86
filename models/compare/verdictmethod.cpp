// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The page "How this was computed".

#include "models/compare/verdicttexts.h"
#include "models/core/counted.h"
#include "models/stats/statssentences.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// Says what was done, each part where it was done.
class MethodPage
{
    Q_DECLARE_TR_FUNCTIONS(VerdictTexts)
public:
    explicit MethodPage(const VerdictReport &report) : m_report(report), m_settings(report.question.settings) { }

    [[nodiscard]] QString text() const;

private:
    [[nodiscard]] QString measure() const;
    [[nodiscard]] QString rates() const;
    [[nodiscard]] QString pair(const ComparedPair &pair) const;
    [[nodiscard]] QString pairTest(const PairVerdict &verdict) const;
    [[nodiscard]] QString pairInterval(const PairVerdict &verdict) const;
    [[nodiscard]] QString equality() const;
    [[nodiscard]] QString correction() const;
    [[nodiscard]] QString needed() const;
    [[nodiscard]] QString repeats() const;
    [[nodiscard]] QString ranking() const;
    [[nodiscard]] QString chance() const;

    [[nodiscard]] QString title(int contender) const
    {
        return contenderTitle(m_report.contenders.at(static_cast<std::size_t>(contender)));
    }

    const VerdictReport &m_report;
    const VerdictSettings &m_settings;
};

QString methodNumber(double value, int digits = 4)
{
    return QLocale().toString(value, 'g', digits);
}

QString methodCount(std::int64_t count)
{
    return QLocale().toString(static_cast<qlonglong>(count));
}

QString MethodPage::text() const
{
    QStringList parts{measure(), rates()};
    for (const ComparedPair &each : m_report.pairs)
        parts += pair(each);
    parts += {equality(), correction(), needed(), repeats(), ranking(), chance()};
    parts.removeAll(QString());
    return parts.join(u"\n\n"_s) + u'\n';
}

QString MethodPage::measure() const
{
    const QString what =
        m_report.measure == ScoreMeasure::Score
            ? tr("Compared are scores: the weighted mean of a case's checks, as the grid's differences are. An answer that no "
                 "check scored is left out.")
            : tr("Compared is whether all checks passed (1) or not (0). A request that failed counts as not passed.");
    return tr("What is compared") + u'\n' + what + u' '
           + tr("Repeats of a case are averaged first: they are not independent, so that a case counts once.");
}

QString MethodPage::rates() const
{
    QStringList lines;
    for (const ReportedContender &each : m_report.contenders) {
        if (each.passRate)
            lines += u"%1: %2 % (%3 … %4 %)"_s.arg(contenderTitle(each), methodNumber(100 * each.passRate->value),
                                                   methodNumber(100 * each.passRate->interval.low),
                                                   methodNumber(100 * each.passRate->interval.high));
    }
    if (lines.isEmpty())
        return {};
    return tr("Pass rates") + u'\n'
           + tr("Wilson's interval (JASA 22, 1927): (p + z²/2n ± z·√(p(1−p)/n + z²/4n²)) / (1 + z²/n), confidence %1 %. With "
                "repeats n is the number of independent answers that would scatter as the cases do, "
                "SE² = Σ_cases(Σ_repeats(s − mean))²/n², and z is Student's quantile (Liang, Zeger 1986; Korn, Graubard 1998).")
                 .arg(methodNumber(100 * m_settings.confidence))
           + u'\n' + lines.join(u'\n');
}

QString MethodPage::pairTest(const PairVerdict &verdict) const
{
    if (verdict.method == PairMethod::McNemar)
        return tr("Test: exact McNemar (Psychometrika 12, 1947), p = min(1, 2·P(X ≤ min(better, worse))), X binomial over the "
                  "cases that differ with probability ½.");
    return tr("Test: sign flips of the differences (Fisher 1935, §21; Phipson, Smyth 2010), p = (1 + hits)/(1 + flips) over %1 "
              "random sign patterns, or all there are where they are fewer; from 2,000 cases on Σd/√Σd² is taken as normal.")
        .arg(methodCount(m_settings.flips));
}

QString MethodPage::pairInterval(const PairVerdict &verdict) const
{
    if (verdict.method == PairMethod::McNemar)
        return tr("Interval: of the difference of paired rates, by Tango's score (Statistics in Medicine 17, 1998, eq. 11).");
    if (verdict.counts.cases() > m_settings.bootstrapCases)
        return tr("Interval: Student's, of the mean difference over cases; over %1 cases it is the bootstrap's.")
            .arg(methodCount(m_settings.bootstrapCases));
    return tr("Interval: smoothed bootstrap over cases (Hesterberg, arXiv 1411.5279, §4), %1 resamples.")
        .arg(methodCount(m_settings.resamples));
}

QString MethodPage::pair(const ComparedPair &pair) const
{
    const PairVerdict &verdict = pair.verdict;
    QStringList lines{tr("%1 against %2").arg(title(pair.second), title(pair.first))};
    lines += pairSentence(verdict, title(pair.first), title(pair.second));
    lines += tr("Cases: %1 better, %2 worse, %3 equal, %4 left out. Mean difference %5.")
                 .arg(methodCount(verdict.counts.better), methodCount(verdict.counts.worse), methodCount(verdict.counts.tied),
                      methodCount(verdict.leftOut), signedFigure(verdict.difference, 4));
    if (!verdict.pValue) {
        if (verdict.counts.cases() > 0)
            lines +=
                tr("Scores of fewer than %1 cases say nothing, so no test was made.").arg(methodCount(m_settings.fewestCases));
        return lines.join(u'\n');
    }
    lines +=
        pairTest(verdict) + u' '
        + (m_report.correction == Correction::None ? tr("p = %1.") : tr("p = %1, corrected.")).arg(methodNumber(*verdict.pValue));
    lines += pairInterval(verdict);
    if (verdict.equalPValue)
        lines += tr("Equality: p = %1.").arg(methodNumber(*verdict.equalPValue));
    lines += tr("Better or worse is said where p ≤ %1 and the interval is on one side of 0.")
                 .arg(methodNumber(1 - m_settings.confidence));
    if (const QString visible = visibleSentence(verdict); !visible.isEmpty())
        lines += visible + u'.';
    return lines.join(u'\n');
}

QString MethodPage::equality() const
{
    if (!m_report.question.asksForEquality())
        return tr("Equality") + u'\n'
               + tr("Not asked: set the difference below which two columns are as good as equal. “Not decided” is not “equal”.");
    return tr("Equality") + u'\n'
           + tr("Two one-sided tests (Schuirmann 1987) at a margin of %1 % of the range of the scores: equal is said where both "
                "“the difference is the margin or more” and “minus the margin or less” are refused at %2.")
                 .arg(methodNumber(100 * *m_settings.margin), methodNumber(1 - m_settings.confidence));
}

QString MethodPage::correction() const
{
    const QString title = tr("Several pairs") + u'\n';
    switch (m_report.correction) {
    case Correction::None: return {};
    case Correction::Holm:
        return title
               + tr(
                   "Holm's correction (Scandinavian Journal of Statistics 6, 1979): sorted p-values are multiplied by the number of "
                   "pairs left and never fall, so that a difference that is none is called with at most the one chance. Intervals "
                   "are those of each pair alone.");
    case Correction::BenjaminiHochberg:
        return title
               + tr(
                   "Benjamini and Hochberg's correction (JRSS B 57, 1995), as there are more than ten pairs: of the differences that "
                   "are called, at most that share is none on average. Intervals are those of each pair alone.");
    }
    return {};
}

QString MethodPage::needed() const
{
    if (m_report.pairs.empty())
        return {};
    return tr("Cases that are needed") + u'\n'
           + tr("n = (z_{α/2} + z_β)²·Var(d)/δ² (Miller, arXiv 2411.00640), with power %1 and δ = %2 % of the range of the scores, "
                "rounded up to two digits.")
                 .arg(methodNumber(m_settings.power), methodNumber(100 * m_settings.interesting));
}

QString MethodPage::repeats() const
{
    const QStringList lines = repeatLines(m_report);
    if (lines.isEmpty())
        return {};
    return tr("Repeats") + u'\n'
           + tr(
               "At least one of k: 1 − C(n−c, k)/C(n, k) (Chen et al., arXiv 2107.03374, eq. 1); all of k: C(c, k)/C(n, k) (Yao et "
               "al., arXiv 2406.12045), c of n repeats passed; the mean over cases ± Student's quantile × SE. Both are unbiased; "
               "the pass rate to the power of k would not be.")
           + u'\n' + lines.join(u'\n');
}

QString MethodPage::ranking() const
{
    if (!m_report.ranking)
        return {};
    return tr("Ranking") + u'\n'
           + tr("Bradley and Terry's strengths (Biometrika 39, 1952), P(i beats j) = 1/(1 + e^(s_j − s_i)), fitted by Hunter's "
                "minorisation (2004), a tie half a win to both; scatter over %1 resamples of the cases. Ranks are said as bands: a "
                "column is placed above another only where their difference is decided (normal, Holm over all pairs).")
                 .arg(methodCount(m_report.rankingResamples))
           + u'\n' + rankingLine(m_report);
}

QString MethodPage::chance() const
{
    return tr("Chance") + u'\n'
           + tr("Resamples are drawn by a 64-bit Mersenne Twister from seed %1, one more for each next pair: the same results "
                "give the same figures.")
                 .arg(m_report.question.seed);
}

} // namespace

QString howComputed(const VerdictReport &report)
{
    return MethodPage(report).text();
}

} // namespace Tempera
