// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/results/resultfile.h"
#include "models/report/reportformat.h"
#include "models/report/writers.h"
#include "tests/support/goldenfile.h"
#include "tests/support/samplereport.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

QByteArray written(const WholeReport &report, ReportFormat format)
{
    QByteArray text;
    writeWhole(report, format, [&text](QByteArrayView piece) { text += piece; });
    return text;
}

} // namespace

class ReportFormatTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void endings();
    void golden_data();
    void golden();
    void noSecretLeaves_data() { golden_data(); }
    void noSecretLeaves();
    void noControlCharacters_data() { golden_data(); }
    void noControlCharacters();
    void jsonHasPromptfoosShape();
    void jsonNamesAsPromptfoo();
    void jsonHasTheMetadataOfTheDefaultTest();
    void jsonSaysWhatWasAsked();
    void jsonOfGivenAnswers();
    void jsonOfJudges();
    void jsonOfAStoppedRun();
    void jsonLines();
    void junitIsReadable();
    void csvFields();
    void htmlRefersToNothing();
    void notesAreTold_data() { golden_data(); }
    void notesAreTold();
    void whatPeopleSaidIsTold_data() { golden_data(); }
    void whatPeopleSaidIsTold();
    void plainText();
    void emptyRun_data() { golden_data(); }
    void emptyRun();
    void rowByRow_data() { golden_data(); }
    void rowByRow();
};

void ReportFormatTest::endings()
{
    QCOMPARE(reportFormatForPath(u"a/b.json"_s), ReportFormat::Json);
    QCOMPARE(reportFormatForPath(u"b.JSONL"_s), ReportFormat::JsonLines);
    QCOMPARE(reportFormatForPath(u"b.junit.xml"_s), ReportFormat::JUnit);
    QCOMPARE(reportFormatForPath(u"b.htm"_s), ReportFormat::Html);
    QCOMPARE(reportFormatForPath(u"b.yml"_s), ReportFormat::Json);
    QCOMPARE(reportFormatForPath(u"b.txt"_s), ReportFormat::Text);
    QVERIFY(!reportFormatForPath(u"b.docx"_s));
    QVERIFY(!reportFormatForPath(u"json"_s));
    QVERIFY(reportEndings().contains(u".md"_s));
}

void ReportFormatTest::plainText()
{
    const WholeReport report = sampleReport();
    const QByteArray text = written(report, ReportFormat::Text);
    QVERIFY2(text.contains("PASS\n    "), text.constData());
    qsizetype answers = 0;
    for (const Cell &cell : report.cells)
        answers += text.contains("    " + xmlSafe(cell.text).section(u'\n', 0, 0).toUtf8()) ? 1 : 0;
    QCOMPARE(answers, std::ssize(report.cells));
}

void ReportFormatTest::golden_data()
{
    QTest::addColumn<ReportFormat>("format");
    QTest::newRow("json") << ReportFormat::Json;
    QTest::newRow("jsonl") << ReportFormat::JsonLines;
    QTest::newRow("csv") << ReportFormat::Csv;
    QTest::newRow("html") << ReportFormat::Html;
    QTest::newRow("md") << ReportFormat::Markdown;
    QTest::newRow("xml") << ReportFormat::JUnit;
}

void ReportFormatTest::golden()
{
    QFETCH(ReportFormat, format);
    const QString file = u"reports/lamps."_s + QString::fromLatin1(QTest::currentDataTag());
    QVERIFY(isGolden(file, written(sampleReport(), format)));
}

void ReportFormatTest::noSecretLeaves()
{
    QFETCH(ReportFormat, format);
    QVERIFY(!written(sampleReport(), format).contains(QByteArray(sampleSecret.data(), sampleSecret.size())));
}

void ReportFormatTest::noControlCharacters()
{
    QFETCH(ReportFormat, format);
    for (const char c : written(sampleReport(), format))
        QVERIFY2(static_cast<unsigned char>(c) >= 0x20 || c == '\n', QByteArray::number(static_cast<int>(c)).constData());
}

