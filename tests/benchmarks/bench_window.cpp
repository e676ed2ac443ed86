// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/compare/outputpane.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QTextStream>
#include <QTimer>

#include <chrono>
#include <ctime>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Tempera;

namespace {

constexpr int panes = 8;
constexpr int tokensPerSecond = 250;
constexpr auto flush = 33ms; ///< What the engine gathers before it crosses to the GUI thread.
constexpr auto length = 5s;
constexpr double target = 25;

/// Seconds of processor time that this thread has used.
double threadSeconds()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

/// Words of three to eight letters, a paragraph every eighty.
QString token(int number)
{
    static const QString words[] = {u" the"_s, u" river"_s, u" and"_s, u" capital"_s, u" of"_s, u" seven"_s, u" hills"_s, u"."_s};
    return number % 80 == 79 ? u"\n\n"_s : words[(number * 7 + number / 5) % 8];
}

} // namespace

int main(int argc, char **argv)
{
    const bool display = qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY");
    if (!display && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QWidget window;
    auto *row = new QHBoxLayout(&window);
    QList<OutputPane *> outputs;
    for (int i = 0; i < panes; ++i) {
        outputs += new OutputPane(&window);
        outputs.last()->setPaneCount(panes); // as the window does it
        row->addWidget(outputs.last());
    }
    window.resize(1800, 700);
    window.show();

    QList<QString> texts(panes);
    QList<int> tokens(panes, 0);
    std::chrono::steady_clock::time_point begin;
    double cpuBegin = 0;
    QTimer feed;
    feed.setTimerType(Qt::PreciseTimer);
    QObject::connect(&feed, &QTimer::timeout, &window, [&] {
        const auto elapsed = std::chrono::steady_clock::now() - begin;
        const int due = static_cast<int>(std::chrono::duration<double>(elapsed).count() * tokensPerSecond);
        for (int i = 0; i < panes; ++i) {
            for (; tokens[i] < due; ++tokens[i])
                texts[i] += token(tokens[i] + i * 13);
            outputs.at(i)->showAnswer(1, texts.at(i));
        }
        if (elapsed >= length)
            QApplication::quit();
    });
    QTimer::singleShot(200ms, &window, [&] {
        begin = std::chrono::steady_clock::now();
        cpuBegin = threadSeconds();
        feed.start(flush);
    });
    QApplication::exec();

    const double wall = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    const double share = (threadSeconds() - cpuBegin) / wall * 100;
    const bool ok = share <= target && tokens.at(0) > tokensPerSecond * 4;
    QTextStream out(stdout);
    out << "8 panes, " << tokensPerSecond << " tokens/s each, " << QString::number(wall, 'f', 1) << " s, " << tokens.at(0)
        << " tokens a pane\n";
    out << "bench gui-cpu-8-panes = " << QString::number(share, 'f', 1) << " % (target " << target << ") "
        << (ok ? "ok" : "short") << '\n';
    return ok ? 0 : 1;
}
