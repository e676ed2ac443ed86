// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/stats/extraction.h"

namespace Tempera {

FieldCounts &FieldCounts::operator+=(const FieldCounts &other)
{
    right += other.right;
    wrong += other.wrong;
    missing += other.missing;
    invented += other.invented;
    return *this;
}

void FieldSums::add(const FieldCounts &ofCase)
{
    m_counts += ofCase;
    m_accuracy.add(ofCase.right, ofCase.all());
    m_precision.add(ofCase.right, ofCase.given());
    m_recall.add(ofCase.right, ofCase.expected());
    m_jaccard.add(ofCase.right, ofCase.given() + ofCase.expected() - ofCase.right);
}

FieldFigures FieldSums::figures(double confidence) const
{
    FieldFigures figures;
    figures.accuracy = rateEstimate(m_accuracy, confidence);
    figures.metrics.precision = rateEstimate(m_precision, confidence);
    figures.metrics.recall = rateEstimate(m_recall, confidence);
    if (const std::optional<IntervalEstimate> jaccard = rateEstimate(m_jaccard, confidence))
        figures.metrics.f1 = IntervalEstimate{f1OfJaccard(jaccard->value),
                                              {f1OfJaccard(jaccard->interval.low), f1OfJaccard(jaccard->interval.high)}};
    return figures;
}

} // namespace Tempera