void ReportFormatTest::jsonHasPromptfoosShape()
{
    const QJsonObject json = QJsonDocument::fromJson(written(sampleReport(), ReportFormat::Json)).object();
    const QJsonObject results = json.value(u"results"_s).toObject();
    QCOMPARE(results.value(u"version"_s).toInt(), 3);
    QCOMPARE(results.value(u"timestamp"_s).toString(), u"2026-01-02T03:04:05.000Z"_s);
    QCOMPARE(results.value(u"prompts"_s).toArray().size(), 2);
    const QJsonArray list = results.value(u"results"_s).toArray();
    QCOMPARE(list.size(), 4);

    const QJsonObject passed = list.at(0).toObject();
    QCOMPARE(passed.value(u"testIdx"_s).toInt(-1), 0);
    QCOMPARE(passed.value(u"promptIdx"_s).toInt(-1), 0);
    QVERIFY(passed.value(u"success"_s).toBool());
    QCOMPARE(passed.value(u"failureReason"_s).toInt(-1), 0);
    QCOMPARE(passed.value(u"cost"_s).toDouble(-1), 0.0);
    QCOMPARE(passed.value(u"provider"_s).toObject().value(u"label"_s).toString(), u"mini T 0.2"_s);
    QCOMPARE(passed.value(u"gradingResult"_s).toObject().value(u"componentResults"_s).toArray().size(), 2);
    QCOMPARE(passed.value(u"namedScores"_s).toObject().value(u"label"_s).toDouble(), 1.0);
    QCOMPARE(passed.value(u"tempera"_s).toObject().value(u"seed"_s).toString(), u"18446744073709551615"_s);
    QCOMPARE(passed.value(u"vars"_s).toObject().value(u"stars"_s).toInt(), 5);

    const QJsonObject failed = list.at(1).toObject();
    QCOMPARE(failed.value(u"failureReason"_s).toInt(-1), 1);
    QCOMPARE(failed.value(u"cost"_s).toDouble(), 0.0021);
    QVERIFY(!failed.contains(u"error"_s));
    QCOMPARE(failed.value(u"response"_s).toObject().value(u"output"_s).toString(), sampleReport().cells[1].text);

    const QJsonObject refused = list.at(2).toObject();
    QCOMPARE(refused.value(u"testIdx"_s).toInt(), 1);
    QCOMPARE(refused.value(u"failureReason"_s).toInt(-1), 2);
    QVERIFY(refused.value(u"error"_s).toString().contains(u"connection refused"_s));
    QVERIFY(refused.value(u"gradingResult"_s).isNull());

    const QJsonObject unknown = list.at(3).toObject();
    QVERIFY(!unknown.value(u"success"_s).toBool(true));
    QVERIFY(unknown.value(u"cost"_s).isNull());
    QVERIFY(unknown.value(u"tokenUsage"_s).toObject().value(u"total"_s).isNull());
    QVERIFY(unknown.value(u"latencyMs"_s).isNull());

    const QJsonObject stats = results.value(u"stats"_s).toObject();
    QCOMPARE(stats.value(u"successes"_s).toInt(), 1);
    QCOMPARE(stats.value(u"failures"_s).toInt(), 2);
    QCOMPARE(stats.value(u"errors"_s).toInt(), 1);
    QCOMPARE(stats.value(u"durationMs"_s).toInt(), 1234);
}

