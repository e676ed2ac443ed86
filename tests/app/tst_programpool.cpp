// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The example of a pool as it is in tests/data/experiments, by the built program, with two real llama-servers.

#include "tests/support/builtprogram.h"
#include "tests/support/goldenfile.h"
#include "tests/support/llamaserver.h"
#include "tests/support/testpaths.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

/// What the results say of the servers that answered; the kind of its error where a cell has one.
QStringList serversOf(const QByteArray &results)
{
    QStringList servers;
    const QJsonObject root = QJsonDocument::fromJson(results).object();
    const QJsonArray cells = root.value("results"_L1).toObject().value("results"_L1).toArray();
    for (const QJsonValue &cell : cells) {
        const QJsonObject added = cell.toObject().value("tempera"_L1).toObject();
        QString server = added.value("errorKind"_L1).toString();
        for (const QJsonValue &note : added.value("notes"_L1).toArray()) {
            if (note["kind"_L1].toString() == "server-of-pool"_L1)
                server = note["detail"_L1].toString();
        }
        servers += server;
    }
    return servers;
}

} // namespace

class ProgramPoolTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString missing = LlamaServer::missing(); !missing.isEmpty())
            QSKIP(qPrintable(u"NOT TESTED against real llama-servers: "_s + missing));
        for (LlamaServer &server : m_servers)
            QVERIFY2(server.start(), server.log().constData());
        QByteArray text = testData(u"experiments/pool.yaml"_s);
        QCOMPARE(text.count("http://127.0.0.1:808"), 2);
        text.replace("http://127.0.0.1:8081/v1", m_servers[0].baseUrl().toEncoded());
        text.replace("http://127.0.0.1:8082/v1", m_servers[1].baseUrl().toEncoded());
        m_file = m_program.write(u"pool.yaml"_s, text);
    }

    void bothWork()
    {
        const ProgramEnd end = m_program.run({u"run"_s, m_file, u"-o"_s, m_program.path(u"both.json"_s)});
        QVERIFY2(end.exitCode == 0 || end.exitCode == 100, end.err.constData());
        const QStringList servers = serversOf(m_program.read(u"both.json"_s));
        QCOMPARE(servers.size(), 8);
        for (const LlamaServer &server : m_servers)
            QVERIFY2(servers.contains(server.baseUrl().toString()), qPrintable(servers.join(u'\n')));
    }

    /// After the first cells, while the others are being written.
    void killingOneLosesNothing()
    {
        QProcess process;
        process.setProcessEnvironment(m_program.environment);
        QSignalSpy ended(&process, &QProcess::finished);
        const auto killOne = [this] { m_servers[0].kill(); };
        connect(&process, &QProcess::readyReadStandardError, this, killOne, Qt::SingleShotConnection);
        process.start(temperaProgram(), {u"run"_s, m_file, u"--repeat"_s, u"4"_s, u"-j"_s, u"8"_s, u"--no-cache"_s, u"-o"_s,
                                         m_program.path(u"one.json"_s)});
        process.closeWriteChannel();
        QVERIFY(ended.wait(120'000));
        QVERIFY2(process.exitCode() == 0 || process.exitCode() == 100, process.readAllStandardError().constData());
        const QStringList servers = serversOf(m_program.read(u"one.json"_s));
        QCOMPARE(servers.size(), 32);
        QVERIFY2(servers.count(m_servers[1].baseUrl().toString()) > 16, qPrintable(servers.join(u'\n')));
        const auto left = servers.count(m_servers[0].baseUrl().toString()) + servers.count(m_servers[1].baseUrl().toString());
        QVERIFY2(left == servers.size(), qPrintable(servers.join(u'\n')));
    }

private:
    LlamaServer m_servers[2];
    BuiltProgram m_program;
    QString m_file;
};

QTEST_GUILESS_MAIN(ProgramPoolTest)
#include "tst_programpool.moc"
