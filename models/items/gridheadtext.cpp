// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/gridheadtext.h"

#include "models/compare/filtermatching.h"
#include "models/items/celltext.h"
#include "models/items/sharetext.h"
#include "models/stats/statssentences.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <chrono>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

class GridHeadWords
{
    Q_DECLARE_TR_FUNCTIONS(GridHead)
public:
    GridHeadWords(const GridFigures &figures, const GridFigures *baseline, bool isBaseline)
        : m_figures(figures), m_baseline(baseline), m_isBaseline(isBaseline)
    {
    }

    [[nodiscard]] QString rate() const;
    [[nodiscard]] QString costAndTime() const;

private:
    /// " (−12)", where both are known.
    [[nodiscard]] static QString difference(const QString &text) { return u" (%1)"_s.arg(text); }
    [[nodiscard]] QString costDifference() const;
    [[nodiscard]] QString timeDifference(std::chrono::microseconds median) const;

    const GridFigures &m_figures;
    const GridFigures *m_baseline = nullptr;
    bool m_isBaseline = false;
};

QString signedTime(std::chrono::microseconds by)
{
    return (by.count() < 0 ? u"−"_s : u"+"_s) + CellText::duration(std::chrono::abs(by));
}

double passShare(const GridFigures &figures)
{
    const PassCount rate = passRate(figures);
    return static_cast<double>(rate.passed) / rate.of;
}

QString GridHeadWords::rate() const
{
    QStringList parts;
    const PassCount rate = passRate(m_figures);
    if (rate.of > 0) {
        parts += tr("%1 pass (%2 of %3)")
                     .arg(ShareText::percent(passShare(m_figures)), CellText::number(rate.passed), CellText::number(rate.of));
        if (const auto interval = m_figures.passInterval())
            parts += tr("%1 … %2 %", "from … to percent")
                         .arg(QLocale().toString(100 * interval->interval.low, 'f', 0),
                              QLocale().toString(100 * interval->interval.high, 'f', 0));
        if (m_baseline && passRate(*m_baseline).of > 0)
            parts.first() +=
                difference(tr("%1 points").arg(signedFigure(100 * (passShare(m_figures) - passShare(*m_baseline)), 1)));
    } else {
        parts += m_figures.finished > 0 ? tr("not checked") : tr("not run");
    }
    if (m_isBaseline)
        parts += tr("baseline");
    else if (m_figures.better + m_figures.worse > 0)
        parts += tr("%1 better, %2 worse").arg(CellText::number(m_figures.better), CellText::number(m_figures.worse));
    return parts.join(u" · "_s);
}

/// Only of costs that are known as a whole: what is unknown is no difference.
QString GridHeadWords::costDifference() const
{
    if (!m_baseline || m_baseline->finished == 0 || m_figures.unknownCosts + m_baseline->unknownCosts > 0)
        return {};
    const double dollars = m_figures.cost.dollars() - m_baseline->cost.dollars();
    return dollars == 0 ? QString() : difference(signedFigure(dollars, std::abs(dollars) < 0.1 ? 4 : 2));
}

QString GridHeadWords::timeDifference(std::chrono::microseconds median) const
{
    const auto before = m_baseline ? m_baseline->medianTime() : std::nullopt;
    if (!before)
        return {};
    const std::chrono::microseconds by = median - *before;
    return by.count() == 0 ? QString() : difference(signedTime(by));
}

QString GridHeadWords::costAndTime() const
{
    QStringList parts;
    if (m_figures.finished > 0) {
        const QString cost = moneyText(m_figures.cost);
        parts += m_figures.unknownCosts == 0 ? cost + costDifference()
                                             : tr("%1 + %2 unknown").arg(cost, CellText::number(m_figures.unknownCosts));
    }
    if (const auto median = m_figures.medianTime())
        parts += tr("median %1").arg(CellText::duration(*median)) + timeDifference(*median);
    return parts.join(u" · "_s);
}

} // namespace

QString cellDifferenceText(const CellSummary &cell, const CellSummary &baseline)
{
    QStringList parts;
    if (const std::optional<double> score = scoreDelta(cell, &baseline); score && *score != 0)
        parts += QCoreApplication::translate("GridHead", "Δ score %1").arg(signedFigure(*score, 2));
    if (cell.cost() && baseline.cost() && cell.cost() != baseline.cost()) {
        const double dollars = cell.cost()->dollars() - baseline.cost()->dollars();
        parts += u"$"_s + signedFigure(dollars, std::abs(dollars) < 0.1 ? 4 : 2);
    }
    if (cell.total() && baseline.total() && cell.total() != baseline.total())
        parts += signedTime(*cell.total() - *baseline.total());
    return parts.join(u" · "_s);
}

QString gridHeadText(const QString &title, const GridFigures &figures, const GridFigures *baseline, bool isBaseline)
{
    const GridHeadWords words(figures, baseline, isBaseline);
    return title + u'\n' + words.rate() + u'\n' + words.costAndTime();
}

} // namespace Tempera
