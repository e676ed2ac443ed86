// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/checkkindlists.h"

#include "models/experiment/checkparts.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

class KindListTexts
{
    Q_DECLARE_TR_FUNCTIONS(CheckKinds)
public:
    static CheckKind overlap(const QString &type, const QString &title, const QString &explanation, const QString &least)
    {
        return {type,
                title,
                explanation,
                tr("The answer has enough in common with %1"),
                tr("The answer does not have enough in common with %1"),
                CheckValue::Text,
                CheckThreshold::Optional,
                tr("Minimum score"),
                least};
    }

    static QList<CheckKind> overlaps()
    {
        const QString half = u"0.5"_s;
        CheckKind perplexity{u"perplexity"_s,
                             tr("was little surprising"),
                             tr("The perplexity of the answer to its own model; it needs the probabilities of the tokens."),
                             tr("The answer was little surprising"),
                             tr("The answer was surprising"),
                             CheckValue::None,
                             CheckThreshold::Optional,
                             tr("Maximum perplexity"),
                             tr("none")};
        CheckKind score{u"perplexity-score"_s,
                        tr("was likely"),
                        tr("1 / (1 + perplexity), 0.5 at most; it needs the probabilities of the tokens."),
                        tr("The answer was likely"),
                        tr("The answer was not likely"),
                        CheckValue::None,
                        CheckThreshold::Optional,
                        tr("Minimum score"),
                        tr("none")};
        return {
            overlap(u"rouge-n"_s, tr("shares words with the text (ROUGE-1)"), tr("F-measure of the words that both have."),
                    u"0.75"_s),
            overlap(u"bleu"_s, tr("shares phrases with the text (BLEU)"), tr("Precision of runs of one to four words."), half),
            overlap(u"gleu"_s, tr("shares phrases with the text (GLEU)"),
                    tr("The lesser of precision and recall of runs of one to four words."), half),
            overlap(u"meteor"_s, tr("shares words with the text (METEOR)"),
                    tr("Words and their stems in common, and in which order; without a dictionary of synonyms."), half),
            perplexity,
            score};
    }

    static CheckKind plain(const QString &type, const QString &title, const QString &explanation, const QString &holds,
                           const QString &holdsNot, CheckValue value = CheckValue::None)
    {
        CheckKind kind{type, title, explanation, holds, holdsNot, value};
        kind.isValueOptional = true;
        return kind;
    }

    static QList<CheckKind> markups()
    {
        return {
            plain(u"is-xml"_s, tr("is XML"), tr("The whole answer is XML, and has the elements, named by their paths (a.b)."),
                  tr("The answer is XML %1"), tr("The answer is not XML %1"), CheckValue::List),
            plain(u"contains-xml"_s, tr("contains XML"), tr("XML in the answer has the elements, named by their paths (a.b)."),
                  tr("The answer contains XML %1"), tr("The answer does not contain XML %1"), CheckValue::List),
            plain(u"is-html"_s, tr("is HTML"), tr("The whole answer is HTML, with no text outside of its elements."),
                  tr("The answer is HTML"), tr("The answer is not HTML")),
            plain(u"contains-html"_s, tr("contains HTML"), tr("There are at least two signs of HTML in the answer."),
                  tr("The answer contains HTML"), tr("The answer does not contain HTML")),
            plain(u"is-sql"_s, tr("is SQL"),
                  tr("SELECT, INSERT, UPDATE and DELETE are recognised; allowedTables and allowedColumns may be given in JSON."),
                  tr("The answer is SQL %1"), tr("The answer is not SQL %1"), CheckValue::TextOrJson),
            plain(u"contains-sql"_s, tr("contains SQL"), tr("A block of code in the answer, or all of it, is SQL."),
                  tr("The answer contains SQL %1"), tr("The answer does not contain SQL %1"), CheckValue::TextOrJson)};
    }

