// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/experimentedits.h"
#include "tests/widgets/windowfixture.h"
#include "widgets/mainwindow/mainwindow.h"
#include "widgets/prompt/importdialog.h"
#include "widgets/prompt/promptpanel.h"
#include "widgets/prompt/variablespage.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDropEvent>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QRadioButton>
#include <QStringEncoder>
#include <QTableView>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

constexpr auto control = Qt::ControlModifier;

/// The window with its table of cases, and the dialog that asks about rows.
struct ImportHouse : WindowFixture {
    bool openTable(const Experiment &experiment = WindowFixture::experiment())
    {
        if (!start(experiment))
            return false;
        QCoreApplication::processEvents();
        press(Qt::Key_3, Qt::AltModifier);
        return table() && QApplication::focusWidget() == table();
    }

    /// What a key sets off is through before the next one.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const
    {
        WindowFixture::press(key, modifiers);
        QCoreApplication::processEvents();
    }
    void undo() const
    {
        window->activateWindow(); // there is no window manager that would
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
        QTest::keyClick(window.get(), Qt::Key_Z, control);
    }
    [[nodiscard]] QTableView *table() const { return window->findChild<QTableView *>(u"variables"_s); }
    [[nodiscard]] ImportDialog *dialog() const
    {
        const QList<ImportDialog *> all = window->findChildren<ImportDialog *>();
        for (ImportDialog *each : all) {
            if (each->isVisible())
                return each;
        }
        return nullptr;
    }
    template<typename T>
    [[nodiscard]] T *part(const QString &name) const
    {
        return dialog() ? dialog()->findChild<T *>(name) : nullptr;
    }
    void go(int row, int column) const
    {
        table()->setFocus();
        table()->setCurrentIndex(table()->model()->index(row, column));
    }
    void paste(const QString &text) const
    {
        QApplication::clipboard()->setText(text);
        press(Qt::Key_V, control);
    }
    /// Alt and a letter, in the dialog.
    void alt(Qt::Key key) const
    {
        QVERIFY(QTest::qWaitForWindowActive(dialog()));
        QTest::keyClick(dialog(), key, Qt::AltModifier);
    }
    [[nodiscard]] QStringList preview(int row) const
    {
        const auto *view = part<QTableView>(u"importPreview"_s);
        QStringList texts;
        for (int column = 0; view && column < view->model()->columnCount(); ++column)
            texts += view->model()->index(row, column).data().toString();
        return texts;
    }
    [[nodiscard]] QString problem() const { return part<QLabel>(u"importProblem"_s)->text(); }
    [[nodiscard]] QString value(int row, const QString &name) const
    {
        const CaseSource &cases = document.experiment().cases;
        return row < cases.size() ? Edits::variable(cases.at(row), name).toString(u"(none)"_s) : u"(no case)"_s;
    }
    [[nodiscard]] qsizetype caseCount() const { return document.experiment().cases.size(); }
    void import(const QString &path, const QByteArray &bytes)
    {
        files.contents.insert(path, bytes);
        chosenFile = path;
        press(Qt::Key_I, control | Qt::ShiftModifier);
    }
    [[nodiscard]] bool isReadToTheEnd() const
    {
        const auto *view = part<QTableView>(u"importPreview"_s);
        return view && view->model()->rowCount() > 0;
    }
};

} // namespace

class TestImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data();
    void init();
    void cleanup();
    void oneValueIsPastedAtOnce_data();
    void oneValueIsPastedAtOnce();
    void rowsAreOffered();
    void rowsOverwriteFromHere();
    void theFirstLineIsNames();
    void noColumnIsDropped();
    void theWholeTextGoesIntoOneCell();
    void escapePastesNothing();
    void strangeClipboards_data();
    void strangeClipboards();
    void aHugeCellIsPastedWhole();
    void aFileIsImported_data();
    void aFileIsImported();
    void theEncodingIsChosen();
    void theDelimiterIsChosen();
    void columnsAreMappedByKeys();
    void aBrokenFileSaysWhere();
    void aDroppedFileIsImported();
    void theButtonImports();
    void aMissingFileIsTold();
};

