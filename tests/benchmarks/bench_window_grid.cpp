// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The grid of a long run in the real window: cases × 4 variants are opened from the ledger, gone through by keys and by the
// wheel, put in order and filtered. Each size is opened by a program of its own, so that its peak of memory is its own; the
// ledger was filled by another one.

#include "models/items/gridmodel.h"
#include "tests/benchmarks/benchsuite.h"
#include "tests/benchmarks/benchwindow.h"
#include "widgets/common/appearance.h"
#include "widgets/compare/comparepanel.h"
#include "widgets/compare/filterbar.h"
#include "widgets/compare/gridface.h"
#include "widgets/compare/runview.h"
#include "widgets/library/librarypanel.h"

#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QProcess>
#include <QTemporaryDir>
#include <QWheelEvent>

#include <sys/resource.h>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

constexpr int variants = 4;
constexpr int keysOfLook = 150;
constexpr int wheelsOfLook = 300;
constexpr double longestOpening = 300; ///< ms
constexpr double longestSearch = 500;  ///< ms
constexpr double mostMegabytes = 300;

/// What a run would have left: some answers fail, some differ, their lengths and times scatter.
Cell gridCell(int caseIndex, int variant)
{
    const int chance = (caseIndex * 7919 + variant * 104'729) % 1000;
    Cell cell;
    cell.request.key = {caseIndex, 0, variant, 0};
    cell.request.endpoint = endpointFromId(u"echo"_s);
    cell.state = CellState::Done;
    cell.text = u"Say %1 and word%2."_s.arg(caseIndex).arg(caseIndex % 1000);
    if (variant > 0 && chance % 10 == 0)
        cell.text += u" It is what it is."_s;
    cell.usage.inputTokens = 8;
    cell.usage.outputTokens = 8 + chance % 90;
    cell.timings.firstToken = std::chrono::microseconds(100 + chance);
    cell.timings.total = std::chrono::microseconds(1000 + 10 * chance);
    cell.cost = Money::fromNano(100 + chance);
    const bool passes = chance % 50 != 0;
    cell.grade = Grade{passes ? Outcome::Pass : Outcome::Fail,
                       passes ? 1.0 : 0.0,
                       {{u"contains"_s, passes ? Outcome::Pass : Outcome::Fail, passes ? 1.0 : 0.0, 1, {}, {}}}};
    return cell;
}

bool isWritten(RunStore &store, TurnedLoop &loop)
{
    QObject guard;
    std::optional<bool> written;
    store.flush(&guard, [&written](const Result<void> &result) { written = result.has_value(); });
    return loop.until([&written] { return written.has_value(); }) && *written;
}

int fillLedger(const QString &folder, int cases)
{
    QFile experiment(folder + u"/suite.yaml"_s);
    if (!writeBenchSuite(folder, cases, variants) || !experiment.open(QIODevice::ReadOnly))
        return 2;
    const SystemClock clock;
    LedgerOrMemory store(folder + u"/ledger.db"_s, clock);
    if (!store.waitUntilOpen())
        return 2;
    RunRecord run;
    run.id = QUuid::createUuid();
    run.title = u"grid"_s;
    run.experimentPath = folder + u"/suite.yaml"_s;
    run.experimentYaml = experiment.readAll();
    run.started = QDateTime::currentDateTimeUtc();
    run.plannedCells = cases * variants;
    store.beginRun(run);
    TurnedLoop loop;
    for (int i = 0; i < cases; ++i) {
        for (int variant = 0; variant < variants; ++variant)
            store.saveCell(run.id, gridCell(i, variant));
        if (i % 5000 == 4999 && !isWritten(store, loop)) // what waits is in memory
            return 2;
    }
    store.finishRun(run.id, RunState::Finished, QDateTime::currentDateTimeUtc());
    return isWritten(store, loop) ? 0 : 2;
}

/// The grid of the run that is shown, as somebody who uses it sees it.
class GridInUse
{
public:
    GridInUse(GridFace *face, TurnedLoop &loop)
        : m_face(face), m_table(face->table()), m_model(qobject_cast<GridModel *>(face->table()->model())), m_loop(loop)
    {
    }

    /// Page after page, now and then to an end, then by the wheel.
    void look()
    {
        m_table->setFocus();
        for (int i = 1; i <= keysOfLook; ++i) {
            postKey(m_table, i % 50 == 0 ? Qt::Key_End : i % 25 == 0 ? Qt::Key_Home : Qt::Key_PageDown);
            rest();
        }
        for (int i = 0; i < wheelsOfLook; ++i) {
            const QPointF place(m_table->viewport()->rect().center());
            const QPoint step(0, i < 2 * wheelsOfLook / 3 ? -120 : 120);
            QCoreApplication::postEvent(m_table->viewport(),
                                        new QWheelEvent(place, m_table->viewport()->mapToGlobal(place), {}, step, Qt::NoButton,
                                                        Qt::NoModifier, Qt::NoScrollPhase, false));
            rest();
        }
    }

    /// The next order of the box; milliseconds until it is shown.
    std::optional<double> sortOn()
    {
        auto *order = m_face->findChild<QComboBox *>(u"gridOrder"_s);
        order->setFocus();
        return searched([order] { postKey(order, Qt::Key_Down); });
    }

    /// Replaces the filter; from its last key on.
    std::optional<double> filterBy(const QString &filter)
    {
        QLineEdit *line = m_face->filter()->line();
        m_face->focusFilter();
        for (const QChar c : filter.chopped(1)) {
            postKey(line, Qt::Key_unknown, c);
            (void)m_loop.turn();
        }
        m_loop.settle();
        return searched([line, &filter] { postKey(line, Qt::Key_unknown, filter.last(1)); });
    }

    [[nodiscard]] int rows() const { return m_model->rowCount(); }

private:
    /// As long as there is something to do at once.
    void rest()
    {
        while (m_loop.turn()) { }
    }

    template<typename Action>
    std::optional<double> searched(Action action)
    {
        const BenchTime::time_point begin = BenchTime::now();
        action();
        (void)m_loop.turn();
        if (!m_loop.until([this] { return !m_model->isSearching(); }))
            return std::nullopt;
        const double took = millisecondsSince(begin);
        rest();
        return took;
    }

    GridFace *m_face;
    QTableView *m_table;
    GridModel *m_model;
    TurnedLoop &m_loop;
};

double peakMegabytes()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) * 1024 / 1e6;
}

