// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/llama/llamabackend.h"
#include "models/sampling/counterrandom.h"
#include "tests/app/engine/llama/recordingsink.h"
#include "tests/app/engine/llama/tinymodel.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

AnswerPrefix firstOf(const AnswerPrefix &traces, std::size_t count)
{
    return {traces.begin(), traces.begin() + static_cast<std::ptrdiff_t>(count)};
}

AnswerPrefix tokens(std::initializer_list<int> ids)
{
    AnswerPrefix prefix;
    for (const int id : ids) {
        auto trace = std::make_shared<TokenTrace>();
        trace->chosen = id;
        prefix.push_back(std::move(trace));
    }
    return prefix;
}

std::vector<int> chosen(const AnswerPrefix &traces)
{
    std::vector<int> ids;
    for (const auto &trace : traces)
        ids.push_back(trace->chosen);
    return ids;
}

} // namespace

/// An answer that goes on from the middle of an earlier one.
class TestContinuation : public QObject
{
    Q_OBJECT

    RecordingSink answer(const GenerationRequest &request)
    {
        RecordingSink sink;
        const auto job = m_backend->start(request, {}, sink.sink());
        if (!sink.waitForEnd())
            qWarning("no end came");
        return sink;
    }

    GenerationRequest requestFor(const QString &path, int maxTokens) const
    {
        GenerationRequest request;
        request.endpoint.modelPath = path;
        request.form = PromptForm::Continuation;
        request.messages = {{Role::User, u"abc"_s}};
        request.sampling.seed = 6;
        request.sampling.maxTokens = maxTokens;
        request.wantTrace = true;
        return request;
    }

    QTemporaryDir m_folder;
    QString m_random;
    TinyModel m_speaking = speakingModel({u"Hello"_s, u","_s, u"▁wor"_s, u"ld"_s, u"!"_s});
    QString m_speaker;
    std::unique_ptr<Backend> m_backend;

private Q_SLOTS:
    void initTestCase()
    {
        m_random = m_folder.filePath(u"random.gguf"_s);
        m_speaker = m_folder.filePath(u"speaker.gguf"_s);
        QVERIFY(TinyModel().write(m_random));
        QVERIFY(m_speaking.write(m_speaker));
        m_backend = makeLlamaBackend({.threads = 1, .flashAttention = FlashAttention::Off, .onDecode = {}});
    }

    void theRestIsTheSame_data()
    {
        QTest::addColumn<double>("temperature");
        QTest::addColumn<int>("from");
        for (const double temperature : {0.0, 1.0}) {
            for (const int from : {1, 7, 29})
                QTest::addRow("T %g from %d", temperature, from) << temperature << from;
        }
    }

    void theRestIsTheSame()
    {
        QFETCH(const double, temperature);
        QFETCH(const int, from);
        GenerationRequest request = requestFor(m_random, 30);
        request.sampling.temperature = temperature;
        request.sampling.repeatPenalty = 1.1; // it remembers what was written
        const RecordingSink whole = answer(request);
        const AnswerPrefix traces = whole.traces();
        QCOMPARE(traces.size(), std::size_t{30});

        request.prefix = firstOf(traces, static_cast<std::size_t>(from));
        const RecordingSink rest = answer(request);
        QVERIFY2(!rest.error(), qPrintable(rest.error().value_or(Error{}).detail));
        QCOMPARE(rest.text(), whole.text());
        const AnswerPrefix added = rest.traces();
        QCOMPARE(added.size(), traces.size() - request.prefix.size());
        QCOMPARE(chosen(added), chosen({traces.begin() + from, traces.end()}));
        for (std::size_t i = 0; i < added.size(); ++i)
            QCOMPARE(added[i]->random, uniformAt({.seed = 6, .caseIndex = 0, .repeat = 0},
                                                 static_cast<std::uint32_t>(i) + static_cast<std::uint32_t>(from)));
        // What was given was read, not written.
        QCOMPARE(rest.finished()->usage.outputTokens.value(), 30 - from);
        QCOMPARE(rest.finished()->usage.inputTokens.value(), whole.finished()->usage.inputTokens.value() + from);
        QCOMPARE(rest.finished()->reason, FinishReason::Length);
    }

