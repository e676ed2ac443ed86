// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Keys that are typed, key by key, in the real window: no draft, and nothing else that the program writes, has them; and all the
// rest comes back.

#include "app/draftfiles.h"
#include "app/settings/filestore.h"
#include "app/window/windowstatefile.h"
#include "models/experiment/autosave.h"
#include "tests/widgets/windowfixture.h"
#include "widgets/common/growingedit.h"
#include "widgets/common/messagebar.h"
#include "widgets/common/questionbar.h"

#include <QDirIterator>
#include <QFile>
#include <QPushButton>
#include <QRegularExpression>
#include <QTableView>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Tempera;

namespace {

constexpr auto control = Qt::ControlModifier;

const QByteArray savedText = "prompts: ['Where is {{ country }}?']\n"
                             "providers:\n"
                             "- id: openai:chat:m\n"
                             "  config: {headers: {X-Any: SAVEDCANARY1}} # kept\n"
                             "- 'https://me:SAVEDCANARY2@hook.example/in?token=SAVEDCANARY3'\n"
                             "tests: [{vars: {country: France}, assert: [{type: contains, value: Europe}]}]\n";

/// The window over files of the disk, as the program has it.
struct DraftedWindow {
    DraftedWindow()
    {
        fixture.prepare = [this](WindowContext &context) {
            context.files = &files;
            context.autosave = &autosave;
            context.saveState = writeWindowState;
        };
    }
    ~DraftedWindow() { fixture.window.reset(); } // before the autosave, as in the program

    bool open(const QString &path)
    {
        if (!fixture.start())
            return false;
        if (!path.isEmpty())
            fixture.window->openFile(path);
        return path.isEmpty() || fixture.document.path() == path;
    }
    void type(const QString &text) const
    {
        for (const QChar letter : text) {
            if (letter == u'\n')
                QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
            else
                QTest::keyClicks(QApplication::focusWidget(), QString(letter));
        }
    }
    bool press(const QString &answer) const
    {
        for (auto *button : fixture.window->questionBar()->findChildren<QPushButton *>()) {
            if (!button->isVisible() || button->text().remove(u'&') != answer)
                continue;
            button->setFocus();
            QTest::keyClick(button, Qt::Key_Space);
            return true;
        }
        return false;
    }
    [[nodiscard]] const Experiment &experiment() const { return fixture.document.experiment(); }
    [[nodiscard]] QString message() const { return experiment().prompts.first().messages.last().text; }

    FileStore files;
    WindowFixture fixture;
    DraftFiles drafts;
    Autosave autosave{fixture.document, drafts, 1ms};
};

/// Chooses a place where a text can be typed, by its key.
enum class TypingPlace { Message, Value, Check };

void goTo(DraftedWindow &window, TypingPlace place)
{
    const WindowFixture &fixture = window.fixture;
    if (place == TypingPlace::Message) {
        GrowingEdit *edit = fixture.messageEdit(static_cast<int>(window.experiment().prompts.first().messages.size()) - 1);
        edit->setFocus();
        edit->moveCursor(QTextCursor::End);
        return;
    }
    fixture.press(place == TypingPlace::Value ? Qt::Key_3 : Qt::Key_4, Qt::AltModifier);
    QCoreApplication::processEvents();
    auto *table = fixture.window->findChild<QTableView *>(place == TypingPlace::Value ? u"variables"_s : u"checks"_s);
    QVERIFY(table && table->model()->rowCount() > 0);
    int column = 0;
    if (place == TypingPlace::Value) {
        while (table->model()->headerData(column, Qt::Horizontal, Qt::EditRole).toString() != "country"_L1)
            QVERIFY(++column < table->model()->columnCount());
    }
    table->setFocus();
    table->selectionModel()->setCurrentIndex(table->model()->index(0, column), QItemSelectionModel::ClearAndSelect);
    auto *edit = fixture.window->findChild<GrowingEdit *>(place == TypingPlace::Value ? u"valueText"_s : u"checkText"_s);
    QVERIFY(edit && edit->isVisible());
    edit->setFocus();
    edit->moveCursor(QTextCursor::End);
}

/// What was typed there, as it is in the experiment.
QString textAt(const Experiment &experiment, TypingPlace place)
{
    switch (place) {
    case TypingPlace::Message: return experiment.prompts.first().messages.last().text;
    case TypingPlace::Value: return experiment.cases.at(0).variables.first().value.toString();
    case TypingPlace::Check: break;
    }
    return experiment.cases.at(0).checks.first().value.toString();
}

void setTextAt(Experiment &experiment, TypingPlace place, const QString &text)
{
    if (place == TypingPlace::Message) {
        experiment.prompts.first().messages.last().text = text;
        return;
    }
    experiment.cases.changeEach([&](Case &each) {
        if (place == TypingPlace::Value)
            each.variables.first().value = text;
        else
            each.checks.first().value = text;
    });
}

} // namespace

class TestDraftKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void typedKeysAreInNoFile_data();
    void typedKeysAreInNoFile();
    void keysOfTheFileComeBack();
    void whatWasNeverSavedHasNone();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_home->filePath(name); }
    [[nodiscard]] QString document() const { return QFileInfo(m_home->path()).canonicalFilePath() + u"/experiment.yaml"_s; }
    [[nodiscard]] QByteArray draft() const;
    [[nodiscard]] QStringList leaks() const;

    std::unique_ptr<QTemporaryDir> m_home;
};

void TestDraftKeys::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    for (const char *kind : {"DATA", "CONFIG", "STATE", "CACHE"})
        qputenv(QByteArray("XDG_") + kind + "_HOME", QFile::encodeName(path(QString::fromLatin1(kind))));
    QVERIFY(FileStore().write(document(), savedText));
}

/// The newest draft, wherever it lies.
QByteArray TestDraftKeys::draft() const
{
    QDirIterator files(m_home->path(), {u"*.tempera-draft"_s}, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    return files.hasNext() ? FileStore().read(files.next()).value_or(QByteArray()) : QByteArray();
}

/// Each file but the experiment itself that has a part of a key, in any of its spellings.
QStringList TestDraftKeys::leaks() const
{
    QStringList found;
    QDirIterator files(m_home->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString name = files.next();
        if (name == document())
            continue;
        const Result<QByteArray> bytes = FileStore().read(name);
        if (!bytes && !QFile::exists(name))
            return leaks(); // it got its last name meanwhile, which may have been passed already
        for (const QByteArray &part : {"CANARY"_ba, "CANARY"_ba.toBase64(QByteArray::OmitTrailingEquals), "CANARY"_ba.toHex()}) {
            if (!bytes || bytes->contains(part))
                found += name + u": "_s + QString::fromUtf8(bytes.value_or("it cannot be read"));
        }
    }
    return found;
}

void TestDraftKeys::typedKeysAreInNoFile_data()
{
    QTest::addColumn<TypingPlace>("place");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("restored");
    QTest::addColumn<int>("missing");
    const auto row = [](const char *name, TypingPlace place, const char *typed, const char *restored, int missing = 1) {
        QTest::newRow(name) << place << QString::fromUtf8(typed) << QString::fromUtf8(restored) << missing;
    };
    using enum TypingPlace;
    row("plain", Message, "\napiKey: sk-CANARY12345678\nEND", "\napiKey: [redacted]\nEND");
    row("alone", Message, " sk-CANARY12345678 END", " [redacted] END");
    row("next line", Message, "\napiKey:\n  CANARY1x\nEND", "\napiKey:\n  [redacted]\nEND");
    row("block scalar", Message, "\npassword: |\n  CANARY\n  CANARY again\nEND", "\npassword: |\n  [redacted]\n  [redacted]\nEND",
        2);
    row("anchor and tag", Message, "\npassword: &a !!str CANARY\nEND", "\npassword: &a !!str [redacted]\nEND");
    row("authorization", Message, "\nAuthorization: Bearer CANARY1x\nEND", "\nAuthorization: [redacted]\nEND");
    row("no YAML yet", Message, "\n{headers: {X-Api-Key: 'CANARY1x', END", "\n{headers: {X-Api-Key: '[redacted]', END");
    row("address", Message, " https://me:CANARY@h.example/a?b=c END", " https://h.example/a?b=c END");
    row("query", Message, " https://h.example/?api_key=CANARY1x&b=c END", " https://h.example/?api_key=[redacted]&b=c END");
    row("a value", Value, " token=CANARY1x END", " token=[redacted] END");
    row("a check", Check, " apiKey: CANARY1x END", " apiKey: [redacted] END");
}

void TestDraftKeys::typedKeysAreInNoFile()
{
    QFETCH(const TypingPlace, place);
    QFETCH(const QString, typed);
    QFETCH(const QString, restored);
    QFETCH(const int, missing);
    Experiment before;
    {
        DraftedWindow window;
        QVERIFY(window.open(document()));
        goTo(window, place);
        if (QTest::currentTestFailed())
            return;
        window.type(typed);
        if (place == TypingPlace::Check) {
            auto *button = window.fixture.window->findChild<QPushButton *>(u"saveCheck"_s);
            QVERIFY(button->isEnabled());
            button->setFocus();
            QTest::keyClick(button, Qt::Key_Space);
        }
        QTRY_VERIFY2(textAt(window.experiment(), place).endsWith("END"_L1), qPrintable(textAt(window.experiment(), place)));
        before = window.experiment();
        QTRY_VERIFY2(draft().contains("END"), draft());
        const QStringList found = leaks();
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }
    QCOMPARE(FileStore().read(document()).value(), savedText);
    QVERIFY2(leaks().isEmpty(), qPrintable(leaks().join(u'\n'))); // what the window writes as it goes

    DraftedWindow next;
    QVERIFY(next.open(document()));
    QTRY_VERIFY_WITH_TIMEOUT(next.fixture.window->questionBar()->isVisible(), 30'000);
    QVERIFY(next.press(u"Recover"_s));
    Experiment expected = before;
    setTextAt(expected, place, textAt(before, place).replace(typed, restored));
    QCOMPARE(textAt(next.experiment(), place), textAt(expected, place));
    QCOMPARE(next.experiment(), expected); // and the keys of the file are those of the file
    const QString told = next.fixture.window->messageBar()->text();
    QVERIFY(next.fixture.window->messageBar()->isVisible());
    QVERIFY2(told.startsWith(missing == 1
                                 ? u"1 key that was typed is not kept in drafts; enter it again at line "_s
                                 : u"%1 keys that were typed are not kept in drafts; enter them again at lines "_s.arg(missing)),
             qPrintable(told));
    QTRY_VERIFY2(leaks().isEmpty(), qPrintable(leaks().join(u'\n'))); // the new draft, too
    // The line is that of the file as it is saved then.
    static const QRegularExpression number(u"lines? (\\d+)"_s);
    const int line = number.match(told).captured(1).toInt();
    QTest::keyClick(next.fixture.window.get(), Qt::Key_S, control);
    const QByteArrayList lines = FileStore().read(document()).value().split('\n');
    QVERIFY(line > 0 && line <= lines.size());
    QVERIFY2(lines.at(line - 1).contains(restored.contains(u"[redacted]"_s) ? "[redacted]" : "h.example"), lines.at(line - 1));
}

/// What is in the file is taken from there, and there is nothing to tell.
void TestDraftKeys::keysOfTheFileComeBack()
{
    Experiment before;
    {
        DraftedWindow window;
        QVERIFY(window.open(document()));
        goTo(window, TypingPlace::Message);
        window.type(u" END"_s);
        QTRY_VERIFY2(draft().contains("END"), draft());
        before = window.experiment();
    }
    QVERIFY2(leaks().isEmpty(), qPrintable(leaks().join(u'\n')));
    DraftedWindow next;
    QVERIFY(next.open(document()));
    QTRY_VERIFY_WITH_TIMEOUT(next.fixture.window->questionBar()->isVisible(), 30'000);
    QVERIFY(next.press(u"Recover"_s));
    QCOMPARE(next.experiment(), before);
    QVERIFY2(!next.fixture.window->messageBar()->text().contains(u"draft"_s),
             qPrintable(next.fixture.window->messageBar()->text()));
    QTest::keyClick(next.fixture.window.get(), Qt::Key_S, control);
    const QByteArray text = FileStore().read(document()).value();
    QVERIFY2(text.contains("END") && text.contains("X-Any: SAVEDCANARY1") && text.contains("# kept"), text);
    QVERIFY2(text.contains("https://me:SAVEDCANARY2@hook.example/in?token=SAVEDCANARY3"), text);
    QTRY_VERIFY(draft().isEmpty());
}

void TestDraftKeys::whatWasNeverSavedHasNone()
{
    {
        DraftedWindow window;
        QVERIFY(window.open({}));
        goTo(window, TypingPlace::Message);
        window.type(u"\nMY_TOKEN=CANARY1x END"_s);
        QTRY_VERIFY2(draft().contains("END"), draft());
    }
    QVERIFY2(leaks().isEmpty(), qPrintable(leaks().join(u'\n')));
    DraftedWindow next;
    QVERIFY(next.open({}));
    QTRY_VERIFY_WITH_TIMEOUT(next.fixture.window->questionBar()->isVisible(), 30'000);
    QVERIFY(next.press(u"Recover"_s));
    QTRY_VERIFY2(next.message().endsWith("\nMY_TOKEN=[redacted] END"_L1), qPrintable(next.message()));
    QVERIFY(next.fixture.window->messageBar()->text().startsWith(u"1 key that was typed is not kept in drafts"_s));
}

TEMPERA_WINDOW_TEST(TestDraftKeys)
#include "tst_draftkeys.moc"
