// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A long run in the real window: 100,000 `echo` cells of a table start, stream and are browsed; then the run is opened from the
// ledger. Real engine thread, real ledger in a folder of its own.
//
// What counts is how long a turn of the event loop keeps the user waiting. The loop is turned by hand: a turn is one call of
// QEventLoop::processEvents() that carries out all that is ready and does not wait, as QApplication::exec() makes it after each
// wait; turns that found nothing to do are not counted. Qt's dispatchers tell the moments around their wait in different orders
// (what timers do comes before awake() in one and after it in another), so that these signals would not do.

#include "app/backgroundthread.h"
#include "app/engine/echobackend.h"
#include "app/engine/threadedengine.h"
#include "app/settings/filestore.h"
#include "app/storage/ledgerormemory.h"
#include "models/items/gridmodel.h"
#include "widgets/common/appearance.h"
#include "widgets/compare/comparepanel.h"
#include "widgets/compare/gridface.h"
#include "widgets/compare/runview.h"
#include "widgets/library/librarypanel.h"
#include "widgets/mainwindow/mainwindow.h"

#include <QAbstractButton>
#include <QApplication>
#include <QEventLoop>
#include <QFile>
#include <QKeyEvent>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTextStream>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <memory>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Tempera;

namespace {

constexpr int rows = 100'000;
constexpr int openings = 5;
constexpr double longestTurn = 16;     ///< ms
constexpr double wantedShare = 99;     ///< % of the turns
constexpr double longestOpening = 300; ///< ms
constexpr auto patience = 10min;

using Time = std::chrono::steady_clock;

double millisecondsSince(Time::time_point begin)
{
    return std::chrono::duration<double, std::milli>(Time::now() - begin).count();
}

/// Turns the event loop, and knows how long each turn took.
class TurnedLoop
{
public:
    /// False: it took too long.
    template<typename Condition>
    bool until(Condition isReached)
    {
        const Time::time_point begin = Time::now();
        while (!isReached()) {
            if (Time::now() - begin > patience)
                return false;
            turn();
        }
        return true;
    }
    /// Turns until nothing has come for half a second.
    void settle()
    {
        for (int idle = 0; idle < 500;)
            idle = turn() ? 0 : idle + 1;
    }
    [[nodiscard]] std::vector<double> takeTurns() { return std::exchange(m_turns, {}); }

private:
    bool turn()
    {
        const Time::time_point begin = Time::now();
        const bool didSomething = m_loop.processEvents(QEventLoop::AllEvents);
        const double took = millisecondsSince(begin);
        if (didSomething || took > 0.5)
            m_turns.push_back(took);
        else
            std::this_thread::sleep_for(1ms); // in place of the wait for the next event
        return didSomething;
    }

    QEventLoop m_loop;
    std::vector<double> m_turns; ///< ms
};

/// Whether a table was drawn with a text in its first row.
class FirstRows final : public QObject
{
public:
    void watch(QTableView *table, const QString &text)
    {
        m_table = table;
        m_text = text;
        isSeen = false;
        table->viewport()->installEventFilter(this);
        table->viewport()->update();
    }
    bool isSeen = false;

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        const auto text = [this] { return m_table->model()->index(0, 0).data(GridModel::HeadRole).toString(); };
        if (event->type() == QEvent::Paint && m_table->model()->rowCount() > 0 && text() == m_text)
            isSeen = true;
        return false;
    }

private:
    QTableView *m_table = nullptr;
    QString m_text;
};

/// Everything around a window, and the window. One after the other share the ledger's file, as programs do.
struct Workplace {
    explicit Workplace(const QString &folder) : store(folder + u"/ledger.db"_s, clock), engine([] { return onlyEcho(); }, clock)
    {
        WindowContext context;
        context.document = &document;
        context.session = {.engine = &engine, .store = &store, .clock = &clock, .catalog = &catalog, .background = &rendering};
        context.files = &files;
        context.localModels = [] { return QList<ModelChoice>(); };
        context.background = &rendering;
        context.askFaults = [](QWidget *, const QStringList &, const std::function<void(bool)> &callback) { callback(true); };
        window = std::make_unique<MainWindow>(context);
        window->resize(1600, 950);
        window->openFile(folder + u"/suite.yaml"_s);
        window->show();
    }

