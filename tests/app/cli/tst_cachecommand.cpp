// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/cli/cliharness.h"
#include "tests/support/fakecachebrowser.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Tempera {

class CacheCommandTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listed()
    {
        CliHarness cli;
        cli.cache.answers = FakeCacheBrowser::two();
        QCOMPARE(cli.run({u"cache"_s, u"list"_s}), 0);
        const QStringList lines = cli.out.text().split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 3);
        QVERIFY2(lines.at(1).contains(u"gpt-4o-mini"_s) && lines.at(1).contains(u"$0.06"_s)
                     && lines.at(1).contains(u"Name the capital of France"_s),
                 qPrintable(lines.at(1)));
        QVERIFY2(lines.at(2).contains(u"unknown"_s), qPrintable(lines.at(2)));
        QVERIFY2(cli.err.text().contains(u"2 responses"_s) && cli.err.text().contains(u"≥ $0.06"_s), qPrintable(cli.err.text()));
    }

    void listedAsJson()
    {
        CliHarness cli;
        cli.cache.answers = FakeCacheBrowser::two();
        QCOMPARE(cli.run({u"cache"_s, u"list"_s, u"--search"_s, u"france"_s, u"-n"_s, u"5"_s, u"--json"_s}), 0);
        const QJsonObject json = QJsonDocument::fromJson(cli.out.text().toUtf8()).object();
        const QJsonArray answers = json.value("answers"_L1).toArray();
        QCOMPARE(answers.size(), 1);
        const QJsonObject first = answers.at(0).toObject();
        QCOMPARE(first.value("key"_L1).toString(), u"6f6e65"_s); // "one"
        QCOMPARE(first.value("stored"_L1).toString(), u"2026-11-20T12:00:00.000Z"_s);
        QCOMPARE(first.value("hits"_L1).toInt(), 3);
        QCOMPARE(first.value("saved"_L1).toDouble(), 0.06);
        QCOMPARE(first.value("endpoint"_L1).toString(), u"api.openai.com"_s);
        QVERIFY(!json.value("has_more"_L1).toBool(true));
        const QJsonObject total = json.value("total"_L1).toObject();
        QCOMPARE(total.value("answers"_L1).toInt(), 2);
        QCOMPARE(total.value("unknown_hits"_L1).toInt(), 1);
    }

    void anEmptyCacheIsNoError()
    {
        CliHarness cli;
        QCOMPARE(cli.run({u"cache"_s, u"list"_s}), 0);
        QVERIFY(cli.out.text().isEmpty());
        QVERIFY(cli.err.text().contains(u"0 responses"_s));
    }

    void cleared()
    {
        CliHarness cli;
        cli.cache.answers = FakeCacheBrowser::two();
        QCOMPARE(cli.run({u"cache"_s, u"clear"_s}), 0);
        QVERIFY(cli.cache.answers.isEmpty());
        QVERIFY2(cli.err.text().contains(u"2 kept responses deleted"_s), qPrintable(cli.err.text()));
    }

    void olderOnesAreCleared()
    {
        CliHarness cli;
        cli.cache.answers = FakeCacheBrowser::two();
        QCOMPARE(cli.run({u"cache"_s, u"clear"_s, u"--older-than"_s, u"7d"_s, u"--json"_s}), 0);
        QCOMPARE(cli.cache.cleared.value(), cli.clock.now().addDays(-7));
        const QJsonObject json = QJsonDocument::fromJson(cli.out.text().toUtf8()).object();
        QVERIFY2(json.contains("removed"_L1), qPrintable(cli.out.text()));
    }

    void wrongUsage()
    {
        QCOMPARE(CliHarness().run({u"cache"_s}), 2);
        QCOMPARE(CliHarness().run({u"cache"_s, u"clear"_s, u"--older-than"_s, u"soon"_s}), 2);
        QCOMPARE(CliHarness().run({u"cache"_s, u"list"_s, u"-n"_s, u"0"_s}), 2);
    }

    void faultsAreTold()
    {
        CliHarness cli;
        cli.cache.fault = failure(ErrorKind::Storage, u"locked"_s).error();
        QCOMPARE(cli.run({u"cache"_s, u"list"_s}), 1);
        QVERIFY(cli.err.text().contains(u"locked"_s));
        CliHarness without;
        without.ledgerFault = failure(ErrorKind::Storage, u"no ledger"_s).error();
        QCOMPARE(without.run({u"cache"_s, u"clear"_s}), 1);
        QVERIFY(without.err.text().contains(u"no ledger"_s));
    }
};

} // namespace Tempera

QTEST_GUILESS_MAIN(Tempera::CacheCommandTest)
#include "tst_cachecommand.moc"
