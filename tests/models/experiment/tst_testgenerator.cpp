// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/reading/testgenerator.h"

#include "tests/models/experiment/experimenttext.h"

using namespace Qt::StringLiterals;
using namespace Tempera;
using namespace Tempera::FileTesting;

namespace {

QByteArray withTests(const QByteArray &tests)
{
    return "prompts: ['{{ n }}']\nproviders: [echo]\ntests: " + tests + "\n";
}

MemoryFiles filesWith(const QByteArray &script, const QString &name = u"dir/t.js"_s)
{
    MemoryFiles files;
    files.files = {{name, script}};
    return files;
}

} // namespace

class TestTestGenerator : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsOne()
    {
        QCOMPARE(testGenerator(u"file://t.js"_s), (ScriptReference{u"file://t.js"_s, {}, true}));
        QCOMPARE(testGenerator(u"t.mjs:make"_s), (ScriptReference{u"file://t.mjs"_s, u"make"_s, true}));
        QCOMPARE(testGenerator(u"file://t.py:make"_s), (ScriptReference{u"file://t.py"_s, u"make"_s, false}));
        QVERIFY(!testGenerator(u"file://t.csv"_s));
    }

    void givesTests_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<QByteArray>("tests");
        QTest::newRow("a function") << u"dir/t.js"_s
                                    << QByteArray("module.exports = () => [{ vars: { n: 'a' } }, { vars: { n: 'b' } }];")
                                    << QByteArray("file://t.js");
        QTest::newRow("an async one with a name")
            << u"dir/t.cjs"_s
            << QByteArray("module.exports = { make: async () => [{ vars: { n: 'a' } }, { vars: { n: await 'b' } }] };")
            << QByteArray("'file://t.cjs:make'");
        QTest::newRow("an ES module") << u"dir/t.mjs"_s
                                      << QByteArray("export default function () {\n  return [{ vars: { n: ['a', 'b'] } }];\n}\n")
                                      << QByteArray("['file://t.mjs']");
        QTest::newRow("a list") << u"dir/t.js"_s << QByteArray("module.exports = [{ vars: { n: 'a' } }, { vars: { n: 'b' } }];")
                                << QByteArray("file://t.js");
        QTest::newRow("a list of an ES module")
            << u"dir/t.mjs"_s << QByteArray("export default [{ vars: { n: 'a' } }, { vars: { n: 'b' } }];\n")
            << QByteArray("file://t.mjs");
        QTest::newRow("a config") << u"dir/t.js"_s
                                  << QByteArray("module.exports = (config) => config.names.map((n) => ({ vars: { n } }));")
                                  << QByteArray("{path: 'file://t.js', config: {names: [a, b]}}");
        QTest::newRow("a config in a list") << u"dir/t.js"_s
                                            << QByteArray(
                                                   "exports.make = (config) => config.names.map((n) => ({ vars: { n } }));")
                                            << QByteArray("[{path: 'file://t.js:make', config: {names: [a, b]}}]");
        QTest::newRow("without a config") << u"dir/t.js"_s
                                          << QByteArray("module.exports = (config = { n: ['a', 'b'] }) => [{ vars: config }];")
                                          << QByteArray("file://t.js");
    }
    void givesTests()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, script);
        QFETCH(QByteArray, tests);
        const LoadedExperiment loaded = mustRead(withTests(tests), filesWith(script, file));
        QCOMPARE(column(loaded.experiment, u"n"_s), (QStringList{u"a"_s, u"b"_s}));
        QVERIFY(!loaded.needsScripts);
        QVERIFY(loaded.experiment.scripts.isEmpty()); // it is over with the reading
    }

    /// Checks, and variables in the script's order.
    void testsAreWhole()
    {
        const LoadedExperiment loaded = mustRead(
            withTests("file://t.js"), filesWith("module.exports = () => [{ description: 'one', vars: { z: 1, a: 2, m: 'x' },\n"
                                                "  assert: [{ type: 'contains', value: 'Gen' }], threshold: 0.5 }];"));
        const Case made = loaded.experiment.cases.value(0);
        QCOMPARE(made.description, u"one"_s);
        QStringList names;
        for (const Variable &variable : made.variables)
            names += variable.name;
        QCOMPARE(names, (QStringList{u"z"_s, u"a"_s, u"m"_s}));
        QCOMPARE(made.checks.size(), 1);
        QCOMPARE(made.checks.constFirst().type, u"contains"_s);
        QCOMPARE(made.threshold, 0.5);
    }

    void besideOthersAndInScenarios()
    {
        const MemoryFiles files = filesWith("module.exports = [{ vars: { n: 'made' } }];");
        QCOMPARE(column(mustRead(withTests("[{vars: {n: own}}, 'file://t.js']"), files).experiment, u"n"_s),
                 (QStringList{u"own"_s, u"made"_s}));
        const QByteArray scenarios = "prompts: ['{{ n }}']\nproviders: [echo]\n"
                                     "scenarios: [{config: [{vars: {m: 1}}, {vars: {m: 2}}], tests: 'file://t.js'}]\n";
        QCOMPARE(column(mustRead(scenarios, files).experiment, u"n"_s), (QStringList{u"made"_s, u"made"_s}));
    }

    void anErrorNamesFileAndLine_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<QString>("place");
        QTest::addColumn<int>("line");
        QTest::addColumn<QString>("detail");
        QTest::newRow("thrown") << QByteArray("module.exports = () => {\n  return nothing.there;\n};") << u"dir/t.js"_s << 2
                                << u"nothing"_s;
        QTest::newRow("no JavaScript") << QByteArray("module.exports = () => [\n  {{ ];") << u"dir/t.js"_s << 2
                                       << u"SyntaxError"_s;
        QTest::newRow("no list") << QByteArray("module.exports = () => ({ vars: {} });") << u"dir/t.js"_s << 0 << u"list"_s;
        QTest::newRow("nothing") << QByteArray("const a = 1;") << u"dir/t.js"_s << 0 << u"list"_s;
        QTest::newRow("null") << QByteArray("module.exports = null;") << u"dir/t.js"_s << -1 << QString();
        QTest::newRow("a module") << QByteArray("\nconst fs = require('fs');") << u"dir/t.js"_s << -1
                                  << u"There are no modules here: fs"_s;
        QTest::newRow("a function in a test")
            << QByteArray("module.exports = [{ assert: [{ type: 'javascript', value: () => true }] }];") << u"dir/t.js"_s << -1
            << u"A function cannot be part of a test: value"_s;
        QTest::newRow("an endless loop") << QByteArray("module.exports = () => { for (;;); };") << u"dir/t.js"_s << -1
                                         << u"It was stopped after 2000 ms."_s;
        QTest::newRow("the second test") << QByteArray("module.exports = [{ vars: {} }, 7];") << u"tests made by dir/t.js"_s << 2
                                         << u"A test is a map"_s;
        QTest::newRow("no test") << QByteArray("module.exports = [];") << u"tests made by dir/t.js"_s << 1
                                 << u"There is no case in this file."_s;
    }
    /// −1: whatever line it is.
    void anErrorNamesFileAndLine()
    {
        QFETCH(QByteArray, script);
        QFETCH(QString, place);
        QFETCH(int, line);
        QFETCH(QString, detail);
        const Result<LoadedExperiment> loaded = read(withTests("file://t.js"), filesWith(script));
        QVERIFY(!loaded);
        QCOMPARE(loaded.error().place, place);
        QVERIFY2(line < 0 || loaded.error().line == line, qPrintable(errorSentence(loaded.error())));
        QVERIFY2(loaded.error().detail.contains(detail), qPrintable(errorSentence(loaded.error())));
    }

    /// A file outside of the experiment's folder is read with the user's word only.
    void aFileElsewhereIsRefused()
    {
        const MemoryFiles files = filesWith("module.exports = [{ vars: { n: 'a' } }];", u"other/t.js"_s);
        const QByteArray text = withTests("file://../other/t.js");
        const LoadedExperiment refused = mustRead(text, files);
        QCOMPARE(refused.refused.size(), 1);
        QVERIFY(refused.refused.constFirst().isNeeded);
        QVERIFY(refused.experiment.cases.isEmpty());
        const Result<LoadedExperiment> allowed = readExperiment(text, u"dir/x.yaml"_s, files, {u"other"_s});
        QVERIFY(allowed);
        QCOMPARE(column(allowed->experiment, u"n"_s), QStringList{u"a"_s});
    }

    void otherLanguagesAreNotRun()
    {
        for (const char *reference : {"'file://t.py:make'", "'file://t.ts'"}) {
            const LoadedExperiment loaded = mustRead(withTests(reference));
            QVERIFY(loaded.experiment.cases.isEmpty());
            QVERIFY2(loaded.experiment.casesMissing.contains("other programs are not run"_L1),
                     qPrintable(loaded.experiment.casesMissing));
            QCOMPARE(loaded.warnings.size(), 1);
        }
    }

    /// For the window's thread.
    void scriptsCanBeLeft()
    {
        const MemoryFiles files = filesWith("module.exports = () => { for (;;); };");
        const auto left = [&files](const QByteArray &tests) {
            const Result<LoadedExperiment> loaded =
                readExperiment(withTests(tests), u"dir/x.yaml"_s, files, {}, {}, TestScripts::Leave);
            return loaded && loaded->needsScripts;
        };
        QVERIFY(left("file://t.js"));
        QVERIFY(left("[{vars: {n: a}}, {path: 'file://t.js'}]"));
        QVERIFY(!left("[{vars: {n: a}}]"));
    }

    /// The file keeps the name of its script when something else is changed.
    void theReferenceIsKept()
    {
        const LoadedExperiment loaded =
            mustRead(withTests("file://t.js # mine"), filesWith("module.exports = [{ vars: { n: 'a' } }];"));
        Experiment changed = loaded.experiment;
        changed.description = u"new"_s;
        const QByteArray written = writeExperiment(changed, loaded.source.get());
        QVERIFY2(written.contains("tests: file://t.js"), written.constData());
    }
};

QTEST_GUILESS_MAIN(TestTestGenerator)
#include "tst_testgenerator.moc"
