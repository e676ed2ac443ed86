// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testpaths.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <utility>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

/// A room and the rooms of ours that its files may include. The longest matching room of a file counts.
struct Rule {
    QString room;
    QStringList mayInclude;
};

const QList<Rule> &rules()
{
    static const QStringList core{u"models/core/"_s, u"models/sampling/"_s};
    static const QStringList models{u"models/"_s};
    static const QList<Rule> all{
        {u"models/core/"_s, core},
        {u"models/sampling/"_s, core},
        {u"models/"_s, models},
        {u"widgets/"_s, {u"models/"_s, u"widgets/"_s}},
        {u"app/engine/llama/"_s, core + QStringList{u"app/engine/"_s}},
        {u"app/engine/"_s, core + QStringList{u"app/engine/"_s}},
        {u"app/storage/"_s, core + QStringList{u"app/storage/"_s}},
        {u"app/settings/"_s, core + QStringList{u"app/settings/"_s}},
        {u"app/cli/"_s, {u"models/"_s, u"app/cli/"_s}},
        {u"app/"_s, {u"models/"_s, u"widgets/"_s, u"app/"_s}},
    };
    return all;
}

/// Headers from outside that a room must not see, by their beginning.
struct Ban {
    QString room;
    QRegularExpression header;
    QString why;
};

const QList<Ban> &bans()
{
    static const QRegularExpression windows(
        u"^(QtWidgets|QtGui|QWidget|QMainWindow|QDialog|QLabel|QPushButton|QPlainTextEdit|QTextEdit|QPainter|QPixmap|QIcon|QFont|QColor)"_s);
    static const QRegularExpression sockets(u"^(QtNetwork|QTcp|QSsl|QNetwork|QHttp|QUdp|QLocalSocket)"_s);
    static const QRegularExpression threads(
        u"^(QThread$|QMutex|QReadWriteLock|QSemaphore|QWaitCondition|thread$|mutex$|condition_variable$|shared_mutex$)"_s);
    static const QRegularExpression sql(u"^(QtSql|QSql|sqlite3)"_s);
    static const QRegularExpression llama(u"^(llama|ggml|gguf|common\\.h|chat\\.h|sampling\\.h)"_s);
    static const QList<Ban> all{
        {u"models/"_s, windows, u"models know nothing of windows"_s},
        {u"models/"_s, sockets, u"models know nothing of sockets"_s},
        {u"models/"_s, threads, u"models know nothing of threads and need no mutex"_s},
        {u"models/"_s, sql, u"models know nothing of databases"_s},
        {u"models/"_s, llama, u"only the local backend knows llama.cpp"_s},
        {u"widgets/"_s, sockets, u"widgets know nothing of sockets"_s},
        {u"widgets/"_s, threads, u"widgets know nothing of threads"_s},
        {u"widgets/"_s, sql, u"widgets know nothing of databases"_s},
        {u"widgets/"_s, llama, u"only the local backend knows llama.cpp"_s},
        {u"app/engine/"_s, windows, u"the engine knows nothing of windows"_s},
        {u"app/engine/"_s, sql, u"the engine knows nothing of databases"_s},
        {u"app/storage/"_s, windows, u"the ledger knows nothing of windows"_s},
        {u"app/storage/"_s, sockets, u"the ledger knows nothing of sockets"_s},
        {u"app/cli/"_s, windows, u"the command line needs no display"_s},
    };
    return all;
}

struct SourceFile {
    QString path; ///< Relative to the root of the tree.
    QStringList lines;
};

QList<SourceFile> sourcesUnder(const QStringList &rooms)
{
    const QDir root(sourcePath({}));
    QList<SourceFile> sources;
    for (const QString &room : rooms) {
        QDirIterator files(root.filePath(room), {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly))
                sources.append({root.relativeFilePath(file.fileName()), QString::fromUtf8(file.readAll()).split(u'\n')});
        }
    }
    return sources;
}

const Rule *ruleFor(const QString &path)
{
    const Rule *found = nullptr;
    for (const Rule &rule : rules()) {
        if (path.startsWith(rule.room) && (!found || rule.room.size() > found->room.size()))
            found = &rule;
    }
    return found;
}

bool isOurs(const QString &header)
{
    return header.startsWith("models/"_L1) || header.startsWith("widgets/"_L1) || header.startsWith("app/"_L1)
           || header.startsWith("tests/"_L1);
}

/// Complaints about one include line of one file; empty when it is fine.
QStringList complaints(const QString &path, const QString &header)
{
    QStringList found;
    if (isOurs(header)) {
        const Rule *rule = ruleFor(path);
        const bool allowed =
            rule && std::ranges::any_of(rule->mayInclude, [&header](const QString &room) { return header.startsWith(room); });
        if (!allowed)
            found.append(u"%1 must not include %2"_s.arg(path, header));
    }
    for (const Ban &ban : bans()) {
        if (path.startsWith(ban.room) && ban.header.match(header).hasMatch())
            found.append(u"%1 includes %2: %3"_s.arg(path, header, ban.why));
    }
    return found;
}

} // namespace

class TestLayers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theRulesCatchOffenders();
    void includesFollowTheHouse();
    void headersSayWhoMayUseThem();
    void filesStayReadable();
    void nobodyTalksPastTheLog();
    void engineAndLedgerNeverBlock();
    void noTwoTypesShareAName();
};

