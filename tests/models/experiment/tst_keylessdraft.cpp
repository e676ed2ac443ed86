// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// A draft has no key in it, and gives back all but those that were typed and never saved.

#include "models/experiment/experimentfile.h"
#include "models/experiment/experimentsource.h"
#include "models/experiment/writing/keylessdraft.h"
#include "tests/models/experiment/memoryfiles.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

#include <array>
#include <functional>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

LoadedExperiment loadedFrom(const QByteArray &text)
{
    Result<LoadedExperiment> loaded = readExperiment(text, u"/e/e.yaml"_s, MemoryFiles());
    if (!loaded)
        qFatal("%s: %s", qPrintable(errorSentence(loaded.error())), text.constData());
    return *std::move(loaded);
}

/// A file that is open, and what was made of it.
struct OpenFile {
    explicit OpenFile(const QByteArray &text) : loaded(loadedFrom(text)), saved(loaded.experiment), edited(loaded.experiment)
    {
        edited.description = u"edited"_s;
    }

    [[nodiscard]] QByteArray draft() const { return keylessDraft(edited, loaded.source.get(), &saved); }
    [[nodiscard]] RestoredDraft restored() const { return restoredDraft(draft(), loaded.source.get(), &saved); }
    /// By the next program, which has read the file as it is then.
    [[nodiscard]] RestoredDraft restoredOver(const QByteArray &file) const
    {
        const LoadedExperiment now = loadedFrom(file);
        return restoredDraft(draft(), now.source.get(), &now.experiment);
    }

    LoadedExperiment loaded;
    Experiment saved;
    Experiment edited;
};

const QByteArray twoProviders = "prompts: [hi, there]\nproviders:\n"
                                "- {id: 'openai:chat:a', config: {headers: {X-Any: FIRSTCANARY}}}\n"
                                "- {id: 'openai:chat:b', config: {headers: {X-Any: SECONDCANARY}}}\n"
                                "tests: [{vars: {x: 1}}]\n";

} // namespace

class KeylessDraftTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keysOfTheFileComeBack_data();
    void keysOfTheFileComeBack();
    void keysThatWereTypedDoNot_data();
    void keysThatWereTypedDoNot();
    void keysMoveWithTheirProvider();
    void aFileThatWasChanged();
    void whereThereIsNoFileNothingComesBack();
    void likeTextsAreLikeThat();
    void withoutKeysItIsTheText();
    void commentsWithKeysAreLeftOut();
    void whatIsNoDraftIsTakenAsItIs();
    void linesOfWhatIsMissing();
};

void KeylessDraftTest::keysOfTheFileComeBack_data()
{
    QTest::addColumn<QByteArray>("file");
    const auto config = [](const char *name, const QByteArray &text) {
        QTest::newRow(name) << "prompts: [hi]\nproviders:\n  - id: openai:chat:m\n    config:\n" + text
                                   + "tests: [{vars: {x: 1}}]\n";
    };
    config("header", "      headers: {X-Any: CANARY1}\n");
    config("literal block", "      headers:\n        X-Any: |\n          CANARY1\n          CANARY2\n");
    config("folded block", "      headers:\n        X-Any: >-\n          CANARY1\n");
    config("on the next line", "      headers:\n        X-Any:\n          CANARY1\n");
    config("tag", "      headers: {X-Any: !!str CANARY1}\n");
    config("anchor and alias", "      headers: {X-Any: &key CANARY1, X-Other: *key}\n");
    config("explicit key", "      headers:\n        ? X-Any\n        : CANARY1\n");
    config("escapes", "      headers: {X-Any: \"CANAR\\u0059\"}\n");
    config("number", "      passthrough: {password: 1234567CANARY, pin_secret: 12345678}\n");
    config("query", "      apiBaseUrl: http://127.0.0.1:9/v1?api-version=2&api-key=CANARY1&x=y\n");
    config("user and fragment", "      whatever: see http://me:CANARY1@127.0.0.1:9/v1#CANARY2\n");
    config("pair", "      passthrough: [{name: X-Api-Key, value: CANARY1}]\n");
    config("list of headers", "      headers: ['X-Whatever:CANARY1', 'X-Title: Mine']\n");
    config("arguments", "      args: [--verbose, --api-key, CANARY1, --token=CANARY2]\n");
    config("key of a known kind", "      whatever: sk-CANARY12345678\n");
    config("environment", "      env: {WHATEVER: CANARY1}\n");
    config("merge", "      headers: {<<: &base {X-Any: CANARY1}, X-Title: Mine}\n");
    QTest::newRow("in a prompt") << "prompts: ['use Authorization: Bearer CANARY12 here']\nproviders: [echo]\n"_ba;
    QTest::newRow("repeated") << "description: with CANARY1234\nprompts: [say CANARY1234]\nproviders:\n"
                                 "- {id: 'openai:chat:m', config: {headers: {X-Api-Key: CANARY1234, password: CANARY1234}}}\n"_ba;
    QTest::newRow("address as a key") << "prompts: [hi]\nproviders:\n- 'https://u:CANARY@h.example/': {config: {}}\n"_ba;
    QTest::newRow("of the environment") << "env: {WHATEVER: CANARY1}\nprompts: [hi]\nproviders: [echo]\n"_ba;
    QTest::newRow("JSON")
        << R"({"prompts":["hi"],"providers":[{"id":"openai:chat:m","config":{"headers":{"X-A":"CANARY1"}}}]})"_ba;
}

