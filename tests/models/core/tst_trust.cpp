// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/trust.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

KeyUse use(const QString &name, const QString &address, const QString &experiment = u"/work/e.yaml"_s)
{
    return {experiment, name, QUrl(address)};
}

/// What the command line allows for a key.
Trust word(const QString &text)
{
    const auto grant = keyGrantFromText(text);
    return grant ? Trust{{*grant}, {}} : Trust();
}

} // namespace

class TestTrust : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aKeyIsOfItsProvider_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("own");
        const auto row = [](const char *name, const char *address, bool own) {
            QTest::addRow("%s to %s", name, address) << QString::fromLatin1(name) << QString::fromLatin1(address) << own;
        };
        row("OPENAI_API_KEY", "https://api.openai.com/v1", true);
        row("OPENAI_API_KEY", "https://API.OpenAI.com./v1", true);
        row("OPENAI_API_KEY", "https://api.openai.com:443/v1", true);
        row("OPENROUTER_API_KEY", "https://openrouter.ai/api/v1", true);
        row("OPENAI_API_KEY", "http://api.openai.com/v1", false); // anybody on the way can read it
        row("OPENAI_API_KEY", "https://api.openai.com:8443/v1", false);
        row("OPENAI_API_KEY", "https://api.openai.com.evil.example/v1", false);
        row("OPENAI_API_KEY", "https://evil-api.openai.com/v1", false);
        row("OPENAI_API_KEY", "https://api.openai.com@evil.example/v1", false);
        row("OPENAI_API_KEY", "https://openrouter.ai/api/v1", false);
        row("OPENAI_API_KEY", "http://127.0.0.1:8080/v1", false);
        row("AWS_SECRET_ACCESS_KEY", "https://api.openai.com/v1", false);
        row("", "https://api.openai.com/v1", false);
    }
    void aKeyIsOfItsProvider()
    {
        QFETCH(QString, name);
        QFETCH(QString, address);
        QTEST(isOwnHost(name, QUrl(address)), "own");
    }

    /// The environment is the user's; what an experiment sets in its own "env" is not.
    void theUsersAddress()
    {
        const QString said = u"http://10.0.0.7:8000/v1"_s;
        const auto process = [&said](const QString &name) { return name == u"OPENAI_BASE_URL"_s ? said : QString(); };
        Endpoint endpoint = endpointFromId(u"openai:chat:m"_s, process);
        QVERIFY(isAddressOfUser(endpoint, process));
        QVERIFY(!isAddressOfUser(endpoint, [](const QString &) { return QString(); })); // the experiment alone said so
        endpoint.baseUrl = QUrl(u"http://10.0.0.7:8001/v1"_s);
        QVERIFY(!isAddressOfUser(endpoint, process));
        endpoint.baseUrl = QUrl(said);
        endpoint.keyName = u"AWS_SECRET_ACCESS_KEY"_s;
        QVERIFY(!isAddressOfUser(endpoint, process)); // the word for one key is none for others
        Endpoint usual = endpointFromId(u"openai:chat:m"_s, [](const QString &) { return QString(); });
        usual.baseUrl = QUrl(u"https://evil.example/v1"_s);
        QVERIFY(!isAddressOfUser(usual, process));
    }

    void theWordOfTheCommandLine_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("allowed");
        const auto row = [](const char *text, const char *address, bool allowed) {
            QTest::addRow("%s: %s", text, address) << QString::fromLatin1(text) << QString::fromLatin1(address) << allowed;
        };
        row("K=llm.example", "https://llm.example/v1", true);
        row("K=llm.example", "https://llm.example:8443/v1", true);
        row("K=llm.example", "http://llm.example:8000/v1", true);
        row("K=LLM.example", "https://llm.EXAMPLE/v1", true);
        row("K=llm.example", "https://llm.example.evil.example/v1", false);
        row("K=llm.example", "https://evil.example/llm.example", false);
        row("K=llm.example:8443", "https://llm.example:8443/v1", true);
        row("K=llm.example:8443", "https://llm.example/v1", false);
        row("K=https://llm.example", "https://llm.example/v1", true);
        row("K=https://llm.example", "http://llm.example/v1", false);
        row("K=https://llm.example", "https://llm.example:8443/v1", false);
        row("K=http://10.0.0.7:8000", "http://10.0.0.7:8000/v1", true);
        row("K=127.0.0.1:4711", "http://127.0.0.1:4711/v1", true);
        row("K=127.0.0.1", "http://127.0.0.1:4711/v1", true);
        row("K=[::1]:4711", "http://[::1]:4711/v1", true);
        row("L=llm.example", "https://llm.example/v1", false);
        row("k=llm.example", "https://llm.example/v1", false);
    }
    void theWordOfTheCommandLine()
    {
        QFETCH(QString, text);
        QFETCH(QString, address);
        QTEST(allowsKey(word(text), use(u"K"_s, address)), "allowed");
    }

    void whatIsNoWord_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"", "K", "K=", "=llm.example", "K=ftp://llm.example", "K=https://me:pw@llm.example", "K=a b",
                                 "sk-abcdefgh12345678=llm.example"})
            QTest::newRow(*text ? text : "nothing") << QString::fromLatin1(text);
    }
    void whatIsNoWord()
    {
        QFETCH(QString, text);
        const auto grant = keyGrantFromText(text);
        QVERIFY(!grant);
        QVERIFY(grant.error().contains(u"OPENAI_API_KEY=llm.example.com"_s));
    }

    /// What a refusal says to type lets the same request through, and no other.
    void theAdviceHolds_data()
    {
        QTest::addColumn<QString>("advice");
        QTest::newRow("https://llm.example/v1") << u"K=llm.example"_s;
        QTest::newRow("https://llm.example:8443/v1") << u"K=llm.example:8443"_s;
        QTest::newRow("http://127.0.0.1:47150/ok/v1") << u"K=127.0.0.1:47150"_s;
        QTest::newRow("http://llm.example/v1") << u"K=http://llm.example"_s;
        QTest::newRow("http://10.0.0.7:8000/v1") << u"K=http://10.0.0.7:8000"_s;
        QTest::newRow("http://[fd00::7]:8000/v1") << u"K=http://[fd00::7]:8000"_s;
    }
    void theAdviceHolds()
    {
        const KeyUse wanted = use(u"K"_s, QString::fromLatin1(QTest::currentDataTag()));
        QTEST(keyGrantText(wanted), "advice");
        QVERIFY(allowsKey(word(keyGrantText(wanted)), wanted));
        QVERIFY(errorSentence(refusedKey(wanted)).contains(u"--allow-key "_s + keyGrantText(wanted)));
    }

    void whatIsKeptIsOfOneExperiment()
    {
        const KeyUse mine = use(u"K"_s, u"https://llm.example/v1"_s);
        const Trust kept{{grantFor(mine)}, {{u"/work/e.yaml"_s, u"/data"_s}}};
        QVERIFY(allowsKey(kept, mine));
        QVERIFY(!allowsKey(kept, use(u"K"_s, u"https://llm.example/v1"_s, u"/downloads/evil.yaml"_s)));
        QVERIFY(!allowsKey(kept, use(u"K"_s, u"http://llm.example/v1"_s)));
        QCOMPARE(foldersFor(kept, u"/work/e.yaml"_s), QStringList{u"/data"_s});
        QCOMPARE(foldersFor(kept, u"/downloads/evil.yaml"_s), QStringList());
        QCOMPARE(trustFromJson(trustToJson(kept)), kept);
    }

    /// A file of the user's own that was damaged or widened by hand allows no more than it says.
    void whatIsTooWideIsNotKept()
    {
        Trust wide{{KeyGrant{{}, u"K"_s, u"https"_s, u"h"_s, 443}, KeyGrant{u"/e"_s, u"K"_s, {}, u"h"_s, 443},
                    KeyGrant{u"/e"_s, u"K"_s, u"https"_s, u"h"_s, -1}, KeyGrant{u"/e"_s, {}, u"https"_s, u"h"_s, 443}},
                   {FolderGrant{{}, u"/"_s}, FolderGrant{u"/e"_s, u"relative"_s}}};
        QCOMPARE(trustFromJson(trustToJson(wide)), Trust());
    }

    void whatMayBeRead_data()
    {
        QTest::addColumn<QString>("home");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QStringList>("folders");
        QTest::addColumn<bool>("may");
        const auto row = [](const char *name, const QString &home, const QString &path, const QStringList &folders, bool may) {
            QTest::newRow(name) << home << path << folders << may;
        };
        row("beside", u"/work/a"_s, u"/work/a/p.txt"_s, {}, true);
        row("below", u"/work/a"_s, u"/work/a/b/c/p.txt"_s, {}, true);
        row("above", u"/work/a"_s, u"/work/p.txt"_s, {}, false);
        row("a name that begins alike", u"/work/a"_s, u"/work/ab/p.txt"_s, {}, false);
        row("elsewhere", u"/work/a"_s, u"/etc/passwd"_s, {}, false);
        row("allowed", u"/work/a"_s, u"/work/shared/p.txt"_s, {u"/work/shared"_s}, true);
        row("allowed above", u"/work/a"_s, u"/work/shared/p.txt"_s, {u"/"_s}, true);
        row("another one allowed", u"/work/a"_s, u"/work/p.txt"_s, {u"/work/shared"_s}, false);
        row("the environment", u"/work/a"_s, u"/proc/self/environ"_s, {}, false);
        row("the environment, all allowed", u"/work/a"_s, u"/proc/self/environ"_s, {u"/"_s}, false);
        row("the environment, in the root folder", u"/"_s, u"/proc/self/environ"_s, {}, false);
        row("the environment, allowed", u"/work/a"_s, u"/proc/self/environ"_s, {u"/proc/self"_s}, true);
        row("a device", u"/work/a"_s, u"/dev/stdin"_s, {u"/work"_s}, false);
        row("the system", u"/work/a"_s, u"/sys/kernel/notes"_s, {}, false);
        row("no part of the system", u"/device"_s, u"/device/p.txt"_s, {}, true);
        row("an experiment in the system", u"/proc/1/cwd"_s, u"/proc/1/cwd/p.txt"_s, {}, false);
        row("relative", u"."_s, u"b/p.txt"_s, {}, true);
        row("relative above", u"."_s, u"../p.txt"_s, {}, false);
        row("relative and absolute", u"."_s, u"/etc/passwd"_s, {}, false);
        row("carried by the program", u":/samples"_s, u":/samples/p.txt"_s, {}, true);
        row("out of the program", u":/samples"_s, u"/etc/passwd"_s, {}, false);
    }
    void whatMayBeRead()
    {
        QFETCH(QString, home);
        QFETCH(QString, path);
        QFETCH(QStringList, folders);
        QTEST(mayReadFile(home, path, folders), "may");
    }
};

QTEST_GUILESS_MAIN(TestTrust)
#include "tst_trust.moc"
