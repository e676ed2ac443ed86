// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/event.h"
#include "models/core/money.h"
#include "models/core/saturation.h"

#include <QDateTime>
#include <QSqlQuery>
#include <QTimeZone>
#include <QVariant>

#include <concepts>
#include <optional>
#include <type_traits>

namespace Tempera {

/// How native values become values of SQLite and back. NULL is "unknown".

/// A whole number, 64 bits; an unsigned one as its two's complement.
template<std::integral T>
QVariant sqlNumber(const std::optional<T> &value)
{
    return value ? QVariant(static_cast<qint64>(*value)) : QVariant();
}

inline QVariant sqlNumber(const std::optional<std::chrono::microseconds> &value)
{
    return value ? QVariant(static_cast<qint64>(value->count())) : QVariant();
}

inline QVariant sqlNumber(const std::optional<Money> &value)
{
    return value ? QVariant(static_cast<qint64>(value->nano())) : QVariant();
}

/// UTF-8 for `CAST(? AS TEXT)`. A QString would lose a byte order mark at its start in SQLite, and a null one
/// would become NULL.
inline QVariant sqlText(const QString &text)
{
    return text.isEmpty() ? QByteArray("") : text.toUtf8();
}

/// Bytes that are never NULL.
inline QVariant sqlBytes(const QByteArray &bytes)
{
    return bytes.isNull() ? QByteArray("") : bytes;
}

/// Bytes, NULL when there are none.
inline QVariant sqlBytesOrNull(const QByteArray &bytes)
{
    return bytes.isEmpty() ? QVariant() : QVariant(bytes);
}

inline QVariant sqlTime(const QDateTime &time)
{
    return time.isValid() ? QVariant(time.toMSecsSinceEpoch()) : QVariant();
}

/// The sum of a column as two, high and low 32 bits apart: SQLite's own sum() fails when it overflows. See
/// RowReader::wideSum().
[[nodiscard]] inline QString sumColumns(const QString &column)
{
    return QStringLiteral("coalesce(sum(%1 >> 32), 0), coalesce(sum(%1 & 4294967295), 0)").arg(column);
}

/// Reads the columns of a row one after the other, in the order of the SELECT.
class RowReader
{
public:
    explicit RowReader(const QSqlQuery &query) : m_query(query) { }

    QVariant next() { return m_query.value(m_column++); }
    QString text() { return next().toString(); }
    QByteArray bytes() { return next().toByteArray(); }
    /// A TEXT column as the UTF-8 that it is.
    QByteArray utf8() { return next().toString().toUtf8(); }
    qint64 number() { return next().toLongLong(); }
    int integer() { return static_cast<int>(number()); }
    double real() { return next().toDouble(); }

    template<typename T>
    std::optional<T> optional()
    {
        const QVariant value = next();
        if (value.isNull())
            return std::nullopt;
        if constexpr (std::is_floating_point_v<T>)
            return value.toDouble();
        else if constexpr (std::is_same_v<T, Money>)
            return Money::fromNano(value.toLongLong());
        else
            return static_cast<T>(value.toLongLong());
    }
    std::optional<std::chrono::microseconds> duration()
    {
        const std::optional<qint64> value = optional<qint64>();
        return value ? std::optional(std::chrono::microseconds(*value)) : std::nullopt;
    }
    QDateTime time()
    {
        const std::optional<qint64> value = optional<qint64>();
        return value ? QDateTime::fromMSecsSinceEpoch(*value, QTimeZone::UTC) : QDateTime();
    }
    /// Two columns of sumColumns() as one sum.
    std::int64_t wideSum()
    {
        const qint64 high = number();
        return Saturated::number(Saturated::Wide{high} * (std::int64_t{1} << 32) + number());
    }
    /// A ledger of an earlier version may hold counts that cannot be any.
    std::optional<std::int64_t> tokens() { return possibleTokens(optional<std::int64_t>()); }
    Usage usage()
    {
        Usage usage;
        usage.inputTokens = tokens();
        usage.cachedInputTokens = tokens();
        usage.outputTokens = tokens();
        usage.reasoningTokens = tokens();
        usage.cacheWrite5mTokens = tokens();
        usage.cacheWrite1hTokens = tokens();
        usage.exactness = number() != 0 ? Exactness::Exact : Exactness::Estimate;
        return usage;
    }
    Timings timings()
    {
        Timings timings;
        timings.queued = duration();
        timings.firstToken = duration();
        timings.total = duration();
        timings.tokensPerSecond = optional<double>();
        return timings;
    }

private:
    const QSqlQuery &m_query;
    int m_column = 0;
};

/// Binds values one after the other.
class RowWriter
{
public:
    explicit RowWriter(QSqlQuery &query) : m_query(query) { }

    RowWriter &add(const QVariant &value)
    {
        m_query.bindValue(m_position++, value);
        return *this;
    }
    RowWriter &add(const Usage &usage)
    {
        return add(sqlNumber(usage.inputTokens))
            .add(sqlNumber(usage.cachedInputTokens))
            .add(sqlNumber(usage.outputTokens))
            .add(sqlNumber(usage.reasoningTokens))
            .add(sqlNumber(usage.cacheWrite5mTokens))
            .add(sqlNumber(usage.cacheWrite1hTokens))
            .add(QVariant(usage.exactness == Exactness::Exact ? 1 : 0));
    }
    RowWriter &add(const Timings &timings)
    {
        return add(sqlNumber(timings.queued))
            .add(sqlNumber(timings.firstToken))
            .add(sqlNumber(timings.total))
            .add(timings.tokensPerSecond ? QVariant(*timings.tokensPerSecond) : QVariant());
    }

private:
    QSqlQuery &m_query;
    int m_position = 0;
};

} // namespace Tempera
