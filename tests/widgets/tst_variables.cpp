// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/experimentfile.h"
#include "models/items/experimentedits.h"
#include "models/items/variablestablemodel.h"
#include "tests/widgets/windowfixture.h"
#include "widgets/common/growingedit.h"
#include "widgets/prompt/promptpanel.h"
#include "widgets/prompt/variablespage.h"

#include <QAction>
#include <QClipboard>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

constexpr auto control = Qt::ControlModifier;

/// The window with its table of cases in front, reached by its key.
struct VariablesHouse : WindowFixture {
    bool openTable(const Experiment &experiment = WindowFixture::experiment())
    {
        if (!start(experiment))
            return false;
        press(Qt::Key_3, Qt::AltModifier);
        return table() && QApplication::focusWidget() == table();
    }

    /// An editor is closed behind the key that ends it, before the next one.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const
    {
        WindowFixture::press(key, modifiers);
        QCoreApplication::processEvents();
    }
    [[nodiscard]] QTableView *table() const { return window->findChild<QTableView *>(u"variables"_s); }
    [[nodiscard]] GrowingEdit *value() const { return window->findChild<GrowingEdit *>(u"valueText"_s); }
    [[nodiscard]] QString head(int column) const
    {
        return table()->model()->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    }
    [[nodiscard]] QString headName(int column) const
    {
        return table()->model()->headerData(column, Qt::Horizontal, Qt::EditRole).toString();
    }
    [[nodiscard]] QStringList heads() const
    {
        QStringList names;
        for (int column = 0; column < table()->model()->columnCount(); ++column)
            names += headName(column);
        return names;
    }
    [[nodiscard]] QString value(int row, const QString &name) const
    {
        const CaseSource &cases = document.experiment().cases;
        return row < cases.size() ? Edits::variable(cases.at(row), name).toString(u"(none)"_s) : u"(no case)"_s;
    }
    void go(int row, int column) const
    {
        table()->setFocus();
        table()->selectionModel()->setCurrentIndex(table()->model()->index(row, column), QItemSelectionModel::ClearAndSelect);
    }
    /// Types where the focus is: the first key opens the cell's editor, which takes the others.
    void type(const QString &text) const
    {
        for (const QChar letter : text) {
            if (letter.unicode() < 0x80)
                QTest::keyClicks(QApplication::focusWidget(), QString(letter));
            else
                QTest::sendKeyEvent(QTest::Click, QApplication::focusWidget(), Qt::Key_unknown, QString(letter), Qt::NoModifier);
        }
    }
    void undoAll() const
    {
        for (int i = 0; i < 50 && const_cast<ExperimentDocument &>(document).canUndo(); ++i)
            QTest::keyClick(window.get(), Qt::Key_Z, control);
    }
};

Experiment emptyExperiment()
{
    Experiment experiment = WindowFixture::experiment();
    experiment.cases.clear();
    return experiment;
}

} // namespace

class TestVariables : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data();
    void init();
    void cleanup();
    void theEmptyRowMakesCases();
    void tabsFillARow();
    void tabLeavesBehindTheLastCell();
    void arrowsBeginAnewWhereReturnGoes();
    void columnsComeFromThePrompt();
    void aHalfTypedTagKeepsItsColumns();
    void theHeadTellsTheUse();
    void aColumnKeepsItsPlace();
    void expectedIsACheck_data();
    void expectedIsACheck();
    void aRichCheckIsNotFlattened();
    void deleteClears();
    void aVariableIsAddedAndRemoved();
    void theValueIsEditedInLines();
    void lineEndsStayOfTheirKind();
    void aHugeValueIsNotCut();
    void defaultsBecomeOwn();
    void valuesAreTakenAsText();
};

void TestVariables::initTestCase_data()
{
    QTest::addColumn<QLocale>("locale");
    QTest::newRow("C") << QLocale::c();
    QTest::newRow("German") << QLocale(QLocale::German, QLocale::Germany);
    QTest::newRow("Chinese") << QLocale(QLocale::Chinese, QLocale::China);
}

void TestVariables::init()
{
    QFETCH_GLOBAL(QLocale, locale);
    QLocale::setDefault(locale);
}

void TestVariables::cleanup()
{
    QLocale::setDefault(QLocale::c());
}

