// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Keys from everywhere, thrown back by a server, in the real window: nothing of them is left in what it writes beside the
// ledger: settings, recent files and layout, what is trusted, drafts, logs.

#include "app/draftfiles.h"
#include "app/engine/http/httpbackend.h"
#include "app/engine/threadedengine.h"
#include "app/keyedengine.h"
#include "app/settings/environmentsecretstore.h"
#include "app/settings/filestore.h"
#include "app/settings/settingsfile.h"
#include "app/settings/trustfile.h"
#include "app/trustpolicy.h"
#include "app/window/windowstatefile.h"
#include "models/experiment/autosave.h"
#include "tests/support/scriptedserver.h"
#include "tests/widgets/windowfixture.h"
#include "widgets/common/growingedit.h"
#include "widgets/settings/settingsdialog.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QLoggingCategory>
#include <QMessageBox>
#include <QMutex>
#include <QPushButton>
#include <QTabWidget>
#include <QTemporaryDir>

#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Tempera;

namespace {

const QByteArray environmentKey = "sk-ENVCANARY12345678";
const QByteArray headerKey = "HEADERCANARY42";
const QByteArray queryKey = "QUERYCANARY42";
const QByteArray fileKey = "sk-FILECANARY12345678";

QByteArray echoOf(const ScriptedRequest &request)
{
    return "got " + request.path + " with " + request.headers.value("authorization") + " and "
           + request.headers.value("x-whatever");
}

QByteArray jsonText(const QByteArray &text)
{
    const QByteArray object = QJsonDocument(QJsonObject{{u"t"_s, QString::fromUtf8(text)}}).toJson(QJsonDocument::Compact);
    return object.chopped(1).sliced(object.indexOf(':') + 1);
}

/// What the program logs while it lives.
class HeardMessages
{
public:
    HeardMessages()
    {
        (void)take();
        QLoggingCategory::setFilterRules(u"tempera.*=true"_s);
        m_before = qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &message) {
            const QMutexLocker lock(&mutex); // the engine's thread has something to say too
            heard += message.toUtf8() + '\n';
        });
    }
    ~HeardMessages()
    {
        qInstallMessageHandler(m_before);
        QLoggingCategory::setFilterRules({});
    }
    Q_DISABLE_COPY_MOVE(HeardMessages)

    /// All that was heard since it was taken last.
    [[nodiscard]] static QByteArray take()
    {
        const QMutexLocker lock(&mutex);
        return std::exchange(heard, {});
    }

private:
    static inline QMutex mutex;
    static inline QByteArray heard;
    QtMessageHandler m_before;
};

} // namespace

class TestCanaryWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void nothingIsLeft_data();
    void nothingIsLeft();

private:
    void run();
    void edit();
    void addServers();
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    [[nodiscard]] QString draft() const;
    [[nodiscard]] QStringList leaks() const;

    SystemClock m_clock;
    EnvironmentSecretStore m_secrets;
    FileStore m_disk;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<TrustFile> m_trustFile;
    std::unique_ptr<TrustPolicy> m_trust;
    std::unique_ptr<ThreadedEngine> m_threads;
    std::unique_ptr<KeyedEngine> m_engine;
    std::unique_ptr<WindowFixture> m_fixture;
    std::unique_ptr<DraftFiles> m_drafts;
    std::unique_ptr<Autosave> m_autosave;
};

