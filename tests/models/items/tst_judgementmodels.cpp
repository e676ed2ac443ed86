// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/memoryrunstore.h"
#include "models/items/experimentedits.h"
#include "models/items/gridmodel.h"
#include "models/items/judgedpairsmodel.h"
#include "models/items/peoplestudy.h"
#include "models/items/ratingtext.h"
#include "models/judging/runjudgements.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakeengine.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

constexpr auto strict = QAbstractItemModelTester::FailureReportingMode::QtTest;

/// Two variants over so many cases, which expect "yes".
Experiment judgedExperiment(int cases)
{
    Experiment experiment = Edits::blank(endpointFromId(u"local:mini"_s));
    experiment.prompts[0].messages[0].text = u"Say {{ word }}"_s;
    experiment.variants[0].label = u"one"_s;
    experiment.variants += experiment.variants.first();
    experiment.variants[1].label = u"<b>two</b>"_s;
    experiment.cases.clear();
    for (int i = 0; i < cases; ++i) {
        Case row;
        row.description = u"case %1"_s.arg(i + 1);
        Edits::setVariable(row, u"word"_s, QString::number(i));
        CheckSpec spec;
        spec.type = u"contains"_s;
        spec.value = u"yes"_s;
        row.checks += spec;
        experiment.cases += row;
    }
    experiment.maxConcurrency = 1000;
    return experiment;
}

/// A run that is over: every third case fails with both variants.
struct JudgedRun {
    explicit JudgedRun(int cases, std::size_t bodyMemory = std::size_t{1} << 20)
    {
        RunOptions options;
        options.bodyMemory = bodyMemory;
        if (!session.run(judgedExperiment(cases), options))
            qFatal("it was not run");
        int next = 0;
        const bool over = QTest::qWaitFor([&] {
            for (; next < engine.count(); ++next)
                engine.answer(next, engine.at(next).request.key.caseIndex % 3 == 0 ? u"no"_s : u"yes"_s);
            return next > 0 && !session.isRunning();
        });
        if (!over)
            qFatal("it does not end");
    }

    /// Of a variant's answer to a case.
    void rate(int caseIndex, int variant, const Rating &rating)
    {
        session.judgements().rate({session.runId(), {caseIndex, 0, variant, 0}}, rating);
    }

    FakeEngine engine;
    FakeClock clock;
    MemoryRunStore store{clock};
    const Catalog catalog;
    Session session{{&engine, &store, &clock, &catalog, [](const QString &) -> Result<QString> { return u"/m.gguf"_s; }}};
};

QString lineWith(const QStringList &lines, const QString &part)
{
    const auto found = std::ranges::find_if(lines, [&part](const QString &line) { return line.contains(part); });
    return found == lines.end() ? QString() : *found;
}

} // namespace

