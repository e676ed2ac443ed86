// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The questions of the window about keys and foreign files, answered by keys: the real window over the real remote engine,
// a server's real bytes, and what is allowed in a file of its own.

#include "app/engine/http/httpbackend.h"
#include "app/engine/threadedengine.h"
#include "app/keyedengine.h"
#include "app/settings/trustfile.h"
#include "app/trustpolicy.h"
#include "tests/support/scriptedserver.h"
#include "tests/widgets/windowfixture.h"
#include "widgets/common/messagebar.h"
#include "widgets/settings/endpointspage.h"
#include "widgets/settings/settingsdialog.h"

#include <QAction>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTimer>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

/// Has one key.
class OneSecret final : public SecretStore
{
public:
    void read(const QString &name, QObject *guard, std::function<void(Result<Secret>)> callback) override
    {
        const Secret key = name == u"SOME_KEY"_s ? Secret("sk-some") : Secret();
        QTimer::singleShot(0, guard, [callback = std::move(callback), key] { callback(key); });
    }
    void write(const QString &, const Secret &, QObject *, std::function<void(Result<void>)>) override { }
};

const QString experimentPath = u"/work/e.yaml"_s;

} // namespace

class TestTrustWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aKeyIsAskedAboutOnce();
    void aKeyIsRefused();
    void whatIsAllowedForGoodIsSeenAndWithdrawn();
    void stopWorksWhileItAsks();
    void foreignFilesAreAskedAbout();
    void whatADocumentSaysIsPlainText();
    void withoutAPromptNothingRuns();
    void whereAnAddressComesFromIsSeen();

private:
    void open();
    void openWith(const QByteArray &experiment);
    [[nodiscard]] QMessageBox *question(const QString &name) const;
    /// Presses the button's own letter, as a person does.
    void answer(const QString &name, Qt::Key letter);
    void run();
    [[nodiscard]] int sentKeys() const;
    [[nodiscard]] Trust kept() const { return TrustFile(m_folder->filePath(u"trust.json"_s)).load().value_or(Trust()); }

    SystemClock m_clock;
    OneSecret m_secrets;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<TrustFile> m_file;
    std::unique_ptr<TrustPolicy> m_desk;
    std::unique_ptr<ThreadedEngine> m_threads;
    std::unique_ptr<KeyedEngine> m_engine;
    std::unique_ptr<WindowFixture> m_fixture;
};

void TestTrustWindow::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_server = std::make_unique<ScriptedServer>();
    m_server->handler = [](const ScriptedRequest &) { return ScriptedAnswer::chat({u"Blue "_s, u"whale"_s}); };
    m_file = std::make_unique<TrustFile>(m_folder->filePath(u"trust.json"_s));
    m_desk = std::make_unique<TrustPolicy>(*m_file);
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
            m_desk->decide(experiment, endpoint, guard, std::move(decided));
        });
    m_fixture = std::make_unique<WindowFixture>();
    m_fixture->prepare = [this](WindowContext &context) {
        context.session.engine = m_engine.get();
        context.session.engineFor = [this](const QString &experiment) {
            m_desk->beginRun(experiment);
            return &m_engine->forExperiment(experiment);
        };
        context.settings = [] { return SettingsContext{{}, 8, {}, {}, {}}; };
        context.trust = {[this](AskAboutKey ask) { m_desk->setQuestion(std::move(ask)); },
                         [this](const QString &experiment) { return m_desk->folders(experiment); },
                         [this](const Trust &word) { m_desk->allow(word); },
                         [this](const Trust &word) { return m_desk->keep(word); },
                         [this] { return m_desk->kept(); },
                         [this](const Trust &all) { return m_desk->setKept(all); }};
    };
    QVERIFY(m_fixture->start());
}

void TestTrustWindow::cleanup()
{
    m_fixture.reset();
    m_engine.reset();
    m_threads.reset();
    m_desk.reset();
}

void TestTrustWindow::openWith(const QByteArray &experiment)
{
    m_fixture->files.contents.insert(experimentPath, experiment);
    m_fixture->window->openFile(experimentPath);
    QCOMPARE(m_fixture->document.path(), experimentPath);
}

void TestTrustWindow::open()
{
    openWith("prompts: [hello]\nproviders:\n  - id: openai:chat:m\n    config: {apiBaseUrl: '"
             + m_server->baseUrl().toString().toUtf8() + "', apiKeyEnvar: SOME_KEY}\n");
}

QMessageBox *TestTrustWindow::question(const QString &name) const
{
    auto *box = m_fixture->window->findChild<QMessageBox *>(name);
    return box && box->isVisible() ? box : nullptr;
}

void TestTrustWindow::answer(const QString &name, Qt::Key letter)
{
    QTRY_VERIFY(question(name));
    QMessageBox *box = question(name);
    box->activateWindow(); // a window system does so with a dialog that opens
    QTRY_COMPARE(QApplication::activeWindow(), box);
    QTest::keyClick(box, letter, Qt::AltModifier);
    QTRY_VERIFY(!question(name));
    m_fixture->window->activateWindow(); // a window system does so when a dialog closes
    QTRY_VERIFY(m_fixture->window->isActiveWindow());
}

