// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// A whole remote run: 4,000 cells, 32 in flight, through session, engine, three checks and ledger, against a mock in a process of
// its own; beside it, by turns, a bare load generator of the same mock, in another. Prints a table and one line a figure,
// "bench NAME = VALUE UNIT (target TARGET) ok|short"; exit code 1 where one is short.
//
// The mock writes as a fast server would: an answer takes 8 ms, in four pieces. What both get where it takes no time at all is told
// beside it.

#include "app/engine/eventloops.h"
#include "app/engine/http/httpbackend.h"
#include "app/engine/threadedengine.h"
#include "app/storage/ledger.h"
#include "models/experiment/experimentfile.h"
#include "models/session/session.h"
#include "tests/benchmarks/benchsuite.h"
#include "tests/benchmarks/remote/bareload.h"
#include "tests/benchmarks/remote/nativemock.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>
#include <vector>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

constexpr int cells = 4000;
constexpr int slotsAtOnce = 32;
constexpr int rounds = 5;

/// The table of the cases; the experiment itself is a text.
class BenchRows final : public PromptStore
{
public:
    BenchRows()
    {
        m_rows = "number\n";
        for (int i = 0; i < cells; ++i)
            m_rows += QByteArray::number(i) + '\n';
    }
    Result<QByteArray> read(const QString &path) const override
    {
        return path.endsWith(u"rows.csv"_s) ? Result<QByteArray>(m_rows) : failure(ErrorKind::File, u"there is no file"_s, path);
    }
    Result<void> write(const QString &path, const QByteArray &) override
    {
        return failure(ErrorKind::File, u"nothing is written"_s, path);
    }

private:
    QByteArray m_rows;
};

Result<LoadedExperiment> experimentAt(int port, const QByteArray &place)
{
    const QByteArray text = "prompts: ['What is the answer to {{ number }}?']\n"
                            "providers:\n"
                            "  - id: llama:bench\n"
                            "    config: {apiBaseUrl: 'http://127.0.0.1:"
                            + QByteArray::number(port) + place
                            + "/v1', temperature: 0, max_tokens: 64, logprobs: false}\n"
                              "defaultTest:\n"
                              "  assert:\n"
                              "    - {type: contains, value: '42'}\n"
                              "    - {type: regex, value: 'answer is \\d+'}\n"
                              "    - {type: not-icontains, value: 'as an ai'}\n"
                              "tests: rows.csv\n";
    return readExperiment(text, {}, BenchRows());
}

/// Cells a second of one run, from its start until the last one is in the ledger; nothing where one did not pass.
std::optional<double> sessionRate(const SessionContext &context, const Experiment &experiment)
{
    Session session(context);
    RunOptions options;
    options.maxConcurrency = slotsAtOnce;
    QObject::connect(&session, &Session::finished, &session, &QCoreApplication::quit);
    QElapsedTimer timer;
    timer.start();
    if (!session.run(experiment, options))
        return std::nullopt;
    QCoreApplication::exec();
    const double seconds = static_cast<double>(timer.nsecsElapsed()) * 1e-9;
    if (session.totals().passed != cells) {
        std::printf("%d of %d cells passed\n", static_cast<int>(session.totals().passed), cells);
        return std::nullopt;
    }
    return cells / seconds;
}

