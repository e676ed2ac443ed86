// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/windowfixture.h"
#include "widgets/common/growingedit.h"
#include "widgets/common/numberbox.h"
#include "widgets/compare/variantcolumn.h"
#include "widgets/prompt/checkform.h"

#include <QCheckBox>
#include <QComboBox>
#include <QJsonArray>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

constexpr auto control = Qt::ControlModifier;

/// The window with its page of checks, and answers to try them on.
struct ChecksHouse : WindowFixture {
    bool openChecks(const Experiment &experiment = WindowFixture::experiment())
    {
        if (!start(experiment))
            return false;
        press(Qt::Key_4, Qt::AltModifier);
        QCoreApplication::processEvents();
        return table() && QApplication::focusWidget() == table();
    }
    /// Runs all and gives every cell its answer: the first case's, then the second's.
    bool answerAll(const QStringList &texts)
    {
        QTest::keyClick(window.get(), Qt::Key_Return, control);
        if (!QTest::qWaitFor([this] { return engine.count() == 4; }))
            return false;
        for (int i = 0; i < 4; ++i) {
            const CellKey key = engine.at(i).request.key;
            engine.answer(i, texts.at(key.caseIndex * 2 + key.variantIndex), Usage());
        }
        return QTest::qWaitFor([this] { return !window->session().isRunning(); });
    }

    template<typename T>
    [[nodiscard]] T *part(const QString &name) const
    {
        return window->findChild<T *>(name);
    }
    [[nodiscard]] QTableView *table() const { return part<QTableView>(u"checks"_s); }
    [[nodiscard]] QString sentence(int row) const { return table()->model()->index(row, 0).data().toString(); }
    [[nodiscard]] QString summary() const { return part<QLabel>(u"checkSummary"_s)->text(); }
    [[nodiscard]] QStringList outcomes() const
    {
        const QAbstractItemModel *model = part<QTableView>(u"checkTrial"_s)->model();
        QStringList signs;
        for (int row = 0; row < model->rowCount(); ++row)
            signs += model->index(row, 0).data().toString().left(1);
        return signs;
    }
    [[nodiscard]] bool isTried(const QStringList &signs) const
    {
        return QTest::qWaitFor([&] { return outcomes() == signs; });
    }
    void add() const { QTest::keyClick(table(), Qt::Key_Insert); }
    /// Chooses a kind by its words, as typing on the closed list does.
    void choose(const QString &title) const
    {
        auto *kind = part<QComboBox>(u"checkKind"_s);
        kind->setFocus();
        QTest::keyClick(kind, Qt::Key_Home);
        for (int i = 0; i < kind->count() && kind->currentText() != title; ++i)
            QTest::keyClick(kind, Qt::Key_Down);
        QCOMPARE(kind->currentText(), title);
    }
    void type(QWidget *field, const QString &text) const
    {
        field->setFocus();
        QTest::keyClick(field, Qt::Key_A, control);
        if (text.isEmpty())
            QTest::keyClick(field, Qt::Key_Delete);
        for (const QChar letter : text) {
            if (letter == u'\n')
                QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
            else
                QTest::keyClicks(QApplication::focusWidget(), QString(letter));
        }
    }
    void typeText(const QString &text) const { type(part<GrowingEdit>(u"checkText"_s), text); }
    void save() const
    {
        auto *button = part<QPushButton>(u"saveCheck"_s);
        QVERIFY(button->isEnabled());
        button->setFocus();
        QTest::keyClick(button, Qt::Key_Space);
    }
    [[nodiscard]] QList<CheckSpec> own(int index = 0) const { return document.experiment().cases.at(index).checks; }
};

} // namespace

class TestChecksPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data();
    void init();
    void cleanup();
    void checksAreNamedInWords();
    void aCheckIsAddedAndTriedFirst();
    void whatIsMissingIsSaid();
    void aCheckForAllCases();
    void aCheckMovesBetweenScopes();
    void everyKindHasItsFields_data();
    void everyKindHasItsFields();
    void aJudgeIsNamed();
    void nothingIsWrittenByLooking();
    void aDraftIsDiscarded();
    void aDraftStaysWithItsCase();
    void aDraftFollowsItsCase();
    void anUnknownCheckIsKept();
    void answersThatComeAreTried();
    void aBadPatternIsTold();
    void checksAreRemoved();
    void withoutACaseItIsForAll();
};

