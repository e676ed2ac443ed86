// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/money.h"

#include <QMap>
#include <QObject>
#include <QString>

#include <memory>

namespace Tempera {

/// An amount, and what of it went where.
struct SpendingSum {
    Money all;
    QMap<QString, Money> endpoints = {}; ///< By Budget's name of an endpoint.

    void add(const QString &endpoint, Money amount);
    void take(const QString &endpoint, Money amount);
    void take(const SpendingSum &other);
    [[nodiscard]] Money at(const QString &endpoint) const { return endpoints.value(endpoint); }
};

/// What all runs of the program together spend and have set aside, for the limits that hold for all of them: of a day, a month, an
/// endpoint. Runs at the same time so share what is left. It is told what the ledger says whenever that is read, and adds what was
/// paid since and is not in the ledger yet; what other programs spend is known from the next reading on. Lives on the thread of
/// the runs, and outlives them.
class SharedSpending final : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// The part of one run: what it has under way goes with it, and what it has paid stays.
    class Share
    {
    public:
        explicit Share(SharedSpending &whole) : m_whole(whole) { }
        ~Share();
        Q_DISABLE_COPY_MOVE(Share)

        void claim(const QString &endpoint, Money amount);
        /// What was set aside is free again, and `paid` was spent.
        void settle(const QString &endpoint, Money setAside, Money paid);
        /// The ledger has it: what is asked of it from now on counts this.
        void saved(const QString &endpoint, Money amount);
        /// The run is over: what it set aside for answers whose cost nobody knows counts no longer. The ledger cannot tell it either.
        void forgetUnknown();
        [[nodiscard]] const SharedSpending &whole() const { return m_whole; }

    private:
        SharedSpending &m_whole;
        SpendingSum m_paid;
        SpendingSum m_saved;
        SpendingSum m_inFlight;
    };
    [[nodiscard]] std::shared_ptr<Share> share() { return std::make_shared<Share>(*this); }

    /// What the ledger has by now: to be kept when it is asked, and given back with its answer.
    [[nodiscard]] const SpendingSum &saved() const { return m_saved; }
    /// What the ledger said when `saved` of it was known to be there.
    void takeDay(Money ledger, const SpendingSum &saved);
    void takeMonth(const SpendingSum &ledger, const SpendingSum &saved);

    [[nodiscard]] Money day() const { return m_day + m_paid.all - m_savedAtDay; }
    [[nodiscard]] Money month() const { return m_month.all + m_paid.all - m_savedAtMonth.all; }
    /// Of the month.
    [[nodiscard]] Money endpoint(const QString &name) const;
    /// Set aside for requests under way.
    [[nodiscard]] const SpendingSum &inFlight() const { return m_inFlight; }

Q_SIGNALS:
    /// Something that was under way has ended: what did not fit beside it may fit now.
    void eased();

private:
    SpendingSum m_paid; ///< Since the program began.
    SpendingSum m_saved;
    SpendingSum m_inFlight;
    Money m_day;
    Money m_savedAtDay;
    SpendingSum m_month;
    SpendingSum m_savedAtMonth;
};

} // namespace Tempera
