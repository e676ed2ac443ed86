// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Whole test suites: the program runs a data set of so many rows with two checks each against `echo`, through planner, engine,
// checks and ledger. Each run is a program of its own, so that its peak of memory is its own.

#include "tests/benchmarks/benchsuite.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QTemporaryDir>

#include <cstdio>
#include <utility>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

struct Measured {
    MeasuredRun run;
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
    Measured result{measuredRun(program, {"run", file}, data)};
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
        if (!small.run.ended || !large.run.ended) {
            std::printf("bench suite.%d.ended = 0 - (target 1) short\n", rows);
            return 1;
        }
        const QByteArray name = "suite." + QByteArray::number(rows);
        tellFigure(name + ".peak", large.run.peakMegabytes, "MB", ("≤ " + QByteArray::number(most)).constData(),
                   large.run.peakMegabytes <= most);
        tellFigure(name + ".rate", rows / large.run.seconds, "cells/s", "> 0", true);
        tellFigure(name + ".ledger", large.ledgerBytes / rows, "B a cell", "> 0", true);
        const double growth = (large.run.seconds / rows) / (small.run.seconds / 10'000);
        tellFigure(name + ".growth", growth, "x the time of a cell of 10,000", "≤ 1.2", growth <= 1.2);
    }
    return 0;
}