void TestTrustWindow::run()
{
    auto *action = m_fixture->window->findChild<QAction *>(u"run"_s);
    QTRY_VERIFY(action->isEnabled()); // the one before has told its end
    QTest::keyClick(m_fixture->window.get(), Qt::Key_Return, Qt::ControlModifier);
}

int TestTrustWindow::sentKeys() const
{
    return static_cast<int>(std::ranges::count_if(m_server->requests(), [](const ScriptedRequest &each) {
        return each.headers.value("authorization") == "Bearer sk-some";
    }));
}

void TestTrustWindow::aKeyIsAskedAboutOnce()
{
    open();
    run();
    QTRY_VERIFY(question(u"keyQuestion"_s));
    const QMessageBox *box = question(u"keyQuestion"_s);
    QVERIFY2(box->text().contains(u"SOME_KEY"_s), qPrintable(box->text()));
    QVERIFY2(box->text().contains(originOf(m_server->baseUrl())), qPrintable(box->text()));
    QVERIFY2(box->informativeText().contains(experimentPath), qPrintable(box->informativeText()));
    QVERIFY(m_server->requests().empty()); // before anything is sent
    answer(u"keyQuestion"_s, Qt::Key_O);
    QTRY_COMPARE(m_fixture->window->session().totals().done, 1);
    QCOMPARE(sentKeys(), 1);
    QCOMPARE(kept(), Trust());
    QTRY_VERIFY(!m_fixture->window->session().isRunning());
    run(); // another run is asked about anew
    QTRY_VERIFY(question(u"keyQuestion"_s));
    answer(u"keyQuestion"_s, Qt::Key_O);
    QTRY_COMPARE(sentKeys(), 2);
}

void TestTrustWindow::aKeyIsRefused()
{
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Escape, Qt::Key_Space}) { // what one presses without reading
        open();
        run();
        QTRY_VERIFY(question(u"keyQuestion"_s));
        QMessageBox *box = question(u"keyQuestion"_s);
        QVERIFY(QTest::qWaitForWindowActive(box));
        QTest::keyClick(box->focusWidget() ? box->focusWidget() : box, key);
        QTRY_VERIFY(!question(u"keyQuestion"_s));
        m_fixture->window->activateWindow();
        QTRY_VERIFY(m_fixture->window->isActiveWindow());
        QTRY_VERIFY(!m_fixture->window->session().isRunning());
    }
    QCOMPARE(m_server->requests().size(), 3u); // on this machine they go without it
    QCOMPARE(sentKeys(), 0);
    QCOMPARE(kept(), Trust());
}

void TestTrustWindow::whatIsAllowedForGoodIsSeenAndWithdrawn()
{
    open();
    run();
    answer(u"keyQuestion"_s, Qt::Key_A);
    QTRY_COMPARE(sentKeys(), 1);
    QCOMPARE(kept().keys, QList<KeyGrant>{grantFor({experimentPath, u"SOME_KEY"_s, m_server->baseUrl()})});
    QTRY_VERIFY(!m_fixture->window->session().isRunning());
    run();
    QTRY_COMPARE(sentKeys(), 2); // not asked again

    QTest::keyClick(m_fixture->window.get(), Qt::Key_Comma, Qt::ControlModifier | Qt::ShiftModifier);
    auto *dialog = m_fixture->window->findChild<SettingsDialog *>();
    QVERIFY(dialog);
    auto *pages = dialog->findChild<QTabWidget *>();
    pages->setFocus();
    for (int i = 0; i < pages->count() && pages->tabText(pages->currentIndex()).remove(u'&') != u"Trust"_s; ++i)
        QTest::keyClick(pages, Qt::Key_Tab, Qt::ControlModifier);
    QCOMPARE(pages->tabText(pages->currentIndex()).remove(u'&'), u"Trust"_s);
    auto *list = dialog->findChild<QTreeWidget *>(u"trustList"_s);
    QCOMPARE(list->topLevelItemCount(), 1);
    QCOMPARE(list->topLevelItem(0)->text(0), u"e.yaml"_s);
    QCOMPARE(list->topLevelItem(0)->toolTip(0), experimentPath); // what shows tips makes text of it
    QVERIFY(list->topLevelItem(0)->text(1).contains(u"SOME_KEY"_s));
    QVERIFY(list->topLevelItem(0)->text(1).contains(originOf(m_server->baseUrl())));
    auto *remove = dialog->findChild<QPushButton *>(u"removeTrust"_s);
    remove->setFocus();
    QTest::keyClick(remove, Qt::Key_Space);
    QCOMPARE(list->topLevelItemCount(), 0);
    QVERIFY(dialog->findChild<QLabel *>(u"trustNothing"_s)->isVisible());
    QVERIFY(!remove->isEnabled());
    QCOMPARE(kept(), Trust());
    QTest::keyClick(dialog, Qt::Key_Escape);
    m_fixture->window->activateWindow();
    QTRY_VERIFY(m_fixture->window->isActiveWindow());
    QTRY_VERIFY(!m_fixture->window->session().isRunning());
    run();
    QTRY_VERIFY(question(u"keyQuestion"_s));
    answer(u"keyQuestion"_s, Qt::Key_D);
    QTRY_VERIFY(!m_fixture->window->session().isRunning());
    QCOMPARE(sentKeys(), 2);
}

