// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/providerbatches.h"

#include "app/engine/http/batch/answeredengine.h"
#include "app/engine/http/batch/openaibatch.h"
#include "models/core/hosts.h"
#include "models/core/trust.h"

#include <QCoreApplication>
#include <QHash>

#include <utility>

namespace Tempera {
namespace {

std::unexpected<Error> noBatch(const GenerationRequest &request)
{
    return failure(ErrorKind::Usage,
                   QCoreApplication::translate("Batch", "%1 has no batch API here; --filter-providers leaves a variant out.")
                       .arg(request.endpoint.shownId()));
}

/// A batch that is being filled.
struct FillingOrder {
    std::size_t index = 0; ///< Among all.
    qint64 bytes = 0;
};

} // namespace

ProviderBatches::ProviderBatches(const Clock &clock, FindKey findKey, MayHaveKey mayHaveKey, IsKnownToHaveKey isKnown)
    : m_client(clock), m_findKey(std::move(findKey)), m_mayHaveKey(std::move(mayHaveKey)), m_isKnown(std::move(isKnown))
{
}

bool ProviderBatches::takes(const GenerationRequest &request) const
{
    return request.endpoint.kind == EndpointKind::Remote && batchCodecOf(m_client.wires(), providerOf(request).wire);
}

bool ProviderBatches::mayAskUnbidden(const BatchRecord &record) const
{
    return !m_isKnown || record.endpoint.keyName.isEmpty() || m_isKnown(record.experimentPath, record.endpoint);
}

Result<std::vector<BatchOrder>> ProviderBatches::orders(std::vector<GenerationRequest> requests) const
{
    std::vector<BatchOrder> orders;
    QHash<QByteArray, FillingOrder> filling; // by the place that they go to
    for (GenerationRequest &request : requests) {
        if (!takes(request))
            return noBatch(request);
        const std::unique_ptr<BatchCodec> codec = batchCodecOf(m_client.wires(), providerOf(request).wire);
        const Result<QByteArray> place = codec->place(request);
        const Result<QByteArray> member = place.and_then([&](const QByteArray &) { return codec->member(request); });
        if (!member)
            return std::unexpected(member.error());
        auto open = filling.find(*place);
        const auto [mostRequests, mostBytes] = codec->limits();
        const bool isFull =
            open != filling.end()
            && (orders[open->index].requests.size() >= mostRequests || open->bytes + member->size() + 1 > mostBytes);
        if (open == filling.end() || isFull) {
            open = filling.insert(*place, {orders.size(), 0});
            orders.emplace_back();
        }
        open->bytes += member->size() + 1;
        orders[open->index].requests.push_back(std::move(request));
    }
    return orders;
}

Result<QByteArray> ProviderBatches::line(const GenerationRequest &request) const
{
    const std::unique_ptr<BatchCodec> codec = batchCodecOf(m_client.wires(), providerOf(request).wire);
    if (request.endpoint.kind != EndpointKind::Remote || !dynamic_cast<const OpenAiBatch *>(codec.get())) {
        return failure(ErrorKind::Usage,
                       QCoreApplication::translate("Batch", "%1 does not speak OpenAI's API, which these files are for; "
                                                            "--filter-providers leaves a variant out.")
                           .arg(request.endpoint.shownId()));
    }
    return codec->member(request).transform([](const QByteArray &member) -> QByteArray { return member + '\n'; });
}

BatchResults ProviderBatches::read(const QByteArray &lines, const QString &source) const
{
    return readOpenAiBatchLines(lines, source);
}

std::unique_ptr<Engine> ProviderBatches::answering(std::shared_ptr<BatchAnswers> answers) const
{
    return std::make_unique<AnsweredEngine>(std::move(answers), allWires());
}

void ProviderBatches::submit(const BatchOrder &order, const BatchRecord &record, QObject *guard, Told told)
{
    withKey(record, guard, [this, order, record, guard, told = std::move(told)](const Result<Secret> &key) {
        if (key)
            m_client.submit(order, record, *key, guard, told);
        else
            told(std::unexpected(key.error()));
    });
}

void ProviderBatches::refresh(const BatchRecord &record, QObject *guard, Told told)
{
    withKey(record, guard, [this, record, guard, told = std::move(told)](const Result<Secret> &key) {
        if (key)
            m_client.refresh(record, *key, guard, told);
        else
            told(std::unexpected(key.error()));
    });
}

void ProviderBatches::cancel(const BatchRecord &record, QObject *guard, Told told)
{
    withKey(record, guard, [this, record, guard, told = std::move(told)](const Result<Secret> &key) {
        if (key)
            m_client.cancel(record, *key, guard, told);
        else
            told(std::unexpected(key.error()));
    });
}

void ProviderBatches::fetch(const BatchRecord &record, QObject *guard, std::function<void(const Result<BatchResults> &)> fetched)
{
    withKey(record, guard, [this, record, guard, fetched = std::move(fetched)](const Result<Secret> &key) {
        if (key)
            m_client.fetch(record, *key, guard, fetched);
        else
            fetched(std::unexpected(key.error()));
    });
}

/// The key of the batch's endpoint, where it may go there. A server on this machine seldom wants one, and says so where it does.
void ProviderBatches::withKey(const BatchRecord &record, QObject *guard, std::function<void(const Result<Secret> &)> go)
{
    const KeyUse use{record.experimentPath, record.endpoint.keyName, record.endpoint.baseUrl};
    const bool isHere = isThisMachine(use.address.host());
    if (use.keyName.isEmpty())
        return m_findKey({}, guard, [go = std::move(go)](const Secret &) { go(Secret()); });
    m_findKey(use.keyName, guard, [this, use, isHere, endpoint = record.endpoint, guard, go = std::move(go)](const Secret &key) {
        if (key.isEmpty() && isHere)
            return go(Secret());
        if (key.isEmpty())
            return go(
                failure(ErrorKind::Auth, QStringLiteral("There is no key named %1.").arg(use.keyName), originOf(use.address)));
        m_mayHaveKey(use.experiment, endpoint, guard, [use, isHere, key, go](bool mayHave) {
            if (mayHave || isHere)
                go(mayHave ? key : Secret());
            else
                go(std::unexpected(refusedKey(use)));
        });
    });
}

} // namespace Tempera
