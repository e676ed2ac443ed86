// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/settings/chainedsecretstore.h"
#include "app/settings/environmentsecretstore.h"
#include "app/settings/keychainsecretstore.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Tempera {
namespace {

/// A store that answers what the test wants, from the event loop.
class ShelfStore final : public SecretStore
{
public:
    explicit ShelfStore(Result<Secret> held) : m_held(std::move(held)) { }
    void read(const QString &, QObject *guard, std::function<void(Result<Secret>)> callback) override
    {
        ++reads;
        QMetaObject::invokeMethod(guard, [this, callback = std::move(callback)] { callback(m_held); }, Qt::QueuedConnection);
    }
    void write(const QString &, const Secret &secret, QObject *guard, std::function<void(Result<void>)> callback) override
    {
        m_held = secret;
        QMetaObject::invokeMethod(guard, [callback = std::move(callback)] { callback({}); }, Qt::QueuedConnection);
    }
    int reads = 0;

private:
    Result<Secret> m_held;
};

/// The answer of a store, awaited; an error of kind Internal when it did not come as it should.
Result<Secret> readFrom(SecretStore &store, const QString &name)
{
    QObject guard;
    std::optional<Result<Secret>> answer;
    store.read(name, &guard, [&answer](const Result<Secret> &secret) { answer = secret; });
    if (answer)
        return failure(ErrorKind::Internal, u"called back from inside read()"_s);
    if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, 10'000))
        return failure(ErrorKind::Internal, u"never called back"_s);
    return *answer;
}

std::vector<std::unique_ptr<SecretStore>> shelves(Result<Secret> first, Result<Secret> second)
{
    std::vector<std::unique_ptr<SecretStore>> stores;
    stores.push_back(std::make_unique<ShelfStore>(std::move(first)));
    stores.push_back(std::make_unique<ShelfStore>(std::move(second)));
    return stores;
}

const QString name = u"TEMPERA_TEST_KEY"_s;

} // namespace

class SecretStoresTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void environment()
    {
        EnvironmentSecretStore store;
        qputenv("TEMPERA_TEST_KEY", " sk-1\n");
        QCOMPARE(readFrom(store, name)->reveal(), "sk-1"_ba);
        qunsetenv("TEMPERA_TEST_KEY");
        QVERIFY(readFrom(store, name)->isEmpty());
    }

    /// Google's SDK and promptfoo know the same key by two names.
    void otherNamesOfAKey()
    {
        EnvironmentSecretStore store;
        qunsetenv("GEMINI_API_KEY");
        qputenv("GOOGLE_API_KEY", "one");
        QCOMPARE(readFrom(store, u"GEMINI_API_KEY"_s)->reveal(), "one"_ba);
        qputenv("GEMINI_API_KEY", "two");
        QCOMPARE(readFrom(store, u"GEMINI_API_KEY"_s)->reveal(), "two"_ba);
        qunsetenv("GEMINI_API_KEY");
        qunsetenv("GOOGLE_API_KEY");
        QVERIFY(readFrom(store, u"GEMINI_API_KEY"_s)->isEmpty());
    }

    void environmentIsNotWritten()
    {
        EnvironmentSecretStore store;
        std::optional<Result<void>> answer;
        store.write(name, Secret("x"_ba), this, [&answer](const Result<void> &result) { answer = result; });
        QTRY_VERIFY(answer.has_value());
        QVERIFY(!answer->has_value());
        QVERIFY(!qEnvironmentVariableIsSet("TEMPERA_TEST_KEY"));
    }

    void guardsThatAreGoneAreNotCalled()
    {
        EnvironmentSecretStore store;
        bool called = false;
        auto guard = std::make_unique<QObject>();
        store.read(name, guard.get(), [&called](const Result<Secret> &) { called = true; });
        guard.reset();
        QCoreApplication::processEvents();
        QVERIFY(!called);
    }

    void chains_data()
    {
        QTest::addColumn<QString>("first"); // "!" = cannot be asked
        QTest::addColumn<QString>("second");
        QTest::addColumn<QString>("expected");
        QTest::newRow("first wins") << u"a"_s << u"b"_s << u"a"_s;
        QTest::newRow("second") << u""_s << u"b"_s << u"b"_s;
        QTest::newRow("second after trouble") << u"!"_s << u"b"_s << u"b"_s;
        QTest::newRow("none") << u""_s << u""_s << u""_s;
        QTest::newRow("trouble is told") << u""_s << u"!"_s << u"!"_s;
    }
    void chains()
    {
        QFETCH(QString, first);
        QFETCH(QString, second);
        QFETCH(QString, expected);
        const auto held = [](const QString &text) -> Result<Secret> {
            if (text == u"!"_s)
                return failure(ErrorKind::Auth, u"locked"_s);
            return Secret(text.toUtf8());
        };
        ChainedSecretStore chain(shelves(held(first), held(second)));
        const Result<Secret> found = readFrom(chain, name);
        QCOMPARE(found.has_value(), expected != u"!"_s);
        if (found)
            QCOMPARE(found->reveal(), expected.toUtf8());
        else
            QCOMPARE(found.error().kind, ErrorKind::Auth);
    }

    void theRestIsNotAskedInVain()
    {
        auto stores = shelves(Secret("a"_ba), Secret("b"_ba));
        auto *second = static_cast<ShelfStore *>(stores.back().get());
        ChainedSecretStore chain(std::move(stores));
        QVERIFY(readFrom(chain, name).has_value());
        QCOMPARE(second->reads, 0);
    }

    void writesGoToTheLast()
    {
        ChainedSecretStore chain(shelves(Secret(), Secret()));
        bool written = false;
        chain.write(name, Secret("new"_ba), this, [&written](const Result<void> &result) { written = result.has_value(); });
        QTRY_VERIFY(written);
        QCOMPARE(readFrom(chain, name)->reveal(), "new"_ba);
    }

    /// Never asks the keychain of whoever runs this test.
    void noKeychainIsAnErrorInWords_data()
    {
        QTest::addColumn<QByteArray>("bus");
        QTest::newRow("no bus") << QByteArray();
        QTest::newRow("dead bus") << "unix:path=/nonexistent/tempera"_ba;
    }
    void noKeychainIsAnErrorInWords()
    {
        QFETCH(QByteArray, bus);
        if (bus.isEmpty())
            qunsetenv("DBUS_SESSION_BUS_ADDRESS");
        else
            qputenv("DBUS_SESSION_BUS_ADDRESS", bus);
        KeychainSecretStore store(5s);
        const Result<Secret> secret = readFrom(store, name);
        QVERIFY(!secret.has_value());
        QCOMPARE(secret.error().kind, ErrorKind::Auth);
        QCOMPARE(secret.error().place, name);
        QVERIFY(secret.error().detail.startsWith(u"The keychain cannot be used: "_s));

        std::optional<Result<void>> written;
        store.write(name, Secret("x"_ba), this, [&written](const Result<void> &result) { written = result; });
        QTRY_VERIFY_WITH_TIMEOUT(written.has_value(), 10'000);
        QVERIFY(!written->has_value());
    }
};

} // namespace Tempera

QTEST_GUILESS_MAIN(Tempera::SecretStoresTest)
#include "tst_secretstores.moc"
