// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/eventtext.h"

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

QString number(QLatin1StringView name, const std::optional<std::int64_t> &value)
{
    return value ? u" %1=%2"_s.arg(name).arg(*value) : QString();
}

QString usageText(const Usage &usage)
{
    return number("in"_L1, usage.inputTokens) + number("cached"_L1, usage.cachedInputTokens)
           + number("out"_L1, usage.outputTokens) + number("reasoning"_L1, usage.reasoningTokens)
           + number("written5m"_L1, usage.cacheWrite5mTokens) + number("written1h"_L1, usage.cacheWrite1hTokens)
           + (usage.serviceTier ? u" tier=%1"_s.arg(usage.serviceTier->isEmpty() ? u"standard"_s : *usage.serviceTier)
                                : QString())
           + (usage.exactness == Exactness::Estimate ? u" estimate"_s : QString());
}

QString errorText(const Error &error)
{
    QString text = errorKindName(error.kind);
    if (error.httpStatus)
        text += u" %1"_s.arg(error.httpStatus);
    if (!error.parameter.isEmpty())
        text += u" parameter="_s + error.parameter;
    if (error.retryAfter)
        text += u" after=%1"_s.arg(error.retryAfter->count());
    return text + u": "_s + error.detail;
}

/// A line of its own whatever the text holds.
QString escaped(QString text)
{
    return text.replace(u'\\', u"\\\\"_s).replace(u'\n', u"\\n"_s).replace(u'\r', u"\\r"_s);
}

struct Printer {
    QString operator()(const Event::Queued &queued) const
    {
        switch (queued.cause) {
        case WaitCause::Slots: break;
        case WaitCause::RateLimit: return u"queued rate-limit %1"_s.arg(queued.wait.count());
        case WaitCause::Outage: return u"queued outage %1"_s.arg(queued.wait.count());
        }
        return u"queued"_s;
    }
    QString operator()(const Event::Loading &loading) const { return u"loading %1"_s.arg(loading.fraction); }
    QString operator()(const Event::Started &started) const { return u"started "_s + started.model; }
    QString operator()(const Event::PromptProgress &progress) const
    {
        return u"prompt %1/%2"_s.arg(progress.done).arg(progress.total);
    }
    QString operator()(const Event::TextDelta &delta) const { return u"text "_s + escaped(delta.text); }
    QString operator()(const Event::ReasoningDelta &delta) const { return u"reasoning "_s + escaped(delta.text); }
    QString operator()(const Event::TraceDelta &delta) const { return u"trace %1"_s.arg(delta.tokens.size()); }
    QString operator()(const Event::Scored &scored) const { return u"scored %1"_s.arg(scored.texts.size()); }
    QString operator()(const Event::Embedded &embedded) const { return u"embedded %1"_s.arg(embedded.vectors.size()); }
    QString operator()(const Event::UsageUpdate &update) const { return u"usage"_s + usageText(update.usage); }
    QString operator()(const Event::LimitsTold &told) const
    {
        return u"limits requests=%1 tokens=%2"_s.arg(told.limits.requests.limit.value_or(0))
            .arg(told.limits.tokens.limit.value_or(0));
    }
    QString operator()(const Event::Retrying &retrying) const
    {
        return u"retrying %1 %2"_s.arg(retrying.attempt).arg(errorText(retrying.cause));
    }
    QString operator()(const Event::Finished &finished) const
    {
        return u"finished "_s + finishReasonName(finished.reason) + usageText(finished.usage);
    }
    QString operator()(const Event::Failed &failed) const { return u"failed "_s + errorText(failed.error); }
};

} // namespace

QString eventText(const GenerationEvent &event)
{
    return std::visit(Printer{}, event);
}

QStringList eventTexts(const GenerationBatch &batch)
{
    QStringList lines;
    for (const GenerationEvent &event : batch)
        lines += eventText(event);
    return lines;
}

QString textOf(const GenerationBatch &batch)
{
    QString text;
    for (const GenerationEvent &event : batch) {
        if (const auto *delta = std::get_if<Event::TextDelta>(&event))
            text += delta->text;
    }
    return text;
}

GenerationBatch joined(const GenerationBatch &batch)
{
    GenerationBatch result;
    for (const GenerationEvent &event : batch) {
        if (!result.empty()) {
            auto *text = std::get_if<Event::TextDelta>(&result.back());
            auto *reasoning = std::get_if<Event::ReasoningDelta>(&result.back());
            if (const auto *delta = std::get_if<Event::TextDelta>(&event); delta && text) {
                text->text += delta->text;
                continue;
            }
            if (const auto *delta = std::get_if<Event::ReasoningDelta>(&event); delta && reasoning) {
                reasoning->text += delta->text;
                continue;
            }
        }
        result.push_back(event);
    }
    return result;
}

} // namespace Tempera
