// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/charts/confusion.h"
#include "models/compare/filtermatching.h"
#include "models/experiment/labelset.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

/// A case that expects a label, and an answer to it.
struct LabelledAnswer {
    QString expected;
    QString answer;
};

class LabelledSubject final : public FilterSubject
{
public:
    explicit LabelledSubject(const LabelledAnswer &about) : m_about(about)
    {
        m_cell.state = CellState::Done;
        m_cell.hasText = !about.answer.isEmpty();
        m_body.text = about.answer;
    }
    const CellSummary &summary() const override { return m_cell; }
    const CellSummary *baseline() const override { return nullptr; }
    QString name(FilterField) const override { return u"mini"_s; }
    bool disagrees() const override { return false; }
    bool isOutdated() const override { return false; }
    const Cell *body() const override { return &m_body; }
    const Cell *baselineBody() const override { return nullptr; }
    QStringList expected() const override { return {m_about.expected}; }

private:
    LabelledAnswer m_about;
    CellSummary m_cell;
    Cell m_body;
};

Experiment experimentOfLabels(const QStringList &labels)
{
    Experiment experiment;
    experiment.prompts.resize(1);
    Variant variant;
    variant.label = u"mini"_s;
    experiment.variants += variant;
    for (const QString &label : labels) {
        Case aCase;
        CheckSpec check;
        check.type = u"equals"_s;
        check.value = label;
        aCase.checks += check;
        experiment.cases += aCase;
    }
    return experiment;
}

bool isNear(double a, double b)
{
    return std::abs(a - b) < 5e-4;
}

} // namespace

