// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// What servers out there really answer, played byte by byte to the built program. A case is a folder of
// tests/data/field: experiment.yaml (BASE_URL stands for the server), response.http (lines of the head end as on the wire
// once played), expected.json, and models.json where a price matters.
//   exit      the program's exit code                 output    the answer's text
//   error     texts that the error holds              notError  texts that it must not hold
//   kind      the error's kind                        body      members of the request's body, null for absent ones
//   usage     members of the result's tokenUsage      cost      US dollars
//   told      texts that stand on stderr              outputs   the answers' texts, one a cell (cases without a server)
//   cells     how many there are where a local model answers in its own words
//   requests  how many the server got                 gzip      the body goes over the wire packed
//   retries   how many of them were told as repetitions
//   metrics   named scores of the first cell          score     of the first cell
//   outcome   of the first cell                       columnScores  named scores of the first column
// An empty response.http closes the connection without a word.

#include "tests/support/packedbytes.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testpaths.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

const QString cases = testDataPath(u"field/"_s);

QByteArray fileBytes(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool writeBytes(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

/// The bytes on the wire of a response.http.
QByteArray onTheWire(const QByteArray &text, bool packed)
{
    if (text.isEmpty())
        return {};
    const qsizetype end = text.indexOf("\n\n");
    QByteArray head = text.first(end);
    head.replace("\n", "\r\n");
    const QByteArray body = text.sliced(end + 2);
    return head + "\r\nConnection: close\r\n\r\n" + (packed ? packedBytes(body) : body);
}

} // namespace

class TestFieldCases : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersOfServers_data()
    {
        QTest::addColumn<QString>("folder");
        const QStringList folders = QDir(cases).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
        for (const QString &folder : folders) {
            if (QFile::exists(cases + folder + u"/response.http"_s))
                QTest::newRow(qUtf8Printable(folder)) << folder;
        }
    }
    void answersOfServers();

    /// Tables and experiments as people have them: a folder with experiment.yaml and no answer of a server.
    void filesOfPeople_data()
    {
        QTest::addColumn<QString>("folder");
        const QStringList folders = QDir(cases).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
        for (const QString &folder : folders) {
            if (!QFile::exists(cases + folder + u"/response.http"_s))
                QTest::newRow(qUtf8Printable(folder)) << folder;
        }
    }
    void filesOfPeople();

private:
    struct Outcome {
        int exitCode = -1;
        QJsonObject result; ///< Of the first cell.
        QString told;       ///< What stood on stderr.
    };
    [[nodiscard]] Outcome run(const QString &experiment, const QByteArray &models);
};

