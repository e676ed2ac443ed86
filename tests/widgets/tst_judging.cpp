// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// People judge answers in the real window, by keys.

#include "tests/widgets/runwindow.h"

#include "models/items/gridmodel.h"
#include "models/items/judgedpairsmodel.h"
#include "models/judging/runjudgements.h"
#include "widgets/common/controls.h"
#include "widgets/compare/comparepanel.h"
#include "widgets/compare/filterbar.h"
#include "widgets/compare/gridface.h"
#include "widgets/compare/runview.h"

#include <QAbstractItemModelTester>
#include <QAbstractSpinBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QTableView>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

/// Four countries with two variants; both answer the first with the same word.
Experiment fourCountries()
{
    Experiment experiment = WindowFixture::experiment();
    experiment.cases.clear();
    for (const QString &name : {u"Peru"_s, u"Chad"_s, u"Nepal"_s, u"Cuba"_s}) {
        Case row;
        row.description = name;
        row.variables += Variable{u"country"_s, name};
        experiment.cases += row;
    }
    return experiment;
}

bool startFour(WindowFixture &f)
{
    f.saved = {};
    if (!f.start(fourCountries()))
        return false;
    RunsTesting::runByKeys(f);
    int next = 0;
    return QTest::qWaitFor([&f, &next] {
        for (; next < f.engine.count(); ++next) {
            const CellKey key = f.engine.at(next).request.key;
            f.engine.answer(next,
                            key.caseIndex == 0
                                ? u"<b>Lima</b>"_s
                                : u"answer %1 of %2"_s.arg(key.caseIndex).arg(key.variantIndex == 0 ? u"one"_s : u"other"_s));
        }
        return next == 8 && !f.window->session().isRunning();
    });
}

Rating ratingAt(const WindowFixture &f, const CellKey &key)
{
    const Rating *said = f.window->session().judgements().ratingOf({f.window->session().runId(), key});
    return said ? *said : Rating();
}

Judgements storedOf(WindowFixture &f)
{
    std::optional<Judgements> found;
    QObject guard;
    f.store.loadJudgements(f.window->session().runId(), &guard, [&found](const Result<Judgements> &stored) { found = *stored; });
    if (!QTest::qWaitFor([&found] { return found.has_value(); }))
        qFatal("no callback came");
    return *found;
}

QDialog *dialogOf(const WindowFixture &f, const QString &name)
{
    const QList<QDialog *> all = f.window->findChildren<QDialog *>(name);
    for (QDialog *dialog : all) {
        if (dialog->isVisible())
            return dialog;
    }
    return nullptr;
}

/// Opens the dialog by keys and begins with the first two columns.
QDialog *beginBlind(WindowFixture &f)
{
    f.window->activateWindow();
    if (!QTest::qWaitForWindowActive(f.window.get()))
        return nullptr;
    QTest::keyClick(f.window.get(), Qt::Key_J, Qt::ControlModifier | Qt::ShiftModifier);
    QDialog *dialog = dialogOf(f, u"blindDialog"_s);
    if (!dialog || !QTest::qWaitForWindowActive(dialog))
        return nullptr;
    QTest::keyClick(dialog, Qt::Key_Return);
    return dialog;
}

QString textOf(const QDialog *dialog, const QString &name)
{
    return dialog->findChild<QPlainTextEdit *>(name)->toPlainText();
}

/// The keyboard is in the dialog, wherever that is.
void pressIn(QDialog *dialog, Qt::Key key, Qt::KeyboardModifiers modifiers = {})
{
    QWidget *focus = dialog->focusWidget();
    QTest::keyClick(focus ? focus : dialog, key, modifiers);
}

/// The key that prefers the second variant.
Qt::Key forOther(const QDialog *dialog)
{
    return textOf(dialog, u"blindLeft"_s).endsWith(u"other"_s) ? Qt::Key_1 : Qt::Key_2;
}

