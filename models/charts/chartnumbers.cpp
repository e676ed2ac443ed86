// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/charts/chartnumbers.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// The largest of 1, 2, 5, 10 times a power of ten that is not above it by much.
double niceStep(double rough)
{
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    const double digit = rough / power;
    return (digit < 1.5 ? 1 : digit < 3.5 ? 2 : digit < 7.5 ? 5 : 10) * power;
}

/// Decimals with which numbers that far apart differ.
int decimalsOf(double step)
{
    return std::clamp(static_cast<int>(-std::floor(std::log10(step) + 1e-9)), 0, 12);
}

/// The power of ten in which the numbers of an axis are written, so that they are short: 0 where they are.
int exponentOfAxis(const QList<double> &numbers)
{
    constexpr int mostDecimals = 4;
    constexpr double tooLarge = 1e7;
    const double most = std::max(std::abs(numbers.first()), std::abs(numbers.last()));
    const bool isLong = most >= tooLarge || (most < 1 && decimalsOf(numbers.at(1) - numbers.first()) > mostDecimals);
    return isLong ? 3 * static_cast<int>(std::floor((std::log10(most) + 1e-9) / 3)) : 0; // thousandths, millionths …
}

QString powerOfTen(int exponent)
{
    static const QString raised = u"⁰¹²³⁴⁵⁶⁷⁸⁹"_s;
    QString text = u"10"_s;
    for (const QChar c : QString::number(exponent))
        text += c == u'-' ? u'⁻' : raised.at(c.digitValue());
    return text;
}

/// The title with what the numbers beside the axis are to be multiplied by.
QString titleWithPower(const QString &title, ChartUnit unit, int exponent)
{
    QString power = powerOfTen(exponent);
    if (unit == ChartUnit::Dollars)
        power = QCoreApplication::translate("Chart", "%1 $", "a power of ten").arg(power);
    else if (unit == ChartUnit::Seconds)
        power = QCoreApplication::translate("Chart", "%1 s", "seconds").arg(power);
    return QCoreApplication::translate("Chart", "%1 (in %2)", "title of an axis, 10⁻⁶ $").arg(title, power).trimmed();
}

QString withChartUnit(const QString &number, ChartUnit unit)
{
    switch (unit) {
    case ChartUnit::Share: return QCoreApplication::translate("Chart", "%1 %", "percent").arg(number);
    case ChartUnit::Dollars: return QCoreApplication::translate("Chart", "$%1").arg(number);
    case ChartUnit::Seconds: return QCoreApplication::translate("Chart", "%1 s", "seconds").arg(number);
    case ChartUnit::Number: break;
    }
    return number;
}

} // namespace

QString chartNumber(double value, ChartUnit unit)
{
    const QLocale locale;
    const double shown = unit == ChartUnit::Share ? value * 100 : value;
    const double size = std::abs(shown);
    constexpr double leastWrittenOut = 1e-6;
    if (size > 0 && size < leastWrittenOut && unit != ChartUnit::Share)
        return withChartUnit(locale.toString(shown, 'g', 3), unit);
    // Three significant digits.
    const int decimals = size == 0 ? 0 : std::clamp(2 - static_cast<int>(std::floor(std::log10(size))), 0, 9);
    QString text = locale.toString(shown, 'f', unit == ChartUnit::Share ? std::min(decimals, 1) : decimals);
    if (decimals > 0) {
        while (text.contains(locale.decimalPoint()) && text.endsWith(locale.zeroDigit()))
            text.chop(locale.zeroDigit().size());
        if (text.endsWith(locale.decimalPoint()))
            text.chop(locale.decimalPoint().size());
    }
    return withChartUnit(text, unit);
}

QString chartInterval(const ConfidenceInterval &interval, ChartUnit unit)
{
    return QCoreApplication::translate("Chart", "%1 – %2", "from – to")
        .arg(chartNumber(interval.low, unit), chartNumber(interval.high, unit));
}

QString chartEstimate(const std::optional<IntervalEstimate> &share)
{
    if (!share)
        return u"–"_s;
    return u"%1 (%2)"_s.arg(chartNumber(share->value, ChartUnit::Share), chartInterval(share->interval, ChartUnit::Share));
}

QString chartCount(qint64 count)
{
    return QLocale().toString(count);
}

QList<double> niceNumbers(double low, double high, int count)
{
    if (!std::isfinite(low) || !std::isfinite(high)) {
        low = 0;
        high = 1;
    }
    if (low > high)
        std::swap(low, high);
    const double span = high - low;
    const double tiny = std::max(std::abs(low), std::abs(high)) * 1e-9;
    if (span <= tiny) { // one number: half of it to either side
        const double around = low == 0 ? 1 : std::abs(low) / 2;
        return niceNumbers(low == 0 ? 0 : low - around, high + around, count);
    }
    const double step = niceStep(span / std::max(1, count - 1));
    const double first = std::floor(low / step + 1e-9);
    const double last = std::ceil(high / step - 1e-9);
    QList<double> numbers;
    for (double i = first; i <= last; ++i)
        numbers += i * step;
    return numbers;
}

ChartAxis numberAxis(const QString &title, ChartUnit unit, double low, double high)
{
    const bool isShare = unit == ChartUnit::Share;
    const QList<double> numbers = niceNumbers(low, high);
    ChartAxis axis{.title = title, .unit = unit, .low = numbers.first(), .high = numbers.last(), .ticks = {}};
    const int exponent = isShare ? 0 : exponentOfAxis(numbers);
    const double factor = isShare ? 100 : std::pow(10.0, -exponent);
    const int decimals = decimalsOf((numbers.at(1) - numbers.first()) * factor);
    if (exponent != 0)
        axis.title = titleWithPower(title, unit, exponent);
    for (const double number : numbers) {
        const QString text = QLocale().toString(number * factor, 'f', decimals);
        axis.ticks += ChartTick{number, exponent == 0 ? withChartUnit(text, unit) : text};
    }
    return axis;
}

ChartAxis exactAxis(const QString &title, ChartUnit unit, double low, double high)
{
    ChartAxis axis = numberAxis(title, unit, low, high);
    axis.low = low;
    axis.high = high;
    erase_if(axis.ticks, [low, high](const ChartTick &tick) { return tick.value < low || tick.value > high; });
    return axis;
}

ChartAxis shareAxis(const QString &title)
{
    return numberAxis(title, ChartUnit::Share, 0, 1);
}

ChartAxis nameAxis(const QString &title, const QStringList &names, bool isUpward)
{
    const qsizetype count = std::max<qsizetype>(1, names.size());
    ChartAxis axis{.title = title, .low = -0.5, .high = static_cast<double>(count) - 0.5, .ticks = {}, .hasNames = true};
    for (qsizetype i = 0; i < names.size(); ++i)
        axis.ticks += ChartTick{static_cast<double>(isUpward ? names.size() - 1 - i : i), names.at(i)};
    return axis;
}

} // namespace Tempera
