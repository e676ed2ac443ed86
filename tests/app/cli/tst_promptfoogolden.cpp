// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The command line, with the real engine, on experiments of which it is known what promptfoo makes of them: tests/data/promptfoo/golden, a folder
// an experiment, see README.md there. Rows, prompts, outputs, verdicts and scores are promptfoo's, but for what
// differences.json lists with its reason; and what is listed there still differs.

#include "app/engine/echobackend.h"
#include "app/engine/http/httpbackend.h"
#include "app/engine/script/scriptbackend.h"
#include "app/engine/threadedengine.h"
#include "tests/app/cli/cliharness.h"
#include "tests/support/chatdouble.h"
#include "tests/support/testpaths.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

const QString golden = testDataPath(u"promptfoo/golden/"_s);

/// By place ("rows/0/checks/1/pass"): the two values, as JSON.
struct ValuePair {
    QString theirs;
    QString ours;
};
using Differences = QMap<QString, ValuePair>;

QJsonObject jsonFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

QString writtenJson(const QJsonValue &value)
{
    if (value.isUndefined())
        return u"nothing"_s;
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(list.sliced(1, list.size() - 2));
}

/// A text that holds JSON is that value: how it is written is the business of the output, which is compared as it is.
QJsonValue read(const QJsonValue &value)
{
    const QJsonDocument document = value.isString() ? QJsonDocument::fromJson(value.toString().toUtf8()) : QJsonDocument();
    if (document.isArray())
        return document.array();
    return document.isObject() ? QJsonValue(document.object()) : value;
}

/// promptfoo's report writes the JSON in texts of these anew.
QJsonValue readInside(const QJsonValue &map)
{
    QJsonObject values = map.toObject();
    for (auto it = values.begin(); it != values.end(); ++it)
        it.value() = read(it.value());
    return values;
}

bool isSame(const QJsonValue &theirs, const QJsonValue &ours)
{
    if (theirs.isDouble() && ours.isDouble())
        return std::abs(theirs.toDouble() - ours.toDouble()) <= 1e-9 * std::max(1.0, std::abs(theirs.toDouble()));
    return theirs == ours;
}

/// What differs below a place. Only maps and lists are taken apart.
void compare(const QString &place, const QJsonValue &theirs, const QJsonValue &ours, Differences &found)
{
    if (theirs.isObject() && ours.isObject()) {
        const QJsonObject one = theirs.toObject();
        const QJsonObject other = ours.toObject();
        QStringList keys = one.keys() + other.keys();
        keys.removeDuplicates();
        for (const QString &key : std::as_const(keys))
            compare(place.isEmpty() ? key : place + u'/' + key, one.value(key), other.value(key), found);
    } else if (theirs.isArray() && ours.isArray()) {
        const QJsonArray one = theirs.toArray();
        const QJsonArray other = ours.toArray();
        for (qsizetype i = 0; i < std::max(one.size(), other.size()); ++i) {
            compare(place + u'/' + QString::number(i), i < one.size() ? one.at(i) : QJsonValue(QJsonValue::Undefined),
                    i < other.size() ? other.at(i) : QJsonValue(QJsonValue::Undefined), found);
        }
    } else if (!theirs.isString() && read(ours) != ours) {
        compare(place, theirs, read(ours), found); // an output that is a map or a list
    } else if (!isSame(theirs, ours) && !(place.endsWith("/output"_L1) && writtenJson(theirs) == ours.toString())) {
        found.insert(place, {writtenJson(theirs), writtenJson(ours)});
    }
}

QJsonArray checksOf(const QJsonValue &grading)
{
    QJsonArray checks;
    for (const QJsonValue &component : grading[u"componentResults"_s].toArray()) {
        const QJsonValue type = component[u"assertion"_s][u"type"_s]; // that of a set stands elsewhere
        checks.append(QJsonObject{{u"type"_s, type.isUndefined() ? QJsonValue::Null : type},
                                  {u"pass"_s, component[u"pass"_s]},
                                  {u"score"_s, component[u"score"_s]}});
    }
    return checks;
}

