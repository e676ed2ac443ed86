// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/checktypes.h"

using namespace Qt::StringLiterals;

namespace Tempera {

const QStringList &knownCheckTypes()
{
    static const QStringList types{
        u"equals"_s,        u"contains"_s,      u"icontains"_s,     u"starts-with"_s,     u"ends-with"_s,
        u"contains-all"_s,  u"contains-any"_s,  u"icontains-all"_s, u"icontains-any"_s,   u"regex"_s,
        u"is-json"_s,       u"contains-json"_s, u"word-count"_s,    u"latency"_s,         u"cost"_s,
        u"finish-reason"_s, u"levenshtein"_s,   u"min-length"_s,    u"forbidden-words"_s, u"javascript"_s,
        u"llm-rubric"_s,    u"g-eval"_s,        u"model-graded-closedqa"_s, u"factuality"_s,
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
    static const QStringList types{u"similar"_s, u"python"_s, u"rouge-n"_s,   u"bleu"_s,
                                   u"is-xml"_s,     u"contains-xml"_s, u"is-sql"_s, u"perplexity"_s, u"classifier"_s};
    return types;
}

} // namespace Tempera