void TestCanaryWindow::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    for (const char *kind : {"DATA", "CONFIG", "STATE", "CACHE"})
        qputenv(QByteArray("XDG_") + kind + "_HOME", QFile::encodeName(path(u"home/"_s + QLatin1StringView(kind))));
    qputenv("BIRD_KEY", environmentKey);
    m_server = std::make_unique<ScriptedServer>();
    m_trustFile = std::make_unique<TrustFile>();
    m_trust = std::make_unique<TrustPolicy>(*m_trustFile);
    m_threads = std::make_unique<ThreadedEngine>(
        [this] {
            std::vector<std::unique_ptr<Backend>> backends;
            backends.push_back(std::make_unique<HttpBackend>(m_clock));
            return backends;
        },
        m_clock);
    m_engine = std::make_unique<KeyedEngine>(
        *m_threads, m_secrets, [this](const KeyRing &keys) { m_threads->setKeys(keys); },
        [this](const QString &experiment, const Endpoint &endpoint, QObject *guard, std::function<void(bool)> decided) {
            m_trust->decide(experiment, endpoint, guard, std::move(decided));
        });
    m_fixture = std::make_unique<WindowFixture>();
    m_drafts = std::make_unique<DraftFiles>();
    m_autosave = std::make_unique<Autosave>(m_fixture->document, *m_drafts, 1ms);
    m_fixture->prepare = [this](WindowContext &context) {
        context.files = &m_disk;
        context.autosave = m_autosave.get();
        context.saveState = writeWindowState;
        context.session.engine = m_engine.get();
        context.session.engineFor = [this](const QString &experiment) {
            m_trust->beginRun(experiment);
            return &m_engine->forExperiment(experiment);
        };
        context.settings = [] { return SettingsContext{{}, 8, {}, {}, {}}; };
        context.endpoints.saved = [] { return SettingsFile().load().value_or(Settings()).endpoints; };
        context.endpoints.save = [](const QList<SavedEndpoint> &endpoints) {
            Settings settings = SettingsFile().load().value_or(Settings());
            settings.endpoints = endpoints;
            return SettingsFile().save(settings);
        };
        context.trust = {[this](AskAboutKey ask) { m_trust->setQuestion(std::move(ask)); },
                         [this](const QString &experiment) { return m_trust->folders(experiment); },
                         [this](const Trust &word) { m_trust->allow(word); },
                         [this](const Trust &word) { return m_trust->keep(word); },
                         [this] { return m_trust->kept(); },
                         [this](const Trust &all) { return m_trust->setKept(all); }};
    };
}

void TestCanaryWindow::cleanup()
{
    m_fixture->window.reset(); // before the autosave, as in the program
    m_autosave.reset();
    m_drafts.reset();
    m_fixture.reset();
    m_engine.reset();
    m_threads.reset();
    m_trust.reset();
    m_server.reset();
    qunsetenv("BIRD_KEY");
}

void TestCanaryWindow::run()
{
    QTest::keyClick(m_fixture->window.get(), Qt::Key_Return, Qt::ControlModifier);
    const auto question = [this]() -> QMessageBox * {
        auto *box = m_fixture->window->findChild<QMessageBox *>(u"keyQuestion"_s);
        return box && box->isVisible() ? box : nullptr;
    };
    QTRY_VERIFY(question());
    question()->activateWindow(); // a window system does so with a dialog that opens
    QTRY_COMPARE(QApplication::activeWindow(), question());
    QTest::keyClick(question(), Qt::Key_A, Qt::AltModifier); // always
    QTRY_VERIFY(!question());
    m_fixture->window->activateWindow();
    QTRY_VERIFY(m_fixture->window->isActiveWindow());
    const Session &session = m_fixture->window->session();
    QTRY_VERIFY(session.size() == 2 && !session.isRunning());
}

/// As one types, without saving.
void TestCanaryWindow::edit()
{
    GrowingEdit *edit = m_fixture->messageEdit();
    edit->setFocus();
    edit->moveCursor(QTextCursor::End);
    QTest::keyClicks(edit, u" more"_s);
    QTRY_VERIFY(!draft().isEmpty());
}

void TestCanaryWindow::addServers()
{
    QTest::keyClick(m_fixture->window.get(), Qt::Key_Comma, Qt::ControlModifier | Qt::ShiftModifier);
    auto *dialog = m_fixture->window->findChild<SettingsDialog *>();
    QVERIFY(dialog);
    dialog->findChild<QTabWidget *>()->setCurrentIndex(1);
    auto *address = dialog->findChild<QLineEdit *>(u"endpointAddress"_s);
    for (const QString &text : {u"https://me:URLCANARY42@llm.example/v1"_s, u"https://llm.example/v1?api-key=URLCANARY43"_s,
                                u"https://llm.example/v1"_s}) {
        address->clear();
        QTest::keyClicks(address, text);
        QTest::keyClick(address, Qt::Key_Return);
    }
    QCOMPARE(SettingsFile().load().value().endpoints.size(), 1);
    QTest::keyClick(dialog, Qt::Key_Escape);
}

QString TestCanaryWindow::draft() const
{
    const QStringList drafts = QDir(m_folder->path()).entryList({u"*.tempera-draft"_s}, QDir::Files | QDir::Hidden);
    return drafts.isEmpty() ? QString() : path(drafts.constFirst());
}

