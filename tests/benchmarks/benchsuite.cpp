// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/benchmarks/benchsuite.h"

#include <QFile>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace Tempera {

bool writeBenchSuite(const QString &folder, int rows, int variants)
{
    QFile table(folder + u"/rows.csv"_s);
    QFile experiment(folder + u"/suite.yaml"_s);
    if (!table.open(QIODevice::WriteOnly) || !experiment.open(QIODevice::WriteOnly))
        return false;
    table.write("number,word\n");
    for (int i = 0; i < rows; ++i)
        table.write(QByteArray::number(i) + ",word" + QByteArray::number(i % 1000) + '\n');
    experiment.write("prompts: ['Say {{ number }} and {{ word }}.']\n"
                     "providers:\n");
    for (int i = 0; i < variants; ++i)
        experiment.write("  - {id: echo, label: echo " + QByteArray::number(i + 1) + "}\n");
    experiment.write("defaultTest:\n"
                     "  assert:\n"
                     "    - {type: contains, value: '{{ word }}'}\n"
                     "    - {type: regex, value: 'Say \\d+'}\n"
                     "tests: rows.csv\n");
    return true;
}

bool tellFigure(const QByteArray &name, double value, const char *unit, const char *target, bool isMet)
{
    std::printf("bench %s = %.4g %s (target %s) %s\n", name.constData(), value, unit, target, isMet ? "ok" : "short");
    std::fflush(stdout);
    return isMet;
}

} // namespace Tempera