void TestImport::initTestCase_data()
{
    QTest::addColumn<QLocale>("locale");
    QTest::newRow("C") << QLocale::c();
    QTest::newRow("German") << QLocale(QLocale::German, QLocale::Germany);
}

void TestImport::init()
{
    QFETCH_GLOBAL(QLocale, locale);
    QLocale::setDefault(locale);
}

void TestImport::cleanup()
{
    QLocale::setDefault(QLocale::c());
}

void TestImport::oneValueIsPastedAtOnce_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("value");
    QTest::newRow("a word") << u"Peru"_s << u"Peru"_s;
    QTest::newRow("commas belong to the text") << u"Bonn, \"old\" capital; 3,5"_s << u"Bonn, \"old\" capital; 3,5"_s;
    QTest::newRow("a cell of a spreadsheet") << u"Peru\n"_s << u"Peru"_s;
    QTest::newRow("a line of Windows") << u"Peru\r\n"_s << u"Peru"_s;
    QTest::newRow("a mark") << QChar(QChar::ByteOrderMark) + u"Peru"_s << u"Peru"_s;
}

void TestImport::oneValueIsPastedAtOnce()
{
    QFETCH(QString, text);
    QFETCH(QString, value);
    ImportHouse f;
    QVERIFY(f.openTable());
    f.go(1, 1);
    f.paste(text);
    QVERIFY(!f.dialog());
    QCOMPARE(f.value(1, u"country"_s), value);
    f.go(2, 1);
    f.paste(text);
    QCOMPARE(f.caseCount(), 3);
    QCOMPARE(f.value(2, u"country"_s), value);
    f.undo();
    f.undo();
    QCOMPARE(f.document.experiment(), WindowFixture::experiment());
}

void TestImport::rowsAreOffered()
{
    ImportHouse f;
    QVERIFY(f.openTable());
    f.go(2, 1); // the empty row
    f.paste(u"Peru\tLima\nChile\tSantiago\n"_s);
    QVERIFY(f.dialog());
    QVERIFY(f.part<QRadioButton>(u"importAppend"_s)->isChecked());
    QVERIFY(!f.part<QRadioButton>(u"importOverwrite"_s)->isEnabled());
    QCOMPARE(f.preview(0), (QStringList{u"Peru"_s, u"Lima"_s}));
    QCOMPARE(f.preview(1), (QStringList{u"Chile"_s, u"Santiago"_s}));
    QCOMPARE(f.caseCount(), 2);
    QTest::keyClick(f.dialog(), Qt::Key_Return);
    QTRY_VERIFY(!f.dialog());
    QCOMPARE(f.caseCount(), 4);
    QCOMPARE(f.value(3, u"country"_s), u"Chile"_s);
    QCOMPARE(f.document.experiment().cases.at(2).checks.at(0).value.toString(), u"Lima"_s);
    QCOMPARE(f.table()->currentIndex().row(), 2);
    f.undo();
    QCOMPARE(f.document.experiment(), WindowFixture::experiment());
}

void TestImport::rowsOverwriteFromHere()
{
    ImportHouse f;
    QVERIFY(f.openTable());
    f.go(1, 1);
    f.paste(u"Peru\nChile"_s);
    QVERIFY(f.dialog());
    QVERIFY(f.part<QRadioButton>(u"importOverwrite"_s)->isChecked());
    QTest::mouseClick(f.dialog()->findChild<QPushButton *>(), Qt::LeftButton);
    QTRY_VERIFY(!f.dialog());
    QCOMPARE(f.caseCount(), 3);
    QCOMPARE(f.value(0, u"country"_s), u"France"_s);
    QCOMPARE(f.value(1, u"country"_s), u"Peru"_s);
    QCOMPARE(f.document.experiment().cases.at(1).description, u"Japan"_s); // what the rows do not speak of stays
    QCOMPARE(f.value(2, u"country"_s), u"Chile"_s);
}

