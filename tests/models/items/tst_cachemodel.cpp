// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/cachemodel.h"

#include "models/items/cachetext.h"
#include "tests/support/fakecachebrowser.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace Tempera {

class CacheModelTest : public QObject
{
    Q_OBJECT

    static QString cell(const CacheModel &model, int row, int column) { return model.index(row, column).data().toString(); }

private Q_SLOTS:
    void keptAnswersAreListed()
    {
        FakeCacheBrowser cache;
        cache.answers = FakeCacheBrowser::two();
        CacheModel model(cache);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy loaded(&model, &CacheModel::loaded);
        model.reload();
        QVERIFY(loaded.wait());
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(cell(model, 0, CacheModel::Model), u"gpt-4o-mini"_s);
        QCOMPARE(cell(model, 0, CacheModel::Prompt), u"Name the capital of France"_s);
        QCOMPARE(cell(model, 0, CacheModel::Tokens), u"1,200 in, 5 out"_s);
        QCOMPARE(cell(model, 1, CacheModel::Tokens), u"? in, ? out"_s);
        QCOMPARE(cell(model, 0, CacheModel::Hits), u"3"_s);
        QCOMPARE(cell(model, 0, CacheModel::Saved), Money::fromNano(60'000'000).text());
        QCOMPARE(cell(model, 1, CacheModel::Saved), u"unknown"_s); // not $0
        QVERIFY(model.index(0, 0).data(Qt::ToolTipRole).toString().contains(u"api.openai.com"_s));
        QCOMPARE(model.totals().answers, 2);
        QCOMPARE(model.totals().bytes, 2'500);
        QCOMPARE(model.totals().unknownHits, 1);
    }

    void searchedRemovedAndCleared()
    {
        FakeCacheBrowser cache;
        cache.answers = FakeCacheBrowser::two();
        CacheModel model(cache);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setSearch(u"WHALE"_s);
        QTRY_COMPARE(model.rowCount(), 1);
        QCOMPARE(cell(model, 0, CacheModel::Model), u"whale-1"_s);
        QCOMPARE(model.totals().answers, 2); // of all
        model.remove({0, 7});
        QTRY_COMPARE(model.rowCount(), 0);
        QCOMPARE(cache.answers.size(), 1);
        QCOMPARE(cache.answers.at(0).model, u"gpt-4o-mini"_s);
        model.clear(); // all, whatever is searched for
        QTRY_VERIFY(cache.answers.isEmpty());
        QVERIFY(cache.cleared && !cache.cleared->isValid());
        QTRY_COMPARE(model.totals().answers, 0);
    }

    void faultsAreTold()
    {
        FakeCacheBrowser cache;
        cache.fault = failure(ErrorKind::Storage, u"locked"_s).error();
        CacheModel model(cache);
        QSignalSpy failed(&model, &CacheModel::failed);
        model.reload();
        QVERIFY(failed.wait());
        QCOMPARE(failed.at(0).at(0).value<Error>().detail, u"locked"_s);
    }

    void sumsInWords()
    {
        CacheTotals totals{.answers = 3, .bytes = 12'300, .hits = 1, .saved = Money::fromNano(30'000'000), .unknownHits = 0};
        QCOMPARE(CacheText::totals(totals), u"3 responses, 12.3 kB. Used again 1 time, $0.030 saved."_s);
        totals.unknownHits = 1;
        QVERIFY(CacheText::totals(totals).contains(u"≥ $0.030"_s));
        totals.saved = Money();
        QVERIFY(CacheText::totals(totals).contains(u"unknown saved"_s));
        RunTotals run;
        QVERIFY(CacheText::ofRun(run).isEmpty());
        run.fromCache = 12;
        run.saved = Money::fromNano(30'000'000);
        QCOMPARE(CacheText::ofRun(run), u"12 from the cache, $0.030 saved"_s);
    }
};

} // namespace Tempera

QTEST_GUILESS_MAIN(Tempera::CacheModelTest)
#include "tst_cachemodel.moc"
