// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/picture.h"
#include "tests/widgets/windowfixture.h"

#include "widgets/charts/chartpane.h"
#include "widgets/charts/chartview.h"
#include "widgets/common/messagebar.h"
#include "widgets/common/numberbox.h"
#include "widgets/compare/comparepanel.h"
#include "widgets/cost/costface.h"
#include "widgets/cost/spenddialog.h"
#include "widgets/settings/budgetspage.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTabWidget>
#include <QTableView>
#include <QToolButton>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

/// A hosted model that costs a dollar for a million tokens in and ten for a million out, 1,000 at most.
struct CostedWindow : WindowFixture {
    CostedWindow()
    {
        const Result<Catalog> read = Catalog::fromJson(
            R"({"as_of": "2026-01-01", "source": "test", "providers": {"openai": {"title": "OpenAI",
                "hosts": ["api.openai.com"], "models": {
                    "priced": {"title": "Priced", "context": 100000, "max_output": 1000, "price": {"input": 1, "output": 10}},
                    "cheap": {"title": "Cheap", "context": 100000, "max_output": 1000,
                              "price": {"input": 0.1, "output": 1}}}}}})",
            u"prices.json"_s);
        if (read)
            catalog = *read;
    }

    [[nodiscard]] static Experiment hosted()
    {
        Experiment experiment = WindowFixture::experiment();
        for (int i = 0; i < experiment.variants.size(); ++i) {
            experiment.variants[i].endpoint = endpointFromId(u"openai:chat:priced"_s);
            experiment.variants[i].sampling.maxTokens = 1000;
        }
        return experiment;
    }

    [[nodiscard]] CostFace *face() const { return window->compare()->findChild<CostFace *>(); }
    [[nodiscard]] QString inTable(int row, int column) const
    {
        return face()->table()->model()->index(row, column).data().toString();
    }

    [[nodiscard]] bool showCosts()
    {
        press(Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
        return QTest::qWaitFor([this] { return face() && face()->table()->model()->rowCount() == 3; });
    }

    void typeInto(const QString &name, const QString &text) const
    {
        auto *box = window->findChild<NumberBox *>(name);
        box->setFocus(Qt::TabFocusReason);
        box->selectAll();
        QTest::keyClicks(box, text);
    }

    void answerAll(std::int64_t output)
    {
        for (int i = 0; i < engine.count(); ++i) {
            Usage usage;
            usage.inputTokens = 10;
            usage.outputTokens = output + i;
            engine.answer(i, u"Paris"_s, usage);
        }
    }

    [[nodiscard]] SpendDialog *spend() const { return window->findChild<SpendDialog *>(); }
};

constexpr int requestsColumn = 1;
constexpr int standardColumn = 4;

} // namespace

class TestCostFace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theJobIsPricedBeforeItIsRun();
    void wishesAreTyped();
    void aPilotNarrowsTheOutput();
    void withoutVariantsItSaysWhatIsMissing();
    void spendIsShownAndExported();
    void limitsOfADayStopARun();
    void limitsAreSetByKeys();
    void everythingHasAName();
};

