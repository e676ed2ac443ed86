// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/pricing/catalogwalk.h"

#include <QJsonArray>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// A dearer token would be a typing error, and stays far from the end of Money's range.
constexpr double mostFactor = 100; ///< Of the price of other input.
constexpr double highestPrice = 1e6;

} // namespace

void CatalogWalk::fail(const QString &detail)
{
    if (m_error)
        return;
    m_error = failure(ErrorKind::Syntax, m_path.join(u'.') + u": "_s + detail, m_place).error();
}

QJsonObject CatalogWalk::asObject(const QJsonValue &value)
{
    if (!value.isObject())
        fail(u"an object is needed"_s);
    return value.toObject();
}

QJsonObject CatalogWalk::object(const QJsonObject &parent, QLatin1StringView key)
{
    const QJsonValue value = parent.value(key);
    if (value.isUndefined())
        return {};
    const Step step(*this, key);
    return asObject(value);
}

std::optional<QString> CatalogWalk::text(const QJsonObject &parent, QLatin1StringView key)
{
    const QJsonValue value = parent.value(key);
    if (value.isUndefined())
        return std::nullopt;
    const Step step(*this, key);
    if (!value.isString())
        fail(u"text is needed"_s);
    return value.toString();
}

QDate CatalogWalk::date(const QJsonObject &parent, QLatin1StringView key, QDate otherwise)
{
    const std::optional<QString> word = text(parent, key);
    if (!word)
        return otherwise;
    const QDate day = QDate::fromString(*word, Qt::ISODate);
    const Step step(*this, key);
    if (!day.isValid())
        fail(u"a day like 2026-11-10 is needed"_s);
    return day;
}

std::optional<bool> CatalogWalk::flag(const QJsonObject &parent, QLatin1StringView key)
{
    const QJsonValue value = parent.value(key);
    if (value.isUndefined())
        return std::nullopt;
    const Step step(*this, key);
    if (!value.isBool())
        fail(u"true or false is needed"_s);
    return value.toBool();
}

std::optional<std::int64_t> CatalogWalk::count(const QJsonObject &parent, QLatin1StringView key)
{
    const QJsonValue value = parent.value(key);
    if (value.isUndefined() || value.isNull())
        return std::nullopt;
    const Step step(*this, key);
    const qint64 number = value.toInteger(-1);
    if (number < 0)
        fail(u"a whole number that is not negative is needed"_s);
    return number;
}

std::optional<Money> CatalogWalk::amount(const QJsonObject &parent, QLatin1StringView key)
{
    const QJsonValue value = parent.value(key);
    if (value.isUndefined() || value.isNull())
        return std::nullopt;
    const Step step(*this, key);
    bool ok = value.isDouble();
    const double dollars = value.isString() ? value.toString().toDouble(&ok) : value.toDouble();
    if (!ok || !std::isfinite(dollars) || dollars < 0 || dollars > highestPrice) {
        fail(u"dollars for a million tokens are needed"_s);
        return std::nullopt;
    }
    return Money::fromDollars(dollars);
}

std::optional<double> CatalogWalk::factor(const QJsonObject &parent, QLatin1StringView key)
{
    const QJsonValue value = parent.value(key);
    if (value.isUndefined())
        return std::nullopt;
    const Step step(*this, key);
    if (!value.isDouble() || value.toDouble() < 0 || value.toDouble() > mostFactor) {
        fail(u"a factor from 0 to 100 is needed"_s);
        return std::nullopt;
    }
    return value.toDouble();
}

QStringList CatalogWalk::words(const QJsonObject &parent, QLatin1StringView key)
{
    const QJsonValue value = parent.value(key);
    if (value.isUndefined())
        return {};
    const Step step(*this, key);
    if (!value.isArray())
        fail(u"a list is needed"_s);
    QStringList list;
    for (const QJsonValue &item : value.toArray()) {
        if (!item.isString())
            fail(u"a list of text is needed"_s);
        list.append(item.toString());
    }
    return list;
}

std::optional<QList<Parameter>> CatalogWalk::parameters(const QJsonObject &parent, QLatin1StringView key)
{
    if (!parent.contains(key))
        return std::nullopt;
    const QStringList names = words(parent, key);
    QList<Parameter> list;
    for (const Parameter parameter : allParameters()) {
        if (names.contains(parameterName(parameter)))
            list.append(parameter);
    }
    return list;
}

std::optional<double> CatalogWalk::number(const QJsonObject &parent, QLatin1StringView key)
{
    const QJsonValue value = parent.value(key);
    if (value.isUndefined())
        return std::nullopt;
    const Step step(*this, key);
    if (!value.isDouble() || value.toDouble() < 0 || value.toDouble() > highestPrice) {
        fail(u"a number that is not negative is needed"_s);
        return std::nullopt;
    }
    return value.toDouble();
}

QJsonArray CatalogWalk::list(const QJsonObject &parent, QLatin1StringView key)
{
    const QJsonValue value = parent.value(key);
    const Step step(*this, key);
    if (!value.isUndefined() && !value.isArray())
        fail(u"a list is needed"_s);
    return value.toArray();
}

} // namespace Tempera