void KeylessDraftTest::keysOfTheFileComeBack()
{
    QFETCH(const QByteArray, file);
    OpenFile open(file);
    open.edited.prompts[0].messages.last().text += u" edited"_s;
    const QByteArray draft = open.draft();
    QVERIFY2(!draft.contains("CANAR") && draft.contains("edited"), draft);
    for (const RestoredDraft &restored : {open.restored(), open.restoredOver(file)}) {
        QVERIFY2(restored.missing.empty(), restored.text + "\n\nof " + draft);
        QCOMPARE(loadedFrom(restored.text).experiment, open.edited);
    }
}

void KeylessDraftTest::keysThatWereTypedDoNot_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("restored");
    QTest::addColumn<int>("missing");
    const auto row = [](const char *typed, const QString &restored, int missing = 1) {
        QTest::newRow(typed) << QString::fromUtf8(typed) << restored << missing;
    };
    row("apiKey: sk-CANARY12345678", u"apiKey: [redacted]"_s);
    row("my sk-CANARY12345678, please", u"my [redacted], please"_s);
    row("apiKey:\n  CANARY12345678\nmodel: m", u"apiKey:\n  [redacted]\nmodel: m"_s);
    row("password: |\n  CANARY twice\n  CANARY\n", u"password: |\n  [redacted]\n  [redacted]\n"_s, 2);
    row("password: &a !!str CANARY", u"password: &a !!str [redacted]"_s);
    row("? apiKey\n: CANARY1x", u"? apiKey\n: [redacted]"_s);
    row("{\"apiKey\": \"CANARY1x\", \"model", u"{\"apiKey\": \"[redacted]\", \"model"_s); // as it is half typed
    row("headers: {Authorization: Bearer CANARY1x", u"headers: {Authorization: [redacted]"_s);
    row("Authorization: Basic bWU6Q0FOQVJZ", u"Authorization: [redacted]"_s);
    row("curl -H 'X-Api-Key: CANARY1x' -u me:CANARY2x https://h.example/",
        u"curl -H 'X-Api-Key: [redacted]' -u [redacted] https://h.example/"_s, 2);
    row("see https://me:CANARY@h.example/a?b=c#d", u"see https://h.example/a?b=c#d"_s);
    row("see https://h.example/?api_key=CANARY1x&b=c", u"see https://h.example/?api_key=[redacted]&b=c"_s);
    row("MY_TOKEN=CANARY1x; then {{ x }}", u"MY_TOKEN=[redacted]; then {{ x }}"_s);
}

