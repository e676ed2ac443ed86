// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// `tempera batch …` with the real batch APIs against a server that plays OpenAI's, and with a ledger on the disk.

#include "app/providerbatches.h"
#include "app/storage/ledger.h"
#include "tests/app/cli/cliharness.h"
#include "tests/support/playedbatches.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

const QByteArray batchKey = "sk-canary-0123456789";

/// The program with batches; a new one is a restart, as the ledger and the server stay.
struct BatchProgram {
    BatchProgram(const QString &ledgerPath, const SystemClock &clock)
        : ledger(Ledger::open(ledgerPath, clock).value()),
          batches(
              clock,
              [](const QString &name, QObject *guard, std::function<void(Secret)> found) {
                  QTimer::singleShot(0, guard, [found, has = !name.isEmpty()] { found(has ? Secret(batchKey) : Secret()); });
              },
              [this](const QString &, const Endpoint &, QObject *guard, std::function<void(bool)> decided) {
                  QTimer::singleShot(0, guard, [this, decided] { decided(mayHaveKey); });
              })
    {
        cli.store = ledger.get();
        cli.batches = &batches;
        cli.batchStore = ledger.get();
    }

    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(cli.out.bytes).object(); }

    std::unique_ptr<Ledger> ledger;
    bool mayHaveKey = true;
    ProviderBatches batches;
    CliHarness cli; ///< Uses them: goes first.
};

QStringList namesOf(const QList<QJsonObject> &lines)
{
    QStringList names;
    for (const QJsonObject &line : lines)
        names += line.value("custom_id"_L1).toString();
    return names;
}

QList<QJsonObject> linesIn(const QByteArray &jsonl)
{
    QList<QJsonObject> list;
    for (const QByteArray &line : jsonl.split('\n')) {
        if (!line.isEmpty())
            list += QJsonDocument::fromJson(line).object();
    }
    return list;
}

} // namespace

class BatchCommandTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesTheRequests()
    {
        const QTemporaryDir folder;
        const SystemClock clock;
        PlayedApi api;
        BatchProgram program(folder.filePath(u"ledger.db"_s), clock);
        const QString file = program.cli.file(u"x.yaml"_s, api.experiment());
        QCOMPARE(program.cli.run({u"batch"_s, u"write"_s, file, u"-o"_s, program.cli.path(u"b.jsonl"_s)}), 0);
        const QList<QJsonObject> lines = linesIn(program.cli.content(u"b.jsonl"_s));
        QCOMPARE(lines.size(), 3);
        const QStringList names = namesOf(lines);
        QVERIFY(names.at(0).startsWith(u"c0-p0-v0-r0-"_s));
        QVERIFY(names.at(2).startsWith(u"c2-p0-v0-r0-"_s));
        QCOMPARE(lines.at(1).value("url"_L1).toString(), u"/v1/chat/completions"_s);
        QCOMPARE(lines.at(1).value("body"_L1)["messages"_L1][0]["content"_L1].toString(), u"Label: bad"_s);
        QVERIFY(!program.cli.content(u"b.jsonl"_s).contains("canary"));
        QCOMPARE(program.cli.engine.count(), 0);
        QVERIFY(api.server.requests().empty());

        program.cli.out.bytes.clear(); // the same to standard output, of a part
        QCOMPARE(program.cli.run({u"batch"_s, u"write"_s, file, u"--repeat"_s, u"2"_s, u"--filter-pattern"_s, u"fair"_s}), 0);
        const QStringList repeats = namesOf(linesIn(program.cli.out.bytes));
        QCOMPARE(repeats.size(), 2);
        QCOMPARE(repeats.at(0), names.at(2)); // a cell keeps its name
        QVERIFY(repeats.at(1).startsWith(u"c2-p0-v0-r1-"_s));
    }

    void doesNotWriteOverWhatItReads()
    {
        const QTemporaryDir folder;
        const SystemClock clock;
        PlayedApi api;
        BatchProgram program(folder.filePath(u"ledger.db"_s), clock);
        const QString file = program.cli.file(u"x.yaml"_s, api.experiment());
        QCOMPARE(program.cli.run({u"batch"_s, u"write"_s, file, u"-o"_s, file}), 2);
        QCOMPARE(program.cli.content(u"x.yaml"_s), api.experiment());
    }

    void whatABatchCannotCarry()
    {
        const QTemporaryDir folder;
        const SystemClock clock;
        BatchProgram program(folder.filePath(u"ledger.db"_s), clock);
        const QString file = program.cli.file(u"x.yaml"_s, "prompts: [Hello]\nproviders: ['openai:chat:gpt-4o', echo]\n");
        QCOMPARE(program.cli.run({u"batch"_s, u"write"_s, file}), 2);
        QVERIFY2(program.cli.err.text().contains(u"echo"_s), qPrintable(program.cli.err.text()));
        QCOMPARE(program.cli.run({u"batch"_s, u"submit"_s, file}), 2);
        QCOMPARE(program.cli.run({u"batch"_s, u"write"_s, file, u"--filter-providers"_s, u"gpt"_s}), 0);
        QCOMPARE(program.cli.run({u"batch"_s}), 2);
        QCOMPARE(program.cli.run({u"batch"_s, u"cancel"_s}), 2);
    }

    /// Judged, stored and shown as any run, at the price of a batch; each line that is not an answer is told.
    void readsAnswers()
    {
        const QTemporaryDir folder;
        const SystemClock clock;
        BatchProgram program(folder.filePath(u"ledger.db"_s), clock);
        CliHarness &cli = program.cli;
        const QString file = cli.file(u"x.yaml"_s, PlayedApi::experimentAt("https://api.openai.com/v1"));
        QCOMPARE(cli.run({u"batch"_s, u"write"_s, file, u"-o"_s, cli.path(u"b.jsonl"_s)}), 0);
        const QStringList names = namesOf(linesIn(cli.content(u"b.jsonl"_s)));

        const QString all = cli.file(u"all.jsonl"_s, answeredLine(names.at(2), "neutral") + answeredLine(names.at(0), "positive")
                                                         + answeredLine(names.at(1), "negative"));
        QCOMPARE(cli.run({u"batch"_s, u"read"_s, file, all, u"-o"_s, cli.path(u"r.json"_s)}), 0);
        const QJsonArray rows =
            QJsonDocument::fromJson(cli.content(u"r.json"_s)).object().value("results"_L1)["results"_L1].toArray();
        QCOMPARE(rows.size(), 3);
        // 1,000 × $2.50 + 100 × $10 for a million each, and half of it
        QCOMPARE(rows.at(0)["cost"_L1].toDouble(), 0.00175);
        QCOMPARE(cli.engine.count(), 0);

        const QString some = cli.file(u"some.jsonl"_s, answeredLine(names.at(0), "positive") + answeredLine(u"stranger"_s, "x")
                                                           + answeredLine(names.at(0), "positive again"));
        const QString errors = cli.file(u"errors.jsonl"_s, expiredLine(names.at(1)) + "{\"custom_id\":\"cut");
        cli.err.bytes.clear();
        QCOMPARE(cli.run({u"batch"_s, u"read"_s, file, some, errors}), 1);
        const QString said = cli.err.text();
        QVERIFY2(said.contains(u"some.jsonl:2: stranger"_s), qPrintable(said));
        QVERIFY2(said.contains(u"some.jsonl:3: "_s), qPrintable(said));
        QVERIFY2(said.contains(u"errors.jsonl:1: "_s + names.at(1)), qPrintable(said));
        QVERIFY2(said.contains(u"errors.jsonl:2: "_s), qPrintable(said));
        QVERIFY2(said.contains(names.at(2) + u" has no line"_s), qPrintable(said));
        QCOMPARE(cli.run({u"batch"_s, u"read"_s, file, u"/nowhere/out.jsonl"_s}), 2);
    }

    /// Answers to what an experiment asked before are not taken for answers to what it asks now.
    void aChangedPromptHasNoAnswer()
    {
        const QTemporaryDir folder;
        const SystemClock clock;
        PlayedApi api;
        BatchProgram program(folder.filePath(u"ledger.db"_s), clock);
        CliHarness &cli = program.cli;
        const QString file = cli.file(u"x.yaml"_s, api.experiment());
        QCOMPARE(cli.run({u"batch"_s, u"write"_s, file, u"-o"_s, cli.path(u"b.jsonl"_s)}), 0);
        const QStringList names = namesOf(linesIn(cli.content(u"b.jsonl"_s)));
        const QString all = cli.file(u"all.jsonl"_s, answeredLine(names.at(0), "positive"));
        (void)cli.file(u"x.yaml"_s, api.experiment().replace("Label:", "Name the mood:"));
        QCOMPARE(cli.run({u"batch"_s, u"read"_s, file, all}), 1);
        QVERIFY2(cli.err.text().contains(u"all.jsonl:1: "_s + names.at(0)), qPrintable(cli.err.text()));
        QVERIFY(cli.err.text().contains(u"something else now"_s));
    }

    void aBatchOutlivesTheProgram()
    {
        const QTemporaryDir folder;
        const SystemClock clock;
        PlayedApi api;
        const QString ledger = folder.filePath(u"ledger.db"_s);
        const QString file = folder.filePath(u"x.yaml"_s);
        QVERIFY(DiskFiles().write(file, api.experiment()));
        {
            BatchProgram program(ledger, clock);
            QCOMPARE(program.cli.run({u"batch"_s, u"submit"_s, file}), 0);
            QCOMPARE(program.cli.out.text(), u"batch_1\n"_s);
            QVERIFY2(program.cli.err.text().contains(u"Requests: 3, batches: 1"_s), qPrintable(program.cli.err.text()));
        }
        const QStringList names = namesOf(api.uploaded());
        QCOMPARE(names.size(), 3);
        for (const QFileInfo &kept : QDir(folder.path()).entryInfoList(QDir::Files))
            QVERIFY(!DiskFiles().read(kept.filePath()).value().contains("canary"));
        {
            BatchProgram program(ledger, clock); // after a restart
            QCOMPARE(program.cli.run({u"batch"_s, u"status"_s, u"--json"_s}), 0);
            const QJsonObject batch = program.json().value("batches"_L1)[0].toObject();
            QCOMPARE(batch.value("state"_L1).toString(), u"running"_s);
            QCOMPARE(batch.value("answered"_L1).toInt(), 1);
            QCOMPARE(batch.value("requests"_L1).toInt(), 3);
            QVERIFY(batch.contains("cost_high"_L1) && batch.value("cost_high"_L1).isNull()); // of this server nobody knows
            QCOMPARE(program.cli.run({u"run"_s, u"--resume"_s}), 2); // nothing is asked and paid for twice
            const QString run = batch.value("run"_L1).toString();
            QCOMPARE(program.cli.run({u"run"_s, u"--resume"_s, run}), 2);
            QVERIFY(program.cli.err.text().contains(u"waits for its batches"_s));
            QCOMPARE(program.cli.run({u"batch"_s, u"fetch"_s}), 1); // too early
            QVERIFY(program.cli.err.text().contains(u"Not all batches"_s));
        }
        api.state = R"({"id":"batch_1","status":"expired","output_file_id":"file-out","error_file_id":"file-err"})";
        api.contents = {
            {"/v1/files/file-out/content", answeredLine(names.at(2), "neutral") + answeredLine(names.at(0), "positive")},
            {"/v1/files/file-err/content", expiredLine(names.at(1))}};
        BatchProgram program(ledger, clock);
        CliHarness &cli = program.cli;
        QCOMPARE(cli.run({u"batch"_s, u"fetch"_s, u"batch_1"_s, u"-o"_s, cli.path(u"r.json"_s)}), 1);
        QVERIFY2(cli.err.text().contains(u"batch_1:1: "_s + names.at(1)), qPrintable(cli.err.text()));
        cli.out.bytes.clear();
        QCOMPARE(cli.run({u"batch"_s, u"status"_s, u"--json"_s}), 0); // counted from the results
        const QJsonObject counted = program.json().value("batches"_L1)[0].toObject();
        QCOMPARE(counted.value("answered"_L1).toInt(), 2);
        QCOMPARE(counted.value("failed"_L1).toInt(), 1);
        QCOMPARE(counted.value("expired"_L1).toInt(), 1);
        const QJsonArray rows =
            QJsonDocument::fromJson(cli.content(u"r.json"_s)).object().value("results"_L1)["results"_L1].toArray();
        QCOMPARE(rows.size(), 3);
        QCOMPARE(rows.at(0)["success"_L1].toBool(), true);
        QCOMPARE(rows.at(1)["success"_L1].toBool(), false);
        QCOMPARE(cli.engine.count(), 0);

        cli.out.bytes.clear(); // one run, that is finished
        QCOMPARE(cli.run({u"history"_s, u"list"_s, u"--json"_s}), 0);
        const QJsonArray runs = program.json().value("runs"_L1).toArray();
        QCOMPARE(runs.size(), 1);
        QCOMPARE(runs.at(0)["state"_L1].toString(), u"finished"_s);
        QCOMPARE(runs.at(0)["stored_cells"_L1].toInt(), 3);
        QCOMPARE(runs.at(0)["errors"_L1].toInt(), 1);
        QCOMPARE(cli.run({u"batch"_s, u"fetch"_s}), 2); // nothing is left to merge
    }

    void aBatchIsCancelled()
    {
        const QTemporaryDir folder;
        const SystemClock clock;
        PlayedApi api;
        BatchProgram program(folder.filePath(u"ledger.db"_s), clock);
        const QString file = program.cli.file(u"x.yaml"_s, api.experiment());
        QCOMPARE(program.cli.run({u"batch"_s, u"submit"_s, file}), 0);
        QCOMPARE(program.cli.run({u"batch"_s, u"cancel"_s, u"batch_2"_s}), 2);
        QCOMPARE(program.cli.run({u"batch"_s, u"cancel"_s, u"batch_1"_s}), 0);
        QVERIFY(program.cli.err.text().contains(u"batch_1: cancelling"_s));
    }

    void nothingIsSentBeyondALimit()
    {
        const QTemporaryDir folder;
        const SystemClock clock;
        PlayedApi api;
        BatchProgram program(folder.filePath(u"ledger.db"_s), clock);
        CliHarness &cli = program.cli;
        const QString dear = cli.file(u"dear.yaml"_s, PlayedApi::experimentAt("https://api.openai.com/v1"));
        QCOMPARE(cli.run({u"batch"_s, u"submit"_s, dear, u"--max-cost"_s, u"0.000001"_s}), 1);
        const QString file = cli.file(u"x.yaml"_s, api.experiment()); // of which nobody knows the price
        QCOMPARE(cli.run({u"batch"_s, u"submit"_s, file, u"--max-cost"_s, u"1"_s}), 1);
        QVERIFY(api.server.requests().empty());
        QCOMPARE(cli.run({u"batch"_s, u"status"_s}), 0);
        QVERIFY(cli.err.text().contains(u"no batches"_s));
        QCOMPARE(cli.run({u"batch"_s, u"submit"_s, file, u"--max-cost"_s, u"1"_s, u"--allow-unknown-cost"_s}), 0);
    }

    void whatWasRefusedIsKnown()
    {
        const QTemporaryDir folder;
        const SystemClock clock;
        PlayedApi api;
        BatchProgram program(folder.filePath(u"ledger.db"_s), clock);
        CliHarness &cli = program.cli;
        const QString file = cli.file(u"x.yaml"_s, api.experiment());
        api.server.enqueue(ScriptedAnswer::whole(401, R"({"error":{"message":"bad key sk-canary-0123456789"}})"));
        QCOMPARE(cli.run({u"batch"_s, u"submit"_s, file}), 1);
        QVERIFY(!cli.err.text().contains(u"canary"_s));
        QCOMPARE(cli.run({u"batch"_s, u"status"_s, u"--json"_s}), 0);
        QCOMPARE(program.json().value("batches"_L1)[0]["state"_L1].toString(), u"failed"_s);
        QVERIFY(!cli.out.text().contains(u"canary"_s));
    }

    /// A key goes only where it may; here the server is on this machine, and hears none.
    void theKeyStaysHere()
    {
        const QTemporaryDir folder;
        const SystemClock clock;
        PlayedApi api;
        BatchProgram program(folder.filePath(u"ledger.db"_s), clock);
        program.mayHaveKey = false;
        QCOMPARE(program.cli.run({u"batch"_s, u"submit"_s, program.cli.file(u"x.yaml"_s, api.experiment())}), 0);
        for (const ScriptedRequest &request : api.server.requests())
            QVERIFY(!request.headers.contains("authorization"));
    }
};

QTEST_GUILESS_MAIN(BatchCommandTest)
#include "tst_batchcommand.moc"
