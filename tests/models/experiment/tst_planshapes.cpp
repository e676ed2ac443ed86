// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Plans whose cases have cells of their own, and parts of plans.

#include "tests/models/experiment/experimenttext.h"
#include "tests/support/plannedcells.h"

#include <QJsonObject>
#include <QTest>

#include <numeric>

using namespace Qt::StringLiterals;
using namespace Tempera;
using namespace Tempera::FileTesting;

class PlanShapesTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<TemplateEngine> m_templates;

    Result<Plan> planned(const QByteArray &text, const PlanOptions &options = {})
    {
        return Plan::of(mustRead(text).experiment, *m_templates, options);
    }
    /// "case.prompt.variant.repeat" of each cell.
    static QStringList places(const Plan &plan)
    {
        QStringList all;
        for (std::size_t i = 0; i < plan.size(); ++i) {
            const CellKey key = plan.key(i);
            all += u"%1.%2.%3.%4"_s.arg(key.caseIndex).arg(key.promptIndex).arg(key.variantIndex).arg(key.repeat);
        }
        return all;
    }
    static QList<int> casesOf(const Plan &plan)
    {
        QList<int> cases;
        for (std::size_t i = 0; i < plan.size(); ++i)
            cases += plan.key(i).caseIndex;
        return cases;
    }
    static QByteArray many(int count)
    {
        QByteArray text = "prompts: [x]\nproviders: [echo]\ntests:\n";
        for (int i = 0; i < count; ++i)
            text += "  - {vars: {n: " + QByteArray::number(i) + "}}\n";
        return text;
    }

private Q_SLOTS:
    void init() { m_templates = *TemplateEngine::create(); }

    void ownPromptsProvidersAndRepeats()
    {
        const auto plan = planned("prompts: [{raw: x, label: 'g:a'}, {raw: y, label: 'g:b'}, plain]\n"
                                  "providers: [{id: echo, label: one}, {id: echo, label: two}]\n"
                                  "tests:\n"
                                  "  - {vars: {n: 0}, prompts: [g], providers: [one]}\n"
                                  "  - {vars: {n: 1}, prompts: plain, options: {repeat: 2}}\n"
                                  "  - {vars: {n: 2}, prompts: nobody}\n"
                                  "  - {vars: {n: 3}, providers: [two]}\n");
        QVERIFY(plan.has_value());
        QCOMPARE(places(*plan), (QStringList{u"0.0.0.0"_s, u"0.1.0.0"_s, u"1.2.0.0"_s, u"1.2.1.0"_s, u"1.2.0.1"_s, u"1.2.1.1"_s,
                                             u"3.0.1.0"_s, u"3.1.1.0"_s, u"3.2.1.0"_s}));
        QCOMPARE(plan->cellsOfCase(), 0u);
    }

    void allAlikeStayArithmetic()
    {
        const auto plan = planned("prompts: [x, y]\nproviders: [echo]\ndefaultTest: {options: {repeat: 2}}\n"
                                  "tests: [{vars: {n: 0}}, {vars: {n: 1}}]\n");
        QCOMPARE(plan->size(), 8u);
        QCOMPARE(plan->cellsOfCase(), 4u);
    }

    void noCellIsLeft()
    {
        QCOMPARE(planned("prompts: [x]\nproviders: [echo]\ntests: [{prompts: [y]}]\n").error().kind, ErrorKind::Usage);
    }

    void racesNeedTheSameCells()
    {
        PlanOptions options;
        options.caseOrder = [](std::size_t count) {
            std::vector<std::size_t> order(count);
            std::iota(order.begin(), order.end(), 0);
            return order;
        };
        QVERIFY(planned(many(3), options).has_value());
        QVERIFY(!planned("prompts: [x]\nproviders: [echo]\ntests: [{vars: {n: 1}, options: {repeat: 2}}, {vars: {n: 2}}]\n",
                         options));
        QVERIFY(
            !planned("prompts: ['{{ _conversation }}']\nproviders: [echo]\ntests: [{vars: {n: 1}}, {vars: {n: 2}}]\n", options));
    }

    void partsOfTheCases()
    {
        PlanOptions options;
        options.firstCases = 2;
        options.caseRange = CaseRange{3, 8};
        QCOMPARE(casesOf(*planned(many(10), options)), (QList<int>{3, 4}));
        PlanOptions drawn;
        drawn.sampleCases = 4;
        drawn.sampleSeed = 7;
        const QList<int> sample = casesOf(*planned(many(100), drawn));
        QCOMPARE(sample.size(), 4);
        QVERIFY(std::ranges::is_sorted(sample));
        QCOMPARE(casesOf(*planned(many(100), drawn)), sample);
        drawn.sampleSeed = 8;
        QVERIFY(casesOf(*planned(many(100), drawn)) != sample);
    }

    void settingsOfAPrompt()
    {
        const auto plan =
            planned("prompts: [{raw: x, label: a, config: {temperature: 0.25, response_format: {type: json_object}}}, y]\n"
                    "providers: [{id: 'openai:chat:m', config: {temperature: 1, max_tokens: 5}}]\n");
        QVERIFY2(plan.has_value(), plan ? "" : qPrintable(plan.error().detail));
        const GenerationRequest own = plan->cell({0, 0, 0, 0}).request;
        QCOMPARE(own.sampling.temperature, 0.25);
        QCOMPARE(own.sampling.maxTokens, 5);
        QVERIFY(own.endpoint.body.value(u"response_format"_s).contains("json_object"));
        const GenerationRequest other = plan->cell({0, 1, 0, 0}).request;
        QCOMPARE(other.sampling.temperature, 1.0);
        QVERIFY(other.endpoint.body.isEmpty());
    }
};

QTEST_GUILESS_MAIN(PlanShapesTest)
#include "tst_planshapes.moc"