void TestCostFace::theJobIsPricedBeforeItIsRun()
{
    CostedWindow f;
    QVERIFY(f.start(CostedWindow::hosted()));
    QVERIFY(f.showCosts());
    // Where the figures took a moment, the keyboard is in what is wished until then.
    QTRY_VERIFY(f.face()->isAncestorOf(QApplication::focusWidget()));
    f.press(Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(f.face()->table()->hasFocus());
    QCOMPARE(f.inTable(0, requestsColumn), u"2"_s);
    QCOMPARE(f.inTable(2, requestsColumn), u"4"_s); // the sum
    QVERIFY2(f.inTable(2, standardColumn).contains(u"–$0.040"_s),
             qPrintable(f.inTable(2, standardColumn))); // 4 × 1,000 tokens at $10 a million, and the input
    QCOMPARE(f.engine.count(), 0);                      // nothing was sent for that
    const auto *facts = f.face()->findChild<QLabel *>(u"costFacts"_s);
    QVERIFY2(facts->text().contains(u"median"_s), qPrintable(facts->text()));
    f.press(Qt::Key_Down);
    QVERIFY2(facts->text().startsWith(u"mini warm"_s), qPrintable(facts->text()));
    QTRY_COMPARE(f.face()->chart()->view()->chart().series.size(), 1);
    QVERIFY(f.face()->chart()->table()->model()->rowCount() > 0);
    QVERIFY(f.face()->adviceTable()->model()->rowCount() > 0);
    keepPicture(f.window.get(), u"costface"_s);
}

void TestCostFace::wishesAreTyped()
{
    CostedWindow f;
    QVERIFY(f.start(CostedWindow::hosted()));
    QVERIFY(f.showCosts());
    f.typeInto(u"jobDocuments"_s, u"10000"_s);
    QCOMPARE(f.inTable(0, requestsColumn), u"10,000"_s); // at once
    f.typeInto(u"jobCap"_s, u"1"_s);
    const QString capped = f.inTable(0, standardColumn);
    auto *models = f.face()->findChild<QComboBox *>(u"jobModel"_s);
    models->setFocus();
    QTest::keyClick(models, Qt::Key_Down);
    QVERIFY(f.inTable(0, standardColumn) != capped);
    auto *batch = f.face()->findChild<QCheckBox *>(u"jobBatch"_s);
    batch->setFocus();
    QTest::keyClick(batch, Qt::Key_Space);
    QCOMPARE(f.inTable(0, 9), u"within a day"_s);
    f.typeInto(u"jobDocuments"_s, QString());
    auto *documents = f.window->findChild<NumberBox *>(u"jobDocuments"_s);
    documents->selectAll();
    QTest::keyClick(documents, Qt::Key_Delete);
    QCOMPARE(f.inTable(0, requestsColumn), u"2"_s);
}

void TestCostFace::aPilotNarrowsTheOutput()
{
    CostedWindow f;
    QVERIFY(f.start(CostedWindow::hosted()));
    QVERIFY(f.showCosts());
    const auto *facts = f.face()->findChild<QLabel *>(u"costFacts"_s);
    QVERIFY2(facts->text().contains(u"up to 1,000"_s), qPrintable(facts->text()));
    auto *pilot = f.face()->findChild<QPushButton *>(u"pilot"_s);
    pilot->setFocus();
    QTest::keyClick(pilot, Qt::Key_Space);
    QTRY_COMPARE(f.engine.count(), 4); // two cases are all that there are
    f.answerAll(100);
    QTRY_VERIFY2(facts->text().contains(u"answers of a pilot"_s), qPrintable(facts->text()));
    QVERIFY2(f.inTable(2, standardColumn).contains(u"$0.004"_s), qPrintable(f.inTable(2, standardColumn)));
}

void TestCostFace::withoutVariantsItSaysWhatIsMissing()
{
    CostedWindow f;
    Experiment experiment = CostedWindow::hosted();
    experiment.variants.clear();
    QVERIFY(f.start(experiment));
    f.press(Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(f.face());
    const auto *empty = f.face()->findChild<QLabel *>(u"costEmpty"_s);
    QVERIFY(empty->isVisible());
    QVERIFY2(empty->text().contains(u"no variant"_s), qPrintable(empty->text()));
    QVERIFY(!f.face()->findChild<QPushButton *>(u"pilot"_s)->isEnabled());
    QVERIFY(f.window->findChild<NumberBox *>(u"jobDocuments"_s)->hasFocus());
}

void TestCostFace::spendIsShownAndExported()
{
    CostedWindow f;
    QVERIFY(f.start(CostedWindow::hosted()));
    QTest::keyClick(f.window.get(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(f.engine.count(), 4);
    f.answerAll(1000);
    QTRY_VERIFY(!f.window->session().isRunning());
    f.press(Qt::Key_S, Qt::ControlModifier | Qt::AltModifier);
    QTRY_VERIFY(f.spend());
    QTRY_COMPARE(f.spend()->chart()->table()->model()->rowCount(), 1); // one day
    const auto *sum = f.spend()->findChild<QLabel *>(u"spendSum"_s);
    QVERIFY2(sum->text().contains(u"$0.040"_s) && sum->text().contains(u"4 requests"_s), qPrintable(sum->text()));
    const QAbstractItemModel *tracker = f.spend()->tracker()->model();
    QTRY_COMPARE(tracker->index(3, 3 + 1).data().toString(), u"4,006"_s); // 1,000 to 1,003
    QCOMPARE(tracker->index(0, 5).data().toString(), u"4,046"_s);         // in and out of this run
    auto *by = f.spend()->findChild<QComboBox *>(u"spendBy"_s);
    by->setFocus();
    QTest::keyClick(by, Qt::Key_Down);
    QTest::keyClick(by, Qt::Key_Down);
    QTRY_COMPARE(f.spend()->chart()->table()->model()->index(0, 0).data().toString(), u"api.openai.com"_s);
    f.chosenFile = u"/tables/spend.csv"_s;
    auto *save = f.spend()->findChild<QPushButton *>(u"spendExport"_s);
    save->setFocus();
    QTest::keyClick(save, Qt::Key_Space);
    QVERIFY2(f.files.contents.value(f.chosenFile).startsWith("endpoint,cells,"),
             f.files.contents.value(f.chosenFile).constData());
    keepPicture(f.spend(), u"spend"_s);
    QTest::keyClick(f.spend(), Qt::Key_Escape);
    QTRY_VERIFY(!f.spend());
    auto *button = f.window->findChild<QToolButton *>(u"spend"_s);
    QVERIFY2(button->accessibleDescription().contains(u"Since the beginning: 40 tokens in + 4,006 out"_s),
             qPrintable(button->accessibleDescription()));
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_VERIFY(f.spend());
}

/// What was spent before counts: nothing is asked that may pass it.
void TestCostFace::limitsOfADayStopARun()
{
    CostedWindow f;
    Budget limits{.perRun = {}, .perDay = {}};
    f.prepare = [&limits](WindowContext &context) { context.limits = [&limits] { return limits; }; };
    QVERIFY(f.start(CostedWindow::hosted()));
    QTest::keyClick(f.window.get(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(f.engine.count(), 4);
    f.answerAll(1000); // $0.04
    QTRY_VERIFY(!f.window->session().isRunning());
    const auto *all = f.window->findChild<QAction *>(u"run_all"_s);
    const auto runAllByKeys = [&f, all] {
        const bool mayRun = QTest::qWaitFor([all] { return all->isEnabled(); });
        QTest::keyClick(f.window.get(), Qt::Key_Return, Qt::ControlModifier | Qt::AltModifier);
        return mayRun;
    };
    limits.perDay = Money::fromDollars(0.045);
    QVERIFY(runAllByKeys());
    QTRY_VERIFY(f.window->session().endedEarly()); // the first one alone may cost another cent
    QCOMPARE(f.engine.count(), 4);
    limits.perDay = Money::fromDollars(1);
    limits.perEndpoint.insert(u"openai"_s, Money::fromDollars(0.045));
    QVERIFY(runAllByKeys());
    QTRY_VERIFY(f.window->session().endedEarly());
    QCOMPARE(f.engine.count(), 4);
    limits.perEndpoint.clear();
    QVERIFY(runAllByKeys());
    QTRY_COMPARE(f.engine.count(), 8);
}

void TestCostFace::limitsAreSetByKeys()
{
    BudgetsPage page({.perRun = {}, .perDay = Money::fromDollars(5)}, {u"anthropic"_s, u"openai"_s});
    page.show();
    auto *day = page.findChild<NumberBox *>(u"dayBudget"_s);
    QCOMPARE(day->value(), 5.0);
    day->selectAll();
    QTest::keyClicks(day, u"7"_s);
    auto *name = page.findChild<QComboBox *>(u"limitName"_s);
    QTest::keyClicks(name->lineEdit(), u"models.example.net"_s);
    QTest::keyClicks(page.findChild<NumberBox *>(u"limitAmount"_s), u"2.5"_s);
    QTest::keyClick(page.findChild<QPushButton *>(u"setLimit"_s), Qt::Key_Space);
    Budget limits = page.limits();
    QCOMPARE(limits.perDay, Money::fromDollars(7));
    QVERIFY(!limits.perMonth);
    QCOMPARE(limits.perEndpoint.value(u"models.example.net"_s), Money::fromDollars(2.5));
    QTest::keyClick(page.findChild<QPushButton *>(u"removeLimit"_s), Qt::Key_Space);
    QVERIFY(page.limits().perEndpoint.isEmpty());
}

void TestCostFace::everythingHasAName()
{
    CostedWindow f;
    QVERIFY(f.start(CostedWindow::hosted()));
    QVERIFY(f.showCosts());
    f.press(Qt::Key_S, Qt::ControlModifier | Qt::AltModifier);
    QTRY_VERIFY(f.spend());
    for (const QWidget *root : {static_cast<QWidget *>(f.face()), static_cast<QWidget *>(f.spend())}) {
        const QList<QWidget *> all = root->findChildren<QWidget *>();
        for (const QWidget *widget : all) {
            if (widget->isVisible() && widget->focusPolicy() != Qt::NoFocus && !qobject_cast<const QAbstractButton *>(widget)
                && !widget->objectName().startsWith(u"qt_"_s) && !qobject_cast<const QLabel *>(widget))
                QVERIFY2(!widget->accessibleName().isEmpty(),
                         qPrintable(widget->objectName() + QLatin1StringView(widget->metaObject()->className())));
        }
    }
}

TEMPERA_WINDOW_TEST(TestCostFace)
#include "tst_costface.moc"