/// Another process of this program.
QByteArray firstLineOf(QProcess &process, const QStringList &arguments)
{
    process.start(QCoreApplication::applicationFilePath(), arguments);
    QByteArray line;
    while (!line.endsWith('\n') && process.waitForReadyRead(60'000))
        line += process.readLine();
    return line.trimmed();
}

double loadRate(int port, const QString &place)
{
    QProcess load;
    const double rate = firstLineOf(load, {u"--load"_s, QString::number(port), place}).toDouble();
    load.waitForFinished();
    return rate;
}

/// Peak resident memory of this process in MB.
double peakMegabytes()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = status.readAll();
    const qsizetype at = text.indexOf("VmHWM:");
    return at < 0 ? 0 : text.sliced(at + 6, text.indexOf("kB", at) - at - 6).trimmed().toDouble() * 1024 / 1e6;
}

double middle(std::vector<double> values)
{
    std::ranges::sort(values);
    return values.at(values.size() / 2);
}

struct Rates {
    std::vector<double> ours;
    std::vector<double> bare;
    std::vector<double> share; ///< Of the same round.
};

/// By turns the one and the other first, so that whatever else the machine does meets both alike.
std::optional<Rates> measure(const SessionContext &context, int port, const QString &place, int times)
{
    const Result<LoadedExperiment> loaded = experimentAt(port, place.toUtf8());
    if (!loaded) {
        std::printf("%s\n", qPrintable(errorSentence(loaded.error())));
        return std::nullopt;
    }
    Rates rates;
    for (int round = 0; round < times; ++round) {
        double bare = round % 2 == 0 ? loadRate(port, place) : 0;
        const std::optional<double> ours = sessionRate(context, loaded->experiment);
        if (round % 2 != 0)
            bare = loadRate(port, place);
        if (!ours || bare <= 0)
            return std::nullopt;
        rates.ours.push_back(*ours);
        rates.bare.push_back(bare);
        rates.share.push_back(100 * *ours / bare);
        std::printf("  %14s %16.0f %16.0f %10.1f %%\n", qPrintable(place.isEmpty() ? u"at once"_s : u"8 ms"_s), *ours, bare,
                    rates.share.back());
        std::fflush(stdout);
    }
    return rates;
}

bool report(const SessionContext &context, int port)
{
    std::printf("%d cells, %d in flight; cells/s\n", cells, slotsAtOnce);
    std::printf("  %14s %16s %16s %12s\n", "an answer", "Tempera", "bare generator", "share");
    const std::optional<Rates> paced = measure(context, port, u"/paced"_s, rounds);
    const double memory = peakMegabytes();
    const std::optional<Rates> atOnce = paced ? measure(context, port, QString(), 3) : std::nullopt;
    if (!paced || !atOnce)
        return tellFigure("remote-completed", 0, "runs", "all", false);
    bool ok = tellFigure("remote-rate", middle(paced->ours), "cells/s", "≥ 2000", middle(paced->ours) >= 2000);
    ok = tellFigure("remote-memory", memory, "MB", "≤ 120", memory <= 120) && ok;
    ok = tellFigure("remote-share", middle(paced->share), "% of a bare load generator", "≥ 50", middle(paced->share) >= 50) && ok;
    ok = tellFigure("remote-rate-at-once", middle(atOnce->ours), "cells/s", "≥ 2000", middle(atOnce->ours) >= 2000) && ok;
    tellFigure("remote-share-at-once", middle(atOnce->share), "% of a bare load generator", "> 0", true);
    return ok;
}

} // namespace

int main(int argc, char **argv)
{
    const QByteArray role = argc > 1 ? QByteArray(argv[1]) : QByteArray();
    if (role == "--mock")
        return runNativeMock();
    if (role == "--load") {
        const std::string place = argc > 3 ? argv[3] : "";
        std::printf("%.3f\n", bareLoadRate(std::atoi(argv[2]), place + "/v1/chat/completions", cells, slotsAtOnce));
        return 0;
    }
    useQtsEventLoops();
    const QCoreApplication application(argc, argv);
    QProcess mock;
    const int port = firstLineOf(mock, {u"--mock"_s}).toInt();
    const QTemporaryDir folder;
    const SystemClock clock;
    const Catalog catalog = Catalog::builtIn();
    Result<std::unique_ptr<Ledger>> ledger = Ledger::open(folder.filePath(u"ledger.db"_s), clock);
    if (port == 0 || !ledger) {
        std::printf("the mock or the ledger cannot be started\n");
        return 2;
    }
    ThreadedEngine engine(
        [&clock] {
            std::vector<std::unique_ptr<Backend>> backends;
            backends.push_back(std::make_unique<HttpBackend>(clock));
            return backends;
        },
        clock, {.httpSlots = slotsAtOnce});
    const SessionContext context{.engine = &engine, .store = ledger->get(), .clock = &clock, .catalog = &catalog};
    const bool ok = report(context, port);
    mock.closeWriteChannel();
    if (!mock.waitForFinished(5000))
        mock.kill();
    mock.waitForFinished();
    return ok ? 0 : 1;
}
