// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QString>

#include <optional>

namespace Tempera {

/// A variable of a case. A list keeps the file's order, which a JSON object would not.
struct Variable {
    QString name;
    QJsonValue value;

    bool operator==(const Variable &) const = default;
};
using Variables = QList<Variable>;

/// What a file asks of an output, as written. models/checks turns it into a check.
struct CheckSpec {
    QString type; ///< With its "not-" prefix.
    QJsonValue value;
    std::optional<double> threshold;
    double weight = 1;
    QString metric;
    QJsonObject other;   ///< Keys that this version does not interpret; kept.
    bool isData = false; ///< Its texts are taken as they are, not as templates: set by effectiveChecks(), not by a file.
    int parts =
        0; ///< An `assert-set`: how many of the checks behind it in the list are its own. Set by withSetsOpened(), not by a file.

    bool operator==(const CheckSpec &) const = default;
};

/// A row: values for the variables, and what is expected (promptfoo: a test).
struct Case {
    QString description;
    Variables variables;
    QList<CheckSpec> checks;
    std::optional<double> threshold; ///< Pass mark for the whole score; absent = every check must pass.
    QJsonObject other;               ///< Keys that this version does not interpret; kept.

    bool operator==(const Case &) const = default;
};

} // namespace Tempera
