// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Time from the start of the program to its first painted window, model not loaded: the median of warm starts.

#include <QCoreApplication>
#include <QProcess>
#include <QTemporaryDir>
#include <QTextStream>

#include <algorithm>
#include <chrono>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

constexpr int warmStarts = 9;
constexpr double targetMs = 400;

/// Milliseconds, or nothing when the program did not say it.
std::optional<double> startOnce(const QString &program, const QProcessEnvironment &environment)
{
    QProcess process;
    process.setProcessEnvironment(environment);
    const auto before = std::chrono::steady_clock::now().time_since_epoch();
    process.start(program, {u"--report-first-paint"_s});
    if (!process.waitForFinished(30'000)) {
        process.kill();
        process.waitForFinished();
        return std::nullopt;
    }
    for (const QByteArray &line : process.readAllStandardOutput().split('\n')) {
        if (line.startsWith("first-paint "))
            return (line.sliced(12).toDouble() - double(std::chrono::nanoseconds(before).count())) / 1e6;
    }
    return std::nullopt;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QString build = QCoreApplication::arguments().value(1, u"."_s);
    const QTemporaryDir home;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const auto &name : {u"XDG_CONFIG_HOME"_s, u"XDG_DATA_HOME"_s, u"XDG_STATE_HOME"_s})
        environment.insert(name, home.path());

    QTextStream out(stdout);
    std::vector<double> times;
    for (int i = 0; i <= warmStarts; ++i) {
        const auto time = startOnce(build + u"/bin/tempera"_s, environment);
        if (!time) {
            out << "the program did not report its first picture\n";
            return 2;
        }
        out << "start " << i << ": " << *time << " ms" << (i == 0 ? " (cold, not counted)" : "") << '\n';
        if (i > 0)
            times.push_back(*time);
    }
    std::ranges::sort(times);
    const double median = times.at(times.size() / 2);
    out << "bench start-to-first-paint = " << qRound(median) << " ms (target " << targetMs << ") "
        << (median <= targetMs ? "ok" : "short") << '\n';
    return median <= targetMs ? 0 : 1;
}
