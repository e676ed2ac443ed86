// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Time from the start of the program to its first painted window, model not loaded: the median of warm starts, with an
// empty ledger and with a large one, each beside the start of an empty main window of the same libraries.

#include "app/storage/ledger.h"

#include <QApplication>
#include <QMainWindow>
#include <QProcess>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTextStream>

#include <algorithm>
#include <chrono>
#include <vector>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

constexpr int warmStarts = 9;
constexpr double targetMs = 300;
constexpr double targetRatio = 1.5;
constexpr int manyCells = 1'000'000;

/// A window without anything, that tells its first picture as the program does.
class EmptyWindow final : public QMainWindow
{
protected:
    void paintEvent(QPaintEvent *event) override
    {
        QMainWindow::paintEvent(event);
        QMetaObject::invokeMethod(
            this,
            [] {
                const auto now = std::chrono::steady_clock::now().time_since_epoch();
                QTextStream(stdout) << "first-paint " << qint64(std::chrono::nanoseconds(now).count()) << '\n';
                QCoreApplication::exit();
            },
            Qt::QueuedConnection);
    }
};

int showEmptyWindow(int argc, char **argv)
{
    const QApplication application(argc, argv);
    EmptyWindow window;
    window.setWindowTitle(u"empty"_s);
    window.resize(1280, 820);
    window.show();
    return QApplication::exec();
}

struct Start {
    QString program;
    QStringList arguments;
};

/// Milliseconds, or nothing when the program did not say it.
std::optional<double> startOnce(const Start &start, const QProcessEnvironment &environment)
{
    QProcess process;
    process.setProcessEnvironment(environment);
    const auto before = std::chrono::steady_clock::now().time_since_epoch();
    process.start(start.program, start.arguments);
    if (!process.waitForFinished(60'000)) {
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

struct Medians {
    double program = 0;
    double empty = 0;
};

/// Both in turn, so that whatever else the machine does meets both.
std::optional<Medians> measure(const Start &program, const Start &empty, const QProcessEnvironment &environment,
                               const QString &what)
{
    QTextStream out(stdout);
    std::vector<double> times[2];
    for (int i = 0; i <= warmStarts; ++i) {
        const auto one = startOnce(program, environment);
        const auto other = startOnce(empty, environment);
        if (!one || !other)
            return std::nullopt;
        out << what << ", start " << i << ": " << *one << " ms, empty window " << *other << " ms"
            << (i == 0 ? " (cold, not counted)" : "") << '\n';
        out.flush();
        if (i == 0)
            continue;
        times[0].push_back(*one);
        times[1].push_back(*other);
    }
    for (std::vector<double> &list : times)
        std::ranges::sort(list);
    return Medians{times[0].at(times[0].size() / 2), times[1].at(times[1].size() / 2)};
}

/// A ledger of the program's own making with a thousand runs of a thousand cells each.
bool fillLedger(const QString &path)
{
    SystemClock clock;
    if (!Ledger::open(path, clock))
        return false;
    bool filled = false;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"fill"_s);
        database.setDatabaseName(path);
        if (!database.open())
            return false;
        QSqlQuery query(database);
        const QString numbers = u"WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < %1) "_s;
        filled =
            database.transaction()
            && query.exec(numbers.arg(manyCells / 1000)
                          + u"INSERT INTO runs (uuid, started, finished, state, planned_cells, title, experiment_path, "
                            "experiment_yaml) SELECT printf('00000000-0000-4000-8000-%012d', i), 1767225600000 + i * 60000, "
                            "1767225600000 + i * 60000 + 1, 'finished', 1000, 'run ' || i, '', CAST('prompts: [x]' AS BLOB) "
                            "FROM n"_s)
            && query.exec(
                numbers.arg(manyCells)
                + u"INSERT INTO cells (run, case_index, prompt_index, variant_index, repeat, stored, state, outcome, cost_nano, "
                  "cost_unknown, input_tokens, output_tokens, usage_exact, finish_reason, reproducibility, retries, "
                  "loading_fraction, model, request, text, reasoning) SELECT i / 1000 + 1, i % 1000, 0, 0, 0, 1767225600000 + i, "
                  "'done', 'pass', 1000, 0, 10, 20, 1, 'stop', 'exact', 0, 1.0, 'some', '{}', 'an answer of a few words', '' "
                  "FROM n"_s)
            && database.commit();
        if (!filled)
            QTextStream(stdout) << query.lastError().text() << '\n';
    }
    QSqlDatabase::removeDatabase(u"fill"_s);
    return filled;
}

bool tell(const char *name, double value, const char *unit, double target)
{
    const bool ok = value <= target;
    QTextStream(stdout) << "bench " << name << " = " << QString::number(value, 'f', value < 10 ? 2 : 0) << ' ' << unit
                        << " (target " << target << ") " << (ok ? "ok" : "short") << '\n';
    return ok;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc > 1 && qstrcmp(argv[1], "--empty-window") == 0)
        return showEmptyWindow(argc, argv);
    const QCoreApplication application(argc, argv);
    const Start program{QCoreApplication::arguments().value(1, u"."_s) + u"/bin/tempera"_s, {u"--report-first-paint"_s}};
    const Start empty{QCoreApplication::applicationFilePath(), {u"--empty-window"_s}};
    const QTemporaryDir home;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const auto &name : {u"XDG_CONFIG_HOME"_s, u"XDG_DATA_HOME"_s, u"XDG_STATE_HOME"_s, u"XDG_CACHE_HOME"_s})
        environment.insert(name, home.path());

    QTextStream out(stdout);
    const std::optional<Medians> small = measure(program, empty, environment, u"empty ledger"_s);
    if (!small) {
        out << "the program did not report its first picture\n";
        return 2;
    }
    if (!fillLedger(home.filePath(u"tempera/ledger.db"_s))) {
        out << "the large ledger could not be made\n";
        return 2;
    }
    const std::optional<Medians> large = measure(program, empty, environment, u"1,000,000 cells"_s);
    if (!large) {
        out << "the program did not report its first picture\n";
        return 2;
    }
    bool ok = tell("start-to-first-paint", small->program, "ms", targetMs);
    ok = tell("start-to-first-paint-1000000-cells", large->program, "ms", targetMs) && ok;
    ok = tell("start-beside-empty-window", small->program / small->empty, "×", targetRatio) && ok;
    ok = tell("start-beside-empty-window-1000000-cells", large->program / large->empty, "×", targetRatio) && ok;
    return ok ? 0 : 1;
}
