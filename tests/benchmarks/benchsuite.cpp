// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/benchmarks/benchsuite.h"

#include <QFile>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <vector>

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

MeasuredRun measuredRun(const QByteArray &program, const QList<QByteArray> &arguments, const QByteArray &data)
{
    std::vector<char *> words{const_cast<char *>(program.constData())};
    for (const QByteArray &argument : arguments)
        words.push_back(const_cast<char *>(argument.constData()));
    words.push_back(nullptr);
    const auto start = std::chrono::steady_clock::now();
    const pid_t child = fork();
    if (child == 0) {
        setenv("XDG_DATA_HOME", data.constData(), 1);
        const int nowhere = open("/dev/null", O_WRONLY);
        dup2(nowhere, STDOUT_FILENO);
        dup2(nowhere, STDERR_FILENO);
        execv(program.constData(), words.data());
        _exit(127);
    }
    int status = 0;
    rusage usage{};
    if (child < 0 || wait4(child, &status, 0, &usage) != child)
        return {};
    return {WIFEXITED(status) && WEXITSTATUS(status) == 0,
            std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count(),
            static_cast<double>(usage.ru_maxrss) * 1024 / 1e6};
}

bool tellFigure(const QByteArray &name, double value, const char *unit, const char *target, bool isMet)
{
    std::printf("bench %s = %.4g %s (target %s) %s\n", name.constData(), value, unit, target, isMet ? "ok" : "short");
    std::fflush(stdout);
    return isMet;
}

} // namespace Tempera