void TestChecksPage::initTestCase_data()
{
    QTest::addColumn<QLocale>("locale");
    QTest::newRow("C") << QLocale::c();
    QTest::newRow("German") << QLocale(QLocale::German, QLocale::Germany);
}

void TestChecksPage::init()
{
    QFETCH_GLOBAL(QLocale, locale);
    QLocale::setDefault(locale);
}

void TestChecksPage::cleanup()
{
    QLocale::setDefault(QLocale::c());
}

void TestChecksPage::checksAreNamedInWords()
{
    ChecksHouse f;
    QVERIFY(f.openChecks());
    QCOMPARE(f.sentence(0), u"The answer contains “Paris”"_s);
    QCOMPARE(f.sentence(1), u"The answer does not contain “London”"_s);
    QCOMPARE(f.part<QComboBox>(u"checkKind"_s)->currentText(), u"contains the text"_s);
    QCOMPARE(f.part<GrowingEdit>(u"checkText"_s)->toPlainText(), u"Paris"_s);
    QVERIFY(!f.part<QCheckBox>(u"checkNegated"_s)->isChecked());
    QTest::keyClick(f.table(), Qt::Key_Down);
    QVERIFY(f.part<QCheckBox>(u"checkNegated"_s)->isChecked());
    QTest::keyClick(f.window.get(), Qt::Key_PageDown, control);
    QCOMPARE(f.sentence(0), u"The answer contains “tokyo” in any case"_s);
}

void TestChecksPage::aCheckIsAddedAndTriedFirst()
{
    ChecksHouse f;
    QVERIFY(f.openChecks());
    QVERIFY(f.answerAll({u"Paris, of course"_s, u"Lyon"_s, u"Tokyo"_s, u"Kyoto"_s}));
    f.add();
    QVERIFY(QApplication::focusWidget() == f.part<QComboBox>(u"checkKind"_s));
    f.choose(u"ends with the text"_s);
    f.typeText(u"course"_s);
    QVERIFY(f.isTried({u"✓"_s, u"✗"_s}));
    QTRY_VERIFY2(f.summary().startsWith(u"1 of 2"_s), qPrintable(f.summary()));
    QCOMPARE(f.document.experiment(), WindowFixture::experiment()); // not saved yet
    f.part<QCheckBox>(u"checkNegated"_s)->setFocus();
    f.press(Qt::Key_Space);
    QVERIFY(f.isTried({u"✗"_s, u"✓"_s}));
    QCOMPARE(f.document.experiment(), WindowFixture::experiment());
    f.save();
    QCOMPARE(f.own().size(), 3);
    QCOMPARE(f.own().last().type, u"not-ends-with"_s);
    QCOMPARE(f.own().last().value.toString(), u"course"_s);
    QCOMPARE(f.sentence(2), u"The answer does not end with “course”"_s);
    QCOMPARE(f.table()->currentIndex().row(), 2);
    // The answers there are were judged without it.
    const auto verdicts = [&f] { return f.column(0)->findChild<QLabel *>(u"columnVerdicts"_s)->accessibleName(); };
    QTRY_VERIFY2(verdicts().contains(u"not-ends-with"_s), qPrintable(verdicts()));
    QTRY_COMPARE(f.window->session().totals().checksFailed, 3);
    QTest::keyClick(f.window.get(), Qt::Key_Z, control);
    QCOMPARE(f.document.experiment(), WindowFixture::experiment());
    QTRY_COMPARE(f.window->session().totals().checksFailed, 2);
    QTRY_VERIFY2(!verdicts().contains(u"not-ends-with"_s), qPrintable(verdicts()));
}

