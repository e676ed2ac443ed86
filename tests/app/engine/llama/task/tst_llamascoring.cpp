// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/llama/llamabackend.h"
#include "tests/app/engine/llama/recordingsink.h"
#include "tests/app/engine/llama/tinymodel.h"
#include "tests/support/testpaths.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <cmath>
#include <numeric>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

ScoreText text(const QString &words, bool everySpelling = false)
{
    return {.text = words, .tokens = {}, .everySpelling = everySpelling};
}

ScoreText ids(std::vector<std::int32_t> tokens)
{
    return {.text = {}, .tokens = std::move(tokens)};
}

} // namespace

/// Probabilities of given texts, by teacher forcing.
class TestLlamaScoring : public QObject
{
    Q_OBJECT

    RecordingSink run(const GenerationRequest &request)
    {
        RecordingSink sink;
        const auto job = m_backend->start(request, {}, sink.sink());
        if (!sink.waitForEnd())
            qWarning("no end came");
        return sink;
    }

    std::vector<ScoredText> score(std::vector<ScoreText> texts)
    {
        GenerationRequest request = m_request;
        request.score = std::move(texts);
        const RecordingSink sink = run(request);
        if (sink.error())
            qWarning("%s", qPrintable(sink.error()->detail));
        return scores(sink);
    }

    static std::vector<ScoredText> scores(const RecordingSink &sink)
    {
        for (const GenerationEvent &event : sink.events()) {
            if (const auto *scored = std::get_if<Event::Scored>(&event))
                return scored->texts;
        }
        return {};
    }

    /// All token sequences that spell the bytes, found the slow way.
    void spell(const QByteArray &bytes, std::vector<std::int32_t> &way, std::vector<std::vector<std::int32_t>> &ways)
    {
        if (bytes.isEmpty()) {
            ways.push_back(way);
            return;
        }
        const auto keepGoing = [&](int id, qsizetype length) {
            way.push_back(id);
            spell(bytes.sliced(length), way, ways);
            way.pop_back();
        };
        keepGoing(TinyModel::FirstByte + static_cast<unsigned char>(bytes[0]), 1);
        for (const QString &piece : std::as_const(m_model.pieces)) {
            const QByteArray word = QString(piece).replace(u'▁', u' ').toUtf8();
            if (bytes.startsWith(word))
                keepGoing(m_model.idOf(piece), word.size());
        }
    }

    QTemporaryDir m_folder;
    TinyModel m_model;
    GenerationRequest m_request;
    std::atomic<int> m_decodes{0};
    std::atomic<int> m_mostTokens{0};
    std::unique_ptr<Backend> m_backend;

private Q_SLOTS:
    void initTestCase()
    {
        m_model.pieces = {u"▁"_s, u"y"_s, u"ye"_s, u"es"_s, u"yes"_s, u"▁yes"_s, u"▁y"_s, u"no"_s, u"▁no"_s, u"n"_s, u"o"_s};
        const QString path = m_folder.filePath(u"random.gguf"_s);
        QVERIFY(m_model.write(path));
        m_request.endpoint.modelPath = path;
        m_request.form = PromptForm::Continuation;
        m_request.messages = {{Role::User, u"Is it? Answer:"_s}};
        m_request.sampling.temperature = 0;
        LlamaSettings settings{.threads = 1, .onDecode = {}};
        settings.onDecode = [this](const DecodeReport &report) {
            ++m_decodes;
            m_mostTokens = std::max(m_mostTokens.load(), report.tokens);
        };
        m_backend = makeLlamaBackend(settings);
    }

    void theNextTokensSumToOne()
    {
        std::vector<ScoreText> all;
        for (int id = 0; id < m_model.vocabulary; ++id)
            all.push_back(ids({id}));
        const std::vector<ScoredText> scored = score(std::move(all));
        QCOMPARE(scored.size(), static_cast<std::size_t>(m_model.vocabulary));
        double sum = 0;
        std::vector<int> ranks;
        for (const ScoredText &each : scored) {
            QCOMPARE(each.tokens.size(), std::size_t{1});
            QCOMPARE(each.tokens[0].logProbability, each.logProbability);
            sum += std::exp(each.logProbability);
            ranks.push_back(each.tokens[0].rank);
        }
        QVERIFY2(std::abs(sum - 1) < 1e-12, qPrintable(QString::number(sum, 'g', 17)));
        std::ranges::sort(ranks);
        std::vector<int> expected(ranks.size());
        std::iota(expected.begin(), expected.end(), 0);
        QCOMPARE(ranks, expected);
        // What ends an answer is the end token alone, in this vocabulary.
        const std::vector<ScoredText> nothing = score({text({})});
        QCOMPARE(nothing.at(0).logProbability, 0.0);
        QCOMPARE(nothing.at(0).tokens.size(), std::size_t{0});
        QVERIFY(std::abs(nothing.at(0).endLogProbability - scored[TinyModel::Eos].logProbability) < 2e-3);
    }