    static QList<CheckKind> contents()
    {
        CheckKind tools{u"tool-call-f1"_s,
                        tr("calls the tools"),
                        tr("The tools that the answer calls, in JSON, are these and no others."),
                        tr("The answer calls %1"),
                        tr("The answer does not call %1"),
                        CheckValue::List,
                        CheckThreshold::Optional,
                        tr("Minimum score"),
                        u"1"_s};
        CheckKind near{u"number-near"_s,
                       tr("is near the number"),
                       tr("The first number in the answer differs from it by that much at most."),
                       tr("The answer is near %1"),
                       tr("The answer is not near %1"),
                       CheckValue::Number,
                       CheckThreshold::Optional,
                       tr("Maximum difference"),
                       u"0"_s};
        CheckKind readable{u"readability"_s,
                           tr("is easy to read"),
                           tr("Flesch's reading ease of an English text: 100 is very easy, 60 plain, 30 hard."),
                           tr("The answer is easy to read"),
                           tr("The answer is hard to read"),
                           CheckValue::None,
                           CheckThreshold::Needed,
                           tr("Minimum reading ease")};
        return {
            plain(u"is-refusal"_s, tr("is a refusal"), tr("The answer declines, by its words in English, or is empty."),
                  tr("The answer is a refusal"), tr("The answer is no refusal")),
            plain(u"guardrails"_s, tr("was not withheld"), tr("The endpoint's filter let the answer pass."),
                  tr("The answer was not withheld"), tr("The answer was withheld")),
            tools,
            plain(
                u"is-valid-openai-tools-call"_s, tr("calls tools correctly"),
                tr("The answer is nothing but calls of tools that its provider offers, with arguments that follow their schemas."),
                tr("The answer calls tools correctly"), tr("The answer does not call tools correctly")),
            plain(u"is-valid-openai-function-call"_s, tr("calls a function correctly"),
                  tr("The same for “functions”, the older form of OpenAI's tools."), tr("The answer calls a function correctly"),
                  tr("The answer does not call a function correctly")),
            plain(u"is-valid-function-call"_s, tr("calls functions correctly"), tr("The same for the functions of any provider."),
                  tr("The answer calls functions correctly"), tr("The answer does not call functions correctly")),
            {u"json-path"_s, tr("has something at a JSONPath"),
             tr("The answer is JSON, and the query finds something. In JSON: {\"query\": …, \"equals\": …}."),
             tr("The answer has something at %1"), tr("The answer has nothing at %1"), CheckValue::TextOrJson},
            {u"jmespath"_s, tr("has something by JMESPath"),
             tr("The answer is JSON, and the query finds something. In JSON: {\"query\": …, \"equals\": …}."),
             tr("The answer has something by %1"), tr("The answer has nothing by %1"), CheckValue::TextOrJson},
            {u"label"_s, tr("is one of the labels"),
             tr("The answer is a label, in any case; quotes and a full stop do not count."), tr("The answer is one of %1"),
             tr("The answer is none of %1"), CheckValue::List},
            plain(u"contains-pii"_s, tr("contains personal data"),
                  tr("E-mail and IP addresses, phone numbers, IBANs and card numbers: email, ip, phone, iban, card; none: all."),
                  tr("The answer contains personal data %1"), tr("The answer does not contain personal data %1"),
                  CheckValue::List),
            near,
            readable};
    }

    static QString set(const QString &parts, const std::optional<double> &threshold)
    {
        return threshold ? tr("The score of these is at least %1: %2").arg(*threshold).arg(parts)
                         : tr("All of these: %1").arg(parts);
    }