/// All that is said to somebody who looks at the dialog or has it read out.
QStringList saidBy(const QDialog *dialog)
{
    QStringList said{dialog->windowTitle(), dialog->accessibleName()};
    const QList<QWidget *> widgets = dialog->findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        if (!widget->isVisible())
            continue;
        said << widget->toolTip() << widget->accessibleName() << widget->accessibleDescription() << widget->whatsThis()
             << widget->statusTip() << widget->windowTitle();
        for (const char *name : {"text", "plainText", "currentText", "placeholderText"})
            said << widget->property(name).toString();
    }
    return said;
}

} // namespace

class TestJudging : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theGridIsRatedByKeys();
    void scoreTagsAndCommentAreTyped();
    void ratingsAreFiltered();
    void columnsAreRatedByKeys();
    void pairsAreJudgedUndoneAndFoundAgain();
    void nothingTellsWhoseAnswersTheyAre();
    void theResultIsSaid();
    void aRunThatIsReopenedShowsThem();
};

void TestJudging::theGridIsRatedByKeys()
{
    WindowFixture f;
    QVERIFY(startFour(f));
    const QAbstractItemModel *model = f.window->compare()->grid()->table()->model();
    const QAbstractItemModelTester tester(const_cast<QAbstractItemModel *>(model));
    f.press(Qt::Key_9, Qt::AltModifier);
    f.press(Qt::Key_Down);
    f.press(Qt::Key_Plus);
    QCOMPARE(ratingAt(f, {1, 0, 0, 0}).thumb, Thumb::Up);
    QCOMPARE(model->index(1, 0).data(GridModel::RatingRole).toString(), u"☝"_s);
    QVERIFY(model->index(1, 0).data(Qt::AccessibleTextRole).toString().contains(u"☝"_s));
    f.press(Qt::Key_Minus); // another opinion
    QCOMPARE(ratingAt(f, {1, 0, 0, 0}).thumb, Thumb::Down);
    f.press(Qt::Key_Minus); // none any more
    QVERIFY(ratingAt(f, {1, 0, 0, 0}).isEmpty());
    f.press(Qt::Key_Z, Qt::ControlModifier);
    f.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(ratingAt(f, {1, 0, 0, 0}).thumb, Thumb::Up);
    f.press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(ratingAt(f, {1, 0, 0, 0}).thumb, Thumb::Down);
    QVERIFY(!f.document.isModified()); // a rating is no change of the experiment
    QCOMPARE(storedOf(f).ratings.size(), 1u);
}

void TestJudging::scoreTagsAndCommentAreTyped()
{
    WindowFixture f;
    QVERIFY(startFour(f));
    f.press(Qt::Key_9, Qt::AltModifier);
    f.press(Qt::Key_N);
    QDialog *dialog = dialogOf(f, u"ratingDialog"_s);
    QVERIFY(dialog && QTest::qWaitForWindowActive(dialog));
    QTest::mouseClick(dialog->findChild<QLineEdit *>(u"ratingTags"_s), Qt::LeftButton);
    QTest::keyClicks(dialog->findChild<QLineEdit *>(u"ratingTags"_s), u"too-long, <b>bold</b>"_s);
    auto *score = dialog->findChild<QAbstractSpinBox *>(u"ratingScore"_s);
    score->selectAll();
    QTest::keyClicks(score, u"35"_s);
    QTest::keyClicks(dialog->findChild<QPlainTextEdit *>(u"ratingComment"_s), u"says nothing"_s);
    QTest::mouseClick(dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok), Qt::LeftButton);
    const Rating said = ratingAt(f, {0, 0, 0, 0});
    QCOMPARE(said.tags, (QStringList{u"too-long"_s, u"<b>bold</b>"_s}));
    QCOMPARE(said.score, 0.35);
    QCOMPARE(said.comment, u"says nothing"_s);
    // Escape changes nothing.
    f.press(Qt::Key_N);
    dialog = dialogOf(f, u"ratingDialog"_s);
    QVERIFY(dialog);
    QCOMPARE(textOf(dialog, u"ratingComment"_s), u"says nothing"_s);
    QTest::keyClicks(dialog->findChild<QLineEdit *>(u"ratingTags"_s), u", other"_s);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QVERIFY(ratingAt(f, {0, 0, 0, 0}) == said);
}

