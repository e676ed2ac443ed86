// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Data sets of more cases than are kept as values.

#include "models/experiment/data/datareader.h"
#include "models/experiment/experimentfile.h"
#include "models/experiment/writing/keptexperiment.h"
#include "tests/models/experiment/memoryfiles.h"

#include <QJsonArray>
#include <QStringEncoder>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

constexpr int rows = 2 * static_cast<int>(casesOfBlock) + 100;

Result<LoadedExperiment> readWith(MemoryFiles &files, const QString &name, const QByteArray &bytes, const QByteArray &more = {})
{
    files.files = {{u"dir/"_s + name, bytes}};
    return readExperiment("prompts: ['{{ q }}']\nproviders: [echo]\n" + more + "tests: " + name.toUtf8() + "\n", u"dir/x.yaml"_s,
                          files);
}

QString valueOf(const Experiment &experiment, qsizetype index, const QString &name)
{
    const Variables variables = effectiveVariables(experiment, experiment.cases.value(index));
    const auto found = std::ranges::find(variables, name, &Variable::name);
    return found == variables.end() ? u"(none)"_s : found->value.toVariant().toString();
}

/// A table as a spreadsheet writes it: some fields in quotes, some with quotes, separators and line ends in them.
QString tableText(const QString &lineEnd)
{
    QString text = u"q,__description,kind"_s + lineEnd;
    for (int i = 0; i < rows; ++i)
        text += u"\"Where is \"\"%1\"\",%2you?\",row %1,%3"_s.arg(i).arg(lineEnd, i % 3 == 0 ? u"é"_s : u""_s) + lineEnd;
    return text;
}

} // namespace

class LargeDataSetsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tables_data()
    {
        QTest::addColumn<QString>("lineEnd");
        QTest::addColumn<QByteArray>("mark");
        QTest::addColumn<QString>("encoding");
        QTest::newRow("line feeds") << u"\n"_s << QByteArray() << u"UTF-8"_s;
        QTest::newRow("carriage returns and line feeds") << u"\r\n"_s << QByteArray() << u"UTF-8"_s;
        QTest::newRow("carriage returns") << u"\r"_s << QByteArray() << u"UTF-8"_s;
        QTest::newRow("a byte order mark") << u"\r\n"_s << QByteArray("\xEF\xBB\xBF") << u"UTF-8"_s;
        QTest::newRow("UTF-16, little end first") << u"\r\n"_s << QByteArray("\xFF\xFE") << u"UTF-16LE"_s;
        QTest::newRow("UTF-16, big end first") << u"\n"_s << QByteArray("\xFE\xFF") << u"UTF-16BE"_s;
    }
    void tables()
    {
        QFETCH(const QString, lineEnd);
        QFETCH(const QByteArray, mark);
        QFETCH(const QString, encoding);
        QStringEncoder encoder(encoding.toLatin1().constData(), QStringConverter::Flag::Stateless);
        MemoryFiles files;
        const QByteArray encoded = encoder(tableText(lineEnd));
        const Result<LoadedExperiment> loaded = readWith(files, u"a.csv"_s, mark + encoded);
        QVERIFY2(loaded, loaded ? "" : qPrintable(errorSentence(loaded.error())));
        const Experiment &experiment = loaded->experiment;
        QCOMPARE(experiment.cases.size(), rows);
        for (int i = 0; i < rows; ++i) {
            QCOMPARE(valueOf(experiment, i, u"q"_s), u"Where is \"%1\",%2you?"_s.arg(i).arg(lineEnd));
            QCOMPARE(valueOf(experiment, i, u"kind"_s), i % 3 == 0 ? u"é"_s : u""_s);
            QCOMPARE(experiment.cases.at(i).description, u"row %1"_s.arg(i));
        }
        QCOMPARE(experiment.cases.variableNames(), QStringList({u"q"_s, u"kind"_s}));
    }

    /// More values than one tree may have; each row is one of its own.
    void aListOfMoreValuesThanATree()
    {
        const int count = static_cast<int>(maxDataNodes / 3) + 2;
        QByteArray text = "[";
        for (int i = 0; i < count; ++i)
            text += (i ? ",\n{\"vars\":{\"q\":" : "{\"vars\":{\"q\":") + QByteArray::number(i) + "}}";
        text += ']';
        MemoryFiles files;
        const Result<LoadedExperiment> loaded = readWith(files, u"a.json"_s, text);
        QVERIFY2(loaded, loaded ? "" : qPrintable(errorSentence(loaded.error())));
        QCOMPARE(loaded->experiment.cases.size(), count);
        QCOMPARE(valueOf(loaded->experiment, count - 1, u"q"_s), QString::number(count - 1));
    }
    void faultsHaveTheirLine_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("last");
        QTest::addColumn<QString>("said");
        QTest::newRow("too many fields") << u"a.csv"_s << QByteArray("1,2,3") << u"3 fields"_s;
        QTest::newRow("too few fields") << u"a.csv"_s << QByteArray("1") << u"1 fields"_s;
        QTest::newRow("open quote") << u"a.csv"_s << QByteArray("1,\"2") << u"never closed"_s;
        QTest::newRow("not a number") << u"threshold.csv"_s << QByteArray("1,much") << u"__threshold"_s;
        QTest::newRow("not UTF-8") << u"a.csv"_s << QByteArray("1,caf\xE9") << u"UTF-8"_s;
        QTest::newRow("broken JSON") << u"a.jsonl"_s << QByteArray("{\"vars\": {") << QString();
        QTest::newRow("no map") << u"a.jsonl"_s << QByteArray("[1]") << u"vars"_s;
        QTest::newRow("variables that are none") << u"a.jsonl"_s << QByteArray("{\"vars\": 1}") << u"vars"_s;
    }
    void faultsHaveTheirLine()
    {
        QFETCH(const QString, name);
        QFETCH(const QByteArray, last);
        QFETCH(const QString, said);
        const bool isTable = name.endsWith(u"csv"_s);
        QByteArray bytes = isTable ? (name.startsWith(u'a') ? "q,b\n" : "q,__threshold\n") : "\n";
        for (int i = 0; i < rows; ++i)
            bytes += isTable ? "1,1\n" : "{\"vars\": {\"q\": 1}}\n";
        MemoryFiles files;
        const Result<LoadedExperiment> loaded = readWith(files, name, bytes + last + '\n');
        QVERIFY(!loaded);
        QCOMPARE(loaded.error().kind, ErrorKind::Syntax);
        QCOMPARE(loaded.error().place, u"dir/"_s + name);
        QCOMPARE(loaded.error().line, rows + 2);
        QVERIFY2(loaded.error().detail.contains(said), qPrintable(loaded.error().detail));
    }

    void theFirstFaultIsTold()
    {
        MemoryFiles files;
        const Result<LoadedExperiment> loaded = readWith(files, u"a.csv"_s, "q,b\n1,2\n3\n4,\"5\n");
        QVERIFY(!loaded);
        QCOMPARE(loaded.error().line, 3);
    }

    void tooManyCasesAreToldWhereTheyAreNamed()
    {
        MemoryFiles files;
        const QByteArray list =
            "defaultTest: {vars: {x: [" + QByteArray("a,").repeated(1'000).chopped(1) + "]}}\n"; // a thousand cases a row
        const Result<LoadedExperiment> json =
            readWith(files, u"a.json"_s, "[" + QByteArray("{\"vars\": {\"q\": 1}},").repeated(1'001).chopped(1) + "]", list);
        QVERIFY(!json);
        QCOMPARE(json.error().place, u"dir/x.yaml"_s);
        QCOMPARE(json.error().line, 4);
    }

    void linesExpand()
    {
        QByteArray bytes;
        for (int i = 0; i < rows; ++i)
            bytes += "{\"vars\": {\"q\": [\"a" + QByteArray::number(i) + "\", \"b\"], \"n\": " + QByteArray::number(i)
                     + ", \"deep\": {\"k\": [1, null]}}, \"assert\": [{\"type\": \"equals\", \"value\": 6}]}\r\n";
        MemoryFiles files;
        const Result<LoadedExperiment> loaded =
            readWith(files, u"a.jsonl"_s, bytes, "defaultTest: {vars: {tone: [kind, dry]}}\n");
        QVERIFY2(loaded, loaded ? "" : qPrintable(errorSentence(loaded.error())));
        const Experiment &experiment = loaded->experiment;
        QCOMPARE(experiment.cases.size(), 4 * rows);
        const qsizetype place = 4 * (rows - 1);
        QCOMPARE(valueOf(experiment, place, u"tone"_s), u"kind"_s);
        QCOMPARE(valueOf(experiment, place, u"q"_s), u"a%1"_s.arg(rows - 1));
        QCOMPARE(valueOf(experiment, place + 3, u"tone"_s), u"dry"_s);
        QCOMPARE(valueOf(experiment, place + 3, u"q"_s), u"b"_s);
        QCOMPARE(experiment.cases.at(place).checks.at(0).value, QJsonValue(6));
        QCOMPARE(experiment.cases.at(place).variables.last().value,
                 QJsonValue(QJsonObject{{u"k"_s, QJsonArray{1, QJsonValue::Null}}}));
    }

    /// A run asks what was read when it began, whatever becomes of the file.
    void aFileThatChangesLater()
    {
        MemoryFiles files;
        const Result<LoadedExperiment> loaded = readWith(files, u"a.csv"_s, tableText(u"\n"_s).toUtf8());
        QVERIFY(loaded);
        files.files[u"dir/a.csv"_s] = "q\nsomething else\n";
        QCOMPARE(valueOf(loaded->experiment, rows - 1, u"q"_s), u"Where is \"%1\",\nyou?"_s.arg(rows - 1));
    }

    /// The ledger keeps the experiment as it is written: the name of the data set, not all its rows.
    void whatIsKeptNamesTheDataSet()
    {
        MemoryFiles files;
        const Result<LoadedExperiment> loaded = readWith(files, u"a.csv"_s, tableText(u"\n"_s).toUtf8());
        QVERIFY(loaded);
        const QByteArray kept = keptExperiment(loaded->experiment, loaded->source.get());
        QVERIFY2(kept.size() < 100 && kept.contains("tests: a.csv"), kept.left(300).constData());
    }

    void oneCaseMayBeEdited()
    {
        MemoryFiles files;
        const Result<LoadedExperiment> loaded = readWith(files, u"a.csv"_s, tableText(u"\n"_s).toUtf8());
        QVERIFY(loaded);
        Experiment edited = loaded->experiment;
        edited.cases[rows / 2].variables[0].value = u"another question"_s;
        const Result<LoadedExperiment> again =
            readExperiment(writeExperiment(edited, loaded->source.get()), u"dir/x.yaml"_s, files);
        QVERIFY(again);
        QVERIFY(again->experiment == edited);
        QCOMPARE(valueOf(again->experiment, rows / 2, u"q"_s), u"another question"_s);
    }
};

QTEST_GUILESS_MAIN(LargeDataSetsTest)
#include "tst_largedatasets.moc"
