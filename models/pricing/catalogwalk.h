// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/core/money.h"
#include "models/core/sampling.h"

#include <QDate>
#include <QJsonObject>
#include <QStringList>

#include <cstdint>
#include <optional>

namespace Tempera {

/// Reads values out of a catalog's tree and remembers the first thing that is wrong, with the path to it. What is absent is
/// nothing; what is of the wrong kind is nothing too, and an error.
class CatalogWalk
{
public:
    explicit CatalogWalk(const QString &place) : m_place(place) { }

    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }

    /// One step down the path that an error names, for as long as it lives.
    class Step
    {
    public:
        Step(CatalogWalk &walk, const QString &key) : m_walk(walk) { m_walk.m_path.append(key); }
        ~Step() { m_walk.m_path.removeLast(); }
        Q_DISABLE_COPY_MOVE(Step)

    private:
        CatalogWalk &m_walk;
    };

    void fail(const QString &detail);

    QJsonObject asObject(const QJsonValue &value);
    QJsonObject object(const QJsonObject &parent, QLatin1StringView key);
    QJsonArray list(const QJsonObject &parent, QLatin1StringView key);
    std::optional<QString> text(const QJsonObject &parent, QLatin1StringView key);
    QDate date(const QJsonObject &parent, QLatin1StringView key, QDate otherwise);
    std::optional<bool> flag(const QJsonObject &parent, QLatin1StringView key);
    std::optional<std::int64_t> count(const QJsonObject &parent, QLatin1StringView key);
    /// US dollars, at most a million.
    std::optional<Money> amount(const QJsonObject &parent, QLatin1StringView key);
    /// From 0 to 100.
    std::optional<double> factor(const QJsonObject &parent, QLatin1StringView key);
    /// Any number that is not negative.
    std::optional<double> number(const QJsonObject &parent, QLatin1StringView key);
    QStringList words(const QJsonObject &parent, QLatin1StringView key);
    /// Names that this version does not know are skipped: a later catalog may know more parameters.
    std::optional<QList<Parameter>> parameters(const QJsonObject &parent, QLatin1StringView key);

private:
    QString m_place;
    QStringList m_path;
    std::optional<Error> m_error;
};

} // namespace Tempera
