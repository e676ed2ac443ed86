// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/cli/cliharness.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr auto catalogJson = R"({"as_of": "2026-11-10", "source": "a price list", "providers": {"openai": {
    "hosts": ["api.openai.com"], "price_rules": [{"batch": true, "factor": 0.5, "source": "a price list"}], "takes": ["temperature", "top_p", "seed", "max_tokens", "stop"],
    "models": {"gpt-4o": {"title": "GPT-4o", "context": 128000, "max_output": 16384, "encoding": "o200k_base",
                          "price": {"input": 2.5, "output": 10}},
               "gpt-4o-mini": {"title": "GPT-4o mini", "context": 128000, "max_output": 16384, "encoding": "o200k_base",
                               "price": {"input": 0.15, "output": 0.6}},
               "o9": {"title": "O9", "refuses": ["temperature"]}}}}})";

template<typename T>
void later(QObject *guard, std::function<void(T)> callback, T value)
{
    QMetaObject::invokeMethod(
        guard, [callback = std::move(callback), value = std::move(value)] { callback(value); }, Qt::QueuedConnection);
}

RunSummary runSummaryOf(const MemoryLedger::Kept &stored)
{
    RunSummary summary;
    summary.run = stored.run;
    for (const Cell &cell : stored.cells) {
        ++summary.storedCells;
        summary.errors += cell.state == CellState::Failed;
        summary.passed += cell.grade && cell.grade->outcome == Outcome::Pass;
        summary.failed += cell.grade && cell.grade->outcome == Outcome::Fail;
        if (cell.cost)
            summary.cost += *cell.cost;
        else
            ++summary.unknownCosts;
    }
    return summary;
}

} // namespace

Result<QByteArray> DiskFiles::read(const QString &path) const
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::File, file.errorString(), path);
    return file.readAll();
}

Result<void> DiskFiles::write(const QString &path, const QByteArray &data)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(data) != data.size())
        return failure(ErrorKind::File, file.errorString(), path);
    return {};
}

void MemoryLedger::beginRun(const RunRecord &run)
{
    for (Kept &stored : runs) {
        if (stored.run.id == run.id) { // taken up again
            stored.run = run;
            return;
        }
    }
    runs.prepend({.run = run, .cells = {}});
}

void MemoryLedger::saveCell(const QUuid &run, const Cell &cell)
{
    for (Kept &stored : runs) {
        if (stored.run.id != run)
            continue;
        std::erase_if(stored.cells, [&cell](const Cell &each) { return each.request.key == cell.request.key; });
        stored.cells.push_back(cell);
    }
}

void MemoryLedger::finishRun(const QUuid &run, RunState state, const QDateTime &finished)
{
    for (Kept &stored : runs) {
        if (stored.run.id == run) {
            stored.run.state = state;
            stored.run.finished = finished;
        }
    }
}

void MemoryLedger::loadJudgements(const QUuid &run, QObject *guard, std::function<void(Result<Judgements>)> callback)
{
    Result<Judgements> found;
    for (const Kept &stored : runs) {
        if (stored.run.id == run)
            found = stored.judgements;
    }
    later(guard, std::move(callback), std::move(found));
}

void MemoryLedger::listRuns(int limit, QObject *guard, std::function<void(Result<QList<RunSummary>>)> callback)
{
    Result<QList<RunSummary>> list;
    for (const Kept &stored : runs) {
        if (list->size() < limit)
            *list << runSummaryOf(stored);
    }
    if (fault)
        list = std::unexpected(*fault);
    later(guard, std::move(callback), std::move(list));
}

/// All of it, whatever the page: no command wants less.
void MemoryLedger::loadPage(const QUuid &run, const RunPage &, QObject *guard, std::function<void(Result<StoredRun>)> callback)
{
    Result<StoredRun> found = failure(ErrorKind::Storage, u"no such run"_s);
    for (const Kept &stored : runs) {
        if (stored.run.id != run)
            continue;
        found.emplace(stored.run, CellTable());
        std::vector<CellSummary> cells;
        for (const Cell &cell : stored.cells)
            cells.push_back(summaryOf(cell));
        std::ranges::sort(cells, {}, &CellSummary::key);
        for (const CellSummary &cell : cells)
            found->cells.push_back(cell);
    }
    later(guard, std::move(callback), std::move(found));
}

