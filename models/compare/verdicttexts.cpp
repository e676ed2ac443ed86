// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/compare/verdicttexts.h"

#include "models/core/counted.h"
#include "models/stats/statssentences.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

class VerdictWords
{
    Q_DECLARE_TR_FUNCTIONS(VerdictTexts)
public:
    explicit VerdictWords(const VerdictReport &report) : m_report(report) { }

    [[nodiscard]] QString headline() const;
    [[nodiscard]] QString ranking() const;
    [[nodiscard]] QStringList repeats() const;

private:
    [[nodiscard]] QString title(int contender) const
    {
        return contenderTitle(m_report.contenders.at(static_cast<std::size_t>(contender)));
    }
    /// The letter alone where it says which is meant: under two prompts one variant stands twice.
    [[nodiscard]] QString shortest(int contender) const
    {
        const QString letter = m_report.contenders.at(static_cast<std::size_t>(contender)).mark.text;
        const auto has = [&](const ComparedPair &pair) {
            return m_report.contenders.at(static_cast<std::size_t>(pair.second)).mark.text == letter;
        };
        return std::ranges::count_if(m_report.pairs, has) == 1 ? letter : title(contender);
    }
    [[nodiscard]] QString decided(PairDecision decision, const QString &text) const;

    const VerdictReport &m_report;
};

QString shareWithInterval(const IntervalEstimate &estimate)
{
    const auto percent = [](double share) { return QLocale().toString(100 * share, 'f', 0); };
    return u"%1 % (%2 … %3 %)"_s.arg(percent(estimate.value), percent(estimate.interval.low), percent(estimate.interval.high));
}

/// "B, C: better than the baseline"; empty where it is said of none.
QString VerdictWords::decided(PairDecision decision, const QString &text) const
{
    QStringList letters;
    for (const ComparedPair &pair : m_report.pairs) {
        if (pair.verdict.decision == decision)
            letters += shortest(pair.second);
    }
    return letters.isEmpty() ? QString() : u"%1: %2"_s.arg(letters.join(u", "_s), text);
}

QString VerdictWords::headline() const
{
    if (m_report.contenders.empty())
        return tr("Nothing has been run yet.");
    if (m_report.contenders.size() == 1)
        return tr("One column: add a variant, or choose an earlier run as the baseline, to compare it with.");
    const auto isScored = [](const ComparedPair &pair) { return pair.verdict.counts.cases() > 0; };
    if (std::ranges::none_of(m_report.pairs, isScored))
        return tr("No case has a result of two columns yet. Checks give answers the scores that are compared.");
    if (m_report.pairs.size() == 1)
        return pairSentences(m_report).constFirst();
    QStringList parts{decided(PairDecision::SecondBetter, tr("better than the baseline")),
                      decided(PairDecision::FirstBetter, tr("worse than the baseline")),
                      decided(PairDecision::EqualEnough, tr("equal to the baseline")),
                      decided(PairDecision::NotDecided, tr("not decided")),
                      decided(PairDecision::TooFewCases, tr("too few cases"))};
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

QString VerdictWords::ranking() const
{
    if (!m_report.ranking)
        return {};
    QStringList places;
    QStringList names;
    for (const ReportedContender &each : m_report.contenders)
        names += contenderTitle(each);
    for (const RankedVariant &each : m_report.ranking->variants) {
        const QString rank = each.bestRank == each.worstRank
                                 ? QLocale().toString(each.bestRank)
                                 : u"%1–%2"_s.arg(QLocale().toString(each.bestRank), QLocale().toString(each.worstRank));
        places += tr("%1 rank %2", "a variant and its rank, or the ranks that it may have").arg(title(each.variant), rank);
    }
    return tr("Ranking: %1; %2").arg(places.join(u", "_s), rankingSentence(*m_report.ranking, names));
}

QStringList VerdictWords::repeats() const
{
    QStringList lines;
    for (const RepeatedPasses &each : m_report.repeated)
        lines += tr("%1: of %2 answers at least one passes in %3 of the cases, all pass in %4")
                     .arg(title(each.contender), QLocale().toString(each.k), shareWithInterval(each.anyOfK.mean),
                          shareWithInterval(each.allOfK.mean));
    return lines;
}

} // namespace

QString contenderTitle(const ReportedContender &contender)
{
    return u"%1 · %2"_s.arg(contender.mark.text, contender.name);
}

QString verdictHeadline(const VerdictReport &report)
{
    return VerdictWords(report).headline();
}

QStringList pairSentences(const VerdictReport &report)
{
    QStringList sentences;
    for (const ComparedPair &pair : report.pairs)
        sentences += pairSentence(pair.verdict, contenderTitle(report.contenders.at(static_cast<std::size_t>(pair.first))),
                                  contenderTitle(report.contenders.at(static_cast<std::size_t>(pair.second))));
    return sentences;
}

QString rankingLine(const VerdictReport &report)
{
    return VerdictWords(report).ranking();
}

QStringList repeatLines(const VerdictReport &report)
{
    return VerdictWords(report).repeats();
}

} // namespace Tempera
