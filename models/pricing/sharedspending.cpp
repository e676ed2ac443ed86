// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/pricing/sharedspending.h"

namespace Tempera {

void SpendingSum::add(const QString &endpoint, Money amount)
{
    all += amount;
    endpoints[endpoint] += amount;
}

void SpendingSum::take(const QString &endpoint, Money amount)
{
    all = all - amount;
    endpoints[endpoint] = at(endpoint) - amount;
}

void SpendingSum::take(const SpendingSum &other)
{
    all = all - other.all;
    for (const auto &[endpoint, amount] : other.endpoints.asKeyValueRange())
        endpoints[endpoint] = at(endpoint) - amount;
}

SharedSpending::Share::~Share()
{
    forgetUnknown();
    m_whole.m_inFlight.take(m_inFlight);
    Q_EMIT m_whole.eased();
}

void SharedSpending::Share::claim(const QString &endpoint, Money amount)
{
    m_inFlight.add(endpoint, amount);
    m_whole.m_inFlight.add(endpoint, amount);
}

void SharedSpending::Share::settle(const QString &endpoint, Money setAside, Money paid)
{
    m_inFlight.take(endpoint, setAside);
    m_whole.m_inFlight.take(endpoint, setAside);
    m_paid.add(endpoint, paid);
    m_whole.m_paid.add(endpoint, paid);
    Q_EMIT m_whole.eased();
}

void SharedSpending::Share::saved(const QString &endpoint, Money amount)
{
    m_saved.add(endpoint, amount);
    m_whole.m_saved.add(endpoint, amount);
}

void SharedSpending::Share::forgetUnknown()
{
    SpendingSum unknown = m_paid;
    unknown.take(m_saved);
    m_whole.m_paid.take(unknown);
    m_paid = m_saved;
}

void SharedSpending::takeDay(Money ledger, const SpendingSum &saved)
{
    m_day = ledger;
    m_savedAtDay = saved.all;
}

void SharedSpending::takeMonth(const SpendingSum &ledger, const SpendingSum &saved)
{
    m_month = ledger;
    m_savedAtMonth = saved;
}

Money SharedSpending::endpoint(const QString &name) const
{
    return m_month.at(name) + m_paid.at(name) - m_savedAtMonth.at(name);
}

} // namespace Tempera
