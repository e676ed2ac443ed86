// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/backgroundthread.h"
#include "app/engine/threadedengine.h"
#include "app/settings/filestore.h"
#include "app/storage/ledgerormemory.h"
#include "widgets/mainwindow/mainwindow.h"

#include <QEventLoop>
#include <QTableView>

#include <chrono>
#include <memory>
#include <optional>
#include <thread>
#include <vector>

namespace Tempera {

class ComparePanel;

using BenchTime = std::chrono::steady_clock;
inline constexpr double longestTurn = 16; ///< ms; a frame at 60 Hz.
inline constexpr double wantedShare = 99; ///< % of the turns

[[nodiscard]] double millisecondsSince(BenchTime::time_point begin);

/// Turns the event loop, and knows how long each turn took. The loop is turned by hand: a turn is one call of
/// QEventLoop::processEvents() that carries out all that is ready and does not wait, as QApplication::exec() makes it after each
/// wait; turns that found nothing to do are not counted. Qt's dispatchers tell the moments around their wait in different orders
/// (what timers do comes before awake() in one and after it in another), so that these signals would not do.
class TurnedLoop
{
public:
    /// False: it took too long.
    template<typename Condition>
    bool until(Condition isReached)
    {
        const BenchTime::time_point begin = BenchTime::now();
        while (!isReached()) {
            if (BenchTime::now() - begin > std::chrono::minutes(10))
                return false;
            turn();
        }
        return true;
    }
    /// One turn. False: there was nothing to do, and it waited for a millisecond.
    bool turn();
    /// Turns until nothing has come for half a second.
    void settle();
    [[nodiscard]] std::vector<double> takeTurns();

private:
    QEventLoop m_loop;
    std::vector<double> m_turns; ///< ms
};

/// What turns come to.
struct TurnFigures {
    double share = 0; ///< % of the turns that were short enough.
    double p99 = 0;   ///< ms
    double longest = 0;
};
[[nodiscard]] TurnFigures turnFigures(std::vector<double> turns);

/// Whether a table was drawn with a text in its first row.
class FirstRows final : public QObject
{
public:
    void watch(QTableView *table, const QString &text);
    bool isSeen = false;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QTableView *m_table = nullptr;
    QString m_text;
};

/// Everything around a window, and the window, on "suite.yaml" of a folder, with its "ledger.db". One after the other share the
/// ledger's file, as programs do.
struct BenchWorkplace {
    explicit BenchWorkplace(const QString &folder);

    FileStore files;
    SystemClock clock;
    Catalog catalog = Catalog::builtIn();
    LedgerOrMemory store;
    ThreadedEngine engine;
    BackgroundThread rendering;
    ExperimentDocument document;
    std::unique_ptr<MainWindow> window;
};

/// Turns to the grid.
QTableView *showGrid(ComparePanel *compare);
/// Posted as the window system does it.
void postKey(QWidget *widget, Qt::Key key, const QString &text = {});
/// From the key in the list of runs to the first rows with their answers (the first one is `answer`) on the screen, in
/// milliseconds; then it waits until the whole run of `cells` cells is read.
[[nodiscard]] std::optional<double> openFirstRun(MainWindow &window, TurnedLoop &loop, FirstRows &firstRows,
                                                 const QString &answer, int cells);

} // namespace Tempera
