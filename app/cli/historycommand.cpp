// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/historycommand.h"

#include "app/cli/comparetable.h"
#include "app/cli/label.h"
#include "app/cli/namedfiles.h"
#include "app/cli/plaintable.h"
#include "app/cli/runchoice.h"
#include "app/cli/terminaltext.h"
#include "models/core/counted.h"
#include "models/core/ports/readrecorder.h"
#include "models/experiment/experimentfile.h"
#include "models/experiment/experimentsource.h"
#include "models/items/racetext.h"
#include "models/report/writers.h"
#include "models/session/storedrace.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QMap>

#include <limits>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

QString idText(const QUuid &id)
{
    return id.toString(QUuid::WithoutBraces);
}

std::optional<Money> knownCost(const RunSummary &summary)
{
    return summary.unknownCosts > 0 && summary.cost == Money() ? std::nullopt : std::optional(summary.cost);
}

QJsonObject summaryJson(const RunSummary &summary)
{
    const std::optional<Money> cost = knownCost(summary);
    QJsonObject json{
        {u"id"_s, idText(summary.run.id)},
        {u"title"_s, summary.run.title},
        {u"experiment"_s, summary.run.experimentPath},
        {u"started"_s, summary.run.started.toUTC().toString(Qt::ISODateWithMs)},
        {u"finished"_s, summary.run.finished.isValid() ? QJsonValue(summary.run.finished.toUTC().toString(Qt::ISODateWithMs))
                                                       : QJsonValue::Null},
        {u"state"_s, runStateName(summary.run.state)},
        {u"planned_cells"_s, summary.run.plannedCells},
        {u"stored_cells"_s, summary.storedCells},
        {u"not_needed_cells"_s, summary.notNeeded},
        {u"passed"_s, summary.passed},
        {u"failed"_s, summary.failed},
        {u"errors"_s, summary.errors},
        {u"cost"_s, cost ? QJsonValue(cost->dollars()) : QJsonValue::Null},
        {u"unknown_costs"_s, summary.unknownCosts},
    };
    if (summary.cost.isBeyond())
        json.insert(u"cost_is_more"_s, true); // the number is the most that can be counted
    return json;
}

/// The first cell of each variant.
QList<CellKey> oneOfEachVariant(const StoredRun &run)
{
    QMap<int, CellKey> firsts;
    for (const CellSummary &cell : run.cells) {
        if (!firsts.contains(cell.key.variantIndex))
            firsts.insert(cell.key.variantIndex, cell.key);
    }
    return firsts.values();
}

/// What the report of a stored run can still say when its experiment cannot be read any more.
Experiment experimentOfCells(const RunRecord &run, const std::vector<Cell> &cells)
{
    Experiment experiment;
    experiment.description = run.title;
    for (const Cell &cell : cells) {
        const CellKey &key = cell.request.key;
        while (experiment.variants.size() <= key.variantIndex)
            experiment.variants << Variant{};
        const GenerationRequest planned = plannedRequest(cell);
        experiment.variants[key.variantIndex].endpoint = planned.endpoint;
        experiment.variants[key.variantIndex].sampling = planned.sampling;
    }
    return experiment;
}

} // namespace

HistoryListCommand::HistoryListCommand(const CliContext &context, const HistoryListArguments &arguments)
    : Command(context), m_arguments(arguments)
{
}

void HistoryListCommand::start()
{
    context().session.store->listRuns(m_arguments.limit, this, [this](const Result<QList<RunSummary>> &runs) {
        if (runs) {
            write(*runs);
            Q_EMIT finished(ExitCode::Passed);
        } else {
            complainOfLedger(runs.error());
            Q_EMIT finished(ExitCode::RunError);
        }
    });
}

void HistoryListCommand::write(const QList<RunSummary> &runs)
{
    if (m_arguments.shape == OutputShape::Json) {
        QJsonArray list;
        for (const RunSummary &summary : runs)
            list.append(summaryJson(summary));
        writeJson(QJsonObject{{u"runs"_s, list}});
        return;
    }
    if (runs.isEmpty()) {
        say(label(QT_TRANSLATE_NOOP("Cli", "There are no runs yet.")));
        return;
    }
    QList<QStringList> rows;
    for (const RunSummary &summary : runs) {
        QString cost = moneyText(knownCost(summary));
        if (knownCost(summary) && summary.unknownCosts > 0)
            cost += u" + "_s + moneyText(std::nullopt);
        rows << QStringList{shortRunId(summary.run.id),
                            summary.run.started.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s),
                            runStateName(summary.run.state),
                            u"%1/%2"_s.arg(summary.answered()).arg(summary.run.plannedCells),
                            QString::number(summary.passed),
                            QString::number(summary.failed),
                            QString::number(summary.errors),
                            cost,
                            summary.run.title};
    }
    writeOut(plainTable({{label(QT_TRANSLATE_NOOP("Cli", "run"))},
                         {label(QT_TRANSLATE_NOOP("Cli", "started"))},
                         {label(QT_TRANSLATE_NOOP("Cli", "state"))},
                         {label(QT_TRANSLATE_NOOP("Cli", "cells")), Alignment::Right},
                         {label(QT_TRANSLATE_NOOP("Cli", "passed")), Alignment::Right},
                         {label(QT_TRANSLATE_NOOP("Cli", "failed")), Alignment::Right},
                         {label(QT_TRANSLATE_NOOP("Cli", "errors")), Alignment::Right},
                         {label(QT_TRANSLATE_NOOP("Cli", "cost")), Alignment::Right},
                         {label(QT_TRANSLATE_NOOP("Cli", "experiment"))}},
                        rows, *context().out));
}