/// As promptfoo names things: a prompt without a label by its whole text, a provider by what it calls itself.
void ReportFormatTest::jsonNamesAsPromptfoo()
{
    WholeReport report = sampleReport();
    const QString text = u"Name a lamp. "_s.repeated(20) + u"\nShort."_s;
    for (Prompt &prompt : report.experiment.prompts)
        prompt = {QString(), {{Role::User, text}}, {}};
    report.experiment.variants[0] = {};
    report.experiment.variants[0].label = u"mini"_s;
    report.experiment.variants[0].endpoint = endpointFromId(u"echo"_s);
    report.experiment.variants[0].calledId = u"my-mini"_s;
    report.experiment.tags = {{u"team"_s, u"blue"_s}};
    report.experiment.description.clear();
    const QByteArray bytes = written(report, ReportFormat::Json);
    const QJsonObject json = QJsonDocument::fromJson(bytes).object();
    const QJsonObject config = json.value(u"config"_s).toObject();
    QCOMPARE(config.value(u"tags"_s).toObject(), (QJsonObject{{u"team"_s, u"blue"_s}}));
    QVERIFY(!config.contains(u"description"_s));
    const QJsonObject results = json.value(u"results"_s).toObject();
    QCOMPARE(results.value(u"prompts"_s).toArray().at(0).toObject().value(u"label"_s).toString(), text);
    const QJsonObject first = results.value(u"results"_s).toArray().at(0).toObject();
    QCOMPARE(first.value(u"prompt"_s).toObject().value(u"label"_s).toString(), text);
    QCOMPARE(first.value(u"provider"_s).toObject().value(u"id"_s).toString(), u"my-mini"_s);
    const Result<ResultFile> read = readResultFile(bytes, u"x.json"_s); // its own file is understood
    QVERIFY(read.has_value());
    QCOMPARE(read->experiment.variants.at(0).calledId, u"my-mini"_s);
    QVERIFY(read->experiment.prompts.at(0).label.isEmpty());
}

void ReportFormatTest::jsonHasTheMetadataOfTheDefaultTest()
{
    WholeReport report = sampleReport();
    report.experiment.defaultCase.other.insert(u"metadata"_s, QJsonObject{{u"suite"_s, u"a"_s}, {u"kind"_s, u"usual"_s}});
    report.experiment.cases[0].other.insert(u"metadata"_s, QJsonObject{{u"kind"_s, u"own"_s}});
    const QJsonObject json = QJsonDocument::fromJson(written(report, ReportFormat::Json)).object();
    const QJsonArray rows = json.value(u"results"_s).toObject().value(u"results"_s).toArray();
    const auto metadata = [&rows](int row) {
        return rows.at(row).toObject().value(u"testCase"_s).toObject().value(u"metadata"_s).toObject();
    };
    QCOMPARE(metadata(0), (QJsonObject{{u"suite"_s, u"a"_s}, {u"kind"_s, u"own"_s}}));
    QCOMPARE(metadata(2).value(u"kind"_s), QJsonValue(u"usual"_s));
}

/// As promptfoo: `vars` are what transformVars made of them; those of the test stay beside it.
void ReportFormatTest::jsonSaysWhatWasAsked()
{
    WholeReport report = sampleReport();
    report.experiment.cases[0].variables += Variable{u"made"_s, u"file://v.js"_s};
    report.cells[0].request.values = {
        {u"made"_s, u"by a script"_s}, {u"stars"_s, 7}, {u"more"_s, u"x"_s}, {QString(conversationVariable), QJsonArray{1}}};
    const auto row = [&report] {
        const QJsonObject json = QJsonDocument::fromJson(written(report, ReportFormat::Json)).object();
        return json.value(u"results"_s).toObject().value(u"results"_s).toArray().at(0).toObject();
    };
    const QJsonObject ofTheTest{{u"review"_s, u"A nice lamp"_s}, {u"stars"_s, 5}, {u"made"_s, u"file://v.js"_s}};
    QCOMPARE(row().value(u"vars"_s).toObject(), ofTheTest); // scripts and earlier answers alone
    report.experiment.cases[0].other.insert(u"options"_s, QJsonObject{{u"transformVars"_s, u"({stars: 7, more: 'x'})"_s}});
    QCOMPARE(row().value(u"vars"_s).toObject(),
             (QJsonObject{{u"review"_s, u"A nice lamp"_s}, {u"stars"_s, 7}, {u"made"_s, u"file://v.js"_s}, {u"more"_s, u"x"_s}}));
    QCOMPARE(row().value(u"testCase"_s).toObject().value(u"vars"_s).toObject(), ofTheTest);
    report.experiment.planKeys = {u"storeOutputAs"_s}; // then "more" may be an answer
    QVERIFY(!row().value(u"vars"_s).toObject().contains(u"more"_s));
}

