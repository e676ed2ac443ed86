// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/common/valueslider.h"

#include <QSignalBlocker>

#include <algorithm>
#include <array>
#include <cmath>

namespace Tempera {
namespace {

/// 1 to 10, then what people write of each decade: 12, 15, 20, 25, 30, 40 …
QList<double> logarithmicStops(double most)
{
    constexpr std::array Decade{1.0, 1.2, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0};
    QList<double> stops;
    for (double decade = 1; decade <= most; decade *= 10) {
        for (const double mantissa : Decade) {
            const double stop = std::floor(decade * mantissa);
            if (stop <= most && (stops.isEmpty() || stop > stops.constLast()))
                stops += stop;
        }
        if (decade == 1)
            stops = {1, 2, 3, 4, 5, 6, 7, 8, 9};
    }
    return stops;
}

QList<double> evenStops(double least, double most, double step)
{
    QList<double> stops;
    const auto count = static_cast<int>(std::lround(most / step));
    for (int i = 0; i <= count; ++i) {
        // Whole numbers divided are the numbers that one would type.
        const double stop = std::round(i * step * 1e6) / 1e6;
        if (stop >= least)
            stops += stop;
    }
    return stops;
}

} // namespace

ValueSlider::ValueSlider(const NumberFacts &range, QWidget *parent) : QSlider(Qt::Horizontal, parent), m_range(range)
{
    constexpr double All = 0;
    m_stops = range.logarithmic ? logarithmicStops(range.sliderMost) : evenStops(range.least, range.sliderMost, range.step);
    if (range.logarithmic)
        m_stops += All;
    setRange(0, static_cast<int>(m_stops.size()) - 1);
    setPageStep(std::max(1, static_cast<int>(m_stops.size()) / 10));
    connect(this, &QSlider::valueChanged, this, [this](int place) { Q_EMIT moved(m_stops.at(place)); });
}

void ValueSlider::showValue(std::optional<double> value)
{
    const double shown = value.value_or(m_range.without.value_or(m_range.first));
    const bool isAll = m_range.logarithmic && shown <= 0;
    const auto distance = [&](double stop) {
        return m_range.logarithmic ? std::abs(std::log(std::max(stop, 1e-9)) - std::log(std::max(shown, 1e-9)))
                                   : std::abs(stop - shown);
    };
    const auto nearest = std::ranges::min_element(m_stops, {}, distance);
    const QSignalBlocker quiet(this);
    setValue(isAll ? maximum() : static_cast<int>(nearest - m_stops.begin()));
}

} // namespace Tempera
