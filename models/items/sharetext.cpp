// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/sharetext.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Tempera::ShareText {
namespace {

QString withSign(const QString &number)
{
    return QCoreApplication::translate("ShareText", "%1 %", "percent").arg(number);
}

} // namespace

QString percent(double share)
{
    const QLocale locale;
    const double hundredth = share * 100;
    if (share <= 0)
        return withSign(locale.toString(0));
    if (hundredth < 0.0001)
        return u"< "_s + withSign(locale.toString(0.0001, 'f', 4));
    if (hundredth < 0.095)
        return withSign(locale.toString(hundredth, 'g', 2));
    if (hundredth > 99.95 && share < 1)
        return u"> "_s + withSign(locale.toString(99.9, 'f', 1));
    return withSign(locale.toString(hundredth, 'f', 1));
}

QString percent(const std::optional<double> &share)
{
    return share ? percent(*share) : u"–"_s;
}

QString number(const std::optional<double> &value)
{
    return value ? QLocale().toString(*value, 'f', 3) : u"–"_s;
}

QString factor(double logRatio)
{
    const QLocale locale;
    const double size = std::exp(std::abs(logRatio));
    if (size < 1.005)
        return u"="_s;
    const QString number = size >= 1e6   ? locale.toString(size, 'g', 2)
                           : size >= 100 ? locale.toString(std::round(size), 'f', 0)
                           : size >= 10  ? locale.toString(size, 'f', 1)
                                         : locale.toString(size, 'f', 2);
    return (logRatio > 0 ? u"×"_s : u"÷"_s) + number;
}

} // namespace Tempera::ShareText
