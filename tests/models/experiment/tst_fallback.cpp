// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Who is asked next: read, told of, planned and written back.

#include "models/experiment/fallback.h"

#include "models/experiment/plan.h"
#include "tests/models/experiment/experimenttext.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;
using namespace Tempera;
using namespace Tempera::FileTesting;

namespace {

const QByteArray chain = "prompts: ['Say {{ word }}']\n"
                         "providers:\n"
                         "  - id: openai:chat:m\n"
                         "    label: first\n"
                         "    config:\n"
                         "      temperature: 0.5\n"
                         "      fallback:\n"
                         "        - second\n"
                         "        - openai:chat:k\n"
                         "        - id: anthropic:messages:a\n"
                         "          config: {max_tokens: 7, apiBaseUrl: 'https://{{ env.HOST }}/v1'}\n"
                         "      fallbackOnFailedChecks: true\n"
                         "      retryOnFailedChecks: 2\n"
                         "  - id: openai:chat:n\n"
                         "    label: second\n"
                         "    config: {seed: 3, fallback: first}\n"
                         "env: {HOST: example.org}\n"
                         "tests: [{vars: {word: one}}]\n";

QStringList warningsOf(const QByteArray &fallbacks)
{
    const QByteArray head = "prompts: ['p']\n"
                            "providers:\n"
                            "  - id: openai:chat:m\n"
                            "    label: first\n"
                            "    config:\n";
    QStringList lines;
    for (const Error &warning : mustRead(head + fallbacks).warnings)
        lines += u"%1: %2"_s.arg(warning.line).arg(warning.detail);
    return lines;
}

} // namespace

class FallbackTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isReadAsItIsWritten()
    {
        const LoadedExperiment loaded = mustRead(chain);
        QVERIFY2(loaded.warnings.isEmpty(), qPrintable(loaded.warnings.value(0).detail));
        const FallbackRules rules = fallbackRules(loaded.experiment.variants.at(0));
        QCOMPARE(rules.next.size(), 3);
        QVERIFY(rules.onFailedChecks);
        QCOMPARE(rules.samplesAgain, 2);
        QCOMPARE(fallbackName(rules.next.at(2)), u"anthropic:messages:a"_s);
        QCOMPARE(fallbackRules(loaded.experiment.variants.at(1)).next, QJsonArray{u"first"_s});
    }

    void namesIdsAndMapsAreResolved()
    {
        const Experiment experiment = mustRead(chain).experiment;
        const Result<QList<Variant>> next = fallbackVariants(experiment, experiment.variants.at(0));
        QVERIFY(next);
        QCOMPARE(next->size(), 3);
        QCOMPARE(next->at(0), experiment.variants.at(1)); // with its own settings
        QCOMPARE(next->at(1).endpoint.id, u"openai:chat:k"_s);
        QCOMPARE(next->at(2).sampling.maxTokens, 7);
        QCOMPARE(next->at(2).endpoint.baseUrl, QUrl(u"https://example.org/v1"_s));
    }

    void theyArePlanned()
    {
        const Experiment experiment = mustRead(chain).experiment;
        const auto templates = TemplateEngine::create({});
        QVERIFY(templates);
        PlanOptions options;
        options.repeat = 2;
        const Result<Plan> plan = Plan::of(experiment, **templates, options);
        QVERIFY(plan);
        const FallbackPlan fallbacks = plan->fallbacks({0, 0, 0, 1});
        QCOMPARE(fallbacks.next.size(), 3);
        QCOMPARE(fallbacks.next.at(0).sampling.seed, 4u); // as the repeats of the variant itself
        QCOMPARE(fallbacks.next.at(0).key, (CellKey{0, 0, 0, 1}));
        QVERIFY(fallbacks.onFailedChecks);
        QCOMPARE(fallbacks.samplesAgain, 2);
        QCOMPARE(plan->fallbacks({0, 0, 1, 0}).next.size(), 1);
    }

    void whatHasNoEffectIsTold()
    {
        QCOMPARE(warningsOf("      fallback: [first]\n"),
                 QStringList{u"6: The fallback first is this provider itself; it is not asked again."_s});
        QCOMPARE(warningsOf("      fallback:\n        - openai:chat:n\n        - openai:chat:n\n"),
                 QStringList{u"8: The fallback openai:chat:n is in the list already; it is asked once."_s});
        QCOMPARE(warningsOf("      fallback:\n        - nobody\n"),
                 QStringList{u"7: The fallback nobody is neither a provider of this file nor one that this version supports; it "
                             "is skipped."_s});
        QCOMPARE(warningsOf("      fallback:\n        - {id: 'openai:chat:n', config: {fallback: 'openai:chat:k'}}\n"),
                 QStringList{u"7: The fallbacks of a fallback are not asked."_s});
        QCOMPARE(warningsOf("      fallbackOnFailedChecks: true\n"),
                 QStringList{u"6: \"fallbackOnFailedChecks\" has no effect without a \"fallback\"."_s});
        QCOMPARE(warningsOf("      fallback: [openai:chat:n]\n"), QStringList());
    }

    void whatIsOfNoFormIsAnError_data()
    {
        QTest::addColumn<QByteArray>("config");
        QTest::newRow("number") << QByteArray("fallback: 3");
        QTest::newRow("list in a list") << QByteArray("fallback: [[a]]");
        QTest::newRow("file") << QByteArray("fallback: ['file://other.yaml']");
        QTest::newRow("word") << QByteArray("fallbackOnFailedChecks: sometimes");
        QTest::newRow("less than none") << QByteArray("retryOnFailedChecks: -1");
        QTest::newRow("too often") << QByteArray("retryOnFailedChecks: 1000");
    }

    void whatIsOfNoFormIsAnError()
    {
        QFETCH(QByteArray, config);
        const Result<LoadedExperiment> loaded = read("prompts: [p]\nproviders: [{id: echo, config: {" + config + "}}]\n");
        QVERIFY(!loaded);
        QCOMPARE(loaded.error().line, 2);
    }

    void changesAreWrittenBack()
    {
        LoadedExperiment loaded = mustRead(chain);
        Experiment changed = loaded.experiment;
        FallbackRules rules = fallbackRules(changed.variants.at(0));
        rules.next.removeAt(1);
        rules.samplesAgain = 0;
        setFallbackRules(changed.variants[0], rules);
        const QByteArray text = writeExperiment(changed, loaded.source.get());
        QVERIFY(!text.contains("openai:chat:k"));
        QVERIFY(!text.contains("retryOnFailedChecks"));
        const LoadedExperiment again = mustRead(text);
        QCOMPARE(fallbackRules(again.experiment.variants.at(0)), rules);
        QCOMPARE(again.experiment, changed);
        setFallbackRules(changed.variants[0], {});
        QVERIFY(fallbackRules(mustRead(writeExperiment(changed, loaded.source.get())).experiment.variants.at(0)).isEmpty());
    }
};

QTEST_GUILESS_MAIN(FallbackTest)
#include "tst_fallback.moc"
