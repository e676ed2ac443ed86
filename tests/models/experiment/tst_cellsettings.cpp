// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Settings of prompts and tests, and the files that settings name.

#include "tests/models/experiment/experimenttext.h"
#include "tests/support/plannedcells.h"

#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;
using namespace Tempera::FileTesting;

class CellSettingsTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<TemplateEngine> m_templates;
    MemoryFiles m_files;

    Plan planned(const QByteArray &text)
    {
        const Result<Plan> plan = Plan::of(mustRead(text, m_files).experiment, *m_templates, {});
        if (!plan)
            qFatal("%s", qPrintable(plan.error().detail));
        return *plan;
    }
    static QByteArray sent(const Plan &plan, const CellKey &key, const QString &name)
    {
        return plan.cell(key).request.endpoint.body.value(name);
    }
    static QStringList told(const LoadedExperiment &loaded)
    {
        QStringList warnings;
        for (const Error &warning : loaded.warnings)
            warnings += warning.detail;
        return warnings;
    }

private Q_SLOTS:
    void init()
    {
        m_templates = *TemplateEngine::create();
        m_files.files = {{u"dir/tools.yaml"_s,
                          "- {type: function, function: {name: f, parameters: {type: object, properties: {z: {}, a: {}}}}}\n"},
                         {u"dir/format.json"_s,
                          "{\"type\": \"json_schema\", \"json_schema\": {\"name\": \"n\", \"schema\": \"file://schema.json\"}}"},
                         {u"dir/schema.json"_s, "{\"type\": \"object\", \"properties\": {\"z\": {}, \"a\": {}}}"},
                         {u"dir/round.yaml"_s, "{type: json_schema, schema: 'file://round.yaml'}"}};
    }

    /// What is asked is what stands in the files, in their order; the file keeps its words.
    void filesOfAProvider()
    {
        const Plan plan = planned("prompts: [x]\nproviders:\n  - id: openai:chat:m\n    config:\n      tools: file://tools.yaml\n"
                                  "      response_format: file://format.json\n");
        QCOMPARE(
            sent(plan, {}, u"tools"_s).simplified().replace(" ", ""),
            "[{\"type\":\"function\",\"function\":{\"name\":\"f\",\"parameters\":{\"type\":\"object\",\"properties\":{\"z\":{},\"a\":{}}}}}]"_ba);
        const QByteArray format = sent(plan, {}, u"response_format"_s);
        QVERIFY2(format.contains("\"schema\"") && format.indexOf("\"z\"") < format.indexOf("\"a\""), format.constData());
        QCOMPARE(plan.experiment().variants.at(0).config.value("tools"_L1).toString(), u"file://tools.yaml"_s);
    }

    void filesInAList()
    {
        const Plan plan =
            planned("prompts: [x]\nproviders: [{id: openai:chat:m, config: {tools: [file://tools.yaml, {type: web_search}]}}]\n");
        QCOMPARE(QByteArray(sent(plan, {}, u"tools"_s)).count("\"type\": \"function\"")
                     + sent(plan, {}, u"tools"_s).count("\"type\":\"function\""),
                 1);
        QVERIFY(sent(plan, {}, u"tools"_s).trimmed().startsWith('[') && sent(plan, {}, u"tools"_s).contains("web_search"));
        QVERIFY(!sent(plan, {}, u"tools"_s).contains("[["));
    }

    void filesThatGiveNothing()
    {
        const auto loaded = mustRead(
            "prompts: [x]\nproviders: [{id: openai:chat:m, config: {tools: 'file://tools.js:all', user: u}}]\n", m_files);
        QVERIFY(!loaded.experiment.variants.at(0).endpoint.body.contains(u"tools"_s));
        QCOMPARE(loaded.experiment.variants.at(0).endpoint.body.value(u"user"_s), "\"u\""_ba);
        QVERIFY2(told(loaded).join(u' ').contains("file://tools.js:all is not sent"_L1), qPrintable(told(loaded).join(u'\n')));
        for (const char *name : {"missing.yaml", "round.yaml"}) {
            const auto broken = read(
                "prompts: [x]\nproviders: [{id: openai:chat:m, config: {response_format: 'file://"_ba + name + "'}}]\n", m_files);
            QVERIFY2(!broken, name);
        }
    }

    /// promptfoo 0.123.1: the test counts most, then the prompt, then the provider.
    void settingsOfATest()
    {
        const Plan plan =
            planned("prompts: [{raw: x, label: a, config: {temperature: 0.25, user: prompt}}, y]\n"
                    "providers: [{id: 'openai:chat:m', config: {temperature: 1, max_tokens: 5, user: variant}}]\n"
                    "defaultTest: {options: {max_tokens: 9, transform: output}}\n"
                    "tests:\n"
                    "  - {vars: {n: 1}}\n"
                    "  - {vars: {n: 2}, options: {temperature: 0.5, user: test, response_format: 'file://format.json'}}\n");
        QVERIFY(plan.experiment().casesHaveSettings);
        QCOMPARE(plan.cell({0, 0, 0, 0}).request.sampling.temperature, 0.25);
        QCOMPARE(plan.cell({0, 0, 0, 0}).request.sampling.maxTokens, 9);
        QCOMPARE(plan.cell({0, 1, 0, 0}).request.sampling.temperature, 1.0);
        QCOMPARE(sent(plan, {0, 1, 0, 0}, u"user"_s), "\"variant\""_ba);
        QCOMPARE(plan.cell({1, 0, 0, 0}).request.sampling.temperature, 0.5);
        QCOMPARE(plan.cell({1, 0, 0, 0}).request.sampling.maxTokens, 9);
        QCOMPARE(sent(plan, {1, 0, 0, 0}, u"user"_s), "\"test\""_ba);
        QVERIFY(sent(plan, {1, 1, 0, 0}, u"response_format"_s).contains("\"z\""));
        QVERIFY(sent(plan, {0, 1, 0, 0}, u"response_format"_s).isEmpty());
    }

    void whatIsNoSettingOfATest()
    {
        const auto loaded =
            mustRead("prompts: [x]\nproviders: ['openai:chat:m']\n"
                     "tests: [{options: {apiBaseUrl: 'http://other.example/v1', provider: 'openai:chat:judge', oops: 1}}]\n");
        QVERIFY(!loaded.experiment.casesHaveSettings);
        const QString warnings = told(loaded).join(u'\n');
        QVERIFY2(warnings.contains("options.apiBaseUrl"_L1) && warnings.contains("options.oops"_L1), qPrintable(warnings));
        QVERIFY(!warnings.contains("options.provider"_L1));
        QVERIFY(!read("prompts: [x]\nproviders: [echo]\ntests: [{options: {temperature: hot}}]\n"));
    }

    void fallbacksHaveThemToo()
    {
        const Plan plan = planned("prompts: [x]\nproviders: [{id: 'openai:chat:a', config: {fallback: ['openai:chat:b']}}]\n"
                                  "tests: [{vars: {n: 1}}, {options: {temperature: 0.5}}]\n");
        QCOMPARE(plan.fallbacks({0, 0, 0, 0}).next.at(0).sampling.temperature, std::nullopt);
        QCOMPARE(plan.fallbacks({1, 0, 0, 0}).next.at(0).sampling.temperature, 0.5);
        QCOMPARE(plan.fallbacks({1, 0, 0, 0}).next.at(0).endpoint.model, u"b"_s);
    }
};

QTEST_GUILESS_MAIN(CellSettingsTest)
#include "tst_cellsettings.moc"