    void anotherTokenMakesAnotherAnswer()
    {
        GenerationRequest request = requestFor(m_speaker, 30);
        request.prefix = tokens({m_speaking.idOf(u"Hello"_s), m_speaking.idOf(u"▁wor"_s)});
        const RecordingSink sink = answer(request);
        QCOMPARE(sink.text(), u"Hello world!"_s);
        QCOMPARE(sink.finished()->reason, FinishReason::Stop);
        QStringList deltas;
        for (const GenerationEvent &event : sink.events()) {
            if (const auto *delta = std::get_if<Event::TextDelta>(&event))
                deltas += delta->text;
        }
        QCOMPARE(deltas.value(0), u"Hello wor"_s);
    }

    void stopStringsSeeThePrefix()
    {
        GenerationRequest request = requestFor(m_speaker, 30);
        request.prefix = tokens({m_speaking.idOf(u"Hello"_s), m_speaking.idOf(u","_s), m_speaking.idOf(u"▁wor"_s)});
        request.sampling.stop = {u"world"_s}; // begins in the prefix, ends behind it
        const RecordingSink over = answer(request);
        QCOMPARE(over.text(), u"Hello, "_s);
        QCOMPARE(over.finished()->reason, FinishReason::Stop);
        QCOMPARE(over.finished()->usage.outputTokens.value(), 1);
        request.sampling.stop = {u","_s};
        const RecordingSink inside = answer(request);
        QCOMPARE(inside.text(), u"Hello"_s);
        QCOMPARE(inside.finished()->reason, FinishReason::Stop);
        QCOMPARE(inside.finished()->usage.outputTokens.value(), 0);
        QCOMPARE(inside.ends(), 1);
    }

    void aCharacterGoesOnInTheNextToken()
    {
        // The bytes of "é水", one a token.
        TinyModel model;
        const QByteArray bytes = u"é水"_s.toUtf8();
        const auto idAt = [bytes](qsizetype at) { return TinyModel::FirstByte + static_cast<unsigned char>(bytes[at]); };
        model.logit = [bytes, idAt](int from, int to) {
            const qsizetype next = bytes.indexOf(static_cast<char>(from - TinyModel::FirstByte)) + 1;
            return to == (next < bytes.size() ? idAt(next) : TinyModel::Eos) ? 30.0F : 0.0F;
        };
        const QString path = m_folder.filePath(u"bytes.gguf"_s);
        QVERIFY(model.write(path));
        GenerationRequest request = requestFor(path, 30);
        request.prefix = tokens({idAt(0), idAt(1), idAt(2)});
        QCOMPARE(answer(request).text(), u"é水"_s);
    }

    void whatHasEndedStaysEnded()
    {
        GenerationRequest request = requestFor(m_speaker, 30);
        request.prefix = tokens({m_speaking.idOf(u"Hello"_s), TinyModel::Eos});
        const RecordingSink ended = answer(request);
        QCOMPARE(ended.text(), u"Hello"_s);
        QCOMPARE(ended.finished()->reason, FinishReason::Stop);
        QVERIFY(ended.traces().empty());

        request.sampling.maxTokens = 1;
        request.prefix = tokens({m_speaking.idOf(u"Hello"_s), m_speaking.idOf(u","_s)});
        const RecordingSink full = answer(request);
        QCOMPARE(full.text(), u"Hello,"_s);
        QCOMPARE(full.finished()->reason, FinishReason::Length);
    }

    void anotherModelsTokensAreRefused()
    {
        GenerationRequest request = requestFor(m_speaker, 30);
        request.prefix = tokens({99'999});
        QCOMPARE(answer(request).error()->kind, ErrorKind::BadRequest);
        request.prefix = tokens({-1});
        QCOMPARE(answer(request).error()->kind, ErrorKind::BadRequest);
        request.prefix = AnswerPrefix(600, tokens({m_speaking.idOf(u","_s)}).front());
        QCOMPARE(answer(request).error()->kind, ErrorKind::ContextTooLong);
    }
};

QTEST_GUILESS_MAIN(TestContinuation)
#include "tst_continuation.moc"