    static std::vector<std::unique_ptr<Backend>> onlyEcho()
    {
        std::vector<std::unique_ptr<Backend>> backends;
        backends.push_back(std::make_unique<EchoBackend>());
        return backends;
    }

    FileStore files;
    SystemClock clock;
    Catalog catalog = Catalog::builtIn();
    LedgerOrMemory store;
    ThreadedEngine engine;
    BackgroundThread rendering;
    ExperimentDocument document;
    std::unique_ptr<MainWindow> window;
};

bool writeSuite(const QString &folder)
{
    QFile table(folder + u"/rows.csv"_s);
    QFile experiment(folder + u"/suite.yaml"_s);
    if (!table.open(QIODevice::WriteOnly) || !experiment.open(QIODevice::WriteOnly))
        return false;
    table.write("number,word\n");
    for (int i = 0; i < rows; ++i)
        table.write(QByteArray::number(i) + ",word" + QByteArray::number(i % 1000) + '\n');
    experiment.write("prompts: ['Say {{ number }} and {{ word }}.']\n"
                     "providers: [echo]\n"
                     "defaultTest:\n"
                     "  assert:\n"
                     "    - {type: contains, value: '{{ word }}'}\n"
                     "    - {type: regex, value: 'Say \\d+'}\n"
                     "tests: rows.csv\n");
    return true;
}

QTableView *showCells(ComparePanel *compare)
{
    auto *faces = compare->findChild<QTabWidget *>(u"compareFaces"_s);
    faces->setCurrentIndex(0);
    return compare->grid()->table();
}

void press(QWidget *widget, Qt::Key key)
{
    QCoreApplication::postEvent(widget, new QKeyEvent(QEvent::KeyPress, key, Qt::NoModifier));
    QCoreApplication::postEvent(widget, new QKeyEvent(QEvent::KeyRelease, key, Qt::NoModifier));
}

/// What a person does who looks through the cells meanwhile: page after page, now and then to an end, and to the answers of the
/// chosen case.
class Browsing final : public QObject
{
public:
    explicit Browsing(MainWindow &window)
        : m_faces(window.compare()->findChild<QTabWidget *>(u"compareFaces"_s)), m_table(showCells(window.compare()))
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
            press(m_table, m_step % 50 == 0 ? Qt::Key_Home : Qt::Key_End);
        else
            press(m_table, Qt::Key_PageDown);
    }

    QTabWidget *m_faces;
    QTableView *m_table;
    QTimer m_timer;
    int m_step = 0;
};

struct Figures {
    double share = 0; ///< % of the turns that were short enough.
    double p99 = 0;   ///< ms
    double longest = 0;
};

Figures figuresOf(std::vector<double> turns)
{
    if (turns.empty())
        return {};
    std::ranges::sort(turns);
    const auto shortEnough = std::ranges::upper_bound(turns, longestTurn) - turns.begin();
    return {100.0 * static_cast<double>(shortEnough) / static_cast<double>(turns.size()), turns[turns.size() * 99 / 100],
            turns.back()};
}

bool tell(QTextStream &out, const char *name, double value, const char *unit, const QString &target, bool ok)
{
    out << "bench " << name << " = " << QString::number(value, 'f', 1) << ' ' << unit << " (target " << target << ") "
        << (ok ? "ok" : "short") << '\n';
    out.flush();
    return ok;
}

