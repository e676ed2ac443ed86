// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// What is typed and not saved outlives the program: the window in a process that is ended in the midst of it, and the next.

#include "app/cli/interruptwatch.h"
#include "app/draftfiles.h"
#include "app/settings/filestore.h"
#include "models/experiment/autosave.h"
#include "tests/widgets/windowfixture.h"
#include "widgets/common/growingedit.h"
#include "widgets/common/messagebar.h"
#include "widgets/common/questionbar.h"

#include <QDir>
#include <QProcess>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTimer>

#include <csignal>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

const QString editArgument = u"--edit"_s;
const QByteArray saved = "prompts: ['What is the capital of {{ country }}?']\nproviders: [echo] # kept\n"
                         "tests: [{vars: {country: France}}]\n";
const QString typed = u" Answer in one word"_s;

/// The window over files of the disk.
struct DiskWindow {
    DiskWindow(const QString &state, std::chrono::milliseconds delay) : drafts(state), autosave(fixture.document, drafts, delay)
    {
        fixture.prepare = [this](WindowContext &context) {
            context.files = &files;
            context.autosave = &autosave;
        };
    }
    ~DiskWindow() { fixture.window.reset(); } // before the autosave, as in the program

    bool open(const QString &path)
    {
        if (!fixture.start())
            return false;
        if (!path.isEmpty())
            fixture.window->openFile(path);
        return true;
    }
    void type(const QString &text)
    {
        GrowingEdit *edit =
            fixture.messageEdit(static_cast<int>(fixture.document.experiment().prompts.first().messages.size()) - 1);
        edit->setFocus();
        edit->moveCursor(QTextCursor::End);
        QTest::keyClicks(edit, text);
    }
    [[nodiscard]] QString text() const { return fixture.document.experiment().prompts.first().messages.last().text; }
    [[nodiscard]] QuestionBar *questions() const { return fixture.window->questionBar(); }
    bool press(const QString &answer)
    {
        for (auto *button : questions()->findChildren<QPushButton *>()) {
            if (!button->isVisible() || button->text().remove(u'&') != answer)
                continue;
            button->setFocus();
            QTest::keyClick(button, Qt::Key_Space);
            return true;
        }
        return false;
    }

    FileStore files;
    WindowFixture fixture;
    DraftFiles drafts;
    Autosave autosave;
};

/// The part that is ended: opens, types, says so, and goes on until a signal comes.
int editFile(const QString &path, const QString &state, int delayMs)
{
    const InterruptWatch interrupts;
    QObject::connect(&interrupts, &InterruptWatch::interrupted, QApplication::instance(), [](int) { QApplication::exit(); });
    DiskWindow window(state, std::chrono::milliseconds(delayMs));
    if (!window.open(path))
        return 1;
    window.type(typed);
    std::puts("typed");
    std::fflush(stdout);
    return QApplication::exec();
}

QStringList draftsIn(const QString &folder)
{
    return QDir(folder).entryList({u"*.tempera-draft"_s}, QDir::Files | QDir::Hidden);
}

} // namespace

