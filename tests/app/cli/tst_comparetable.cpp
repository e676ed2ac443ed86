// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/comparetable.h"
#include "app/cli/terminaltext.h"
#include "tests/app/cli/capturedstream.h"
#include "tests/support/goldenfile.h"
#include "tests/support/samplereport.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

class CompareTableTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void goldenAtWidth100();
    void everyLineIsEquallyWide();
    void whoAnsweredInsteadIsTold();
    void noControlCharacters();
    void coloursOnlyAdd();
    void manyVariantsComeInSeveralTables();
    void limits();
    void summary();
    void noCells();
};

static QString tableOf(const WholeReport &whole, const OutStream &stream, const TableLimits &limits = {})
{
    const RunReport report = whole.report();
    const auto bodyOf = [&whole](int index) { return &whole.cells[static_cast<std::size_t>(index)]; };
    return compareTable(ReportGrid(report), bodyOf, stream, limits);
}

void CompareTableTest::goldenAtWidth100()
{
    CapturedStream stream;
    const WholeReport whole = sampleReport();
    const RunReport report = whole.report();
    const QString text = tableOf(whole, stream) + runSummary(report, ReportGrid(report)) + u'\n';
    QVERIFY(isGolden(u"reports/lamps.table.txt"_s, text.toUtf8()));
}

void CompareTableTest::everyLineIsEquallyWide()
{
    for (const int width : {40, 60, 99, 160}) {
        CapturedStream stream;
        stream.width = width;
        int first = 0;
        for (const QString &line : tableOf(sampleReport(), stream).split(u'\n', Qt::SkipEmptyParts)) {
            QVERIFY2(displayWidth(line) <= width, qPrintable(line));
            if (line.startsWith(u'┌'))
                first = displayWidth(line);
            QVERIFY2(displayWidth(line) == first, qPrintable(line));
        }
    }
}

void CompareTableTest::whoAnsweredInsteadIsTold()
{
    WholeReport whole = sampleReport();
    CellAttempt down;
    down.endpoint = u"a"_s;
    down.end = AttemptEnd::Failed;
    down.error = failure(ErrorKind::ServerFault, u"x"_s).error();
    down.error->httpStatus = 503;
    CellAttempt answered;
    answered.endpoint = u"b"_s;
    answered.isResult = true;
    whole.cells[0].attempts = {down, answered};
    CapturedStream stream;
    QVERIFY(tableOf(whole, stream).contains(u"│ ↪ Answered by b after a"_s));
}

void CompareTableTest::noControlCharacters()
{
    CapturedStream stream;
    for (const QChar c : tableOf(sampleReport(), stream))
        QVERIFY2(c == u'\n' || c.unicode() >= 0x20, QByteArray::number(c.unicode()).constData());
}

void CompareTableTest::coloursOnlyAdd()
{
    CapturedStream plain;
    CapturedStream coloured;
    coloured.colour = true;
    QString text = tableOf(sampleReport(), coloured);
    QVERIFY(text.contains(u'\x1b'));
    QVERIFY(text.contains(u"\x1b[32m✓"_s));
    static const QRegularExpression ours(u"\x1b\\[[0-9]*m"_s);
    QCOMPARE(text.remove(ours), tableOf(sampleReport(), plain));
}

void CompareTableTest::manyVariantsComeInSeveralTables()
{
    WholeReport report = sampleReport();
    const Cell cell = report.cells.front();
    for (int variant = 2; variant < 7; ++variant) {
        report.cells.push_back(cell);
        report.cells.back().request.key.variantIndex = variant;
        Variant added;
        added.label = u"variant %1"_s.arg(variant);
        report.experiment.variants << added;
    }
    CapturedStream stream;
    stream.width = 80;
    const QString text = tableOf(report, stream);
    QVERIFY(text.count(u'┌') > 1);
    for (int variant = 2; variant < 7; ++variant)
        QCOMPARE(text.count(u"variant %1"_s.arg(variant)), 1);
    QVERIFY(text.contains(u'–')); // these variants have no second case
}

void CompareTableTest::limits()
{
    WholeReport report = sampleReport();
    report.cells.front().text = u"line\n"_s.repeated(50);
    CapturedStream stream;
    const QString text = tableOf(report, stream, {.linesPerCell = 4, .rows = 1});
    QCOMPARE(text.count(u"line"_s), 4); // three lines and "… 47 more lines"
    QVERIFY(text.contains(u"47 more lines"_s));
    QVERIFY(text.contains(u"… 1 more "_s));
    QVERIFY(!text.contains(u"connection refused"_s));
}

void CompareTableTest::summary()
{
    const RunReport report = sampleReport().report();
    QCOMPARE(
        runSummary(report, ReportGrid(report)),
        u"4 cells: 1 passed, 1 failed, 1 error, 1 not evaluated · 1,240 → 32 + unknown tokens · $0.0021 + unknown · 1.2 s"_s);
}

void CompareTableTest::noCells()
{
    CapturedStream stream;
    QCOMPARE(tableOf({}, stream), QString());
}

QTEST_GUILESS_MAIN(CompareTableTest)
#include "tst_comparetable.moc"