TestFieldCases::Outcome TestFieldCases::run(const QString &experiment, const QByteArray &models)
{
    QTemporaryDir home;
    QDir(home.path()).mkpath(u"config/tempera"_s);
    const QString file = home.filePath(u"experiment.yaml"_s);
    if (!writeBytes(file, experiment.toUtf8()) || !writeBytes(home.filePath(u"config/tempera/models.json"_s), models))
        return {};
    if (models.isEmpty())
        QFile::remove(home.filePath(u"config/tempera/models.json"_s));
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(u"OPENAI_API_KEY"_s); // a server on this machine does not need one
    environment.insert(u"XDG_CONFIG_HOME"_s, home.filePath(u"config"_s));
    environment.insert(u"XDG_DATA_HOME"_s, home.filePath(u"data"_s));
    process.setProcessEnvironment(environment);
    QSignalSpy ended(&process, &QProcess::finished);
    process.start(temperaProgram(), {u"run"_s, file, u"--json"_s});
    if (!ended.wait(60'000)) {
        process.kill();
        process.waitForFinished();
        return {};
    }
    const QJsonObject report = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
    return {process.exitCode(), report.value(u"results"_s).toObject().value(u"results"_s).toArray().at(0).toObject(),
            QString::fromUtf8(process.readAllStandardError())};
}

void TestFieldCases::answersOfServers()
{
    QFETCH(QString, folder);
    const QString path = cases + folder + u'/';
    const QJsonObject expected = QJsonDocument::fromJson(fileBytes(path + u"expected.json"_s)).object();
    QVERIFY(!expected.isEmpty());
    const QByteArray wire = onTheWire(fileBytes(path + u"response.http"_s), expected.value(u"gzip"_s).toBool());
    ScriptedServer server;
    server.handler = [&wire](const ScriptedRequest &) { return ScriptedAnswer::raw(wire); };
    const QString experiment = QString::fromUtf8(fileBytes(path + u"experiment.yaml"_s))
                                   .replace(QRegularExpression(u"\\bBASE_URL\\b"_s), server.baseUrl().toString());

    const auto [exitCode, result, told] = run(experiment, fileBytes(path + u"models.json"_s));

    QVERIFY2(!result.isEmpty(), "no report came");
    const QString error = result.value(u"error"_s).toString();
    QVERIFY2(exitCode == expected.value(u"exit"_s).toInt(), qPrintable(u"exit %1, error: %2"_s.arg(exitCode).arg(error)));
    for (const QJsonValue &text : expected.value(u"told"_s).toArray())
        QVERIFY2(told.contains(text.toString()), qPrintable(told));
    const QJsonObject response = result.value(u"response"_s).toObject();
    if (expected.contains(u"output"_s))
        QCOMPARE(response.value(u"output"_s).toString(), expected.value(u"output"_s).toString());
    if (expected.contains(u"kind"_s))
        QCOMPARE(result.value(u"tempera"_s).toObject().value(u"errorKind"_s).toString(), expected.value(u"kind"_s).toString());
    for (const QJsonValue &text : expected.value(u"error"_s).toArray())
        QVERIFY2(error.contains(text.toString()), qPrintable(error));
    for (const QJsonValue &text : expected.value(u"notError"_s).toArray())
        QVERIFY2(!error.contains(text.toString()), qPrintable(error));
    const QJsonObject usage = expected.value(u"usage"_s).toObject();
    for (auto it = usage.begin(); it != usage.end(); ++it)
        QCOMPARE(response.value(u"tokenUsage"_s).toObject().value(it.key()).toInteger(-1), it->toInteger());
    if (expected.contains(u"cost"_s))
        QCOMPARE(response.value(u"cost"_s).toDouble(-1), expected.value(u"cost"_s).toDouble());
    const QJsonObject wanted = expected.value(u"body"_s).toObject();
    const QJsonObject sent = QJsonDocument::fromJson(server.requests().front().body).object();
    for (auto it = wanted.begin(); it != wanted.end(); ++it)
        QCOMPARE(it->isNull() ? sent.contains(it.key()) : sent.value(it.key()) != *it, false);
    if (expected.contains(u"retries"_s))
        QCOMPARE(result.value(u"tempera"_s).toObject().value(u"retries"_s), expected.value(u"retries"_s));
    if (expected.contains(u"requests"_s))
        QCOMPARE(static_cast<int>(server.requests().size()), expected.value(u"requests"_s).toInt());
}

void TestFieldCases::filesOfPeople()
{
    QFETCH(QString, folder);
    const QString path = cases + folder + u'/';
    const QJsonObject expected = QJsonDocument::fromJson(fileBytes(path + u"expected.json"_s)).object();
    QVERIFY(!expected.isEmpty());
    QTemporaryDir home;
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    environment.insert(u"XDG_CONFIG_HOME"_s, home.filePath(u"config"_s));
    environment.insert(u"XDG_DATA_HOME"_s, home.filePath(u"data"_s));
    process.setProcessEnvironment(environment);
    QSignalSpy ended(&process, &QProcess::finished);
    process.start(temperaProgram(), {u"run"_s, path + u"experiment.yaml"_s, u"--json"_s});
    if (!ended.wait(60'000)) {
        process.kill();
        process.waitForFinished();
        QFAIL("the program did not end");
    }
    const QString told = QString::fromUtf8(process.readAllStandardError());
    QVERIFY2(process.exitCode() == expected.value(u"exit"_s).toInt(), qPrintable(told));
    for (const QJsonValue &text : expected.value(u"told"_s).toArray())
        QVERIFY2(told.contains(text.toString()), qPrintable(told));
    QStringList outputs;
    const QJsonObject report = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
    for (const QJsonValue &result : report.value(u"results"_s).toObject().value(u"results"_s).toArray())
        outputs += result.toObject().value(u"response"_s).toObject().value(u"output"_s).toString();
    const QJsonObject metrics = expected.value(u"metrics"_s).toObject();
    const QJsonObject first = report.value(u"results"_s).toObject().value(u"results"_s).toArray().at(0).toObject();
    for (auto it = metrics.begin(); it != metrics.end(); ++it)
        QCOMPARE(first.value(u"namedScores"_s).toObject().value(it.key()), it.value());
    const QJsonObject column = report.value(u"results"_s).toObject().value(u"prompts"_s).toArray().at(0).toObject();
    const QJsonObject scores = expected.value(u"columnScores"_s).toObject();
    for (auto it = scores.begin(); it != scores.end(); ++it)
        QCOMPARE(column.value(u"metrics"_s).toObject().value(u"namedScores"_s).toObject().value(it.key()), it.value());
    if (expected.contains(u"score"_s))
        QCOMPARE(first.value(u"score"_s), expected.value(u"score"_s));
    if (expected.contains(u"outcome"_s))
        QCOMPARE(first.value(u"tempera"_s).toObject().value(u"outcome"_s), expected.value(u"outcome"_s));
    QStringList wanted;
    for (const QJsonValue &text : expected.value(u"outputs"_s).toArray())
        wanted += text.toString();
    // Only a model that runs here may answer as it likes.
    if (expected.contains(u"outputs"_s) || process.exitCode() != 0)
        QCOMPARE(outputs, wanted);
    else
        QCOMPARE(outputs.size(), expected.value(u"cells"_s).toInteger());
}

QTEST_GUILESS_MAIN(TestFieldCases)
#include "tst_fieldcases.moc"