/// A result of our report in the form of golden.json.
QJsonObject rowOf(const QJsonValue &result)
{
    const bool isError = result[u"failureReason"_s].toInt() == 2;
    return {{u"test"_s, result[u"testIdx"_s]},
            {u"column"_s, result[u"promptIdx"_s]},
            {u"provider"_s, result[u"provider"_s]},
            {u"prompt"_s, read(result[u"prompt"_s][u"raw"_s])},
            {u"output"_s, isError ? QJsonValue::Null : result[u"response"_s][u"output"_s]},
            {u"pass"_s, result[u"success"_s]},
            {u"score"_s, result[u"score"_s]},
            {u"checks"_s, checksOf(result[u"gradingResult"_s])},
            {u"named"_s, result[u"namedScores"_s]},
            {u"vars"_s, readInside(result[u"vars"_s])},
            {u"isError"_s, isError}};
}

QJsonObject resultsOf(const QByteArray &report, int exitCode)
{
    const QJsonValue results = QJsonDocument::fromJson(report)[u"results"_s];
    // Here an error has an exit code of its own.
    QJsonObject made{{u"exit"_s, exitCode == 1 && results.isObject() ? 100 : exitCode}};
    QJsonArray rows;
    for (const QJsonValue &result : results[u"results"_s].toArray())
        rows.append(rowOf(result));
    QJsonArray columns;
    for (const QJsonValue &column : results[u"prompts"_s].toArray())
        columns.append(QJsonObject{{u"provider"_s, column[u"provider"_s]}, {u"named"_s, column[u"metrics"_s][u"namedScores"_s]}});
    if (results.isObject()) {
        made.insert(u"rows"_s, rows);
        made.insert(u"columns"_s, columns);
    }
    return made;
}

/// What golden.json says, in the same form: why something failed is not compared.
QJsonObject expectedOf(const QJsonObject &file)
{
    QJsonObject wanted = file;
    QJsonArray rows;
    for (const QJsonValue &each : file[u"rows"_s].toArray()) {
        QJsonObject row = each.toObject();
        row.insert(u"isError"_s, row.contains(u"error"_s));
        row.remove(u"error"_s);
        row.remove(u"label"_s);
        row.insert(u"prompt"_s, read(row.value(u"prompt"_s)));
        row.insert(u"vars"_s, readInside(row.value(u"vars"_s)));
        rows.append(row);
    }
    QJsonArray columns;
    for (const QJsonValue &column : file[u"columns"_s].toArray())
        columns.append(QJsonObject{{u"provider"_s, column[u"provider"_s]}, {u"named"_s, column[u"named"_s]}});
    if (file.contains(u"rows"_s)) {
        wanted.insert(u"rows"_s, rows);
        wanted.insert(u"columns"_s, columns);
    }
    wanted.remove(u"refused"_s);
    return wanted;
}

/// The listed differences of an experiment: place → our value, as JSON.
QMap<QString, QString> listedFor(const QString &name)
{
    QMap<QString, QString> listed;
    const QJsonObject file = jsonFile(golden + u"differences.json"_s);
    for (const QJsonValue &group : file[name].toArray()) {
        const QJsonObject places = group[u"ours"_s].toObject();
        for (auto it = places.begin(); it != places.end(); ++it)
            listed.insert(it.key(), it->isObject() && it->toObject().isEmpty() ? u"nothing"_s : writtenJson(*it));
    }
    return listed;
}

std::vector<std::unique_ptr<Backend>> backends(const Clock &clock)
{
    std::vector<std::unique_ptr<Backend>> made;
    made.push_back(std::make_unique<HttpBackend>(clock));
    made.push_back(std::make_unique<EchoBackend>());
    made.push_back(std::make_unique<ScriptBackend>());
    return made;
}

} // namespace

class TestPromptfooGolden : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theListNamesExperiments();
    void sameAsPromptfoo_data();
    void sameAsPromptfoo();

