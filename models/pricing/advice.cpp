// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/pricing/advice.h"

#include "models/core/counted.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// Share of the answers that a cap on output shall not cut.
constexpr double uncutAnswers = 0.95;
constexpr double percentOfOne = 100;

/// What is saved between two costs of one job: their ends go with each other.
Cost differenceOf(const Cost &now, const Cost &then)
{
    if (!now.isKnown() || !then.isKnown())
        return Cost::unknown(now.reasons() | then.reasons());
    return Cost::between(now.low() - then.low(), now.high() - then.high(), now.reasons() | then.reasons());
}

/// Collects steps that save something.
class Adviser
{
public:
    Adviser(const JobCounts &counts, const JobQuestion &question, const AdviceFacts &facts)
        : m_counts(counts), m_question(question), m_facts(facts), m_now(jobFigures(counts, question))
    {
    }

    QList<Advice> list()
    {
        if (!m_now.standard.isKnown())
            return {};
        for (const PromptPiece &piece : m_facts.pieces)
            withoutPiece(piece);
        capOutput();
        cachePrefix();
        cacheResponses();
        add({.kind = AdviceKind::Batch, .tokens = m_now.requests}, m_now.batch);
        for (const OtherModel &other : m_facts.others)
            takeModel(other);
        std::ranges::stable_sort(m_list, std::ranges::greater(), [](const Advice &each) { return each.saves.middle(); });
        return m_list;
    }

private:
    void add(Advice advice, const Cost &then)
    {
        advice.saves = differenceOf(m_now.standard, then);
        if (!advice.saves.isKnown() || advice.saves.middle() <= Money())
            return;
        const double all = static_cast<double>(m_now.standard.middle().nano());
        advice.share = static_cast<double>(advice.saves.middle().nano()) / all;
        m_list += advice;
    }

    void withoutPiece(const PromptPiece &piece)
    {
        const JobFigures then = jobFigures(m_counts.shortenedBy(piece.tokens), m_question);
        add({.kind = AdviceKind::ShorterPrompt, .piece = piece, .tokens = piece.tokens}, then.standard);
    }

    /// Where answers are known: at the length that hardly any of them passes.
    void capOutput()
    {
        std::vector<std::int64_t> lengths;
        for (const JobAnswer &answer : m_question.output.answers)
            lengths.push_back(answer.outputTokens);
        if (lengths.size() < 2 || m_question.output.each)
            return;
        const std::int64_t cap = JobCounts(lengths).quantile(uncutAnswers);
        if (m_question.output.cap && cap >= *m_question.output.cap)
            return;
        JobQuestion capped = m_question;
        capped.output.cap = cap;
        for (JobAnswer &answer : capped.output.answers)
            answer.outputTokens = std::min(answer.outputTokens, cap);
        add({.kind = AdviceKind::OutputCap, .tokens = cap}, jobFigures(m_counts, capped).standard);
    }

    void cachePrefix()
    {
        JobQuestion cached = m_question;
        cached.sharedPrefix = std::max(m_question.sharedPrefix, m_facts.constantTokens);
        add({.kind = AdviceKind::PrefixCache, .tokens = cached.sharedPrefix}, jobFigures(m_counts, cached).cached);
    }

    void cacheResponses()
    {
        if (m_facts.equalRequests <= 0 || m_now.requests <= m_facts.equalRequests)
            return;
        // Those that are left out are taken for as long as the others.
        const Cost then = m_now.standard.scaled(m_now.requests - m_facts.equalRequests, m_now.requests);
        add({.kind = AdviceKind::ResponseCache, .tokens = m_facts.equalRequests}, then);
    }

    void takeModel(const OtherModel &other)
    {
        JobQuestion asked = m_question;
        asked.model = other.model;
        add({.kind = AdviceKind::SmallerModel,
             .model = other.model.title.isEmpty() ? other.model.model : other.model.title,
             .passRate = other.passRate,
             .passRateNow = m_facts.passRate},
            jobFigures(m_counts, asked).standard);
    }

    const JobCounts &m_counts;
    const JobQuestion &m_question;
    const AdviceFacts &m_facts;
    JobFigures m_now;
    QList<Advice> m_list;
};

QString promptPieceText(const PromptPiece &piece)
{
    switch (piece.kind) {
    case PromptPieceKind::Message:
        return QCoreApplication::translate("Advice", "message %1 (%2)").arg(QString::number(piece.number), roleName(piece.role));
    case PromptPieceKind::FewShotExample:
        return QCoreApplication::translate("Advice", "example %1 (“%2”)").arg(QString::number(piece.number), piece.beginning);
    case PromptPieceKind::RepeatedText: break;
    }
    return QCoreApplication::translate("Advice", "repeated text (“%1”)").arg(piece.beginning);
}

QString percentText(double share)
{
    return QString::number(std::lround(percentOfOne * share)) + u" %"_s;
}

QString modelAdviceText(const Advice &advice)
{
    if (!advice.passRate)
        return QCoreApplication::translate("Advice", "%1 instead; its answers were not checked yet").arg(advice.model);
    const QString now = advice.passRateNow ? percentText(*advice.passRateNow) : u"–"_s;
    return QCoreApplication::translate("Advice", "%1 instead; %2 of its answers passed their checks, %3 do now")
        .arg(advice.model, percentText(*advice.passRate), now);
}

} // namespace

QString adviceStepText(const Advice &advice)
{
    const QString number = QString::number(advice.tokens);
    switch (advice.kind) {
    case AdviceKind::ShorterPrompt:
        return counted(QCoreApplication::translate("Advice", "without %2: %1 token(s) less in each request", nullptr,
                                                   countForm(advice.tokens)),
                       advice.tokens)
            .arg(number, promptPieceText(advice.piece));
    case AdviceKind::OutputCap:
        return counted(QCoreApplication::translate("Advice",
                                                   "at most %1 token(s) of output, which 95 % of the answers do not pass",
                                                   nullptr, countForm(advice.tokens)),
                       advice.tokens)
            .arg(number);
    case AdviceKind::PrefixCache:
        return counted(QCoreApplication::translate(
                           "Advice",
                           "the %1 token(s) that are the same in all prompts first, so that the provider's cache has them",
                           nullptr, countForm(advice.tokens)),
                       advice.tokens)
            .arg(number);
    case AdviceKind::ResponseCache:
        return counted(QCoreApplication::translate("Advice", "%1 request(s) equal to others asked once", nullptr,
                                                   countForm(advice.tokens)),
                       advice.tokens)
            .arg(number);
    case AdviceKind::Batch: return QCoreApplication::translate("Advice", "as a batch, within a day");
    case AdviceKind::SmallerModel: break;
    }
    return modelAdviceText(advice);
}

QString adviceShareText(const Advice &advice)
{
    return percentText(advice.share);
}

QList<Advice> adviceFor(const JobCounts &counts, const JobQuestion &question, const AdviceFacts &facts)
{
    return Adviser(counts, question, facts).list();
}

QString adviceText(const Advice &advice)
{
    return QCoreApplication::translate("Advice", "%1 (%2) less: %3")
        .arg(costText(advice.saves), adviceShareText(advice), adviceStepText(advice));
}

} // namespace Tempera
