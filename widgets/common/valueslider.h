// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/sampling.h"

#include <QList>
#include <QSlider>

#include <optional>

namespace Tempera {

/// A slider over the usual values. It shows any value at the nearest position and emits one only when a person has moved
/// it.
class ValueSlider final : public QSlider
{
    Q_OBJECT
public:
    /// Even steps up to range.sliderMost; where the scale is logarithmic few values a decade, and "all" (0) as the last.
    explicit ValueSlider(const NumberFacts &range, QWidget *parent = nullptr);

    /// Shows a value, or where none is set what holds then, without telling.
    void showValue(std::optional<double> value);

Q_SIGNALS:
    void moved(double value);

private:
    NumberFacts m_range;
    QList<double> m_stops; ///< One a place, rising but for an "all" at the end.
};

} // namespace Tempera
