// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Amounts and counts beyond what 64 bits hold, against the built program: they stay at the end of the range and say so, and
// what cannot be a count of tokens is unknown.

#include "tests/support/scriptedserver.h"
#include "tests/support/testpaths.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

constexpr double most = 9223372036.854775807; ///< Dollars that can be counted.

struct Told {
    int exitCode = -1;
    QByteArray out;
    QByteArray err;
};

QJsonObject objectOf(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

} // namespace

class TestAttackSums : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void costs_data();
    void costs();
    void usageBeyondAnyContextIsUnknown();
    void aLedgerFullOfSuchNumbersIsRead();

private:
    [[nodiscard]] Told tempera(const QStringList &arguments) const;

    QTemporaryDir m_home;
};

Told TestAttackSums::tempera(const QStringList &arguments) const
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    environment.insert(u"XDG_CONFIG_HOME"_s, m_home.filePath(u"config"_s));
    environment.insert(u"XDG_DATA_HOME"_s, m_home.filePath(u"data"_s));
    process.setProcessEnvironment(environment);
    QSignalSpy ended(&process, &QProcess::finished);
    process.start(temperaProgram(), arguments);
    if (!ended.wait(60'000)) {
        process.kill();
        process.waitForFinished();
        return {};
    }
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

void TestAttackSums::costs_data()
{
    QTest::addColumn<QString>("tokens");
    QTest::addColumn<QString>("requests");
    QTest::addColumn<bool>("isBeyond");
    QTest::newRow("below") << u"1000000"_s << u"700000000"_s << false;
    QTest::newRow("above") << u"1000000"_s << u"800000000"_s << true;
    QTest::newRow("far above") << u"1000000000"_s << u"1000000000"_s << true;
    QTest::newRow("as far as can be asked") << u"1000000000000"_s << u"1000000000"_s << true;
}

void TestAttackSums::costs()
{
    QFETCH(QString, tokens);
    QFETCH(QString, requests);
    QFETCH(bool, isBeyond);
    const QStringList arguments{
        u"cost"_s,       u"-m"_s, u"openai:chat:gpt-4o"_s, u"--input-tokens"_s, tokens, u"--output-tokens"_s, tokens,
        u"--requests"_s, requests};
    const Told people = tempera(arguments);
    QCOMPARE(people.exitCode, 0);
    QCOMPARE(people.out.contains("more than $9,223,372,036"), isBeyond);
    QVERIFY2(!people.out.contains("-$"), people.out);
    const Told json = tempera(arguments + QStringList{u"--json"_s});
    const QJsonObject model = objectOf(json.out).value(u"models"_s).toArray().at(0).toObject();
    QCOMPARE(model.value(u"cost_is_more"_s).toBool(), isBeyond);
    const double cost = model.value(u"cost"_s).toDouble();
    if (isBeyond)
        QCOMPARE(cost, most);
    else
        QCOMPARE(cost, model.value(u"cost_per_request"_s).toDouble() * requests.toDouble());
    QVERIFY(cost > 0);
}

void TestAttackSums::usageBeyondAnyContextIsUnknown()
{
    ScriptedServer server;
    server.handler = [](const ScriptedRequest &) {
        return ScriptedAnswer::stream(
            {"data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"u\"},\"finish_reason\":\"stop\"}]}\n\n",
             "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":9223372036854775807,\"completion_tokens\":1000000000000,"
             "\"total_tokens\":-5}}\n\n",
             "data: [DONE]\n\n"});
    };
    QFile file(m_home.filePath(u"e.yaml"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("prompts: [a, b, c]\nproviders: [{id: 'openai:chat:gpt-4o', config: {apiBaseUrl: '"
               + server.baseUrl().toString().toUtf8() + "'}}]\n");
    file.close();
    const Told told = tempera({u"run"_s, file.fileName(), u"--json"_s});
    QVERIFY2(told.exitCode == 0, told.err);
    const QJsonArray results = objectOf(told.out).value(u"results"_s).toObject().value(u"results"_s).toArray();
    QCOMPARE(results.size(), 3);
    for (const QJsonValue &result : results) {
        const QJsonObject usage = result.toObject().value(u"tokenUsage"_s).toObject();
        QVERIFY(usage.value(u"prompt"_s).isNull());
        QVERIFY(usage.value(u"completion"_s).isNull());
        QVERIFY(usage.value(u"total"_s).isNull());
    }
    const Told table = tempera({u"run"_s, file.fileName()});
    QVERIFY2(table.out.contains("unknown"), table.out);
    QVERIFY2(!table.out.contains("9,223,372") && !table.out.contains("9223372"), table.out);
}

/// As earlier versions wrote it.
void TestAttackSums::aLedgerFullOfSuchNumbersIsRead()
{
    QFile file(m_home.filePath(u"echo.yaml"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("description: huge\nprompts: [a, b, c]\nproviders: [echo]\n");
    file.close();
    QCOMPARE(tempera({u"run"_s, file.fileName()}).exitCode, 0);
    {
        QSqlDatabase ledger = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"huge"_s);
        ledger.setDatabaseName(m_home.filePath(u"data/tempera/ledger.db"_s));
        QVERIFY(ledger.open());
        QSqlQuery query(ledger);
        QVERIFY2(query.exec(u"UPDATE cells SET cost_nano = 9223372036854775807, cost_unknown = 0, "
                            "input_tokens = 9223372036854775807, output_tokens = 9223372036854775807"_s),
                 qPrintable(query.lastError().text()));
        QVERIFY(query.numRowsAffected() >= 3);
    }
    QSqlDatabase::removeDatabase(u"huge"_s);
    const Told list = tempera({u"history"_s, u"list"_s});
    QVERIFY2(list.exitCode == 0, list.err);
    QVERIFY2(list.out.contains("more than $9,223,372,036"), list.out);
    const Told json = tempera({u"history"_s, u"list"_s, u"--json"_s});
    const QJsonObject run = objectOf(json.out).value(u"runs"_s).toArray().at(0).toObject();
    QCOMPARE(run.value(u"cost"_s).toDouble(), most);
    QCOMPARE(run.value(u"cost_is_more"_s).toBool(), true);
    const Told show = tempera({u"history"_s, u"show"_s});
    QVERIFY2(show.exitCode == 0, show.err);
    QVERIFY2(show.out.contains("more than $9,223,372,036"), show.out);
    QVERIFY2(!show.out.contains("-$") && !show.out.contains("9,223,372,036,854"), show.out);
}

QTEST_GUILESS_MAIN(TestAttackSums)
#include "tst_attacksums.moc"
