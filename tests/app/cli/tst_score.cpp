// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/cli/cliharness.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <cmath>
#include <csignal>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

/// P of each asked text by its spelling; 0 for what is not listed.
GenerationBatch scores(const GenerationRequest &request, const QList<std::pair<QString, double>> &known)
{
    std::vector<ScoredText> texts(request.score.size());
    for (std::size_t i = 0; i < texts.size(); ++i) {
        texts[i].logProbability = std::log(0.0);
        for (const auto &[text, probability] : known) {
            if (text == request.score.at(i).text)
                texts[i].logProbability = std::log(probability);
        }
    }
    return {Event::Started{u"tempera-mini"_s}, Event::Scored{texts}, Event::Finished{}};
}

} // namespace

class ScoreTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void labelsAsATable();
    void labelsAsJson();
    void aTextTokenByToken();
    void wrongUse_data();
    void wrongUse();
    void failures();
    void interrupted();
    void promptFromInput();
};

void ScoreTest::labelsAsATable()
{
    CliHarness cli;
    cli.start({u"generate"_s, u"--labels"_s, u"good, bad"_s, u"--system"_s, u"One word."_s, u"Is it good?"_s});
    QCOMPARE(cli.engine.count(), 1);
    const GenerationRequest &request = cli.engine.at(0).request;
    QCOMPARE(request.messages, (Messages{{Role::System, u"One word."_s}, {Role::User, u"Is it good?"_s}}));
    QCOMPARE(request.score.size(), 8U); // two labels, with and without a space, with and without a capital
    cli.engine.deliver(0, scores(request, {{u"good"_s, 0.5}, {u" good"_s, 0.1}, {u"Bad"_s, 0.2}}));
    QCOMPARE(cli.exitCode(), 0);
    const QStringList lines = cli.out.text().split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 4);
    QCOMPARE(lines.at(1).simplified(), u"good 60.00 % 75.00 %"_s);
    QCOMPARE(lines.at(2).simplified(), u"bad 20.00 % 25.00 %"_s);
    QCOMPARE(lines.at(3).simplified(), u"(none of them) 20.00 %"_s);
    QVERIFY(cli.err.bytes.isEmpty());
}

void ScoreTest::labelsAsJson()
{
    CliHarness cli;
    cli.start({u"generate"_s, u"--labels"_s, u"good, bad"_s, u"--json"_s, u"Is it good?"_s});
    cli.engine.deliver(0, scores(cli.engine.at(0).request, {{u"good"_s, 0.25}}));
    QCOMPARE(cli.exitCode(), 0);
    const QJsonObject json = QJsonDocument::fromJson(cli.out.bytes).object();
    const QJsonArray labels = json.value(u"labels"_s).toArray();
    QCOMPARE(labels.at(0).toObject().value(u"label"_s).toString(), u"good"_s);
    QCOMPARE(labels.at(0).toObject().value(u"probability"_s).toDouble(), 0.25);
    QCOMPARE(labels.at(0).toObject().value(u"log_probability"_s).toDouble(), std::log(0.25));
    QCOMPARE(labels.at(0).toObject().value(u"share"_s).toDouble(), 1.0);
    QVERIFY(labels.at(1).toObject().value(u"log_probability"_s).isNull());
    QCOMPARE(json.value(u"rest"_s).toDouble(), 0.75);
    QVERIFY(json.value(u"exact"_s).toBool());
    QCOMPARE(json.value(u"model"_s).toString(), u"tempera-mini"_s);
}

