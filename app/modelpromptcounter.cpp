// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/modelpromptcounter.h"

#include "models/text/tokencounter.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// By a published encoding, or by one that is near where none is published.
TokenCount countHosted(const QString &encoding, const QString &text)
{
    const auto own = BpeEncoding::load(encoding);
    if (own)
        return {(*own)->count(text.toUtf8()), Exactness::Exact};
    const auto near = BpeEncoding::load(u"o200k_base"_s);
    return {near ? (*near)->count(text.toUtf8()) : 0, Exactness::Estimate};
}

TokenCount countHosted(const QString &encoding, const Messages &messages)
{
    if (const auto own = BpeEncoding::load(encoding))
        return countMessages(**own, messages);
    return estimateTokens(messages).value_or(TokenCount{});
}

} // namespace

ModelPromptCounter::ModelPromptCounter(Background &background, const Catalog &catalog, FindModel findModel,
                                       std::shared_ptr<LocalPromptReader> local)
    : m_background(background), m_catalog(catalog), m_findModel(std::move(findModel)), m_local(std::move(local))
{
}

Result<QString> ModelPromptCounter::fileOf(const Endpoint &endpoint) const
{
    return endpoint.modelPath.isEmpty() ? m_findModel(endpoint.model) : Result<QString>(endpoint.modelPath);
}

void ModelPromptCounter::countText(const Endpoint &endpoint, const QString &text, QObject *guard,
                                   std::function<void(TokenCount)> callback)
{
    auto count = std::make_shared<TokenCount>();
    const auto done = [count, callback = std::move(callback)] { callback(*count); };
    if (endpoint.kind != EndpointKind::Local) {
        const QString encoding = m_catalog.providerFor(endpoint).capabilities.encoding;
        m_background.run([count, encoding, text] { *count = countHosted(encoding, text); }, guard, done);
        return;
    }
    m_background.run(
        [count, file = fileOf(endpoint), text, local = m_local] {
            const Result<TokenCount> own = file ? local->countText(*file, text) : std::unexpected(file.error());
            *count = own ? *own : countHosted({}, text);
        },
        guard, done);
}

void ModelPromptCounter::read(const Endpoint &endpoint, const Messages &messages, PromptForm form, QObject *guard,
                              std::function<void(PromptReading)> callback)
{
    auto reading = std::make_shared<PromptReading>();
    const auto done = [reading, callback = std::move(callback)] { callback(*reading); };
    if (endpoint.kind != EndpointKind::Local) {
        const QString encoding = m_catalog.providerFor(endpoint).capabilities.encoding;
        m_background.run([reading, encoding, messages] { reading->count = countHosted(encoding, messages); }, guard, done);
        return;
    }
    m_background.run(
        [reading, file = fileOf(endpoint), messages, form, local = m_local] {
            Result<PromptReading> own = file ? local->read(*file, messages, form) : std::unexpected(file.error());
            if (own) {
                *reading = std::move(*own);
                return;
            }
            reading->count = countHosted({}, messages);
            reading->problem = own.error();
        },
        guard, done);
}

} // namespace Tempera
