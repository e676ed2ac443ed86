// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/benchmarks/benchwindow.h"

#include "app/engine/echobackend.h"
#include "models/items/gridmodel.h"
#include "widgets/compare/comparepanel.h"
#include "widgets/compare/gridface.h"
#include "widgets/compare/runview.h"
#include "widgets/library/librarypanel.h"

#include <QApplication>
#include <QKeyEvent>
#include <QTabWidget>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Tempera {
namespace {

std::vector<std::unique_ptr<Backend>> onlyEcho()
{
    std::vector<std::unique_ptr<Backend>> backends;
    backends.push_back(std::make_unique<EchoBackend>());
    return backends;
}

} // namespace

double millisecondsSince(BenchTime::time_point begin)
{
    return std::chrono::duration<double, std::milli>(BenchTime::now() - begin).count();
}

bool TurnedLoop::turn()
{
    const BenchTime::time_point begin = BenchTime::now();
    const bool didSomething = m_loop.processEvents(QEventLoop::AllEvents);
    const double took = millisecondsSince(begin);
    if (didSomething || took > 0.5)
        m_turns.push_back(took);
    else
        std::this_thread::sleep_for(1ms); // in place of the wait for the next event
    return didSomething;
}

void TurnedLoop::settle()
{
    for (int idle = 0; idle < 500;)
        idle = turn() ? 0 : idle + 1;
}

std::vector<double> TurnedLoop::takeTurns()
{
    return std::exchange(m_turns, {});
}

TurnFigures turnFigures(std::vector<double> turns)
{
    if (turns.empty())
        return {};
    std::ranges::sort(turns);
    const auto shortEnough = std::ranges::upper_bound(turns, longestTurn) - turns.begin();
    return {100.0 * static_cast<double>(shortEnough) / static_cast<double>(turns.size()), turns[turns.size() * 99 / 100],
            turns.back()};
}

void FirstRows::watch(QTableView *table, const QString &text)
{
    m_table = table;
    m_text = text;
    isSeen = false;
    table->viewport()->installEventFilter(this);
    table->viewport()->update();
}

bool FirstRows::eventFilter(QObject *, QEvent *event)
{
    const auto text = [this] { return m_table->model()->index(0, 0).data(GridModel::HeadRole).toString(); };
    if (event->type() == QEvent::Paint && m_table->model()->rowCount() > 0 && text() == m_text)
        isSeen = true;
    return false;
}

BenchWorkplace::BenchWorkplace(const QString &folder)
    : store(folder + u"/ledger.db"_s, clock), engine([] { return onlyEcho(); }, clock)
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

QTableView *showGrid(ComparePanel *compare)
{
    auto *faces = compare->findChild<QTabWidget *>(u"compareFaces"_s);
    faces->setCurrentIndex(0);
    return compare->grid()->table();
}

void postKey(QWidget *widget, Qt::Key key, const QString &text)
{
    QCoreApplication::postEvent(widget, new QKeyEvent(QEvent::KeyPress, key, Qt::NoModifier, text));
    QCoreApplication::postEvent(widget, new QKeyEvent(QEvent::KeyRelease, key, Qt::NoModifier, text));
}

std::optional<double> openFirstRun(MainWindow &window, TurnedLoop &loop, FirstRows &firstRows, const QString &answer, int cells)
{
    auto *runs = window.library()->findChild<QTableView *>(u"runs"_s);
    const auto isViewed = [&window] { return window.runView() && window.runView()->isVisible(); };
    if (!loop.until([runs] { return runs->model()->rowCount() > 0; }))
        return std::nullopt;
    runs->setCurrentIndex(runs->model()->index(0, 0));
    loop.settle();
    firstRows.isSeen = false;
    const BenchTime::time_point begin = BenchTime::now();
    postKey(runs, Qt::Key_Return);
    if (!loop.until(isViewed))
        return std::nullopt;
    firstRows.watch(showGrid(window.runView()->compare()), answer);
    if (!loop.until([&firstRows] { return firstRows.isSeen; }))
        return std::nullopt;
    const double took = millisecondsSince(begin);
    if (!loop.until([&window] { return !window.runView()->session().isReading(); }))
        return std::nullopt;
    if (window.runView()->session().size() != cells)
        return std::nullopt;
    return took;
}

} // namespace Tempera