void ScoreTest::aTextTokenByToken()
{
    ScoredText text;
    text.tokens = {{1, " Paris", std::log(0.5), 0, {}}, {2, "\xe4\xbd", std::log(0.25), 3, {}}};
    text.logProbability = std::log(0.125);
    for (const bool json : {false, true}) {
        CliHarness cli;
        cli.start(QStringList{u"generate"_s, u"--score-text"_s, u" Paris"_s, u"Capital?"_s}
                  + (json ? QStringList{u"--json"_s} : QStringList()));
        QCOMPARE(cli.engine.at(0).request.score.at(0).text, u" Paris"_s);
        QVERIFY(!cli.engine.at(0).request.score.at(0).everySpelling);
        cli.engine.deliver(0, {Event::Scored{{text}}, Event::Finished{}});
        QCOMPARE(cli.exitCode(), 0);
        if (!json) {
            const QStringList lines = cli.out.text().split(u'\n', Qt::SkipEmptyParts);
            QCOMPARE(lines.at(1).simplified(), u"Paris 50.00 % 1"_s);
            QCOMPARE(lines.at(2).simplified(), u"0xe4bd 25.00 % 4"_s);
            QCOMPARE(lines.at(3), u"log-probability -2.0794, perplexity 2.828"_s);
            continue;
        }
        const QJsonObject object = QJsonDocument::fromJson(cli.out.bytes).object();
        QCOMPARE(object.value(u"tokens"_s).toArray().size(), 2);
        QCOMPARE(object.value(u"tokens"_s).toArray().at(1).toObject().value(u"rank"_s).toInt(), 3);
        QCOMPARE(object.value(u"log_probability"_s).toDouble(), std::log(0.125));
        QVERIFY(qAbs(object.value(u"perplexity"_s).toDouble() - std::sqrt(8)) < 1e-9);
    }
}

void ScoreTest::wrongUse_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("one label") << QStringList{u"--labels"_s, u"good"_s, u"x"_s};
    QTest::newRow("no labels") << QStringList{u"--labels"_s, u""_s, u"x"_s};
    QTest::newRow("empty text") << QStringList{u"--score-text"_s, u""_s, u"x"_s};
    QTest::newRow("both") << QStringList{u"--labels"_s, u"a,b"_s, u"--score-text"_s, u"a"_s, u"x"_s};
    QTest::newRow("hosted") << QStringList{u"-m"_s, u"openai:chat:gpt-4o"_s, u"--labels"_s, u"a,b"_s, u"x"_s};
}

void ScoreTest::wrongUse()
{
    QFETCH(QStringList, arguments);
    CliHarness cli;
    cli.start(QStringList{u"generate"_s} + arguments);
    QCOMPARE(cli.exitCode(), 2);
    QCOMPARE(cli.engine.count(), 0);
    QVERIFY(!cli.err.bytes.isEmpty());
    QVERIFY(cli.out.bytes.isEmpty());
}

void ScoreTest::failures()
{
    CliHarness cli;
    cli.start({u"generate"_s, u"--labels"_s, u"a,b"_s, u"x"_s});
    cli.engine.fail(0, failure(ErrorKind::ContextTooLong, u"too long"_s).error());
    QCOMPARE(cli.exitCode(), 1);
    QVERIFY(cli.err.text().contains(u"too long"_s));

    CliHarness without;
    without.start({u"generate"_s, u"--labels"_s, u"a,b"_s, u"x"_s});
    without.engine.answer(0, u"a"_s); // an engine that writes instead
    QCOMPARE(without.exitCode(), 1);
    QVERIFY(without.out.bytes.isEmpty());
}

void ScoreTest::interrupted()
{
    CliHarness cli;
    cli.start({u"generate"_s, u"--labels"_s, u"a,b"_s, u"x"_s});
    std::raise(SIGINT);
    QCOMPARE(cli.exitCode(), 130);
    QCOMPARE(cli.engine.destructions(), 1);
}

void ScoreTest::promptFromInput()
{
    CliHarness cli;
    cli.input = "Is it good?\n";
    cli.start({u"generate"_s, u"--labels"_s, u"a,b"_s});
    QCOMPARE(cli.engine.at(0).request.messages.at(0).text, u"Is it good?"_s);
}

QTEST_GUILESS_MAIN(ScoreTest)

#include "tst_score.moc"
