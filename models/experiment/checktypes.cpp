// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/checktypes.h"

#include <QCoreApplication>
#include <QMap>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// What a check that is not carried out would take.
enum class Lacking { Program, Network, Trace, Model };

const QMap<QString, Lacking> &keptTypes()
{
    static const QMap<QString, Lacking> types{
        {u"python"_s, Lacking::Program},
        {u"ruby"_s, Lacking::Program},
        {u"webhook"_s, Lacking::Network},
        {u"skill-used"_s, Lacking::Trace},
        {u"trace-error-spans"_s, Lacking::Trace},
        {u"trace-span-count"_s, Lacking::Trace},
        {u"trace-span-duration"_s, Lacking::Trace},
        {u"trajectory:goal-success"_s, Lacking::Trace},
        {u"trajectory:step-count"_s, Lacking::Trace},
        {u"trajectory:tool-args-match"_s, Lacking::Trace},
        {u"trajectory:tool-sequence"_s, Lacking::Trace},
        {u"trajectory:tool-used"_s, Lacking::Trace},
        {u"agent-rubric"_s, Lacking::Model},
        {u"human"_s, Lacking::Model},
        {u"pi"_s, Lacking::Model},
    };
    return types;
}

} // namespace

const QStringList &ownCheckTypes()
{
    static const QStringList types{u"min-length"_s, u"forbidden-words"_s, u"json-path"_s,   u"jmespath"_s,
                                   u"label"_s,      u"contains-pii"_s,    u"number-near"_s, u"readability"_s};
    return types;
}

const QStringList &knownCheckTypes()
{
    static const QStringList types{
        u"equals"_s,
        u"contains"_s,
        u"icontains"_s,
        u"starts-with"_s,
        u"ends-with"_s,
        u"contains-all"_s,
        u"contains-any"_s,
        u"icontains-all"_s,
        u"icontains-any"_s,
        u"regex"_s,
        u"is-json"_s,
        u"contains-json"_s,
        u"word-count"_s,
        u"latency"_s,
        u"cost"_s,
        u"finish-reason"_s,
        u"perplexity"_s,
        u"perplexity-score"_s,
        u"guardrails"_s,
        u"levenshtein"_s,
        u"rouge-n"_s,
        u"bleu"_s,
        u"gleu"_s,
        u"meteor"_s,
        u"is-xml"_s,
        u"contains-xml"_s,
        u"is-html"_s,
        u"contains-html"_s,
        u"is-sql"_s,
        u"contains-sql"_s,
        u"is-refusal"_s,
        u"tool-call-f1"_s,
        u"is-valid-openai-tools-call"_s,
        u"is-valid-openai-function-call"_s,
        u"is-valid-function-call"_s,
        u"min-length"_s,
        u"forbidden-words"_s,
        u"json-path"_s,
        u"jmespath"_s,
        u"label"_s,
        u"contains-pii"_s,
        u"number-near"_s,
        u"readability"_s,
        u"javascript"_s,
        u"llm-rubric"_s,
        u"g-eval"_s,
        u"model-graded-closedqa"_s,
        u"factuality"_s,
        u"search-rubric"_s,
        u"select-best"_s,
        u"max-score"_s,
        u"answer-relevance"_s,
        u"context-recall"_s,
        u"context-relevance"_s,
        u"context-faithfulness"_s,
        u"conversation-relevance"_s,
        u"similar"_s,
        u"similar:cosine"_s,
        u"similar:dot"_s,
        u"similar:euclidean"_s,
        u"moderation"_s,
        u"classifier"_s,
    };
    return types;
}

const QStringList &embeddingCheckTypes()
{
    static const QStringList types{u"similar"_s, u"similar:cosine"_s, u"similar:dot"_s, u"similar:euclidean"_s};
    return types;
}

const QStringList &keptCheckTypes()
{
    static const QStringList types = keptTypes().keys();
    return types;
}

QString keptCheckReason(const QString &type)
{
    const QString base = type.startsWith("not-"_L1) ? type.sliced(4) : type;
    const auto kept = keptTypes().constFind(base);
    if (kept == keptTypes().cend())
        return QCoreApplication::translate("CheckTypes", "this version does not know this check");
    switch (*kept) {
    case Lacking::Program: return QCoreApplication::translate("CheckTypes", "programs are not run; only JavaScript is");
    case Lacking::Network: return QCoreApplication::translate("CheckTypes", "answers are not sent to other addresses");
    case Lacking::Trace: return QCoreApplication::translate("CheckTypes", "there are no traces of an agent to look at");
    case Lacking::Model: break;
    }
    return QCoreApplication::translate("CheckTypes", "this version does not carry out this check of promptfoo");
}

} // namespace Tempera
