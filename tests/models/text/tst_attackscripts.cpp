// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/text/prompttemplate.h"
#include "models/text/scripthost.h"

#include <QElapsedTimer>
#include <QTest>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace Tempera;

/// Scripts that loop where the engine does not ask, and texts that are no templates.
class TestAttackScripts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nativeLoops_data()
    {
        QTest::addColumn<QString>("loop");
        for (const char *const loop : {"a.indexOf(1)",
                                       "a.lastIndexOf(1)",
                                       "a.includes(1)",
                                       "a.join('')",
                                       "a.toString()",
                                       "String(a)",
                                       "a.reverse()",
                                       "a.fill(0)",
                                       "a.copyWithin(1, 0)",
                                       "a.every(Boolean)",
                                       "a.some(Boolean)",
                                       "a.forEach(Boolean)",
                                       "a.map(Boolean)",
                                       "a.filter(Boolean)",
                                       "a.reduce(Math.max, 0)",
                                       "a.reduceRight(Math.max, 0)",
                                       "a.find(Boolean)",
                                       "a.findLast(Boolean)",
                                       "a.findIndex(Boolean)",
                                       "a.findLastIndex(Boolean)",
                                       "a.sort()",
                                       "a.shift()",
                                       "a.unshift(1)",
                                       "a.splice(0, 1)",
                                       "a.slice(1)",
                                       "a.flat()",
                                       "[[a]].flat(9)",
                                       "[].concat(a)",
                                       "[1].flatMap(() => a)",
                                       "new Set(a)",
                                       "a.toReversed()",
                                       "a.with(1, 1)",
                                       "Array.prototype.indexOf.call({length: 9007199254740991}, 1)",
                                       "Reflect.apply([].includes, a, [1])",
                                       "Array.from({length: 4294967295})",
                                       "JSON.stringify({}, Array.from({length: 300}, (_, i) => 'k' + i))",
                                       "(() => { let b = []; for (let i = 0; i < 40; ++i) b = [b, b]; return b.flat(99); })()"})
            QTest::newRow(loop) << QString::fromLatin1(loop);
    }
    void nativeLoops()
    {
        QFETCH(QString, loop);
        const auto host = ScriptHost::create({.time = std::chrono::seconds(60)}); // what stops it is not the time
        const Result<QJsonValue> result = (*host)->call(u"const a = []; a.length = 4294967295; return "_s + loop);
        QVERIFY(!result);
        QVERIFY2(result.error().detail.contains("the list is too long"_L1), qPrintable(result.error().detail));
    }
    /// What is called back may itself be native and slow.
    void nativeCallbacks()
    {
        const auto host = ScriptHost::create();
        const Result<QJsonValue> result = (*host)->call(
            u"const a = []; a.length = 8000000; const s = 'y'.repeat(1000000); return a.find(s.includes.bind(s, 'x'))"_s);
        QVERIFY(!result);
        QVERIFY2(result.error().detail == limitSentence(LimitHit::Time, {}), qPrintable(result.error().detail));
    }
    /// What the language does in one step, and is asked nothing meanwhile: each of these took from half a minute to hours.
    void longSteps_data()
    {
        QTest::addColumn<QString>("code");
        const QString texts = u"const t = 'a'.repeat(8e6), w = 'a'.repeat(4e6) + 'b'; "_s;
        QTest::newRow("same texts in a list") << texts + u"return Array(4e5).fill(t + 'c').indexOf(t + 'd')"_s;
        QTest::newRow("same texts, from the end") << texts + u"return Array(4e5).fill(t + 'c').lastIndexOf(t + 'd')"_s;
        QTest::newRow("same texts, includes") << texts + u"return Array(4e5).fill(t + 'c').includes(t + 'd')"_s;
        QTest::newRow("sort of long texts") << texts + u"while (true) Array(1e5).fill(t).sort()"_s;
        QTest::newRow("few long texts, again and again") << texts + u"while (true) Array(200).fill(t).sort()"_s;
        QTest::newRow("sort of numbers") << u"const a = new Float64Array(2e6); while (true) a.sort()"_s;
        QTest::newRow("one search after the other") << texts + u"while (true) t.includes('b')"_s;
        QTest::newRow("one list after the other") << u"const a = Array(2e6).fill(1); while (true) a.includes(2)"_s;
        QTest::newRow("numbers of many digits") << u"const a = 3n ** 300000n; while (true) a * a"_s;
        QTest::newRow("caught") << u"const a = 3n ** 300000n; while (true) try { a * a } catch {}"_s;
        QTest::newRow("JSON") << u"let a = [1]; for (let i = 0; i < 20; ++i) a = [a, a]; while (true) JSON.stringify(a)"_s;
        QTest::newRow("names") << u"const a = Array(3e5).fill(1); while (true) Object.keys(a)"_s;
        QTest::newRow("pattern") << u"return /^(a+)+$/.test('a'.repeat(5000) + 'b')"_s;
        QTest::newRow("pattern on long texts") << texts + u"while (true) /a*b/.test(t)"_s;
    }
    void longSteps()
    {
        QFETCH(QString, code);
        Limits limits;
        limits.time = std::chrono::milliseconds(300);
        const auto host = ScriptHost::create(limits);
        QElapsedTimer timer;
        timer.start();
        const Result<QJsonValue> result = (*host)->call(code);
        QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
        QVERIFY(!result);
        QCOMPARE(result.error().detail, limitSentence(LimitHit::Time, limits));
    }
    void stopIsHeardInALongStep()
    {
        Limits limits;
        QElapsedTimer timer;
        timer.start();
        limits.stop = [&timer] { return timer.elapsed() > 100; };
        const auto host = ScriptHost::create(limits);
        const Result<QJsonValue> result =
            (*host)->call(u"const t = 'a'.repeat(8e6); return Array(4e5).fill(t + 'c').indexOf(t + 'd')"_s);
        QVERIFY(!result);
        QCOMPARE(result.error().detail, limitSentence(LimitHit::Stop, limits));
    }
    /// Texts that were compared at each place for hours are searched in a moment.
    void longSearches_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QJsonValue>("value");
        const QString texts = u"const t = 'a'.repeat(1e6), w = 'a'.repeat(5e5) + 'b', e = 'é😀' + t + w + '😀é' + w; "_s;
        const auto row = [&texts](const char *code, const QJsonValue &value) {
            QTest::newRow(code) << texts + u"return "_s + QString::fromLatin1(code) << value;
        };
        row("t.indexOf(w)", -1);
        row("t.lastIndexOf(w)", -1);
        row("t.includes(w)", false);
        row("t.includes([w])", false);
        row("t.split(w).length", 1);
        row("t.replaceAll(w, 'c') === t", true);
        row("t.replace(w, 'c') === t", true);
        row("e.indexOf(w)", 1'000'003);
        row("e.indexOf(w, 1200000)", 1'500'007);
        row("e.lastIndexOf(w)", 1'500'007);
        row("e.lastIndexOf(w, 1200000)", 1'000'003);
        row("e.lastIndexOf(w, NaN)", 1'500'007);
        row("e.lastIndexOf(w, -1)", -1);
        row("e.split(w).map(x => x.length).join()", u"1000003,3,0"_s);
        row("e.split(w, 2).map(x => x.length).join()", u"1000003,3"_s);
        row("e.replaceAll(w, '<$$$&>').length", 2'000'014);
        row("e.replaceAll(w, (x, at) => x === w ? at : '').slice(1000003)", QString(u"1000003😀é1500007"_s));
        row("e.replace(w, '|').indexOf('|')", 1'000'003);
        row("('\\u0301'.repeat(1000) + t).normalize().length", 1'001'000);
        row("(() => { try { t.includes(/a/) } catch (e) { return e.name } })()", u"TypeError"_s);
        row("(() => { try { ('a' + '\\u0316\\u0301'.repeat(1e6)).normalize() } catch (e) { return e.name } })()",
            u"RangeError"_s);
        row("t.split(/b/).length", 1);
    }
    void longSearches()
    {
        QFETCH(QString, code);
        QFETCH(QJsonValue, value);
        const auto host = ScriptHost::create();
        const Result<QJsonValue> result = (*host)->call(code);
        QVERIFY2(result, qPrintable(result ? QString() : result.error().detail));
        QCOMPARE(*result, value);
    }
    void listsAreAsEver()
    {
        const auto host = ScriptHost::create();
        const auto value = [&host](const QString &code) { return (*host)->evaluate(code).value_or(u"failed"_s); };
        QCOMPARE(value(u"[3, 1, 2].sort().join('-')"_s), QJsonValue(u"1-2-3"_s));
        QCOMPARE(value(u"[[1, [2]], 3].flat(2).length"_s), QJsonValue(3));
        QCOMPARE(value(u"[...[1, 2]].concat([3], 4).length"_s), QJsonValue(4));
        QCOMPARE(value(u"let s = 0; for (const x of [1, 2, 3]) s += x; s"_s), QJsonValue(6));
        QCOMPARE(value(u"[].map.name + [].map.length"_s), QJsonValue(u"map1"_s));
        QCOMPARE(value(u"[][Symbol.iterator] === [].values"_s), QJsonValue(true));
        QCOMPARE(value(u"Array.from({length: 1000}, (_, i) => i).map(function (x) { return x + this.y }, {y: 1})[999]"_s),
                 QJsonValue(1000));
        QCOMPARE(value(u"new Uint8Array([1, 2, 3]).map(x => x * 2).join()"_s), QJsonValue(u"2,4,6"_s));
        QCOMPARE(value(u"Array.from({length: 300}, (_, i) => 300 - i).sort().slice(0, 3).join()"_s), QJsonValue(u"1,10,100"_s));
        QCOMPARE(value(u"[3, undefined, {}, 'b'].concat(Array(300).fill(2)).sort().slice(299).join()"_s),
                 QJsonValue(u"2,3,[object Object],b,"_s));
        QCOMPARE(value(u"new Float64Array([NaN, 2, 0, -0, ...Array(300).fill(1)]).sort().join().slice(0, 6)"_s),
                 QJsonValue(u"0,0,1,"_s));
        QCOMPARE(value(u"Object.is(new Float64Array([0, NaN, -0, ...Array(300).fill(1)]).sort()[0], -0)"_s), QJsonValue(true));
        QCOMPARE(value(u"['x', NaN].indexOf('x') + ['x', NaN].lastIndexOf('x', -1) + [NaN].includes(NaN)"_s), QJsonValue(1));
        QCOMPARE(value(u"'a-b-c'.split('-').join('+').replace('+', '$&$&') + 'aa'.replaceAll('a', 'b')"_s),
                 QJsonValue(u"a++b+cbb"_s));
        QCOMPARE(value(u"''.indexOf.name + ''.indexOf.length + Array.from.name"_s), QJsonValue(u"indexOf1from"_s));
        QCOMPARE(value(u"Array.from('ab', x => x + x).join()"_s), QJsonValue(u"aa,bb"_s));
        QCOMPARE(value(u"try { [1].map(1) } catch (e) { e.name }"_s), QJsonValue(u"TypeError"_s));
    }
    void whoStopsAScriptIsHeard()
    {
        Limits limits;
        int asked = 0;
        limits.stop = [&asked] { return ++asked > 2; };
        const auto host = ScriptHost::create(limits);
        const Result<QJsonValue> result = (*host)->evaluate(u"while (true);"_s);
        QVERIFY(!result);
        QCOMPARE(result.error().detail, limitSentence(LimitHit::Stop, limits));
    }
    void aNativeLoopInATemplate()
    {
        const auto engine = TemplateEngine::create();
        const Result<QString> text = (*engine)->renderPrompt(
            u"{{ range.constructor('var a=[];a.length=4294967295;return a.indexOf(1)')() }}"_s, {}, MissingVariables::Error);
        QVERIFY(!text);
    }
    void aTextWithoutATagIsNoTemplate()
    {
        const auto engine = TemplateEngine::create();
        const QString book = u"lorem ipsum 50 % { of } it \\n "_s.repeated(1'000'000);
        QCOMPARE((*engine)->renderPrompt(book, {{u"x"_s, 1}}, MissingVariables::Error).value_or(QString()).size(), book.size());
        QCOMPARE((*engine)->render(book, {}, MissingVariables::Error).value_or(QString()).size(), book.size());
        QVERIFY((*engine)->variables(book).value_or(QStringList{u"?"_s}).isEmpty());
        QVERIFY((*engine)->unknownNames(book).value_or(QList<UnknownName>(1)).isEmpty());
        const Result<TemplateReview> review = (*engine)->review(book, {});
        QVERIFY(review && review->text == book && review->missing.isEmpty());
    }
    /// JSON is written anew, with or without tags.
    void plainJsonIsStillPrompt()
    {
        const auto engine = TemplateEngine::create();
        QCOMPARE((*engine)->renderPrompt(u"{\"a\":[1]}"_s, {}).value_or(QString()), u"{\n  \"a\": [\n    1\n  ]\n}"_s);
        QCOMPARE((*engine)->renderPrompt(u" [1] "_s, {}).value_or(QString()), u"[\n  1\n]"_s);
        QCOMPARE((*engine)->renderPrompt(u"1.50"_s, {}).value_or(QString()), u"1.5"_s);
        QCOMPARE((*engine)->renderPrompt(u"[not json"_s, {}).value_or(QString()), u"[not json"_s);
    }
};

QTEST_GUILESS_MAIN(TestAttackScripts)
#include "tst_attackscripts.moc"
