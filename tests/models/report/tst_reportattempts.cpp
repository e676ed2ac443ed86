// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Who was asked in turn, in each form of a report.

#include "models/report/report.h"
#include "tests/support/samplereport.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

constexpr auto sentence = "Answered by openai:chat:n after openai:chat:m failed: 503";

Error errorOf(ErrorKind kind)
{
    Error error;
    error.kind = kind;
    return error;
}

WholeReport reportWithAttempts()
{
    WholeReport report = sampleReport();
    CellAttempt down;
    down.endpoint = u"openai:chat:m"_s;
    down.end = AttemptEnd::Failed;
    down.error = errorOf(ErrorKind::ServerFault);
    down.error->httpStatus = 503;
    down.text = u"half an answer"_s;
    down.usage.inputTokens = 40;
    down.cost = Money::fromDollars(0.5);
    CellAttempt answered;
    answered.endpoint = u"openai:chat:n"_s;
    answered.model = u"n-2026"_s;
    answered.isResult = true;
    report.cells[0].attempts = {down, answered};
    report.cells[0].planned = std::make_shared<const GenerationRequest>(report.cells[0].request);
    report.cells[0].request.endpoint = endpointFromId(u"openai:chat:n"_s);
    return report;
}

QByteArray written(ReportFormat format)
{
    QByteArray text;
    writeWhole(reportWithAttempts(), format, [&text](QByteArrayView piece) { text.append(piece); });
    return text;
}

} // namespace

class ReportAttemptsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFormTells_data()
    {
        QTest::addColumn<ReportFormat>("format");
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("csv") << ReportFormat::Csv << QByteArray(sentence);
        QTest::newRow("html") << ReportFormat::Html << QByteArray("<li>" + QByteArray(sentence) + "</li>");
        QTest::newRow("junit") << ReportFormat::JUnit << QByteArray("<system-err>" + QByteArray(sentence) + "\nopenai:chat:m: ");
        QTest::newRow("markdown") << ReportFormat::Markdown
                                  << QByteArray("<br>– Answered by openai\\:chat\\:n after openai\\:chat\\:m failed\\: 503");
        QTest::newRow("text") << ReportFormat::Text << QByteArray("  - " + QByteArray(sentence) + "\n");
    }

    void everyFormTells()
    {
        QFETCH(ReportFormat, format);
        QFETCH(QByteArray, line);
        const QByteArray text = written(format);
        QVERIFY2(text.contains(line), text.constData());
        QVERIFY2(text.contains(format == ReportFormat::Markdown ? "\\$0\\.50" : "$0.50"), text.constData()); // what it cost
        QVERIFY(text.contains("40"));
    }

    void jsonHasThemAsAList()
    {
        const QJsonObject report = QJsonDocument::fromJson(written(ReportFormat::Json)).object();
        const QJsonArray results = report.value("results"_L1).toObject().value("results"_L1).toArray();
        const QJsonObject result = results.at(0).toObject();
        // The column's own provider, whoever answered.
        QCOMPARE(result.value("provider"_L1).toObject().value("id"_L1).toString(), u"local:tempera-mini"_s);
        const QJsonArray attempts = result.value("tempera"_L1).toObject().value("attempts"_L1).toArray();
        QCOMPARE(attempts.size(), 2);
        const QJsonObject down = attempts.at(0).toObject();
        QCOMPARE(down.value("endpoint"_L1).toString(), u"openai:chat:m"_s);
        QCOMPARE(down.value("end"_L1).toString(), u"failed"_s);
        QCOMPARE(down.value("httpStatus"_L1).toInt(), 503);
        QCOMPARE(down.value("output"_L1).toString(), u"half an answer"_s);
        QCOMPARE(down.value("cost"_L1).toDouble(), 0.5);
        QCOMPARE(down.value("result"_L1).toBool(), false);
        const QJsonObject answered = attempts.at(1).toObject();
        QCOMPARE(answered.value("end"_L1).toString(), u"answered"_s);
        QCOMPARE(answered.value("model"_L1).toString(), u"n-2026"_s);
        QVERIFY(answered.value("cost"_L1).isNull());
        QCOMPARE(answered.value("result"_L1).toBool(), true);
        QVERIFY(!results.at(1).toObject().value("tempera"_L1).toObject().contains("attempts"_L1));
    }

    /// Tokens are of the same requests as the cost.
    void totalsCountAllAttempts()
    {
        const WholeReport plain = sampleReport();
        const WholeReport tried = reportWithAttempts();
        const ReportTotals before = totalsOf(plain.cells[0]);
        const ReportTotals after = totalsOf(tried.cells[0]);
        QCOMPARE(after.inputTokens, before.inputTokens + 40);
        QCOMPARE(after.outputTokens, before.outputTokens);
    }

    void sentences()
    {
        const auto attempt = [](const QString &endpoint, AttemptEnd end, bool isResult = false) {
            CellAttempt made;
            made.endpoint = endpoint;
            made.end = end;
            made.isResult = isResult;
            if (end == AttemptEnd::NotAsked)
                made.error = errorOf(ErrorKind::Budget);
            return made;
        };
        QCOMPARE(attemptsSentence({}), QString());
        QVERIFY(attemptLines({}).isEmpty());
        QCOMPARE(attemptsSentence({attempt(u"a"_s, AttemptEnd::ChecksFailed), attempt(u"a"_s, AttemptEnd::Answered, true)}),
                 u"Answered by a after a failed its checks"_s);
        QCOMPARE(attemptsSentence({attempt(u"a"_s, AttemptEnd::Cancelled, true)}), u"No answer: a was stopped"_s);
        QCOMPARE(attemptsSentence({attempt(u"a"_s, AttemptEnd::ChecksFailed, true), attempt(u"b"_s, AttemptEnd::NotAsked)}),
                 u"Answered by a; b was not asked: budget"_s);
        for (const AttemptEnd end :
             {AttemptEnd::Answered, AttemptEnd::ChecksFailed, AttemptEnd::Failed, AttemptEnd::Cancelled, AttemptEnd::NotAsked})
            QCOMPARE(attemptEndFromName(attemptEndName(end)), end);
    }
};

QTEST_GUILESS_MAIN(ReportAttemptsTest)
#include "tst_reportattempts.moc"