void TestChecksPage::whatIsMissingIsSaid()
{
    ChecksHouse f;
    QVERIFY(f.openChecks());
    f.add();
    QVERIFY(!f.part<QLabel>(u"checkProblem"_s)->text().isEmpty());
    QVERIFY(!f.part<QPushButton>(u"saveCheck"_s)->isEnabled());
    f.choose(u"was fast enough"_s);
    QVERIFY2(f.part<QLabel>(u"checkProblem"_s)->text().contains(u"milliseconds"_s), "says which number");
    QVERIFY(!f.part<QPushButton>(u"saveCheck"_s)->isEnabled());
    f.type(f.part<NumberBox>(u"checkThreshold"_s), u"1500"_s);
    QVERIFY(!f.part<QLabel>(u"checkProblem"_s)->isVisible());
    f.save();
    QCOMPARE(f.own().last().threshold, 1500.0);
    QVERIFY(f.own().last().value.isNull());
    QVERIFY(!f.sentence(2).contains(u"null"_s));
}

void TestChecksPage::aCheckForAllCases()
{
    ChecksHouse f;
    QVERIFY(f.openChecks());
    QVERIFY(f.answerAll({u"Paris"_s, u"Lyon"_s, u"Tokyo"_s, u"Kyoto"_s}));
    f.add();
    f.choose(u"contains the text, in any case"_s);
    f.typeText(u"KYO"_s);
    QVERIFY(f.isTried({u"✗"_s, u"✗"_s})); // this case's
    auto *scope = f.part<QComboBox>(u"checkScope"_s);
    scope->setFocus();
    QTest::keyClick(scope, Qt::Key_Down);
    QVERIFY(f.isTried({u"✗"_s, u"✗"_s, u"✓"_s, u"✓"_s}));
    f.save();
    QCOMPARE(f.document.experiment().defaultCase.checks.size(), 1);
    QCOMPARE(f.own(), WindowFixture::experiment().cases.at(0).checks);
    QCOMPARE(f.table()->model()->rowCount(), 3);
    QCOMPARE(f.table()->model()->index(0, 1).data().toString(), u"all cases"_s);
    QTest::keyClick(f.window.get(), Qt::Key_PageDown, control);
    QCOMPARE(f.sentence(0), u"The answer contains “KYO” in any case"_s);
}

void TestChecksPage::aCheckMovesBetweenScopes()
{
    ChecksHouse f;
    QVERIFY(f.openChecks());
    auto *scope = f.part<QComboBox>(u"checkScope"_s);
    scope->setFocus();
    QTest::keyClick(scope, Qt::Key_Down);
    f.save();
    QCOMPARE(f.document.experiment().defaultCase.checks.size(), 1);
    QCOMPARE(f.document.experiment().defaultCase.checks.at(0).value.toString(), u"Paris"_s);
    QCOMPARE(f.own().size(), 1);
    scope->setFocus();
    QTest::keyClick(scope, Qt::Key_Up);
    f.save();
    QVERIFY(f.document.experiment().defaultCase.checks.isEmpty());
    QCOMPARE(f.own().size(), 2);
    QCOMPARE(f.own().last().value.toString(), u"Paris"_s);
}

