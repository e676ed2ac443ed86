// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// How fast the documents of a job are counted: by one processor, by all of them, and as prompts of an experiment.

#include "app/allcores.h"
#include "app/backgroundthread.h"
#include "models/items/experimentedits.h"
#include "models/items/jobcounting.h"
#include "models/items/livejob.h"
#include "models/text/countmany.h"

#include <QCoreApplication>

#include <algorithm>
#include <chrono>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

using CountClock = std::chrono::steady_clock;

constexpr int documentsOfAJob = 10'000;

/// Lines of a document: prose, code, tables, other scripts, emoji, blanks and numbers.
QString lineOf(int number)
{
    switch (number % 6) {
    case 0: return u"The quick brown fox jumps over %1 lazy dogs, doesn't it? Well-documented behaviour, mostly.\n"_s.arg(number);
    case 1: return u"\tint value_%1 = compute(items[%1], \"name\", 0x%2);  // a note\n"_s.arg(number).arg(number * 4099, 0, 16);
    case 2: return u"- Größe: %1 m², Übergänge; où êtes-vous ? Привет, мир. Καλημέρα κόσμε\n"_s.arg(number * 1.5);
    case 3: return u"你好，世界。第%1章。こんにちは、%1番目の例です。안녕하세요 %1\n"_s.arg(number);
    case 4:
        return u"😀👍🏽 👩‍👩‍👧‍👦 %1          |        %2 | %3\n"_s.arg(number)
            .arg(number * 37)
            .arg(number * 1009);
    default: break;
    }
    return u"{\"id\": %1, \"tags\": [\"a\", \"b%1\"], \"price\": %2.99, \"at\": \"2026-11-%3T08:00:00Z\"}\n"_s.arg(number)
        .arg(number * 13)
        .arg(1 + number % 28);
}

/// Between 2 and 40 lines each; about ten megabytes.
std::vector<QByteArray> documentsToCount()
{
    std::vector<QByteArray> documents;
    documents.reserve(documentsOfAJob);
    int line = 0;
    for (int i = 0; i < documentsOfAJob; ++i) {
        QString text;
        for (int lines = 2 + (i * 7919) % 39; lines > 0; --lines)
            text += lineOf(line++);
        documents.push_back(text.toUtf8());
    }
    return documents;
}

template<typename Work>
double secondsOf(const Work &work)
{
    double best = 1e300;
    for (int i = 0; i < 3; ++i) {
        const auto start = CountClock::now();
        work();
        best = std::min(best, std::chrono::duration<double>(CountClock::now() - start).count());
    }
    return best;
}

void figure(const QByteArray &name, double value, const char *unit, const char *target, bool isMet)
{
    std::printf("bench %s = %.3g %s (target %s) %s\n", name.constData(), value, unit, target, isMet ? "ok" : "short");
    std::fflush(stdout);
}

void benchDocuments(const QString &name, const std::vector<QByteArray> &documents, AllCores &cores)
{
    const auto encoding = BpeEncoding::load(name);
    if (!encoding) {
        std::fprintf(stderr, "%s cannot be loaded\n", qPrintable(name));
        std::exit(1);
    }
    double megabytes = 0;
    for (const QByteArray &each : documents)
        megabytes += static_cast<double>(each.size()) / 1e6;
    std::vector<std::int64_t> byOne;
    std::vector<std::int64_t> byAll;
    const double one = secondsOf([&] { byOne = countTexts(**encoding, documents, nullptr); });
    const double all = secondsOf([&] { byAll = countTexts(**encoding, documents, &cores); });
    if (byOne != byAll) {
        std::fprintf(stderr, "%s: all processors count something else than one\n", qPrintable(name));
        std::exit(1);
    }
    const QByteArray label = name.toLatin1();
    const double perCore = megabytes / one;
    const double total = megabytes / all;
    std::printf("%s: %zu documents, %.1f MB; %.1f MB/s by one core, %.1f MB/s by %d\n", label.constData(), documents.size(),
                megabytes, perCore, total, cores.width());
    figure(label + "-count-core", perCore, "MB/s", ">= 5", perCore >= 5);
    const double scaling = total / perCore / cores.width();
    figure(label + "-count-all-cores", scaling, "x cores", ">= 0.6", scaling >= 0.6);
}

Experiment jobOf(const std::vector<QByteArray> &documents)
{
    Experiment experiment = Edits::blank(endpointFromId(u"openai:chat:gpt-4o"_s));
    experiment.prompts[0].messages[0].text = u"Summarise in one sentence: {{ document }}"_s;
    experiment.cases.clear();
    for (const QByteArray &each : documents) {
        Case one;
        Edits::setVariable(one, u"document"_s, QString::fromUtf8(each));
        experiment.cases += one;
    }
    return experiment;
}

double millisecondsSince(CountClock::time_point begin)
{
    return std::chrono::duration<double, std::milli>(CountClock::now() - begin).count();
}

/// As the Cost face does it: rendered, counted, told apart.
void benchJob(const Experiment &experiment, AllCores &cores)
{
    double longest = 0;
    const auto start = CountClock::now();
    JobCounting job(&cores);
    job.begin(experiment, {u"o200k_base"_s}, false);
    while (!job.isDone()) {
        const auto piece = CountClock::now();
        job.work();
        longest = std::max(longest, millisecondsSince(piece));
    }
    const std::int64_t counted = job.counted();
    const double seconds = std::chrono::duration<double>(CountClock::now() - start).count();
    std::printf("a job of %lld prompts: %.2f s, longest piece %.0f ms\n", static_cast<long long>(counted), seconds, longest);
    figure("job-count-10000", seconds, "s", "<= 10", seconds <= 10 && counted == documentsOfAJob);
}

/// The window's thread while the face counts, and what it takes to draw the figures for another wish.
void benchFace(const Experiment &experiment, AllCores &cores)
{
    const Catalog catalog = Catalog::builtIn();
    BackgroundThread background;
    LiveJob job(&catalog, nullptr, &background, &cores);
    job.setActive(true);
    job.update(experiment);
    double longestTurn = 0;
    const auto begin = CountClock::now();
    while ((job.counted() < documentsOfAJob || job.isCounting()) && millisecondsSince(begin) < 60'000) {
        const auto turn = CountClock::now();
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents(QEventLoop::AllEvents);
        longestTurn = std::max(longestTurn, millisecondsSince(turn));
    }
    figure("job-count-turn", longestTurn, "ms", "<= 16", longestTurn <= 16 && job.counted() == documentsOfAJob);
    double longestWish = 0;
    for (int i = 1; i <= 50; ++i) {
        JobWish wish;
        wish.documents = 1'000 * i;
        wish.cap = 10 * i;
        const auto turn = CountClock::now();
        job.setWish(wish);
        QCoreApplication::processEvents(QEventLoop::AllEvents);
        longestWish = std::max(longestWish, millisecondsSince(turn));
    }
    figure("job-wish", longestWish, "ms", "<= 16", longestWish <= 16 && !job.rows().isEmpty());
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    AllCores cores;
    const std::vector<QByteArray> documents = documentsToCount();
    for (const QString &name : BpeEncoding::names())
        benchDocuments(name, documents, cores);
    const Experiment job = jobOf(documents);
    benchJob(job, cores);
    benchFace(job, cores);
    return 0;
}
