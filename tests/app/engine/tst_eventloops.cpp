// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/eventloops.h"

#include <QAbstractEventDispatcher>
#include <QTest>
#include <QThread>

using namespace Qt::StringLiterals;

namespace {

/// The class of the event loop of a thread that begins now.
QByteArray loopOfANewThread()
{
    QThread thread;
    thread.start();
    QByteArray name;
    QObject there;
    there.moveToThread(&thread);
    QMetaObject::invokeMethod(
        &there,
        [&] {
            name = QAbstractEventDispatcher::instance()->metaObject()->className();
            there.moveToThread(nullptr);
        },
        Qt::BlockingQueuedConnection);
    thread.quit();
    thread.wait();
    return name;
}

} // namespace

class TestEventLoops : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { qunsetenv("QT_NO_GLIB"); }
    void newThreadsHaveQtsOwn();
    void theUsersWordStays();
};

void TestEventLoops::newThreadsHaveQtsOwn()
{
    const QByteArray mine = QAbstractEventDispatcher::instance()->metaObject()->className();

    Tempera::useQtsEventLoops();

    QVERIFY2(!loopOfANewThread().contains("Glib"), loopOfANewThread().constData());
    QCOMPARE(QAbstractEventDispatcher::instance()->metaObject()->className(), mine);
}

void TestEventLoops::theUsersWordStays()
{
    qputenv("QT_NO_GLIB", "");

    Tempera::useQtsEventLoops();

    QCOMPARE(qgetenv("QT_NO_GLIB"), QByteArray());
}

QTEST_GUILESS_MAIN(TestEventLoops)
#include "tst_eventloops.moc"