void MemoryLedger::loadCells(const QUuid &run, const QList<CellKey> &cells, QObject *guard,
                             std::function<void(Result<std::vector<Cell>>)> callback)
{
    Result<std::vector<Cell>> found;
    for (const Kept &stored : runs) {
        if (stored.run.id != run)
            continue;
        for (const CellKey &key : cells) {
            const auto cell = std::ranges::find(stored.cells, key, [](const Cell &each) { return each.request.key; });
            if (cell != stored.cells.end())
                found->push_back(*cell);
        }
    }
    later(guard, std::move(callback), std::move(found));
}

void MemoryLedger::totalsSince(const QDateTime &, QObject *guard, std::function<void(Result<LedgerTotals>)> callback)
{
    later(guard, std::move(callback), Result<LedgerTotals>());
}

void MemoryLedger::flush(QObject *guard, std::function<void(Result<void>)> callback)
{
    later(guard, std::move(callback), fault ? Result<void>(std::unexpected(*fault)) : Result<void>());
}

CliHarness::CliHarness() : catalog(Catalog::fromJson(catalogJson, u"catalog.json"_s).value()) { }

void CliHarness::start(const QStringList &arguments)
{
    CliContext context;
    context.session = {.engine = &engine, .store = store ? store : &ledger, .clock = &clock, .catalog = &catalog};
    context.batches = batches;
    context.batchStore = batchStore;
    context.files = &files;
    context.outputs = &outputs;
    context.cache = &cache;
    context.out = &out;
    context.err = &err;
    context.readInput = [this] { return input; };
    context.resolveLocalModel = [](const QString &model) -> Result<QString> {
        if (model == "tempera-mini"_L1)
            return u"/models/tempera-mini.gguf"_s;
        return failure(ErrorKind::ModelMissing, u"no such file"_s, u"local:"_s + model);
    };
    context.localModels = [this] {
        QList<LibraryModel> models{{.name = u"tempera-mini"_s, .path = u"/models/tempera-mini.gguf"_s, .bytes = 11'500'000}};
        if (brokenModel) {
            models.append({.name = u"page"_s, .path = u"/models/page.gguf"_s, .bytes = 15});
            models.last().problem = failure(ErrorKind::ModelBroken, u"this is not a GGUF file"_s, u"/models/page.gguf"_s).error();
        }
        return models;
    };
    context.readModel = [](const QString &path) -> Result<LibraryModel> {
        LibraryModel model{.name = u"tempera-mini"_s, .path = path, .bytes = 11'500'000};
        model.facts = GgufFacts{.architecture = u"llama"_s, .quantization = u"Q8_0"_s, .parameters = 11'000'000};
        model.sha256 = "c0ffee";
        return model;
    };
    context.addModels = [this](const QString &path) -> Result<void> {
        library += path;
        return {};
    };
    context.removeModels = [this](const QString &path) -> Result<void> {
        if (library.removeAll(path) == 0)
            return failure(ErrorKind::ModelMissing, u"it is not in the library"_s, path);
        return {};
    };
    context.showRequest = showRequest;
    context.ledgerFault = ledgerFault;
    context.prices = prices;
    context.setLedgerAside = [this]() -> Result<QString> {
        ++setAside;
        return u"/data/ledger-2026-11-28.db"_s;
    };
    context.version = u"0.1.0"_s;

    code.reset();
    finishedCount = 0;
    commandLine = std::make_unique<CommandLine>(context);
    QObject::connect(commandLine.get(), &CommandLine::finished, commandLine.get(), [this](int exit) {
        code = exit;
        ++finishedCount;
    });
    commandLine->start(arguments);
}

int CliHarness::run(const QStringList &arguments)
{
    start(arguments);
    return exitCode();
}

int CliHarness::exitCode()
{
    return QTest::qWaitFor([this] { return code.has_value(); }) ? *code : -1;
}

bool CliHarness::awaitGenerations(int count)
{
    return QTest::qWaitFor([this, count] { return engine.count() >= count; });
}

QString CliHarness::file(const QString &name, const QByteArray &text) const
{
    QFile written(folder.filePath(name));
    if (!written.open(QIODevice::WriteOnly) || written.write(text) != text.size())
        qFatal("cannot write %s", qPrintable(written.fileName()));
    return written.fileName();
}

QByteArray CliHarness::content(const QString &name) const
{
    QFile in(folder.filePath(name));
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
}

} // namespace Tempera
