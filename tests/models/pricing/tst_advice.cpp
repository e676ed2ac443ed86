// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/pricing/advice.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

/// A word is a token.
std::int64_t words(const QString &text)
{
    return text.simplified().isEmpty() ? 0 : text.simplified().count(u' ') + 1;
}

Capabilities modelAt(double input, double output, const QString &title = u"M"_s)
{
    Capabilities made;
    made.title = title;
    made.price.inputPerMillion = Money::fromDollars(input);
    made.price.outputPerMillion = Money::fromDollars(output);
    return made;
}

const Advice *findAdvice(const QList<Advice> &list, AdviceKind kind)
{
    const auto found = std::ranges::find(list, kind, &Advice::kind);
    return found == list.end() ? nullptr : &*found;
}

Cost dollarsOf(double amount)
{
    return Cost::exact(Money::fromDollars(amount));
}

} // namespace

class AdviceTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// 10,000 × (500 + 200) tokens at $0.002 for a thousand: $14.00. 300 tokens less of prompt save $6.00, 100 less of answer $2.00.
    void theTextbooksJob()
    {
        JobQuestion asked{.model = modelAt(2, 2), .output = {.each = 200}};
        const JobCounts counts = JobCounts::uniform(500, 10'000);
        const PromptPiece piece{.kind = PromptPieceKind::RepeatedText, .number = 1, .beginning = u"Read it"_s, .tokens = 300};
        const QList<Advice> list = adviceFor(counts, asked, {.pieces = {piece}});
        QCOMPARE(list.size(), 1);
        QCOMPARE(list.first().saves, dollarsOf(6));
        QVERIFY(std::abs(list.first().share - 6.0 / 14.0) < 1e-12);
        const QString text = adviceText(list.first());
        QVERIFY2(text.contains(u"$6.00"_s) && text.contains(u"43 %"_s) && text.contains(u"300"_s), qPrintable(text));
    }

    void theLargestFirst()
    {
        Capabilities model = modelAt(2, 10);
        model.price.cachedInputPerMillion = Money::fromDollars(0.2);
        model.price.records = {{{.serviceTier = BatchTier}, {Money::fromDollars(1), Money::fromDollars(5), {}}}};
        const JobQuestion asked{.model = model, .output = {.each = 100}};
        AdviceFacts facts{.constantTokens = 1500, .equalRequests = 100};
        facts.pieces = {{.kind = PromptPieceKind::FewShotExample, .number = 2, .tokens = 200},
                        {.kind = PromptPieceKind::FewShotExample, .number = 1, .tokens = 50}};
        facts.others = {{modelAt(0.1, 0.4, u"Small"_s), 0.75}, {modelAt(20, 100, u"Large"_s)}};
        facts.passRate = 0.9;
        const QList<Advice> list = adviceFor(JobCounts::uniform(2000, 1000), asked, facts);
        // Now: 1,000 × (2000 × $2 + 100 × $10) / 10⁶ = $5.00.
        QVERIFY(std::ranges::is_sorted(list, std::ranges::greater(), [](const Advice &each) { return each.saves.middle(); }));
        const Advice *small = findAdvice(list, AdviceKind::SmallerModel);
        QVERIFY(small && small == &list.first());
        QCOMPARE(small->saves, dollarsOf(5 - 0.24)); // 1,000 × (2000 × $0.1 + 100 × $0.4) / 10⁶
        QVERIFY(adviceText(*small).contains(u"75 %"_s) && adviceText(*small).contains(u"90 %"_s));
        QCOMPARE(findAdvice(list, AdviceKind::Batch)->saves, dollarsOf(2.5));
        // All but the first read 1,500 tokens at a tenth.
        QCOMPARE(findAdvice(list, AdviceKind::PrefixCache)->saves, dollarsOf(999 * 1500 * 1.8e-6));
        QCOMPARE(findAdvice(list, AdviceKind::ResponseCache)->saves.low(), Money::fromDollars(0.5));
        QCOMPARE(std::ranges::count(list, AdviceKind::SmallerModel, &Advice::kind), 1); // the larger one saves nothing
        const Advice *example = findAdvice(list, AdviceKind::ShorterPrompt);
        QCOMPARE(example->piece.number, 2);
        QCOMPARE(example->saves, dollarsOf(0.4));
        for (const Advice &each : list)
            QVERIFY2(!adviceText(each).contains(u"%1"_s) && !adviceText(each).contains(u"(s)"_s), qPrintable(adviceText(each)));
    }

    /// 95 of 100 answers have 10 tokens, the others 1,000.
    void aCapThatHardlyAnyAnswerPasses()
    {
        JobQuestion asked{.model = modelAt(1, 1)};
        for (int i = 0; i < 100; ++i)
            asked.output.answers.push_back({100, i < 95 ? 10 : 1000});
        const QList<Advice> list = adviceFor(JobCounts::uniform(100, 100), asked, {});
        const Advice *cap = findAdvice(list, AdviceKind::OutputCap);
        QVERIFY(cap);
        QCOMPARE(cap->tokens, 10);
        QCOMPARE(cap->saves.middle(), Money::fromNano(5 * 990 * 1000)); // the pilot saw all of the job
        asked.output.cap = 10;
        QVERIFY(!findAdvice(adviceFor(JobCounts::uniform(100, 100), asked, {}), AdviceKind::OutputCap));
    }

    void nothingIsSavedOfTheUnknown()
    {
        QVERIFY(adviceFor(JobCounts::uniform(100, 10), {.output = {.each = 1}}, {.equalRequests = 5}).isEmpty());
    }

    void piecesOfAPrompt()
    {
        const Messages prompt{
            {Role::System, u"Answer in one word and never explain what you did.\n\n"
                           "Q: Is grass green?\nA: yes\n\nExample 2: Input: Is snow hot?\nOutput: no\n\n"
                           "Answer in one word and never explain what you did."_s},
            {Role::User, u"Is fire cold?"_s},
            {Role::Assistant, u"no"_s},
            {Role::User, u"{{ question }}"_s},
        };
        const QList<PromptPiece> pieces = promptPieces(prompt, words);
        QList<PromptPiece> examples;
        QList<PromptPiece> repeats;
        std::int64_t messages = 0;
        for (const PromptPiece &piece : pieces) {
            if (piece.kind == PromptPieceKind::FewShotExample)
                examples += piece;
            else if (piece.kind == PromptPieceKind::RepeatedText)
                repeats += piece;
            else
                ++messages;
        }
        QCOMPARE(messages, 4);
        QCOMPARE(examples.size(), 3);
        QCOMPARE(examples[0].tokens, 4); // the conversation's
        QCOMPARE(examples[1].tokens, 6);
        QCOMPARE(examples[2].number, 3);
        QCOMPARE(repeats.size(), 1);
        QCOMPARE(repeats[0].tokens, 10);
        QCOMPARE(repeats[0].role, Role::System);
    }

    void sharedBeginnings()
    {
        SharedBeginning shared;
        shared.add({{Role::System, u"be brief"_s}, {Role::User, u"read this: one two"_s}});
        QCOMPARE(shared.tokens(words), 0); // alone
        shared.add({{Role::System, u"be brief"_s}, {Role::User, u"read this: one three"_s}});
        QCOMPARE(shared.tokens(words), 2 + 4); // "read this: one t"
        shared.add({{Role::System, u"be brief"_s}, {Role::User, u"other"_s}});
        QCOMPARE(shared.tokens(words), 2);
        shared.add({{Role::User, u"be brief"_s}});
        QCOMPARE(shared.tokens(words), 0); // another role
    }
};

QTEST_GUILESS_MAIN(AdviceTest)
#include "tst_advice.moc"
