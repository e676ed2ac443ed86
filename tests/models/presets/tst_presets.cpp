// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/presets/presetstore.h"
#include "tests/models/experiment/memoryfiles.h"
#include "tests/support/everysetting.h"
#include "tests/support/testpaths.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

const QByteArray lmStudio = R"({
  "identifier": "@local:mine", "name": "Mine", "changed": true,
  "operation": {"fields": [
    {"key": "llm.prediction.temperature", "value": 0.7},
    {"key": "llm.prediction.topKSampling", "value": 30},
    {"key": "llm.prediction.topPSampling", "value": {"checked": true, "value": 0.9}},
    {"key": "llm.prediction.minPSampling", "value": {"checked": false, "value": 0.5}},
    {"key": "llm.prediction.repeatPenalty", "value": {"checked": true, "value": 1}},
    {"key": "llm.prediction.maxPredictedTokens", "value": {"checked": true, "value": 100}},
    {"key": "llm.prediction.stopStrings", "value": ["END", "\n"]},
    {"key": "llm.prediction.structured", "value": {"type": "json", "jsonSchema": {"type": "object"}}},
    {"key": "llm.prediction.systemPrompt", "value": "Be kind."},
    {"key": "llm.prediction.logProbs", "value": {"checked": true, "value": 5}}
  ]},
  "load": {"fields": [{"key": "llm.load.contextLength", "value": 8192}]}
})";

const QByteArray tavern = R"({
  "temp": 0.9, "top_p": 1, "top_k": 0, "top_a": 0, "tfs": 1, "typical_p": 0.8, "min_p": 0.05,
  "rep_pen": 1.1, "rep_pen_range": 256, "freq_pen": 0, "presence_pen": 0.5,
  "dynatemp": true, "min_temp": 0.5, "max_temp": 1.5, "dynatemp_exponent": 2,
  "dry_multiplier": 0.8, "dry_base": 1.75, "dry_allowed_length": 2, "dry_penalty_last_n": 0,
  "dry_sequence_breakers": )"
                          "\"[\\\"\\\\n\\\", \\\":\\\"]\""
                          R"(, "xtc_probability": 0, "xtc_threshold": 0.1, "nsigma": 1.5,
  "mirostat_mode": 0, "mirostat_tau": 5, "mirostat_eta": 0.1, "grammar_string": "", "json_schema": {},
  "guidance_scale": 1, "negative_prompt": "bad words", "smoothing_factor": 0.3, "banned_tokens": "",
  "logit_bias": [{"id": "x", "text": " sword", "value": -5}],
  "samplers": ["penalties", "dry", "tfs_z", "top_k", "typ_p", "temperature"], "sampler_priority": ["temperature"],
  "seed": -1
})";

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

SamplingSettings temperature(double value)
{
    SamplingSettings made;
    made.temperature = value;
    return made;
}

} // namespace

class PresetsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theShippedOnesAreSound()
    {
        const QList<SamplingPreset> presets = shippedPresets();
        QVERIFY(presets.size() >= 4);
        for (const SamplingPreset &preset : presets) {
            QVERIFY(preset.shipped && !preset.name.isEmpty());
            QVERIFY2(preset.settings != SamplingSettings(), qPrintable(preset.name));
            QVERIFY2(outOfRange(preset.settings).isEmpty(), qPrintable(preset.name));
            QVERIFY(!preset.settings.seed && !preset.settings.maxTokens);
            QCOMPARE(std::ranges::count(presets, preset.name, &SamplingPreset::name), 1);
        }
    }

    void filesGoRoundAndRound()
    {
        const QList<SamplingPreset> presets{{u"Ä \"x\""_s, everySetting(), false}, {u"cold"_s, temperature(0), false}};
        const auto read = presetsFromJson(presetsToJson(presets), u"p.json"_s);
        QVERIFY(read);
        QCOMPARE(*read, presets);
    }

    void applying()
    {
        SamplingSettings current = everySetting();
        current.samplers.clear();
        const AppliedPreset applied = withPreset(current, {u"x"_s, temperature(0.5), false}, {});
        SamplingSettings expected;
        expected.temperature = 0.5;
        expected.seed = current.seed; // the task's own settings stay
        expected.maxTokens = current.maxTokens;
        expected.stop = current.stop;
        expected.logitBias = current.logitBias;
        expected.grammar = current.grammar;
        expected.jsonSchema = current.jsonSchema;
        QCOMPARE(applied.settings, expected);
        QVERIFY(applied.leftOut.isEmpty());
        QCOMPARE(withPreset({}, {u"x"_s, everySetting(), false}, {}).settings, everySetting());
    }

    void whatTheModelRefusesIsLeftOut()
    {
        Capabilities model;
        model.refused.insert(Parameter::TopK, u"no"_s);
        SamplingSettings preset = temperature(1);
        preset.topK = 40;
        const AppliedPreset applied = withPreset({}, {u"x"_s, preset, false}, model);
        QCOMPARE(applied.settings, temperature(1));
        QCOMPARE(applied.leftOut, QList{Parameter::TopK});
    }

    void importsFromLmStudio()
    {
        const auto imported = importPreset(lmStudio, u"/x/other.preset.json"_s);
        QVERIFY(imported);
        QCOMPARE(imported->preset.name, u"Mine"_s);
        SamplingSettings expected = temperature(0.7);
        expected.topK = 30;
        expected.topP = 0.9;
        expected.maxTokens = 100;
        expected.stop = {u"END"_s, u"\n"_s};
        expected.jsonSchema = imported->preset.settings.jsonSchema;
        QCOMPARE(imported->preset.settings, expected);
        QVERIFY(expected.jsonSchema.contains(u"\"object\""_s));
        QCOMPARE(imported->leftOut, (QStringList{u"llm.load.contextLength"_s, u"logProbs"_s, u"systemPrompt"_s}));
    }

    void importsFromSillyTavern()
    {
        const auto imported = importPreset(tavern, u"/x/Big O.json"_s);
        QVERIFY(imported);
        QCOMPARE(imported->preset.name, u"Big O"_s);
        SamplingSettings expected = temperature(1);
        expected.dynatempRange = 0.5;
        expected.dynatempExponent = 2;
        expected.typicalP = 0.8;
        expected.minP = 0.05;
        expected.topNSigma = 1.5;
        expected.repeatPenalty = 1.1;
        expected.repeatLastN = 256;
        expected.presencePenalty = 0.5;
        expected.dryMultiplier = 0.8;
        expected.dryBase = 1.75;
        expected.dryAllowedLength = 2;
        expected.dryPenaltyLastN = 0;
        expected.drySequenceBreakers = {u"\n"_s, u":"_s};
        expected.logitBias = {{-1, u" sword"_s, -5}};
        using enum SamplerKind;
        expected.samplers = {Penalties, Dry, TopK, TypicalP, Temperature};
        QCOMPARE(imported->preset.settings, expected);
        QCOMPARE(imported->leftOut, (QStringList{u"negative_prompt"_s, u"samplers: tfs_z"_s, u"smoothing_factor"_s}));
    }

    /// Presets as people have them, each with what is to come of it.
    void otherProgramsPresets_data()
    {
        QTest::addColumn<QString>("file");
        const QDir folder(testDataPath(u"presets"_s));
        for (const QString &name : folder.entryList({u"*.expected.json"_s}))
            QTest::newRow(qPrintable(name)) << folder.filePath(name);
        QVERIFY(folder.entryList({u"*.expected.json"_s}).size() >= 14);
    }
    void otherProgramsPresets()
    {
        QFETCH(const QString, file);
        const QJsonObject expected = QJsonDocument::fromJson(contents(file)).object();
        const QString path = QString(file).replace(u".expected.json"_s, u".json"_s);
        const auto imported = importPreset(contents(path), path);
        QVERIFY2(imported, imported ? "" : qPrintable(imported.error().detail));
        QCOMPARE(imported->preset.name, expected.value("name"_L1).toString());
        QCOMPARE(imported->leftOut, expected.value("leftOut"_L1).toVariant().toStringList());
        SamplingSettings settings = imported->preset.settings;
        QJsonObject wanted = expected.value("settings"_L1).toObject();
        if (const QJsonValue seed = wanted.value("seed"_L1); seed.isString()) { // more than a double holds
            QCOMPARE(settings.seed, seed.toString().toULongLong());
            wanted.remove("seed"_L1);
            settings.seed.reset();
        }
        const QStringList properties = expected.value("schemaProperties"_L1).toVariant().toStringList();
        QCOMPARE(settings.jsonSchema.isEmpty(), properties.isEmpty());
        qsizetype place = 0;
        for (const QString &property : properties) { // in the order of the file
            const qsizetype found = settings.jsonSchema.indexOf(u"\"%1\":"_s.arg(property));
            QVERIFY2(found > place, qPrintable(settings.jsonSchema));
            place = found;
        }
        settings.jsonSchema.clear();
        QCOMPARE(samplingToJson(settings), wanted);
    }

    void valuesOutOfRangeAreLeftOut()
    {
        const auto imported = importPreset(R"({"temp": -1, "top_p": 3, "top_k": "many", "min_p": 0.5})", u"x.json"_s);
        QVERIFY(imported);
        SamplingSettings expected;
        expected.minP = 0.5;
        QCOMPARE(imported->preset.settings, expected);
        QCOMPARE(imported->leftOut, (QStringList{u"temperature"_s, u"top_k"_s, u"top_p"_s}));
    }

    void brokenFiles_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("line");
        QTest::newRow("empty") << QByteArray() << 1;
        QTest::newRow("syntax") << QByteArray("{\n  \"temp\": 1,\n  oops\n}") << 3;
        QTest::newRow("list") << QByteArray("[]") << 0;
        QTest::newRow("something else") << QByteArray(R"({"name": "package", "version": "1.0"})") << 0;
        QTest::newRow("not text") << QByteArray("\x89PNG\r\n\x1a\n\0", 9) << 1;
    }
    void brokenFiles()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, line);
        const auto imported = importPreset(text, u"/x/broken.json"_s);
        QVERIFY(!imported);
        QCOMPARE(imported.error().kind, ErrorKind::Syntax);
        QCOMPARE(imported.error().line, line);
        QCOMPARE(imported.error().place, u"/x/broken.json"_s);
        QVERIFY(!imported.error().detail.isEmpty());
    }

    void filesOfOurOwn()
    {
        const QByteArray two = presetsToJson({{u"a"_s, temperature(1), false}, {u"b"_s, temperature(2), false}});
        const auto refused = importPreset(two, u"/x/two.json"_s);
        QVERIFY(!refused);
        QVERIFY2(refused.error().detail.contains(u'2'), qPrintable(refused.error().detail));
        QCOMPARE(importPreset(presetsToJson({{u"a"_s, temperature(1), false}}), u"/x/a.json"_s)->preset.settings, temperature(1));
        QCOMPARE(importPreset("\xEF\xBB\xBF{\"temp\": 1}", u"/x/marked.json"_s)->preset.settings, temperature(1));
    }

    void brokenPresetFiles()
    {
        QVERIFY(!presetsFromJson("{}", {}));
        QVERIFY(!presetsFromJson(R"({"presets": [{"settings": {}}]})", {}));
        const auto wrong = presetsFromJson(R"({"presets": [{"name": "A", "settings": {"top_p": 2, "top_k": "x"}}]})", {});
        QVERIFY(!wrong);
        QVERIFY2(wrong.error().detail.contains(u"\"A\""_s) && wrong.error().detail.contains(u"top_p"_s)
                     && wrong.error().detail.contains(u"top_k"_s),
                 qPrintable(wrong.error().detail));
    }

    void storing()
    {
        MemoryFiles files;
        const QString path = u"/config/presets.json"_s;
        PresetStore store(&files, path);
        const qsizetype shipped = store.presets().size();
        QSignalSpy changed(&store, &PresetStore::changed);
        QVERIFY(store.save(u"mine"_s, temperature(0.3)));
        QVERIFY(store.save(u"another"_s, everySetting()));
        QVERIFY(store.save(u"mine"_s, temperature(0.4))); // again
        QCOMPARE(store.presets().size(), shipped + 2);
        QCOMPARE(store.presets().last().name, u"mine"_s);
        QVERIFY(store.rename(u"mine"_s, u"yours"_s));
        QVERIFY(!store.rename(u"yours"_s, u"another"_s));
        QVERIFY(!store.rename(u"nobody"_s, u"x"_s));
        QVERIFY(!store.save(u"  "_s, {}));
        QVERIFY(!store.save(store.presets().first().name, {}));
        QVERIFY(!store.remove(store.presets().first().name));
        QVERIFY(store.remove(u"another"_s));
        QCOMPARE(changed.count(), 5);
        const PresetStore again(&files, path);
        QCOMPARE(again.presets(), store.presets());
        QCOMPARE(again.find(u"yours"_s)->settings, temperature(0.4));
    }

    void aBrokenFileIsNotOverwritten()
    {
        MemoryFiles files;
        const QString path = u"/config/presets.json"_s;
        files.files.insert(path, "{\"presets\": [\n  {\"name\": \"precious\",");
        PresetStore store(&files, path);
        QVERIFY(store.problem());
        QCOMPARE(store.problem()->line, 2);
        QVERIFY(!store.presets().isEmpty()); // the shipped ones work all the same
        QVERIFY(!store.save(u"mine"_s, {}));
        QVERIFY(files.files.value(path).contains("precious"));
    }

    void importing()
    {
        MemoryFiles files;
        files.files.insert(u"/x/a.preset.json"_s, lmStudio);
        PresetStore store(&files, u"/config/presets.json"_s);
        QCOMPARE(store.import(u"/x/a.preset.json"_s)->preset.name, u"Mine"_s);
        QCOMPARE(store.import(u"/x/a.preset.json"_s)->preset.name, u"Mine (2)"_s);
        QVERIFY(store.find(u"Mine (2)"_s));
        QVERIFY(!store.import(u"/x/none.json"_s));
    }
};

QTEST_GUILESS_MAIN(PresetsTest)
#include "tst_presets.moc"
