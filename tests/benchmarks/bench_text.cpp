// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/text/livetokencount.h"
#include "models/text/prompttemplate.h"
#include "models/text/textdiff.h"
#include "models/text/tokencounter.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonObject>
#include <QProcess>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <algorithm>
#include <cmath>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

using BenchClock = std::chrono::steady_clock;

/// The least milliseconds of several runs: what the machine can do when nobody else is on it.
template<typename Work>
double fastest(int runs, const Work &work)
{
    double best = 1e300;
    for (int i = 0; i < runs; ++i) {
        const auto start = BenchClock::now();
        work();
        best = std::min(best, std::chrono::duration<double, std::milli>(BenchClock::now() - start).count());
    }
    return best;
}

void figure(const char *name, double value, const char *unit, const char *target, bool isMet)
{
    std::printf("bench %s = %.3g %s (target %s) %s\n", name, value, unit, target, isMet ? "ok" : "short");
    std::fflush(stdout);
}

/// Prose, code, lists, other scripts and emoji in equal lots; about four megabytes.
QByteArray bigText()
{
    QString block;
    for (int i = 0; i < 40; ++i) {
        block += u"The quick brown fox jumps over %1 lazy dogs, doesn't it? Extraordinarily well-documented behaviour.\n"_s.arg(
            i * 37);
        block += u"int value_%1 = compute(items[%1], \"name\", 0x%2);  // note\n    return {value_%1, true};\n"_s.arg(i).arg(
            i * 4099, 0, 16);
        block += u"- Größe: %1 m², Übergänge; où êtes-vous ? Привет, мир. 你好，世界。 こんにちは 😀👍\n\n"_s.arg(i * 1.5);
    }
    const QByteArray utf8 = block.toUtf8();
    return utf8.repeated(4'000'000 / utf8.size());
}

/// Megabytes per second of tiktoken for JavaScript in this very moment; 0 where Node or the package is not there.
double tiktokenSpeed(const QByteArray &text, const QString &encoding)
{
    const QString node = QStandardPaths::findExecutable(u"node"_s);
    const QString package = qEnvironmentVariable("TEMPERA_TIKTOKEN_PACKAGE");
    if (node.isEmpty() || package.isEmpty())
        return 0;
    QTemporaryDir folder;
    QFile file(folder.filePath(u"text"_s));
    if (!file.open(QIODevice::WriteOnly))
        return 0;
    file.write(text);
    file.close();
    const QString script = uR"js(
        const { get_encoding } = require(process.argv[1]);
        const text = require('fs').readFileSync(process.argv[2], 'utf8');
        const encoding = get_encoding(process.argv[3]);
        let best = Infinity;
        for (let i = 0; i < 3; ++i) {
            const start = performance.now();
            encoding.encode_ordinary(text);
            best = Math.min(best, performance.now() - start);
        }
        console.log(best);
    )js"_s;
    QProcess process;
    process.start(node, {u"-e"_s, script, package + u"/tiktoken.cjs"_s, file.fileName(), encoding});
    if (!process.waitForFinished(120000) || process.exitCode() != 0)
        return 0;
    const double milliseconds = process.readAllStandardOutput().trimmed().toDouble();
    return milliseconds > 0 ? static_cast<double>(text.size()) / 1000 / milliseconds : 0;
}

void benchTokens(const QString &name)
{
    const QByteArray label = name.toLatin1();
    std::shared_ptr<const BpeEncoding> encoding;
    const double load = fastest(1, [&] { encoding = BpeEncoding::load(name).value_or(nullptr); });
    if (!encoding) {
        std::fprintf(stderr, "%s cannot be loaded\n", label.constData());
        std::exit(1);
    }
    figure((label + "-load").constData(), load, "ms", "<= 150", load <= 150);

    const QByteArray text = bigText();
    qsizetype tokens = 0;
    const double milliseconds = fastest(5, [&] { tokens = std::ssize(encoding->encode(text)); });
    const double speed = static_cast<double>(text.size()) / 1000 / milliseconds;
    std::printf("%s: %lld bytes, %lld tokens, %.1f MB/s\n", label.constData(), static_cast<long long>(text.size()),
                static_cast<long long>(tokens), speed);
    if (const double reference = tiktokenSpeed(text, name); reference > 0) {
        std::printf("tiktoken (JavaScript, WebAssembly): %.1f MB/s\n", reference);
        figure((label + "-speed").constData(), speed / reference, "x tiktoken", ">= 1", speed >= reference);
    } else {
        std::printf(
            "tiktoken is not here to compare with (node on the PATH and TEMPERA_TIKTOKEN_PACKAGE, the unpacked npm package)\n");
    }
    const QByteArray word(100000, 'a');
    const double endless = fastest(3, [&] { tokens = encoding->count(word); });
    figure((label + "-endless-word").constData(), endless, "ms", "<= 50", endless <= 50);
}