void TestChecksPage::everyKindHasItsFields_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("type");
    QTest::addColumn<QJsonValue>("value");
    const QString text = u"checkText"_s;
    QTest::newRow("equals") << u"is exactly the text"_s << text << u"a\nb \"c\""_s << u"equals"_s << QJsonValue(u"a\nb \"c\""_s);
    QTest::newRow("JSON") << u"is exactly the text"_s << text << u"{\"a\": [1, 2.5]}"_s << u"equals"_s
                          << QJsonValue(QJsonObject{{u"a"_s, QJsonArray{1, 2.5}}});
    QTest::newRow("braces are text") << u"contains the text"_s << text << u"[1]"_s << u"contains"_s << QJsonValue(u"[1]"_s);
    QTest::newRow("list") << u"contains one of the texts"_s << text << u"yes, sir\nno"_s << u"contains-any"_s
                          << QJsonValue(QJsonArray{u"yes, sir"_s, u"no"_s});
    QTest::newRow("pattern") << u"matches the pattern"_s << u"checkLine"_s << u"^[0-9]+,[0-9]{2}$"_s << u"regex"_s
                             << QJsonValue(u"^[0-9]+,[0-9]{2}$"_s);
    QTest::newRow("any JSON") << u"is JSON"_s << text << QString() << u"is-json"_s << QJsonValue();
    QTest::newRow("schema") << u"contains JSON"_s << text << u"{\"type\": \"object\"}"_s << u"contains-json"_s
                            << QJsonValue(QJsonObject{{u"type"_s, u"object"_s}});
    QTest::newRow("words") << u"has this many words"_s << u"checkLeast"_s << u"3"_s << u"word-count"_s
                           << QJsonValue(QJsonObject{{u"min"_s, 3}});
    QTest::newRow("characters") << u"has at least this many characters"_s << u"checkLine"_s << u"12"_s << u"min-length"_s
                                << QJsonValue(12);
    QTest::newRow("reason") << u"ended for this reason"_s << u"checkReason"_s << u"length"_s << u"finish-reason"_s
                            << QJsonValue(u"length"_s);
    QTest::newRow("nearly") << u"is close to the text"_s << text << u"Paris"_s << u"levenshtein"_s << QJsonValue(u"Paris"_s);
    QTest::newRow("words that are not to be") << u"has none of the words"_s << text << u"bad\nworse"_s << u"forbidden-words"_s
                                              << QJsonValue(QJsonArray{u"bad"_s, u"worse"_s});
    QTest::newRow("rubric") << u"meets the rubric"_s << text << u"names one city"_s << u"llm-rubric"_s
                            << QJsonValue(u"names one city"_s);
    QTest::newRow("criteria") << u"scores well by the criteria"_s << text << u"[\"short\", \"true\"]"_s << u"g-eval"_s
                              << QJsonValue(QJsonArray{u"short"_s, u"true"_s});
    QTest::newRow("script") << u"passes the script"_s << text << u"const a = 1;\nreturn a > 0"_s << u"javascript"_s
                            << QJsonValue(u"const a = 1;\nreturn a > 0"_s);
}

void TestChecksPage::everyKindHasItsFields()
{
    QFETCH(QString, title);
    QFETCH(QString, field);
    QFETCH(QString, typed);
    QFETCH(QString, type);
    QFETCH(QJsonValue, value);
    ChecksHouse f;
    QVERIFY(f.openChecks());
    f.add();
    f.choose(title);
    auto *widget = f.part<QWidget>(field);
    QVERIFY(widget && widget->isVisible());
    QVERIFY(!f.part<QLabel>(u"checkExplanation"_s)->text().isEmpty());
    f.type(widget, typed);
    f.save();
    QCOMPARE(f.own().size(), 3);
    QCOMPARE(f.own().last().type, type);
    QCOMPARE(f.own().last().value, value);
    QCOMPARE(f.own().last().weight, 1.0);
    QVERIFY(!f.own().last().threshold);
    QVERIFY2(!f.sentence(2).contains(u"null"_s), qPrintable(f.sentence(2)));
}