class TestConfusion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void labelsAreFoundInAnswers_data()
    {
        QTest::addColumn<QStringList>("labels");
        QTest::addColumn<QString>("answer");
        QTest::addColumn<QString>("found");
        const QStringList moods{u"positive"_s, u"very positive"_s, u"negative"_s, u"n/a"_s, u"C++"_s};
        QTest::newRow("alone") << moods << u"positive"_s << u"positive"_s;
        QTest::newRow("in a sentence") << moods << u"The mood is **Positive**."_s << u"positive"_s;
        QTest::newRow("JSON") << moods << u"{\"label\": \"negative\"}"_s << u"negative"_s;
        QTest::newRow("the longer one") << moods << u"It is very positive!"_s << u"very positive"_s;
        QTest::newRow("both") << moods << u"very positive, or just positive"_s << QString();
        QTest::newRow("a part of a word") << moods << u"positively"_s << QString();
        QTest::newRow("none") << moods << u"I cannot say."_s << QString();
        QTest::newRow("nothing") << moods << QString() << QString();
        QTest::newRow("signs") << moods << u"Answer: N/A"_s << u"n/a"_s;
        QTest::newRow("more signs") << moods << u"c++ of course"_s << u"C++"_s;
        QTest::newRow("several") << moods << u"positive and negative"_s << QString();
        const QStringList chinese{u"正面"_s, u"负面"_s};
        QTest::newRow("no spaces") << chinese << u"这是正面的"_s << u"正面"_s;
        QTest::newRow("no spaces, both") << chinese << u"正面还是负面"_s << QString();
        QTest::newRow("umlauts") << QStringList{u"schön"_s, u"unschön"_s} << u"UNSCHÖN"_s << u"unschön"_s;
    }

    void labelsAreFoundInAnswers()
    {
        QFETCH(const QStringList, labels);
        QFETCH(const QString, answer);
        QFETCH(const QString, found);
        const AnswerLabels reader(labels);
        QCOMPARE(reader.labelOf(answer), static_cast<int>(labels.indexOf(found)));
        // And a filter of the grid finds the same.
        for (int label = AnswerLabels::Unclear; label < labels.size(); ++label) {
            const auto filter = parseFilter(reader.filter(label));
            QVERIFY2(filter.has_value(), qPrintable(reader.filter(label)));
            FilterTrouble trouble;
            const FilterMatch match = filterMatch(*filter->root, LabelledSubject({QString(), answer}), trouble);
            QCOMPARE(match == FilterMatch::Yes, label == reader.labelOf(answer));
        }
    }

    void figuresAreTheBooks()
    {
        // Cats: 6 right, 2 given as dogs, 2 unclear; dogs: 7 right, 1 given as a cat.
        Confusion confusion(2);
        confusion.counts = {{6, 2}, {1, 7}};
        confusion.unclear = {2, 0};
        const ConfusionFigures figures = confusionFigures(confusion);
        QCOMPARE(confusion.all(), 18);
        QCOMPARE(confusion.correct(), 13);
        QVERIFY(isNear(figures.micro->value, 13.0 / 18));
        QVERIFY(isNear(figures.micro->interval.low, 0.4913) && isNear(figures.micro->interval.high, 0.8750)); // Wilson
        QVERIFY(isNear(figures.labels[0].precision->value, 6.0 / 7));
        QVERIFY(isNear(figures.labels[0].recall->value, 6.0 / 10)); // unclear ones are misses
        QVERIFY(isNear(figures.labels[0].f1->value, 12.0 / 17));
        QVERIFY(isNear(figures.labels[1].recall->value, 7.0 / 8));
        QVERIFY(isNear(figures.macro.precision->value, (6.0 / 7 + 7.0 / 9) / 2));
        QVERIFY(isNear(figures.macro.recall->value, (6.0 / 8 + 7.0 / 8) / 2)); // without them
        QVERIFY(!confusionFigures(Confusion(2)).micro);
    }

    void expectedLabelsComeFromTheChecks()
    {
        const ConfusionLabels labels = confusionLabels(experimentOfLabels({u"yes"_s, u"no"_s, u"Yes"_s, u"no"_s}));
        QCOMPARE(labels.labels.labels(), (QStringList{u"yes"_s, u"no"_s}));
        QCOMPARE(labels.ofCase, (std::vector<int>{0, 1, 0, 1}));
        QVERIFY(!labels.hasSeveral);
        QVERIFY(confusionLabels(experimentOfLabels({})).labels.labels().isEmpty());
    }

    void eachFieldLeavesItsCells()
    {
        const Experiment experiment = experimentOfLabels({u"very good"_s, u"good"_s, u"bad"_s});
        const ConfusionLabels labels = confusionLabels(experiment);
        const QStringList names = labels.labels.labels();
        QCOMPARE(names.size(), 3);
        const ChartColumn column = chartColumns(experiment, {{0, 0}}).front();
        const QList<LabelledAnswer> answers{{u"good"_s, u"good"_s},       {u"good"_s, u"It is very good"_s},
                                            {u"bad"_s, u"good or bad"_s}, {u"Bad"_s, u"bad."_s},
                                            {u"bad"_s, QString()},        {u"very good"_s, u"Bad!"_s}};
        Confusion confusion(3);
        for (const LabelledAnswer &each : answers) {
            const auto expected = static_cast<std::size_t>(names.indexOf(each.expected, 0, Qt::CaseInsensitive));
            const int given = labels.labels.labelOf(each.answer);
            ++(given < 0 ? confusion.unclear[expected] : confusion.counts[expected][static_cast<std::size_t>(given)]);
        }
        QCOMPARE(confusion.all(), 6);
        const auto left = [&](const ConfusionField &field) {
            const auto filter = parseFilter(confusionFilter(labels, column, field));
            FilterTrouble trouble;
            int count = 0;
            for (const LabelledAnswer &each : answers)
                count += filter && filterMatch(*filter->root, LabelledSubject(each), trouble) == FilterMatch::Yes ? 1 : 0;
            return filter ? count : -1;
        };
        using Given = ConfusionField::Given;
        for (int row = 0; row < 3; ++row) {
            for (int label = 0; label < 3; ++label)
                QCOMPARE(left({row, Given::Label, label}),
                         confusion.counts[static_cast<std::size_t>(row)][static_cast<std::size_t>(label)]);
            QCOMPARE(left({row, Given::Unclear, -1}), confusion.unclear[static_cast<std::size_t>(row)]);
        }
        QCOMPARE(left({static_cast<int>(names.indexOf(u"bad"_s)), Given::Any, -1}), 3);
        QCOMPARE(left({-1, Given::Label, static_cast<int>(names.indexOf(u"bad"_s))}), 2);
    }

    void manyLabelsHaveNoFilterThatIsTooLong()
    {
        QStringList labels;
        for (int i = 0; i < 24; ++i)
            labels += u"a label of forty letters, number %1"_s.arg(i);
        const AnswerLabels reader(labels);
        QCOMPARE(reader.labelOf(u"It is A label of forty letters, number 7."_s), 7);
        QVERIFY(reader.filter(AnswerLabels::Unclear).isEmpty());
        QVERIFY(reader.filter(7).size() <= longestFilter);
    }
};

QTEST_GUILESS_MAIN(TestConfusion)
#include "tst_confusion.moc"
