// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/http/batch/batchclient.h"

#include "app/engine/http/batch/httpexchanges.h"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Tempera {
namespace {

/// A file of requests may be large and the way slow: sending counts towards the connection.
constexpr Timeouts batchTimeouts{.connect = 30min, .firstByte = 5min, .idle = 2min};

Error batchesUnknown(const QString &wire)
{
    return failure(ErrorKind::Usage, u"this version knows no batches of the API \"%1\""_s.arg(wire)).error();
}

} // namespace

/// One thing that is done for a batch, on the other thread.
struct BatchClient::Errand {
    std::unique_ptr<BatchCodec> codec; ///< Null where the API has no batches.
    BatchRecord record;
    BatchCargo cargo = {};
    Secret key;
    KnownSecrets secrets;
    QList<WireRequest> questions = {}; ///< For results, that are still to be asked.
    BatchResults results = {};

    [[nodiscard]] HttpExchanges::Question question(const WireRequest &wire) const
    {
        return {.wire = wire,
                .timeouts = batchTimeouts,
                .secrets = secrets,
                .place = placeOf(record.endpoint),
                .mostBytes = MaxAnswer};
    }

    /// Of the record that was told, with what the provider said in it.
    [[nodiscard]] Result<BatchRecord> cleanedRecord(const Result<void> &taken)
    {
        if (!taken) {
            Error error = secrets.cleaned(taken.error());
            error.place = placeOf(record.endpoint);
            return std::unexpected(error);
        }
        record.detail = cutText(secrets.cleaned(record.detail), mostErrorText);
        record.results = secrets.cleaned(record.results);
        return record;
    }

    void takeResults(const QByteArray &answer)
    {
        BatchResults more = codec->read(answer, record.id);
        for (BatchItem &item : more.items) {
            // A gateway may throw the key back in an answer.
            const QString text = QString::fromUtf8(item.body);
            if (secrets.find(text).length > 0)
                item.body = secrets.cleaned(text).toUtf8();
            if (item.error)
                item.error = secrets.cleaned(*item.error);
        }
        std::ranges::move(more.items, std::back_inserter(results.items));
        results.faults += more.faults;
    }
};

BatchClient::BatchClient(const Clock &clock, Wires wires) : m_clock(clock), m_wires(std::move(wires)) { }

BatchClient::~BatchClient()
{
    m_thread.quit();
    m_thread.wait();
}

template<typename T>
std::function<void(const Result<T> &)> BatchClient::back(QObject *guard, std::function<void(const Result<T> &)> callback)
{
    const quint64 id = ++m_last;
    m_pending.emplace(id, Pending{guard, [callback = std::move(callback)](const std::any &outcome) {
                                      callback(std::any_cast<const Result<T> &>(outcome));
                                  }});
    return [this, id](const Result<T> &outcome) {
        QMetaObject::invokeMethod(
            &m_owner, [this, id, kept = std::make_shared<std::any>(outcome)] { deliver(id, *kept); }, Qt::QueuedConnection);
    };
}

void BatchClient::deliver(quint64 id, const std::any &outcome)
{
    const auto pending = m_pending.extract(id);
    if (!pending.empty() && pending.mapped().guard)
        pending.mapped().callback(outcome);
}

void BatchClient::post(std::function<void(HttpExchanges &)> work)
{
    if (!m_exchanges) {
        m_exchanges = new HttpExchanges(m_clock);
        m_exchanges->moveToThread(&m_thread);
        QObject::connect(&m_thread, &QThread::finished, m_exchanges, &QObject::deleteLater);
        m_thread.start();
    }
    QMetaObject::invokeMethod(
        m_exchanges, [exchanges = m_exchanges, work = std::move(work)] { work(*exchanges); }, Qt::QueuedConnection);
}

std::shared_ptr<BatchClient::Errand> BatchClient::errandFor(const BatchRecord &record, const Secret &key) const
{
    KnownSecrets secrets(record.endpoint);
    secrets.add(key.reveal());
    const QString wire = providerAt(record.endpoint).wire;
    return std::make_shared<Errand>(
        Errand{.codec = batchCodecOf(m_wires, wire), .record = record, .key = key, .secrets = std::move(secrets)});
}

void BatchClient::submit(const BatchOrder &order, const BatchRecord &record, const Secret &key, QObject *guard, Told told)
{
    const auto errand = errandFor(record, key);
    const Told tell = back<BatchRecord>(guard, std::move(told));
    if (!errand->codec)
        return tell(std::unexpected(batchesUnknown(providerAt(record.endpoint).wire)));
    post([errand, tell, requests = order.requests](HttpExchanges &exchanges) { send(exchanges, errand, requests, tell); });
}