/// From the key that starts it to the last cell.
bool runAndBrowse(const QString &folder, QTextStream &out)
{
    Workplace place(folder);
    MainWindow &window = *place.window;
    TurnedLoop loop;
    loop.settle();
    bool isOver = false;
    QObject::connect(&window.session(), &Session::finished, &window, [&isOver] { isOver = true; });
    const Browsing browsing(window);
    (void)loop.takeTurns();
    const Time::time_point begin = Time::now();
    QMetaObject::invokeMethod(window.findChild<QAction *>(u"run"_s), &QAction::trigger, Qt::QueuedConnection);
    const bool ended = loop.until([&isOver] { return isOver; });
    const double seconds = millisecondsSince(begin) / 1000;
    const std::vector<double> turns = loop.takeTurns();
    const RunTotals totals = window.session().totals();
    const Figures figures = figuresOf(turns);
    out << totals.done << " cells in " << QString::number(seconds, 'f', 1) << " s, " << turns.size() << " turns, "
        << browsing.steps() << " keys; 99 % of the turns within " << QString::number(figures.p99, 'f', 1) << " ms, the longest "
        << QString::number(figures.longest, 'f', 0) << " ms\n";
    const bool isWhole = ended && totals.done == rows && totals.passed == rows;
    return tell(out, "window-run-100000-turns", isWhole ? figures.share : 0, "% within 16 ms", u"≥ 99"_s,
                isWhole && figures.share >= wantedShare);
}

/// From the key in the list of runs to the first rows with their answers on the screen; milliseconds.
std::optional<double> openRun(MainWindow &window, TurnedLoop &loop, FirstRows &firstRows)
{
    auto *runs = window.library()->findChild<QTableView *>(u"runs"_s);
    const auto isViewed = [&window] { return window.runView() && window.runView()->isVisible(); };
    if (!loop.until([runs] { return runs->model()->rowCount() > 0; }))
        return std::nullopt;
    runs->setCurrentIndex(runs->model()->index(0, 0));
    loop.settle();
    firstRows.isSeen = false;
    const Time::time_point begin = Time::now();
    press(runs, Qt::Key_Return);
    if (!loop.until(isViewed))
        return std::nullopt;
    firstRows.watch(showCells(window.runView()->compare()), u"Say 0 and word0."_s);
    if (!loop.until([&firstRows] { return firstRows.isSeen; }))
        return std::nullopt;
    const double took = millisecondsSince(begin);
    if (!loop.until([&window] { return !window.runView()->session().isReading(); }))
        return std::nullopt;
    if (window.runView()->session().size() != rows)
        return std::nullopt;
    return took;
}

/// The slowest of some; the first one makes the view, too.
bool openFromLedger(const QString &folder, QTextStream &out)
{
    Workplace place(folder);
    MainWindow &window = *place.window;
    window.library()->setCurrentIndex(1); // its runs
    TurnedLoop loop;
    loop.settle();
    FirstRows firstRows;
    double slowest = 0;
    bool isWhole = true;
    for (int i = 0; i < openings && isWhole; ++i) {
        (void)loop.takeTurns();
        const std::optional<double> took = openRun(window, loop, firstRows);
        isWhole = took.has_value();
        slowest = std::max(slowest, took.value_or(0));
        out << "opening " << i + 1 << ": " << QString::number(took.value_or(-1), 'f', 0)
            << " ms to the first rows; the longest turn " << QString::number(figuresOf(loop.takeTurns()).longest, 'f', 0)
            << " ms\n";
        if (auto *leave = window.findChild<QAbstractButton *>(u"leaveRun"_s))
            leave->click();
        loop.settle();
    }
    return tell(out, "window-open-run-100000", isWhole ? slowest : 0, "ms", u"≤ 300"_s, isWhole && slowest <= longestOpening);
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
    if (!folder.isValid() || !writeSuite(folder.path())) {
        out << "the experiment could not be written\n";
        return 2;
    }
    bool ok = runAndBrowse(folder.path(), out);
    ok = openFromLedger(folder.path(), out) && ok;
    return ok ? 0 : 1;
}
