// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/cli/cliharness.h"
#include "tests/support/pricelist.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

const QByteArray cheaperList =
    "{\"gpt-4o\": {\"litellm_provider\": \"openai\", \"mode\": \"chat\", \"input_cost_per_token\": 2e-06,"
    " \"output_cost_per_token\": 1e-05},"
    "\"gpt-4o-mini\": {\"litellm_provider\": \"openai\", \"mode\": \"chat\", \"input_cost_per_token\": 1.5e-07,"
    " \"output_cost_per_token\": 9e-07},"
    "\"gpt-99\": {\"litellm_provider\": \"openai\", \"mode\": \"chat\", \"input_cost_per_token\": 1e-06,"
    " \"output_cost_per_token\": 2e-06}}";

/// A command line that has a list of prices to look up.
struct PricedCli {
    CliHarness cli;
    PriceList list;

    PricedCli()
    {
        list.json = cheaperList;
        list.builtIn = cli.catalog;
        list.catalog = &cli.catalog;
        cli.prices = list.access();
    }

    QJsonObject json(const QStringList &arguments)
    {
        cli.out.bytes.clear();
        if (cli.run(arguments) != 0)
            return {};
        return QJsonDocument::fromJson(cli.out.text().toUtf8()).object();
    }
};

} // namespace

class PricesCommandTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsAndTakesNothing()
    {
        PricedCli f;
        QCOMPARE(f.cli.run({u"prices"_s, u"refresh"_s}), 0);
        QCOMPARE(f.list.asked, QList<QUrl>{defaultPriceSource()});
        QVERIFY(f.list.taken.isEmpty());
        QVERIFY(f.cli.out.text().contains(u"openai/gpt-4o"_s));
        QVERIFY2(f.cli.out.text().contains(u"−20.0 %"_s), qPrintable(f.cli.out.text()));
        QVERIFY(!f.cli.out.text().contains(u"gpt-99"_s));
        QVERIFY(f.cli.err.text().contains(u"--new"_s));
        QVERIFY(f.cli.err.text().contains(u"--yes"_s));
    }

    void takesAndTakesBack()
    {
        PricedCli f;
        const QJsonObject told =
            f.json({u"prices"_s, u"refresh"_s, u"--from"_s, u"/lists/prices.json"_s, u"--yes"_s, u"--json"_s});
        QCOMPARE(f.list.asked, QList<QUrl>{QUrl::fromLocalFile(u"/lists/prices.json"_s)});
        QCOMPARE(told.value(u"changes"_s).toArray().size(), 2);
        QCOMPARE(told.value(u"taken"_s).toBool(), true);
        QCOMPARE(f.list.taken.size(), 2);
        QCOMPARE(f.list.taken.first().source, u"/lists/prices.json"_s);
        const QJsonObject cost = f.json({u"cost"_s, u"-m"_s, u"gpt-4o"_s, u"--input-tokens"_s, u"1000000"_s, u"--json"_s});
        QCOMPARE(cost.value(u"models"_s).toArray().first().toObject().value(u"cost"_s).toDouble(), 2.0);
        QCOMPARE(f.json({u"prices"_s, u"list"_s, u"--json"_s}).value(u"prices"_s).toArray().size(), 2);
        QCOMPARE(f.cli.run({u"prices"_s, u"remove"_s, u"gpt-4o-mini"_s}), 0);
        QCOMPARE(f.list.taken.size(), 1);
        QCOMPARE(f.cli.run({u"prices"_s, u"remove"_s, u"--all"_s}), 0);
        QVERIFY(f.list.taken.isEmpty());
        QCOMPARE(f.cli.catalog.find(endpointFromId(u"openai:chat:gpt-4o"_s))->price.inputPerMillion, Money::fromDollars(2.5));
    }

    void onlyWhatIsNamed()
    {
        PricedCli f;
        QCOMPARE(f.cli.run({u"prices"_s, u"refresh"_s, u"openai/gpt-99"_s, u"--yes"_s}), 0);
        QCOMPARE(f.list.taken.size(), 2);
        QCOMPARE(f.list.taken.first().model, u"gpt-99"_s);
    }

    void whatGoesWrongIsTold()
    {
        PricedCli f;
        f.list.json = QByteArray("<html>");
        QCOMPARE(f.cli.run({u"prices"_s, u"refresh"_s}), 1);
        QVERIFY(!f.cli.err.text().isEmpty());
        f.list.json = failure(ErrorKind::File, u"there is no such file"_s, u"x"_s);
        QCOMPARE(f.cli.run({u"prices"_s, u"refresh"_s, u"--from"_s, u"x"_s}), 2);
        f.list.json = cheaperList;
        f.list.fault = failure(ErrorKind::File, u"the disk is full"_s, u"prices.json"_s).error();
        QCOMPARE(f.cli.run({u"prices"_s, u"refresh"_s, u"--yes"_s}), 1);
        QVERIFY(f.cli.err.text().contains(u"the disk is full"_s));
        QCOMPARE(f.cli.run({u"prices"_s, u"remove"_s}), 2);
        QCOMPARE(f.cli.run({u"prices"_s}), 2);
    }
};

QTEST_GUILESS_MAIN(PricesCommandTest)
#include "tst_pricescommand.moc"
