// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/fuzz/tableinput.h"

#include "models/experiment/experimentfile.h"
#include "models/experiment/reading/tablereader.h"
#include "tests/fuzz/consume.h"
#include "tests/models/experiment/memoryfiles.h"

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

void consumeCase(const Case &aCase)
{
    consume(aCase.description);
    for (const Variable &variable : aCase.variables) {
        consume(variable.name);
        consume(variable.value);
    }
    for (const CheckSpec &check : aCase.checks) {
        consume(check.type);
        consume(check.value);
        consume(QJsonValue(check.other));
    }
    consume(QJsonValue(aCase.other));
}

void consumeTable(const DataTable &table)
{
    consume(table.names);
    for (const DataTableRow &row : table.rows) {
        for (const QJsonValue &field : row.fields)
            consume(field);
        consumeCase(row.rest);
        consume(double(row.line));
    }
    for (const Error &warning : table.warnings)
        consume(warning);
}

void consumeCases(const LoadedExperiment &loaded)
{
    for (const Case &aCase : loaded.experiment.cases)
        consumeCase(aCase);
    for (const Error &warning : loaded.warnings)
        consume(warning);
}

} // namespace

bool takeTable(QByteArrayView bytes, const QString &ending)
{
    MemoryFiles files;
    const QString path = u"/experiments/cases."_s + ending;
    files.files.insert(path, bytes.toByteArray());
    const Result<DataTable> table = readTable(files.files.value(path), path, {}, files);
    if (table)
        consumeTable(*table);
    else
        consume(table.error());
    const QByteArray experiment = "prompts: [p]\nproviders: [echo]\ntests: file://cases." + ending.toUtf8() + "\n";
    const Result<LoadedExperiment> loaded = readExperiment(experiment, u"/experiments/experiment.yaml"_s, files);
    if (loaded)
        consumeCases(*loaded);
    else
        consume(loaded.error());
    return table && loaded;
}

} // namespace Tempera