void HistorySetAsideCommand::start()
{
    const Result<QString> aside = context().setLedgerAside();
    if (aside)
        say(QCoreApplication::translate("Cli", "The ledger is now %1; a new one was started.").arg(*aside));
    else
        complain(aside.error());
    Q_EMIT finished(aside ? ExitCode::Passed : ExitCode::RunError);
}

HistoryShowCommand::HistoryShowCommand(const CliContext &context, const HistoryShowArguments &arguments)
    : Command(context), m_arguments(arguments)
{
}

void HistoryShowCommand::start()
{
    if (complainOfAll(outputFaults(m_arguments.outputs, context()))) {
        Q_EMIT finished(ExitCode::Usage);
        return;
    }
    const int limit = m_arguments.run.isEmpty() ? 1 : std::numeric_limits<int>::max();
    context().session.store->listRuns(limit, this, [this](const Result<QList<RunSummary>> &runs) {
        if (runs)
            load(*runs);
        else
            fail(runs.error());
    });
}

void HistoryShowCommand::load(const QList<RunSummary> &runs)
{
    const Result<RunSummary> named = runNamed(runs, m_arguments.run);
    if (!named) {
        fail(named.error());
        return;
    }
    context().session.store->loadRun(named->run.id, this, [this](const Result<StoredRun> &run) {
        if (run)
            readExperimentOf(*run);
        else
            fail(run.error());
    });
}

void HistoryShowCommand::readExperimentOf(const StoredRun &run)
{
    const ReadRecorder files(*context().files);
    const QString path = files.nameOf(run.run.experimentPath);
    const QStringList folders = context().folders ? context().folders(path) : QStringList();
    const auto loaded = readExperiment(run.run.experimentYaml, run.run.experimentPath, files, folders);
    if (loaded && std::ranges::none_of(loaded->refused, &RefusedFile::isNeeded)) {
        write(run, loaded->experiment, files.paths() + namedFiles(*loaded->source->document.root, run.run.experimentPath));
        return;
    }
    context().session.store->loadCells(run.run.id, oneOfEachVariant(run), this,
                                       [this, run, paths = files.paths()](const Result<std::vector<Cell>> &cells) {
                                           if (cells)
                                               write(run, experimentOfCells(run.run, *cells), paths);
                                           else
                                               fail(cells.error());
                                       });
}

void HistoryShowCommand::write(const StoredRun &run, const Experiment &experiment, const QStringList &read)
{
    RunReport report;
    report.id = run.run.id;
    report.experimentPath = run.run.experimentPath;
    report.programVersion = context().version;
    report.state = run.run.state;
    report.started = run.run.started;
    report.finished = run.run.finished;
    report.experiment = experiment;
    report.cells = std::make_shared<const CellTable>(run.cells);
    report.race = storedRace(run.run, run.cells);
    if (report.race)
        report.raceSentence = RaceText::sentence(*report.race, experiment);

    const QStringList inputs = inputsOf(report.experiment, report.experimentPath, read, context());
    if (complainOfAll(overwrittenInputs(m_arguments.outputs, inputs, *context().outputs))) {
        Q_EMIT finished(ExitCode::Usage);
        return;
    }
    const auto missing = [cells = report.cells](int index) { return outlineOf((*cells)[static_cast<std::size_t>(index)]); };
    m_output.emplace(context(), std::move(report), *context().session.store, missing, m_arguments.outputs, m_arguments.shape,
                     m_arguments.table);
    connect(&*m_output, &RunOutput::finished, this, [this] {
        say(runSummary(m_output->report(), m_output->grid()));
        if (const QString race = m_output->report().raceSentence; !race.isEmpty())
            say(terminalSafe(race));
        if (const auto rated = std::ssize(m_output->report().judgements.ratings); rated > 0)
            say(counted(QCoreApplication::translate("Cli", "People rated %n answer(s).", nullptr, countForm(rated)), rated));
        for (const QString &line : preferenceRemarks(m_output->report(), m_output->grid()))
            say(terminalSafe(line));
        for (const Error &error : m_output->errors())
            complain(error);
        Q_EMIT finished(m_output->errors().isEmpty() ? ExitCode::Passed : ExitCode::RunError);
    });
    m_output->start();
}

void HistoryShowCommand::fail(const Error &error)
{
    complainOfLedger(error);
    Q_EMIT finished(error.kind == ErrorKind::Usage ? ExitCode::Usage : ExitCode::RunError);
}

} // namespace Tempera
