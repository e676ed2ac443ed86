// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/report/reportformat.h"
#include "tests/support/samplereport.h"

#include <QCryptographicHash>
#include <QTest>
#include <QXmlStreamReader>

#include <functional>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

QByteArray written(const WholeReport &report, ReportFormat format)
{
    QByteArray text;
    writeWhole(report, format, [&text](QByteArrayView piece) { text += piece; });
    return text;
}

/// Two variants that answered the same cases; the second one's answers are `other`.
WholeReport pairedReport(int cases, const QString &answer, const std::function<QString(int)> &other)
{
    WholeReport report = sampleReport();
    const Cell passed = report.cells.front();
    report.experiment.variants[1].label = u"warm"_s;
    report.cells.clear();
    report.experiment.cases.resize(1);
    const Case one = report.experiment.cases.first();
    for (int i = 0; i < cases; ++i) {
        if (i > 0)
            report.experiment.cases += one;
        for (const int variant : {0, 1}) {
            Cell cell = passed;
            cell.request.key = {i, 0, variant, 0};
            cell.text = variant == 0 ? answer : other(i);
            if (variant == 1 && i % 4 == 0) {
                cell.grade->outcome = Outcome::Fail;
                cell.grade->score = 0;
            }
            report.cells.push_back(cell);
        }
    }
    return report;
}

} // namespace

/// What a report says of one variant beside another.
class ReportComparisonTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void htmlRunsItsOwnScriptOnly();
    void htmlMarksWhatDiffers();
    void hostileAnswersStayText();
    void marksHaveALimitThatIsTold();
    void everyFormatSaysTheSameSentence();
};

void ReportComparisonTest::htmlRunsItsOwnScriptOnly()
{
    const QByteArray html = written(sampleReport(), ReportFormat::Html);
    QCOMPARE(html.count("<script"), 1);
    QVERIFY(!html.contains("unsafe-eval") && !html.contains("script-src 'unsafe-inline'"));
    const qsizetype begin = html.indexOf("<script>") + 8;
    const QByteArray script = html.mid(begin, html.indexOf("</script>") - begin);
    const QByteArray hash = QCryptographicHash::hash(script, QCryptographicHash::Sha256).toBase64();
    QVERIFY(html.contains("script-src 'sha256-" + hash + "'"));
    for (const char *id : {"id=\"filter\"", "id=\"words\"", "id=\"count\"", "id=\"results\"", "data-outcome=\"failed\""})
        QVERIFY2(html.contains(id), id);
}

void ReportComparisonTest::htmlMarksWhatDiffers()
{
    const QByteArray html =
        written(pairedReport(2, u"The red lamp is <nice>."_s,
                             [](int i) { return i == 0 ? u"The blue lamp is <nice>."_s : u"The red lamp is <nice>."_s; }),
                ReportFormat::Html);
    QVERIFY2(html.contains("<del>red</del><ins>blue</ins>"), html);
    QCOMPARE(html.count("<ins>"), 1);
    QCOMPARE(html.count(" data-differs"), 1);
    QVERIFY(html.contains("lamp is &lt;nice&gt;."));
    QVERIFY(!html.contains("nothing is marked"));
}

void ReportComparisonTest::hostileAnswersStayText()
{
    const QString hostile = u"</div><script>alert(1)</script><ins onclick=x> "_s + QChar(u'\0') + QChar(0x202e) + QChar(0xd800)
                            + u" 'a' \"b\" ]]> </textarea><!--"_s;
    WholeReport report = pairedReport(20, u"fine"_s, [&hostile](int) { return hostile; });
    report.experiment.variants[1].label = hostile;
    report.cells[1].grade->verdicts[0].type = hostile;
    const QByteArray html = written(report, ReportFormat::Html);
    QCOMPARE(html.count("<script"), 1);
    QCOMPARE(html.count("</script>"), 1);
    QVERIFY(!html.contains("<ins onclick") && !html.contains("</textarea>") && !html.contains("<!--"));
    QVERIFY(!html.contains('\0'));
    // A name cannot turn a sentence around.
    const qsizetype verdict = html.indexOf("<ul class=\"verdicts\">");
    QVERIFY(verdict > 0);
    QVERIFY(!html.mid(verdict, html.indexOf("</ul>", verdict) - verdict).contains(QString(QChar(0x202e)).toUtf8()));
    QXmlStreamReader xml(written(report, ReportFormat::JUnit));
    while (!xml.atEnd())
        xml.readNext();
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
}

void ReportComparisonTest::marksHaveALimitThatIsTold()
{
    const QByteArray html =
        written(pairedReport(2'003, u"a b"_s, [](int i) { return i == 2 ? u"a b"_s : u"a c"_s; }), ReportFormat::Html);
    QCOMPARE(html.count("<ins>"), 2'000);
    QCOMPARE(html.count(" data-differs"), 2'002);
    QVERIFY(html.contains("In 2 answers that differ from the baseline nothing is marked"));
}

void ReportComparisonTest::everyFormatSaysTheSameSentence()
{
    const WholeReport report = pairedReport(40, u"a"_s, [](int) { return u"b"_s; });
    const QByteArray sentence = "warm better in 0, worse in 10 of 40 cases; 95 % interval ";
    const QByteArray html = written(report, ReportFormat::Html);
    QVERIFY2(html.contains(sentence) && html.contains("mini T 0.2 is better"), html);
    QVERIFY(html.contains("<svg"));
    QVERIFY(html.contains("75 % (")); // 30 of 40, with where the true one lies
    QVERIFY(written(report, ReportFormat::Markdown).contains("- warm better in 0, worse in 10 of 40 cases; 95 % interval "));
    QVERIFY(written(report, ReportFormat::JUnit).contains("<property name=\"verdict\" value=\"" + sentence));
    QCOMPARE(written(report, ReportFormat::Html), html); // chance included
}

QTEST_GUILESS_MAIN(ReportComparisonTest)
#include "tst_reportcomparison.moc"