void TestVariables::theEmptyRowMakesCases()
{
    VariablesHouse f;
    QVERIFY(f.openTable(emptyExperiment()));
    QCOMPARE(f.table()->model()->rowCount(), 1);
    QCOMPARE(f.heads(), (QStringList{u"Description"_s, u"country"_s, u"Expected"_s}));
    f.type(u"France"_s);
    f.press(Qt::Key_Return);
    QCOMPARE(f.document.experiment().cases.size(), 1);
    QCOMPARE(f.table()->model()->rowCount(), 2);
    f.type(u"Côte d’Ivoire 3,5"_s);
    f.press(Qt::Key_Return);
    f.type(u"日本"_s);
    f.press(Qt::Key_Return);
    QCOMPARE(f.document.experiment().cases.size(), 3);
    QCOMPARE(f.value(0, u"country"_s), u"France"_s);
    QCOMPARE(f.value(1, u"country"_s), u"Côte d’Ivoire 3,5"_s);
    QCOMPARE(f.value(2, u"country"_s), u"日本"_s);
    QCOMPARE(f.table()->currentIndex().row(), 3);
    f.press(Qt::Key_Return); // there is nothing below, and nothing was typed
    QCOMPARE(f.document.experiment().cases.size(), 3);
    f.press(Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(f.table()->currentIndex().row(), 2);
    for (int left = 2; left >= 0; --left) {
        QTest::keyClick(f.window.get(), Qt::Key_Z, control);
        QCOMPARE(f.document.experiment().cases.size(), left);
    }
    QVERIFY(!f.document.canUndo());
}

void TestVariables::tabsFillARow()
{
    VariablesHouse f;
    Experiment experiment = emptyExperiment();
    experiment.prompts[0].messages[1].text += u" In {{ tone }} words."_s;
    QVERIFY(f.openTable(experiment));
    f.type(u"France"_s);
    f.press(Qt::Key_Tab);
    f.type(u"kind"_s);
    f.press(Qt::Key_Tab);
    f.type(u"contains: Paris"_s);
    f.press(Qt::Key_Return); // to where the row of Tabs began
    f.type(u"Japan"_s);
    f.press(Qt::Key_Tab);
    f.type(u"few"_s);
    f.press(Qt::Key_Backtab, Qt::ShiftModifier);
    QCOMPARE(f.table()->currentIndex().column(), 1);
    f.press(Qt::Key_Tab);
    f.press(Qt::Key_Tab);
    f.press(Qt::Key_Tab); // on to the next row
    f.type(u"Peru"_s);
    f.press(Qt::Key_Return);
    const CaseSource cases = f.document.experiment().cases;
    QCOMPARE(cases.size(), 3);
    QCOMPARE(f.value(0, u"tone"_s), u"kind"_s);
    QCOMPARE(f.value(1, u"country"_s), u"Japan"_s);
    QCOMPARE(f.value(1, u"tone"_s), u"few"_s);
    QCOMPARE(f.value(2, u"country"_s), u"Peru"_s);
    QCOMPARE(f.value(2, u"tone"_s), u"(none)"_s);
    QCOMPARE(cases.at(0).checks.size(), 1);
    QCOMPARE(cases.at(0).checks.at(0).type, u"contains"_s);
    QCOMPARE(cases.at(0).checks.at(0).value.toString(), u"Paris"_s);
}

void TestVariables::tabLeavesBehindTheLastCell()
{
    VariablesHouse f;
    QVERIFY(f.openTable());
    f.go(2, 2);
    f.press(Qt::Key_Tab);
    QVERIFY(QApplication::focusWidget() == f.value());
    f.go(0, 0);
    f.press(Qt::Key_Backtab, Qt::ShiftModifier);
    QVERIFY(QApplication::focusWidget() != f.table());
    QCOMPARE(f.document.experiment(), WindowFixture::experiment());
}

void TestVariables::arrowsBeginAnewWhereReturnGoes()
{
    VariablesHouse f;
    QVERIFY(f.openTable());
    f.press(Qt::Key_Tab); // from country to Expected
    f.press(Qt::Key_Down);
    f.press(Qt::Key_Return);
    QCOMPARE(f.table()->currentIndex().column(), 2);
    QCOMPARE(f.table()->currentIndex().row(), 2);
}

void TestVariables::columnsComeFromThePrompt()
{
    VariablesHouse f;
    QVERIFY(f.openTable());
    f.press(Qt::Key_2, Qt::AltModifier);
    GrowingEdit *edit = f.messageEdit(1);
    edit->setFocus();
    f.press(Qt::Key_End, control);
    f.type(u" Be {{ tone }}, {% if hint %}see {{ hint | upper }}{% endif %}{% for word in words %}{{ word }}{% endfor %}."_s);
    QCOMPARE(f.heads(), (QStringList{u"Description"_s, u"country"_s, u"tone"_s, u"hint"_s, u"words"_s, u"Expected"_s}));
    f.undoAll();
    QCOMPARE(f.heads(), (QStringList{u"Description"_s, u"country"_s, u"Expected"_s}));
}

void TestVariables::aHalfTypedTagKeepsItsColumns()
{
    VariablesHouse f;
    QVERIFY(f.openTable());
    GrowingEdit *edit = f.messageEdit(1);
    f.window->prompt()->showTab(PromptPanel::MessagesTab);
    edit->setFocus();
    f.press(Qt::Key_End, control);
    f.type(u"{{ tone }} {{"_s);
    QCOMPARE(f.heads(), (QStringList{u"Description"_s, u"country"_s, u"tone"_s, u"Expected"_s}));
    f.press(Qt::Key_Backspace);
    QCOMPARE(f.heads(), (QStringList{u"Description"_s, u"country"_s, u"tone"_s, u"Expected"_s}));
}

void TestVariables::theHeadTellsTheUse()
{
    VariablesHouse f;
    Experiment experiment = WindowFixture::experiment();
    experiment.cases[0].variables += Variable{u"extra"_s, u"x"_s};
    experiment.cases[0].variables += Variable{u"capital"_s, u"Paris"_s};
    experiment.cases[1].variables += Variable{u"capital"_s, u"Tokyo"_s};
    experiment.cases[0].checks[0].value = u"{{ capital }}"_s;
    QVERIFY(f.openTable(experiment));
    QCOMPARE(f.head(1), u"country\nused"_s);
    QCOMPARE(f.head(2), u"extra\nnot used"_s);
    QCOMPARE(f.head(3), u"capital\nused"_s); // by a check
    f.go(1, 1);
    f.press(Qt::Key_Delete);
    QCOMPARE(f.value(1, u"country"_s), u"(none)"_s);
    QVERIFY2(f.head(1).startsWith(u"country\nmissing in 1"_s), qPrintable(f.head(1)));
    QTest::keyClick(f.window.get(), Qt::Key_Z, control);
    QCOMPARE(f.head(1), u"country\nused"_s);
}

/// Where the columns stood must not depend on which value was typed first.
void TestVariables::aColumnKeepsItsPlace()
{
    VariablesHouse f;
    Experiment experiment = emptyExperiment();
    experiment.prompts[0].messages[1].text = u"{{ a }} {{ b }} {{ c }}"_s;
    QVERIFY(f.openTable(experiment));
    f.go(0, 3);
    f.type(u"three"_s);
    f.press(Qt::Key_Backtab, Qt::ShiftModifier);
    f.type(u"two"_s);
    f.press(Qt::Key_Return);
    QCOMPARE(f.heads(), (QStringList{u"Description"_s, u"a"_s, u"b"_s, u"c"_s, u"Expected"_s}));
    QCOMPARE(f.value(0, u"b"_s), u"two"_s);
    QCOMPARE(f.value(0, u"c"_s), u"three"_s);
}

void TestVariables::expectedIsACheck_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("value");
    QTest::addColumn<double>("threshold");
    QTest::newRow("the answer itself") << u"Paris, 3.5 \"x\""_s << u"equals"_s << u"Paris, 3.5 \"x\""_s << -1.0;
    QTest::newRow("a check") << u"icontains: paris"_s << u"icontains"_s << u"paris"_s << -1.0;
    QTest::newRow("the opposite") << u"not-contains:London"_s << u"not-contains"_s << u"London"_s << -1.0;
    QTest::newRow("with a threshold") << u"levenshtein(2.5):Paris"_s << u"levenshtein"_s << u"Paris"_s << 2.5;
    QTest::newRow("without a value") << u"is-json"_s << u"is-json"_s << QString() << -1.0;
    QTest::newRow("an unknown word") << u"note: Paris"_s << u"equals"_s << u"note: Paris"_s << -1.0;
}

