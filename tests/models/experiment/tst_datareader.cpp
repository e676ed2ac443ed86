// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/data/csvreader.h"
#include "models/experiment/data/datareader.h"
#include "models/experiment/data/datawriter.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

QByteArray asJson(const DataNode &node)
{
    return QJsonDocument(QJsonArray{dataToJson(node)}).toJson(QJsonDocument::Compact);
}

/// A text of characters that are hard on writers of YAML.
QString hardText(QRandomGenerator &random)
{
    static const QStringList parts{
        u"a"_s,  u"word"_s, u" "_s,  u"  "_s,  u"\n"_s,  u"\n\n"_s,   u": "_s,     u" #"_s,     u"'"_s,    u"\""_s,   u"\\"_s,
        u"-"_s,  u"- "_s,   u"{{"_s, u"}}"_s,  u"\t"_s,  u"\r"_s,     u"é"_s,      u"猫"_s,     u"😀"_s,   u"["_s,    u"]"_s,
        u"|"_s,  u">"_s,    u"&a"_s, u"*a"_s,  u"!"_s,   u"%"_s,      u"@"_s,      u"`"_s,      u"?"_s,    u"null"_s, u"true"_s,
        u"12"_s, u"1e3"_s,  u"~"_s,  u"---"_s, u"..."_s, u"\u0085"_s, u"\u2028"_s, u"\uFEFF"_s, u"\x01"_s, u"<<"_s,   u"="_s};
    QString text;
    const int count = static_cast<int>(random.bounded(8));
    for (int i = 0; i < count; ++i)
        text += parts[static_cast<qsizetype>(random.bounded(static_cast<quint32>(parts.size())))];
    return text;
}

DataPtr randomTree(QRandomGenerator &random, int depth)
{
    switch (random.bounded(depth > 0 ? 8 : 5)) {
    case 0: return dataFromJson(QJsonValue::Null);
    case 1: return dataBool(random.bounded(2) ? u"true"_s : u"false"_s);
    case 2: return dataInteger(static_cast<qint64>(random.generate64()) >> random.bounded(63));
    case 3: return dataNumber(random.generateDouble() * 1000 - 500);
    case 4: return dataString(hardText(random));
    case 5: {
        std::vector<DataPtr> items;
        for (quint32 i = random.bounded(4U); i > 0; --i)
            items.push_back(randomTree(random, depth - 1));
        return dataSequence(std::move(items));
    }
    default: {
        DataPtr map = dataMap({});
        for (quint32 i = random.bounded(4U); i > 0; --i)
            map = withEntry(map, hardText(random), randomTree(random, depth - 1));
        return map;
    }
    }
}

} // namespace

class DataReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void types_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<QByteArray>("json");
        const auto row = [](const char *name, const char *yaml, const char *json, qsizetype size = -1) {
            QTest::newRow(name) << QByteArray(yaml, size) << QByteArray(json);
        };
        row("integers", "[1, -2, +3, 0x1F, 0o17, 007]", "[[1,-2,3,31,15,7]]");
        row("floats", "[1.5, -.5, 1e3, 1., 6.02E-3]", "[[1.5,-0.5,1000,1,0.00602]]");
        row("bools", "[true, False, TRUE]", "[[true,false,true]]");
        row("nulls", "[~, null, NULL, ]", "[[null,null,null]]");
        row("words", "[yes, no, on, .nan, .inf, 1_000, 2024-01-01, 12:30]",
            R"([["yes","no","on",".nan",".inf","1_000","2024-01-01","12:30"]])");
        row("quoted", R"(["1", 'true', "~", '', !!str 5])", R"([["1","true","~","","5"]])");
        row("block texts", "a: |\n  x\n  y\nb: >-\n  x\n  y\n", R"([{"a":"x\ny\n","b":"x y"}])");
        row("block text that looks like a number", "a: |-\n  12\n", R"([{"a":"12"}])");
        row("alias", "a: &x [1, 2]\nb: *x\n", R"([{"a":[1,2],"b":[1,2]}])");
        row("merge", "base: &b {x: 1, y: 2}\nc:\n  <<: *b\n  y: 3\n", R"([{"base":{"x":1,"y":2},"c":{"x":1,"y":3}}])");
        row("merge of several", "a: &a {x: 1}\nb: &b {x: 2, y: 2}\nc:\n  <<: [*a, *b]\n",
            R"([{"a":{"x":1},"b":{"x":2,"y":2},"c":{"x":1,"y":2}}])");
        row("quoted merge is a key", "a: {'<<': 1}", R"([{"a":{"<<":1}}])");
        row("json", R"({"a": [1, 2.5, "x\u00e9\ud83d\ude00"], "b": null})", "[{\"a\":[1,2.5,\"xé😀\"],\"b\":null}]");
        row("empty json key", R"({"": {"": ""}})", R"([{"":{"":""}}])");
        row("empty yaml key", "'':\n  '': ''\n", R"([{"":{"":""}}])");
        row("json with tabs", "{\t\"a\":\t1}", R"([{"a":1}])");
        row("flow yaml", "{a: 1, b: [x]}", R"([{"a":1,"b":["x"]}])");
        row("question in braces", "{q: Why?}", R"([{"q":"Why?"}])");
        row("question in brackets", "[Why?, a?b, ?x, \"?\"]", R"([["Why?","a?b","?x","?"]])");
        row("questions in a block", "a: Is it? Yes, it is.\nb: |\n  ? no\n  so?\n",
            R"([{"a":"Is it? Yes, it is.","b":"? no\nso?\n"}])");
        row("key after a question mark", "? k?\n: v?\n", R"([{"k?":"v?"}])");
        row("escaped control beside a question", "a: \"\\x01?\"", R"([{"a":"\u0001?"}])");
        row("empty", "", "[null]");
        row("byte order mark",
            "\xEF\xBB\xBF"
            "a: 1",
            R"([{"a":1}])");
        row("UTF-16, little end first",
            "\xFF\xFE"
            "a\0:\0 \0\xE9\0",
            R"([{"a":"é"}])", 10);
        row("a document with a head and an end", "---\na: 1\n...\n", R"([{"a":1}])");
        row("number keys", "1: a\ntrue: b\n", R"([{"1":"a","true":"b"}])");
    }
    void types()
    {
        QFETCH(const QByteArray, yaml);
        QFETCH(const QByteArray, json);
        const Result<DataDocument> document = readData(yaml, u"a.yaml"_s);
        QVERIFY2(document, qPrintable(document ? QString() : errorSentence(document.error())));
        QCOMPARE(asJson(*document->root), json);
    }

    void keepsOrderAndPlaces()
    {
        const Result<DataDocument> document = readData("z: 1\na: é x\nm:\n  - k: 2\n", u"a.yaml"_s);
        QVERIFY(document);
        const DataNode &root = *document->root;
        QCOMPARE(root.entries[0].key, u"z"_s);
        QCOMPARE(root.entries[1].key, u"a"_s);
        const DataNode &k = *root.find(u"m")->items[0]->find(u"k");
        QCOMPARE(k.line, 4);
        QCOMPARE(k.column, 8);
    }

    void columnsAreCharacters()
    {
        const Result<DataDocument> document = readData("éé猫: [x, {éé: @}]\n", u"a.yaml"_s);
        QVERIFY(!document);
        QCOMPARE(document.error().line, 1);
        QCOMPARE(document.error().column, 15);
    }

    void errors_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("line");
        QTest::newRow("bad indent") << QByteArray("a: 1\n b: 2\n") << 2;
        QTest::newRow("unclosed list") << QByteArray("a: [1, 2\nb: 3\n") << 2;
        QTest::newRow("key twice") << QByteArray("a: 1\nb: 2\na: 3\n") << 3;
        QTest::newRow("key twice in json") << QByteArray("{\"a\": 1,\n\"a\": 2}") << 2;
        QTest::newRow("unknown alias") << QByteArray("a: *nobody\n") << 1;
        QTest::newRow("alias in itself") << QByteArray("a: &x\n  b: *x\n") << 2;
        QTest::newRow("list as key") << QByteArray("? [a, b]\n: 1\n") << 1;
        QTest::newRow("merge of a text") << QByteArray("a:\n  <<: text\n") << 2;
        QTest::newRow("not utf-8") << QByteArray("a: 1\nb: \xFF\xFE\n") << 2;
        QTest::newRow("binary") << QByteArray("a: 1\n\0\0", 7) << 2;
        QTest::newRow("second document") << QByteArray("a: 1\n---\na: 2\n") << 2;
        QTest::newRow("second document with a head") << QByteArray("---\na: 1\n...\n%YAML 1.2\n---\na: 2\n") << 5;
        QTest::newRow("windows-1252") << QByteArray("a: 1\nb: caf\xE9\n") << 2;
        QTest::newRow("tab as indent") << QByteArray("a:\n\tb: 1\n") << 2;
    }
    void errors()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const int, line);
        const Result<DataDocument> document = readData(text, u"dir/a.yaml"_s);
        QVERIFY(!document);
        QCOMPARE(document.error().kind, ErrorKind::Syntax);
        QCOMPARE(document.error().place, u"dir/a.yaml"_s);
        QVERIFY(!document.error().detail.isEmpty());
        QCOMPARE(document.error().line, line);
    }

    void jsonErrorsAreJsons()
    {
        const Result<DataDocument> document = readData("{\"a\": 1,\n \"b\": }", u"a.json"_s);
        QVERIFY(!document);
        QCOMPARE(document.error().line, 2);
    }

    void itemsAreThoseOfTheTree_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("path");
        QTest::newRow("JSON") << QByteArray(R"([{"q": "a", "n": 1.50}, [1, [2]], null, "text", {"q": {"q": []}}])")
                              << u"a.json"_s;
        QTest::newRow("no items") << QByteArray("[]") << u"a.json"_s;
        QTest::newRow("block") << QByteArray("- q: a\n  n: 1\n- - x\n  - y\n-\n- text\n") << u"a.yaml"_s;
        QTest::newRow("flow that is no JSON") << QByteArray("[{q: Why?}, {q: b}, c]") << u"a.yaml"_s;
        QTest::newRow("flow that is JSON") << QByteArray(R"([{"q": "a"}, {"q": "b"}])") << u"a.yml"_s;
        QTest::newRow("aliases of items before")
            << QByteArray("- &first {q: a, list: &list [1, 2]}\n- *first\n- {q: b, list: *list}\n"
                          "- {<<: *first, q: c}\n")
            << u"a.yaml"_s;
    }
    void itemsAreThoseOfTheTree()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QString, path);
        const Result<DataDocument> whole = readData(text, path);
        QVERIFY(whole);
        std::vector<DataPtr> items;
        QVERIFY(readDataItems(text, path, [&items, &path](const DataDocument &document, const DataPtr &item) {
            items.push_back(item);
            return document.path == path && !document.root;
        }));
        QCOMPARE(items.size(), whole->root->items.size());
        for (std::size_t i = 0; i < items.size(); ++i) {
            QVERIFY(sameData(*items[i], *whole->root->items[i]));
            QCOMPARE(items[i]->line, whole->root->items[i]->line);
            QCOMPARE(items[i]->column, whole->root->items[i]->column);
        }
    }
    void itemsUntilTheError_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("path");
        QTest::newRow("JSON") << QByteArray("[{\"q\": 1},\n {\"q\": 2},\n {\"q\" 3}]") << u"a.json"_s;
        QTest::newRow("YAML") << QByteArray("- {q: 1}\n- {q: 2}\n- {q: 3, q: 4}\n") << u"a.yaml"_s;
    }
    void itemsUntilTheError()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QString, path);
        QStringList taken;
        const Result<void> read = readDataItems(text, path, [&taken](const DataDocument &, const DataPtr &item) {
            taken.append(item->find(u"q")->text);
            return true;
        });
        QVERIFY(!read);
        QCOMPARE(read.error().line, 3);
        QCOMPARE(read.error().place, path);
        QCOMPARE(taken, QStringList({u"1"_s, u"2"_s}));
    }
    void nobodyWantsMoreItems()
    {
        for (const QByteArray text : {QByteArray("[1, 2, 3, }"), QByteArray("- 1\n- 2\n- 3\n- [\n")}) {
            int taken = 0;
            const auto takeTwo = [&taken](const DataDocument &, const DataPtr &) { return ++taken < 2; };
            QVERIFY(readDataItems(text, text.startsWith('[') ? u"a.json"_s : u"a.yaml"_s, takeTwo));
            QCOMPARE(taken, 2);
        }
    }
    void whatIsNoListIsItsOnlyItem()
    {
        for (const char *text : {"{\"q\": 1}", "q: 1\n"}) {
            QStringList taken;
            QVERIFY(readDataItems(text, u"a.yaml"_s, [&taken](const DataDocument &, const DataPtr &item) {
                taken.append(item->find(u"q")->text);
                return true;
            }));
            QCOMPARE(taken, QStringList(u"1"_s));
        }
        QVERIFY(readDataItems("# nothing\n", u"a.yaml"_s, [](const DataDocument &, const DataPtr &) {
            QTest::qFail("an item", __FILE__, __LINE__);
            return true;
        }));
    }
    void hostileTextIsRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("brackets") << QByteArray(200'000, '[');
        QTest::newRow("braces") << QByteArray("{a: ").repeated(50'000);
        QTest::newRow("dashes") << QByteArray("- ").repeated(50'000);
        QTest::newRow("question marks") << QByteArray("? ").repeated(50'000);
        QByteArray bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
        for (int i = 1; i < 12; ++i) {
            bomb += "a" + QByteArray::number(i) + ": &a" + QByteArray::number(i) + " ["
                    + ("*a" + QByteArray::number(i - 1) + ",").repeated(9) + "]\n";
        }
        QTest::newRow("alias bomb") << bomb;
        QByteArray chain = "a0: &a0 [x]\n";
        for (int i = 1; i < 500; ++i) {
            chain += "a" + QByteArray::number(i) + ": &a" + QByteArray::number(i) + " [*a" + QByteArray::number(i - 1) + "]\n";
        }
        QTest::newRow("alias chain") << chain;
        QTest::newRow("too many values") << QByteArray("- x\n").repeated(2'100'000);
        QTest::newRow("too large") << QByteArray(maxDataBytes + 1, 'x');
    }
    void hostileTextIsRefused()
    {
        QFETCH(const QByteArray, text);
        const Result<DataDocument> document = readData(text, u"a.yaml"_s);
        QVERIFY(!document);
        QCOMPARE(document.error().kind, ErrorKind::Syntax);
    }

    void hugeTextIsFine()
    {
        const Result<DataDocument> document = readData("a: \"" + QByteArray(8'000'000, 'x') + "\"\n", u"a.yaml"_s);
        QVERIFY(document);
        QCOMPARE(document->root->find(u"a")->text.size(), 8'000'000);
    }

    void noiseNeverCrashes()
    {
        const QByteArray seed = "a: &x [1, {b: 'c'}]\nd: |-\n  e\n<<: *x\n? f\n: \"\\u00e9\" # g\n- %h @i `j\n--- ...\n!!k";
        QRandomGenerator random(7);
        int refused = 0;
        for (int round = 0; round < 3000; ++round) {
            QByteArray text = seed;
            for (quint32 i = random.bounded(1U, 12U); i > 0; --i) {
                const auto at = static_cast<qsizetype>(random.bounded(static_cast<quint32>(text.size())));
                switch (random.bounded(3)) {
                case 0: text[at] = static_cast<char>(random.bounded(256)); break;
                case 1: text.remove(at, random.bounded(6)); break;
                default: text.insert(at, seed.mid(random.bounded(30), random.bounded(10))); break;
                }
                if (text.isEmpty())
                    text = "-";
            }
            const Result<DataDocument> document = readData(text, u"a.yaml"_s);
            if (document)
                QVERIFY(document->root);
            else
                ++refused;
        }
        QVERIFY(refused > 100);
    }

    void whatIsWrittenReadsTheSame()
    {
        QRandomGenerator random(11);
        for (int round = 0; round < 3000; ++round) {
            const DataPtr tree = withEntry(dataMap({}), u"root"_s, randomTree(random, 4));
            const QByteArray yaml = writeYamlTree(*tree);
            const Result<DataDocument> fromYaml = readData(yaml, u"a.yaml"_s);
            QVERIFY2(fromYaml, yaml.constData());
            QVERIFY2(sameData(*fromYaml->root, *tree), yaml.constData());
            const QByteArray json = writeJsonTree(*tree);
            const Result<DataDocument> fromJson = readData(json, u"a.json"_s);
            QVERIFY2(fromJson, json.constData());
            QVERIFY2(asJson(*fromJson->root) == asJson(*tree), json.constData());
        }
    }

    void readableYaml()
    {
        const DataPtr tree =
            dataMap({{u"text"_s, dataString(u"two\nlines"_s)},
                     {u"list"_s, dataSequence({dataString(u"plain words"_s), dataString(u"yes"_s),
                                               dataMap({{u"k"_s, dataInteger(1)}, {u"l"_s, dataString(u"it's"_s)}})})},
                     {u"empty"_s, dataSequence({})}});
        QCOMPARE(writeYamlTree(*tree), QByteArray("text: |-\n  two\n  lines\nlist:\n  - plain words\n  - 'yes'\n"
                                                  "  - k: 1\n    l: it's\nempty: []\n"));
    }

    void csv()
    {
        const Result<CsvTable> table = readCsv(u"\uFEFFa, b ,c\r\n1,\"x, \"\"y\"\"\nz\",3\r\n\r\n,,\n4,,,,"_s, u"a.csv"_s);
        QVERIFY(table);
        QCOMPARE(table->header, QStringList({u"a"_s, u"b"_s, u"c"_s}));
        QCOMPARE(table->rows.size(), 3);
        QCOMPARE(table->rows[0].fields, QStringList({u"1"_s, u"x, \"y\"\nz"_s, u"3"_s}));
        QCOMPARE(table->rows[0].line, 2);
        QCOMPARE(table->rows[1].fields, QStringList({QString(), QString(), QString()}));
        QCOMPARE(table->rows[1].line, 5);
        QCOMPARE(table->rows[2].fields, QStringList({u"4"_s, QString(), QString()}));

        const Result<CsvTable> broken = readCsv(u"a\nb\n\"c\nd"_s, u"a.csv"_s);
        QVERIFY(!broken);
        QCOMPARE(broken.error().line, 3);
    }

    void csvSeparatorsAndLineEnds_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("semicolons") << u"q;c\nWhere, now?;Paris\n\"a;b\";Rome\n"_s;
        QTest::newRow("tabs") << u"q\tc\nWhere, now?\tParis\na;b\tRome"_s;
        QTest::newRow("commas") << u"q,c\n\"Where, now?\",Paris\na;b,Rome\n"_s;
        QTest::newRow("a quoted name with the other separator") << u"q;\"c\"\r\n\"Where, now?\";Paris\r\n\"a;b\";Rome"_s;
        QTest::newRow("carriage returns alone") << u"q,c\r\"Where, now?\",Paris\ra;b,Rome\r"_s;
    }
    void csvSeparatorsAndLineEnds()
    {
        QFETCH(const QString, text);
        const Result<CsvTable> table = readCsv(text, u"a.csv"_s);
        QVERIFY2(table, qPrintable(table ? QString() : errorSentence(table.error())));
        QCOMPARE(table->header, QStringList({u"q"_s, u"c"_s}));
        QCOMPARE(table->rows.size(), 2);
        QCOMPARE(table->rows[0].fields, QStringList({u"Where, now?"_s, u"Paris"_s}));
        QCOMPARE(table->rows[1].fields, QStringList({u"a;b"_s, u"Rome"_s}));
        QCOMPARE(table->rows[1].line, 3);
    }

    void csvRefusals_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("line");
        QTest::newRow("more fields than names") << u"a,b\nx,y, z\n"_s << 2;
        QTest::newRow("fewer fields than names") << u"a,b\n1,2\n3\n"_s << 3;
        QTest::newRow("one name twice") << u"\na,b,a\n1,2,3\n"_s << 2;
    }
    void csvRefusals()
    {
        QFETCH(const QString, text);
        QFETCH(const int, line);
        const Result<CsvTable> table = readCsv(text, u"dir/a.csv"_s);
        QVERIFY(!table);
        QCOMPARE(table.error().kind, ErrorKind::Syntax);
        QCOMPARE(table.error().place, u"dir/a.csv"_s);
        QCOMPARE(table.error().line, line);
    }

    void textsAreReadOrRefused()
    {
        QCOMPARE(readText("\xEF\xBB\xBF"
                          "caf\xC3\xA9",
                          u"a.csv"_s)
                     .value_or(QString()),
                 u"café"_s);
        QCOMPARE(readText(QByteArray("\xFE\xFF\0c\0\xE9", 6), u"a.csv"_s).value_or(QString()), u"cé"_s);
        const Result<QString> ansi = readText("name,city\nJos\xE9,K\xF6ln\n", u"a.csv"_s);
        QVERIFY(!ansi);
        QCOMPARE(ansi.error().line, 2);
        QCOMPARE(ansi.error().column, 4);
        QVERIFY(!readText(QByteArray("\xFF\xFE"
                                     "a\0b",
                                     5),
                          u"a.csv"_s));                                    // half a unit
        QVERIFY(!readText(QByteArray("\xFF\xFE\x3D\xD8", 4), u"a.csv"_s)); // a high surrogate alone
        QVERIFY(!readText(QByteArray("a\0b\0", 4), u"a.csv"_s));           // UTF-16 without its mark
    }
};

QTEST_APPLESS_MAIN(DataReaderTest)
#include "tst_datareader.moc"