class TestJudgementModels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale::c()); }

    void ratingsAreShownInTheGrid()
    {
        JudgedRun f(3);
        GridModel model(f.session);
        const QAbstractItemModelTester tester(&model, strict);
        QTRY_COMPARE(model.rowCount(), 3);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        f.rate(1, 1, {.thumb = Thumb::Down, .score = 0.25, .comment = u"a\nb"_s, .tags = {u"x"_s}});
        QVERIFY(changed.count() > 0);
        QCOMPARE(model.index(1, 1).data(GridModel::RatingRole).toString(), u"☟ 0.25"_s);
        QVERIFY(model.index(1, 1).data(GridModel::FiguresRole).toString().contains(u"☟ 0.25 · #x · a"_s));
        QVERIFY(model.index(1, 0).data(GridModel::RatingRole).toString().isEmpty());
        QCOMPARE(model.names().tags, QStringList{u"x"_s});
        model.setFilter(*parseFilter(u"tag:x"_s));
        QTRY_COMPARE(model.rowCount(), 1);
        f.session.judgements().undo(); // the filter is applied again
        QTRY_COMPARE(model.rowCount(), 0);
        QCOMPARE(ratingSign({.comment = u"only words"_s}), u"✎"_s);
        QVERIFY(ratingSign({}).isEmpty());
    }

    void pairsAreListed()
    {
        JudgedRun f(3);
        JudgedPairsModel model(f.session);
        const QAbstractItemModelTester tester(&model, strict);
        QCOMPARE(model.rowCount(), 0);
        model.show({{{2, 0, 0, 0}, {2, 0, 1, 0}, Preference::Second, true, true, 1},
                    {{0, 0, 0, 0}, {0, 0, 1, 0}, Preference::Tie, false, false, 2},
                    {{1, 0, 0, 0}, {1, 0, 1, 0}, Preference::First, true, true, 3}});
        QCOMPARE(model.rowCount(), 3);
        const auto text = [&model](int row, int column) { return model.index(row, column).data().toString(); };
        QCOMPARE(text(0, JudgedPairsModel::CaseColumn), u"case 3"_s);
        QCOMPARE(text(0, JudgedPairsModel::PreferredColumn), u"<b>two</b>"_s);
        QCOMPARE(text(0, JudgedPairsModel::RemarkColumn), u"stood left"_s);
        QCOMPARE(text(1, JudgedPairsModel::PreferredColumn), u"Neither"_s);
        QVERIFY(text(1, JudgedPairsModel::RemarkColumn).contains(u"nobody was asked"_s));
        QCOMPARE(text(2, JudgedPairsModel::PreferredColumn), u"one"_s);
        QCOMPARE(text(2, JudgedPairsModel::RemarkColumn), u"stood right"_s);
        QCOMPARE(model.headerData(0, Qt::Horizontal).toString(), u"Case"_s);
    }

    void nobodyRatedAnything()
    {
        JudgedRun f(3);
        PeopleStudy study(f.session);
        QSignalSpy finished(&study, &PeopleStudy::finished);
        study.start();
        QCOMPARE(finished.count(), 1);
        QVERIFY(study.sentences().isEmpty());
    }

    /// People agree with the check in 10 of 12 rated answers; memory holds few of them, so that the ledger is asked.
    void peopleAreComparedWithTheChecks()
    {
        JudgedRun f(30, 2000);
        for (int i = 0; i < 12; ++i) {
            const bool passed = i % 3 != 0;
            const bool isGood = i < 2 ? !passed : passed;
            f.rate(i, 0, {.thumb = isGood ? Thumb::Up : Thumb::Down});
        }
        f.rate(12, 0, {.comment = u"says neither good nor bad"_s});
        PeopleStudy study(f.session);
        QSignalSpy finished(&study, &PeopleStudy::finished);
        study.start();
        QTRY_COMPARE(finished.count(), 1);
        QCOMPARE(study.rated(), 12);
        const QStringList lines = study.sentences();
        const QString check = lineWith(lines, u"Check contains"_s);
        QVERIFY2(check.startsWith(u"Check contains agrees with people in 83 % of 12 answers; κ "_s),
                 qPrintable(lines.join(u'\n')));
        QVERIFY(!lineWith(lines, u"All checks together"_s).isEmpty());
        const QString corrected = lineWith(lines, u"PPI++"_s);
        QVERIFY2(corrected.startsWith(u"one: checks alone 66.7 %; people 66.7 % of 12 cases"_s), qPrintable(corrected));
    }

    /// Ratings are scores like those of checks.
    void columnsAreComparedByRatings()
    {
        JudgedRun f(20);
        for (int i = 0; i < 20; ++i) {
            f.rate(i, 0, {.thumb = i < 2 ? Thumb::Up : Thumb::Down});
            f.rate(i, 1, {.thumb = Thumb::Up});
        }
        PeopleStudy study(f.session);
        QSignalSpy finished(&study, &PeopleStudy::finished);
        study.start();
        QTRY_COMPARE(finished.count(), 1);
        const QString line = lineWith(study.sentences(), u"By people's ratings"_s);
        QVERIFY2(line.startsWith(u"By people's ratings <b>two</b> better in 18, worse in 0 of 20 cases"_s), qPrintable(line));
        QVERIFY(line.endsWith(u"<b>two</b> is better"_s));
    }
};

QTEST_GUILESS_MAIN(TestJudgementModels)
#include "tst_judgementmodels.moc"
