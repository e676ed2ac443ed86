// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A long run in the real window: 100,000 `echo` cells of a table start, stream and are browsed; then the run is opened from the
// ledger. Real engine thread, real ledger in a folder of its own.

#include "tests/benchmarks/benchsuite.h"
#include "tests/benchmarks/benchwindow.h"
#include "widgets/common/appearance.h"
#include "widgets/compare/comparepanel.h"
#include "widgets/compare/gridface.h"
#include "widgets/library/librarypanel.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTextStream>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Tempera;

namespace {

constexpr int rows = 100'000;
constexpr int openings = 5;
constexpr double longestOpening = 300; ///< ms

/// What a person does who looks through the cells meanwhile: page after page, now and then to an end, and to the answers of the
/// chosen case.
class Browsing final : public QObject
{
public:
    explicit Browsing(MainWindow &window)
        : m_faces(window.compare()->findChild<QTabWidget *>(u"compareFaces"_s)), m_table(showGrid(window.compare()))
    {
        connect(&m_timer, &QTimer::timeout, this, &Browsing::step);
        m_timer.start(50ms);
    }
    [[nodiscard]] int steps() const { return m_step; }

private:
    void step()
    {
        ++m_step;
        if (m_step % 40 == 0)
            m_faces->setCurrentIndex(m_step % 80 == 0 ? 1 : 0);
        if (m_step % 25 == 0)
            postKey(m_table, m_step % 50 == 0 ? Qt::Key_Home : Qt::Key_End);
        else
            postKey(m_table, Qt::Key_PageDown);
    }

    QTabWidget *m_faces;
    QTableView *m_table;
    QTimer m_timer;
    int m_step = 0;
};

/// From the key that starts it to the last cell.
bool runAndBrowse(const QString &folder, QTextStream &out)
{
    BenchWorkplace place(folder);
    MainWindow &window = *place.window;
    TurnedLoop loop;
    loop.settle();
    bool isOver = false;
    QObject::connect(&window.session(), &Session::finished, &window, [&isOver] { isOver = true; });
    const Browsing browsing(window);
    (void)loop.takeTurns();
    const BenchTime::time_point begin = BenchTime::now();
    QMetaObject::invokeMethod(window.findChild<QAction *>(u"run"_s), &QAction::trigger, Qt::QueuedConnection);
    const bool ended = loop.until([&isOver] { return isOver; });
    const double seconds = millisecondsSince(begin) / 1000;
    const std::vector<double> turns = loop.takeTurns();
    const RunTotals totals = window.session().totals();
    const TurnFigures figures = turnFigures(turns);
    out << totals.done << " cells in " << QString::number(seconds, 'f', 1) << " s, " << turns.size() << " turns, "
        << browsing.steps() << " keys; 99 % of the turns within " << QString::number(figures.p99, 'f', 1) << " ms, the longest "
        << QString::number(figures.longest, 'f', 0) << " ms\n";
    const bool isWhole = ended && totals.done == rows && totals.passed == rows;
    out.flush();
    return tellFigure("window-run-100000-turns", isWhole ? figures.share : 0, "% within 16 ms", "≥ 99",
                      isWhole && figures.share >= wantedShare);
}

/// The slowest of some; the first one makes the view, too.
bool openFromLedger(const QString &folder, QTextStream &out)
{
    BenchWorkplace place(folder);
    MainWindow &window = *place.window;
    window.library()->setCurrentIndex(1); // its runs
    TurnedLoop loop;
    loop.settle();
    FirstRows firstRows;
    double slowest = 0;
    bool isWhole = true;
    for (int i = 0; i < openings && isWhole; ++i) {
        (void)loop.takeTurns();
        const std::optional<double> took = openFirstRun(window, loop, firstRows, u"Say 0 and word0."_s, rows);
        isWhole = took.has_value();
        slowest = std::max(slowest, took.value_or(0));
        out << "opening " << i + 1 << ": " << QString::number(took.value_or(-1), 'f', 0)
            << " ms to the first rows; the longest turn " << QString::number(turnFigures(loop.takeTurns()).longest, 'f', 0)
            << " ms\n";
        if (auto *leave = window.findChild<QAbstractButton *>(u"leaveRun"_s))
            leave->click();
        loop.settle();
    }
    out.flush();
    return tellFigure("window-open-run-100000", isWhole ? slowest : 0, "ms", "≤ 300", isWhole && slowest <= longestOpening);
}

} // namespace

int main(int argc, char **argv)
{
    const bool display = qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY");
    if (!display && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    prepareIcons();
    const QApplication application(argc, argv);
    QApplication::setQuitOnLastWindowClosed(false);
    QTextStream out(stdout);
    const QTemporaryDir folder;
    if (!folder.isValid() || !writeBenchSuite(folder.path(), rows)) {
        out << "the experiment could not be written\n";
        return 2;
    }
    bool ok = runAndBrowse(folder.path(), out);
    ok = openFromLedger(folder.path(), out) && ok;
    return ok ? 0 : 1;
}
