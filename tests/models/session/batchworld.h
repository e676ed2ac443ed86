// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/session/batchcontext.h"
#include "models/session/batchplanning.h"
#include "models/session/batchsubmission.h"
#include "tests/models/session/sessionworld.h"
#include "tests/support/fakebatches.h"

/// What the tests of batches share.
namespace Tempera::SessionTesting {

/// As the others, and half of it in a batch.
inline const QByteArray pricesOfBatches =
    "{\"as_of\": \"2026-11-10\", \"source\": \"test\", \"providers\": {\"openai\": {\"title\": \"OpenAI\","
    "\"hosts\": [\"api.openai.com\"], \"models\": {\"m\": {\"title\": \"M\", \"context\": 1000, \"max_output\": 100,"
    "\"price\": {\"input\": 1000, \"output\": 2000, \"records\": [{\"batch\": true, \"factor\": 0.5}]}}}}}}";

/// A session's world with batch APIs.
struct BatchWorld : World {
    BatchWorld() { catalog = Catalog::fromJson(pricesOfBatches, QStringLiteral("prices")).value(); }

    FakeBatchService service;
    MemoryBatchStore batches;

    [[nodiscard]] BatchContext batchContext() { return {&store, &clock, &service, &batches}; }

    /// Plans an experiment; waits.
    [[nodiscard]] std::unique_ptr<BatchPlanning> plan(const Experiment &experiment, const RunOptions &options = {})
    {
        auto planning = std::make_unique<BatchPlanning>(context, service);
        QSignalSpy planned(planning.get(), &BatchPlanning::planned);
        QSignalSpy failed(planning.get(), &BatchPlanning::failed);
        planning->start({.experiment = experiment, .warnings = {}, .source = {}}, options);
        const bool isOver = QTest::qWaitFor([&] { return !planned.isEmpty() || !failed.isEmpty(); });
        if (!isOver || !failed.isEmpty())
            qFatal("%s", isOver ? qPrintable(failed.at(0).at(0).value<Error>().detail) : "planning does not end");
        return planning;
    }

    /// Plans and sends it; waits. The run's id.
    QUuid submit(const Experiment &experiment)
    {
        const auto planning = plan(experiment);
        BatchSubmission submission(batchContext(), planning->record(), planning->takeOffer());
        QSignalSpy finished(&submission, &BatchSubmission::finished);
        submission.start();
        if (!QTest::qWaitFor([&finished] { return finished.size() == 1; }) || submission.error())
            qFatal("nothing was sent");
        return submission.run().id;
    }
};

} // namespace Tempera::SessionTesting
