// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/report/columnscores.h"

#include "models/text/scripthost.h"

#include <QElapsedTimer>
#include <QRegularExpression>

#include <chrono>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr std::chrono::milliseconds timeForColumn{200};

/// Names that an expression can use.
QJsonObject usableNames(const QJsonObject &scores)
{
    static const QRegularExpression identifier(u"^[A-Za-z_$][A-Za-z0-9_$]*$"_s);
    QJsonObject usable;
    for (auto score = scores.begin(); score != scores.end(); ++score) {
        if (identifier.match(score.key()).hasMatch())
            usable.insert(score.key(), score.value());
    }
    return usable;
}

QJsonValue computed(const QString &expression, const QJsonObject &names, std::chrono::milliseconds time)
{
    Limits limits;
    limits.time = time;
    const auto host = ScriptHost::create(limits);
    if (!host || time.count() <= 0)
        return QJsonValue::Null;
    QString code = expression.trimmed();
    code.replace(u'^', u"**"_s);
    const Result<QJsonValue> value = (*host)->call(u"with (Math) { return ("_s + code + u"); }"_s, names);
    return value && value->isDouble() ? *value : QJsonValue(QJsonValue::Null);
}

} // namespace

void ColumnScores::add(const Grade &grade)
{
    ++m_count;
    for (const NamedScore &named : namedScores(grade.verdicts))
        m_sums[named.name] += named.score * named.weight;
}

QJsonObject ColumnScores::toJson(const QList<DerivedMetric> &derived) const
{
    QJsonObject scores;
    for (const auto &[name, sum] : m_sums)
        scores.insert(name, sum);
    QJsonObject names = usableNames(scores);
    names.insert(u"__count"_s, m_count);
    QElapsedTimer timer;
    timer.start();
    for (const DerivedMetric &metric : derived) {
        const QJsonValue value = computed(metric.expression, names, timeForColumn - std::chrono::milliseconds(timer.elapsed()));
        scores.insert(metric.name, value);
        for (const QJsonObject usable = usableNames({{metric.name, value}}); const QString &name : usable.keys())
            names.insert(name, usable.value(name));
    }
    return scores;
}

} // namespace Tempera