void TestVariables::expectedIsACheck()
{
    QFETCH(QString, text);
    QFETCH(QString, type);
    QFETCH(QString, value);
    QFETCH(double, threshold);
    VariablesHouse f;
    QVERIFY(f.openTable(emptyExperiment()));
    f.press(Qt::Key_Tab);
    f.type(text);
    f.press(Qt::Key_Return);
    QCOMPARE(f.document.experiment().cases.size(), 1);
    QCOMPARE(f.document.experiment().cases.at(0).checks.size(), 1);
    const CheckSpec check = f.document.experiment().cases.at(0).checks.at(0);
    QCOMPARE(check.type, type);
    QCOMPARE(check.value.toString(), value);
    QCOMPARE(check.threshold.value_or(-1), threshold);
    // What is shown says the same check again, and an edit without a change changes nothing.
    const QModelIndex cell = f.table()->model()->index(0, 2);
    QVERIFY(!cell.data().toString().contains(u"null"_s));
    f.go(0, 2);
    f.press(Qt::Key_F2);
    f.press(Qt::Key_Return);
    QCOMPARE(f.document.experiment().cases.at(0).checks, QList<CheckSpec>{check});
    f.go(0, 2);
    f.press(Qt::Key_Delete);
    QVERIFY(f.document.experiment().cases.at(0).checks.isEmpty());
}

