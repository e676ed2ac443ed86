// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/charts/chartdata.h"

namespace Tempera {

/// A number as a chart's table says it, in the language's number format: "75 %", "$0.0021", "1.24 s", "0.5". Three significant
/// digits; with an exponent what is less than a millionth, "$1.2e-07".
[[nodiscard]] QString chartNumber(double value, ChartUnit unit);
/// "51 % – 88 %".
[[nodiscard]] QString chartInterval(const ConfidenceInterval &interval, ChartUnit unit);
/// A share with its interval, "75 % (51 % – 88 %)"; "–" where it is not known.
[[nodiscard]] QString chartEstimate(const std::optional<IntervalEstimate> &share);
[[nodiscard]] QString chartCount(qint64 count);

/// Round numbers (1, 2 or 5 times a power of ten) that reach from below `low` to above `high`, about `count` of them, at least
/// two. Of equal or swapped ends it makes a range around them; of ends that are not finite [0, 1].
[[nodiscard]] QList<double> niceNumbers(double low, double high, int count = 6);
/// An axis over such numbers, which are written with as many decimals as they need. Where that would be long, all of them are
/// written in a power of ten, and the title says in which: "US dollars (in 10⁻⁶ $)".
[[nodiscard]] ChartAxis numberAxis(const QString &title, ChartUnit unit, double low, double high);
/// The same from `low` to `high`, which differ, and no further: of the round numbers those in between.
[[nodiscard]] ChartAxis exactAxis(const QString &title, ChartUnit unit, double low, double high);
/// An axis of a share: 0 % to 100 %.
[[nodiscard]] ChartAxis shareAxis(const QString &title);
/// An axis with names: the first one stands at 0, or at names.size() − 1 where it goes up (`isUpward`), so that it is on top.
[[nodiscard]] ChartAxis nameAxis(const QString &title, const QStringList &names, bool isUpward);

} // namespace Tempera