class TestRecovery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_state = std::make_unique<QTemporaryDir>();
        QFile file(document());
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(saved) == saved.size());
    }

    void whatWasTypedComesBack_data()
    {
        QTest::addColumn<int>("signal");
        QTest::addColumn<bool>("hasFile");
        QTest::newRow("killed") << SIGKILL << true;
        QTest::newRow("crashed") << SIGSEGV << true;
        QTest::newRow("asked to end at once") << SIGTERM << true;
        QTest::newRow("the terminal is gone") << SIGHUP << true;
        QTest::newRow("killed, never saved") << SIGKILL << false;
        QTest::newRow("asked to end, never saved") << SIGTERM << false;
    }

    void whatWasTypedComesBack()
    {
        QFETCH(int, signal);
        QFETCH(bool, hasFile);
        const bool isPolite = signal == SIGTERM || signal == SIGHUP;
        const QString path = hasFile ? document() : QString();
        QProcess process;
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        // Who is asked to end has not waited for the draft yet.
        process.start(QCoreApplication::applicationFilePath(),
                      {editArgument, path, m_state->path(), isPolite ? u"3600000"_s : u"10"_s});
        while (!process.canReadLine())
            QVERIFY(process.waitForReadyRead(60'000));
        const QString place = hasFile ? m_folder->path() : m_state->path();
        if (isPolite)
            QVERIFY(draftsIn(place).isEmpty());
        else
            QTRY_VERIFY_WITH_TIMEOUT(hasWhole(place), 60'000);
        QCOMPARE(::kill(static_cast<pid_t>(process.processId()), signal), 0);
        QVERIFY(process.waitForFinished(60'000));
        QCOMPARE(draftsIn(place).size(), 1);
        QCOMPARE(read(), saved); // the file itself is not touched

        DiskWindow window(m_state->path(), Autosave::UsualDelay);
        QVERIFY(window.open(path));
        QTRY_VERIFY_WITH_TIMEOUT(window.questions()->isVisible(), 30'000);
        QVERIFY(!window.text().endsWith(typed)); // nothing is done unasked
        QVERIFY(window.press(u"Recover"_s));
        QVERIFY(window.text().endsWith(typed));
        QVERIFY(window.fixture.document.isModified());
        QVERIFY(!window.questions()->isVisible());
        if (hasFile) {
            QTest::keyClick(window.fixture.window.get(), Qt::Key_S, Qt::ControlModifier);
            QVERIFY(read().contains(typed.toUtf8()));
            QVERIFY(read().contains("# kept"));
            QTRY_VERIFY(draftsIn(place).isEmpty());
        }
    }

    void laterAndDiscard()
    {
        leaveDraft();
        {
            DiskWindow window(m_state->path(), std::chrono::milliseconds(0));
            QVERIFY(window.open(document()));
            QTRY_VERIFY_WITH_TIMEOUT(window.questions()->isVisible(), 30'000);
            QVERIFY(window.press(u"Later"_s));
            window.type(u" other"_s); // another draft, which does not take the place of the first
            QTRY_COMPARE(draftsIn(m_folder->path()).size(), 2);
            window.fixture.unsavedAnswer = UnsavedAnswer::Discard;
            window.fixture.window->close();
            QTRY_COMPARE(draftsIn(m_folder->path()).size(), 1); // who discards leaves none
        }
        DiskWindow window(m_state->path(), std::chrono::milliseconds(0));
        QVERIFY(window.open(document()));
        QTRY_VERIFY_WITH_TIMEOUT(window.questions()->isVisible(), 30'000);
        QVERIFY(window.press(u"Discard"_s));
        QTRY_VERIFY(draftsIn(m_folder->path()).isEmpty());
        QVERIFY(!window.text().endsWith(typed));
        QCOMPARE(read(), saved);
    }

    void nothingIsKeptOfWhatIsSaved()
    {
        DiskWindow window(m_state->path(), std::chrono::milliseconds(0));
        QVERIFY(window.open(document()));
        window.type(u"!"_s);
        QTRY_COMPARE(draftsIn(m_folder->path()).size(), 1);
        QTest::keyClick(window.fixture.window.get(), Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(draftsIn(m_folder->path()).isEmpty());
        window.type(u"?"_s);
        QTRY_COMPARE(draftsIn(m_folder->path()).size(), 1);
        while (window.fixture.document.isModified())
            window.fixture.document.undo();
        QTRY_VERIFY(draftsIn(m_folder->path()).isEmpty()); // it is as it was
    }

    void aDraftThatIsBrokenIsToldAndStays()
    {
        {
            DraftFiles drafts(m_state->path());
            drafts.keepNow(document(), [] { return "prompts: [unclosed\n"_ba; });
        }
        DiskWindow window(m_state->path(), Autosave::UsualDelay);
        QVERIFY(window.open(document()));
        QTRY_VERIFY_WITH_TIMEOUT(window.questions()->isVisible(), 30'000);
        QVERIFY(window.press(u"Recover"_s));
        QVERIFY(window.fixture.window->messageBar()->isVisible());
        QCOMPARE(draftsIn(m_folder->path()).size(), 1);
        QVERIFY(!window.fixture.document.isModified());
    }

    void savingDoesNotReplaceWhatIsRead()
    {
        const QString cases = m_folder->filePath(u"cases.csv"_s);
        QFile data(cases);
        QVERIFY(data.open(QIODevice::WriteOnly) && data.write("country\nFrance\n") > 0);
        data.close();
        const QString path = m_folder->filePath(u"reads.yaml"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly)
                && file.write("prompts: ['{{ country }}']\nproviders: [echo]\ntests: file://cases.csv\n") > 0);
        file.close();
        const QString link = m_folder->filePath(u"link.yaml"_s);
        QVERIFY(QFile::link(cases, link));
        DiskWindow window(m_state->path(), Autosave::UsualDelay);
        QVERIFY(window.open(path));
        for (const QString &chosen : {cases, link}) {
            window.fixture.chosenFile = chosen;
            QTest::keyClick(window.fixture.window.get(), Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
            QVERIFY(window.fixture.window->messageBar()->text().contains(u"cases.csv is read by this experiment"_s));
            QVERIFY(data.open(QIODevice::ReadOnly));
            QCOMPARE(data.readAll(), "country\nFrance\n"_ba);
            data.close();
        }
        QCOMPARE(window.fixture.document.path(), QFileInfo(path).canonicalFilePath());
    }

    void aLedgerThatCannotBeUsedHasAWayOut()
    {
        int times = 0;
        WindowFixture fixture;
        fixture.prepare = [&times](WindowContext &context) {
            context.ledger.whenOpen = [](QObject *, const std::function<void(Result<void>)> &callback) {
                callback(failure(ErrorKind::Storage, u"file is not a database"_s, u"/data/ledger.db"_s));
            };
            context.ledger.setAside = [&times]() -> Result<QString> {
                ++times;
                return u"/data/ledger-2026-11-28.db"_s;
            };
        };
        QVERIFY(fixture.start());
        QuestionBar *bar = fixture.window->questionBar();
        QTRY_VERIFY(bar->isVisible());
        QVERIFY(bar->text().contains(u"ledger.db"_s) && bar->text().contains(u"not a database"_s));
        auto *button = bar->findChild<QPushButton *>();
        button->setFocus();
        QTest::keyClick(button, Qt::Key_Space);
        QCOMPARE(times, 1);
        QVERIFY(!bar->isVisible());
        QVERIFY(fixture.window->messageBar()->text().contains(u"ledger-2026-11-28.db"_s));
    }

private:
    [[nodiscard]] QString document() const { return QFileInfo(m_folder->path()).canonicalFilePath() + u"/capitals.yaml"_s; }
    [[nodiscard]] QByteArray read() const
    {
        QFile file(document());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    /// Whether the draft there has all that was typed.
    [[nodiscard]] static bool hasWhole(const QString &folder)
    {
        const QStringList names = draftsIn(folder);
        QFile file(QDir(folder).filePath(names.value(0)));
        return !names.isEmpty() && file.open(QIODevice::ReadOnly) && file.readAll().contains(typed.toUtf8());
    }
    void leaveDraft() const
    {
        QByteArray text = saved;
        text.replace("?'", "?" + typed.toUtf8() + "'");
        DraftFiles drafts(m_state->path());
        drafts.keepNow(document(), [text] { return text; });
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QTemporaryDir> m_state;
};

int main(int argc, char **argv)
{
    prepareIcons();
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.value(1) == editArgument)
        return editFile(arguments.value(2), arguments.value(3), arguments.value(4).toInt());
    TestRecovery test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_recovery.moc"