private:
    /// What the command line says and gives.
    struct Ended {
        std::optional<int> code;
        QByteArray out;
        QByteArray told;
    };
    [[nodiscard]] Ended run(const QString &file);

    SystemClock m_clock;
    const Catalog m_catalog = Catalog::builtIn();
    ChatDouble m_server;
    ThreadedEngine m_engine{[this] { return backends(m_clock); }, m_clock};
};

void TestPromptfooGolden::initTestCase()
{
    qputenv("GOLDEN_WORD", "lantern");
    qputenv("GOLDEN_SERVER", m_server.baseUrl().toUtf8());
    KeyRing keys;
    keys.insert(u"GOLDEN_KEY"_s, Secret("none"));
    m_engine.setKeys(keys);
}

static QStringList folders()
{
    return QDir(golden).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
}

/// A list whose names lead nowhere would excuse nothing.
void TestPromptfooGolden::theListNamesExperiments()
{
    const QJsonObject list = jsonFile(golden + u"differences.json"_s);
    QVERIFY(!list.isEmpty());
    for (auto it = list.begin(); it != list.end(); ++it) {
        QVERIFY2(folders().contains(it.key()), qPrintable(it.key()));
        for (const QJsonValue &group : it->toArray()) {
            QVERIFY2(!group[u"why"_s].toString().isEmpty(), qPrintable(it.key()));
            QVERIFY2(!group[u"ours"_s].toObject().isEmpty(), qPrintable(it.key()));
        }
    }
}

void TestPromptfooGolden::sameAsPromptfoo_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : folders())
        QTest::newRow(qUtf8Printable(name)) << name;
    QVERIFY(folders().size() >= 100);
}

TestPromptfooGolden::Ended TestPromptfooGolden::run(const QString &file)
{
    FileStore files;
    MemoryLedger ledger;
    CapturedStream out;
    CapturedStream err;
    CliContext context;
    context.session = {.engine = &m_engine, .store = &ledger, .clock = &m_clock, .catalog = &m_catalog};
    context.files = &files;
    context.outputs = &files;
    context.out = &out;
    context.err = &err;
    Ended ended;
    CommandLine commandLine(context);
    QObject::connect(&commandLine, &CommandLine::finished, &commandLine, [&ended](int code) { ended.code = code; });
    commandLine.start(
        {u"run"_s, file, u"--json"_s, u"--no-cache"_s, u"--allow-env"_s, u"GOLDEN_WORD"_s, u"--allow-env"_s, u"GOLDEN_SERVER"_s});
    (void)QTest::qWaitFor([&ended] { return ended.code.has_value(); }, 60'000);
    ended.out = out.bytes;
    ended.told = err.bytes;
    return ended;
}

void TestPromptfooGolden::sameAsPromptfoo()
{
    QFETCH(QString, name);
    const QJsonObject file = jsonFile(golden + name + u"/golden.json"_s);
    QVERIFY2(file.contains(u"exit"_s), "there is no golden.json: see make.mjs");

    const Ended ended = run(golden + name + u"/promptfooconfig.yaml"_s);

    QVERIFY2(ended.code, ended.told.constData());
    Differences found;
    compare({}, expectedOf(file), resultsOf(ended.out, *ended.code), found);
    const QMap<QString, QString> listed = listedFor(name);
    QStringList faults;
    for (const auto &[place, values] : found.asKeyValueRange()) {
        if (!listed.contains(place))
            faults += u"%1: promptfoo %2, here %3"_s.arg(place, values.theirs, values.ours);
        else if (listed.value(place) != (values.ours == "{}"_L1 ? u"nothing"_s : values.ours)) // an empty object says as much
            faults += u"%1: here %2, listed %3"_s.arg(place, values.ours, listed.value(place));
    }
    for (const QString &place : listed.keys()) {
        if (!found.contains(place))
            faults += u"%1: listed, and the same as promptfoo"_s.arg(place);
    }
    QVERIFY2(faults.isEmpty(), qPrintable(u'\n' + faults.join(u'\n') + u'\n' + QString::fromUtf8(ended.told)));
}

QTEST_GUILESS_MAIN(TestPromptfooGolden)
#include "tst_promptfoogolden.moc"
