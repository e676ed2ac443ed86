// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/script/scriptbackend.h"

#include "app/engine/echobackend.h"
#include "models/text/scriptprovider.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QRegularExpression>

#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// Its end asks the script to stop.
class ScriptJob final : public BackendJob
{
public:
    explicit ScriptJob(std::stop_source stop) : m_stop(std::move(stop)) { }
    ~ScriptJob() override { m_stop.request_stop(); }
    Q_DISABLE_COPY_MOVE(ScriptJob)

private:
    std::stop_source m_stop;
};

/// "file://x.js:name".
QString functionIn(const QString &id)
{
    static const QRegularExpression form(uR"(\.(?:js|cjs|mjs):([A-Za-z_$][\w$.]*)$)"_s);
    return form.match(id).captured(1);
}

ScriptQuestion questionOf(const GenerationRequest &request)
{
    const QString prompt = promptAsText(request);
    QJsonObject context = request.context;
    if (context.isEmpty()) // an answer that is graded again has none
        context = {{u"vars"_s, QJsonObject()}, {u"prompt"_s, QJsonObject{{u"raw"_s, prompt}, {u"label"_s, QString()}}}};
    return {request.endpoint.script, functionIn(request.endpoint.id),
            QJsonDocument::fromJson(request.endpoint.body.value(u"options"_s)).object(), prompt, context};
}

void answer(const GenerationRequest &request, const Limits &limits, const BackendSink &sink)
{
    const auto cancelled = [&sink] {
        Event::Finished finished;
        finished.reason = FinishReason::Cancelled;
        sink(finished);
    };
    if (limits.stop())
        return cancelled();
    sink(Event::Started{request.endpoint.model});
    const Result<ScriptAnswer> said = askScript(questionOf(request), limits);
    if (limits.stop())
        return cancelled();
    if (!said) {
        Error error = said.error();
        error.place = request.endpoint.shownId();
        sink(Event::Failed{error});
        return;
    }
    sink(Event::TextDelta{said->text});
    Event::Finished finished;
    finished.usage = said->usage;
    if (!said->data.isEmpty())
        finished.notes = {{NoteKind::AnswerIsData, said->data}};
    sink(finished);
}

} // namespace

ScriptBackend::ScriptBackend(const Limits &limits) : m_limits(limits) { }

ScriptBackend::~ScriptBackend()
{
    m_end.request_stop();
    m_pool.waitForDone();
}

bool ScriptBackend::handles(const Endpoint &endpoint) const
{
    return endpoint.kind == EndpointKind::Script;
}

std::unique_ptr<BackendJob> ScriptBackend::start(const GenerationRequest &request, std::stop_token stop, BackendSink sink)
{
    if (request.endpoint.script.isEmpty()) {
        sink(Event::Failed{failure(ErrorKind::Usage,
                                   QCoreApplication::translate("Script", "The provider's script was not read; scripts answer in "
                                                                         "experiments that name them, and nowhere else."),
                                   request.endpoint.shownId())
                               .error()});
        return {};
    }
    const std::stop_source ended;
    Limits limits = m_limits;
    // Asked by the script's thread, now and then.
    limits.stop = [stop = std::move(stop), job = ended.get_token(), end = m_end.get_token()] {
        return stop.stop_requested() || job.stop_requested() || end.stop_requested();
    };
    m_pool.start([request, limits = std::move(limits), sink = std::move(sink)] { answer(request, limits, sink); });
    return std::make_unique<ScriptJob>(ended);
}

void ScriptBackend::countTokens(const Endpoint &endpoint, const Messages &, PromptForm,
                                std::function<void(Result<TokenCount>)> callback)
{
    callback(failure(ErrorKind::Usage, QCoreApplication::translate("Script", "A script does not say how many tokens it reads."),
                     endpoint.shownId()));
}

} // namespace Tempera
