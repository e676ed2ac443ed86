// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/ports/batchservice.h"

#include <QHash>
#include <QPointer>
#include <QTimer>

#include <algorithm>
#include <optional>
#include <utility>

namespace Tempera {

/// Batches in memory, the newest first. Callbacks come later, as from another thread. It outlives the "program" of a test.
class MemoryBatchStore final : public BatchStore
{
public:
    void saveBatch(const BatchRecord &batch, QObject *guard, std::function<void(Result<void>)> callback) override
    {
        const auto refused = std::exchange(m_faults, m_faults.sliced(std::min<qsizetype>(1, m_faults.size()))).value(0);
        if (!refused) {
            const auto known = std::ranges::find_if(
                batches, [&batch](const BatchRecord &each) { return each.run == batch.run && each.number == batch.number; });
            if (known == batches.end())
                batches.prepend(batch);
            else
                *known = batch;
            saved += batch;
        }
        const Result<void> answer = refused ? Result<void>(std::unexpected(*refused)) : Result<void>();
        QTimer::singleShot(0, guard, [callback = std::move(callback), answer] { callback(answer); });
    }
    void listBatches(QObject *guard, std::function<void(Result<QList<BatchRecord>>)> callback) override
    {
        const auto answer = listFault ? Result<QList<BatchRecord>>(std::unexpected(*listFault)) : batches;
        QTimer::singleShot(0, guard, [callback = std::move(callback), answer] { callback(answer); });
    }
    /// Saving number `index` from now on (0 = the next) fails.
    void refuse(int index, const Error &error)
    {
        m_faults.resize(std::max<qsizetype>(m_faults.size(), index + 1));
        m_faults[index] = error;
    }

    QList<BatchRecord> batches;
    QList<BatchRecord> saved;       ///< Each that was, in order.
    std::optional<Error> listFault; ///< What a list answers instead.

private:
    QList<std::optional<Error>> m_faults;
};

/// Batch APIs that do what a test says: those of OpenAI's chat completions, a batch for each model. Callbacks come later.
class FakeBatchService final : public BatchService
{
public:
    [[nodiscard]] bool takes(const GenerationRequest &request) const override
    {
        return request.endpoint.kind == EndpointKind::Remote && providerOf(request).wire == openAiChatWire;
    }
    [[nodiscard]] Result<std::vector<BatchOrder>> orders(std::vector<GenerationRequest> requests) const override
    {
        std::vector<BatchOrder> orders;
        for (GenerationRequest &request : requests) {
            if (!takes(request))
                return failure(ErrorKind::Usage, QStringLiteral("no batch API"));
            const auto same = std::ranges::find_if(orders, [&request](const BatchOrder &order) {
                return order.requests.front().endpoint.model == request.endpoint.model;
            });
            BatchOrder &order = same == orders.end() ? orders.emplace_back() : *same;
            order.requests.push_back(std::move(request));
        }
        return orders;
    }
    [[nodiscard]] Result<QByteArray> line(const GenerationRequest &) const override { return QByteArray(); }
    [[nodiscard]] BatchResults read(const QByteArray &, const QString &) const override { return {}; }
    [[nodiscard]] std::unique_ptr<Engine> answering(std::shared_ptr<BatchAnswers> answers) const override;
    [[nodiscard]] bool mayAskUnbidden(const BatchRecord &record) const override { return !asksFirst.contains(record.id); }

    void submit(const BatchOrder &order, const BatchRecord &record, QObject *guard, Told told) override
    {
        sent.push_back(order);
        BatchRecord answer = record;
        answer.id = QStringLiteral("batch_%1").arg(sent.size());
        answer.state = BatchState::Queued;
        reply(guard, std::move(told), answer, submitFault);
    }
    void refresh(const BatchRecord &record, QObject *guard, Told told) override
    {
        refreshed += record.id;
        reply(guard, std::move(told), toldOf(record), refreshFault);
    }
    void cancel(const BatchRecord &record, QObject *guard, Told told) override
    {
        cancelled += record.id;
        BatchRecord answer = record;
        answer.state = BatchState::Cancelling;
        reply(guard, std::move(told), answer, {});
    }
    void fetch(const BatchRecord &record, QObject *guard, std::function<void(const Result<BatchResults> &)> fetched) override
    {
        fetchedIds += record.id;
        const auto answer = fetchFault ? Result<BatchResults>(std::unexpected(*fetchFault)) : results.value(record.id);
        QTimer::singleShot(0, guard, [fetched = std::move(fetched), answer] { fetched(answer); });
    }

