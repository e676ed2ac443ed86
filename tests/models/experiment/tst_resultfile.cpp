// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/cellsummary.h"
#include "models/experiment/results/resultfile.h"
#include "tests/support/testpaths.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

QByteArray bytesOf(const QString &path)
{
    QFile file(testDataPath(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Result<ResultFile> readOf(const QString &name)
{
    return readResultFile(bytesOf(u"results/"_s + name), name);
}

const Cell *cellAt(const ResultFile &file, const CellKey &key)
{
    const auto found = std::ranges::find(file.cells, key, [](const Cell &cell) { return cell.request.key; });
    return found == file.cells.end() ? nullptr : &*found;
}

} // namespace

class TestResultFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void promptfoosResultsAreRead();
    void whatPromptfooDoesNotKnowIsUnknown();
    void theOlderVersionHasNoNumbers();
    void equalTestsAreRepeats();
    void aResultInEachLine();
    void ourOwnResultsAreRead_data();
    void ourOwnResultsAreRead();
    void promptsOfLinesAreKnownByTheirIds();
    void rowsThatStandTwiceAreCounted();
    void numbersThatCannotBeAreUnknown();
    void checksInFilesAreNotKnown();
    void setsAndPartsOfScripts();
    void brokenFilesSayWhereAndWhy_data();
    void brokenFilesSayWhereAndWhy();
    void largeFilesAreRefused();
    void keysOfAFileAreNotKept();
};

void TestResultFile::promptfoosResultsAreRead()
{
    const Result<ResultFile> file = readOf(u"promptfoo.json"_s);
    QVERIFY2(file, qPrintable(file ? QString() : errorSentence(file.error())));
    const Experiment &experiment = file->experiment;
    QCOMPARE(experiment.prompts.size(), 1);
    QCOMPARE(experiment.prompts.at(0).messages, (Messages{{Role::User, u"Say {{ word }}"_s}}));
    QVERIFY(experiment.prompts.at(0).label.isEmpty()); // promptfoo repeats the text
    QCOMPARE(experiment.variants.size(), 2);
    QCOMPARE(experiment.variants.at(1).title(), u"warm"_s);
    QCOMPARE(experiment.variants.at(1).sampling.temperature, 1.0);
    QVERIFY(file->knowsSettings);
    QCOMPARE(experiment.cases.size(), 3);
    QCOMPARE(experiment.cases.at(1).variables, (Variables{{u"word"_s, u"owl"_s}}));
    QCOMPARE(experiment.cases.at(1).checks.size(), 1);
    QCOMPARE(experiment.cases.at(1).checks.at(0).type, u"contains"_s);
    QVERIFY(file->casesOfNoChecks.isEmpty());
    QCOMPARE(file->cells.size(), 6U);
    const Cell *owl = cellAt(*file, {1, 0, 1, 0});
    QVERIFY(owl);
    QCOMPARE(owl->text, u"No."_s);
    QCOMPARE(owl->state, CellState::Done); // what its check complained of is no error of the request
    QCOMPARE(owl->grade->outcome, Outcome::Fail);
    QCOMPARE(owl->grade->verdicts.at(0).type, u"contains"_s);
    QCOMPARE(owl->usage.outputTokens, 3);
    QCOMPARE(owl->cost, Money::fromDollars(0.0004));
    QCOMPARE(owl->timings.total, std::chrono::milliseconds(251));
    QCOMPARE(owl->request.endpoint.model, u"mini"_s);
}

void TestResultFile::whatPromptfooDoesNotKnowIsUnknown()
{
    const Result<ResultFile> file = readOf(u"promptfoo.json"_s);
    QVERIFY(file);
    const Cell *failed = cellAt(*file, {2, 0, 1, 0});
    QVERIFY(failed);
    QCOMPARE(failed->state, CellState::Failed);
    QCOMPARE(failed->error->detail, u"API error: 500"_s);
    QVERIFY(!failed->grade);
    QVERIFY(!failed->cost);
    QVERIFY(!failed->timings.total);
    QVERIFY(!failed->usage.inputTokens);
}

void TestResultFile::theOlderVersionHasNoNumbers()
{
    const Result<ResultFile> file = readOf(u"promptfoo2.json"_s);
    QVERIFY2(file, qPrintable(file ? QString() : errorSentence(file.error())));
    QCOMPARE(file->experiment.cases.size(), 3);
    QCOMPARE(file->experiment.variants.size(), 2);
    QCOMPARE(file->cells.size(), 6U);
    QCOMPARE(file->repeatedRows, 0);
    QCOMPARE(file->casesOfNoChecks.size(), 3);
    QVERIFY(!file->knowsSettings);
    QCOMPARE(cellAt(*file, {1, 0, 1, 0})->text, u"No."_s);
    QCOMPARE(cellAt(*file, {2, 0, 1, 0})->state, CellState::Failed);
    QCOMPARE(cellAt(*file, {1, 0, 1, 0})->grade->outcome, Outcome::Fail);
}

void TestResultFile::equalTestsAreRepeats()
{
    const Result<ResultFile> file = readOf(u"repeats.json"_s);
    QVERIFY2(file, qPrintable(file ? QString() : errorSentence(file.error())));
    QCOMPARE(file->experiment.repeat, 2);
    QCOMPARE(file->experiment.cases.size(), 2);
    QCOMPARE(file->cells.size(), 4U);
    QCOMPARE(cellAt(*file, {0, 0, 0, 1})->text, u"fox 1"_s);
    QCOMPARE(cellAt(*file, {1, 0, 0, 0})->text, u"owl 2"_s);
}

/// Without the experiment nobody knows that they are repeats: they are cases of their own.
void TestResultFile::aResultInEachLine()
{
    const Result<ResultFile> file = readOf(u"lines.jsonl"_s);
    QVERIFY2(file, qPrintable(file ? QString() : errorSentence(file.error())));
    QCOMPARE(file->experiment.cases.size(), 4);
    QCOMPARE(file->experiment.variants.at(0).endpoint.kind, EndpointKind::Echo);
    QVERIFY(file->experiment.prompts.at(0).messages.isEmpty());
    QCOMPARE(file->promptIds, QStringList{u"aa"_s});
}

void TestResultFile::ourOwnResultsAreRead_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("json") << u"reports/lamps.json"_s;
    QTest::newRow("lines") << u"reports/lamps.jsonl"_s;
}