void TestTrustWindow::stopWorksWhileItAsks()
{
    open();
    run();
    QTRY_VERIFY(question(u"keyQuestion"_s));
    m_fixture->window->session().stop();
    QTRY_VERIFY(!m_fixture->window->session().isRunning());
    answer(u"keyQuestion"_s, Qt::Key_O);
    QCoreApplication::processEvents();
    QVERIFY(m_server->requests().empty());
}

void TestTrustWindow::foreignFilesAreAskedAbout()
{
    m_fixture->files.contents.insert(u"/shared/p.txt"_s, "What is the capital of France?");
    m_fixture->files.contents.insert(u"/proc/self/environ"_s, "SECRET=1");
    const QByteArray text = "prompts: ['{{ x }}']\nproviders: [echo]\ntests:\n  - vars: {x: 'file:///shared/p.txt'}\n"
                            "  - vars: {x: 'file:///proc/self/environ'}\n";
    openWith(text);
    QTRY_VERIFY(question(u"filesQuestion"_s));
    QVERIFY(question(u"filesQuestion"_s)->text().contains(u"/shared"_s));
    QVERIFY(question(u"filesQuestion"_s)->text().contains(u"/proc/self"_s));
    QVERIFY(question(u"filesQuestion"_s)->informativeText().contains(u"/proc/self/environ"_s));
    answer(u"filesQuestion"_s, Qt::Key_D);
    QCOMPARE(m_fixture->document.experiment().cases.size(), 2); // it is open all the same
    QVERIFY(m_fixture->document.experiment().cases.at(0).variables.at(0).value.isUndefined());
    QCOMPARE(m_fixture->document.fileText(), text);
    QVERIFY(m_fixture->window->messageBar()->isVisible());

    m_fixture->window->openFile(experimentPath);
    answer(u"filesQuestion"_s, Qt::Key_A);
    QTRY_COMPARE(m_fixture->document.experiment().cases.at(0).variables.at(0).value.toString(),
                 u"What is the capital of France?"_s);
    QCOMPARE(kept().folders.size(), 2);
    QVERIFY(!question(u"filesQuestion"_s));
    // Another experiment is another question.
    m_fixture->files.contents.insert(u"/work/other.yaml"_s, text);
    m_fixture->window->openFile(u"/work/other.yaml"_s);
    answer(u"filesQuestion"_s, Qt::Key_D);
    QVERIFY(m_fixture->document.experiment().cases.at(0).variables.at(0).value.isUndefined());
}

void TestTrustWindow::whatADocumentSaysIsPlainText()
{
    openWith("prompts: ['{{ x }}']\nproviders: [echo]\ntests:\n  - vars: {x: 'file:///<b>bold</b><img src=big.png>/p.txt'}\n");
    QTRY_VERIFY(question(u"filesQuestion"_s));
    for (const QLabel *label : question(u"filesQuestion"_s)->findChildren<QLabel *>())
        QCOMPARE(label->textFormat(), Qt::PlainText);
    QVERIFY(question(u"filesQuestion"_s)->informativeText().contains(u"<b>bold"_s));
    answer(u"filesQuestion"_s, Qt::Key_D);
}

/// Without a check, a prompt or cases it is not the experiment that was meant.
void TestTrustWindow::withoutAPromptNothingRuns()
{
    m_fixture->files.contents.insert(u"/shared/schema.json"_s, "{}");
    openWith("prompts: [hello]\nproviders:\n  - id: openai:chat:m\n    config: {apiBaseUrl: '"
             + m_server->baseUrl().toString().toUtf8()
             + "'}\ntests:\n  - assert: [{type: is-json, value: 'file:///shared/schema.json'}]\n");
    answer(u"filesQuestion"_s, Qt::Key_D);
    m_fixture->window->messageBar()->hide();
    run();
    QTRY_VERIFY(m_fixture->window->messageBar()->isVisible());
    QVERIFY(!m_fixture->window->session().isRunning());
    QVERIFY(m_server->requests().empty());
}

void TestTrustWindow::whereAnAddressComesFromIsSeen()
{
    EndpointsPage page({}, {{{QUrl(u"http://10.0.0.7:8000/v1"_s), u"OPENAI_API_KEY"_s}, u"OPENAI_BASE_URL"_s},
                            {{QUrl(u"https://llm.example/v1"_s), u"K"_s}, {}}});
    const auto *list = page.findChild<QTreeWidget *>(u"endpointList"_s);
    QVERIFY(list->topLevelItem(0)->text(0).contains(u"OPENAI_BASE_URL"_s));
    QCOMPARE(list->topLevelItem(1)->text(0), u"https://llm.example/v1"_s);
}

TEMPERA_WINDOW_TEST(TestTrustWindow)
#include "tst_trustwindow.moc"
