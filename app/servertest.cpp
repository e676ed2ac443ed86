// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/servertest.h"

#include "models/core/request.h"

#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Tempera {
namespace {

/// The least that OpenAI's responses take as a limit of tokens.
constexpr int leastResponsesTokens = 16;

GenerationRequest oneTokenOf(const Endpoint &endpoint)
{
    GenerationRequest request;
    request.endpoint = endpoint;
    request.messages = {{Role::User, u"Hi"_s}};
    request.sampling.maxTokens = endpoint.wire == responsesWire ? leastResponsesTokens : 1;
    request.timeouts.total = 30s;
    request.retry.maxRetries = 0;
    return request;
}

} // namespace

bool mayStillGenerate(const Error &listing)
{
    constexpr int forbidden = 403;
    switch (listing.kind) {
    case ErrorKind::WrongAddress:
    case ErrorKind::BadRequest:
    case ErrorKind::ModelMissing:
    case ErrorKind::Protocol: return true;
    default: return listing.httpStatus == forbidden;
    }
}

void ServerTest::ask(Engine &engine, const Endpoint &endpoint, const EndpointOptions &options, const Secret &key, QObject *guard,
                     const Told &told)
{
    m_listing.probe(endpoint, options, key, guard, [this, &engine, endpoint, guard, told](const ServerReport &report) {
        if (report.models || endpoint.model.isEmpty() || !mayStillGenerate(report.models.error()))
            told(report);
        else
            generate(engine, endpoint, report, guard, told);
    });
}

void ServerTest::generate(Engine &engine, const Endpoint &endpoint, ServerReport report, QObject *guard, const Told &told)
{
    const quint64 id = ++m_last;
    const auto take = [this, id, report, told, guard = QPointer(guard)](const GenerationBatch &batch) mutable {
        for (const GenerationEvent &event : batch) {
            const auto *failed = std::get_if<Event::Failed>(&event);
            if (!failed && !std::holds_alternative<Event::Finished>(event))
                continue;
            if (failed)
                report.models = std::unexpected(failed->error);
            else
                report.models = QStringList();
            report.isGenerated = !failed;
            const Told tell = told;
            const ServerReport all = report;
            const bool isWanted = !guard.isNull();
            m_generations.erase(id); // and with it all that this holds
            if (isWanted)
                tell(all);
            return;
        }
    };
    m_generations.emplace(id, nullptr);
    std::unique_ptr<Generation> generation = engine.start(oneTokenOf(endpoint), take);
    if (const auto it = m_generations.find(id); it != m_generations.end()) // else it has ended
        it->second = std::move(generation);
}

} // namespace Tempera
