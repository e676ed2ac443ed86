// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/llama/prompt/chatprompt.h"
#include "tests/app/engine/llama/tinymodel.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

/// Chat templates that have no end, or no bottom: a model's file is anyone's.
class TestAttackTemplates : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    RpcWorkers m_workers;
    int m_models = 0;

    std::unique_ptr<LlamaModel> load(const QString &chatTemplate)
    {
        TinyModel tiny;
        tiny.chatTemplate = chatTemplate;
        const QString path = m_folder.filePath(QString::number(++m_models) + u".gguf"_s);
        if (!tiny.write(path))
            return nullptr;
        auto model = LlamaModel::load(path, {.onDecode = {}}, m_workers, [](double) { return true; });
        return model ? std::move(*model) : nullptr;
    }

private Q_SLOTS:
    void itEndsWithAnError_data()
    {
        QTest::addColumn<QString>("source");
        const auto nested = [](const QString &open, const QString &inner, const QString &close, int levels) {
            return open.repeated(levels) + inner + close.repeated(levels);
        };
        QTest::newRow("a macro that calls itself") << u"{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}"_s;
        QTest::newRow("two macros") << u"{% macro f() %}{{ g() }}{% endmacro %}{% macro g() %}{{ f() }}{% endmacro %}{{ f() }}"_s;
        QTest::newRow("parentheses") << u"{{ "_s + nested(u"("_s, u"1"_s, u")"_s, 20'000) + u" }}"_s;
        QTest::newRow("lists") << u"{{ "_s + nested(u"["_s, u"1"_s, u"]"_s, 20'000) + u" }}"_s;
        QTest::newRow("maps") << u"{{ "_s + nested(u"{'a': "_s, u"1"_s, u"}"_s, 20'000) + u" }}"_s;
        QTest::newRow("calls") << u"{{ "_s + nested(u"range("_s, u"1"_s, u")"_s, 20'000) + u" }}"_s;
        QTest::newRow("nots") << u"{{ "_s + u"not "_s.repeated(20'000) + u"x }}"_s;
        QTest::newRow("signs") << u"{{ "_s + u"- "_s.repeated(20'000) + u"1 }}"_s;
        QTest::newRow("sums") << u"{{ 1"_s + u" + 1"_s.repeated(20'000) + u" }}"_s;
        QTest::newRow("filters") << u"{{ 1"_s + u" | string"_s.repeated(20'000) + u" }}"_s;
        QTest::newRow("ifs") << nested(u"{% if true %}"_s, u"x"_s, u"{% endif %}"_s, 20'000);
        QTest::newRow("elifs") << u"{% if false %}"_s + u"{% elif false %}"_s.repeated(20'000) + u"{% endif %}"_s;
        QTest::newRow("fors") << nested(u"{% for i in [1] %}"_s, u"x"_s, u"{% endfor %}"_s, 20'000);
        QTest::newRow("sets") << nested(u"{% set x %}"_s, u"x"_s, u"{% endset %}"_s, 20'000);
        QTest::newRow("ternaries") << u"{{ 1"_s + u" if false else 1"_s.repeated(20'000) + u" }}"_s;
#if !defined(__SANITIZE_ADDRESS__) // llama.cpp never frees a value that holds itself
        QTest::newRow("a value in itself, as JSON") << u"{% set ns = namespace() %}{% set ns.a = ns %}{{ ns | tojson }}"_s;
        QTest::newRow("a value in itself, as text") << u"{% set ns = namespace() %}{% set ns.a = ns %}{{ ns | string }}"_s;
        QTest::newRow("a list in itself") << u"{% set l = [] %}{% set _ = l.append(l) %}{{ l | string }}"_s;
#endif
        QTest::newRow("a long loop") << u"{% for i in range(1000000000) %}x{% endfor %}"_s;
        QTest::newRow("loops in loops")
            << u"{% for i in range(9999) %}{% for j in range(9999) %}{% for k in range(9999) %}{% endfor %}{% endfor %}{% endfor %}"_s;
        QTest::newRow("doubling")
            << u"{% set ns = namespace(s='x') %}{% for i in range(60) %}{% set ns.s = ns.s ~ ns.s %}{% endfor %}{{ ns.s }}"_s;
        QTest::newRow("indent") << u"{{ 'a\nb' | indent(1000000000) }}"_s;
        QTest::newRow("only for a chat of its own")
            << u"{% for m in messages %}{% if 'secret word' in m.content %}{% for i in range(1000000000) %}x{% endfor %}"
               "{% endif %}{% endfor %}"_s;
        QTest::newRow("a long prompt") << u"{% for i in range(30000) %}"_s + u"x"_s.repeated(100) + u"{% endfor %}"_s;
        QTest::newRow("a keyword that is no name") << u"{{ messages | map(a~b='role') }}"_s;
        QTest::newRow("a keyword that is no name, called") << u"{{ range(1 + 1=2) }}"_s;
        QTest::newRow("a macro with a number for a name") << u"{% macro 1() %}x{% endmacro %}"_s;
        QTest::newRow("a macro with a list for a name") << u"{% macro [1]() %}x{% endmacro %}{{ 1 }}"_s;
        QTest::newRow("a call block of nothing") << u"{% call 1 %}x{% endcall %}"_s;
        QTest::newRow("a filter that is a number") << u"{{ 1 | 2 }}"_s;
        QTest::newRow("a test that is a number") << u"{{ 1 is 2 }}"_s;
        QTest::newRow("a loop over a name that is none") << u"{% for 1 in [1] %}x{% endfor %}"_s;
        QTest::newRow("a long template") << u"x"_s.repeated(2'000'000);
    }
    void itEndsWithAnError()
    {
        QFETCH(QString, source);
        const auto model = load(source);
        QVERIFY(model);
        const Result<LlamaPrompt> prompt = ChatPrompt(*model).make({{Role::User, u"the secret word"_s}}, PromptForm::Chat);
        QVERIFY(!prompt);
        QCOMPARE(prompt.error().kind, ErrorKind::Template);
        QVERIFY2(prompt.error().detail.startsWith("The chat template "_L1), qPrintable(prompt.error().detail));
    }
    void itIsStopped()
    {
        const auto model = load(u"{% for m in messages %}{{ m.content }}{% endfor %}"_s);
        QVERIFY(model);
        const ChatPrompt prompts(*model);
        const auto stop = [] { return true; };
        QCOMPARE(prompts.make({{Role::User, u"a"_s}}, PromptForm::Chat, PromptText::Drop, stop).error().kind,
                 ErrorKind::Cancelled);
        QVERIFY(prompts.make({{Role::User, u"a"_s}}, PromptForm::Chat));
    }
    void nestingAsPeopleWriteItIsRead()
    {
        const auto model = load(u"{% if true %}"_s.repeated(50) + u"{{ "_s + u"("_s.repeated(100) + u"messages[0].content"_s
                                + u")"_s.repeated(100) + u" }}"_s + u"{% endif %}"_s.repeated(50));
        QVERIFY(model);
        QVERIFY(ChatPrompt(*model).make({{Role::User, u"a"_s}}, PromptForm::Chat));
    }
    void aLongMessageIsNoAttack()
    {
        const auto model = load(u"{% for m in messages %}<{{ m.role }}>{{ m.content | trim }}{% endfor %}"_s);
        QVERIFY(model);
#if defined(__SANITIZE_ADDRESS__) // the tokenizer copies its list at each word
        constexpr int times = 500;
#else
        constexpr int times = 5'000;
#endif
        QVERIFY(ChatPrompt(*model).make({{Role::User, u"a long story "_s.repeated(times)}}, PromptForm::Chat));
    }
};

QTEST_GUILESS_MAIN(TestAttackTemplates)
#include "tst_attacktemplates.moc"
