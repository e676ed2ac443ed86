// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/fuzz/entries.h"
#include "tests/support/testpaths.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString corpusPath(const FuzzEntry &entry)
{
    return sourcePath(u"tests/fuzz/corpus/"_s + QLatin1StringView(entry.name));
}

/// The most memory that this process has had, in MB; 0 = the system does not tell.
qint64 peakMegabytes()
{
    const QList<QByteArray> lines = bytesOf(u"/proc/self/status"_s).split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("VmHWM:"))
            return line.simplified().split(' ').value(1).toLongLong() / 1024;
    }
    return 0;
}

} // namespace

/// What the fuzzers begin with and what they have found: none of it takes the program down, its time or its memory.
class TestFuzzCorpus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyEntryHasItsCorpus();
    void inputs_data();
    void inputs();
};

void TestFuzzCorpus::everyEntryHasItsCorpus()
{
    QStringList names;
    for (const FuzzEntry &entry : fuzzEntries)
        names.append(QLatin1StringView(entry.name));
    names.sort();
    QCOMPARE(QDir(sourcePath(u"tests/fuzz/corpus"_s)).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name), names);
}

void TestFuzzCorpus::inputs_data()
{
    QTest::addColumn<int>("entry");
    QTest::addColumn<QString>("path");
    for (int entry = 0; entry < int(fuzzEntries.size()); ++entry) {
        const QDir folder(corpusPath(fuzzEntries.at(entry)));
        const QStringList files = folder.entryList(QDir::Files, QDir::Name);
        for (const QString &name : files)
            QTest::addRow("%s/%s", fuzzEntries.at(entry).name, qPrintable(name)) << entry << folder.filePath(name);
    }
}

/// "good-…" is read as what it is, "bad-…" is refused; both as long and as much as that may take.
void TestFuzzCorpus::inputs()
{
    QFETCH(int, entry);
    QFETCH(QString, path);
    const QString name = path.section(u'/', -1);
    QVERIFY(name.startsWith("good-"_L1) || name.startsWith("bad-"_L1));
    QCOMPARE(fuzzEntries.at(entry).take(bytesOf(path)), name.startsWith("good-"_L1));
    QCOMPARE_LT(peakMegabytes(), 1024);
}

QTEST_GUILESS_MAIN(TestFuzzCorpus)
#include "tst_fuzzcorpus.moc"
