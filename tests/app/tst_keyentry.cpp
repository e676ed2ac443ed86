// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// A key that is missing, entered where it is missed: the real window over the real remote engine and a server's real bytes.

#include "app/engine/http/certificates.h"
#include "app/engine/http/httpbackend.h"
#include "app/engine/http/modellisting.h"
#include "app/engine/threadedengine.h"
#include "app/keyedengine.h"
#include "app/servertest.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testpaths.h"
#include "tests/widgets/windowfixture.h"
#include "widgets/compare/comparepanel.h"
#include "widgets/compare/variantactions.h"
#include "widgets/compare/variantcolumn.h"
#include "widgets/settings/settingsdialog.h"

#include <QAbstractSpinBox>
#include <QCheckBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTimer>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

/// A keychain in memory.
class ShelfSecrets final : public SecretStore
{
public:
    void read(const QString &name, QObject *guard, std::function<void(Result<Secret>)> callback) override
    {
        QTimer::singleShot(0, guard, [callback = std::move(callback), key = kept.value(name)] { callback(Secret(key)); });
    }
    void write(const QString &name, const Secret &secret, QObject *guard, std::function<void(Result<void>)> callback) override
    {
        if (!locked)
            kept.insert(name, secret.reveal());
        const Result<void> done = locked ? failure(ErrorKind::Auth, u"the keychain stays locked"_s) : Result<void>();
        QTimer::singleShot(0, guard, [callback = std::move(callback), done] { callback(done); });
    }

    QMap<QString, QByteArray> kept;
    bool locked = false;
};

const QByteArray goodKey = "sk-right-9137";

} // namespace

class TestKeyEntry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void onTheErrorOfACell();
    void aRefusedKeyIsReplaced();
    void inTheMenuOfTheVariant();
    void keptInTheKeychain();
    void aLockedKeychainIsTold();
    void aServerIsAddedTestedAndGivenAKey();
    void whatIsNoAddressIsRefused();
    void aServerGetsOptionsByKeys();
    void optionsThatCannotBeAreNotStored();
    void eachServerHasItsOwnOptions();
    void aFileOfCertificatesIsChecked();

private:
    void start(const QString &keyName = u"SCRIPTED_API_KEY"_s);
    void runAndFail();
    void press(QWidget *widget, Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(widget, key, modifiers); }
    template<typename T>
    [[nodiscard]] T *shown(const QString &name) const
    {
        const QList<T *> all = m_fixture->window->findChildren<T *>(name);
        for (T *each : all) {
            if (each->isVisible())
                return each;
        }
        return nullptr;
    }
    void enter(const QByteArray &key);
    [[nodiscard]] QByteArray lastKey() const { return m_server->requests().back().headers.value("authorization"); }
    SettingsDialog *openEndpoints();

    SystemClock m_clock;
    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<ShelfSecrets> m_secrets;
    std::unique_ptr<ThreadedEngine> m_threads;
    std::unique_ptr<KeyedEngine> m_engine;
    std::unique_ptr<ModelListing> m_listing;
    std::unique_ptr<ServerTest> m_test;
    QList<SavedEndpoint> m_saved;
    decltype(WindowContext::askFile) m_askFile;
    std::unique_ptr<WindowFixture> m_fixture;
};

void TestKeyEntry::init()
{
    m_saved.clear();
    m_askFile = {};
    m_server = std::make_unique<ScriptedServer>();
    m_server->handler = [](const ScriptedRequest &request) {
        if (request.headers.value("authorization") != "Bearer " + goodKey)
            return ScriptedAnswer::whole(401, R"({"error":{"message":"Incorrect API key provided.","code":"invalid_api_key"}})");
        if (request.path == "/v1/models")
            return ScriptedAnswer::whole(200, R"({"data":[{"id":"whale-1"},{"id":"whale-2"}]})");
        return ScriptedAnswer::chat({u"Blue "_s, u"whale"_s});
    };
    m_secrets = std::make_unique<ShelfSecrets>();
    m_threads = std::make_unique<ThreadedEngine>(
        [this] {
            std::vector<std::unique_ptr<Backend>> backends;
            backends.push_back(std::make_unique<HttpBackend>(m_clock));
            return backends;
        },
        m_clock);
    m_engine = std::make_unique<KeyedEngine>(
        *m_threads, *m_secrets, [this](const KeyRing &keys) { m_threads->setKeys(keys); },
        [](const QString &, const Endpoint &, QObject *, const std::function<void(bool)> &decided) { decided(true); });
    m_listing = std::make_unique<ModelListing>(m_clock);
    m_test = std::make_unique<ServerTest>(*m_listing);
    m_fixture = std::make_unique<WindowFixture>();
}