    /// From now on this is told of a batch.
    void tell(const QString &id, BatchState state, const BatchCounts &counts) { m_told.insert(id, {state, counts}); }
    /// What was held back is told.
    void release()
    {
        isHeld = false;
        for (const std::function<void()> &each : std::exchange(m_held, {}))
            each();
    }
    /// A line of the results: of the number-th request of a batch that was sent.
    [[nodiscard]] BatchItem item(int batch, int number, BatchOutcome outcome, const QByteArray &text = {}) const
    {
        BatchItem made;
        made.name = batchItemName(sent.at(static_cast<std::size_t>(batch)).requests.at(static_cast<std::size_t>(number)));
        made.outcome = outcome;
        made.body = text;
        made.line = number + 1;
        if (outcome == BatchOutcome::Failed)
            made.error = failure(ErrorKind::BadRequest, QString::fromUtf8(text)).error();
        else if (outcome != BatchOutcome::Answered)
            made.error = failure(ErrorKind::Timeout, QStringLiteral("too late")).error();
        return made;
    }

    std::vector<BatchOrder> sent;
    QStringList refreshed, cancelled, fetchedIds;
    QHash<QString, BatchResults> results; ///< By batch. A body is the answer's text.
    std::optional<Error> submitFault, refreshFault, fetchFault;
    QStringList asksFirst; ///< Batches that the user would have to be asked about.
    bool isHeld = false;   ///< Nothing is told of batches before release().

private:
    [[nodiscard]] BatchRecord toldOf(BatchRecord record) const
    {
        if (const auto known = m_told.constFind(record.id); known != m_told.cend()) {
            record.state = known->first;
            record.counts = known->second;
        }
        return record;
    }
    void reply(QObject *guard, Told told, const BatchRecord &record, const std::optional<Error> &fault)
    {
        const auto answer = fault ? Result<BatchRecord>(std::unexpected(*fault)) : record;
        const auto later = [guard = QPointer<QObject>(guard), told = std::move(told), answer] {
            if (guard)
                QTimer::singleShot(0, guard.get(), [told, answer] { told(answer); });
        };
        if (isHeld)
            m_held.push_back(later);
        else
            later();
    }

    QHash<QString, std::pair<BatchState, BatchCounts>> m_told;
    std::vector<std::function<void()>> m_held;
};

/// Gives what the results hold, at 1,000 tokens in and 100 out each.
class CannedEngine final : public Engine
{
public:
    explicit CannedEngine(std::shared_ptr<BatchAnswers> answers) : m_answers(std::move(answers)) { }
    [[nodiscard]] std::unique_ptr<Generation> start(const GenerationRequest &request, EventSink sink) override
    {
        class Told final : public Generation
        {
        public:
            Told(GenerationBatch events, EventSink sink)
            {
                QTimer::singleShot(0, &m_guard, [events = std::move(events), sink = std::move(sink)] {
                    const EventSink kept = sink; // it may destroy this
                    kept(events);
                });
            }
            void cancel() override { }

        private:
            QObject m_guard;
        };
        const BatchItem *item = m_answers->ask(batchItemName(request));
        if (!item || item->outcome != BatchOutcome::Answered) {
            const Error why =
                item ? item->error.value_or(Error()) : failure(ErrorKind::Protocol, QStringLiteral("no answer")).error();
            return std::make_unique<Told>(GenerationBatch{Event::Failed{why}}, std::move(sink));
        }
        Event::Finished finished;
        finished.usage.inputTokens = 1'000;
        finished.usage.outputTokens = 100;
        finished.usage.serviceTier = QStringLiteral("batch");
        return std::make_unique<Told>(
            GenerationBatch{Event::Started{}, Event::TextDelta{QString::fromUtf8(item->body)}, finished}, std::move(sink));
    }
    void countTokens(const Endpoint &, const Messages &, PromptForm, QObject *, std::function<void(Result<TokenCount>)>) override
    {
    }

private:
    std::shared_ptr<BatchAnswers> m_answers;
};

inline std::unique_ptr<Engine> FakeBatchService::answering(std::shared_ptr<BatchAnswers> answers) const
{
    return std::make_unique<CannedEngine>(std::move(answers));
}

} // namespace Tempera
