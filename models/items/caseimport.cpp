// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/caseimport.h"

#include "models/core/valuetext.h"
#include "models/experiment/reading/datasetreader.h"
#include "models/items/experimentedits.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

bool isDataSetField(const QString &target)
{
    return target.startsWith("__"_L1);
}

void setImportedVariable(Case &aCase, const QString &name, const QJsonValue &value)
{
    const auto it = std::ranges::find(aCase.variables, name, &Variable::name);
    if (it == aCase.variables.end())
        aCase.variables += Variable{name, value};
    else
        it->value = value;
}

Result<Case> importedRow(const DataTableRow &row, const QStringList &targets)
{
    Case aCase = row.rest;
    for (qsizetype i = 0; i < std::min(targets.size(), row.fields.size()); ++i) {
        const QString &target = targets.at(i);
        const QJsonValue &value = row.fields.at(i);
        if (target.isEmpty() || value.isUndefined())
            continue;
        if (!isDataSetField(target)) {
            setImportedVariable(aCase, target, value);
        } else if (const Result<void> put = putDataSetField(aCase, target, value.isNull() ? QString() : valueText(value)); !put) {
            Error error = put.error();
            error.line = row.line;
            return std::unexpected(error);
        }
    }
    return aCase;
}

/// Puts a row over a case: what the row does not speak of stays.
void overwriteCase(Case &aCase, const Case &row, const QStringList &targets)
{
    for (const Variable &variable : row.variables)
        setImportedVariable(aCase, variable.name, variable.value);
    if (targets.contains("__description"_L1) || !row.description.isEmpty())
        aCase.description = row.description;
    for (qsizetype i = 0; i < row.checks.size(); ++i) {
        if (i < aCase.checks.size())
            aCase.checks[i] = row.checks.at(i);
        else
            aCase.checks += row.checks.at(i);
    }
    if (row.threshold)
        aCase.threshold = row.threshold;
    for (auto it = row.other.begin(); it != row.other.end(); ++it)
        aCase.other.insert(it.key(), it.value());
}

} // namespace

QStringList suggestedTargets(const DataTable &table, const QStringList &columns, qsizetype firstColumn)
{
    if (table.isNamed)
        return table.names;
    QStringList targets;
    for (qsizetype i = 0; i < table.names.size(); ++i)
        targets += columns.value(firstColumn + i, table.names.at(i));
    return targets;
}

bool looksLikeNames(const QList<QStringList> &rows, const QStringList &columns)
{
    return rows.size() > 1 && std::ranges::all_of(rows.first(), [&columns](const QString &cell) {
               const QString name = cell.trimmed();
               return columns.contains(name) || isDataSetField(name);
           });
}

Result<Experiment> withImportedCases(Experiment experiment, const DataTable &table, const CaseImport &import)
{
    if (import.placement == ImportPlacement::Replace)
        experiment.cases.clear();
    qsizetype at = import.placement == ImportPlacement::Overwrite ? import.firstCase : experiment.cases.size();
    for (const DataTableRow &row : table.rows) {
        const Result<Case> added = importedRow(row, import.targets);
        if (!added)
            return std::unexpected(added.error());
        if (at < experiment.cases.size())
            overwriteCase(experiment.cases[at], *added, import.targets);
        else
            experiment.cases += *added;
        ++at;
    }
    return experiment;
}

} // namespace Tempera
