// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/filewatch.h"
#include "tests/support/fakeclock.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

void write(const QString &path, const QByteArray &text)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("cannot write %s", qPrintable(path));
}

/// Files in a folder, what watches them, and what it told.
struct Watched {
    QTemporaryDir folder;
    FakeClock clock;
    FileWatch watch{clock};
    QSignalSpy told{&watch, &FileWatch::changed};

    [[nodiscard]] QString path(const QString &name) const { return folder.filePath(name); }
    /// Something was heard of, and it has become quiet.
    [[nodiscard]] bool settles()
    {
        if (!QTest::qWaitFor([this] { return clock.runningTimers() > 0; }))
            return false;
        clock.advance(FileWatch::settling);
        return true;
    }
};

} // namespace

class FileWatchTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aFileThatIsWritten()
    {
        Watched files;
        write(files.path(u"a"_s), "one");
        files.watch.watch({files.path(u"a"_s)});
        QCOMPARE(files.watch.size(), 1);
        QVERIFY(!files.watch.isChanged());
        write(files.path(u"a"_s), "another");
        QVERIFY(files.watch.isChanged());
        QVERIFY(files.settles());
        QCOMPARE(files.told.size(), 1);
        files.watch.watch({files.path(u"a"_s)}); // from now on
        QVERIFY(!files.watch.isChanged());
    }

    /// As editors save: another file takes its place. It is listened to afterwards too.
    void aFileThatIsReplaced()
    {
        Watched files;
        write(files.path(u"a"_s), "one");
        files.watch.watch({files.path(u"a"_s)});
        for (const QByteArray &text : {"another"_ba, "and a third"_ba}) {
            write(files.path(u"b"_s), text);
            QVERIFY(QFile::remove(files.path(u"a"_s)));
            QVERIFY(QFile::rename(files.path(u"b"_s), files.path(u"a"_s)));
            const auto before = files.told.size();
            QVERIFY(files.settles());
            QCOMPARE(files.told.size(), before + 1);
            files.watch.watch({files.path(u"a"_s)});
        }
    }

    void aFileThatComesLater()
    {
        Watched files;
        files.watch.watch({files.path(u"a"_s)});
        QVERIFY(!files.watch.isChanged());
        write(files.path(u"a"_s), "one");
        QVERIFY(files.settles());
        QCOMPARE(files.told.size(), 1);
    }

    void othersInTheFolderDoNotCount()
    {
        Watched files;
        write(files.path(u"a"_s), "one");
        files.watch.watch({files.path(u"a"_s)});
        write(files.path(u"out.json"_s), "{}");
        QVERIFY(files.settles());
        QCOMPARE(files.told.size(), 0);
    }

    /// What is added was not seen before; what is known stays as it was.
    void addingFiles()
    {
        Watched files;
        write(files.path(u"a"_s), "one");
        files.watch.watch({files.path(u"a"_s)});
        write(files.path(u"a"_s), "another");
        files.watch.add({files.path(u"a"_s), files.path(u"b"_s)});
        QCOMPARE(files.watch.size(), 2);
        QVERIFY(files.watch.isChanged());
    }

    void notMoreThanSoMany()
    {
        Watched files;
        QStringList many;
        for (int i = 0; i < FileWatch::mostFiles + 10; ++i)
            many += files.path(u"file %1"_s.arg(i));
        files.watch.watch(many);
        QCOMPARE(files.watch.size(), FileWatch::mostFiles);
    }
};

QTEST_GUILESS_MAIN(FileWatchTest)
#include "tst_filewatch.moc"
