// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/memoryrunstore.h"
#include "models/session/session.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakeengine.h"

#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>

#include <memory>
#include <optional>

/// What the tests of a session share.
namespace Tempera::SessionTesting {

inline Usage used(std::int64_t input, std::int64_t output)
{
    Usage usage;
    usage.inputTokens = input;
    usage.outputTokens = output;
    return usage;
}

inline Experiment experimentOf(const QStringList &providers, const QStringList &words)
{
    Experiment experiment;
    experiment.description = QStringLiteral("A test");
    experiment.prompts = {{QString(), {{Role::User, QStringLiteral("Say {{ word }}")}}, {}}};
    for (const QString &id : providers) {
        Variant variant;
        variant.endpoint = endpointFromId(id);
        variant.sampling.maxTokens = 10;
        experiment.variants.append(variant);
    }
    for (const QString &word : words) {
        Case aCase;
        aCase.variables = {{QStringLiteral("word"), word}};
        CheckSpec check;
        check.type = QStringLiteral("contains");
        check.value = QStringLiteral("{{ word }}");
        aCase.checks = {check};
        experiment.cases.append(aCase);
    }
    return experiment;
}

inline const QByteArray prices = R"({"as_of": "2026-11-10", "source": "test", "providers": {"openai": {"title": "OpenAI",
    "hosts": ["api.openai.com"], "models": {"m": {"title": "M", "context": 1000, "max_output": 100,
    "price": {"input": 1000, "output": 2000}}}}}})";

/// Everything a session needs, fresh for each test; the session goes first.
struct World {
    FakeClock clock;
    FakeEngine engine;
    MemoryRunStore store{clock};
    Catalog catalog;
    SessionContext context{&engine, &store, &clock, &catalog, {}};
    std::unique_ptr<Session> session;

    World()
    {
        const auto read = Catalog::fromJson(prices, QStringLiteral("prices"));
        if (!read)
            qFatal("%s", qPrintable(read.error().detail));
        catalog = *read;
        session = std::make_unique<Session>(context);
    }

    StoredRun stored(const QUuid &id)
    {
        std::optional<StoredRun> run;
        store.loadRun(id, session.get(), [&run](const Result<StoredRun> &loaded) {
            if (loaded)
                run = *loaded;
        });
        if (!QTest::qWaitFor([&run] { return run.has_value(); }))
            qFatal("the run was not stored");
        return *run;
    }

    Cell storedCell(const QUuid &id, const CellKey &key)
    {
        std::optional<std::vector<Cell>> cells;
        store.loadCells(id, {key}, session.get(), [&cells](const Result<std::vector<Cell>> &loaded) {
            if (loaded)
                cells = *loaded;
        });
        if (!QTest::qWaitFor([&cells] { return cells.has_value(); }) || cells->size() != 1)
            qFatal("the cell was not stored");
        return cells->front();
    }
};

inline void waitForEnd(World &world, QSignalSpy &finished)
{
    QVERIFY(QTest::qWaitFor([&] { return finished.size() == 1; }));
    QVERIFY(!world.session->isRunning());
}

/// Cells with one check that asks.
inline Experiment judgedExperiment(int cases)
{
    QStringList words;
    for (int i = 0; i < cases; ++i)
        words += QStringLiteral("w%1").arg(i);
    Experiment experiment = experimentOf({QStringLiteral("openai:chat:m")}, words);
    experiment.defaultCase.other = {
        {QStringLiteral("options"), QJsonObject{{QStringLiteral("provider"), QStringLiteral("openai:chat:m")}}}};
    experiment.cases.changeEach([](Case &each) {
        each.checks[0].type = QStringLiteral("llm-rubric");
        each.checks[0].value = QStringLiteral("is a lamp");
    });
    return experiment;
}

/// Answers cells (0.02 dollars) and judges (0.04) until the run has ended; never more at once than `most`.
inline bool answerAsTheyCome(World &world, int most)
{
    int next = 0;
    bool isWithin = true;
    const bool ended = QTest::qWaitFor([&] {
        isWithin = isWithin && world.engine.running() <= most;
        if (next < world.engine.count()) {
            QThreadPool::globalInstance()->waitForDone(); // what was answered before is checked before
            QCoreApplication::processEvents();
            const int number = next++;
            const bool isJudge = world.engine.at(number).request.messages.constFirst().role == Role::System;
            if (isJudge)
                world.engine.answer(number, QStringLiteral(R"({"reason": "ok", "pass": true, "score": 1})"), used(20, 10));
            else
                world.engine.answer(number, QStringLiteral("a lamp"), used(10, 5));
        }
        return !world.session->isRunning();
    });
    return ended && isWithin;
}

} // namespace Tempera::SessionTesting