bool tellTurns(const QByteArray &name, TurnedLoop &loop)
{
    const std::vector<double> turns = loop.takeTurns();
    const TurnFigures figures = turnFigures(turns);
    std::printf("%s: %zu turns, 99 %% within %.1f ms, the longest %.0f ms\n", name.constData(), turns.size(), figures.p99,
                figures.longest);
    return tellFigure(name, figures.share, "% within 16 ms", "≥ 99", figures.share >= wantedShare);
}

int useGrid(const QString &folder, int cases)
{
    BenchWorkplace place(folder);
    MainWindow &window = *place.window;
    window.library()->setCurrentIndex(1); // its runs
    TurnedLoop loop;
    loop.settle();
    FirstRows firstRows;
    const QByteArray size = QByteArray::number(cases * variants);
    const std::optional<double> opened = openFirstRun(window, loop, firstRows, u"Say 0 and word0."_s, cases * variants);
    if (!opened) {
        tellFigure("window-grid-" + size + "-opened", 0, "-", "1", false);
        return 1;
    }
    bool ok = tellFigure("window-grid-" + size + "-open", *opened, "ms", "≤ 300", *opened <= longestOpening);
    GridInUse grid(window.runView()->compare()->grid(), loop);
    if (!loop.until([&grid, cases] { return grid.rows() == cases; })) {
        tellFigure("window-grid-" + size + "-rows", grid.rows(), "rows", "all", false);
        return 1;
    }
    loop.settle();
    (void)loop.takeTurns();
    grid.look();
    ok = tellTurns("window-grid-" + size + "-scroll", loop) && ok;

    double slowest = 0;
    for (int i = 0; i < 9; ++i) // every order of the box
        slowest = std::max(slowest, grid.sortOn().value_or(1e9));
    ok = tellFigure("window-grid-" + size + "-sort", slowest, "ms", "≤ 500", slowest <= longestSearch) && ok;
    ok = tellTurns("window-grid-" + size + "-sort-turns", loop) && ok;

    slowest = 0;
    for (const QString &filter : {u"failed"_s, u"tokens > 90 and not failed"_s, u"worse"_s, u"disagrees"_s, u"case ~ word77"_s}) {
        const double took = grid.filterBy(filter).value_or(1e9);
        std::printf("%s: %d rows in %.0f ms\n", qPrintable(filter), grid.rows(), took);
        slowest = std::max(slowest, took);
    }
    ok = tellTurns("window-grid-" + size + "-filter-turns", loop) && ok;
    ok = tellFigure("window-grid-" + size + "-filter", slowest, "ms", "≤ 500", slowest <= longestSearch) && ok;
    const double peak = peakMegabytes();
    return tellFigure("window-grid-" + size + "-peak", peak, "MB", "≤ 300", peak <= mostMegabytes) && ok ? 0 : 1;
}

/// Runs this program once more.
bool runPart(const QString &part, const QString &folder, int cases)
{
    std::fflush(stdout);
    return QProcess::execute(QCoreApplication::applicationFilePath(), {part, folder, QString::number(cases)}) == 0;
}

} // namespace

int main(int argc, char **argv)
{
    const bool display = qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY");
    if (!display && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    if (argc == 4 && qstrcmp(argv[1], "fill") == 0) {
        const QCoreApplication application(argc, argv);
        return fillLedger(QString::fromLocal8Bit(argv[2]), QByteArray(argv[3]).toInt());
    }
    if (argc == 4 && qstrcmp(argv[1], "use") == 0) {
        prepareIcons();
        const QApplication application(argc, argv);
        QApplication::setQuitOnLastWindowClosed(false);
        return useGrid(QString::fromLocal8Bit(argv[2]), QByteArray(argv[3]).toInt());
    }
    const QCoreApplication application(argc, argv);
    bool ok = true;
    for (const int cases : {100'000, 250'000}) {
        const QTemporaryDir folder;
        if (!folder.isValid() || !runPart(u"fill"_s, folder.path(), cases)) {
            std::printf("the ledger could not be filled\n");
            return 2;
        }
        ok = runPart(u"use"_s, folder.path(), cases) && ok;
    }
    return ok ? 0 : 1;
}
