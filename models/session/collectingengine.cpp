// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/collectingengine.h"

#include <QTimer>

#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {

class CollectingEngine::Unasked final : public Generation
{
public:
    explicit Unasked(EventSink sink) : m_sink(std::move(sink))
    {
        QTimer::singleShot(0, &m_guard, [this] {
            Event::Finished finished;
            finished.reason = FinishReason::Cancelled;
            const EventSink told = std::move(m_sink); // it may destroy this
            told({finished});
        });
    }
    void cancel() override { } // which comes anyway

private:
    EventSink m_sink;
    QObject m_guard; ///< Last, so that it goes first.
};

std::unique_ptr<Generation> CollectingEngine::start(const GenerationRequest &request, EventSink sink)
{
    m_requests.push_back(request);
    return std::make_unique<Unasked>(std::move(sink));
}

void CollectingEngine::countTokens(const Endpoint &, const Messages &, PromptForm, QObject *guard,
                                   std::function<void(Result<TokenCount>)> callback)
{
    QTimer::singleShot(0, guard,
                       [callback = std::move(callback)] { callback(failure(ErrorKind::Usage, u"nothing is asked here"_s)); });
}

} // namespace Tempera
