// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/judgerequest.h"

namespace Tempera {

GenerationRequest judgeRequest(const Variant &judge, const JudgeQuestion &question, const GenerationRequest &of)
{
    constexpr int enoughForAVerdict = 1'024;
    GenerationRequest request;
    request.key = of.key;
    request.endpoint = judge.endpoint;
    request.messages = question.messages;
    request.context = of.context;
    request.timeouts = of.timeouts;
    request.retry = of.retry;
    if (question.isForVectors || question.isForLabels)
        return request;
    request.sampling = judge.sampling;
    request.strict = judge.strict && judge.endpoint.kind == EndpointKind::Local;
    if (judge.endpoint.kind == EndpointKind::Local) { // it can be held to the form, and would else continue writing
        if (request.sampling.jsonSchema.isEmpty() && request.sampling.grammar.isEmpty())
            request.sampling.jsonSchema = question.schema;
        if (!request.sampling.maxTokens)
            request.sampling.maxTokens = enoughForAVerdict;
    }
    return request;
}

} // namespace Tempera