/// Wherever a window takes a text.
void KeylessDraftTest::keysThatWereTypedDoNot()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, restored);
    QFETCH(const int, missing);
    const auto places = std::to_array<std::function<QString *(Experiment &)>>({
        [](Experiment &experiment) { return &experiment.prompts[0].messages.last().text; },
        [](Experiment &experiment) { return &experiment.description; },
        [](Experiment &experiment) { return &experiment.variants[0].label; },
        [](Experiment &experiment) { return &experiment.prompts[0].label; },
    });
    for (std::size_t place = 0; place < places.size(); ++place) {
        OpenFile open("prompts: [hi]\nproviders: [echo]\ntests: [{vars: {x: 1}}]\n");
        *places[place](open.edited) = typed;
        const QByteArray draft = open.draft();
        QVERIFY2(!draft.contains("CANARY") && !draft.contains("Q0FOQVJZ"), draft);
        const RestoredDraft back = open.restored();
        Experiment expected = open.edited;
        *places[place](expected) = restored;
        const Experiment made = loadedFrom(back.text).experiment;
        if (place == 0) { // elsewhere addresses are shown without what is not known to be public
            QCOMPARE(made.prompts[0].messages.last().text, restored);
            QCOMPARE(made, expected);
            QCOMPARE(static_cast<int>(back.missing.size()), missing);
        }
        QVERIFY(static_cast<int>(back.missing.size()) >= missing);
    }
    OpenFile open("prompts: [hi]\nproviders: [echo]\ntests: [{vars: {x: 1}}]\n");
    open.edited.cases.changeEach([&typed](Case &each) {
        each.variables = {{u"x"_s, typed}};
        CheckSpec check;
        check.type = u"contains"_s;
        check.value = typed;
        each.checks = {check};
    });
    const QByteArray draft = open.draft();
    QVERIFY2(!draft.contains("CANARY") && !draft.contains("Q0FOQVJZ"), draft);
    const Experiment made = loadedFrom(open.restored().text).experiment;
    QCOMPARE(made.cases.at(0).variables.first().value.toString(), restored);
    QCOMPARE(made.cases.at(0).checks.first().value.toString(), restored);
    QCOMPARE(static_cast<int>(open.restored().missing.size()), 2 * missing);
}

void KeylessDraftTest::keysMoveWithTheirProvider()
{
    OpenFile open(twoProviders);
    open.edited.variants.removeFirst();
    QVERIFY(!open.draft().contains("CANARY"));
    RestoredDraft restored = open.restored();
    QVERIFY(restored.missing.empty());
    QCOMPARE(loadedFrom(restored.text).experiment, open.edited);
    open.edited = open.saved;
    std::swap(open.edited.variants[0], open.edited.variants[1]);
    restored = open.restored();
    QVERIFY(restored.missing.empty());
    QCOMPARE(loadedFrom(restored.text).experiment, open.edited);
}

/// Between the draft and the next program.
void KeylessDraftTest::aFileThatWasChanged()
{
    const OpenFile open(twoProviders);
    QByteArray file = twoProviders;
    const RestoredDraft other = open.restoredOver(file.replace("there", "others")); // elsewhere
    QVERIFY(other.missing.empty());
    QVERIFY(other.text.contains("FIRSTCANARY") && other.text.contains("SECONDCANARY") && other.text.contains("there"));
    const RestoredDraft rotated = open.restoredOver(file.replace("FIRSTCANARY", "THIRDCANARY")); // another key
    QVERIFY(rotated.missing.empty());
    QVERIFY(rotated.text.contains("THIRDCANARY") && !rotated.text.contains("FIRSTCANARY"));
    const RestoredDraft moved = open.restoredOver(file.replace("openai:chat:b", "openai:chat:c")); // it is somebody else's
    QCOMPARE(moved.missing.size(), 1U);
    QVERIFY(!moved.text.contains("SECONDCANARY") && moved.text.contains("openai:chat:b"));
    const RestoredDraft gone = open.restoredOver("prompts: [hi]\nproviders: [echo]\n");
    QCOMPARE(gone.missing.size(), 2U);
    QVERIFY(!gone.text.contains("CANARY"));
}

