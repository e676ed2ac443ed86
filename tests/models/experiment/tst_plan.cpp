// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/experimentedits.h"
#include "tests/support/plannedcells.h"

#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

Experiment small()
{
    Experiment experiment;
    experiment.prompts = {{u"first"_s, {{Role::User, u"Say {{ word }}"_s}}, {}},
                          {u"second"_s, {{Role::System, u"{{ word | upper }}"_s}, {Role::User, u"Go {{ lang }}"_s}}, {}}};
    Variant echo;
    echo.endpoint = endpointFromId(u"echo"_s);
    echo.sampling.seed = 5;
    Variant local;
    local.endpoint = endpointFromId(u"local:m"_s);
    local.promptLabels = {u"second"_s};
    local.form = PromptForm::Continuation;
    experiment.variants = {echo, local};
    experiment.defaultCase.variables = {{u"lang"_s, u"en"_s}};
    experiment.cases = {{u"a case"_s, {{u"word"_s, u"one"_s}}, {}, {}, {}},
                        {u"another"_s, {{u"word"_s, u"two"_s}, {u"lang"_s, u"de"_s}}, {}, {}, {}}};
    return experiment;
}

} // namespace

class PlanTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<TemplateEngine> m_templates;

    std::vector<Cell> plan(const Experiment &experiment, const PlanOptions &options = {})
    {
        auto cells = plannedCells(experiment, *m_templates, options);
        if (!cells)
            qFatal("%s", qPrintable(cells.error().detail));
        return *cells;
    }

