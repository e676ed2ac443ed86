// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace Tempera {

/// Writes "suite.yaml" and its table "rows.csv" into a folder: so many cases with two checks each, which `echo` passes, for so
/// many variants of it. False: it could not be written.
[[nodiscard]] bool writeBenchSuite(const QString &folder, int rows, int variants = 1);

/// One run of a program in a process of its own.
struct MeasuredRun {
    bool ended = false; ///< With exit code 0.
    double seconds = 0;
    double peakMegabytes = 0; ///< Of resident memory.
};
/// Runs it with XDG_DATA_HOME in `data`; what it says is not read.
[[nodiscard]] MeasuredRun measuredRun(const QByteArray &program, const QList<QByteArray> &arguments, const QByteArray &data);

/// "bench NAME = VALUE UNIT (target TARGET) ok|short" on standard output. Returns `isMet`.
bool tellFigure(const QByteArray &name, double value, const char *unit, const char *target, bool isMet);

} // namespace Tempera
