// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/importcommand.h"

#include "app/cli/runchoice.h"
#include "models/core/counted.h"
#include "models/core/secrettext.h"
#include "models/experiment/results/resultfile.h"
#include "models/experiment/titles.h"
#include "models/experiment/writing/keptexperiment.h"
#include "models/report/report.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// What the ids of imported runs are made from: of one file there is one run, however often it is imported.
constexpr QUuid importedRuns(0x8a4c1d52, 0x6f0b, 0x4f4e, 0x9d, 0x3c, 0x27, 0x51, 0xe8, 0x0a, 0xb6, 0x94);

RunRecord importedRecord(const ResultFile &file, const QByteArray &bytes, const QString &path, const QDateTime &now)
{
    RunRecord run;
    run.id = QUuid::createUuidV5(importedRuns, QCryptographicHash::hash(bytes, QCryptographicHash::Sha256));
    run.title = withoutTextSecrets(runTitle(file.experiment, path));
    run.experimentYaml = keptExperiment(file.experiment, nullptr);
    run.started = file.answered.isValid() ? file.answered : now;
    run.answered = run.started;
    run.plannedCells = static_cast<int>(file.cells.size());
    return run;
}

/// Another program may have kept a key that a server threw back; nobody here knows it, but how keys are written is known.
Cell withoutSecrets(Cell cell)
{
    if (cell.error)
        cell.error->detail = withoutTextSecrets(cell.error->detail);
    cell.text = withoutKnownKeys(cell.text);
    cell.reasoning = withoutKnownKeys(cell.reasoning);
    for (Message &message : cell.request.messages)
        message.text = withoutKnownKeys(message.text);
    if (cell.grade) {
        for (Verdict &verdict : cell.grade->verdicts) {
            verdict.reason = withoutTextSecrets(verdict.reason);
            for (VerdictPart &part : verdict.parts)
                part.reason = withoutTextSecrets(part.reason);
        }
    }
    return cell;
}

void countCell(const Cell &cell, RunSummary &summary)
{
    ++summary.storedCells;
    switch (cellOutcome(cell)) {
    case CellOutcome::Passed: ++summary.passed; break;
    case CellOutcome::ChecksFailed: ++summary.failed; break;
    case CellOutcome::Error: ++summary.errors; break;
    case CellOutcome::NotEvaluated:
    case CellOutcome::Cancelled:
    case CellOutcome::NotNeeded: break;
    }
}

} // namespace

ImportCommand::ImportCommand(const CliContext &context, const ImportArguments &arguments)
    : Command(context), m_arguments(arguments)
{
}

void ImportCommand::start()
{
    QList<Imported> all;
    bool isWhole = true;
    for (const QString &path : m_arguments.files) {
        const Result<Imported> imported = importFile(path);
        if (imported)
            all.append(*imported);
        else
            complain(imported.error());
        isWhole = isWhole && imported;
    }
    context().session.store->flush(this, [this, all, isWhole](const Result<void> &kept) {
        if (kept)
            tell(all);
        else
            complainOfLedger(kept.error());
        Q_EMIT finished(!kept ? ExitCode::RunError : isWhole ? ExitCode::Passed : ExitCode::Usage);
    });
}

Result<ImportCommand::Imported> ImportCommand::importFile(const QString &path) const
{
    const Result<QByteArray> bytes = context().files->read(path);
    if (!bytes)
        return std::unexpected(bytes.error());
    const Result<ResultFile> file = readResultFile(*bytes, path);
    if (!file)
        return std::unexpected(file.error());
    RunStore &store = *context().session.store;
    Imported imported;
    imported.repeatedRows = file->repeatedRows;
    imported.summary.run = importedRecord(*file, *bytes, path, context().session.clock->now());
    store.beginRun(imported.summary.run);
    for (const Cell &cell : file->cells) {
        store.saveCell(imported.summary.run.id, withoutSecrets(cell));
        countCell(cell, imported.summary);
    }
    store.finishRun(imported.summary.run.id, RunState::Finished, imported.summary.run.started);
    return imported;
}

void ImportCommand::tell(const QList<Imported> &all) const
{
    if (m_arguments.shape == OutputShape::Json) {
        QJsonArray list;
        for (const Imported &each : all) {
            list.append(QJsonObject{{u"id"_s, each.summary.run.id.toString(QUuid::WithoutBraces)},
                                    {u"title"_s, each.summary.run.title},
                                    {u"started"_s, each.summary.run.started.toUTC().toString(Qt::ISODateWithMs)},
                                    {u"cells"_s, each.summary.storedCells},
                                    {u"passed"_s, each.summary.passed},
                                    {u"failed"_s, each.summary.failed},
                                    {u"errors"_s, each.summary.errors}});
        }
        writeJson({{u"runs"_s, list}});
        return;
    }
    for (const Imported &each : all) {
        const RunSummary &summary = each.summary;
        const QString results = counted(
            QCoreApplication::translate("Cli", "%n result(s)", nullptr, countForm(summary.storedCells)), summary.storedCells);
        say(QCoreApplication::translate("Cli", "Imported %1 as run %2 (%3): %4 passed, %5 failed, %6 errors.")
                .arg(results, shortRunId(summary.run.id), summary.run.title)
                .arg(summary.passed)
                .arg(summary.failed)
                .arg(summary.errors));
        if (each.repeatedRows > 0) {
            say(counted(QCoreApplication::translate("Cli", "%n result(s) of cells that came before were left out.", nullptr,
                                                    countForm(each.repeatedRows)),
                        each.repeatedRows));
        }
    }
}

} // namespace Tempera