void TestVariables::aRichCheckIsNotFlattened()
{
    VariablesHouse f;
    Experiment experiment = WindowFixture::experiment();
    experiment.cases[0].checks[0].weight = 3;
    experiment.cases[1].checks[0].value = QJsonArray{u"Tokyo"_s, u"Edo"_s};
    QVERIFY(f.openTable(experiment));
    for (int row = 0; row < 2; ++row) {
        f.go(row, 2);
        f.type(u"x"_s);
        f.press(Qt::Key_Return);
        f.go(row, 2);
        f.press(Qt::Key_Delete);
        f.press(Qt::Key_F2);
        f.press(Qt::Key_Return);
    }
    QCOMPARE(f.document.experiment(), experiment);
}

void TestVariables::deleteClears()
{
    VariablesHouse f;
    QVERIFY(f.openTable());
    f.go(0, 0);
    f.press(Qt::Key_Right, Qt::ShiftModifier);
    f.press(Qt::Key_Down, Qt::ShiftModifier);
    f.press(Qt::Key_Delete);
    for (int row = 0; row < 2; ++row) {
        QCOMPARE(f.document.experiment().cases.at(row).description, QString());
        QCOMPARE(f.value(row, u"country"_s), u"(none)"_s);
        QVERIFY(!f.document.experiment().cases.at(row).checks.isEmpty());
    }
    QTest::keyClick(f.window.get(), Qt::Key_Z, control);
    QCOMPARE(f.document.experiment(), WindowFixture::experiment());
    f.go(1, 1);
    f.press(Qt::Key_Minus, control);
    QCOMPARE(f.document.experiment().cases.size(), 1);
    f.undoAll();
    QCOMPARE(f.document.experiment(), WindowFixture::experiment());
}

void TestVariables::aVariableIsAddedAndRemoved()
{
    VariablesHouse f;
    QVERIFY(f.openTable());
    auto *name = f.window->findChild<QLineEdit *>(u"variableName"_s);
    name->setFocus();
    f.type(u" tone "_s);
    f.press(Qt::Key_Return);
    QCOMPARE(f.heads(), (QStringList{u"Description"_s, u"country"_s, u"tone"_s, u"Expected"_s}));
    QVERIFY(name->text().isEmpty());
    QTest::keyClick(f.window.get(), Qt::Key_Z, control);
    QCOMPARE(f.heads(), (QStringList{u"Description"_s, u"country"_s, u"Expected"_s}));
    QCOMPARE(f.document.experiment(), WindowFixture::experiment());
}