void TestResultFile::ourOwnResultsAreRead()
{
    QFETCH(const QString, path);
    const Result<ResultFile> file = readResultFile(bytesOf(path), path);
    QVERIFY2(file, qPrintable(file ? QString() : errorSentence(file.error())));
    QCOMPARE(file->experiment.cases.size(), 2);
    QCOMPARE(file->experiment.variants.size(), 2);
    QCOMPARE(file->experiment.variants.at(0).title(), u"mini T 0.2"_s);
    QCOMPARE(file->experiment.cases.at(0).description, u"=2+3 lamps, \"nice\""_s);
    QCOMPARE(file->experiment.cases.at(0).checks.at(1).weight, 2.0);
    const Cell *first = cellAt(*file, {0, 0, 0, 0});
    QVERIFY(first);
    QCOMPARE(first->state, CellState::Done);
    QCOMPARE(first->grade->outcome, Outcome::Pass);
    QCOMPARE(first->cost, Money()); // told: a local model
    const Cell *judged = cellAt(*file, {1, 0, 1, 0});
    QVERIFY(judged);
    QVERIFY(!judged->cost);
}

void TestResultFile::promptsOfLinesAreKnownByTheirIds()
{
    Result<ResultFile> whole = readResultFile(bytesOf(u"reports/lamps.json"_s), u"lamps.json"_s);
    Result<ResultFile> lines = readResultFile(bytesOf(u"reports/lamps.jsonl"_s), u"lamps.jsonl"_s);
    QVERIFY(whole && lines);
    QCOMPARE(resultPromptId(whole->experiment.prompts.at(0)), whole->promptIds.at(0));
    QVERIFY(lines->experiment.prompts.at(0).messages.isEmpty());
    Prompt other = whole->experiment.prompts.at(0);
    other.messages[0].text += u"!"_s;
    completePrompts(*lines, {other});
    QVERIFY(lines->experiment.prompts.at(0).messages.isEmpty());
    completePrompts(*lines, {other, whole->experiment.prompts.at(0)});
    QCOMPARE(lines->experiment.prompts.at(0).messages, whole->experiment.prompts.at(0).messages);
}

void TestResultFile::rowsThatStandTwiceAreCounted()
{
    const Result<ResultFile> file = readOf(u"twice.json"_s);
    QVERIFY(file);
    QCOMPARE(file->repeatedRows, 2);
    QCOMPARE(file->cells.size(), 6U);
    QCOMPARE(cellAt(*file, {0, 0, 1, 0})->text, u"The fox!"_s); // the first one
}

void TestResultFile::numbersThatCannotBeAreUnknown()
{
    const Result<ResultFile> file = readOf(u"hugenumbers.json"_s);
    QVERIFY2(file, qPrintable(file ? QString() : errorSentence(file.error())));
    const Cell *first = cellAt(*file, {0, 0, 0, 0});
    QVERIFY(first);
    QVERIFY(first->cost->isBeyond());
    QVERIFY(!first->timings.total);
    QVERIFY(!first->usage.inputTokens);
    QVERIFY(!first->usage.outputTokens);
    QCOMPARE(first->grade->score, 0.0);
    QCOMPARE(file->cells.size(), 6U); // what says no place it can have is kept all the same
    QVERIFY(summaryOf(*first).cost()->isBeyond());
}

void TestResultFile::checksInFilesAreNotKnown()
{
    const Result<ResultFile> file = readOf(u"othercases.json"_s);
    QVERIFY(file);
    QCOMPARE(file->casesOfNoChecks, QList<int>{2});
    QCOMPARE(file->experiment.cases.at(1).checks.at(0).type, u"equals"_s);
}

