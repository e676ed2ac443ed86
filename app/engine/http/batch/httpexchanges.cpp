// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/http/batch/httpexchanges.h"

#include "app/engine/http/framing/wholeframing.h"

#include <stop_token>
#include <utility>

namespace Tempera {
namespace {

/// Takes an answer as the bytes that it is.
class ByteDecoder final : public AnswerDecoder
{
public:
    explicit ByteDecoder(std::shared_ptr<QByteArray> bytes) : m_bytes(std::move(bytes)) { }

    [[nodiscard]] GenerationBatch frame(const Frame &) override { return {}; }
    [[nodiscard]] GenerationBatch whole(const QByteArray &body) override
    {
        *m_bytes = body;
        return {Event::Finished{}};
    }
    /// Nothing came: that is the answer.
    [[nodiscard]] GenerationBatch streamEnded() override { return {Event::Finished{}}; }
    [[nodiscard]] Usage usage() const override { return {}; }

private:
    std::shared_ptr<QByteArray> m_bytes;
};

} // namespace

HttpExchanges::HttpExchanges(const Clock &clock) : m_clock(clock) { }

HttpExchanges::~HttpExchanges()
{
    m_jobs.clear();
}

void HttpExchanges::ask(Question question, std::function<void(const Result<QByteArray> &)> answered)
{
    if (!m_network) {
        m_network = std::make_unique<QNetworkAccessManager>();
        // A redirect would carry the key to another place.
        m_network->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    }
    const quint64 id = ++m_last;
    const auto bytes = std::make_shared<QByteArray>();
    const auto sink = [this, id, bytes, secrets = question.secrets,
                       answered = std::move(answered)](const GenerationEvent &event) {
        const auto *failed = std::get_if<Event::Failed>(&event);
        if (!failed && !std::holds_alternative<Event::Finished>(event))
            return;
        const Result<QByteArray> outcome = failed ? Result<QByteArray>(std::unexpected(secrets.cleaned(failed->error))) : *bytes;
        // Not from inside the job, which is to go.
        QMetaObject::invokeMethod(
            this,
            [this, id, answered, outcome] {
                m_jobs.erase(id);
                answered(outcome);
            },
            Qt::QueuedConnection);
    };
    AnswerLimits limits;
    limits.bytes = question.mostBytes;
    limits.whole = question.mostBytes;
    HttpJob::Task task{std::move(question.wire),
                       std::make_unique<WholeFraming>(),
                       std::make_unique<ByteDecoder>(bytes),
                       question.timeouts,
                       std::move(question.secrets),
                       question.place,
                       limits};
    m_jobs.emplace(id, std::make_unique<HttpJob>(*m_network, m_clock, std::move(task), std::stop_token(), sink));
}

} // namespace Tempera