private Q_SLOTS:
    /// A table of very many columns: what is gone through once for each of them would not end.
    void manyVariables()
    {
        constexpr int many = 300'000;
        Experiment experiment;
        experiment.defaultCase.variables = {{u"shared"_s, 1}, {u"v7"_s, u"of the default"_s}};
        Case aCase;
        for (int i = 0; i < many; ++i)
            aCase.variables.append({u"v"_s + QString::number(i), i});
        aCase.variables.append({u"v7"_s, u"the last counts"_s});
        const Variables all = effectiveVariables(experiment, aCase);
        QCOMPARE(all.size(), many + 1);
        QCOMPARE(all.at(1).value, QJsonValue(u"the last counts"_s));
        const QJsonObject json = variablesToJson(all);
        QCOMPARE(json.size(), many + 1);
        QCOMPARE(json.value("v299999"_L1).toInt(), many - 1);
    }

    void aPlanThatDoesNotFitIsRefused()
    {
        const auto &templates = m_templates;
        Experiment experiment;
        experiment.prompts = {Prompt{{}, {Message{Role::User, u"{{ i }}"_s}}, {}}};
        experiment.variants = {Variant{}};
        experiment.repeat = 1000;
        for (int i = 0; i < 10; ++i) {
            Case aCase;
            aCase.variables = {{u"i"_s, i}};
            experiment.cases += aCase;
        }
        PlanOptions options;
        options.memoryLimit = std::int64_t{100} << 20;
        QCOMPARE(plannedCells(experiment, *templates, options)->size(), 10'000u);
        options.memoryLimit = 500'000;
        QCOMPARE(plannedCells(experiment, *templates, options).error().kind, ErrorKind::Usage);
        options.caseIndexes = {0, 1, 2};
        QVERIFY(!plannedCells(experiment, *templates, options));
    }

    void initTestCase()
    {
        auto engine = TemplateEngine::create();
        QVERIFY(engine);
        m_templates = std::move(*engine);
    }

    void caseByCase()
    {
        const std::vector<Cell> cells = plan(small());
        QList<CellKey> keys;
        for (const Cell &cell : cells)
            keys.append(cell.request.key);
        QCOMPARE(keys, QList<CellKey>({{0, 0, 0, 0}, {0, 1, 0, 0}, {0, 1, 1, 0}, {1, 0, 0, 0}, {1, 1, 0, 0}, {1, 1, 1, 0}}));
        QCOMPARE(cells[0].request.messages, Messages({{Role::User, u"Say one"_s}}));
        QCOMPARE(cells[2].request.messages, Messages({{Role::System, u"ONE"_s}, {Role::User, u"Go en"_s}}));
        QCOMPARE(cells[5].request.messages[1].text, u"Go de"_s);
        QCOMPARE(cells[2].request.form, PromptForm::Continuation);
        QVERIFY(std::all_of(cells.begin(), cells.end(), [](const Cell &c) { return c.state == CellState::Planned; }));
    }

    /// What is a conversation only with its variables is one.
    void aChatThatIsOneOnlyAfterRendering()
    {
        Experiment experiment;
        experiment.prompts = {
            Prompt{{}, {Message{Role::User, u"{{ talk }}"_s}}, {}},
            Prompt{{}, {Message{Role::User, u"{% if true %}[{\"role\":\"user\",\"content\":\"hi\"}]{% endif %}"_s}}, {}},
            Prompt{{}, {Message{Role::User, u"Say: {{ talk }}"_s}}, {}}};
        Variant echo;
        echo.endpoint = endpointFromId(u"echo"_s);
        experiment.variants = {echo};
        Case talk;
        talk.variables = {{u"talk"_s, uR"([{"role": "system", "content": "Be terse."}, {"role": "user", "content": "Hi"}])"_s}};
        experiment.cases = {talk};
        const std::vector<Cell> cells = plan(experiment);
        QCOMPARE(cells[0].request.messages, Messages({{Role::System, u"Be terse."_s}, {Role::User, u"Hi"_s}}));
        QCOMPARE(cells[1].request.messages, Messages({{Role::User, u"hi"_s}}));
        QCOMPARE(cells[2].request.messages.size(), 1);
        QVERIFY(cells[2].request.messages[0].text.startsWith(u"Say: ["_s));
    }

    /// A list of parts with an image stays one; what a variable holds does not become one.
    void imageParts()
    {
        const QString template_ =
            uR"([{"type": "text", "text": "What is {{ what }}?"}, {"type": "image_url", "image_url": {"url": "{{ url }}"}}])"_s;
        Experiment experiment;
        experiment.prompts = {Prompt{{}, {Message{Role::System, u"Look."_s}, Message{Role::User, template_}}, {}},
                              Prompt{{}, {Message{Role::System, u"Look."_s}, Message{Role::User, u"{{ trap }}"_s}}, {}}};
        Variant remote;
        remote.endpoint = endpointFromId(u"openai:chat:m"_s);
        Variant local;
        local.endpoint = endpointFromId(u"local:m"_s);
        experiment.variants = {remote, local};
        Case aCase;
        aCase.variables = {{u"what"_s, u"th\"is"_s}, {u"url"_s, u"data:image/png;base64,AA=="_s}, {u"trap"_s, template_}};
        experiment.cases = {aCase};
        const std::vector<Cell> cells = plan(experiment);
        const Message seen = cells[0].request.messages[1];
        const ImagePart image{.mediaType = u"image/png"_s, .data = QByteArray(1, '\0'), .address = {}, .detail = {}};
        QCOMPARE(seen.parts, (MessageParts{TextPart{u"What is th\"is?"_s}, image}));
        QCOMPARE(seen.text, u"What is th\"is?"_s);
        QVERIFY(cells[0].request.messages[0].parts.isEmpty());
        QCOMPARE(cells[1].state, CellState::Failed);
        QVERIFY2(cells[1].error->detail.contains(u"text only"_s), qPrintable(cells[1].error->detail));
        QVERIFY(cells[2].request.messages[1].parts.isEmpty());
        QCOMPARE(cells[3].state, CellState::Planned);
    }

    /// A conversation that only a variable holds has its parts too.
    void partsOfAConversationInAVariable()
    {
        Experiment experiment;
        experiment.prompts = {Prompt{{}, {Message{Role::User, u"{{ conversation }}"_s}}, {}}};
        Variant remote;
        remote.endpoint = endpointFromId(u"openai:chat:m"_s);
        experiment.variants = {remote};
        Case aCase;
        aCase.variables = {{u"conversation"_s, uR"([{"role":"user","content":[{"type":"text","text":"What?"},
{"type":"image_url","image_url":{"url":"https:\/\/example.org\/a.png"}}]}])"_s}};
        experiment.cases = {aCase};
        const std::vector<Cell> cells = plan(experiment);
        QCOMPARE(
            cells[0].request.messages,
            Messages{messageOfParts(Role::User, {TextPart{u"What?"_s}, ImagePart{{}, {}, u"https://example.org/a.png"_s, {}}})});
    }

    void aPromptThatIsNoTemplateStopsTheWhole_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("line");
        QTest::newRow("variable") << u"one\ntwo {{ word"_s << 2;
        QTest::newRow("variable, and a good one before") << u"{{ word }} {{x"_s << 1;
        QTest::newRow("one brace") << u"{{ word }"_s << 1;
        QTest::newRow("tag") << u"{% if word"_s << 1;
        QTest::newRow("no condition") << u"{% if %}"_s << 1;
        QTest::newRow("block") << u"\n{% if word %}x"_s << 2;
        QTest::newRow("comment") << u"{# word"_s << 1;
        QTest::newRow("no expression") << u"{{ word + }}"_s << 1;
        QTest::newRow("in JSON") << u"{\"q\": \"{{ word\"}"_s << 1;
    }

    void aPromptThatIsNoTemplateStopsTheWhole()
    {
        QFETCH(QString, text);
        QFETCH(int, line);
        Experiment experiment = small();
        experiment.prompts[1].messages[1].text = text;
        const Result<std::vector<Cell>> cells = plannedCells(experiment, *m_templates, {});
        QVERIFY(!cells);
        QCOMPARE(cells.error().kind, ErrorKind::Template);
        QCOMPARE(cells.error().place, u"second"_s);
        QCOMPARE(cells.error().line, line);
        QVERIFY2(cells.error().detail.contains(u"{% raw %}"_s), qPrintable(cells.error().detail));
    }

    void bracesThatAreMeantStay()
    {
        Experiment experiment = small();
        experiment.prompts[0].messages[0].text = u"{% raw %}{{ open{% endraw %} } }} {"_s;
        QCOMPARE(plan(experiment)[0].request.messages, Messages({{Role::User, u"{{ open } }} {"_s}}));
        experiment = small();
        Edits::setVariable(experiment.cases[0], u"word"_s, u"if (a) {{ b"_s); // data may hold what it likes
        QCOMPARE(plan(experiment)[0].request.messages, Messages({{Role::User, u"Say if (a) {{ b"_s}}));
    }

    void repeatsHaveSeedsOfTheirOwn()
    {
        Experiment experiment = small();
        experiment.repeat = 3;
        const std::vector<Cell> cells = plan(experiment);
        QCOMPARE(cells.size(), std::size_t(18));
        QCOMPARE(cells[0].request.sampling.seed, 5u);
        QCOMPARE(cells[1].request.key.repeat, 1);
        QCOMPARE(cells[1].request.sampling.seed, 6u);
        PlanOptions once;
        once.repeat = 1;
        QCOMPARE(plan(experiment, once).size(), std::size_t(6));
    }

    void aVariableWithoutValueLeavesNothing()
    {
        Experiment experiment = small();
        experiment.cases[0].variables.clear();
        const std::vector<Cell> cells = plan(experiment);
        QCOMPARE(cells.size(), std::size_t(6));
        for (int i = 0; i < 3; ++i) {
            const Cell &cell = cells[static_cast<std::size_t>(i)];
            QCOMPARE(cell.state, CellState::Planned);
            QCOMPARE(cell.request.withoutValue, QStringList{u"word"_s});
        }
        QVERIFY(cells[3].request.withoutValue.isEmpty());
    }

    /// The file that a value is in may not be read.
    void aVariableThatIsNotReadFailsItsCellsOnly()
    {
        Experiment experiment = small();
        experiment.cases[0].variables = {{u"word"_s, QJsonValue(QJsonValue::Undefined)}};
        const std::vector<Cell> cells = plan(experiment);
        QCOMPARE(cells.size(), std::size_t(6));
        for (int i = 0; i < 3; ++i) {
            const Cell &cell = cells[static_cast<std::size_t>(i)];
            QCOMPARE(cell.state, CellState::Failed);
            QCOMPARE(cell.error->kind, ErrorKind::Template);
            QCOMPARE(cell.error->parameter, u"word"_s);
            QCOMPARE(cell.error->place, i == 0 ? u"first"_s : u"second"_s);
        }
        QCOMPARE(cells[3].state, CellState::Planned);
    }

    /// Numbers name cells, also where providers take some prompts only and cases are left out; nothing is rendered for that.
    void aPlanNamesItsCellsByNumber()
    {
        Experiment experiment = small();
        experiment.repeat = 3;
        experiment.cases += experiment.cases;
        PlanOptions options;
        options.filterPattern = u"^another$"_s;
        const Result<Plan> plan = Plan::of(experiment, *m_templates, options);
        QVERIFY(plan);
        QCOMPARE(plan->size(), std::size_t(2 * (2 + 1) * 3));
        QList<CellKey> expected;
        for (const int aCase : {1, 3}) {
            for (int repeat = 0; repeat < 3; ++repeat)
                expected += CellKey{aCase, 0, 0, repeat};
            for (int repeat = 0; repeat < 3; ++repeat)
                expected << CellKey{aCase, 1, 0, repeat} << CellKey{aCase, 1, 1, repeat};
        }
        for (std::size_t i = 0; i < plan->size(); ++i) {
            QCOMPARE(plan->key(i), expected.at(static_cast<qsizetype>(i)));
            const Cell cell = plan->cell(plan->key(i));
            QCOMPARE(cell.request.key, expected.at(static_cast<qsizetype>(i)));
            QVERIFY(cell.request.messages.isEmpty());
            QCOMPARE(cell.state, CellState::Planned);
        }
    }

    /// What would render for hours, or does not render at all, is planned like anything else.
    void planningRendersNothing()
    {
        Experiment experiment = small();
        experiment.prompts[0].messages[0].text =
            u"{% for i in range(100000) %}{% for j in range(100000) %}{% endfor %}{% endfor %}{{ nobody }}"_s;
        experiment.cases.resize(1);
        experiment.repeat = 1'000'000;
        const Result<Plan> plan = Plan::of(experiment, *m_templates, {});
        QVERIFY(plan);
        QCOMPARE(plan->size(), std::size_t(3'000'000));
        QCOMPARE(plan->key(2'999'999), (CellKey{0, 1, 1, 999'999}));
    }

    void aCopyOfAPlanIsThePlan()
    {
        Plan copy;
        QCOMPARE(copy.size(), std::size_t(0));
        {
            const Result<Plan> plan = Plan::of(small(), *m_templates, {});
            QVERIFY(plan);
            copy = *plan;
        }
        QCOMPARE(copy.size(), std::size_t(6));
        QCOMPARE(copy.key(5), (CellKey{1, 1, 1, 0}));
        QCOMPARE(copy.experiment().cases.size(), 2);
    }

    void filters()
    {
        PlanOptions options;
        options.filterPattern = u"^another$"_s;
        QCOMPARE(plan(small(), options).size(), std::size_t(3));
        options.filterPattern = u"t[w]o"_s;
        QCOMPARE(plan(small(), options)[0].request.key.caseIndex, 1);
        options.filterPattern = u"("_s;
        QCOMPARE(plannedCells(small(), *m_templates, options).error().kind, ErrorKind::Usage);
        options.filterPattern = u"nothing like it"_s;
        QCOMPARE(plannedCells(small(), *m_templates, options).error().kind, ErrorKind::Usage);
        options.filterPattern.clear();
        options.caseIndexes = {1, 9};
        QCOMPARE(plan(small(), options).size(), std::size_t(3));
    }

    void casesByMetadata()
    {
        Experiment experiment = small();
        experiment.cases.changeEach([](Case &each) {
            each.other.insert(u"metadata"_s, QJsonObject{{u"kind"_s, each.description == "another"_L1 ? u"b"_s : u"a"_s}});
        });
        PlanOptions options;
        options.metadata = {{u"kind"_s, u"b"_s}};
        QCOMPARE(plan(experiment, options).size(), std::size_t(3));
        QCOMPARE(plan(experiment, options)[0].request.key.caseIndex, 1);
        options.firstCases = 1; // of those that are left
        QCOMPARE(plan(experiment, options)[0].request.key.caseIndex, 1);
        options.metadata = {{u"kind"_s, u"c"_s}};
        QCOMPARE(plannedCells(experiment, *m_templates, options).error().kind, ErrorKind::Usage);
    }

    void casesInAnotherOrder()
    {
        Experiment experiment = small();
        experiment.cases += Case{u"a third"_s, {{u"word"_s, u"three"_s}}, {}, {}, {}};
        PlanOptions options;
        options.caseOrder = [](std::size_t count) {
            std::vector<std::size_t> order(count);
            for (std::size_t i = 0; i < count; ++i)
                order[i] = count - 1 - i;
            return order;
        };
        QList<int> cases;
        for (const Cell &cell : plan(experiment, options))
            cases += cell.request.key.caseIndex;
        QCOMPARE(cases, (QList<int>{2, 2, 2, 1, 1, 1, 0, 0, 0})); // each with all its cells
        options.caseIndexes = {0, 2};
        QCOMPARE(plan(experiment, options).front().request.key.caseIndex, 2);
        QCOMPARE(plan(experiment, options).back().request.key.caseIndex, 0);
        QCOMPARE(plan(experiment, options).size(), std::size_t(6));
    }

    void withoutCasesItRunsOnce()
    {
        Experiment experiment = small();
        experiment.cases.clear();
        experiment.defaultCase.variables.append({u"word"_s, u"w"_s});
        const std::vector<Cell> cells = plan(experiment);
        QCOMPARE(cells.size(), std::size_t(3));
        QCOMPARE(cells[0].request.key.caseIndex, 0);
        QCOMPARE(cells[0].request.messages[0].text, u"Say w"_s);
    }

    void nothingToRun()
    {
        Experiment experiment = small();
        experiment.prompts.clear();
        QCOMPARE(plannedCells(experiment, *m_templates, {}).error().kind, ErrorKind::Usage);
        experiment = small();
        experiment.variants.clear();
        QCOMPARE(plannedCells(experiment, *m_templates, {}).error().kind, ErrorKind::Usage);
        experiment = small();
        experiment.repeat = 2'000'000'000;
        QCOMPARE(plannedCells(experiment, *m_templates, {}).error().kind, ErrorKind::Usage);
    }

    void onlyLocalCellsAreTraced()
    {
        PlanOptions options;
        options.wantTrace = true;
        options.retry.maxRetries = 9;
        const std::vector<Cell> cells = plan(small(), options);
        QVERIFY(!cells[1].request.wantTrace);
        QVERIFY(cells[2].request.wantTrace);
        QCOMPARE(cells[0].request.retry.maxRetries, 9);
    }

    void theDeadlineOfTheOptionsGoesFirst()
    {
        Experiment experiment = small();
        QVERIFY(!plan(experiment)[0].request.timeouts.total);
        experiment.deadline = std::chrono::seconds(5);
        QCOMPARE(plan(experiment)[0].request.timeouts.total, std::chrono::seconds(5));
        PlanOptions options;
        options.deadline = std::chrono::seconds(0);
        QCOMPARE(plan(experiment, options)[0].request.timeouts.total, std::chrono::seconds(0));
    }

    void strictIsForLocalCells()
    {
        Experiment experiment = small();
        QVERIFY(!plan(experiment)[2].request.strict);
        PlanOptions options;
        options.strict = true;
        QVERIFY(plan(experiment, options)[2].request.strict);
        QVERIFY(!plan(experiment, options)[0].request.strict);
        experiment.variants[0].strict = true;
        experiment.variants[1].strict = true;
        QVERIFY(plan(experiment)[2].request.strict);
        QVERIFY(!plan(experiment)[0].request.strict);
    }

    void tracesOfServers_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("base"); // empty: the id's own
        QTest::addColumn<QJsonValue>("logprobs");
        QTest::addColumn<bool>("asked");
        const QJsonValue unset(QJsonValue::Undefined);
        QTest::newRow("own server") << u"llama:m"_s << QString() << unset << true;
        QTest::newRow("own server, refused") << u"llama:m"_s << QString() << QJsonValue(false) << false;
        QTest::newRow("in the house") << u"openai:chat:m"_s << u"http://192.168.7.2:8000/v1"_s << unset << true;
        QTest::newRow("by name") << u"openai:chat:m"_s << u"http://gpubox:8000/v1"_s << unset << true;
        QTest::newRow("private range") << u"openai:chat:m"_s << u"http://172.20.0.5/v1"_s << unset << true;
        QTest::newRow("public range") << u"openai:chat:m"_s << u"http://172.40.0.5/v1"_s << unset << false;
        QTest::newRow("looks private") << u"openai:chat:m"_s << u"https://10.example.com/v1"_s << unset << false;
        QTest::newRow("responses") << u"openai:responses:m"_s << u"http://172.20.0.5/v1"_s << unset << false;
        QTest::newRow("responses, asked") << u"openai:responses:m"_s << u"http://172.20.0.5/v1"_s << QJsonValue(true) << true;
        QTest::newRow("hosted") << u"openai:chat:gpt-4o-mini"_s << QString() << unset << false;
        QTest::newRow("hosted, asked") << u"openai:chat:gpt-4o-mini"_s << QString() << QJsonValue(true) << true;
        QTest::newRow("echo") << u"echo"_s << QString() << QJsonValue(true) << false;
    }

    void tracesOfServers()
    {
        QFETCH(QString, id);
        QFETCH(QString, base);
        QFETCH(QJsonValue, logprobs);
        QFETCH(bool, asked);
        Experiment experiment;
        experiment.prompts = {{{}, {{Role::User, u"x"_s}}, {}}};
        Variant variant;
        variant.endpoint = endpointFromId(id);
        if (!base.isEmpty())
            variant.endpoint.baseUrl = QUrl(base);
        if (!logprobs.isUndefined())
            variant.config.insert(u"logprobs"_s, logprobs);
        experiment.variants = {variant};
        PlanOptions options;
        QVERIFY(!plan(experiment, options).front().request.wantTrace);
        options.wantTrace = true;
        QCOMPARE(plan(experiment, options).front().request.wantTrace, asked);
    }
};

QTEST_GUILESS_MAIN(PlanTest)
#include "tst_plan.moc"