void TestVariables::theValueIsEditedInLines()
{
    VariablesHouse f;
    QVERIFY(f.openTable());
    f.go(0, 1);
    QCOMPARE(f.value()->toPlainText(), u"France"_s);
    f.value()->setFocus();
    f.press(Qt::Key_End, control);
    f.press(Qt::Key_Return);
    f.type(u"zweite Zeile"_s);
    f.press(Qt::Key_Return, Qt::ShiftModifier);
    f.type(u"3."_s);
    QCOMPARE(f.value(0, u"country"_s), u"France\nzweite Zeile\n3."_s);
    QCOMPARE(f.value()->toPlainText(), u"France\nzweite Zeile\n3."_s.replace(u"\n3"_s, u"\n3"_s));
    QTest::keyClick(f.window.get(), Qt::Key_Z, control); // typing in one editor is one step
    QCOMPARE(f.document.experiment(), WindowFixture::experiment());
    QCOMPARE(f.value()->toPlainText(), u"France"_s);

    // A new case, from the empty row on.
    f.go(2, 1);
    f.value()->setFocus();
    f.type(u"Peru"_s);
    QCOMPARE(f.document.experiment().cases.size(), 3);
    QCOMPARE(f.value(2, u"country"_s), u"Peru"_s);
    QCOMPARE(f.table()->model()->rowCount(), 4);
}

void TestVariables::lineEndsStayOfTheirKind()
{
    VariablesHouse f;
    Experiment experiment = WindowFixture::experiment();
    const QString text = u"one\r\ntwo\u00a0three\tfour\r\n"_s;
    experiment.cases[0].variables[0].value = text;
    QVERIFY(f.openTable(experiment));
    f.go(0, 1);
    QCOMPARE(f.document.experiment(), experiment);
    f.press(Qt::Key_F2); // of several lines: the editor below
    QVERIFY(QApplication::focusWidget() == f.value());
    f.press(Qt::Key_End, control);
    f.type(u"!"_s);
    QCOMPARE(f.value(0, u"country"_s), text + u'!');
}

void TestVariables::aHugeValueIsNotCut()
{
    VariablesHouse f;
    Experiment experiment = WindowFixture::experiment();
    const QString huge = QString(1'000'000, u'x') + u"end"_s;
    experiment.cases[0].variables[0].value = huge;
    QVERIFY(f.openTable(experiment));
    f.go(0, 1);
    f.press(Qt::Key_F2);
    f.type(u"y"_s);
    QCOMPARE(f.value(0, u"country"_s), huge);
    auto *title = f.window->findChild<QLabel *>(u"valueTitle"_s);
    QVERIFY2(title->text().contains(QLocale().toString(huge.size())), qPrintable(title->text()));
    // Into a cell, whole.
    QApplication::clipboard()->setText(huge.toUpper());
    f.go(1, 1);
    f.type(u"a"_s);
    f.press(Qt::Key_V, control);
    f.press(Qt::Key_Return);
    QCOMPARE(f.value(1, u"country"_s).size(), huge.size() + 1);
    f.go(0, 1);
    f.press(Qt::Key_C, control);
    QCOMPARE(QApplication::clipboard()->text(), huge);
}

void TestVariables::defaultsBecomeOwn()
{
    VariablesHouse f;
    Experiment experiment = WindowFixture::experiment();
    experiment.defaultCase.variables += Variable{u"country"_s, u"Peru"_s};
    experiment.cases[0].variables.clear();
    QVERIFY(f.openTable(experiment));
    QCOMPARE(f.head(1), u"country\nused"_s);
    QCOMPARE(f.table()->model()->index(0, 1).data().toString(), u"Peru"_s);
    f.go(0, 1);
    f.press(Qt::Key_F2);
    f.press(Qt::Key_Return);
    QCOMPARE(f.document.experiment(), experiment); // nothing was moved
    f.go(0, 1);
    f.type(u"Chile"_s);
    f.press(Qt::Key_Return);
    QCOMPARE(f.value(0, u"country"_s), u"Chile"_s);
    QCOMPARE(f.document.experiment().defaultCase, experiment.defaultCase);
}

void TestVariables::valuesAreTakenAsText()
{
    VariablesHouse f;
    const Experiment experiment = WindowFixture::experiment();
    QVERIFY(f.openTable(experiment));
    const QList<QAction *> actions = f.table()->actions();
    const auto plain = std::ranges::find_if(actions, [](const QAction *action) { return action->isCheckable(); });
    QVERIFY(plain != actions.end());
    QVERIFY(!(*plain)->isChecked());
    (*plain)->trigger();
    QVERIFY(takesDataAsText(f.document.experiment(), Case()));
    const auto written = writeExperiment(f.document.experiment(), nullptr);
    QVERIFY2(written.contains("data: text"), written.constData());
    f.undoAll();
    QVERIFY(!(*plain)->isChecked());
    QCOMPARE(f.document.experiment(), experiment);
}

TEMPERA_WINDOW_TEST(TestVariables)
#include "tst_variables.moc"
