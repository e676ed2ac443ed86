// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/memoryrunstore.h"
#include "models/items/experimentedits.h"
#include "models/items/gridmodel.h"
#include "models/session/session.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakeengine.h"

#include <QTest>

#include <functional>

/// What the tests of the grid's model share.
namespace Tempera::GridTesting {

/// Two variants; each case expects "yes".
inline Experiment gridExperiment(int cases, int repeat = 1)
{
    Experiment experiment = Edits::blank(endpointFromId(QStringLiteral("local:mini")));
    experiment.prompts[0].messages[0].text = QStringLiteral("Say {{ word }}");
    experiment.variants[0].label = QStringLiteral("one");
    experiment.variants += experiment.variants.first();
    experiment.variants[1].label = QStringLiteral("two");
    experiment.repeat = repeat;
    experiment.cases.clear();
    for (int i = 0; i < cases; ++i) {
        Case row;
        row.description = QStringLiteral("case %1").arg(i + 1);
        Edits::setVariable(row, QStringLiteral("word"), QString::number(i));
        CheckSpec spec;
        spec.type = QStringLiteral("contains");
        spec.value = QStringLiteral("yes");
        row.checks += spec;
        experiment.cases += row;
    }
    experiment.maxConcurrency = 1000;
    return experiment;
}

/// A session whose engine answers by what a cell is.
class GridRun
{
public:
    bool run(const Experiment &experiment, std::size_t bodyMemory = std::size_t{1} << 20)
    {
        RunOptions options;
        options.bodyMemory = bodyMemory;
        return session.run(experiment, options).has_value();
    }

    /// Answers all that is asked until the run is over.
    bool answerAll(const std::function<QString(const CellKey &)> &text)
    {
        int next = 0;
        return QTest::qWaitFor([&] {
            for (; next < engine.count(); ++next) {
                const CellKey key = engine.at(next).request.key;
                Usage usage;
                usage.outputTokens = 10 * (key.caseIndex + 1);
                engine.answer(next, text(key), usage);
            }
            return next > 0 && !session.isRunning();
        });
    }

    [[nodiscard]] static FilterExpression filter(const QString &text) { return *parseFilter(text); }

    FakeEngine engine;
    FakeClock clock;
    MemoryRunStore store{clock};
    const Catalog catalog;
    Session session{
        {&engine, &store, &clock, &catalog, [](const QString &) -> Result<QString> { return QStringLiteral("/m.gguf"); }}};
};

inline QStringList casesOf(const GridModel &model)
{
    QStringList titles;
    for (int row = 0; row < model.rowCount(); ++row)
        titles += model.headerData(row, Qt::Vertical, Qt::DisplayRole).toString();
    return titles;
}

/// "two" fails the second case and gives the third one another answer.
inline QString answerOf(const CellKey &key)
{
    if (key.variantIndex == 1 && key.caseIndex == 1)
        return QStringLiteral("no");
    return key.variantIndex == 1 && key.caseIndex == 2 ? QStringLiteral("oh yes") : QStringLiteral("yes");
}

} // namespace Tempera::GridTesting
