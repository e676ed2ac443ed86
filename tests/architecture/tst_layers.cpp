// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testpaths.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

/// A room (a folder with what lies below it) and the rooms of ours that its files may include besides their own. A floor
/// ("models/") stands for all of its rooms. The longest matching room of a file counts.
struct Room {
    QString path;
    QStringList mayInclude;
};

const QList<Room> &rooms()
{
    static const QString models = u"models/"_s;
    static const QString core = u"models/core/"_s;
    static const QString ports = u"models/core/ports/"_s;
    static const QString gguf = u"models/core/gguf/"_s;
    static const QString sampling = u"models/sampling/"_s;
    static const QString text = u"models/text/"_s;
    static const QString data = u"models/experiment/data/"_s;
    static const QString experiment = u"models/experiment/"_s;
    static const QString common = u"widgets/common/"_s;
    static const QString context = u"widgets/context/"_s;
    static const QString parameters = u"widgets/parameters/"_s;
    static const QString engine = u"app/engine/"_s;
    static const QString llama = u"app/engine/llama/"_s;
    static const QList<Room> all{
        {core, {}},
        {ports, {core}},
        {gguf, {core}},
        {sampling, {core}},
        {text, {core, ports}},
        {data, {core}},
        {u"models/library/"_s, {core, gguf}},
        {u"models/pricing/"_s, {core, u"models/stats/"_s}},
        {u"models/snippets/"_s, {core, ports}},
        {u"models/stats/"_s, {core}},
        {u"models/judging/"_s, {core, ports, u"models/stats/"_s}},
        {u"models/presets/"_s, {core, ports, data}},
        {experiment, {core, ports, sampling, text, data}},
        {u"models/checks/"_s, {core, text, data, experiment}},
        {u"models/report/"_s,
         {core, ports, text, data, experiment, u"models/stats/"_s, u"models/judging/"_s, u"models/charts/"_s,
          u"models/compare/"_s}},
        {u"models/session/"_s,
         {core, ports, sampling, text, experiment, u"models/checks/"_s, u"models/pricing/"_s, u"models/stats/"_s,
          u"models/judging/"_s}},
        {u"models/compare/"_s,
         {core, text, experiment, u"models/checks/"_s, u"models/session/"_s, u"models/stats/"_s, u"models/judging/"_s}},
        {u"models/charts/"_s,
         {core, ports, text, experiment, u"models/pricing/"_s, u"models/stats/"_s, u"models/session/"_s, u"models/compare/"_s}},
        {u"models/items/"_s,
         {core, ports, gguf, sampling, text, data, experiment, u"models/library/"_s, u"models/pricing/"_s, u"models/stats/"_s,
          u"models/presets/"_s, u"models/checks/"_s, u"models/report/"_s, u"models/session/"_s, u"models/compare/"_s,
          u"models/charts/"_s, u"models/judging/"_s}},

        {common, {models}},
        {context, {models, common}},
        {parameters, {models, common}},
        {u"widgets/palette/"_s, {models, common}},
        {u"widgets/prompt/"_s, {models, common}},
        {u"widgets/settings/"_s, {models, common, context}},
        {u"widgets/library/"_s, {models, common, context, parameters}},
        {u"widgets/lens/"_s, {models, common, parameters}},
        {u"widgets/inspector/"_s, {models, common, context, parameters, u"widgets/lens/"_s}},
        {u"widgets/charts/"_s, {models, common}},
        {u"widgets/batches/"_s, {models, common}},
        {u"widgets/cost/"_s, {models, common, u"widgets/charts/"_s}},
        {u"widgets/judging/"_s, {models, common}},
        {u"widgets/compare/"_s, {models, common, context, u"widgets/lens/"_s, u"widgets/charts/"_s, u"widgets/judging/"_s}},
        {u"widgets/scoring/"_s, {models, common, u"widgets/compare/"_s}},
        {u"widgets/mainwindow/"_s,
         {models, common, context, parameters, u"widgets/palette/"_s, u"widgets/prompt/"_s, u"widgets/settings/"_s,
          u"widgets/library/"_s, u"widgets/lens/"_s, u"widgets/inspector/"_s, u"widgets/compare/"_s, u"widgets/scoring/"_s,
          u"widgets/cost/"_s, u"widgets/batches/"_s}},

        {engine, {core, ports, gguf, u"app/engine/scheduler/"_s}},
        {u"app/engine/scheduler/"_s, {core, ports, engine}},
        {u"app/engine/http/"_s, {core, ports, sampling, engine}},
        {llama,
         {core, ports, gguf, sampling, engine, llama + u"lane/"_s, llama + u"task/"_s, llama + u"sampling/"_s,
          llama + u"prompt/"_s, llama + u"model/"_s}},
        {llama + u"lane/"_s, {core, sampling, llama + u"task/"_s, llama + u"model/"_s, llama + u"threads/"_s}},
        {llama + u"task/"_s, {core, sampling, engine, llama + u"sampling/"_s, llama + u"prompt/"_s, llama + u"model/"_s}},
        {llama + u"sampling/"_s, {core, sampling, llama + u"model/"_s}},
        {llama + u"prompt/"_s, {core, ports, engine, llama + u"model/"_s}},
        {llama + u"model/"_s, {core, gguf, engine, llama + u"rpc/"_s}},
        {llama + u"rpc/"_s, {core}},
        {llama + u"kernels/"_s, {llama + u"threads/"_s}},
        {llama + u"threads/"_s, {}},
        {u"app/engine/script/"_s, {core, text, engine}},
        {u"app/storage/"_s, {core, ports}},
        {u"app/settings/"_s, {core, ports}},
        {u"app/cli/"_s, {models}},
        {u"app/"_s,
         {models, engine, u"app/engine/http/"_s, llama, llama + u"model/"_s, llama + u"prompt/"_s, u"app/engine/script/"_s,
          u"app/storage/"_s, u"app/settings/"_s, u"app/cli/"_s}},
        {u"app/window/"_s, {models, u"widgets/"_s, u"app/"_s}},
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

const Room *roomOf(const QString &path)
{
    const Room *found = nullptr;
    for (const Room &room : rooms()) {
        if (path.startsWith(room.path) && (!found || room.path.size() > found->path.size()))
            found = &room;
    }
    return found;
}

bool mayInclude(const Room &room, const Room &other)
{
    const auto covers = [&other](const QString &named) {
        return other.path == named || (named.count(u'/') == 1 && other.path.startsWith(named));
    };
    return room.path == other.path || std::ranges::any_of(room.mayInclude, covers);
}

/// The rooms that one reaches by what it may include, directly or through others.
QSet<QString> reachedFrom(const Room &start)
{
    QSet<QString> reached;
    QList<const Room *> open{&start};
    while (!open.isEmpty()) {
        const Room *room = open.takeLast();
        for (const Room &other : rooms()) {
            if (other.path != room->path && mayInclude(*room, other) && !reached.contains(other.path)) {
                reached.insert(other.path);
                open.append(&other);
            }
        }
    }
    return reached;
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
        const Room *room = roomOf(path);
        const Room *other = roomOf(header);
        if (!room)
            found.append(u"%1 lies in no room that this test knows"_s.arg(path));
        else if (!other || !mayInclude(*room, *other))
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
    void noDoorLeadsBack();
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
    QVERIFY(!complaints(u"models/core/x.h"_s, u"models/sampling/lens.h"_s).isEmpty());
    QVERIFY(!complaints(u"models/core/x.h"_s, u"models/core/ports/engine.h"_s).isEmpty());
    QVERIFY(!complaints(u"models/experiment/reading/x.cpp"_s, u"models/checks/checksuite.h"_s).isEmpty());
    QVERIFY(!complaints(u"models/attic/x.cpp"_s, u"models/core/error.h"_s).isEmpty());
    QVERIFY(!complaints(u"widgets/compare/x.cpp"_s, u"widgets/mainwindow/mainwindow.h"_s).isEmpty());
    QVERIFY(!complaints(u"widgets/compare/x.cpp"_s, u"widgets/library/modelspage.h"_s).isEmpty());
    QVERIFY(!complaints(u"widgets/library/x.cpp"_s, u"widgets/mainwindow/mainwindow.h"_s).isEmpty());
    QVERIFY(!complaints(u"widgets/inspector/x.cpp"_s, u"widgets/mainwindow/mainwindow.h"_s).isEmpty());
    QVERIFY(!complaints(u"widgets/lens/x.cpp"_s, u"widgets/inspector/inspectorpanel.h"_s).isEmpty());
    QVERIFY(!complaints(u"app/engine/http/x.cpp"_s, u"app/engine/scheduler/scheduler.h"_s).isEmpty());
    QVERIFY(!complaints(u"app/engine/llama/model/x.cpp"_s, u"app/engine/llama/lane/lane.h"_s).isEmpty());
    QVERIFY(!complaints(u"app/x.cpp"_s, u"app/window/runwindow.h"_s).isEmpty());
    QVERIFY(!complaints(u"app/x.cpp"_s, u"widgets/common/x.h"_s).isEmpty());
    QVERIFY(complaints(u"app/window/x.cpp"_s, u"app/services.h"_s).isEmpty());
    QVERIFY(complaints(u"widgets/prompt/x.cpp"_s, u"models/session/session.h"_s).isEmpty());
    QVERIFY(complaints(u"widgets/inspector/x.cpp"_s, u"widgets/lens/tokenpage.h"_s).isEmpty());
    QVERIFY(complaints(u"models/text/x.cpp"_s, u"QString"_s).isEmpty());
}

/// Of two rooms one stands above the other; only a room and one inside it may include each other.
void TestLayers::noDoorLeadsBack()
{
    QStringList found;
    for (const Room &room : rooms()) {
        const QSet<QString> reached = reachedFrom(room);
        for (const Room &other : rooms()) {
            const bool isInside = other.path.startsWith(room.path) || room.path.startsWith(other.path);
            if (!isInside && reached.contains(other.path) && reachedFrom(other).contains(room.path))
                found.append(u"%1 and %2 include each other"_s.arg(room.path, other.path));
        }
    }
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
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
    static const QRegularExpression type(u"^(?:class|struct) ([\\w:]+)(?: final)?(?: ?:[^;:]*| \\{.*)?$"_s);
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