/// An answer that a case brings along is no answer of "echo".
void ReportFormatTest::jsonOfGivenAnswers()
{
    WholeReport report = sampleReport();
    report.experiment.cases[0].other.insert(u"providerOutput"_s, u"Positive"_s);
    report.cells[0].request.endpoint = endpointFromId(u"echo"_s);
    const QJsonObject json = QJsonDocument::fromJson(written(report, ReportFormat::Json)).object();
    const QJsonArray rows = json.value(u"results"_s).toObject().value(u"results"_s).toArray();
    const QJsonObject provider = rows.at(0).toObject().value(u"provider"_s).toObject();
    QCOMPARE(provider.value(u"id"_s).toString(), u"local:tempera-mini"_s);
    QCOMPARE(provider.value(u"label"_s).toString(), u"mini T 0.2"_s);
}

void ReportFormatTest::jsonOfJudges()
{
    WholeReport report = sampleReport();
    Verdict &verdict = report.cells[0].grade->verdicts[0];
    verdict.reason = u"fine"_s;
    verdict.parts = {{true, 1, u"a"_s}, {false, 0.5, u"b"_s}};
    verdict.evidence = {{0, 3}};
    verdict.asked = JudgeUse{"q", u"gpt-x"_s, {}, Money::fromNano(2'000'000), true, true, 1};
    verdict.asked->usage.inputTokens = 20;
    verdict.asked->usage.outputTokens = 10;
    const ReportTotals before = totalsOf(sampleReport().cells[0]);
    const ReportTotals totals = totalsOf(report.cells[0]);
    QCOMPARE(totals.cost - before.cost, Money::fromNano(2'000'000));
    QCOMPARE(totals.inputTokens - before.inputTokens, 20);
    QCOMPARE(totals.grading.requests, 1);

    const QJsonObject json = QJsonDocument::fromJson(written(report, ReportFormat::Json)).object().value(u"results"_s).toObject();
    const QJsonObject result = json.value(u"results"_s).toArray().at(0).toObject();
    const QJsonObject grading = result.value(u"gradingResult"_s).toObject();
    QCOMPARE(grading.value(u"tokensUsed"_s).toObject().value(u"total"_s).toInt(), 30);
    const QJsonObject component = grading.value(u"componentResults"_s).toArray().at(0).toObject();
    QCOMPARE(component.value(u"reason"_s).toString(), u"fine"_s);
    QCOMPARE(component.value(u"tokensUsed"_s).toObject().value(u"completion"_s).toInt(), 10);
    QCOMPARE(component.value(u"componentResults"_s).toArray().size(), 2);
    QCOMPARE(component.value(u"componentResults"_s).toArray().at(1).toObject().value(u"score"_s).toDouble(), 0.5);
    const QJsonObject additions = component.value(u"tempera"_s).toObject();
    QCOMPARE(additions.value(u"judge"_s).toString(), u"gpt-x"_s);
    QCOMPARE(additions.value(u"cost"_s).toDouble(), 0.002);
    QCOMPARE(additions.value(u"evidence"_s).toArray().at(0).toObject().value(u"text"_s).toString(), u"Pos"_s);
    QCOMPARE(result.value(u"cost"_s).toDouble(-1), 0.0); // of the answer alone
    QCOMPARE(result.value(u"tempera"_s).toObject().value(u"gradingCost"_s).toDouble(), 0.002);
    const QJsonObject stats = json.value(u"stats"_s).toObject();
    QCOMPARE(stats.value(u"tempera"_s).toObject().value(u"gradingCost"_s).toDouble(), 0.002);
}

/// Whatever is to be known about how an answer came to be, in every form.
void ReportFormatTest::notesAreTold()
{
    QFETCH(ReportFormat, format);
    WholeReport report = sampleReport();
    report.cells[0].notes = {{NoteKind::ParameterNotSent, u"frequencypenalty"_s}};
    QVERIFY(written(report, format).contains("frequencypenalty"));
}