    static QList<CheckKind> comparisons()
    {
        return {
            {u"select-best"_s,
             tr("is the best of the answers to its case"),
             tr("A model compares the answers of all variants to the case and chooses the one that fits the criterion best. Each "
                "case takes one more request."),
             tr("The answer fits %1 best"),
             tr("The answer does not fit %1 best"),
             CheckValue::Text,
             CheckThreshold::None,
             {},
             {},
             true},
            {u"max-score"_s,
             tr("has the highest score of the answers to its case"),
             tr("Of the answers of all variants to the case the one passes whose other checks score highest. JSON may hold “method” "
                "(“average”, “sum”), “weights” by type of check, and a “threshold”."),
             tr("The answer has the highest score %1"),
             tr("The answer does not have the highest score %1"),
             CheckValue::TextOrJson,
             CheckThreshold::None,
             {},
             {},
             false,
             true},
        };
    }
    static CheckKind share(const QString &type, const QString &title, const QString &explanation, const QString &holds,
                           const QString &holdsNot, CheckValue value = CheckValue::None)
    {
        return {type, title, explanation, holds, holdsNot, value, CheckThreshold::Optional, tr("Minimum share"), u"0.5"_s, true};
    }
    static QList<CheckKind> contexts()
    {
        return {
            share(
                u"context-recall"_s, tr("was given a context that says the text"),
                tr("A model looks which sentences of the text the variable “context” says. Each answer takes one more request."),
                tr("The context says %1"), tr("The context does not say %1"), CheckValue::Text),
            share(
                u"context-relevance"_s, tr("was given a context that the question needs"),
                tr("A model looks which parts of the variable “context” the variable “query” needs. Each answer takes one more request."),
                tr("The question needs the context"), tr("The question does not need the context")),
            share(
                u"context-faithfulness"_s, tr("says what the context supports"),
                tr("A model looks which statements of the answer follow from the variable “context”; “query” is the question. Each answer "
                   "takes one more request."),
                tr("The context supports the answer"), tr("The context does not support the answer")),
            share(
                u"conversation-relevance"_s, tr("fits the conversation"),
                tr("A model looks which answers of the conversation in the variable “_conversation”, or of prompt and answer, fit what was "
                   "said before. Each answer takes one more request."),
                tr("The answers fit the conversation"), tr("The answers do not fit the conversation")),
        };
    }
    static QList<CheckKind> similarities()
    {
        const QString nearby =
            tr("A model for embeddings makes a vector of the answer and of the text; several texts are given as a "
               "list in JSON, and one of them is enough. Each answer takes one more request.");
        return {
            {u"answer-relevance"_s, tr("is about what was asked"),
             tr("A model writes questions that the answer fits, and a model for embeddings compares them with the prompt. Each answer "
                "takes two more requests."),
             tr("The answer is about what was asked"), tr("The answer is not about what was asked"), CheckValue::None,
             CheckThreshold::Optional, tr("Minimum similarity"), u"0.5"_s, true},
            {u"similar"_s, tr("means about the same"), nearby, tr("The answer means about the same as %1"),
             tr("The answer does not mean about the same as %1"), CheckValue::TextOrJson, CheckThreshold::Optional,
             tr("Minimum similarity"), u"0.75"_s, true},
            {u"similar:cosine"_s, tr("means about the same (cosine)"), nearby,
             tr("The answer means about the same as %1 by the cosine"),
             tr("The answer does not mean about the same as %1 by the cosine"), CheckValue::TextOrJson, CheckThreshold::Optional,
             tr("Minimum similarity"), u"0.75"_s, true},
            {u"similar:dot"_s, tr("means about the same (dot product)"), nearby,
             tr("The answer means about the same as %1 by the dot product"),
             tr("The answer does not mean about the same as %1 by the dot product"), CheckValue::TextOrJson,
             CheckThreshold::Optional, tr("Minimum similarity"), u"0.75"_s, true},
            {u"similar:euclidean"_s, tr("means about the same (distance)"), nearby,
             tr("The answer means about the same as %1 by the distance"),
             tr("The answer does not mean about the same as %1 by the distance"), CheckValue::TextOrJson,
             CheckThreshold::Optional, tr("Maximum distance"), u"0.75"_s, true},
            {u"moderation"_s,
             tr("is harmless"),
             tr("An endpoint for moderation looks for hate, violence and the like; a list of its categories says what counts, none: all. "
                "Each answer takes one more request."),
             tr("Nothing in the answer is flagged %1"),
             tr("Something in the answer is flagged %1"),
             CheckValue::List,
             CheckThreshold::None,
             {},
             {},
             true,
             true},
            {u"classifier"_s, tr("is classified as"),
             tr("A model for classification gives the answer labels with scores; none: the likeliest label counts. Each answer takes one "
                "more request."),
             tr("The answer is classified as %1"), tr("The answer is not classified as %1"), CheckValue::Text,
             CheckThreshold::Optional, tr("Minimum score"), u"1"_s, true, true},
        };
    }
};

} // namespace

QList<CheckKind> overlapKinds()
{
    return KindListTexts::overlaps();
}

QList<CheckKind> markupKinds()
{
    return KindListTexts::markups();
}

QList<CheckKind> contentKinds()
{
    return KindListTexts::contents();
}

QList<CheckKind> comparisonKinds()
{
    return KindListTexts::comparisons();
}

QList<CheckKind> similarityKinds()
{
    return KindListTexts::similarities();
}

QList<CheckKind> contextKinds()
{
    return KindListTexts::contexts();
}

QString setSentence(const CheckSpec &set)
{
    QStringList sentences;
    for (const CheckSpec &part : checkParts(set))
        sentences += checkSentence(part);
    return KindListTexts::set(sentences.join(u"; "_s), set.threshold);
}

} // namespace Tempera
