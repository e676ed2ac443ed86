// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/counted.h"
#include "models/items/celltext.h"
#include "models/items/liveestimate.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// "40 × 3 × 2 = ": cases, prompts, variants and repeats of which there are several; empty where the cells are not all of them.
QString cellProduct(const Experiment &experiment, qsizetype cells)
{
    QStringList factors;
    qsizetype product = 1;
    for (const qsizetype factor : {std::max<qsizetype>(1, experiment.cases.size()), experiment.prompts.size(),
                                   experiment.variants.size(), qsizetype(experiment.repeat)}) {
        product *= factor;
        if (factor > 1)
            factors += CellText::number(factor);
    }
    return product == cells && factors.size() > 1 ? factors.join(u" × "_s) + u" = "_s : QString();
}

} // namespace

/// "likely $0.42 ($0.10–$1.30) · about 4 min"
QString LiveEstimate::costAndTime(const QString &timeLeft) const
{
    const QString range = m_total.low ? costEstimateText(m_total) : QCoreApplication::translate("CellText", "cost unknown");
    QString text = m_likelyCost && m_total.low != m_total.high ? tr("likely %1 (%2)").arg(m_likelyCost->text(), range) : range;
    if (!timeLeft.isEmpty())
        text += u" · "_s + timeLeft;
    else if (const std::optional<std::chrono::microseconds> time = likelyTime())
        text += u" · "_s + tr("about %1", "how long a run takes").arg(CellText::timeLeft(*time));
    return text;
}

QString LiveEstimate::text(const QString &timeLeft) const
{
    // Counts and costs of nothing would look like those of a run.
    const bool isRunnable = std::ranges::any_of(m_planned, &Planned::runnable);
    if (m_problem && m_problem->kind != ErrorKind::Usage && !isRunnable)
        return errorMessage(*m_problem);
    if (m_cells == 0)
        return tr("Nothing to run yet");
    QStringList parts;
    parts += cellProduct(m_estimated, m_cells)
             + counted(tr("%1 cell(s)", nullptr, countForm(m_cells)), m_cells).arg(CellText::number(m_cells));
    if (!m_isKnown || !m_counter) {
        if (!timeLeft.isEmpty())
            parts += timeLeft;
        else if (m_counter)
            parts += tr("counting tokens…");
        return parts.join(u" | "_s);
    }
    parts += costAndTime(timeLeft);
    const QString sign = m_total.exactness == Exactness::Estimate || m_isOld ? u"≈"_s : QString();
    const std::int64_t input = m_total.inputTokens;
    QString tokens = sign + counted(tr("%1 token(s) in", nullptr, countForm(input)), input).arg(CellText::number(input));
    if (m_total.maxOutput)
        tokens += u" · "_s + tr("≤ %1 out").arg(CellText::number(*m_total.maxOutput));
    parts += tokens;
    return parts.join(u" | "_s);
}

} // namespace Tempera