    void aGreedyAnswerHasTheProbabilityOfItsTrace()
    {
        GenerationRequest request = m_request;
        request.sampling.maxTokens = 40;
        request.wantTrace = true;
        const auto traces = run(request).traces();
        QCOMPARE(traces.size(), std::size_t{40});
        std::vector<std::int32_t> tokens;
        double sum = 0;
        for (const auto &trace : traces)
            tokens.push_back(trace->chosen);
        request.score = {ids(tokens)};
        const std::vector<ScoredText> scored = scores(run(request));
        QCOMPARE(scored.size(), std::size_t{1});
        QCOMPARE(scored[0].tokens.size(), tokens.size());
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            const ScoredToken &token = scored[0].tokens[i];
            QCOMPARE(token.id, tokens[i]);
            QCOMPARE(token.rank, 0);
            QCOMPARE(token.piece, traces[i]->piece);
            QVERIFY(token.trace);
            QCOMPARE(token.trace->chosen, tokens[i]);
            QVERIFY(std::abs(token.trace->chosenLogit - traces[i]->chosenLogit) < 2e-3F);
            double mass = 0; // of all logits, from the trace: the vocabulary is small, so it lists nearly all
            for (const Candidate &candidate : traces[i]->candidates)
                mass += std::exp(double{candidate.logit});
            QVERIFY(std::abs(token.logProbability - (double{traces[i]->chosenLogit} - std::log(mass))) < 5e-3);
            sum += token.logProbability;
        }
        QVERIFY(std::abs(scored[0].logProbability - sum) < 1e-9);
    }

    void everySpellingIsTheSumOverAll_data()
    {
        QTest::addColumn<QString>("label");
        QTest::addColumn<int>("spellings");
        QTest::newRow("short") << u"no"_s << 5; // no · n o · n o as bytes, in every mixture
        QTest::newRow("with a space") << u" yes"_s << 0;
        QTest::newRow("bytes only") << u"é"_s << 1;
    }

    void everySpellingIsTheSumOverAll()
    {
        QFETCH(const QString, label);
        QFETCH(const int, spellings);
        std::vector<std::int32_t> way;
        std::vector<std::vector<std::int32_t>> ways;
        spell(label.toUtf8(), way, ways);
        if (spellings > 0)
            QCOMPARE(static_cast<int>(ways.size()), spellings);
        double probability = 0;
        double end = 0;
        for (const auto &each : ways) { // one by one
            const ScoredText scored = score({ids(each)}).at(0);
            probability += std::exp(scored.logProbability);
            end += std::exp(scored.logProbability + scored.endLogProbability);
        }
        const ScoredText all = score({text(label, true)}).at(0);
        QCOMPARE(all.spellings, static_cast<int>(ways.size()));
        QVERIFY(all.complete);
        QVERIFY(std::abs(std::exp(all.logProbability) / probability - 1) < 2e-3);
        QVERIFY(std::abs(std::exp(all.endLogProbability) / (end / probability) - 1) < 2e-3);
        QByteArray bytes;
        for (const ScoredToken &token : all.tokens)
            bytes += token.piece;
        QCOMPARE(bytes, label.toUtf8());
        const ScoredText own = score({text(label)}).at(0);
        QCOMPARE(own.spellings, 1);
        QVERIFY(own.logProbability <= all.logProbability + 1e-6);
        QCOMPARE(own.tokens.size(), all.tokens.size());
    }

    void manyLabelsAtOnceAreWhatEachIsAlone()
    {
        const std::vector<ScoreText> labels{text(u"yes"_s, true), text(u"y"_s, true), text(u" yes"_s, true),      text({}),
                                            text(u"no"_s),        text(u"yes"_s),     text(u"noyesnoyes"_s, true)};
        const int before = m_decodes;
        const std::vector<ScoredText> together = score(labels);
        const int decodes = m_decodes - before;
        QCOMPARE(together.size(), labels.size());
        int rows = 0;
        for (std::size_t i = 0; i < labels.size(); ++i) {
            const ScoredText alone = score({labels[i]}).at(0);
            QCOMPARE(together[i].spellings, alone.spellings);
            QVERIFY(std::abs(together[i].logProbability - alone.logProbability) < 2e-3);
            QVERIFY(std::abs(together[i].endLogProbability - alone.endLogProbability) < 2e-3);
            rows += alone.spellings;
        }
        QVERIFY(rows > 100);
        QVERIFY2(decodes < rows, qPrintable(u"%1 decodes for %2 spellings"_s.arg(decodes).arg(rows)));
        QVERIFY(together[1].logProbability > together[0].logProbability); // a beginning is likelier than the whole
    }

    void tooManySpellingsAreALowerBound()
    {
        const QString label = u"yesnoyesnoyesnoyesno"_s;
        const ScoredText scored = score({text(label, true)}).at(0);
        QVERIFY(!scored.complete);
        QVERIFY(scored.spellings > 10);
        QVERIFY(scored.logProbability >= score({text(label)}).at(0).logProbability - 1e-6);
    }

    /// The prompt's own tokens are what a part of it says of the rest.
    void aPromptIsScoredItself()
    {
        GenerationRequest request = m_request;
        request.wantTrace = true;
        request.score = {{.text = {}, .tokens = {}, .everySpelling = false, .isPrompt = true}};
        const RecordingSink sink = run(request);
        const std::vector<ScoredText> whole = scores(sink);
        QCOMPARE(whole.size(), std::size_t{1});
        const std::vector<ScoredToken> &tokens = whole[0].tokens;
        QCOMPARE(tokens.size(), std::size_t{14}); // <s> comes first and has nothing before it
        QVERIFY(!whole[0].lead.isEmpty());
        QByteArray bytes;
        for (const ScoredToken &token : tokens) {
            bytes += token.piece;
            QVERIFY(token.trace);
            QCOMPARE(token.trace->chosen, token.id);
            QVERIFY2(token.trace->random < 0, "nothing was drawn");
            QVERIFY(token.trace->candidates.size() <= 64);
        }
        QCOMPARE(bytes, QByteArray("Is it? Answer:"));
        std::vector<std::int32_t> rest;
        for (std::size_t i = 6; i < tokens.size(); ++i)
            rest.push_back(tokens[i].id);
        GenerationRequest part = m_request;
        part.messages = {{Role::User, u"Is it?"_s}};
        part.score = {ids(rest)};
        const std::vector<ScoredText> after = scores(run(part));
        QCOMPARE(after.at(0).tokens.size(), rest.size());
        for (std::size_t i = 0; i < rest.size(); ++i)
            QVERIFY(std::abs(after[0].tokens[i].logProbability - tokens[i + 6].logProbability) < 2e-3);
        QCOMPARE(sink.finished()->usage.inputTokens.value(), 15);
        QCOMPARE(sink.finished()->usage.outputTokens.value(), 0);
        request.strict = true;
        const std::vector<ScoredText> strict = scores(run(request));
        QCOMPARE(strict.at(0).tokens.size(), tokens.size());
        QVERIFY(std::abs(strict[0].logProbability - whole[0].logProbability) < 0.05);
    }

    void progressUsageAndEnd()
    {
        GenerationRequest request = m_request;
        request.score = {text(QString(300, u'x'))};
        const RecordingSink sink = run(request);
        int last = 0;
        int total = 0;
        for (const GenerationEvent &event : sink.events()) {
            QVERIFY(!std::holds_alternative<Event::TextDelta>(event));
            if (const auto *progress = std::get_if<Event::PromptProgress>(&event)) {
                QVERIFY(progress->done >= last);
                last = progress->done;
                total = progress->total;
            }
        }
        QCOMPARE(total, last);
        QCOMPARE(total, 15 + 300); // <s> and 14 bytes
        QCOMPARE(sink.finished()->usage.inputTokens.value(), total);
        QCOMPARE(sink.finished()->usage.outputTokens.value(), 0);
        QVERIFY(m_mostTokens <= 32 + 15);
        QCOMPARE(sink.ends(), 1);
    }

    void whatCannotBeScoredIsSaid()
    {
        GenerationRequest request = m_request;
        request.score = {text(QString(600, u'x'))};
        QCOMPARE(run(request).error()->kind, ErrorKind::ContextTooLong);
        QVERIFY(run(request).error()->detail.contains(u"600"_s));
        request.score = {{.text = {}, .tokens = {}, .everySpelling = false, .isPrompt = true}, text(u"no"_s)};
        QCOMPARE(run(request).error()->kind, ErrorKind::BadRequest);
        request.score = {ids({99'999})};
        QCOMPARE(run(request).error()->kind, ErrorKind::BadRequest);
    }

    void cancelEndsWithinOneDecode()
    {
        GenerationRequest request = m_request;
        request.score = {text(QString(400, u'x'))};
        std::stop_source stop;
        const RecordingSink sink;
        std::atomic<int> atStop{-1};
        const auto job = m_backend->start(request, stop.get_token(), [&](GenerationEvent event) {
            if (const auto *progress = std::get_if<Event::PromptProgress>(&event); progress && progress->done >= 60) {
                atStop = m_decodes.load();
                stop.request_stop();
            }
            sink.sink()(std::move(event));
        });
        QVERIFY(sink.waitForEnd());
        QCOMPARE(sink.finished()->reason, FinishReason::Cancelled);
        QVERIFY(scores(sink).empty());
        QVERIFY(atStop >= 0 && m_decodes <= atStop + 1);
        QVERIFY(!score({text(u"no"_s)}).empty()); // and it goes on
    }

    void besideStreams()
    {
        const std::vector<ScoreText> labels{text(u"yes"_s, true), text(u"no"_s, true)};
        const std::vector<ScoredText> alone = score(labels);
        GenerationRequest stream = m_request;
        stream.sampling.maxTokens = 200;
        stream.sampling.temperature = 1;
        std::vector<RecordingSink> streams(3);
        std::vector<RecordingSink> scored(6);
        std::vector<std::unique_ptr<BackendJob>> jobs;
        for (std::size_t i = 0; i < streams.size(); ++i) {
            stream.sampling.seed = i;
            jobs.push_back(m_backend->start(stream, {}, streams[i].sink()));
        }
        GenerationRequest request = m_request;
        request.score = labels;
        for (const RecordingSink &sink : scored)
            jobs.push_back(m_backend->start(request, {}, sink.sink()));
        for (const RecordingSink &sink : scored) {
            QVERIFY(sink.waitForEnd());
            const std::vector<ScoredText> now = scores(sink);
            QCOMPARE(now.size(), alone.size());
            for (std::size_t i = 0; i < now.size(); ++i)
                QVERIFY(std::abs(now[i].logProbability - alone[i].logProbability) < 2e-3);
        }
        for (const RecordingSink &sink : streams) {
            QVERIFY(sink.waitForEnd());
            QVERIFY(!sink.error());
        }
    }

    void theBuiltInModelKnowsItsLabels()
    {
        GenerationRequest request = m_request;
        request.endpoint.modelPath = builtInModel();
        QVERIFY(QFile::exists(request.endpoint.modelPath));
        request.form = PromptForm::Continuation;
        request.messages = {{Role::User, u"The capital of France is"_s}};
        request.score = {text(u" Paris"_s, true), text(u" qqq"_s, true)};
        const RecordingSink sink = run(request);
        QVERIFY2(!sink.error(), qPrintable(sink.error().value_or(Error{}).detail));
        const std::vector<ScoredText> scored = scores(sink);
        QVERIFY(scored.at(0).logProbability > scored.at(1).logProbability);
        QVERIFY(scored.at(0).spellings > 1);
    }

    void theBuiltInModelExpectsItsPrompts()
    {
        GenerationRequest request = m_request;
        request.endpoint.modelPath = builtInModel();
        request.form = PromptForm::Continuation;
        request.wantTrace = true;
        request.score = {{.text = {}, .tokens = {}, .everySpelling = false, .isPrompt = true}};
        const auto perToken = [&](const QString &prompt) {
            request.messages = {{Role::User, prompt}};
            const std::vector<ScoredText> scored = scores(run(request));
            return scored.empty() || scored[0].tokens.empty()
                       ? 0.0
                       : scored[0].logProbability / static_cast<double>(scored[0].tokens.size());
        };
        const double usual = perToken(u"The capital of France is Paris."_s);
        const double odd = perToken(u"Of capital Paris the is France."_s);
        QVERIFY2(usual < 0 && odd < usual, qPrintable(u"%1, %2"_s.arg(usual).arg(odd)));
    }
};

QTEST_GUILESS_MAIN(TestLlamaScoring)
#include "tst_llamascoring.moc"
