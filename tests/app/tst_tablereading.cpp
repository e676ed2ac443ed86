// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/tablereading.h"

#include <QSemaphore>
#include <QTest>
#include <QThread>

#include <atomic>
#include <memory>
#include <optional>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

/// A disk that answers when it is told to.
class SlowFiles final : public PromptStore
{
public:
    [[nodiscard]] Result<QByteArray> read(const QString &path) const override
    {
        reader = QThread::currentThread();
        gate.acquire();
        done.release();
        if (path.endsWith("none.csv"_L1))
            return failure(ErrorKind::File, u"no such file"_s, path);
        return QByteArray("a;b\n1;2\n");
    }
    [[nodiscard]] Result<void> write(const QString &, const QByteArray &) override { return {}; }

    mutable std::atomic<QThread *> reader = nullptr;
    mutable QSemaphore gate;
    mutable QSemaphore done;
};

} // namespace

class TestTableReading : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theCallerDoesNotWait();
    void aFailureComesBack();
    void whoIsGoneIsNotCalled();
};

void TestTableReading::theCallerDoesNotWait()
{
    const SlowFiles files;
    const TableReader reader = tableReaderInBackground(files);
    std::optional<Result<DataTable>> read;
    QThread *calledOn = nullptr;
    reader(u"/d/t.csv"_s, {}, this, [&](const Result<DataTable> &table) {
        read = table;
        calledOn = QThread::currentThread();
    });
    // The disk has not answered, and this thread is free.
    QTRY_VERIFY(files.reader.load());
    QVERIFY(files.reader.load() != QThread::currentThread());
    QVERIFY(!read);
    files.gate.release();
    QTRY_VERIFY(read);
    QCOMPARE(calledOn, QThread::currentThread());
    QVERIFY(*read);
    QCOMPARE((*read)->names, (QStringList{u"a"_s, u"b"_s}));
}

void TestTableReading::aFailureComesBack()
{
    const SlowFiles files;
    std::optional<Result<DataTable>> read;
    files.gate.release();
    tableReaderInBackground(files)(u"/d/none.csv"_s, {}, this, [&](const Result<DataTable> &table) { read = table; });
    QTRY_VERIFY(read);
    QVERIFY(!*read);
    QCOMPARE(read->error().place, u"/d/none.csv"_s);
}

void TestTableReading::whoIsGoneIsNotCalled()
{
    const SlowFiles files;
    auto guard = std::make_unique<QObject>();
    bool wasCalled = false;
    tableReaderInBackground(files)(u"/d/t.csv"_s, {}, guard.get(), [&](const Result<DataTable> &) { wasCalled = true; });
    guard.reset();
    files.gate.release();
    files.done.acquire();
    // What is read after it comes after it.
    bool isNextRead = false;
    files.gate.release();
    tableReaderInBackground(files)(u"/d/t.csv"_s, {}, this, [&](const Result<DataTable> &) { isNextRead = true; });
    QTRY_VERIFY(isNextRead);
    QVERIFY(!wasCalled);
}

QTEST_GUILESS_MAIN(TestTableReading)
#include "tst_tablereading.moc"