void TestKeyEntry::cleanup()
{
    m_fixture.reset();
    m_test.reset();
    m_listing.reset();
    m_engine.reset();
    m_threads.reset();
}

void TestKeyEntry::start(const QString &keyName)
{
    m_fixture->prepare = [this](WindowContext &context) {
        context.session.engine = m_engine.get();
        if (m_askFile)
            context.askFile = m_askFile;
        context.settings = [] { return SettingsContext{{}, 8, {}, {}, {}}; };
        context.endpoints.enterKey = [this](const QString &name, const Secret &key, KeyPlace place, QObject *guard,
                                            const std::function<void(Result<void>)> &callback) {
            if (place == KeyPlace::Session) {
                m_engine->setKey(name, key);
                QTimer::singleShot(0, guard, [callback] { callback({}); });
                return;
            }
            m_secrets->write(name, key, guard, [this, name, key, callback](const Result<void> &kept) {
                if (kept)
                    m_engine->setKey(name, key);
                callback(kept);
            });
        };
        context.endpoints.hasKey = [this](const QString &name, QObject *guard, const std::function<void(bool)> &callback) {
            m_engine->findKey(name, guard, [callback](const Secret &key) { callback(!key.isEmpty()); });
        };
        context.endpoints.listModels = [this](const Endpoint &endpoint, QObject *guard,
                                              const std::function<void(Result<QStringList>)> &callback) {
            m_engine->findKey(endpoint.keyName, guard, [this, endpoint, guard, callback](const Secret &key) {
                m_listing->ask(endpoint, key, guard, callback);
            });
        };
        context.endpoints.test = [this](const Endpoint &endpoint, QObject *guard,
                                        const std::function<void(ServerReport)> &callback) {
            m_engine->findKey(endpoint.keyName, guard, [this, endpoint, guard, callback](const Secret &key) {
                m_test->ask(*m_engine, endpoint, {}, key, guard, callback);
            });
        };
        context.endpoints.readCertificates = certificateFacts;
        context.endpoints.saved = [this] { return m_saved; };
        context.endpoints.save = [this](const QList<SavedEndpoint> &endpoints) {
            m_saved = endpoints;
            return Result<void>();
        };
    };
    Experiment experiment = WindowFixture::experiment();
    for (Variant &variant : experiment.variants) {
        variant.endpoint = endpointFromId(u"openai:chat:whale-1"_s);
        variant.endpoint.baseUrl = m_server->baseUrl();
        variant.endpoint.keyName = keyName;
    }
    QVERIFY(m_fixture->start(experiment));
}

