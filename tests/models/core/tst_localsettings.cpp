// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/settings.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

class TestLocalSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theDefaultsAreFine()
    {
        QVERIFY(problemsOf({}).isEmpty());
        QCOMPARE(localSettingsFromJson({}), LocalSettings());
        QVERIFY(!settingsToJson({}).contains(u"local"_s)); // what was not set is not written
    }

    void comesBack()
    {
        LocalSettings settings;
        settings.threads = 3;
        settings.contextTokens = 4'096;
        settings.cacheType = CacheType::Q4_0;
        settings.flashAttention = FlashAttention::On;
        settings.gpuLayers = 20;
        settings.rpcWorkers = {u"box:50052"_s, u"[::1]:1"_s};
        settings.keptModels = 4;
        settings.idleTimeout = std::chrono::minutes(0);
        settings.traceCandidates = 300;
        QVERIFY(problemsOf(settings).isEmpty());
        QCOMPARE(localSettingsFromJson(localSettingsToJson(settings)), settings);
        Settings all;
        all.local = settings;
        all.modelFiles = {u"/models/one.gguf"_s};
        QCOMPARE(settingsFromJson(settingsToJson(all)), all);
    }

    void badValuesFallBackOneByOne()
    {
        LocalSettings expected;
        expected.keptModels = 3;
        expected.rpcWorkers = {u"ok:1"_s};
        QCOMPARE(localSettingsFromJson({{u"threads"_s, -1},
                                        {u"contextTokens"_s, 5},
                                        {u"cacheType"_s, u"q9"_s},
                                        {u"flashAttention"_s, 7},
                                        {u"gpuLayers"_s, -2},
                                        {u"rpcWorkers"_s, QJsonArray{u"ok:1"_s, u"no port"_s, 3}},
                                        {u"keptModels"_s, 3},
                                        {u"idleMinutes"_s, 1e9},
                                        {u"traceCandidates"_s, 1}}),
                 expected);
        const LocalSettings impossible = localSettingsFromJson({{u"cacheType"_s, u"q4_0"_s}, {u"flashAttention"_s, u"off"_s}});
        QVERIFY(problemsOf(impossible).isEmpty());
    }

    void saysWhatCannotBe_data()
    {
        QTest::addColumn<LocalSettings>("settings");
        QTest::addColumn<QString>("parameter");
        QTest::newRow("threads") << LocalSettings{.threads = 1'000} << u"threads"_s;
        QTest::newRow("context") << LocalSettings{.contextTokens = 1} << u"contextTokens"_s;
        QTest::newRow("cache") << LocalSettings{.cacheType = CacheType::Q8_0, .flashAttention = FlashAttention::Off}
                               << u"cacheType"_s;
        QTest::newRow("layers") << LocalSettings{.gpuLayers = -5} << u"gpuLayers"_s;
        QTest::newRow("no port") << LocalSettings{.rpcWorkers = {u"box"_s}} << u"rpcWorkers"_s;
        QTest::newRow("port 0") << LocalSettings{.rpcWorkers = {u"box:0"_s}} << u"rpcWorkers"_s;
        QTest::newRow("no host") << LocalSettings{.rpcWorkers = {u":50052"_s}} << u"rpcWorkers"_s;
        QTest::newRow("kept") << LocalSettings{.keptModels = 0} << u"keptModels"_s;
        QTest::newRow("idle") << LocalSettings{.idleTimeout = std::chrono::minutes(-1)} << u"idleMinutes"_s;
        QTest::newRow("candidates") << LocalSettings{.traceCandidates = 8} << u"traceCandidates"_s;
    }

    void saysWhatCannotBe()
    {
        QFETCH(const LocalSettings, settings);
        QFETCH(const QString, parameter);
        const QList<Error> problems = problemsOf(settings);
        QCOMPARE(problems.size(), 1);
        QCOMPARE(problems.first().parameter, parameter);
        QCOMPARE(problems.first().kind, ErrorKind::Usage);
        QVERIFY(!problems.first().detail.isEmpty());
    }

    void everyCacheTypeHasItsName()
    {
        for (CacheType type : allCacheTypes()) {
            QCOMPARE(localSettingsFromJson({{u"cacheType"_s, cacheTypeName(type)}}).cacheType, type);
            QVERIFY(cacheTypeBytes(type) > 0.5 && cacheTypeBytes(type) <= 4);
        }
    }
};

QTEST_GUILESS_MAIN(TestLocalSettings)
#include "tst_localsettings.moc"
