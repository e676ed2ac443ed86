// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/settings/trustfile.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

class TestTrustFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsKeptComesBack()
    {
        const QTemporaryDir folder;
        TrustFile file(folder.filePath(u"deep/trust.json"_s));
        QCOMPARE(file.load().value(), Trust());
        const Trust trust{{KeyGrant{u"/e.yaml"_s, u"K"_s, u"http"_s, u"10.0.0.7"_s, 8000}},
                          {FolderGrant{u"/e.yaml"_s, u"/data"_s}}};
        QVERIFY(file.save(trust));
        QCOMPARE(TrustFile(folder.filePath(u"deep/trust.json"_s)).load().value(), trust);
    }

    void aBrokenFileIsAnError_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("cut") << QByteArray("{\"keys\": [");
        QTest::newRow("a list") << QByteArray("[]");
        QTest::newRow("empty") << QByteArray();
    }
    void aBrokenFileIsAnError()
    {
        QFETCH(QByteArray, text);
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"trust.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
        file.close();
        const Result<Trust> read = TrustFile(file.fileName()).load();
        QVERIFY(!read);
        QCOMPARE(read.error().kind, ErrorKind::Syntax);
        QCOMPARE(read.error().place, file.fileName());
        QCOMPARE(read.error().line, 1);
    }
};

QTEST_GUILESS_MAIN(TestTrustFile)
#include "tst_trustfile.moc"
