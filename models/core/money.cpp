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
    return fromNano(std::llround(dollars * 1e9));
}

double Money::dollars() const
{
    return static_cast<double>(m_nano) / 1e9;
}

QString Money::text() const
{
    int digits = 2;
    const double size = std::abs(dollars());
    if (size > 0 && size < 0.1)
        digits = std::min(9, static_cast<int>(std::ceil(-std::log10(size))) + 1);
    const QString number = QString::number(size, 'f', digits);
    return (m_nano < 0 ? u"-$"_s : u"$"_s) + number;
}

Money moneyForTokens(Money perMillion, std::int64_t tokens)
{
    constexpr std::int64_t million = 1'000'000;
    // Split so that neither product leaves 64 bits for any price below 9,000 dollars a token.
    const std::int64_t whole = perMillion.nano() / million;
    const std::int64_t rest = perMillion.nano() % million;
    const std::int64_t restCost = rest * tokens;
    return Money::fromNano(whole * tokens + restCost / million + (restCost % million > 0 ? 1 : 0));
}

QString moneyText(const std::optional<Money> &amount)
{
    return amount ? amount->text() : QCoreApplication::translate("Money", "unknown");
}

} // namespace Tempera
