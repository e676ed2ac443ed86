// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/baselinebodies.h"

#include "models/compare/baselinetable.h"
#include "models/core/counted.h"
#include "models/experiment/experimentfile.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <chrono>
#include <utility>

using namespace std::chrono_literals;

namespace Tempera {
namespace {

/// Answers of another run that are kept, in bytes.
constexpr std::size_t answerMemory = std::size_t{8} << 20;

QStringList fileRemarks(const ResultFile &file)
{
    QStringList remarks;
    if (file.repeatedRows > 0)
        remarks += counted(QCoreApplication::translate("BaselineRun",
                                                       "%1 result(s) of the file stand there again; the first ones count.",
                                                       nullptr, countForm(file.repeatedRows)),
                           file.repeatedRows)
                       .arg(QLocale().toString(file.repeatedRows));
    if (!file.knowsSettings)
        remarks += QCoreApplication::translate("BaselineRun", "The file does not have the settings of all variants.");
    return remarks;
}

} // namespace

const Cell *FileAnswers::body(int cell)
{
    const auto index = static_cast<std::size_t>(cell);
    return cell >= 0 && index < m_cells.size() ? &m_cells[index] : nullptr;
}

StoredAnswers::StoredAnswers(RunStore *store, const QUuid &id, std::shared_ptr<const BaselineRun> run)
    : m_store(store), m_id(id), m_run(std::move(run)), m_cache(answerMemory)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(0ms); // what is looked at together is asked for together
    connect(&m_timer, &QTimer::timeout, this, &StoredAnswers::ask);
}

const Cell *StoredAnswers::body(int cell)
{
    if (cell < 0 || static_cast<std::size_t>(cell) >= m_run->cells.size())
        return nullptr;
    if (const Cell *found = m_cache.find(cell))
        return found;
    if (!m_asked.contains(cell)) {
        m_wanted.insert(cell);
        m_timer.start();
    }
    return nullptr;
}

void StoredAnswers::ask()
{
    QList<int> cells(m_wanted.cbegin(), m_wanted.cend());
    m_wanted.clear();
    std::ranges::sort(cells);
    m_asked.unite(QSet<int>(cells.cbegin(), cells.cend()));
    QList<CellKey> keys;
    for (const int cell : std::as_const(cells))
        keys += m_run->cells.key(static_cast<std::size_t>(cell));
    m_store->loadCells(m_id, keys, this, [this, cells](Result<std::vector<Cell>> found) { take(cells, std::move(found)); });
}

/// What the ledger has not got, or could not read, is known by its numbers alone; nobody asks for it again and again.
void StoredAnswers::take(const QList<int> &asked, Result<std::vector<Cell>> cells)
{
    std::size_t next = 0;
    m_cache.trim();
    for (const int cell : asked) {
        m_asked.remove(cell);
        const CellSummary summary = m_run->cells[static_cast<std::size_t>(cell)];
        const bool isThere = cells && next < cells->size() && (*cells)[next].request.key == summary.key;
        Cell body = isThere ? std::move((*cells)[next++]) : outlineOf(summary);
        if (!cells)
            body.error = cells.error();
        m_cache.insert(cell, std::move(body));
    }
    Q_EMIT arrived();
}

FileBaseline baselineFromFile(ResultFile file, const QString &name, const QList<Prompt> &known)
{
    completePrompts(file, known);
    auto run = std::make_shared<BaselineRun>();
    run->name = name;
    run->cells = summariesOf(file.cells);
    run->isFile = true;
    run->casesOfNoChecks = file.casesOfNoChecks;
    run->remarks = fileRemarks(file);
    run->experiment = std::move(file.experiment);
    return {run, std::make_shared<FileAnswers>(std::move(file.cells))};
}

Result<std::shared_ptr<const BaselineRun>> baselineFromRun(StoredRun run, const QString &name, const PromptStore &files,
                                                           const QStringList &folders)
{
    const Result<LoadedExperiment> loaded = readExperiment(run.run.experimentYaml, run.run.experimentPath, files, folders);
    if (!loaded)
        return std::unexpected(loaded.error());
    auto baseline = std::make_shared<BaselineRun>();
    baseline->name = name;
    baseline->experiment = loaded->experiment;
    baseline->cells = std::move(run.cells);
    return baseline;
}

} // namespace Tempera
