// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/llama/llamabackend.h"
#include "tests/app/engine/llama/recordingsink.h"
#include "tests/app/engine/llama/tinymodel.h"

#include <QTemporaryDir>
#include <QTest>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

GenerationRequest requestFor(const QString &path, const QString &prompt)
{
    GenerationRequest request;
    request.endpoint.kind = EndpointKind::Local;
    request.endpoint.model = u"tiny"_s;
    request.endpoint.modelPath = path;
    request.form = PromptForm::Continuation;
    request.messages = {{Role::User, prompt}};
    return request;
}

} // namespace

class TestLlamaBackend : public QObject
{
    Q_OBJECT

private:
    /// Runs one request to its end.
    RecordingSink answer(const GenerationRequest &request)
    {
        RecordingSink sink;
        const auto job = m_backend->start(request, {}, sink.sink());
        if (!sink.waitForEnd())
            qWarning("no end came");
        return sink;
    }
    QString write(const QString &name, const TinyModel &model)
    {
        const QString path = m_folder.filePath(name);
        return model.write(path) ? path : QString();
    }

    QTemporaryDir m_folder;
    QString m_random;
    QString m_speaker;
    std::unique_ptr<Backend> m_backend;

private Q_SLOTS:
    void initTestCase()
    {
        m_random = write(u"random.gguf"_s, {});
        m_speaker = write(u"speaker.gguf"_s, speakingModel({u"Hello"_s, u","_s, u"▁wor"_s, u"ld"_s, u"!"_s}));
        QVERIFY(!m_random.isEmpty());
        QVERIFY(!m_speaker.isEmpty());
        m_backend = makeLlamaBackend({.threads = 1, .onDecode = {}});
    }

    void speaksToTheEnd()
    {
        GenerationRequest request = requestFor(m_speaker, u"x"_s);
        request.sampling.temperature = 0;
        const RecordingSink sink = answer(request);
        QVERIFY2(!sink.error(), qPrintable(sink.error().value_or(Error{}).detail));
        QCOMPARE(sink.text(), u"Hello, world!"_s);
        QCOMPARE(sink.ends(), 1);
        const Event::Finished finished = *sink.finished();
        QCOMPARE(finished.reason, FinishReason::Stop);
        QCOMPARE(finished.usage.inputTokens.value(), 2); // <s> and the byte
        QCOMPARE(finished.usage.outputTokens.value(), 6); // the end counts, as in llama-server
        QCOMPARE(finished.reproducibility, Reproducibility::Fast);
    }

    void sameSeedSameText()
    {
        GenerationRequest request = requestFor(m_random, u"abc"_s);
        request.sampling.maxTokens = 40;
        request.sampling.seed = 7;
        const QString first = answer(request).text();
        const RecordingSink again = answer(request);
        QVERIFY(!first.isEmpty());
        QCOMPARE(again.text(), first);
        QCOMPARE(again.finished()->seed.value(), 7U);
        request.sampling.seed = 8;
        QVERIFY(answer(request).text() != first);
    }
};

QTEST_GUILESS_MAIN(TestLlamaBackend)
#include "tst_llamabackend.moc"
