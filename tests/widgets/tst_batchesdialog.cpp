// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Batches in the window, by keys: what they would cost, sending, following, fetching, cancelling.

#include "widgets/batches/batchesdialog.h"

#include "models/items/batchesmodel.h"
#include "tests/support/fakebatches.h"
#include "tests/widgets/windowfixture.h"
#include "widgets/batches/submitbatchdialog.h"
#include "widgets/common/messagebar.h"
#include "widgets/common/questionbar.h"

#include <QAction>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QTableView>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Tempera;

namespace {

/// What stays when a window is closed.
struct Workplace {
    FakeClock clock;
    MemoryRunStore runs{clock};
    FakeBatchService service;
    MemoryBatchStore batches;
};

/// A model on this machine, and one that has batches.
Experiment halfHosted()
{
    Experiment experiment = WindowFixture::experiment();
    experiment.variants[1].endpoint = endpointFromId(u"openai:chat:gpt-4o"_s, [](const QString &) { return QString(); });
    experiment.variants[1].label = u"hosted"_s;
    return experiment;
}

/// The window over it.
struct BatchedWindow : WindowFixture {
    explicit BatchedWindow(Workplace &place) : work(place)
    {
        prepare = [this](WindowContext &context) {
            context.session.store = &work.runs;
            context.session.clock = &work.clock;
            context.batches = {&work.service, &work.batches};
        };
    }

    template<typename Dialog>
    [[nodiscard]] Dialog *open(Qt::Key key)
    {
        window->activateWindow();
        if (!QTest::qWaitForWindowActive(window.get()))
            return nullptr;
        press(key, Qt::ControlModifier | Qt::AltModifier);
        if (!QTest::qWaitFor([this] { return window->findChild<Dialog *>() != nullptr; }))
            return nullptr;
        auto *dialog = window->findChild<Dialog *>();
        return QTest::qWaitForWindowActive(dialog) ? dialog : nullptr;
    }
    [[nodiscard]] SubmitBatchDialog *openSubmit() { return open<SubmitBatchDialog>(Qt::Key_U); }
    [[nodiscard]] BatchesDialog *openList() { return open<BatchesDialog>(Qt::Key_A); }

    /// Sends what is open by keys, and waits until the list of batches is there.
    [[nodiscard]] bool submit()
    {
        auto *dialog = openSubmit();
        if (!dialog || !QTest::qWaitFor([dialog] { return dialog->findChild<QPushButton *>(u"submitBatch"_s)->isEnabled(); }))
            return false;
        QTest::keyClick(dialog->focusWidget(), Qt::Key_Return);
        return QTest::qWaitFor([this] {
            const auto *list = window->findChild<BatchesDialog *>();
            return list && list->table()->model()->rowCount() > 0 && !window->findChild<SubmitBatchDialog *>();
        });
    }
    /// As if the answers had come: the batch is over.
    void answerAll(BatchState state = BatchState::Completed)
    {
        work.service.tell(u"batch_1"_s, state, {2, 1, 1, 1});
        work.service.results.insert(
            u"batch_1"_s,
            {{work.service.item(0, 0, BatchOutcome::Answered, "Paris"), work.service.item(0, 1, BatchOutcome::Expired)}, {}});
    }
    [[nodiscard]] QPushButton *answerButton(const QString &text) const
    {
        for (QPushButton *each : window->questionBar()->findChildren<QPushButton *>()) {
            if (QString(each->text()).remove(u'&') == text && each->isVisible())
                return each;
        }
        return nullptr;
    }
    [[nodiscard]] RunState stateOfRun() const
    {
        RunState state = RunState::Running;
        bool isThere = false;
        work.runs.listRuns(1, window.get(), [&](const Result<QList<RunSummary>> &runs) {
            isThere = true;
            if (runs && !runs->isEmpty())
                state = runs->constFirst().run.state;
        });
        return QTest::qWaitFor([&isThere] { return isThere; }) ? state : RunState::Running;
    }

    Workplace &work;
};

QString textOf(const QWidget *parent, const QString &name)
{
    const auto *label = parent->findChild<QLabel *>(name);
    return label->isVisible() ? label->text() : QString();
}

void pressButton(const QWidget *parent, const QString &name)
{
    auto *button = parent->findChild<QPushButton *>(name);
    QVERIFY2(button && button->isEnabled(), qPrintable(name));
    button->setFocus();
    QTest::keyClick(button, Qt::Key_Space);
}

QString inTable(const BatchesDialog *dialog, int row, int column)
{
    return dialog->table()->model()->index(row, column).data().toString();
}

} // namespace

class TestBatchesDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itSaysWhatSendingMeans()
    {
        Workplace work;
        BatchedWindow f(work);
        QVERIFY(f.start(halfHosted()));
        SubmitBatchDialog *dialog = f.openSubmit();
        QVERIFY(dialog);
        QTRY_VERIFY(dialog->findChild<QPushButton *>(u"submitBatch"_s)->isEnabled());
        QCOMPARE(textOf(dialog, u"batchRequests"_s), u"Requests: 2. Batches: 1, to openai:chat:gpt-4o (2)."_s);
        const QString prices = textOf(dialog, u"batchPrices"_s);
        QVERIFY2(prices.contains(u"At batch price: ≈ $0.000060–$0.00070."_s)
                     && prices.contains(u"one by one: ≈ $0.00012–$0.0014."_s),
                 qPrintable(prices));
        QVERIFY(textOf(dialog, u"batchLeftOut"_s).contains(u"“mini cool” is left out"_s));
        QVERIFY(textOf(dialog, u"batchFault"_s).isEmpty());
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(!f.window->findChild<SubmitBatchDialog *>());
        QVERIFY(work.service.sent.empty());
        QVERIFY(work.batches.saved.isEmpty());
    }

    void nothingCanBeSent()
    {
        Workplace work;
        BatchedWindow f(work);
        QVERIFY(f.start());
        SubmitBatchDialog *dialog = f.openSubmit();
        QVERIFY(dialog);
        QTRY_VERIFY(textOf(dialog, u"batchFault"_s).contains(u"no variant has a batch API"_s));
        QVERIFY(textOf(dialog, u"batchLeftOut"_s).contains(u"“mini warm” is left out"_s));
        QVERIFY(!dialog->findChild<QPushButton *>(u"submitBatch"_s)->isEnabled());
    }

    void theBudgetForbidsIt()
    {
        Workplace work;
        BatchedWindow f(work);
        f.saved.budget = Money::fromNano(1);
        QVERIFY(f.start(halfHosted()));
        SubmitBatchDialog *dialog = f.openSubmit();
        QVERIFY(dialog);
        QTRY_VERIFY(!textOf(dialog, u"batchFault"_s).isEmpty());
        QVERIFY(!textOf(dialog, u"batchPrices"_s).isEmpty()); // what it would cost is said all the same
        QVERIFY(!dialog->findChild<QPushButton *>(u"submitBatch"_s)->isEnabled());
        QTest::keyClick(dialog, Qt::Key_Return);
        QVERIFY(work.service.sent.empty());
    }

    void whatTheProviderRefusesIsSaid()
    {
        Workplace work;
        BatchedWindow f(work);
        QVERIFY(f.start(halfHosted()));
        work.service.submitFault = failure(ErrorKind::Auth, u"no such key"_s).error();
        SubmitBatchDialog *dialog = f.openSubmit();
        QVERIFY(dialog);
        QTRY_VERIFY(dialog->findChild<QPushButton *>(u"submitBatch"_s)->isEnabled());
        QTest::keyClick(dialog->focusWidget(), Qt::Key_Return);
        QTRY_VERIFY(textOf(dialog, u"batchFault"_s).contains(u"no such key"_s));
        QVERIFY(textOf(dialog, u"batchFault"_s).contains(u"sent: 0"_s));
        QCOMPARE(work.batches.batches.constFirst().state, BatchState::Failed);
    }

    /// Sent, asked for while the window is open, told, merged and shown; nobody did anything but press keys.
    void aBatchGoesItsWay()
    {
        Workplace work;
        BatchedWindow f(work);
        QVERIFY(f.start(halfHosted()));
        f.document.markSaved(u"/work/capitals.yaml"_s);
        QVERIFY(f.submit());
        QCOMPARE(work.service.sent.size(), 1u);
        auto *list = f.window->findChild<BatchesDialog *>();
        QCOMPARE(inTable(list, 0, BatchesModel::Run), u"Capitals"_s);
        list->resize(500, 300); // where it is narrow, names stay readable
        QTRY_COMPARE(list->width(), 500);
        QVERIFY(list->table()->columnWidth(BatchesModel::Run) > list->fontMetrics().horizontalAdvance(u"Capitals"_s));
        QCOMPARE(inTable(list, 0, BatchesModel::State), u"waiting"_s);
        QCOMPARE(inTable(list, 0, BatchesModel::Answered), u"0 of 2"_s);
        QVERIFY(inTable(list, 0, BatchesModel::Cost).contains(u'$'));
        QTest::keyClick(list, Qt::Key_Escape);
        QTRY_VERIFY(!f.window->findChild<BatchesDialog *>());
        work.clock.advance(1min);
        QTRY_COMPARE(work.service.refreshed.size(), 1);
        QVERIFY(!f.window->questionBar()->isVisible());
        f.answerAll();
        QTRY_VERIFY((work.clock.advance(1min), work.batches.batches.constFirst().state == BatchState::Completed));
        QTRY_VERIFY(f.window->questionBar()->isVisible());
        QVERIFY2(f.window->questionBar()->text().contains(u"“Capitals” are over: 1 of 2 answered. Expired: 1."_s),
                 qPrintable(f.window->questionBar()->text()));
        QPushButton *fetch = f.answerButton(u"Fetch Answers"_s);
        QVERIFY(fetch);
        fetch->setFocus();
        QTest::keyClick(fetch, Qt::Key_Space);
        QTRY_VERIFY(f.window->messageBar()->isVisible());
        QVERIFY2(f.window->messageBar()->text().contains(u"1 of 2 requests were answered"_s)
                     && f.window->messageBar()->text().contains(u"Expired: 1."_s),
                 qPrintable(f.window->messageBar()->text()));
        QCOMPARE(f.stateOfRun(), RunState::Finished);
        QTRY_COMPARE(f.answer(1), u"Paris"_s); // in the column of the hosted one
        QCOMPARE(f.engine.count(), 0);
    }

    /// Expired and failed ones are told by count and reason.
    void answersAreFetchedFromTheList()
    {
        Workplace work;
        BatchedWindow f(work);
        QVERIFY(f.start(halfHosted()));
        QVERIFY(f.submit());
        auto *list = f.window->findChild<BatchesDialog *>();
        pressButton(list, u"fetchBatch"_s);
        QTRY_VERIFY(textOf(list, u"batchesTold"_s).contains(u"Not all batches"_s));
        QVERIFY(work.service.fetchedIds.isEmpty());
        f.answerAll(BatchState::Expired);
        list->table()->setFocus();
        QTest::keyClick(list->table(), Qt::Key_F5);
        QTRY_COMPARE(inTable(list, 0, BatchesModel::State), u"expired"_s);
        QVERIFY(!f.window->questionBar()->isVisible()); // it is seen here
        QTRY_VERIFY(list->findChild<QPushButton *>(u"fetchBatch"_s)->isEnabled());
        pressButton(list, u"fetchBatch"_s);
        QTRY_COMPARE(inTable(list, 0, BatchesModel::State), u"expired, fetched"_s);
        const QString told = textOf(list, u"batchesTold"_s);
        QVERIFY2(told.contains(u"1 of 2 requests were answered"_s) && told.contains(u"Expired: 1."_s), qPrintable(told));
        QCOMPARE(inTable(list, 0, BatchesModel::Expired), u"1"_s);
        QVERIFY(!list->findChild<QPushButton *>(u"fetchBatch"_s)->isEnabled()); // once
        QVERIFY(!list->findChild<QWidget *>(u"batchesProgress"_s)->isVisible());
    }

    void theyOutliveTheWindow()
    {
        Workplace work;
        {
            BatchedWindow f(work);
            QVERIFY(f.start(halfHosted()));
            QVERIFY(f.submit());
        }
        BatchedWindow f(work);
        QVERIFY(f.start(halfHosted()));
        QTRY_COMPARE(work.clock.runningTimers() > 0, true);
        f.answerAll();
        work.clock.advance(2h); // while nobody looked
        QTRY_VERIFY(f.window->questionBar()->isVisible());
        BatchesDialog *list = f.openList();
        QVERIFY(list);
        QTRY_COMPARE(list->table()->model()->rowCount(), 1);
        QCOMPARE(inTable(list, 0, BatchesModel::State), u"done"_s);
        QTest::keyClick(list->table(), Qt::Key_Return); // its run, which has no answers yet
        QTRY_VERIFY(f.window->runView() && f.window->runView()->isVisible());
    }

    void cancellingIsAsked()
    {
        Workplace work;
        BatchedWindow f(work);
        QVERIFY(f.start(halfHosted()));
        QVERIFY(f.submit());
        auto *list = f.window->findChild<BatchesDialog *>();
        list->table()->setFocus();
        QTest::keyClick(list->table(), Qt::Key_Delete);
        auto *question = list->findChild<QMessageBox *>(u"cancelBatchQuestion"_s);
        QVERIFY(question);
        QTest::keyClick(question, Qt::Key_Escape);
        QTRY_VERIFY(!list->findChild<QMessageBox *>(u"cancelBatchQuestion"_s));
        QVERIFY(work.service.cancelled.isEmpty());
        pressButton(list, u"cancelBatch"_s);
        QVERIFY(list->findChild<QMessageBox *>(u"cancelBatchQuestion"_s));
        pressButton(list->findChild<QMessageBox *>(u"cancelBatchQuestion"_s), u"cancelBatchNow"_s);
        QTRY_COMPARE(inTable(list, 0, BatchesModel::State), u"being cancelled"_s);
        QCOMPARE(work.service.cancelled, QStringList{u"batch_1"_s});
    }

    void anEmptyListExplains()
    {
        Workplace work;
        BatchedWindow f(work);
        QVERIFY(f.start(halfHosted()));
        BatchesDialog *list = f.openList();
        QVERIFY(list);
        QTRY_VERIFY(textOf(list, u"batchesEmpty"_s).contains(u"Submit as Batch"_s));
        QVERIFY(!list->table()->isVisible());
        for (const QString &name : {u"fetchBatch"_s, u"cancelBatch"_s, u"showBatchRun"_s})
            QVERIFY(!list->findChild<QPushButton *>(name)->isEnabled());
        QVERIFY(!list->table()->accessibleName().isEmpty());
    }

    void faultsAreTold()
    {
        Workplace work;
        BatchedWindow f(work);
        QVERIFY(f.start(halfHosted()));
        QVERIFY(f.submit());
        auto *list = f.window->findChild<BatchesDialog *>();
        work.service.refreshFault = failure(ErrorKind::Network, u"no way there"_s).error();
        pressButton(list, u"refreshBatches"_s);
        QTRY_VERIFY(textOf(list, u"batchesTold"_s).contains(u"no way there"_s));
        work.service.refreshFault.reset();
        work.batches.listFault = failure(ErrorKind::Storage, u"locked"_s).error();
        QTest::keyClick(list, Qt::Key_Escape);
        QTRY_VERIFY(!f.window->findChild<BatchesDialog *>());
        list = f.openList();
        QVERIFY(list);
        QTRY_VERIFY(textOf(list, u"batchesTold"_s).contains(u"locked"_s));
        QCOMPARE(list->table()->model()->rowCount(), 1); // what is known stays
    }

    /// What costs money is to be known before the window goes.
    void theWindowWaitsForWhatIsSent()
    {
        Workplace work;
        BatchedWindow f(work);
        QVERIFY(f.start(halfHosted()));
        work.service.isHeld = true;
        SubmitBatchDialog *dialog = f.openSubmit();
        QVERIFY(dialog);
        QTRY_VERIFY(dialog->findChild<QPushButton *>(u"submitBatch"_s)->isEnabled());
        QTest::keyClick(dialog->focusWidget(), Qt::Key_Return);
        QTRY_COMPARE(work.service.sent.size(), 1u);
        QTest::keyClick(dialog, Qt::Key_Escape); // sends no more, and stays
        QVERIFY(dialog->isVisible());
        f.unsavedAnswer = UnsavedAnswer::Discard;
        f.window->close();
        QVERIFY(f.window->isVisible());
        QVERIFY(f.window->messageBar()->text().contains(u"being sent"_s));
        work.service.release();
        QTRY_VERIFY(!f.window->isVisible());
        QCOMPARE(work.batches.batches.constFirst().id, u"batch_1"_s);
    }

    void withoutBatchApisThereIsNothing()
    {
        WindowFixture f;
        QVERIFY(f.start());
        QVERIFY(!f.window->findChild<QAction *>(u"batch_submit"_s)->isEnabled());
        QVERIFY(!f.window->findChild<QAction *>(u"batch_list"_s)->isEnabled());
    }
};

TEMPERA_WINDOW_TEST(TestBatchesDialog)
#include "tst_batchesdialog.moc"
