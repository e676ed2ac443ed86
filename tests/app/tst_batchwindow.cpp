// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Batches in the real window, by keys, with the real batch API against a server that plays OpenAI's, and with a ledger on the disk.

#include "app/providerbatches.h"
#include "app/storage/ledger.h"
#include "models/items/batchesmodel.h"
#include "tests/support/playedbatches.h"
#include "tests/widgets/windowfixture.h"
#include "widgets/batches/batchesdialog.h"
#include "widgets/batches/submitbatchdialog.h"
#include "widgets/common/questionbar.h"

#include <QDir>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Tempera;

namespace {

const QString playedPath = u"/work/lamps.yaml"_s;

/// The window of one program; another one is a restart, as the ledger and the server stay.
struct BatchingProgram : WindowFixture {
    BatchingProgram(const QString &ledgerPath, const PlayedApi &api)
        : ledger(Ledger::open(ledgerPath, clock).value()),
          provider(
              network,
              [](const QString &name, QObject *guard, std::function<void(Secret)> found) {
                  QTimer::singleShot(0, guard,
                                     [found, has = !name.isEmpty()] { found(has ? Secret("sk-canary-0123456789") : Secret()); });
              },
              [](const QString &, const Endpoint &, QObject *guard, std::function<void(bool)> decided) {
                  QTimer::singleShot(0, guard, [decided] { decided(true); });
              })
    {
        files.contents.insert(playedPath, api.experiment());
        prepare = [this](WindowContext &context) {
            context.session.store = ledger.get();
            context.batches = {&provider, ledger.get()};
        };
    }
    ~BatchingProgram() { window.reset(); }

    [[nodiscard]] bool open()
    {
        if (!start())
            return false;
        window->openFile(playedPath);
        return document.path() == playedPath;
    }
    [[nodiscard]] BatchesDialog *openList()
    {
        window->activateWindow();
        if (!QTest::qWaitForWindowActive(window.get()))
            return nullptr;
        press(Qt::Key_A, Qt::ControlModifier | Qt::AltModifier);
        auto *list = window->findChild<BatchesDialog *>();
        return list && QTest::qWaitForWindowActive(list)
                       && QTest::qWaitFor([list] { return list->table()->model()->rowCount() == 1; })
                   ? list
                   : nullptr;
    }

    std::unique_ptr<Ledger> ledger;
    SystemClock network; ///< The time of sockets is that of the world.
    ProviderBatches provider;
};

QString listed(const BatchesDialog *list, int column)
{
    return list->table()->model()->index(0, column).data().toString();
}

} // namespace

class TestBatchWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBatchOutlivesTheProgram()
    {
        const QTemporaryDir folder;
        const QString ledger = folder.filePath(u"ledger.db"_s);
        PlayedApi api;
        {
            BatchingProgram f(ledger, api);
            QVERIFY(f.open());
            f.press(Qt::Key_U, Qt::ControlModifier | Qt::AltModifier);
            QTRY_VERIFY(f.window->findChild<SubmitBatchDialog *>());
            auto *dialog = f.window->findChild<SubmitBatchDialog *>();
            QVERIFY(QTest::qWaitForWindowActive(dialog));
            QTRY_VERIFY(dialog->findChild<QPushButton *>(u"submitBatch"_s)->isEnabled());
            QVERIFY(dialog->findChild<QLabel *>(u"batchRequests"_s)->text().startsWith(u"Requests: 3. Batches: 1"_s));
            QTest::keyClick(dialog->focusWidget(), Qt::Key_Return);
            QTRY_VERIFY(f.window->findChild<BatchesDialog *>());
            QTRY_COMPARE(listed(f.window->findChild<BatchesDialog *>(), BatchesModel::State), u"waiting"_s);
        }
        QStringList names;
        for (const QJsonObject &line : api.uploaded())
            names += line.value("custom_id"_L1).toString();
        QCOMPARE(names.size(), 3);
        for (const QFileInfo &kept : QDir(folder.path()).entryInfoList(QDir::Files)) {
            QFile file(kept.filePath());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains("canary"), qPrintable(kept.fileName()));
        }

        BatchingProgram f(ledger, api); // after a restart
        QVERIFY(f.open());
        BatchesDialog *list = f.openList();
        QVERIFY(list);
        list->table()->setFocus();
        QTest::keyClick(list->table(), Qt::Key_F5);
        QTRY_COMPARE(listed(list, BatchesModel::State), u"running"_s);
        QCOMPARE(listed(list, BatchesModel::Answered), u"1 of 3"_s);
        QTest::keyClick(list, Qt::Key_Escape);
        QTRY_VERIFY(!f.window->findChild<BatchesDialog *>());

        api.state = "{\"id\":\"batch_1\",\"status\":\"expired\",\"output_file_id\":\"file-out\",\"error_file_id\":\"file-err\","
                    "\"request_counts\":{\"total\":3,\"completed\":2,\"failed\":0}}";
        api.contents = {
            {"/v1/files/file-out/content", answeredLine(names.at(2), "neutral") + answeredLine(names.at(0), "positive")},
            {"/v1/files/file-err/content", expiredLine(names.at(1))}};
        QTRY_VERIFY((f.clock.advance(1min), f.window->questionBar()->isVisible()));
        QVERIFY2(f.window->questionBar()->text().contains(u"2 of 3 answered. Expired: 1."_s),
                 qPrintable(f.window->questionBar()->text()));
        list = f.openList();
        QVERIFY(list);
        QCOMPARE(listed(list, BatchesModel::State), u"expired"_s);
        auto *fetch = list->findChild<QPushButton *>(u"fetchBatch"_s);
        QTRY_VERIFY(fetch->isEnabled());
        fetch->setFocus();
        QTest::keyClick(fetch, Qt::Key_Space);
        QTRY_COMPARE(listed(list, BatchesModel::State), u"expired, fetched"_s);
        const QString told = list->findChild<QLabel *>(u"batchesTold"_s)->text();
        QVERIFY2(told.contains(u"2 of 3 requests were answered"_s) && told.contains(u"Expired: 1."_s), qPrintable(told));
        QTRY_COMPARE(f.window->session().totals().done, 2); // it is the open experiment's, and is shown there
        QCOMPARE(f.window->session().totals().failed, 1);
        QCOMPARE(f.window->session().totals().passed, 2);
        QCOMPARE(f.engine.count(), 0);
    }
};

TEMPERA_WINDOW_TEST(TestBatchWindow)
#include "tst_batchwindow.moc"
