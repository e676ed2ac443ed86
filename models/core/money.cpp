// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/money.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace Tempera {

Money Money::fromDollars(double dollars)
{
    return fromNano(Saturated::rounded(dollars * 1e9));
}

double Money::dollars() const
{
    return static_cast<double>(m_nano) / 1e9;
}

QString Money::text() const
{
    if (isBeyond()) {
        const QString end = u"$9,223,372,036"_s;
        return m_nano > 0 ? QCoreApplication::translate("Money", "more than %1").arg(end)
                          : QCoreApplication::translate("Money", "less than %1").arg(u'-' + end);
    }
    int digits = 2;
    const double size = std::abs(dollars());
    if (size > 0 && size < 0.1)
        digits = std::min(9, static_cast<int>(std::ceil(-std::log10(size))) + 1);
    const QString number = QString::number(size, 'f', digits);
    return (m_nano < 0 ? u"-$"_s : u"$"_s) + number;
}

Money moneyForTokens(Money perMillion, std::int64_t tokens)
{
    constexpr int million = 1'000'000;
    const Saturated::Wide exact = Saturated::Wide{perMillion.nano()} * tokens;
    return Money::fromNano(Saturated::number(exact / million + (exact % million > 0 ? 1 : 0)));
}

QString moneyText(const std::optional<Money> &amount)
{
    return amount ? amount->text() : QCoreApplication::translate("Money", "unknown");
}

} // namespace Tempera