void TestImport::theFirstLineIsNames()
{
    ImportHouse f;
    QVERIFY(f.openTable());
    f.go(0, 1);
    f.paste(u"country,mood,__expected\r\nPeru,\"glad, \"\"very\"\"\",contains:Lima\r\n"_s);
    QVERIFY(f.dialog());
    QCheckBox *names = f.part<QCheckBox>(u"importNames"_s);
    QVERIFY(!names->isChecked()); // "mood" is not known yet
    f.alt(Qt::Key_F);
    QTRY_VERIFY(names->isChecked()); // the button is seen going down
    f.alt(Qt::Key_A);
    QTRY_VERIFY(f.part<QRadioButton>(u"importAppend"_s)->isChecked());
    QCOMPARE(f.preview(0), (QStringList{u"Peru"_s, u"glad, \"very\""_s, u"contains:Lima"_s}));
    QTest::keyClick(f.dialog(), Qt::Key_Return);
    QTRY_VERIFY(!f.dialog());
    QCOMPARE(f.caseCount(), 3);
    QCOMPARE(f.value(2, u"mood"_s), u"glad, \"very\""_s);
    QCOMPARE(f.document.experiment().cases.at(2).checks.at(0).type, u"contains"_s);
    // A second time the names are known.
    f.window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(f.window.get()));
    f.paste(u"mood\tcountry\nsad\tChile"_s);
    QVERIFY(f.part<QCheckBox>(u"importNames"_s)->isChecked());
    QTest::keyClick(f.dialog(), Qt::Key_Return);
    QTRY_VERIFY(!f.dialog());
    QCOMPARE(f.value(3, u"mood"_s), u"sad"_s);
    QCOMPARE(f.value(3, u"country"_s), u"Chile"_s);
}

void TestImport::noColumnIsDropped()
{
    ImportHouse f;
    QVERIFY(f.openTable());
    f.go(0, 1);
    f.paste(u"Peru\tLima\tspanish\t10\nChile\tSantiago\tspanish\t7\textra"_s);
    QVERIFY(f.dialog());
    QCOMPARE(f.preview(1), (QStringList{u"Chile"_s, u"Santiago"_s, u"spanish"_s, u"7"_s, u"extra"_s}));
    QTest::keyClick(f.dialog(), Qt::Key_Return);
    QTRY_VERIFY(!f.dialog());
    QCOMPARE(f.value(0, u"country"_s), u"Peru"_s);
    QCOMPARE(f.value(0, u"column3"_s), u"spanish"_s);
    QCOMPARE(f.value(1, u"column4"_s), u"7"_s);
    QCOMPARE(f.value(1, u"column5"_s), u"extra"_s);
    QCOMPARE(f.value(0, u"column5"_s), u"(none)"_s);
}

void TestImport::theWholeTextGoesIntoOneCell()
{
    ImportHouse f;
    QVERIFY(f.openTable());
    f.go(0, 1);
    const QString text = u"First, a line.\n\nThen\tanother: “quoted”, 'single', \"double\".\n"_s;
    f.paste(text);
    QVERIFY(f.dialog());
    f.alt(Qt::Key_W);
    QTRY_VERIFY(f.part<QRadioButton>(u"importWhole"_s)->isChecked());
    QTest::keyClick(f.dialog(), Qt::Key_Return);
    QTRY_VERIFY(!f.dialog());
    QCOMPARE(f.value(0, u"country"_s), text);
    QCOMPARE(f.caseCount(), 2);
}

void TestImport::escapePastesNothing()
{
    ImportHouse f;
    QVERIFY(f.openTable());
    f.go(0, 1);
    f.paste(u"a\nb\nc"_s);
    QVERIFY(f.dialog());
    QTest::keyClick(f.dialog(), Qt::Key_Escape);
    QTRY_VERIFY(!f.dialog());
    QCOMPARE(f.document.experiment(), WindowFixture::experiment());
    QApplication::clipboard()->clear();
    f.press(Qt::Key_V, control);
    QVERIFY(!f.dialog());
}

