// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/report/reportformat.h"
#include "models/report/reportjob.h"

#include "tests/support/samplereport.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

/// Bodies come from here only, and it is seen how many at once.
class PagedStore final : public RunStore
{
public:
    explicit PagedStore(const std::vector<Cell> &cells) : m_cells(cells) { }

    void beginRun(const RunRecord &) override { }
    void saveCell(const QUuid &, const Cell &) override { }
    void saveBranch(const QUuid &, const Branch &) override { }
    void finishRun(const QUuid &, RunState, const QDateTime &) override { }
    void listRuns(int, QObject *, std::function<void(Result<QList<RunSummary>>)>) override { }
    void loadPage(const QUuid &, const RunPage &, QObject *, std::function<void(Result<StoredRun>)>) override { }
    void saveRating(const QUuid &, const CellKey &, const Rating &) override { }
    void savePair(const QUuid &, const JudgedPair &) override { }
    void removePair(const QUuid &, const JudgedPair &) override { }
    void loadJudgements(const QUuid &, QObject *, std::function<void(Result<Judgements>)>) override { }
    void totalsSince(const QDateTime &, QObject *, std::function<void(Result<LedgerTotals>)>) override { }
    void flush(QObject *, std::function<void(Result<void>)>) override { }
    void loadCells(const QUuid &, const QList<CellKey> &keys, QObject *guard,
                   std::function<void(Result<std::vector<Cell>>)> callback) override
    {
        largestPage = std::max(largestPage, keys.size());
        Result<std::vector<Cell>> found;
        for (const CellKey &key : keys) {
            for (const Cell &cell : m_cells) {
                if (cell.request.key == key && key != lost)
                    found->push_back(cell);
            }
        }
        if (fault)
            found = std::unexpected(*fault);
        QMetaObject::invokeMethod(
            guard, [callback = std::move(callback), found = std::move(found)] { callback(found); }, Qt::QueuedConnection);
    }

    std::optional<CellKey> lost;
    std::optional<Error> fault;
    qsizetype largestPage = 0;

private:
    const std::vector<Cell> &m_cells;
};

WholeReport longReport(int rows)
{
    WholeReport report = sampleReport();
    const Cell cell = report.cells.front();
    report.cells.clear();
    for (int i = 0; i < rows; ++i) {
        report.cells.push_back(cell);
        report.cells.back().request.key = {i, 0, i % 2, 0};
        report.cells.back().text = u"answer %1"_s.arg(i);
    }
    return report;
}

} // namespace

class ReportJobTest : public QObject
{
    Q_OBJECT

    static QByteArray streamed(const WholeReport &whole, PagedStore &store, ReportFormat format,
                               std::optional<Error> *error = nullptr)
    {
        const RunReport report = whole.report();
        const ReportGrid grid(report);
        ReportCells cells(report, store,
                          [&report](int index) { return outlineOf((*report.cells)[static_cast<std::size_t>(index)]); });
        QByteArray text;
        ReportJob job(grid, cells, reportWriter(report, grid, format, [&text](QByteArrayView piece) { text += piece; }));
        QSignalSpy finished(&job, &ReportJob::finished);
        job.start();
        if (!QTest::qWaitFor([&finished] { return finished.size() == 1; }, 60'000))
            qFatal("the report did not end");
        if (error)
            *error = cells.error();
        return text;
    }

private Q_SLOTS:
    void eachFormatIsTheSameAsAtOnce_data()
    {
        QTest::addColumn<ReportFormat>("format");
        QTest::newRow("JSON") << ReportFormat::Json;
        QTest::newRow("JSON Lines") << ReportFormat::JsonLines;
        QTest::newRow("CSV") << ReportFormat::Csv;
        QTest::newRow("HTML") << ReportFormat::Html;
        QTest::newRow("Markdown") << ReportFormat::Markdown;
        QTest::newRow("JUnit") << ReportFormat::JUnit;
    }

    void eachFormatIsTheSameAsAtOnce()
    {
        QFETCH(ReportFormat, format);
        for (const WholeReport &whole : {sampleReport(), longReport(700), longReport(0)}) {
            QByteArray atOnce;
            writeWhole(whole, format, [&atOnce](QByteArrayView piece) { atOnce += piece; });
            PagedStore store(whole.cells);
            QCOMPARE(streamed(whole, store, format), atOnce);
            QVERIFY2(store.largestPage <= 200, QByteArray::number(store.largestPage));
        }
    }

    /// What the ledger has not got is still a line.
    void aLostCellIsALineOfItsOwn()
    {
        const WholeReport whole = longReport(300);
        PagedStore store(whole.cells);
        store.lost = CellKey{150, 0, 0, 0};
        const QByteArray text = streamed(whole, store, ReportFormat::JsonLines);
        QCOMPARE(text.count('\n'), 300);
        QVERIFY(!text.contains("answer 150\""));
        QVERIFY(text.contains("answer 151\""));
    }

    void aFaultOfTheLedgerIsTold()
    {
        const WholeReport whole = longReport(3);
        PagedStore store(whole.cells);
        store.fault = failure(ErrorKind::Storage, u"broken"_s).error();
        std::optional<Error> error;
        QCOMPARE(streamed(whole, store, ReportFormat::JsonLines, &error).count('\n'), 3);
        QCOMPARE(error, store.fault);
    }
};

QTEST_GUILESS_MAIN(ReportJobTest)
#include "tst_reportjob.moc"
