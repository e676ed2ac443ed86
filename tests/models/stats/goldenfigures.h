// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/stats/classification.h"
#include "models/stats/intervals.h"
#include "tests/support/testpaths.h"

#include <QByteArray>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QString>

#include <algorithm>
#include <cmath>
#include <vector>

namespace Tempera {

/// A figure of tests/data/stats/golden.json: what a function is given, and what it is to say. Both are numbers, or lists of them.
struct GoldenFigure {
    QJsonArray arguments;
    QJsonValue wanted;

    [[nodiscard]] double number(qsizetype argument) const { return arguments.at(argument).toDouble(); }
    [[nodiscard]] int count(qsizetype argument) const { return arguments.at(argument).toInt(); }
};

/// The figures of one function, in a section of the file; none where it is not there.
inline std::vector<GoldenFigure> goldenFigures(const QString &section)
{
    QFile file(testDataPath(QStringLiteral("stats/golden.json")));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    std::vector<GoldenFigure> figures;
    const QJsonArray rows = QJsonDocument::fromJson(file.readAll()).object().value(section).toArray();
    for (const auto row : rows)
        figures.push_back({row[u"args"].toArray(), row[u"want"]});
    return figures;
}

inline std::vector<double> numbersOf(const QJsonValue &list)
{
    std::vector<double> numbers;
    const QJsonArray values = list.toArray();
    for (const auto value : values)
        numbers.push_back(value.toDouble());
    return numbers;
}

inline ConfusionMatrix matrixOf(const QJsonValue &rows)
{
    ConfusionMatrix matrix;
    const QJsonArray values = rows.toArray();
    for (const auto row : values) {
        const std::vector<double> numbers = numbersOf(row);
        matrix.emplace_back(numbers.begin(), numbers.end());
    }
    return matrix;
}

inline std::vector<CaseScores> casesOf(const QJsonValue &rows)
{
    std::vector<CaseScores> cases;
    const QJsonArray values = rows.toArray();
    for (const auto row : values)
        cases.push_back(caseScores(numbersOf(row)));
    return cases;
}

inline bool isNear(double value, double wanted, double tolerance = 1e-9)
{
    return std::abs(value - wanted) <= tolerance * std::max(1.0, std::abs(wanted));
}

/// Whether an estimate is a golden [value, low, high].
inline bool isNear(const IntervalEstimate &estimate, const QJsonValue &wanted, double tolerance = 1e-9)
{
    const std::vector<double> numbers = numbersOf(wanted);
    return numbers.size() == 3 && isNear(estimate.value, numbers[0], tolerance)
           && isNear(estimate.interval.low, numbers[1], tolerance) && isNear(estimate.interval.high, numbers[2], tolerance);
}

/// Whether an interval is a golden [low, high].
inline bool isNear(const ConfidenceInterval &interval, const QJsonValue &wanted, double tolerance = 1e-9)
{
    const std::vector<double> numbers = numbersOf(wanted);
    return numbers.size() == 2 && isNear(interval.low, numbers[0], tolerance) && isNear(interval.high, numbers[1], tolerance);
}

/// How often something held in a simulation.
class Frequency
{
public:
    void add(bool held)
    {
        m_held += held ? 1 : 0;
        ++m_times;
    }
    [[nodiscard]] double share() const { return m_held / m_times; }
    /// Whether the true share can be at most `level`: within two standard errors of the simulation.
    [[nodiscard]] bool isWithin(double level) const { return share() <= level + 2 * std::sqrt(level * (1 - level) / m_times); }
    [[nodiscard]] QByteArray text() const { return QByteArray::number(share(), 'f', 4); }

private:
    double m_held = 0;
    double m_times = 0;
};

/// An outcome that passes with a probability.
inline double coin(StatsRandom &random, double probability)
{
    return uniformReal(random) < probability ? 1 : 0;
}

} // namespace Tempera

/// A simulated share within 95 ± 1 %.
#define COMPARE_COVERAGE(frequency)                                                                                              \
    QVERIFY2((frequency).share() >= 0.94 && (frequency).share() <= 0.96, (frequency).text().constData())
/// A simulated share of false alarms of at most 5 %.
#define COMPARE_LEVEL(frequency) QVERIFY2((frequency).isWithin(0.05), (frequency).text().constData())
