// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Whole test suites: the program runs a data set of so many rows with two checks each against `echo`, through planner, engine,
// checks and ledger. Each run is a program of its own, so that its peak of memory is its own.

#include "tests/benchmarks/benchsuite.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QTemporaryDir>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

struct Measured {
    bool ended = false;
    double seconds = 0;
    double peakMegabytes = 0;
    double ledgerBytes = 0;
};

double bytesUnder(const QString &folder)
{
    double sum = 0;
    for (QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); files.hasNext();)
        sum += static_cast<double>(files.nextFileInfo().size());
    return sum;
}

/// Runs the program with a data folder of its own.
Measured measured(const QByteArray &program, int rows)
{
    const QTemporaryDir folder;
    if (!folder.isValid() || !writeBenchSuite(folder.path(), rows))
        return {};
    const QByteArray file = (folder.path() + u"/suite.yaml"_s).toUtf8();
    const QByteArray data = (folder.path() + u"/data"_s).toUtf8();
    const auto start = std::chrono::steady_clock::now();
    const pid_t child = fork();
    if (child == 0) {
        setenv("XDG_DATA_HOME", data.constData(), 1);
        const int nowhere = open("/dev/null", O_WRONLY);
        dup2(nowhere, STDOUT_FILENO);
        dup2(nowhere, STDERR_FILENO);
        execl(program.constData(), program.constData(), "run", file.constData(), static_cast<char *>(nullptr));
        _exit(127);
    }
    int status = 0;
    rusage usage{};
    if (child < 0 || wait4(child, &status, 0, &usage) != child)
        return {};
    Measured result;
    result.ended = WIFEXITED(status) && WEXITSTATUS(status) == 0;
    result.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    result.peakMegabytes = static_cast<double>(usage.ru_maxrss) * 1024 / 1e6;
    result.ledgerBytes = bytesUnder(folder.path() + u"/data"_s);
    return result;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    if (argc < 2)
        return 2;
    const QByteArray program = QByteArray(argv[1]) + "/bin/tempera";
    const Measured small = measured(program, 10'000);
    for (const auto &[rows, most] : {std::pair{100'000, 150}, std::pair{1'000'000, 300}}) {
        const Measured large = measured(program, rows);
        if (!small.ended || !large.ended) {
            std::printf("bench suite.%d.ended = 0 - (target 1) short\n", rows);
            return 1;
        }
        const QByteArray name = "suite." + QByteArray::number(rows);
        tellFigure(name + ".peak", large.peakMegabytes, "MB", ("≤ " + QByteArray::number(most)).constData(),
               large.peakMegabytes <= most);
        tellFigure(name + ".rate", rows / large.seconds, "cells/s", "> 0", true);
        tellFigure(name + ".ledger", large.ledgerBytes / rows, "B a cell", "> 0", true);
        const double growth = (large.seconds / rows) / (small.seconds / 10'000);
        tellFigure(name + ".growth", growth, "x the time of a cell of 10,000", "≤ 1.2", growth <= 1.2);
    }
    return 0;
}