void TestJudging::ratingsAreFiltered()
{
    WindowFixture f;
    QVERIFY(startFour(f));
    f.press(Qt::Key_9, Qt::AltModifier);
    f.press(Qt::Key_Minus);
    f.press(Qt::Key_Down);
    f.press(Qt::Key_Plus);
    const QAbstractItemModel *model = f.window->compare()->grid()->table()->model();
    QTest::keyClick(f.window.get(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    QTest::keyClicks(f.window->compare()->grid()->filter()->line(), u"rating = down"_s);
    QTRY_COMPARE(model->rowCount(), 1);
    QCOMPARE(model->headerData(0, Qt::Vertical).toString(), u"Peru"_s);
    f.window->compare()->grid()->filter()->line()->selectAll();
    QTest::keyClicks(f.window->compare()->grid()->filter()->line(), u"rated"_s);
    QTRY_COMPARE(model->rowCount(), 2);
}

void TestJudging::columnsAreRatedByKeys()
{
    WindowFixture f;
    QVERIFY(startFour(f));
    f.press(Qt::Key_2, Qt::ControlModifier);
    f.press(Qt::Key_Plus);
    QCOMPARE(ratingAt(f, {0, 0, 1, 0}).thumb, Thumb::Up);
    const auto *said = f.column(1)->findChild<OneLineLabel *>(u"ratingText"_s);
    QVERIFY(said);
    QCOMPARE(said->text(), u"☝"_s);
    QVERIFY(f.column(0)->findChild<OneLineLabel *>(u"ratingText"_s)->text().isEmpty());
    f.press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(ratingAt(f, {0, 0, 1, 0}).isEmpty());
    QCOMPARE(said->text(), QString());
}

void TestJudging::pairsAreJudgedUndoneAndFoundAgain()
{
    WindowFixture f;
    QVERIFY(startFour(f));
    QDialog *dialog = beginBlind(f);
    QVERIFY(dialog);
    // The countries come in random order, so that the pair of the same text may come before or after.
    const QString left = textOf(dialog, u"blindLeft"_s);
    QVERIFY(!left.isEmpty());
    const Qt::Key other = forOther(dialog);
    pressIn(dialog, other);
    QVERIFY(textOf(dialog, u"blindLeft"_s) != left);
    pressIn(dialog, Qt::Key_3);
    pressIn(dialog, Qt::Key_Backspace);
    pressIn(dialog, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(textOf(dialog, u"blindLeft"_s), left); // on the same side again
    pressIn(dialog, other == Qt::Key_1 ? Qt::Key_Left : Qt::Key_Right);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!dialogOf(f, u"blindDialog"_s));

    std::vector<JudgedPair> stored = storedOf(f).pairs;
    std::erase_if(stored, [](const JudgedPair &pair) { return !pair.byHand; });
    QCOMPARE(stored.size(), 1u);
    QCOMPARE(stored[0].preference, Preference::Second);
    QCOMPARE(stored[0].secondWasLeft, other == Qt::Key_1);

    // It goes on where it was left: two of the three that differ are to come.
    dialog = beginBlind(f);
    QVERIFY(dialog);
    QVERIFY(textOf(dialog, u"blindLeft"_s) != left);
    pressIn(dialog, forOther(dialog));
    pressIn(dialog, Qt::Key_Down);
    QTRY_VERIFY(dialog->findChild<QPlainTextEdit *>(u"blindSentences"_s)->isVisible());
    const Judgements all = storedOf(f);
    QCOMPARE(all.pairs.size(), 4u);
    QCOMPARE(std::ranges::count(all.pairs, Preference::Second, &JudgedPair::preference), 2);
    const auto same = std::ranges::find(all.pairs, false, &JudgedPair::byHand);
    QVERIFY(same != all.pairs.end());
    QCOMPARE(same->first.caseIndex, 0); // Lima and Lima
}

void TestJudging::nothingTellsWhoseAnswersTheyAre()
{
    WindowFixture f;
    QVERIFY(startFour(f));
    QDialog *dialog = beginBlind(f);
    QVERIFY(dialog);
    QVERIFY(dialog->isModal());
    for (const QString &said : saidBy(dialog)) {
        for (const QString &name : {u"mini"_s, u"cool"_s, u"warm"_s, u"0.2"_s, u"0.9"_s})
            QVERIFY2(!said.contains(name, Qt::CaseInsensitive), qPrintable(said));
    }
    auto *pane = dialog->findChild<QPlainTextEdit *>(u"blindLeft"_s);
    pane->setFocus();
    QTest::keyClick(pane, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(pane, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), pane->toPlainText());
    // From within an answer the keys judge all the same.
    const QString before = pane->toPlainText();
    QTest::keyClick(pane, Qt::Key_2);
    QVERIFY(pane->toPlainText() != before);
}

void TestJudging::theResultIsSaid()
{
    WindowFixture f;
    QVERIFY(startFour(f));
    QDialog *dialog = beginBlind(f);
    QVERIFY(dialog);
    for (int i = 0; i < 3; ++i)
        pressIn(dialog, forOther(dialog));
    QTRY_VERIFY(dialog->findChild<QPlainTextEdit *>(u"blindSentences"_s)->isVisible());
    const QString result = textOf(dialog, u"blindSentences"_s);
    QVERIFY2(result.startsWith(u"mini warm preferred in 3, mini cool in 0 of 4 pairs, 1 of them tied"_s), qPrintable(result));
    QVERIFY(result.contains(u"not decided"_s)); // three are too few
    const auto *table = dialog->findChild<QTableView *>(u"blindPairs"_s);
    const QAbstractItemModelTester tester(table->model());
    QCOMPARE(table->model()->rowCount(), 4);
    auto *on = dialog->findChild<QPushButton *>(u"blindJudgeOn"_s);
    on->setFocus();
    QTest::keyClick(on, Qt::Key_Space);
    QVERIFY(!dialog->findChild<QPushButton *>(u"blindBegin"_s)->isEnabled()); // nothing is left
    auto *second = dialog->findChild<QComboBox *>(u"blindSecond"_s);
    second->setFocus();
    QTest::keyClick(second, Qt::Key_Up); // the same as the first
    QVERIFY(!dialog->findChild<QPushButton *>(u"blindSeeResult"_s)->isEnabled());
}

void TestJudging::aRunThatIsReopenedShowsThem()
{
    WindowFixture f;
    f.saved = {};
    QVERIFY(RunsTesting::startWithFiles(f));
    RunsTesting::runByKeys(f);
    RunsTesting::finishAll(f, 0);
    f.press(Qt::Key_9, Qt::AltModifier);
    f.press(Qt::Key_Plus);
    QCOMPARE(storedOf(f).ratings.size(), 1u);
    RunsTesting::openByKeys(f, RunsTesting::rivers);
    RunsTesting::openRun(f, 0, 1);
    QTRY_VERIFY(f.window->runView() && f.window->runView()->isVisible());
    ComparePanel *answers = f.window->runView()->compare();
    answers->focusGrid();
    const QAbstractItemModel *model = answers->grid()->table()->model();
    QTRY_COMPARE(model->index(0, 0).data(GridModel::RatingRole).toString(), u"☝"_s);
    answers->focusGrid();
    f.press(Qt::Key_Minus); // and they can be changed there
    QTRY_COMPARE(model->index(0, 0).data(GridModel::RatingRole).toString(), u"☟"_s);
}

TEMPERA_WINDOW_TEST(TestJudging)
#include "tst_judging.moc"
