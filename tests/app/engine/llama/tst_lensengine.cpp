// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// What the lens foretells, the engine does: an answer generated anew with other settings and the same seed is the same
// up to the token that the lens marks, and has there the token that the lens names.

#include "app/engine/llama/llamabackend.h"
#include "models/sampling/lens.h"
#include "tests/app/engine/llama/recordingsink.h"
#include "tests/support/testpaths.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

class TestLensEngine : public QObject
{
    Q_OBJECT

    [[nodiscard]] RecordingSink answer(const SamplingSettings &sampling, const AnswerPrefix &prefix = {})
    {
        GenerationRequest request;
        request.endpoint.modelPath = builtInModel();
        request.messages = {{Role::User, u"Tell a short story about a fox and a lamp."_s}};
        request.sampling = sampling;
        request.sampling.seed = m_seed;
        request.sampling.maxTokens = 48;
        request.wantTrace = true;
        request.strict = true;
        request.prefix = prefix;
        RecordingSink sink;
        const auto job = m_backend->start(request, {}, sink.sink());
        if (!sink.waitForEnd())
            qWarning("no end came");
        return sink;
    }

    std::uint64_t m_seed = 7;
    std::unique_ptr<Backend> m_backend;

private Q_SLOTS:
    void initTestCase() { m_backend = makeLlamaBackend({}); }

    void theVocabularyNamesTheTokens()
    {
        SamplingSettings warm;
        warm.temperature = 1;
        const RecordingSink sink = answer(warm);
        std::shared_ptr<const Vocabulary> vocabulary;
        for (const GenerationEvent &event : sink.events()) {
            if (const auto *started = std::get_if<Event::Started>(&event))
                vocabulary = started->vocabulary;
        }
        QVERIFY(vocabulary);
        const auto traces = sink.traces();
        QVERIFY(traces.size() > 4);
        for (std::size_t i = 0; i + 1 < traces.size(); ++i)
            QCOMPARE(vocabulary->piece(traces[i]->chosen), QByteArrayView(traces[i]->piece));
    }

    void theFirstChangedTokenIsTheOne_data()
    {
        QTest::addColumn<double>("temperature");
        QTest::addColumn<int>("topK");
        QTest::addColumn<double>("topP");
        QTest::addColumn<double>("minP");
        QTest::addRow("greedy") << 0.0 << 0 << 1.0 << 0.0;
        QTest::addRow("cool") << 0.5 << 0 << 1.0 << 0.0;
        QTest::addRow("hot") << 1.6 << 0 << 1.0 << 0.0;
        QTest::addRow("top-k") << 1.0 << 3 << 1.0 << 0.0;
        QTest::addRow("top-p") << 1.0 << 0 << 0.6 << 0.0;
        QTest::addRow("min-p") << 1.0 << 0 << 1.0 << 0.2;
        QTest::addRow("all") << 0.8 << 40 << 0.9 << 0.05;
    }

    void theFirstChangedTokenIsTheOne()
    {
        QFETCH(const double, temperature);
        QFETCH(const int, topK);
        QFETCH(const double, topP);
        QFETCH(const double, minP);
        SamplingSettings other;
        other.temperature = temperature;
        other.topK = topK;
        other.topP = topP;
        other.minP = minP;
        for (m_seed = 7; m_seed < 10; ++m_seed) {
            SamplingSettings drawn;
            drawn.temperature = 1;
            const auto before = answer(drawn).traces();
            const auto after = answer(other).traces();
            Lens lens(lensChain(other));
            std::size_t first = 0;
            LensToken change;
            while (first < before.size()) {
                change = lens.look(*before[first], tokenFacts(*before[first]));
                if (change.outcome != TokenOutcome::Kept)
                    break;
                ++first;
            }
            for (std::size_t i = 0; i < std::min(first, after.size()); ++i)
                QCOMPARE(after[i]->chosen, before[i]->chosen);
            QVERIFY(after.size() >= first);
            if (first == before.size() || change.outcome == TokenOutcome::Possible || change.outcome == TokenOutcome::Unknown)
                continue; // nothing differs, or no claim was made
            QVERIFY2(after.size() > first, "the answer goes on to the marked token");
            QVERIFY(after[first]->chosen != before[first]->chosen);
            if (change.choice >= 0)
                QCOMPARE(after[first]->chosen, change.choice);
            // Continuing from there with the new settings is the new answer.
            const RecordingSink rest =
                answer(other, AnswerPrefix(before.begin(), before.begin() + static_cast<std::ptrdiff_t>(first)));
            const auto traces = rest.traces();
            QVERIFY(!traces.empty());
            QCOMPARE(traces.front()->chosen, after[first]->chosen);
        }
    }

    /// The settings that an answer was drawn with change nothing.
    void itsOwnSettingsKeepAnAnswer()
    {
        SamplingSettings settings;
        settings.temperature = 0.9;
        settings.topK = 50;
        settings.topP = 0.95;
        m_seed = 11;
        const auto traces = answer(settings).traces();
        Lens lens(lensChain(settings));
        for (const auto &trace : traces) {
            const LensToken token = lens.look(*trace, tokenFacts(*trace));
            QCOMPARE(token.outcome, TokenOutcome::Kept);
            QVERIFY(std::abs(token.probability.middle() - static_cast<double>(trace->chosenProbability)) < 1e-4);
        }
    }
};

QTEST_GUILESS_MAIN(TestLensEngine)
#include "tst_lensengine.moc"
