// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/settings/filestore.h"
#include "app/settings/settingsfile.h"

#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace Tempera {

class SettingsFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void settingsComeBack()
    {
        Settings settings;
        settings.remoteSlots = 20;
        settings.localSlots = 2;
        settings.colourScheme = u"BreezeDark"_s;
        settings.language = u"de"_s;
        settings.dailyBudget = Money::fromNano(5'000'000'000);
        settings.monthlyBudget = Money::fromNano(90'000'000'000);
        settings.endpointBudgets = {{u"openai"_s, Money::fromNano(1)}, {u"models.example.net"_s, Money()}};
        settings.defaultModel = u"openai:chat:gpt-4o-mini"_s;
        settings.modelFolders = {u"/models"_s};
        settings.endpoints = {{QUrl(u"https://llm.example/v1"_s), u"LLM_EXAMPLE_API_KEY"_s}};
        EndpointOptions options;
        options.slots = 3;
        options.proxy = QUrl(u"http://proxy.lan:3128"_s);
        options.totalLimit = std::chrono::minutes(5);
        options.headers = {{u"X-Team"_s, u"red"_s}};
        settings.endpoints += SavedEndpoint{QUrl(u"https://other.example/v1"_s), {}, options};
        settings.machine = {Money::fromDollars(0.5), 65, Money::fromDollars(0.32)};
        settings.priceSource = QUrl(u"https://example.org/prices.json"_s);
        settings.recentFiles = {u"/b.yaml"_s, u"/a.yaml"_s};
        settings.others.insert(u"fromTheFuture"_s, 7);
        const SettingsFile file(m_dir.filePath(u"deep/er/settings.json"_s));
        QVERIFY(file.save(settings).has_value());
        QCOMPARE(file.load().value(), settings);
    }

    /// Whoever made the value: an address is stored without what may be a key.
    void noKeyIsStored()
    {
        Settings settings;
        settings.endpoints = {{QUrl(u"https://llm.example/v1?api-key=SECRETCANARY"_s), u"LLM_EXAMPLE_API_KEY"_s},
                              {QUrl(u"https://me:SECRETCANARY@other.example/v1#SECRETCANARY"_s), u"K"_s}};
        settings.endpoints[0].options.headers = {{u"X-Api-Key"_s, u"SECRETCANARY"_s}};
        settings.endpoints[0].options.proxy = QUrl(u"http://me:SECRETCANARY@proxy.lan:3128"_s);
        const SettingsFile file(m_dir.filePath(u"keys/settings.json"_s));
        QVERIFY(file.save(settings).has_value());
        const QByteArray stored = FileStore().read(file.path()).value();
        QVERIFY2(stored.contains("llm.example") && !stored.contains("SECRETCANARY"), stored);
        const QList<SavedEndpoint> kept = file.load().value().endpoints;
        QCOMPARE(kept.size(), 2);
        QCOMPARE(kept.at(0).baseUrl, QUrl(u"https://llm.example/v1"_s));
        QCOMPARE(kept.at(1).baseUrl, QUrl(u"https://other.example/v1"_s));
        // What an earlier version or a hand has written.
        const QByteArray byHand =
            R"({"endpoints": [{"baseUrl": "https://h/v1?key=SECRETCANARY", "keyName": "sk-SECRETCANARY12"}]})";
        QVERIFY(FileStore().write(file.path(), byHand).has_value());
        QCOMPARE(file.load().value().endpoints, (QList<SavedEndpoint>{{QUrl(u"https://h/v1"_s), {}}}));
    }

    void noFileIsDefaults() { QCOMPARE(SettingsFile(m_dir.filePath(u"never.json"_s)).load().value(), Settings()); }

    void badValuesFallBackOneByOne()
    {
        const Settings settings = settingsFromJson({{u"remoteSlots"_s, 0},
                                                    {u"localSlots"_s, u"many"_s},
                                                    {u"language"_s, u"de"_s},
                                                    {u"recentFiles"_s, u"x"_s},
                                                    {u"dailyBudgetNanoUsd"_s, -3}});
        Settings expected;
        expected.language = u"de"_s;
        QCOMPARE(settings, expected);
    }

    void brokenFilesSayWhereAndStay()
    {
        const QString path = m_dir.filePath(u"broken.json"_s);
        const QByteArray data = "{\n  \"language\": \"de\",\n  oops\n}\n";
        QVERIFY(FileStore().write(path, data).has_value());
        const auto settings = SettingsFile(path).load();
        QVERIFY(!settings.has_value());
        QCOMPARE(settings.error().kind, ErrorKind::Syntax);
        QCOMPARE(settings.error().place, path);
        QCOMPARE(settings.error().line, 3);
        QVERIFY(settings.error().column >= 1);
        QCOMPARE(FileStore().read(path).value(), data);
    }

    void theDefaultPlaceIsTheUsersConfiguration()
    {
        QVERIFY(SettingsFile::defaultPath().startsWith(QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)));
    }

private:
    QTemporaryDir m_dir;
};

} // namespace Tempera

QTEST_GUILESS_MAIN(Tempera::SettingsFileTest)
#include "tst_settingsfile.moc"