/// Each file of the window, but the document, that holds any of the secrets; and the log.
QStringList TestCanaryWindow::leaks() const
{
    QStringList found;
    const auto search = [&found](const QString &name, const QByteArray &bytes) {
        if (const qsizetype at = bytes.indexOf("CANARY"); at >= 0)
            found += name + u": "_s + QString::fromUtf8(bytes.mid(qMax<qsizetype>(0, at - 60), 120));
    };
    search(u"the log"_s, HeardMessages::take());
    bool isWhole = false;
    while (!isWhole) {
        isWhole = true;
        QDirIterator files(m_folder->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString name = files.next();
            const Result<QByteArray> bytes = m_disk.read(name);
            isWhole = isWhole && (bytes || QFile::exists(name)); // it got its last name, which may have been passed already
            if (name != path(u"experiment.yaml"_s) && QFile::exists(name))
                search(name, bytes.value_or("CANARY: it cannot be read"));
        }
    }
    return found;
}

void TestCanaryWindow::nothingIsLeft_data()
{
    using Handler = std::function<ScriptedAnswer(const ScriptedRequest &)>;
    QTest::addColumn<Handler>("answer");
    QTest::addColumn<QByteArray>("scheme");
    const auto row = [](const char *name, const Handler &handler, const QByteArray &scheme = "http") {
        QTest::newRow(name) << handler << scheme;
    };
    row("success", [](const ScriptedRequest &request) { return ScriptedAnswer::chat({QString::fromUtf8(echoOf(request))}); });
    for (const int status : {401, 404, 500}) {
        row(qPrintable(u"status %1"_s.arg(status)), [status](const ScriptedRequest &request) {
            return ScriptedAnswer::whole(status, "{\"error\":{\"message\":" + jsonText(echoOf(request)) + "}}",
                                         {"Content-Type: application/json", "x-should-retry: false"});
        });
    }
    row("deadline passed", [](const ScriptedRequest &) { return ScriptedAnswer::silence(); });
    row("TLS that fails", [](const ScriptedRequest &) { return ScriptedAnswer::silence(); }, "https");
}

void TestCanaryWindow::nothingIsLeft()
{
    using Handler = std::function<ScriptedAnswer(const ScriptedRequest &)>;
    QFETCH(Handler, answer);
    QFETCH(QByteArray, scheme);
    const HeardMessages log;
    m_server->handler = answer;
    const bool isSilent = answer(ScriptedRequest()).ending == ScriptedAnswer::Ending::Hang;
    const QByteArray text = "prompts: [hello]\nproviders:\n- id: openai:chat:some\n  config:\n    apiBaseUrl: "
                            + m_server->baseUrl().toEncoded().replace("http", scheme) + "?api-key=" + queryKey
                            + "\n    apiKeyEnvar: BIRD_KEY\n    headers: {X-Whatever: " + headerKey
                            + "}\n    whatever: {password: " + fileKey
                            + "}\n- https://someone:URLCANARY42@hook.example/in?token=URLCANARY43\n"
                            + (isSilent ? "evaluateOptions: {timeoutMs: 400}\n"_ba : QByteArray());
    QVERIFY(m_disk.write(path(u"experiment.yaml"_s), text));
    QVERIFY(m_fixture->start());
    m_fixture->window->openFile(path(u"experiment.yaml"_s));
    QCOMPARE(m_fixture->document.experiment().variants.size(), 2);
    run();
    if (QTest::currentTestFailed())
        return;
    if (scheme == "http") {
        QCOMPARE(m_server->requests().size(), 1U); // the secrets were sent, and thrown back
        QCOMPARE(m_server->requests().front().headers.value("authorization"), "Bearer " + environmentKey);
    }
    addServers();
    edit();
    if (QTest::currentTestFailed())
        return;

    QVERIFY(QFile::exists(path(u"home/CONFIG/tempera/window.ini"_s)));
    QVERIFY(QFile::exists(path(u"home/CONFIG/tempera/settings.json"_s)));
    QVERIFY(QFile::exists(path(u"home/CONFIG/tempera/trust.json"_s)));
    const QStringList found = leaks();
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    // A draft is the document as it is typed, without its keys, and for its owner alone.
    const QByteArray kept = m_disk.read(draft()).value();
    QVERIFY2(kept.contains("hello more"), kept);
    const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(draft()) & others));
}

TEMPERA_WINDOW_TEST(TestCanaryWindow)
#include "tst_canarywindow.moc"