void TestImport::strangeClipboards_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("value");
    const QString text = u"Köln € 東京"_s;
    QStringEncoder little("UTF-16LE");
    QStringEncoder big("UTF-16BE");
    const QByteArray littleBytes = little(text);
    const QByteArray bigBytes = big(text);
    QTest::newRow("UTF-16 as its charset says") << u"text/plain;charset=utf-16le"_s << littleBytes << text;
    QTest::newRow("UTF-16 with a mark") << u"text/plain;charset=utf-16"_s << QByteArray("\xFE\xFF") + bigBytes << text;
    QTest::newRow("UTF-16 with a mark under plain text") << u"text/plain"_s << QByteArray("\xFF\xFE") + littleBytes << text;
    QTest::newRow("windows-1252") << u"text/plain;charset=windows-1252"_s << QByteArray("K\xF6ln \x80") << u"Köln €"_s;
    QTest::newRow("NUL") << u"text/plain"_s << QByteArray("a\0b", 3) << QString::fromUtf8("a\0b", 3);
    QTest::newRow("an open quote") << u"text/plain"_s << QByteArray("\"so\" he said, \"") << u"\"so\" he said, \""_s;
}

void TestImport::strangeClipboards()
{
    QFETCH(QString, format);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, value);
    ImportHouse f;
    QVERIFY(f.openTable());
    f.go(0, 1);
    auto *data = new QMimeData;
    data->setData(format, bytes);
    QApplication::clipboard()->setMimeData(data);
    f.press(Qt::Key_V, control);
    QVERIFY(!f.dialog());
    QCOMPARE(f.value(0, u"country"_s), value);
    // It stays what it is in the file.
    const Result<LoadedExperiment> read = readExperiment(f.document.fileText(), u"/e.yaml"_s, f.files);
    QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
    QCOMPARE(Edits::variable(read->experiment.cases.at(0), u"country"_s).toString(), value);
}

void TestImport::aHugeCellIsPastedWhole()
{
    ImportHouse f;
    QVERIFY(f.openTable());
    f.go(0, 1);
    const QString huge(1'000'000, u'x');
    f.paste(huge);
    QCOMPARE(f.value(0, u"country"_s).size(), huge.size());
    f.paste(u"\"a\n"_s + huge + u"\"\tb\nc\td\n"_s);
    QVERIFY(f.dialog());
    QCOMPARE(f.preview(0).at(1), u"b"_s);
    QTest::keyClick(f.dialog(), Qt::Key_Return);
    QTRY_VERIFY(!f.dialog());
    QCOMPARE(f.value(0, u"country"_s).size(), huge.size() + 2);
    QCOMPARE(f.value(1, u"country"_s), u"c"_s);
}

void TestImport::aFileIsImported_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("CSV") << u"/d/t.csv"_s << QByteArray("country,__expected,tone\nPérou,icontains: lima,\nChile,Santiago,dry\n");
    QTest::newRow("JSON of rows") << u"/d/t.json"_s
                                  << QByteArray("[{\"country\":\"Pérou\",\"__expected\":\"icontains: lima\",\"tone\":\"\"},\n"
                                                "{\"country\":\"Chile\",\"__expected\":\"Santiago\",\"tone\":\"dry\"}]");
    QTest::newRow("JSON lines") << u"/d/t.jsonl"_s
                                << QByteArray("{\"country\":\"Pérou\",\"__expected\":\"icontains: lima\",\"tone\":\"\"}\n"
                                              "{\"country\":\"Chile\",\"__expected\":\"Santiago\",\"tone\":\"dry\"}\n");
    QTest::newRow("YAML of cases") << u"/d/t.yaml"_s
                                   << QByteArray(
                                          "- vars: {country: Pérou, tone: ''}\n  assert: [{type: icontains, value: lima}]\n"
                                          "- vars: {country: Chile, tone: dry}\n  assert: [{type: equals, value: Santiago}]\n");
}

