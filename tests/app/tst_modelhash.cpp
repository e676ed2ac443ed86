// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/modelhash.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <thread>
#include <vector>

using namespace Qt::StringLiterals;
using namespace Tempera;

class TestModelHash : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_path = m_folder.filePath(u"model.gguf"_s);
    ModelHashes m_hashes{m_folder.filePath(u"cache/hashes.json"_s)};

    void write(const QByteArray &bytes, int second) const
    {
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
        QVERIFY(file.flush());
        QVERIFY(file.setFileTime(QDateTime(QDate(2026, 1, 1), QTime(0, 0, second), QTimeZone::UTC),
                                 QFileDevice::FileModificationTime));
    }
    static QByteArray sha(const QByteArray &bytes) { return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex(); }

private Q_SLOTS:
    void isReadOnceAndAgainAfterAChange()
    {
        const QByteArray large(3 << 20, 'x');
        write(large, 1);
        QVERIFY(m_hashes.known(m_path).isEmpty());
        QList<double> shares;
        QCOMPARE(m_hashes
                     .of(m_path,
                         [&](double share) {
                             shares += share;
                             return true;
                         })
                     .value(),
                 sha(large));
        QCOMPARE(shares.size(), 3);
        QCOMPARE(shares.last(), 1.0);
        QCOMPARE(m_hashes.known(m_path), sha(large));
        shares.clear();
        QCOMPARE(m_hashes
                     .of(m_path,
                         [&](double share) {
                             shares += share;
                             return true;
                         })
                     .value(),
                 sha(large));
        QVERIFY(shares.isEmpty());
        write("short", 1); // another size
        QVERIFY(m_hashes.known(m_path).isEmpty());
        QCOMPARE(m_hashes.of(m_path).value(), sha("short"));
        write("SHORT", 2); // another time
        QCOMPARE(m_hashes.of(m_path).value(), sha("SHORT"));
    }

    void severalWritersLoseNothing()
    {
        constexpr int Writers = 4;
        constexpr int Each = 20;
        const QString cache = m_folder.filePath(u"shared/hashes.json"_s);
        std::vector<std::jthread> writers;
        for (int writer = 0; writer < Writers; ++writer) {
            for (int i = 0; i < Each; ++i) {
                QFile file(m_folder.filePath(u"%1-%2"_s.arg(writer).arg(i)));
                QVERIFY(file.open(QIODevice::WriteOnly));
                QVERIFY(file.write(file.fileName().toUtf8()) > 0);
            }
            writers.emplace_back([this, cache, writer] {
                for (int i = 0; i < Each; ++i)
                    (void)ModelHashes(cache).of(m_folder.filePath(u"%1-%2"_s.arg(writer).arg(i)));
            });
        }
        writers.clear();
        for (int i = 0; i < Writers * Each; ++i) {
            const QString path = m_folder.filePath(u"%1-%2"_s.arg(i / Each).arg(i % Each));
            QCOMPARE(ModelHashes(cache).known(path), sha(path.toUtf8()));
        }
    }

    void canBeStopped()
    {
        write(QByteArray(5 << 20, 'y'), 3);
        int asked = 0;
        QCOMPARE(m_hashes.of(m_path, [&](double) { return ++asked < 2; }).error().kind, ErrorKind::Cancelled);
        QCOMPARE(asked, 2);
        QVERIFY(m_hashes.known(m_path).isEmpty());
    }

    void missingFilesAndBrokenCaches()
    {
        QCOMPARE(m_hashes.of(m_folder.filePath(u"none"_s)).error().kind, ErrorKind::File);
        write("abc", 4);
        QFile cache(m_folder.filePath(u"cache/hashes.json"_s));
        QVERIFY(cache.open(QIODevice::WriteOnly));
        cache.write("{ broken");
        cache.close();
        QCOMPARE(m_hashes.of(m_path).value(), sha("abc"));
        QCOMPARE(m_hashes.known(m_path), sha("abc"));
        QCOMPARE(ModelHashes(u"/proc/nothing/can/be/written"_s).of(m_path).value(), sha("abc"));
    }
};

QTEST_GUILESS_MAIN(TestModelHash)
#include "tst_modelhash.moc"