void benchKeystroke()
{
    LiveTokenCount live(BpeEncoding::load(u"o200k_base"_s).value());
    QByteArray text = bigText().first(330000);
    while (!text.isValidUtf8())
        text.chop(1);
    qsizetype tokens = live.update(text);
    qsizetype at = text.indexOf("quick", text.size() / 2);
    double worst = 0;
    for (int i = 0; i < 200; ++i) {
        text.insert(at++, i % 6 == 5 ? ' ' : 'e');
        worst = std::max(worst, fastest(1, [&] { tokens = live.update(text); }));
    }
    std::printf("live count: %lld tokens, worst of 200 keystrokes in the middle\n", static_cast<long long>(tokens));
    figure("keystroke-100k-tokens", worst, "ms", "<= 2", worst <= 2);
}

void benchTemplates()
{
    std::unique_ptr<TemplateEngine> engine;
    const double load = fastest(3, [&] { engine = TemplateEngine::create().value_or(nullptr); });
    figure("template-engine-load", load, "ms", "<= 50", load <= 50);
    const QString source =
        u"You are {{ role }}.\n{% for q in questions %}{{ loop.index }}. {{ q | trim }}\n{% endfor %}Answer {{ name | upper }}."_s;
    const int renders = 2000;
    const double milliseconds = fastest(3, [&] {
        for (int i = 0; i < renders; ++i) {
            if (!engine->renderPrompt(source, {{u"role"_s, u"a helper"_s}, {u"name"_s, QString::number(i)}}))
                std::exit(1);
        }
    });
    figure("template-render", milliseconds / renders * 1000, "us", "<= 200", milliseconds / renders <= 0.2);
}

void benchScripts()
{
    const auto host = ScriptHost::create().value();
    const QJsonObject globals{{u"output"_s, u"some words of an answer"_s}};
    const int runs = 500;
    const double call = fastest(3, [&] {
        for (int i = 0; i < runs; ++i) {
            if (!host->call(u"return output.length > 3"_s, globals))
                std::exit(1);
        }
    });
    figure("script-call", call / runs * 1000, "us", "<= 1000", call / runs <= 1);
    const double match = fastest(3, [&] {
        for (int i = 0; i < runs; ++i) {
            if (!host->matches(u"\\bwords?\\b.*answer$"_s, u"some words of an answer"_s))
                std::exit(1);
        }
    });
    figure("script-match", match / runs * 1000, "us", "<= 20", match / runs <= 0.02);
}

/// Prose of so many words; how often a word comes follows Zipf's law, as in a language.
QStringList proseWords(int count, quint32 seed)
{
    constexpr int vocabulary = 4000;
    QRandomGenerator random(seed);
    QStringList words;
    words.reserve(count);
    for (int i = 0; i < count; ++i) {
        const double rank = std::pow(vocabulary, random.generateDouble());
        words += u"word%1%2"_s.arg(static_cast<int>(rank)).arg(i % 120 == 119 ? u".\n\n"_s : i % 15 == 14 ? u"."_s : QString());
    }
    return words;
}

void benchDiff()
{
    constexpr int words = 20'000;
    const QStringList old = proseWords(words, 1);
    QStringList now = old;
    for (int i = 0; i < 500; ++i)
        now[i * (words / 500) + i % 37] = u"changed%1"_s.arg(i % 50);
    const QString before = old.join(u' ');
    const QString after = now.join(u' ');
    const double changed = fastest(5, [&] { (void)proseDiff(before, after); });
    figure("prose-diff-20000-words", changed, "ms", "<= 50", changed <= 50);

    now.append(now.mid(2000, 300)); // a block goes elsewhere
    now.remove(2000, 300);
    const QString moved = now.join(u' ');
    const double withMove = fastest(5, [&] { (void)proseDiff(before, moved); });
    figure("prose-diff-20000-words-moved", withMove, "ms", "<= 50", withMove <= 50);

    const QString other = proseWords(words, 2).join(u' ');
    const double different = fastest(3, [&] { (void)proseDiff(before, other); });
    figure("prose-diff-20000-words-unlike", different, "ms", "<= 500", different <= 500);

    const QString block = QString::fromUtf8(bigText().first(1'000'000));
    QString inserted = block;
    for (qsizetype at = inserted.size() - 100; at > 0; at -= 5000)
        inserted.insert(at, u" changed "_s);
    const double repeating = fastest(3, [&] { (void)proseDiff(block, inserted); });
    figure("prose-diff-1MB", repeating, "ms", "<= 500", repeating <= 500);
    QString same = block;
    same.detach();
    const double equal = fastest(3, [&] { (void)proseDiff(block, same); });
    figure("prose-diff-equal-1MB", equal, "ms", "<= 2", equal <= 2);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    for (const QString &name : BpeEncoding::names())
        benchTokens(name);
    benchKeystroke();
    benchTemplates();
    benchScripts();
    benchDiff();
    return 0;
}
