// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/text/prompttemplate.h"
#include "models/text/scripthost.h"

#include <QTest>

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
                                       "Reflect.apply([].includes, a, [1])"})
            QTest::newRow(loop) << QString::fromLatin1(loop);
    }
    void nativeLoops()
    {
        QFETCH(QString, loop);
        const auto host = ScriptHost::create();
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