void TestKeyEntry::runAndFail()
{
    press(m_fixture->window.get(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(!m_fixture->window->session().isRunning());
    QCOMPARE(m_fixture->window->session().totals().failed, 4);
    QTRY_VERIFY(shown<QPushButton>(u"enterKey"_s));
}

void TestKeyEntry::enter(const QByteArray &key)
{
    QTRY_VERIFY(shown<QLineEdit>(u"key"_s));
    auto *edit = shown<QLineEdit>(u"key"_s);
    QCOMPARE(edit->echoMode(), QLineEdit::Password);
    QTest::keyClicks(edit, QString::fromLatin1(key));
    QVERIFY(!edit->displayText().contains(QString::fromLatin1(key)));
    press(edit, Qt::Key_Return);
}

void TestKeyEntry::onTheErrorOfACell()
{
    start();
    runAndFail();
    QVERIFY(!lastKey().startsWith("Bearer"));
    press(shown<QPushButton>(u"enterKey"_s), Qt::Key_Space);
    enter(goodKey);
    QTRY_VERIFY(!shown<QLineEdit>(u"key"_s));
    m_fixture->window->activateWindow();
    QTRY_VERIFY(m_fixture->window->isActiveWindow());
    press(shown<QPushButton>(u"runFailed"_s), Qt::Key_Space); // one click
    QTRY_COMPARE(m_fixture->window->session().totals().done, 4);
    QCOMPARE(lastKey(), "Bearer " + goodKey);
    QTRY_COMPARE(m_fixture->answer(0), u"Blue whale"_s);
    QVERIFY(!shown<QPushButton>(u"enterKey"_s));
    QVERIFY(m_secrets->kept.isEmpty()); // for this session only
    // Nothing that is written knows it.
    const QByteArray written = writeExperiment(m_fixture->document.experiment(), nullptr);
    QVERIFY2(!written.contains(goodKey), written.constData());
    QVERIFY(!m_fixture->document.isModified());
}

void TestKeyEntry::aRefusedKeyIsReplaced()
{
    m_secrets->kept.insert(u"SCRIPTED_API_KEY"_s, "sk-old");
    start();
    runAndFail();
    QCOMPARE(lastKey(), "Bearer sk-old");
    press(shown<QPushButton>(u"enterKey"_s), Qt::Key_Space);
    enter(goodKey);
    QTRY_VERIFY(!shown<QLineEdit>(u"key"_s));
    press(shown<QPushButton>(u"runFailed"_s), Qt::Key_Space);
    QTRY_COMPARE(m_fixture->window->session().totals().done, 4);
    QCOMPARE(lastKey(), "Bearer " + goodKey);
}

/// A server that has no name for its key gets one, as a step that can be undone.
void TestKeyEntry::inTheMenuOfTheVariant()
{
    start({});
    press(m_fixture->window.get(), Qt::Key_K, Qt::ControlModifier | Qt::AltModifier);
    enter(goodKey);
    QTRY_COMPARE(m_fixture->document.experiment().variants.at(1).endpoint.keyName,
                 u"SERVER_127_0_0_1_%1_API_KEY"_s.arg(m_server->baseUrl().port()));
    m_fixture->window->activateWindow(); // a window system does so when a dialog closes
    QTRY_VERIFY(m_fixture->window->isActiveWindow());
    press(m_fixture->window.get(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(m_fixture->window->session().totals().done, 4);
    QVERIFY(m_fixture->document.canUndo());
}

void TestKeyEntry::keptInTheKeychain()
{
    start();
    press(m_fixture->window.get(), Qt::Key_K, Qt::ControlModifier | Qt::AltModifier);
    QTRY_VERIFY(shown<QCheckBox>(u"keepKey"_s));
    press(shown<QCheckBox>(u"keepKey"_s), Qt::Key_Space);
    enter(goodKey);
    QTRY_COMPARE(m_secrets->kept.value(u"SCRIPTED_API_KEY"_s), goodKey);
    QTRY_VERIFY(!shown<QLineEdit>(u"key"_s));
}

void TestKeyEntry::aLockedKeychainIsTold()
{
    m_secrets->locked = true;
    start();
    press(m_fixture->window.get(), Qt::Key_K, Qt::ControlModifier | Qt::AltModifier);
    QTRY_VERIFY(shown<QCheckBox>(u"keepKey"_s));
    press(shown<QCheckBox>(u"keepKey"_s), Qt::Key_Space);
    enter(goodKey);
    QTRY_VERIFY(shown<QLabel>(u"keyProblem"_s));
    QVERIFY(shown<QLabel>(u"keyProblem"_s)->text().contains(u"stays locked"_s));
    press(shown<QCheckBox>(u"keepKey"_s), Qt::Key_Space);
    press(shown<QLineEdit>(u"key"_s), Qt::Key_Return);
    QTRY_VERIFY(!shown<QLineEdit>(u"key"_s));
    m_fixture->window->activateWindow(); // a window system does so when a dialog closes
    QTRY_VERIFY(m_fixture->window->isActiveWindow());
    press(m_fixture->window.get(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(m_fixture->window->session().totals().done, 4);
}

SettingsDialog *TestKeyEntry::openEndpoints()
{
    press(m_fixture->window.get(), Qt::Key_Comma, Qt::ControlModifier | Qt::ShiftModifier);
    auto *dialog = m_fixture->window->findChild<SettingsDialog *>();
    if (dialog)
        dialog->findChild<QTabWidget *>()->setCurrentIndex(1);
    return dialog;
}

void TestKeyEntry::aServerIsAddedTestedAndGivenAKey()
{
    start();
    SettingsDialog *dialog = openEndpoints();
    QVERIFY(dialog);
    auto *list = dialog->findChild<QTreeWidget *>(u"endpointList"_s);
    QCOMPARE(list->topLevelItemCount(), 1); // that of the experiment, once
    auto *address = dialog->findChild<QLineEdit *>(u"endpointAddress"_s);
    const QString other = u"http://localhost:%1/v1"_s.arg(m_server->baseUrl().port());
    QTest::keyClicks(address, other + u'/');
    press(address, Qt::Key_Return);
    QCOMPARE(m_saved, (QList<SavedEndpoint>{{QUrl(other), u"LOCALHOST_%1_API_KEY"_s.arg(m_server->baseUrl().port())}}));
    QCOMPARE(list->topLevelItemCount(), 2);
    QTRY_COMPARE(list->currentItem()->text(2), u"missing"_s);

    auto *test = dialog->findChild<QPushButton *>(u"testEndpoint"_s);
    auto *result = dialog->findChild<QLabel *>(u"endpointResult"_s);
    press(test, Qt::Key_Space);
    QTRY_VERIFY2(result->text().contains(u"Incorrect API key"_s), qPrintable(result->text()));

    press(dialog->findChild<QPushButton *>(u"endpointKey"_s), Qt::Key_Space);
    enter(goodKey);
    QTRY_COMPARE(list->currentItem()->text(2), u"present"_s);
    press(test, Qt::Key_Space);
    QTRY_VERIFY2(result->text().contains(u"whale-1, whale-2"_s), qPrintable(result->text()));
    QVERIFY2(result->text().contains(u"Latency: "_s), qPrintable(result->text()));
    QVERIFY(!result->text().contains(QString::fromLatin1(goodKey)));

    press(dialog->findChild<QPushButton *>(u"removeEndpoint"_s), Qt::Key_Space);
    QVERIFY(m_saved.isEmpty());
    QCOMPARE(list->topLevelItemCount(), 1);
    QVERIFY(!dialog->findChild<QPushButton *>(u"removeEndpoint"_s)->isEnabled()); // the experiment has it
}

void TestKeyEntry::whatIsNoAddressIsRefused()
{
    start();
    SettingsDialog *dialog = openEndpoints();
    QVERIFY(dialog);
    auto *address = dialog->findChild<QLineEdit *>(u"endpointAddress"_s);
    for (const QString &text : {u"llm.example"_s, u"ftp://h/v1"_s, u"https://me:pw@h/v1"_s, u"https://"_s}) {
        address->clear();
        QTest::keyClicks(address, text);
        press(dialog->findChild<QPushButton *>(u"addEndpoint"_s), Qt::Key_Space);
        QVERIFY2(m_saved.isEmpty(), qPrintable(text));
        QVERIFY(dialog->findChild<QLabel *>(u"endpointResult"_s)->text().contains(u"https://host/v1"_s));
    }
    // An address is stored and shown; a key in it would be too.
    for (const QString &text : {u"https://h/v1?api-key=abc"_s, u"https://h/v1#abc"_s, u"https://h/sk-abcdefgh12345678/v1"_s}) {
        address->clear();
        QTest::keyClicks(address, text);
        press(dialog->findChild<QPushButton *>(u"addEndpoint"_s), Qt::Key_Space);
        QVERIFY2(m_saved.isEmpty(), qPrintable(text));
        QVERIFY(dialog->findChild<QLabel *>(u"endpointResult"_s)->text().contains(u"must not contain a key"_s));
    }
}

/// That of the experiment is saved with its first option, and without the name of its key: the word for one experiment is none for
/// all.
void TestKeyEntry::aServerGetsOptionsByKeys()
{
    start();
    SettingsDialog *dialog = openEndpoints();
    QVERIFY(dialog);
    const auto type = [dialog](const QString &name, const QString &text) {
        auto *field = dialog->findChild<QWidget *>(name);
        field->setFocus();
        QTest::keyClicks(field, text);
        QTest::keyClick(field, Qt::Key_Tab);
    };
    QTRY_VERIFY(dialog->isActiveWindow());
    type(u"endpointProxy"_s, u"socks5://127.0.0.1:1080"_s);
    QCOMPARE(m_saved.size(), 1);
    QCOMPARE(m_saved.at(0).baseUrl, m_server->baseUrl());
    QVERIFY(m_saved.at(0).keyName.isEmpty());
    type(u"endpointFirstByte"_s, u"1.5"_s);
    type(u"endpointTotal"_s, u"60"_s);
    type(u"endpointSlots"_s, u"4"_s);
    type(u"endpointRequests"_s, u"500"_s);
    type(u"endpointTokens"_s, u"30000"_s);
    auto *headers = dialog->findChild<QWidget *>(u"endpointHeaders"_s);
    headers->setFocus();
    QTest::keyClicks(headers, u"X-Team: red"_s);
    QTest::keyClick(headers, Qt::Key_Return); // another line, not the end of the dialog
    QTest::keyClicks(headers, u"X-Title: Tempera"_s);
    QTest::keyClick(headers, Qt::Key_Tab);
    type(u"endpointMembers"_s, m_server->baseUrl().toString());
    EndpointOptions expected;
    expected.proxy = QUrl(u"socks5://127.0.0.1:1080"_s);
    expected.firstByteLimit = std::chrono::milliseconds(1'500);
    expected.totalLimit = std::chrono::seconds(60);
    expected.slots = 4;
    expected.limits = {500, 30'000};
    expected.headers = {{u"X-Team"_s, u"red"_s}, {u"X-Title"_s, u"Tempera"_s}};
    expected.members = {m_server->baseUrl()};
    QCOMPARE(m_saved.at(0).options, expected);
    QVERIFY(dialog->isVisible());
}

void TestKeyEntry::optionsThatCannotBeAreNotStored()
{
    start();
    SettingsDialog *dialog = openEndpoints();
    QVERIFY(dialog);
    QTRY_VERIFY(dialog->isActiveWindow());
    auto *problem = dialog->findChild<QLabel *>(u"endpointProblem"_s);
    const auto *ok = dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
    auto *headers = dialog->findChild<QWidget *>(u"endpointHeaders"_s);
    QVERIFY(!problem->isVisible() && ok->isEnabled());
    headers->setFocus();
    QTest::keyClicks(headers, u"X-Api-Key: abc"_s);
    QTest::keyClick(headers, Qt::Key_Tab);
    QVERIFY2(problem->text().contains(u"X-Api-Key"_s) && problem->text().contains(u"secret"_s), qPrintable(problem->text()));
    QVERIFY(problem->isVisible() && !ok->isEnabled());
    QVERIFY(m_saved.isEmpty());
    headers->setFocus();
    QTest::keyClick(headers, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(headers, u"X-Team: red"_s);
    QTest::keyClick(headers, Qt::Key_Tab);
    QVERIFY(!problem->isVisible() && ok->isEnabled());
    QCOMPARE(m_saved.at(0).options.headers, (QMap<QString, QString>{{u"X-Team"_s, u"red"_s}}));
}

void TestKeyEntry::eachServerHasItsOwnOptions()
{
    EndpointOptions options;
    options.slots = 7;
    m_saved = {{QUrl(u"http://other.example/v1"_s), u"K"_s, options}};
    start();
    SettingsDialog *dialog = openEndpoints();
    QVERIFY(dialog);
    QTRY_VERIFY(dialog->isActiveWindow());
    auto *list = dialog->findChild<QTreeWidget *>(u"endpointList"_s);
    auto *slots = dialog->findChild<QAbstractSpinBox *>(u"endpointSlots"_s);
    QCOMPARE(list->topLevelItemCount(), 2);
    QVERIFY(slots->text().isEmpty());
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Down);
    QCOMPARE(slots->text(), u"7"_s);
    slots->setFocus();
    QTest::keyClick(slots, Qt::Key_Up);
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Up);
    QVERIFY(slots->text().isEmpty());
    QCOMPARE(m_saved.size(), 1);
    QCOMPARE(m_saved.at(0).options.slots, 8);
    QCOMPARE(m_saved.at(0).keyName, u"K"_s); // the rest stays
}

void TestKeyEntry::aFileOfCertificatesIsChecked()
{
    QString chosen = testDataPath(u"tls/server.key"_s);
    const auto ask = [&chosen](QWidget *, FilePurpose purpose, const QString &,
                               const std::function<void(const QString &)> &take) {
        if (purpose == FilePurpose::OpenCertificates)
            take(chosen);
    };
    m_askFile = ask;
    start();
    SettingsDialog *dialog = openEndpoints();
    QVERIFY(dialog);
    QTRY_VERIFY(dialog->isActiveWindow());
    auto *choose = dialog->findChild<QPushButton *>(u"chooseCaFile"_s);
    press(choose, Qt::Key_Space);
    auto *problem = dialog->findChild<QLabel *>(u"endpointProblem"_s);
    QVERIFY2(problem->text().contains(u"certificate is in the file"_s), qPrintable(problem->text()));
    QVERIFY(m_saved.isEmpty());
    chosen = testDataPath(u"tls/ca.pem"_s);
    press(choose, Qt::Key_Space);
    QVERIFY(!problem->isVisible());
    auto *facts = dialog->findChild<QLabel *>(u"endpointCertificates"_s);
    QVERIFY2(facts->isVisible() && facts->text().contains(u"Tempera Test CA"_s), qPrintable(facts->text()));
    QCOMPARE(m_saved.at(0).options.caFile, chosen);
}

TEMPERA_WINDOW_TEST(TestKeyEntry)
#include "tst_keyentry.moc"