/// The requests as a file first, where they go as one.
void BatchClient::send(HttpExchanges &exchanges, const std::shared_ptr<Errand> &errand,
                       const std::vector<GenerationRequest> &requests, const Told &told)
{
    errand->cargo.first = requests.front();
    for (const GenerationRequest &request : requests) {
        const Result<QByteArray> member = errand->codec->member(request);
        if (!member)
            return told(errand->cleanedRecord(std::unexpected(member.error())));
        if (!errand->cargo.members.isEmpty())
            errand->cargo.members += errand->codec->separator();
        errand->cargo.members += *member;
    }
    const std::optional<Result<WireRequest>> upload = errand->codec->upload(errand->cargo, errand->key);
    if (!upload)
        return create(exchanges, errand, told);
    if (!*upload)
        return told(errand->cleanedRecord(std::unexpected(upload->error())));
    errand->cargo.members.clear(); // they are in the upload, and may be large
    exchanges.ask(errand->question(**upload), [&exchanges, errand, told](const Result<QByteArray> &answer) {
        const Result<void> taken =
            answer.and_then([&](const QByteArray &text) { return errand->codec->takeUpload(text, errand->record); });
        if (taken)
            create(exchanges, errand, told);
        else
            told(errand->cleanedRecord(taken));
    });
}

void BatchClient::create(HttpExchanges &exchanges, const std::shared_ptr<Errand> &errand, const Told &told)
{
    const BatchCargo cargo = std::exchange(errand->cargo, {});
    askState(exchanges, errand, errand->codec->create(cargo, errand->record, errand->key), StateOf::Answer, told);
}

void BatchClient::askState(HttpExchanges &exchanges, const std::shared_ptr<Errand> &errand, const Result<WireRequest> &wire,
                           StateOf what, const Told &told)
{
    if (!wire)
        return told(errand->cleanedRecord(std::unexpected(wire.error())));
    exchanges.ask(errand->question(*wire), [errand, what, told](const Result<QByteArray> &answer) {
        told(errand->cleanedRecord(answer.and_then([&](const QByteArray &text) {
            return what == StateOf::Cancelling ? errand->codec->takeCancel(text, errand->record)
                                               : errand->codec->take(text, errand->record);
        })));
    });
}

void BatchClient::refresh(const BatchRecord &record, const Secret &key, QObject *guard, Told told)
{
    const auto errand = errandFor(record, key);
    const Told tell = back<BatchRecord>(guard, std::move(told));
    if (!errand->codec)
        return tell(std::unexpected(batchesUnknown(providerAt(record.endpoint).wire)));
    post([errand, tell](HttpExchanges &exchanges) {
        askState(exchanges, errand, errand->codec->state(errand->record, errand->key), StateOf::Answer, tell);
    });
}

void BatchClient::cancel(const BatchRecord &record, const Secret &key, QObject *guard, Told told)
{
    const auto errand = errandFor(record, key);
    const Told tell = back<BatchRecord>(guard, std::move(told));
    if (!errand->codec)
        return tell(std::unexpected(batchesUnknown(providerAt(record.endpoint).wire)));
    post([errand, tell](HttpExchanges &exchanges) {
        askState(exchanges, errand, errand->codec->cancel(errand->record, errand->key), StateOf::Cancelling, tell);
    });
}

void BatchClient::fetch(const BatchRecord &record, const Secret &key, QObject *guard, Fetched fetched)
{
    const auto errand = errandFor(record, key);
    const Fetched tell = back<BatchResults>(guard, std::move(fetched));
    if (!errand->codec)
        return tell(std::unexpected(batchesUnknown(providerAt(record.endpoint).wire)));
    post([errand, tell](HttpExchanges &exchanges) {
        const Result<QList<WireRequest>> questions = errand->codec->results(errand->record, errand->key);
        if (!questions)
            return tell(std::unexpected(questions.error()));
        errand->questions = *questions;
        fetchNext(exchanges, errand, tell);
    });
}

/// One after the other; tells what all answers say together.
void BatchClient::fetchNext(HttpExchanges &exchanges, const std::shared_ptr<Errand> &errand, const Fetched &fetched)
{
    if (errand->questions.isEmpty())
        return fetched(std::exchange(errand->results, {}));
    const WireRequest next = errand->questions.takeFirst();
    exchanges.ask(errand->question(next), [&exchanges, errand, fetched](const Result<QByteArray> &answer) {
        if (!answer)
            return fetched(std::unexpected(answer.error()));
        errand->takeResults(*answer);
        fetchNext(exchanges, errand, fetched);
    });
}

} // namespace Tempera
