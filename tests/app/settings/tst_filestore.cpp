// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/settings/filestore.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

class TestFileStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsRead()
    {
        const QString path = m_folder.filePath(u"ä b.yaml"_s);
        QVERIFY(m_store.write(path, "one"));
        QVERIFY(m_store.write(path, "two\0three"_ba));
        QCOMPARE(m_store.read(path).value_or("?"), "two\0three"_ba);
    }

    void aFailedWriteLeavesTheOldFile()
    {
        const QString path = m_folder.filePath(u"missing/folder.yaml"_s);
        const Result<void> written = m_store.write(path, "x");
        QVERIFY(!written);
        QCOMPARE(written.error().kind, ErrorKind::File);
        QCOMPARE(written.error().place, path);
        QVERIFY(!written.error().detail.isEmpty());
    }

    void aFileHasOneName()
    {
        const QString path = QDir(QFileInfo(m_folder.path()).canonicalFilePath()).filePath(u"one.yaml"_s);
        QVERIFY(m_store.write(path, "x"));
        const QString link = m_folder.filePath(u"link.yaml"_s);
        QVERIFY(QFile::link(path, link));
        QCOMPARE(m_store.nameOf(path), path);
        QCOMPARE(m_store.nameOf(link), path);
        QCOMPARE(m_store.nameOf(m_folder.filePath(u"./sub/../one.yaml"_s)), path);
        QCOMPARE(m_store.nameOf(QDir::current().relativeFilePath(path)), path);
        const QString missing = QFileInfo(path).dir().filePath(u"not there.yaml"_s);
        QCOMPARE(m_store.nameOf(m_folder.filePath(u"./not there.yaml"_s)), missing);
    }

    void whatCannotBeReadSaysWhy_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("missing") << m_folder.filePath(u"missing"_s);
        QTest::newRow("folder") << m_folder.path();
        QTest::newRow("device") << u"/dev/zero"_s;
    }

    void whatCannotBeReadSaysWhy()
    {
        QFETCH(QString, path);
        const Result<QByteArray> data = m_store.read(path);
        QVERIFY(!data);
        QCOMPARE(data.error().kind, ErrorKind::File);
        QVERIFY(errorSentence(data.error()).startsWith(path + u": "_s));
    }

    void aHugeFileIsRefusedUnread()
    {
        const QString path = m_folder.filePath(u"huge"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.resize(FileStore::MaxSize + 1)); // sparse: takes no room
        file.close();
        const Result<QByteArray> data = m_store.read(path);
        QVERIFY(!data);
        QVERIFY(data.error().detail.contains(u"64"_s));
    }

private:
    QTemporaryDir m_folder;
    FileStore m_store;
};

QTEST_GUILESS_MAIN(TestFileStore)
#include "tst_filestore.moc"