void TestImport::aFileIsImported()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, bytes);
    ImportHouse f;
    QVERIFY(f.start()); // from anywhere: the table comes to the front
    f.import(path, bytes);
    QTRY_VERIFY(f.isReadToTheEnd());
    QVERIFY(f.preview(0).contains(u"Pérou"_s));
    QTest::keyClick(f.dialog(), Qt::Key_Return);
    QTRY_VERIFY(!f.dialog());
    QCOMPARE(f.caseCount(), 4);
    QCOMPARE(f.value(2, u"country"_s), u"Pérou"_s);
    QCOMPARE(f.value(2, u"tone"_s), QString());
    QCOMPARE(f.value(3, u"tone"_s), u"dry"_s);
    const CaseSource cases = f.document.experiment().cases;
    QCOMPARE(cases.at(2).checks.at(0).type, u"icontains"_s);
    QCOMPARE(cases.at(2).checks.at(0).value.toString(), u"lima"_s);
    QCOMPARE(cases.at(3).checks.at(0).type, u"equals"_s);
    f.undo();
    QCOMPARE(f.document.experiment(), WindowFixture::experiment());
}

void TestImport::theEncodingIsChosen()
{
    ImportHouse f;
    QVERIFY(f.openTable());
    f.import(u"/d/t.csv"_s, "country;tone\nK\xF6ln;dry\n");
    QTRY_VERIFY(f.dialog() && !f.problem().isEmpty());
    QVERIFY2(f.problem().contains(u'2') && f.problem().contains(u"t.csv"_s), qPrintable(f.problem()));
    QVERIFY(!f.dialog()->findChild<QPushButton *>()->isEnabled());
    f.alt(Qt::Key_E);
    QVERIFY(QApplication::focusWidget() == f.part<QComboBox>(u"importEncoding"_s));
    QTest::keyClicks(QApplication::focusWidget(), u"windows-1252"_s);
    QTRY_VERIFY(f.isReadToTheEnd());
    QCOMPARE(f.preview(0), (QStringList{u"Köln"_s, u"dry"_s}));
    QVERIFY(f.problem().isEmpty());
    QTest::keyClick(f.dialog(), Qt::Key_Return);
    QTRY_COMPARE(f.value(2, u"country"_s), u"Köln"_s);
}

void TestImport::theDelimiterIsChosen()
{
    ImportHouse f;
    QVERIFY(f.openTable());
    f.import(u"/d/t.txt"_s, "country|tone, mood\nPeru|dry, long\n");
    QTRY_VERIFY(f.dialog() && f.isReadToTheEnd());
    f.alt(Qt::Key_D);
    QTest::keyClicks(QApplication::focusWidget(), u"Vertical"_s);
    QTRY_COMPARE(f.preview(0), (QStringList{u"Peru"_s, u"dry, long"_s}));
    f.alt(Qt::Key_F); // no names
    QTRY_COMPARE(f.preview(0), (QStringList{u"country"_s, u"tone, mood"_s}));
    f.alt(Qt::Key_F);
    f.alt(Qt::Key_R);
    QTRY_VERIFY(f.part<QRadioButton>(u"importReplace"_s)->isChecked());
    QTRY_COMPARE(f.preview(0), (QStringList{u"Peru"_s, u"dry, long"_s}));
    QTest::keyClick(f.dialog(), Qt::Key_Return);
    QTRY_COMPARE(f.caseCount(), 1); // all others replaced
    QCOMPARE(f.value(0, u"tone, mood"_s), u"dry, long"_s);
}

