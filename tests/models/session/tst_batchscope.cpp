// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/batchscope.h"

#include "models/experiment/writing/keptexperiment.h"
#include "tests/support/fakebatches.h"

#include <QMap>
#include <QTest>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

const QString scopePath = u"/work/lamps.yaml"_s;

/// An experiment with something secret in it.
QByteArray secretExperiment(const QByteArray &secret)
{
    return "description: Lamps\n"
           "prompts: ['Label: {{ review }}']\n"
           "providers:\n"
           "  - local:mini\n"
           "  - { id: 'openai:chat:gpt-4o', config: { max_tokens: 10, apiBaseUrl: 'https://gateway.example.com/v1?api_key="
           + secret
           + "' } }\n"
             "tests:\n"
             "  - { vars: { review: good } }\n";
}

class ScopeFiles final : public PromptStore
{
public:
    [[nodiscard]] Result<QByteArray> read(const QString &path) const override
    {
        if (!contents.contains(path))
            return failure(ErrorKind::File, u"no such file"_s, path);
        return contents.value(path);
    }
    [[nodiscard]] Result<void> write(const QString &, const QByteArray &) override { return {}; }

    QMap<QString, QByteArray> contents;
};

QString secretOf(const Experiment &experiment)
{
    return QUrlQuery(experiment.variants.constFirst().endpoint.baseUrl).queryItemValue(u"api_key"_s);
}

/// What was sent of an experiment: its hosted variant.
struct Sent {
    Sent()
    {
        files.contents.insert(scopePath, secretExperiment("sk-canary-1"));
        const LoadedExperiment whole = loaded();
        const BatchScope scope = batchScope(whole.experiment, Catalog(), service);
        run.experimentPath = scopePath;
        run.experimentYaml = keptExperiment(scope.experiment, whole.source.get());
    }
    [[nodiscard]] LoadedExperiment loaded() const
    {
        return readExperiment(files.contents.value(scopePath), scopePath, files).value();
    }

    ScopeFiles files;
    FakeBatchService service;
    RunRecord run;
};

} // namespace

class BatchScopeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theLedgerHasNoSecret()
    {
        const Sent sent;
        QVERIFY(!sent.run.experimentYaml.isEmpty());
        QVERIFY(!sent.run.experimentYaml.contains("canary"));
        QVERIFY(!sent.run.experimentYaml.contains("local:mini"));
    }

    void theFileHasWhatIsSecret()
    {
        const Sent sent;
        const Result<Experiment> read = sentExperiment(sent.run, nullptr, sent.files, {});
        QVERIFY(read);
        QCOMPARE(read->variants.size(), 1);
        QCOMPARE(secretOf(*read), u"sk-canary-1"_s);
    }

    void soHasWhatIsOpen()
    {
        Sent sent;
        const LoadedExperiment open = sent.loaded();
        sent.files.contents.clear();
        QCOMPARE(secretOf(sentExperiment(sent.run, &open, sent.files, {}).value()), u"sk-canary-1"_s);
    }

    /// Where the file has changed, what was sent counts.
    void aChangedFileIsNotTaken()
    {
        Sent sent;
        sent.files.contents[scopePath].replace("Label:", "Name the mood:");
        const Experiment read = sentExperiment(sent.run, nullptr, sent.files, {}).value();
        QCOMPARE(read.prompts.constFirst().messages.constFirst().text, u"Label: {{ review }}"_s);
        QVERIFY(secretOf(read) != u"sk-canary-1"_s);
        sent.files.contents.clear();
        QVERIFY(sentExperiment(sent.run, nullptr, sent.files, {}));
    }

    void whatWasTooLargeToBeKept()
    {
        Sent sent;
        sent.run.experimentYaml.clear();
        const Result<Experiment> read = sentExperiment(sent.run, nullptr, sent.files, {});
        QVERIFY(!read);
        QCOMPARE(read.error().kind, ErrorKind::Usage);
    }
};

QTEST_GUILESS_MAIN(BatchScopeTest)
#include "tst_batchscope.moc"