void KeylessDraftTest::whereThereIsNoFileNothingComesBack()
{
    const OpenFile open(twoProviders);
    const QByteArray draft = keylessDraft(open.edited, open.loaded.source.get(), nullptr);
    QVERIFY(!draft.contains("CANARY"));
    QCOMPARE(restoredDraft(draft, nullptr, nullptr).missing.size(), 2U);
    QCOMPARE(restoredDraft(draft, open.loaded.source.get(), &open.saved).missing.size(), 2U);
    QCOMPARE(restoredDraft(open.draft(), nullptr, nullptr).missing.size(), 2U);
}

/// A text of the user is none of ours, whatever it looks like.
void KeylessDraftTest::likeTextsAreLikeThat()
{
    OpenFile open("prompts: [hi]\nproviders:\n- {id: 'openai:chat:m', config: {headers: {X-Any: CANARY1}}}\n");
    open.edited.prompts[0].messages.last().text = u"[redacted] [redacted-0-0] [redacted-3f9a2b7c01de-0]\n{\"tempera_keys\": 1}"_s;
    const RestoredDraft restored = open.restored();
    QVERIFY(restored.missing.empty());
    QCOMPARE(loadedFrom(restored.text).experiment, open.edited);
}

void KeylessDraftTest::withoutKeysItIsTheText()
{
    OpenFile open("# mine\nprompts: ['apiKey is a word']  # two\nproviders: [echo]\n");
    const QByteArray text = writeExperiment(open.edited, open.loaded.source.get());
    QVERIFY(text.contains("# mine"));
    QCOMPARE(open.draft(), text);
    QCOMPARE(open.restored().text, text);
}

void KeylessDraftTest::commentsWithKeysAreLeftOut()
{
    const OpenFile open("# apiKey: sk-CANARY1234\nprompts: [hi]\nproviders: [echo]\n");
    QVERIFY2(!open.draft().contains("CANARY"), open.draft());
    QCOMPARE(loadedFrom(open.restored().text).experiment, open.edited);
}

void KeylessDraftTest::whatIsNoDraftIsTakenAsItIs()
{
    for (const QByteArray &text : {"prompts: [unclosed\n"_ba, ""_ba, "{\"tempera_keys\": 2}\nprompts: [a]"_ba, "\n\n"_ba})
        QCOMPARE(restoredDraft(text, nullptr, nullptr).text, text);
    QCOMPARE(restoredDraft("{\"tempera_keys\":1}\nprompts: [unclosed\n", nullptr, nullptr).text, "prompts: [unclosed\n"_ba);
    const RestoredDraft odd = restoredDraft(
        "{\"tempera_keys\":1,\"mark\":\"a\",\"keys\":[\"x\"]}\nprompts: ['[redacted-a-0] [redacted-a-999999999]']\n", nullptr,
        nullptr);
    QCOMPARE(odd.missing.size(), 2U);
    QVERIFY(odd.text.contains("[redacted] [redacted]"));
}

void KeylessDraftTest::linesOfWhatIsMissing()
{
    OpenFile open("prompts:\n- hi\n- there\nproviders:\n- echo\ntests:\n- vars:\n    x: 1\n");
    open.edited.description.clear();
    open.edited.prompts[1].messages.last().text = u"first\napiKey: CANARY1x\nand password: CANARY2x\n"_s;
    open.edited.variants[0].label = u"at https://h.example/?k=CANARY3x"_s;
    const RestoredDraft restored = open.restored();
    QCOMPARE(restored.missing.size(), 3U);
    const LoadedExperiment again = loadedFrom(restored.text);
    const QByteArray text = writeExperiment(again.experiment, open.loaded.source.get());
    const QByteArrayList lines = text.split('\n');
    const QList<int> found = linesOfMissing(text, restored.missing);
    QCOMPARE(found.size(), 3);
    QVERIFY2(lines.at(found[0] - 1).contains("apiKey: [redacted]"), text);
    QVERIFY2(lines.at(found[1] - 1).contains("password: [redacted]"), text);
    QVERIFY2(lines.at(found[2] - 1).contains("https://h.example/"), text);
    QVERIFY(linesOfMissing(text, {}).isEmpty());
    QCOMPARE(linesOfMissing("prompts: [a]", {{{7, 3}, true}}), QList<int>{1}); // another text
}

QTEST_GUILESS_MAIN(KeylessDraftTest)
#include "tst_keylessdraft.moc"
