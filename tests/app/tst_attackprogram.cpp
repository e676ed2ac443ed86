// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The built program and files that would take all time and memory, within a memory of its own.

#include "tests/app/engine/llama/tinymodel.h"
#include "tests/support/sanitized.h"
#include "tests/support/testpaths.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

struct Outcome {
    int exitCode = -1;
    QByteArray out;
    QByteArray err;
};

} // namespace

class TestAttackProgram : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString write(const QString &name, const QByteArray &text) const
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() ? file.fileName() : QString();
    }
    /// Ended by a signal, or not at all: −1.
    static Outcome tempera(const QStringList &arguments)
    {
        QProcess process;
        if (!isSanitized) { // whose shadow takes terabytes of addresses
            process.setChildProcessModifier([] {
                constexpr rlim_t most = rlim_t{3} << 30;
                const rlimit limit{most, most};
                setrlimit(RLIMIT_AS, &limit);
            });
        }
        process.start(temperaProgram(), arguments);
        process.closeWriteChannel();
        if (!process.waitForFinished(isSanitized ? 300'000 : 60'000)) {
            process.kill();
            process.waitForFinished();
            return {};
        }
        if (process.exitStatus() != QProcess::NormalExit)
            return {};
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }
    [[nodiscard]] QString model(const QString &name, const QString &chatTemplate) const
    {
        TinyModel tiny;
        tiny.chatTemplate = chatTemplate;
        const QString path = m_folder.filePath(name);
        return tiny.write(path) ? path : QString();
    }

private Q_SLOTS:
    void aSchemaThatRefersToItself()
    {
        const QString file = write(u"loop.yaml"_s, "prompts: ['{\"a\":1}']\nproviders: [echo]\ntests:\n"
                                                   "  - {vars: {x: 1}, assert: [{type: is-json, value: {$ref: \"#\"}}]}\n"
                                                   "  - {vars: {x: 2}, assert: [{type: is-json}]}\n");
        const Outcome outcome = tempera({u"run"_s, file, u"--json"_s});
        QVERIFY2(outcome.exitCode == 1 || outcome.exitCode == 100, outcome.err.constData());
        QVERIFY2(outcome.out.contains("the schema refers to itself"), outcome.out.constData());
        QVERIFY(outcome.out.contains("the output is JSON"));
    }
    void aSchemaOfDoubledReferences()
    {
        QByteArray text = "prompts: ['1']\nproviders: [echo]\ntests:\n  - assert:\n      - type: is-json\n        value:\n"
                          "          $ref: \"#/$defs/l0\"\n          $defs:\n";
        for (int i = 0; i < 30; ++i) {
            const QByteArray next = "{$ref: \"#/$defs/l" + QByteArray::number(i + 1) + "\"}";
            text += "            l" + QByteArray::number(i) + ": {oneOf: [" + next + ", " + next + "]}\n";
        }
        text += "            l30: {type: integer}\n";
        const Outcome outcome = tempera({u"run"_s, write(u"doubled.yaml"_s, text), u"--json"_s});
        QVERIFY2(outcome.exitCode == 1 || outcome.exitCode == 100, outcome.err.constData());
        QVERIFY2(outcome.out.contains("the schema takes too long"), outcome.out.constData());
    }
    void templatesOfAModel_data()
    {
        QTest::addColumn<QString>("source");
        QTest::newRow("recursion") << u"{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}"_s;
        QTest::newRow("endless") << u"{% for i in range(1000000000) %}x{% endfor %}"_s;
        QTest::newRow("deep") << u"{{ "_s + u"("_s.repeated(20'000) + u"1"_s + u")"_s.repeated(20'000) + u" }}"_s;
        QTest::newRow("in itself") << u"{% set ns = namespace() %}{% set ns.a = ns %}{{ ns | tojson }}"_s;
    }
    void templatesOfAModel()
    {
        QFETCH(QString, source);
        const QString path = model(QString::fromLatin1(QTest::currentDataTag()) + u".gguf"_s, source);
        const Outcome outcome = tempera({u"generate"_s, u"-m"_s, u"local:"_s + path, u"--max-tokens"_s, u"4"_s, u"hi"_s});
        QVERIFY2(outcome.exitCode == 1, outcome.err.constData());
        QVERIFY2(outcome.err.contains("The chat template "), outcome.err.constData());
    }
    void aNativeLoop()
    {
        const QString file = write(u"native.yaml"_s, "prompts:\n  - \"{{ range.constructor('var a=[];a.length=4294967295;return "
                                                     "a.indexOf(1)')() }}\"\nproviders: [echo]\n");
        const Outcome outcome = tempera({u"run"_s, file, u"--json"_s});
        QVERIFY2(outcome.exitCode == 1, outcome.err.constData());
    }
    void aLongPlainPrompt()
    {
        QVERIFY(!write(u"p.txt"_s, QByteArray("lorem ipsum ").repeated(300'000)).isEmpty());
        const Outcome outcome =
            tempera({u"run"_s, write(u"plain.yaml"_s, "prompts: [file://p.txt]\nproviders: [echo]\n"), u"--json"_s});
        QCOMPARE(outcome.exitCode, 0);
        QVERIFY(outcome.out.contains("lorem ipsum lorem ipsum"));
    }
    void windowsOfPenalties()
    {
        const QString path = model(u"windows.gguf"_s, u"{% for m in messages %}{{ m.content }}{% endfor %}"_s);
        const QByteArray text = "prompts: [hi]\nproviders:\n  - id: local:" + path.toUtf8()
                                + "\n    config: {max_tokens: 2, dry_multiplier: 0.8, dry_penalty_last_n: 2147483647, "
                                  "repeat_penalty: 1.1, repeat_last_n: 2147483647}\n";
        QCOMPARE(tempera({u"run"_s, write(u"windows.yaml"_s, text)}).exitCode, 0);
    }
};

QTEST_GUILESS_MAIN(TestAttackProgram)
#include "tst_attackprogram.moc"
