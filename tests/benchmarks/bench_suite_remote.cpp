// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// A suite as people have it: 1,000 tests × 2 prompts × 2 providers with three checks each, by the program's command line from its
// start to its end, with the ledger, against a mock in a process of its own that answers in 8 ms; beside it the same where answers
// go to the response cache and a JSON report is written too.

#include "tests/benchmarks/benchsuite.h"
#include "tests/benchmarks/remote/nativemock.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <vector>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

constexpr int tests = 1000;
constexpr int cells = tests * 2 * 2;
constexpr int rounds = 5;

bool writeRemoteSuite(const QString &folder, const QByteArray &port)
{
    QFile table(folder + u"/rows.csv"_s);
    QFile experiment(folder + u"/suite.yaml"_s);
    if (!table.open(QIODevice::WriteOnly) || !experiment.open(QIODevice::WriteOnly))
        return false;
    table.write("number\n");
    for (int i = 0; i < tests; ++i)
        table.write(QByteArray::number(i) + '\n');
    experiment.write("prompts: ['What is the answer to {{ number }}?', 'Say in one sentence what {{ number }} answers.']\n"
                     "providers:\n");
    for (const char *model : {"first", "second"}) {
        experiment.write("  - id: llama:" + QByteArray(model) + "\n    config: {apiBaseUrl: 'http://127.0.0.1:" + port
                         + "/paced/v1', temperature: 0, max_tokens: 64, logprobs: false}\n");
    }
    experiment.write("defaultTest:\n"
                     "  assert:\n"
                     "    - {type: contains, value: '42'}\n"
                     "    - {type: regex, value: 'answer is \\d+'}\n"
                     "    - {type: not-icontains, value: 'as an ai'}\n"
                     "tests: rows.csv\n");
    return true;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc > 1 && QByteArray(argv[1]) == "--mock")
        return runNativeMock();
    const QCoreApplication application(argc, argv);
    if (argc < 2)
        return 2;
    QProcess mock;
    mock.start(QCoreApplication::applicationFilePath(), {u"--mock"_s});
    QByteArray port;
    while (!port.endsWith('\n') && mock.waitForReadyRead(60'000))
        port += mock.readLine();
    const QByteArray program = QByteArray(argv[1]) + "/bin/tempera";
    std::vector<double> rates;
    std::vector<double> kept;
    double peak = 0;
    for (int round = 0; round < rounds; ++round) {
        const QTemporaryDir folder;
        if (!folder.isValid() || !writeRemoteSuite(folder.path(), port.trimmed()))
            return 2;
        const QByteArray path = folder.path().toUtf8();
        const QList<QByteArray> arguments{"run", path + "/suite.yaml", "-j", "32", "--no-table"};
        const MeasuredRun asked = measuredRun(program, arguments + QList<QByteArray>{"--no-cache"}, path + "/data");
        const MeasuredRun reported =
            measuredRun(program, arguments + QList<QByteArray>{"-o", path + "/out.json"}, path + "/kept");
        if (!asked.ended || !reported.ended)
            return tellFigure("suite.remote.ended", 0, "runs", "all", false) ? 0 : 1;
        rates.push_back(cells / asked.seconds);
        kept.push_back(cells / reported.seconds);
        peak = std::max({peak, asked.peakMegabytes, reported.peakMegabytes});
        std::printf("  %.0f cells/s, %.1f MB; with the cache and a report %.0f cells/s, %.1f MB\n", rates.back(),
                    asked.peakMegabytes, kept.back(), reported.peakMegabytes);
        std::fflush(stdout);
    }
    mock.closeWriteChannel();
    mock.waitForFinished(5000);
    std::ranges::sort(rates);
    std::ranges::sort(kept);
    const double middle = rates.at(rounds / 2);
    const bool isQuick = tellFigure("suite.remote.rate", middle, "cells/s", "≥ 2000", middle >= 2000);
    tellFigure("suite.remote.kept-rate", kept.at(rounds / 2), "cells/s", "> 0", true);
    const bool isSmall = tellFigure("suite.remote.peak", peak, "MB", "≤ 120", peak <= 120);
    return isQuick && isSmall ? 0 : 1;
}