void ReportFormatTest::jsonOfAStoppedRun()
{
    WholeReport report = sampleReport();
    report.state = RunState::Stopped;
    report.finished = {};
    report.cells[0].state = CellState::Cancelled;
    report.cells[0].grade.reset();
    const QJsonObject json = QJsonDocument::fromJson(written(report, ReportFormat::Json)).object();
    QCOMPARE(json.value(u"metadata"_s).toObject().value(u"state"_s).toString(), u"stopped"_s);
    const QJsonObject results = json.value(u"results"_s).toObject();
    QVERIFY(results.value(u"stats"_s).toObject().value(u"durationMs"_s).isNull());
    const QJsonObject first = results.value(u"results"_s).toArray().at(0).toObject();
    QCOMPARE(first.value(u"error"_s).toString(), u"cancelled"_s);
    QCOMPARE(first.value(u"response"_s).toObject().value(u"output"_s).toString(), u"Positive"_s); // what came is kept
}

void ReportFormatTest::jsonLines()
{
    const QList<QByteArray> lines = written(sampleReport(), ReportFormat::JsonLines).split('\n');
    QCOMPARE(lines.size(), 5);
    QVERIFY(lines.last().isEmpty());
    for (const QByteArray &line : lines.first(4))
        QVERIFY(QJsonDocument::fromJson(line).object().contains(u"testIdx"_s));
}

void ReportFormatTest::junitIsReadable()
{
    QXmlStreamReader xml(written(sampleReport(), ReportFormat::JUnit));
    int cases = 0, failures = 0, errors = 0, skipped = 0;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        cases += xml.name() == "testcase"_L1;
        failures += xml.name() == "failure"_L1;
        errors += xml.name() == "error"_L1;
        skipped += xml.name() == "skipped"_L1;
        if (xml.name() == "testsuites"_L1) {
            QCOMPARE(xml.attributes().value("tests"_L1), u"4"_s);
            QCOMPARE(xml.attributes().value("name"_L1), u"Lamps <b>&</b> | review"_s);
        }
    }
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    QCOMPARE(cases, 4);
    QCOMPARE(failures, 1);
    QCOMPARE(errors, 1);
    QCOMPARE(skipped, 1);
    const QString hostile = u"a\u0001"_s + QChar(0xd800) + u"b\ufffe😀\n"_s;
    QCOMPARE(xmlSafe(hostile), u"a\ufffd\ufffdb\ufffd😀\n"_s);
}

/// RFC 4180, for the test: fields of all lines.
static QList<QStringList> parseCsv(const QString &text)
{
    QList<QStringList> lines;
    QStringList line;
    QString field;
    bool quoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (quoted && c == u'"' && i + 1 < text.size() && text.at(i + 1) == u'"')
            field += text.at(++i);
        else if (c == u'"')
            quoted = !quoted;
        else if (!quoted && (c == u',' || c == u'\n')) {
            line << field;
            field.clear();
            if (c == u'\n')
                lines << std::exchange(line, {});
        } else
            field += c;
    }
    return lines;
}

void ReportFormatTest::csvFields()
{
    const QList<QStringList> lines = parseCsv(QString::fromUtf8(written(sampleReport(), ReportFormat::Csv)));
    QCOMPARE(lines.size(), 5);
    for (const QStringList &line : lines)
        QCOMPARE(line.size(), lines.first().size());
    const auto field = [&lines](int row, const QString &name) { return lines.at(row).at(lines.first().indexOf(name)); };
    QCOMPARE(field(1, u"description"_s), u"'=2+3 lamps, \"nice\""_s);
    QVERIFY(field(2, u"output"_s).startsWith(u"'=HYPERLINK(\"http"_s));
    QCOMPARE(field(1, u"var:stars"_s), u"5"_s);
    QCOMPARE(field(1, u"cost_usd"_s), u"0.000000000"_s);
    QCOMPARE(field(2, u"cost_usd"_s), u"0.002100000"_s);
    QCOMPARE(field(4, u"cost_usd"_s), QString());
    QCOMPARE(field(4, u"input_tokens"_s), QString());
    QCOMPARE(field(3, u"outcome"_s), u"error"_s);
    QCOMPARE(field(1, u"seed"_s), u"18446744073709551615"_s);
}

void ReportFormatTest::htmlRefersToNothing()
{
    const QByteArray html = written(sampleReport(), ReportFormat::Html);
    QVERIFY(!html.contains("<b>"));
    QVERIFY(!html.contains("src="));
    QVERIFY(!html.contains("href="));
    QVERIFY(!html.contains("url("));
    QVERIFY(html.contains("&lt;script&gt;alert(&#39;1&#39;)"));
    QVERIFY(html.contains("prefers-color-scheme: dark"));
    QVERIFY(html.contains("default-src 'none'"));
}