void TestImport::columnsAreMappedByKeys()
{
    ImportHouse f;
    QVERIFY(f.openTable());
    f.import(u"/d/t.csv"_s, "land,answer,id,note\nPeru,Lima,17,x\n");
    QTRY_VERIFY(f.isReadToTheEnd());
    auto *mapping = f.part<QTableView>(u"importColumns"_s);
    const auto choose = [&](int row, const QString &title) {
        mapping->setFocus();
        mapping->setCurrentIndex(mapping->model()->index(row, 2));
        QTest::keyClick(mapping, Qt::Key_F2);
        QTest::keyClicks(QApplication::focusWidget(), title);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    };
    choose(0, u"country"_s);
    choose(1, u"(expected)"_s);
    choose(2, u"(left out)"_s);
    choose(3, u"country"_s);
    QTRY_VERIFY2(f.problem().contains(u"country"_s), qPrintable(f.problem())); // not two into one
    QVERIFY(f.dialog());
    choose(3, u"remark"_s);
    QTRY_VERIFY(f.problem().isEmpty());
    QCOMPARE(f.preview(0), (QStringList{u"Peru"_s, u"Lima"_s, u"x"_s}));
    mapping->setFocus();
    QTest::mouseClick(f.dialog()->findChild<QPushButton *>(), Qt::LeftButton);
    QTRY_VERIFY(!f.dialog());
    QCOMPARE(f.value(2, u"country"_s), u"Peru"_s);
    QCOMPARE(f.value(2, u"remark"_s), u"x"_s);
    QCOMPARE(f.value(2, u"id"_s), u"(none)"_s);
    QCOMPARE(f.document.experiment().cases.at(2).checks.at(0).value.toString(), u"Lima"_s);
}

void TestImport::aBrokenFileSaysWhere()
{
    ImportHouse f;
    QVERIFY(f.openTable());
    f.import(u"/d/t.jsonl"_s, "{\"country\":\"Peru\"}\n{\"country\":\n");
    QTRY_VERIFY(f.dialog() && !f.problem().isEmpty());
    QVERIFY2(f.problem().contains(u"t.jsonl"_s) && f.problem().contains(u'2'), qPrintable(f.problem()));
    QTest::keyClick(f.dialog(), Qt::Key_Return); // nothing to import
    QVERIFY(f.dialog());
    QCOMPARE(f.document.experiment(), WindowFixture::experiment());
}

void TestImport::aDroppedFileIsImported()
{
    ImportHouse f;
    QVERIFY(f.openTable());
    f.files.contents.insert(u"/d/t.csv"_s, "country\nPeru\n");
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(u"/d/t.csv"_s)});
    QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(f.table()->viewport(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(f.table()->viewport(), &drop);
    QTRY_VERIFY(f.isReadToTheEnd());
    QTest::keyClick(f.dialog(), Qt::Key_Return);
    QTRY_COMPARE(f.value(2, u"country"_s), u"Peru"_s);
}

void TestImport::theButtonImports()
{
    ImportHouse f;
    QVERIFY(f.openTable());
    f.files.contents.insert(u"/d/t.csv"_s, "country\nPeru\n");
    f.chosenFile = u"/d/t.csv"_s;
    QTest::mouseClick(f.window->findChild<QToolButton *>(u"importCases"_s), Qt::LeftButton);
    QTRY_VERIFY(f.isReadToTheEnd());
    QTest::keyClick(f.dialog(), Qt::Key_Escape);
    QTRY_VERIFY(!f.dialog());
    QCOMPARE(f.caseCount(), 2);
}

void TestImport::aMissingFileIsTold()
{
    ImportHouse f;
    QVERIFY(f.openTable());
    f.chosenFile = u"/d/none.csv"_s;
    f.press(Qt::Key_I, control | Qt::ShiftModifier);
    QTRY_VERIFY(f.dialog() && !f.problem().isEmpty());
    QVERIFY2(f.problem().contains(u"none.csv"_s), qPrintable(f.problem()));
}

TEMPERA_WINDOW_TEST(TestImport)
#include "tst_import.moc"
