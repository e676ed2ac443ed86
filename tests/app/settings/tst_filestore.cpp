// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/settings/filestore.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

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

    void whereAFileCannotBeIsKnownBefore_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("why");
        QTest::newRow("a folder") << u"folder"_s << u"folder"_s;
        QTest::newRow("no folder") << u"missing/report.json"_s << u"does not exist"_s;
        QTest::newRow("a link into nowhere") << u"astray.json"_s << u"does not exist"_s;
    }

    void whereAFileCannotBeIsKnownBefore()
    {
        QFETCH(QString, name);
        QFETCH(QString, why);
        QDir(m_folder.path()).mkpath(u"folder"_s);
        QFile::link(m_folder.filePath(u"missing/there.json"_s), m_folder.filePath(u"astray.json"_s));
        const Result<void> possible = m_store.canWrite(m_folder.filePath(name));
        QVERIFY(!possible);
        QCOMPARE(possible.error().place, m_folder.filePath(name));
        QVERIFY2(possible.error().detail.contains(why), qPrintable(possible.error().detail));
    }

    void theQuestionLeavesNoTrace()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"report.json"_s);
        QVERIFY(m_store.canWrite(path));
        QVERIFY(m_store.canWrite(u"/dev/null"_s));
        QVERIFY(QDir(folder.path()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
    }

    void whatIsNotCommittedHasNotHappened()
    {
        const QString path = m_folder.filePath(u"whole"_s);
        QVERIFY(m_store.write(path, "old"));
        {
            const std::unique_ptr<OutputFile> file = m_store.open(path);
            file->write("ne");
        }
        QCOMPARE(m_store.read(path).value_or("?"), "old"_ba);
        const std::unique_ptr<OutputFile> file = m_store.open(path);
        file->write("ne");
        file->write("w");
        QVERIFY(file->commit());
        QCOMPARE(m_store.read(path).value_or("?"), "new"_ba);
    }

    void twoNamesOfOneFile()
    {
        const QString path = m_folder.filePath(u"one"_s);
        QVERIFY(m_store.write(path, "x"));
        QVERIFY(QFile::link(path, m_folder.filePath(u"soft"_s)));
        QCOMPARE(::link(qPrintable(path), qPrintable(m_folder.filePath(u"hard"_s))), 0);
        QVERIFY(m_store.write(m_folder.filePath(u"other"_s), "x"));
        QVERIFY(QFile::link(m_folder.path(), m_folder.filePath(u"again"_s)));
        for (const QString &name : {u"one"_s, u"./one"_s, u"soft"_s, u"hard"_s, u"again/one"_s})
            QVERIFY2(m_store.isSameFile(path, m_folder.filePath(name)), qPrintable(name));
        QVERIFY(!m_store.isSameFile(path, m_folder.filePath(u"other"_s)));
        QVERIFY(!m_store.isSameFile(path, m_folder.filePath(u"missing"_s)));
        QVERIFY(m_store.isSameFile(m_folder.filePath(u"again/new"_s), m_folder.filePath(u"new"_s)));
    }

private:
    QTemporaryDir m_folder;
    FileStore m_store;
};

QTEST_GUILESS_MAIN(TestFileStore)
#include "tst_filestore.moc"