/// A check that asks has a judge of its own, or the experiment's; what else a file says of it stays.
void TestChecksPage::aJudgeIsNamed()
{
    ChecksHouse f;
    Experiment experiment = WindowFixture::experiment();
    CheckSpec judged;
    judged.type = u"llm-rubric"_s;
    judged.value = u"is kind"_s;
    const QJsonObject config{{u"temperature"_s, 0}};
    judged.other = {{u"provider"_s, QJsonObject{{u"id"_s, u"openai:chat:a"_s}, {u"config"_s, config}}}};
    experiment.cases[0].checks += judged;
    QVERIFY(f.openChecks(experiment));
    auto *judge = f.part<QLineEdit>(u"checkJudge"_s);
    QVERIFY(!judge->isVisible()); // the first one asks nobody
    QTest::keyClick(f.table(), Qt::Key_Down);
    QTest::keyClick(f.table(), Qt::Key_Down);
    QVERIFY(judge->isVisible());
    QCOMPARE(judge->text(), u"openai:chat:a"_s);
    QCOMPARE(f.sentence(2), u"The answer meets the rubric “is kind”"_s);
    f.type(judge, u"local:b"_s);
    f.save();
    QCOMPARE(f.own().last().other.value(u"provider"_s).toObject().value(u"id"_s).toString(), u"local:b"_s);
    QCOMPARE(f.own().last().other.value(u"provider"_s).toObject().value(u"config"_s).toObject(), config);
    f.type(judge, QString());
    f.save();
    QVERIFY(!f.own().last().other.contains(u"provider"_s));

    f.add();
    f.choose(u"meets the rubric"_s);
    f.typeText(u"is short"_s);
    f.type(judge, u"openai:chat:c"_s);
    f.type(f.part<NumberBox>(u"checkThreshold"_s), QLocale().toString(0.5));
    f.save();
    QCOMPARE(f.own().last().other.value(u"provider"_s).toString(), u"openai:chat:c"_s);
    QCOMPARE(f.own().last().threshold, 0.5);
    QCOMPARE(f.engine.count(), 0); // trying a check asks nobody
}

void TestChecksPage::nothingIsWrittenByLooking()
{
    ChecksHouse f;
    Experiment experiment = WindowFixture::experiment();
    CheckSpec rich;
    rich.type = u"contains-any"_s;
    rich.value = u"a, \"b, c\""_s;
    rich.threshold = 0.5;
    rich.weight = 2.25;
    rich.metric = u"tone"_s;
    rich.other = {{u"config"_s, 1}};
    experiment.cases[0].checks += rich;
    CheckSpec number = rich;
    number.type = u"word-count"_s;
    number.value = u"{{ n }}"_s;
    experiment.cases[0].checks += number;
    QVERIFY(f.openChecks(experiment));
    for (int row = 0; row < 4; ++row)
        QTest::keyClick(f.table(), Qt::Key_Down);
    QCOMPARE(f.document.experiment(), experiment);
    QVERIFY(!f.part<QPushButton>(u"saveCheck"_s)->isEnabled());
    // Another weight leaves the rest as it stands in the file.
    QTest::keyClick(f.table(), Qt::Key_Up);
    f.type(f.part<NumberBox>(u"checkWeight"_s), QLocale().toString(0.5));
    f.save();
    rich.weight = 0.5;
    QCOMPARE(f.own().at(2), rich);
    QCOMPARE(f.own().at(3), number);
}

void TestChecksPage::aDraftIsDiscarded()
{
    ChecksHouse f;
    QVERIFY(f.openChecks());
    f.typeText(u"Lyon"_s);
    QVERIFY(!f.table()->isEnabled());
    auto *discard = f.part<QPushButton>(u"discardCheck"_s);
    discard->setFocus();
    QTest::keyClick(discard, Qt::Key_Space);
    QCOMPARE(f.part<GrowingEdit>(u"checkText"_s)->toPlainText(), u"Paris"_s);
    QVERIFY(f.table()->isEnabled());
    QCOMPARE(f.document.experiment(), WindowFixture::experiment());
}

void TestChecksPage::aDraftStaysWithItsCase()
{
    ChecksHouse f;
    QVERIFY(f.openChecks());
    f.add();
    f.typeText(u"Seine"_s);
    QTest::keyClick(f.window.get(), Qt::Key_PageDown, control);
    QCOMPARE(f.part<GrowingEdit>(u"checkText"_s)->toPlainText(), u"Seine"_s);
    QVERIFY(f.part<QComboBox>(u"checkScope"_s)->currentText().contains(u"France"_s));
    f.save();
    QCOMPARE(f.own(0).size(), 3);
    QCOMPARE(f.own(1).size(), 1);
    QCOMPARE(f.sentence(0), u"The answer contains “tokyo” in any case"_s); // now the other case's are shown
}