void ReportFormatTest::emptyRun()
{
    QFETCH(ReportFormat, format);
    WholeReport report;
    report.experiment.description = u"nothing"_s;
    const QByteArray out = written(report, format);
    QCOMPARE(out.isEmpty(), format == ReportFormat::JsonLines);
}

/// However long a run is, what is handed over at once is not longer than some rows.
void ReportFormatTest::rowByRow()
{
    QFETCH(ReportFormat, format);
    WholeReport report = sampleReport();
    report.experiment.cases.resize(1);
    const Cell cell = report.cells.front();
    report.cells.clear();
    constexpr int rows = 3'000;
    for (int i = 0; i < rows; ++i) {
        Case aCase = report.experiment.cases.first();
        aCase.description = u"case "_s + QString::number(i);
        report.experiment.cases += aCase;
        report.cells.push_back(cell);
        report.cells.back().request.key.caseIndex = i;
        report.cells.back().text = QString(500, u'x');
    }
    qsizetype longest = 0;
    qsizetype whole = 0;
    writeWhole(report, format, [&](QByteArrayView piece) {
        longest = std::max(longest, piece.size());
        whole += piece.size();
    });
    QVERIFY(whole > rows * 500);
    QVERIFY2(longest < 100'000, QByteArray::number(longest));
    if (format == ReportFormat::Json)
        QCOMPARE(QJsonDocument::fromJson(written(report, format)).object()[u"results"_s][u"results"_s].toArray().size(), rows);
}

/// Comments and tags are data of a person: no markup, no formula.
void ReportFormatTest::whatPeopleSaidIsTold()
{
    QFETCH(ReportFormat, format);
    WholeReport report = sampleReport();
    const CellKey first = report.cells.front().request.key;
    report.judgements.ratings = {
        {first, {.thumb = Thumb::Down, .score = 0.25, .comment = u"=1+1 <script>no</script>"_s, .tags = {u"too-long"_s}}}};
    report.judgements.pairs = {{{0, 0, 0, 0}, {0, 0, 1, 0}, Preference::Second, true, true, 1}};
    const QByteArray text = written(report, format);
    QVERIFY(!text.contains("<script>no") || format == ReportFormat::Csv || format == ReportFormat::Json
            || format == ReportFormat::JsonLines);
    switch (format) {
    case ReportFormat::Json: {
        const QJsonObject json = QJsonDocument::fromJson(text).object();
        const QJsonObject said = json[u"results"_s][u"results"_s][0][u"tempera"_s][u"rating"_s].toObject();
        QCOMPARE(said.value(u"thumb"_s).toString(), u"down"_s);
        QCOMPARE(said.value(u"score"_s).toDouble(), 0.25);
        QCOMPARE(said.value(u"tags"_s).toArray(), QJsonArray{u"too-long"_s});
        QCOMPARE(json[u"preferences"_s][0][u"preference"_s].toString(), u"second"_s);
        break;
    }
    case ReportFormat::JsonLines: QVERIFY(text.split('\n').first().contains("\"thumb\":\"down\"")); break;
    case ReportFormat::Csv:
        QVERIFY(text.split('\n').first().endsWith(",rating,rating_score,tags,comment"));
        QVERIFY(text.contains(",down,0.25,too-long,'=1+1 <script>no</script>"));
        break;
    case ReportFormat::Html:
        QVERIFY(text.contains("A person says: bad · 0.25 · #too-long · =1+1 &lt;script&gt;no&lt;/script&gt;"));
        QVERIFY(text.contains("preferred in 1, "));
        break;
    case ReportFormat::Markdown:
        QVERIFY(text.contains("A person says"));
        QVERIFY(text.contains("preferred in 1, "));
        break;
    case ReportFormat::JUnit: break; // it has no place for opinions
    }
}

QTEST_GUILESS_MAIN(ReportFormatTest)
#include "tst_reportformat.moc"