void TestLayers::theRulesCatchOffenders()
{
    QVERIFY(!complaints(u"models/text/x.cpp"_s, u"QtWidgets/QWidget"_s).isEmpty());
    QVERIFY(!complaints(u"models/text/x.cpp"_s, u"widgets/common/x.h"_s).isEmpty());
    QVERIFY(!complaints(u"models/core/x.h"_s, u"models/text/y.h"_s).isEmpty());
    QVERIFY(!complaints(u"widgets/prompt/x.cpp"_s, u"app/engine/threadedengine.h"_s).isEmpty());
    QVERIFY(!complaints(u"app/engine/x.cpp"_s, u"models/pricing/catalog.h"_s).isEmpty());
    QVERIFY(!complaints(u"app/storage/x.cpp"_s, u"app/engine/backend.h"_s).isEmpty());
    QVERIFY(!complaints(u"models/session/x.cpp"_s, u"QMutex"_s).isEmpty());
    QVERIFY(complaints(u"widgets/prompt/x.cpp"_s, u"models/session/session.h"_s).isEmpty());
    QVERIFY(complaints(u"models/text/x.cpp"_s, u"QString"_s).isEmpty());
}

void TestLayers::includesFollowTheHouse()
{
    static const QRegularExpression include(u"^\\s*#\\s*include\\s*[<\"]([^>\"]+)[>\"]"_s);
    const QList<SourceFile> sources = sourcesUnder({u"models"_s, u"widgets"_s, u"app"_s});
    QVERIFY(sources.size() > 50);
    QStringList found;
    for (const SourceFile &source : sources) {
        for (const QString &line : source.lines) {
            const QRegularExpressionMatch match = include.match(line);
            if (match.hasMatch())
                found += complaints(source.path, match.captured(1));
        }
    }
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
}

void TestLayers::headersSayWhoMayUseThem()
{
    QStringList found;
    for (const SourceFile &source : sourcesUnder({u"models"_s, u"widgets"_s, u"app"_s, u"tests"_s})) {
        if (!source.lines.value(0).contains("SPDX-FileCopyrightText"_L1)
            || !source.lines.value(1).contains("SPDX-License-Identifier: GPL-3.0-or-later"_L1))
            found.append(source.path + u" has no SPDX head"_s);
        if (source.path.endsWith(".h"_L1) && !source.lines.contains(u"#pragma once"_s))
            found.append(source.path + u" has no #pragma once"_s);
    }
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
}

void TestLayers::filesStayReadable()
{
    QStringList found;
    for (const SourceFile &source : sourcesUnder({u"models"_s, u"widgets"_s, u"app"_s})) {
        const int limit = source.path.endsWith(".h"_L1) ? 200 : 420;
        if (source.lines.size() > limit)
            found.append(u"%1 has %2 lines, over %3"_s.arg(source.path).arg(source.lines.size()).arg(limit));
    }
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
}

void TestLayers::nobodyTalksPastTheLog()
{
    static const QRegularExpression raw(u"\\b(qDebug|qInfo|qWarning|qCritical)\\s*\\(\\s*\\)|std::c(out|err)\\b|\\bprintf\\("_s);
    QStringList found;
    for (const SourceFile &source : sourcesUnder({u"models"_s, u"widgets"_s, u"app/engine"_s, u"app/storage"_s})) {
        for (qsizetype line = 0; line < source.lines.size(); ++line) {
            if (raw.match(source.lines.at(line)).hasMatch())
                found.append(u"%1:%2 speaks without a logging category"_s.arg(source.path).arg(line + 1));
        }
    }
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
}

void TestLayers::engineAndLedgerNeverBlock()
{
    static const QRegularExpression blocking(
        u"BlockingQueuedConnection|QEventLoop\\b|processEvents\\(|->exec\\(\\)|\\bwaitFor(Finished|ReadyRead|Connected|BytesWritten|Started)\\("_s);
    QStringList found;
    for (const SourceFile &source : sourcesUnder({u"models"_s, u"widgets"_s, u"app"_s})) {
        for (qsizetype line = 0; line < source.lines.size(); ++line) {
            const QString &text = source.lines.at(line);
            if (blocking.match(text).hasMatch() && !text.contains("//"_L1))
                found.append(u"%1:%2 blocks or nests an event loop"_s.arg(source.path).arg(line + 1));
        }
    }
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
}

/// Two types of one name in one namespace link without a word, and the program calls the functions of either.
void TestLayers::noTwoTypesShareAName()
{
    static const QRegularExpression type(u"^(?:class|struct) (\\w+)(?: final)?(?: ?:[^;]*| \\{.*)?$"_s);
    static const QRegularExpression room(u"^(?:inline )?namespace ([\\w:]+)"_s);
    QHash<QString, QString> homes;
    QStringList found;
    for (const SourceFile &source : sourcesUnder({u"models"_s, u"widgets"_s, u"app"_s})) {
        if (!source.path.endsWith(".h"_L1))
            continue;
        QString space;
        QString before; // templates are told apart by their arguments
        for (const QString &line : source.lines) {
            const bool isTemplate = std::exchange(before, line).startsWith("template"_L1);
            if (const QRegularExpressionMatch match = room.match(line); match.hasMatch())
                space = match.captured(1);
            const QRegularExpressionMatch match = type.match(line);
            if (!match.hasMatch() || isTemplate)
                continue;
            const QString name = space + u"::"_s + match.captured(1);
            if (homes.contains(name))
                found.append(u"%1 is defined in %2 and in %3"_s.arg(name, homes.value(name), source.path));
            homes.insert(name, source.path);
        }
    }
    QVERIFY(homes.size() > 100);
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
}

QTEST_GUILESS_MAIN(TestLayers)
#include "tst_layers.moc"