void TestChecksPage::aDraftFollowsItsCase()
{
    ChecksHouse f;
    QVERIFY(f.openChecks());
    QTest::keyClick(f.window.get(), Qt::Key_PageDown, control);
    f.add();
    f.typeText(u"Honshu"_s);
    Experiment next = f.document.experiment();
    next.cases.removeAt(0);
    f.document.edit(next, u"remove"_s);
    f.save();
    QCOMPARE(f.own(0).size(), 2); // Japan's, which is the first one now
    QCOMPARE(f.own(0).last().value.toString(), u"Honshu"_s);

    f.add();
    f.typeText(u"Kyushu"_s);
    next = f.document.experiment();
    next.cases.clear();
    f.document.edit(next, u"remove"_s);
    f.save();
    QVERIFY(f.part<QLabel>(u"checkProblem"_s)->isVisible());
    QVERIFY(f.document.experiment().defaultCase.checks.isEmpty());
    auto *scope = f.part<QComboBox>(u"checkScope"_s);
    scope->setFocus();
    QTest::keyClick(scope, Qt::Key_Down);
    f.save();
    QCOMPARE(f.document.experiment().defaultCase.checks.size(), 1);
}

void TestChecksPage::anUnknownCheckIsKept()
{
    ChecksHouse f;
    Experiment experiment = WindowFixture::experiment();
    experiment.cases[0].checks[0].type = u"python"_s;
    experiment.cases[0].checks[0].value = QJsonValue();
    QVERIFY(f.openChecks(experiment));
    QVERIFY(f.sentence(0).contains(u"python"_s));
    QVERIFY(f.part<GrowingEdit>(u"checkText"_s)->isReadOnly());
    QCOMPARE(f.part<QComboBox>(u"checkKind"_s)->currentText(), u"python"_s);
    QTest::keyClick(f.table(), Qt::Key_Down);
    QVERIFY(f.part<QComboBox>(u"checkKind"_s)->findText(u"python"_s) < 0);
    QCOMPARE(f.document.experiment(), experiment);
}

void TestChecksPage::answersThatComeAreTried()
{
    ChecksHouse f;
    QVERIFY(f.openChecks());
    QTRY_VERIFY(f.summary().contains(u"no answer"_s));
    QVERIFY(f.answerAll({u"Paris"_s, u"Lyon"_s, u"Tokyo"_s, u"Kyoto"_s}));
    QVERIFY(f.isTried({u"✓"_s, u"✗"_s}));
}

void TestChecksPage::aBadPatternIsTold()
{
    ChecksHouse f;
    QVERIFY(f.openChecks());
    QVERIFY(f.answerAll({u"Paris"_s, u"Lyon"_s, u"Tokyo"_s, u"Kyoto"_s}));
    f.add();
    f.choose(u"matches the pattern"_s);
    f.type(f.part<QLineEdit>(u"checkLine"_s), u"(Par"_s);
    QVERIFY(f.isTried({u"!"_s, u"!"_s}));
    QTest::keyClicks(f.part<QLineEdit>(u"checkLine"_s), u"|x)"_s);
    QVERIFY(f.isTried({u"✓"_s, u"✗"_s}));
}

void TestChecksPage::checksAreRemoved()
{
    ChecksHouse f;
    QVERIFY(f.openChecks());
    QTest::keyClick(f.table(), Qt::Key_Down);
    QTest::keyClick(f.table(), Qt::Key_Delete);
    QCOMPARE(f.own().size(), 1);
    QCOMPARE(f.own().at(0).value.toString(), u"Paris"_s);
    QTest::keyClick(f.window.get(), Qt::Key_Z, control);
    QCOMPARE(f.document.experiment(), WindowFixture::experiment());
}

void TestChecksPage::withoutACaseItIsForAll()
{
    ChecksHouse f;
    Experiment experiment = WindowFixture::experiment();
    experiment.cases.clear();
    QVERIFY(f.openChecks(experiment));
    f.add();
    QCOMPARE(f.part<QComboBox>(u"checkScope"_s)->count(), 1);
    f.typeText(u"x"_s);
    f.save();
    QCOMPARE(f.document.experiment().defaultCase.checks.size(), 1);
}

TEMPERA_WINDOW_TEST(TestChecksPage)
#include "tst_checkspage.moc"