/// Of a set promptfoo tells its type beside the list; what a script looked at is in our files no check of its own.
void TestResultFile::setsAndPartsOfScripts()
{
    const QByteArray row =
        "{\"testIdx\": 0, \"promptIdx\": 0, \"provider\": \"echo\", \"vars\": {}, \"success\": true, \"score\": 1, "
        "\"response\": {\"output\": \"x\"}, \"gradingResult\": {\"pass\": true, \"score\": 1, \"componentResults\": ["
        "{\"pass\": true, \"score\": 0.5, \"metadata\": {\"assertionSet\": {\"type\": \"assert-set\", \"weight\": 2}}},"
        "{\"pass\": true, \"score\": 1, \"assertion\": {\"type\": \"contains\"}},"
        "{\"pass\": true, \"score\": 1, \"assertion\": {\"type\": \"javascript\"}},"
        "{\"pass\": true, \"score\": 1, \"assertion\": {\"type\": \"javascript\"}, \"tempera\": {\"isPart\": true}}]}}\n";
    const Result<ResultFile> file = readResultFile(row, u"x.jsonl"_s);
    QVERIFY(file);
    const Verdicts verdicts = file->cells.front().grade->verdicts;
    QCOMPARE(verdicts.size(), 3);
    QCOMPARE(verdicts.at(0).type, u"assert-set"_s);
    QCOMPARE(verdicts.at(0).weight, 2.0);
    QCOMPARE(verdicts.at(1).type, u"contains"_s);
    QCOMPARE(verdicts.at(2).type, u"javascript"_s);
}

void TestResultFile::brokenFilesSayWhereAndWhy_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("why");
    QTest::newRow("truncated") << bytesOf(u"results/truncated.json"_s) << u"truncated.json"_s << -1 << u"no whole JSON"_s;
    QTest::newRow("version") << bytesOf(u"results/version4.json"_s) << u"version4.json"_s << 0 << u"version 4"_s;
    QTest::newRow("line") << bytesOf(u"results/brokenline.jsonl"_s) << u"brokenline.jsonl"_s << 2 << u"no whole JSON"_s;
    QTest::newRow("experiment") << QByteArray(R"({"prompts": ["x"], "providers": ["echo"]})") << u"x.json"_s << 0
                                << u"results.results"_s;
    QTest::newRow("empty") << QByteArray() << u"x.json"_s << 1 << u"no whole JSON"_s;
    QTest::newRow("no rows") << QByteArray(R"({"results": {"version": 3, "results": []}})") << u"x.json"_s << 0 << u"no result"_s;
    QTest::newRow("no row") << QByteArray(R"({"results": {"version": 3, "results": [17]}})") << u"x.json"_s << 0
                            << u"result 1 cannot be understood"_s;
    QTest::newRow("variables") << QByteArray(R"({"provider": "echo", "vars": ["a"]})") << u"x.jsonl"_s << 1 << u"\"vars\""_s;
    QTest::newRow("deep") << QByteArray(5000, '[') << u"x.json"_s << 1 << u"no whole JSON"_s;
    QTest::newRow("page") << QByteArray("<!DOCTYPE html><html></html>") << u"x.json"_s << 1 << u"no whole JSON"_s;
}

void TestResultFile::brokenFilesSayWhereAndWhy()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, path);
    QFETCH(const int, line);
    QFETCH(const QString, why);
    const Result<ResultFile> file = readResultFile(text, path);
    QVERIFY(!file);
    QCOMPARE(file.error().kind, ErrorKind::Syntax);
    QCOMPARE(file.error().place, path);
    QVERIFY2(file.error().detail.contains(why), qPrintable(file.error().detail));
    if (line < 0)
        QVERIFY2(file.error().line > 100, qPrintable(QString::number(file.error().line)));
    else
        QCOMPARE(file.error().line, line);
}

void TestResultFile::largeFilesAreRefused()
{
    const Result<ResultFile> file = readResultFile(QByteArray(maxResultBytes + 1, ' '), u"x.json"_s);
    QVERIFY(!file);
    QVERIFY2(file.error().detail.contains(u"128"_s), qPrintable(file.error().detail));
}

void TestResultFile::keysOfAFileAreNotKept()
{
    const QByteArray text = R"({"results": {"version": 3, "results": [{"provider": {"id": "openai:chat:gpt-x"}, "vars": {},
        "response": {"output": "x"}, "success": true}]},
        "config": {"providers": [{"id": "openai:chat:gpt-x", "config": {"apiKey": "sk-0123456789abcdef0123", "top_p": 0.5}}]}})";
    const Result<ResultFile> file = readResultFile(text, u"x.json"_s);
    QVERIFY(file);
    const Variant &variant = file->experiment.variants.at(0);
    QCOMPARE(variant.sampling.topP, 0.5);
    QVERIFY(!QString::fromUtf8(QJsonDocument(variant.config).toJson()).contains(u"0123456789abcdef"_s));
}

QTEST_GUILESS_MAIN(TestResultFile)
#include "tst_resultfile.moc"
