// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/jobparts.h"

#include "models/core/counted.h"
#include "models/items/celltext.h"
#include "models/session/pastanswers.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

class JobWords
{
    Q_DECLARE_TR_FUNCTIONS(Job)
public:
    static QString all() { return tr("All variants"); }

    static QString input(const JobCounts &counts)
    {
        const QString about = counts.exactness() == Exactness::Exact ? QString() : u"≈ "_s;
        return tr("Input tokens of a request: %1least %2, median %3, 95 % at most %4, most %5.")
            .arg(about, CellText::number(counts.least()), CellText::number(counts.median()),
                 CellText::number(counts.quantile(0.95)), CellText::number(counts.most()));
    }

    static QString pastContext(std::int64_t requests, std::int64_t context)
    {
        return counted(tr("%1 request(s) are longer than the context of %2 tokens.", nullptr, countForm(requests)), requests)
            .arg(CellText::number(requests), CellText::number(context));
    }

    static QString tier(const TierCount &tier)
    {
        return counted(tr("%1 request(s) have %2 input tokens or more, which have their own price.", nullptr,
                          countForm(tier.requests)),
                       tier.requests)
            .arg(CellText::number(tier.requests), CellText::number(tier.inputFrom));
    }

    static QString answers(const JobPart &part, double mean)
    {
        const auto count = std::ssize(part.answers);
        const QString text =
            part.isPilot
                ? tr("Output: %2 tokens on average in %1 answer(s) of a pilot; the interval is that of the whole job, 95 % sure.",
                     nullptr, countForm(count))
                : tr("Output: %2 tokens on average in %1 answer(s) of an earlier run; the interval takes them for a random "
                     "sample, 95 % sure.",
                     nullptr, countForm(count));
        return counted(text, count).arg(CellText::number(count), CellText::number(static_cast<std::int64_t>(std::llround(mean))));
    }

    static QString limit(const std::optional<std::int64_t> &limit)
    {
        return limit ? tr("Output: from nothing up to %1 tokens a request. A pilot or an earlier run narrows it.")
                           .arg(CellText::number(*limit))
                     : tr("Output: nothing limits it, so the cost is unknown. Set “Output at most”, or ask a pilot.");
    }
};

const Capabilities &jobModelOf(const JobPart &part, const JobWish &wish)
{
    return wish.model ? *wish.model : part.model;
}

std::optional<std::int64_t> jobLimitOf(const JobPart &part, const JobWish &wish)
{
    std::optional<std::int64_t> limit = wish.cap ? wish.cap : part.cap;
    const Capabilities &model = jobModelOf(part, wish);
    for (const std::optional<std::int64_t> &other : {model.maxOutputTokens, model.contextTokens}) {
        if (other)
            limit = limit ? std::min(*limit, *other) : *other;
    }
    return limit;
}

/// Counted by another tokenizer than that of the model that is asked.
bool isOtherTokenizer(const JobPart &part, const JobWish &wish)
{
    return wish.model && wish.model->encoding != part.model.encoding;
}

JobCounts jobCountsFor(const JobPart &part, const JobWish &wish)
{
    return isOtherTokenizer(part, wish) ? part.counted.counts.estimated() : part.counted.counts;
}

std::optional<std::chrono::microseconds> jobTimeOf(const JobFigures &figures, const JobPart &part, int atOnce)
{
    if (figures.time)
        return *figures.time;
    return likelyRunTime({RequestTimes{figures.requests, part.medianTime}}, atOnce);
}

JobRow jobRowOf(const JobPart &part, const JobWish &wish, const JobFigures &figures, int atOnce)
{
    JobRow row{.title = part.title,
               .letter = part.sign.text,
               .requests = figures.requests,
               .inputTokens = figures.inputTokens,
               .exactness = isOtherTokenizer(part, wish) ? Exactness::Estimate : part.counted.counts.exactness(),
               .outputTokens = figures.outputTokens,
               .standard = {},
               .cached = {},
               .batch = {},
               .cheapest = {},
               .cheapestWay = figures.cheapest,
               .perThousand = {},
               .time = {},
               .isWithinDay = wish.asBatch};
    row.standard.add(figures.standard);
    row.cached.add(figures.cached);
    row.batch.add(figures.batch);
    row.cheapest.add(figures.of(figures.cheapest));
    if (!wish.asBatch)
        row.time = jobTimeOf(figures, part, atOnce);
    return row;
}

/// Where a time is unknown, that of the whole is.
std::optional<std::chrono::microseconds> jobTimeOfAll(const QList<JobPart> &parts, const QList<JobRow> &rows, const JobWish &wish,
                                                      int atOnce)
{
    if (wish.requestsPerMinute || wish.tokensPerMinute) { // one endpoint's, taken for that of all
        std::chrono::microseconds sum{0};
        for (const JobRow &row : rows) {
            if (!row.time)
                return std::nullopt;
            sum += *row.time;
        }
        return sum;
    }
    QList<RequestTimes> kinds;
    for (qsizetype i = 0; i < parts.size(); ++i)
        kinds += RequestTimes{rows.at(i).requests, parts.at(i).medianTime};
    return likelyRunTime(kinds, atOnce);
}

} // namespace

JobQuestion jobQuestionOf(const JobPart &part, const JobWish &wish, std::int64_t cases)
{
    JobQuestion question{.model = jobModelOf(part, wish), .terms = part.terms, .sharedPrefix = part.counted.sharedPrefix};
    std::int64_t requests = part.requests;
    if (wish.documents && cases > 0) {
        requests = Saturated::rounded(static_cast<double>(part.requests) / static_cast<double>(cases)
                                      * static_cast<double>(*wish.documents));
    }
    if (requests != part.counted.counts.requests())
        question.requests = requests;
    question.requestsPerMinute = wish.requestsPerMinute;
    question.tokensPerMinute = wish.tokensPerMinute;
    JobOutput &output = question.output;
    output.cap = wish.cap ? wish.cap : part.cap;
    if (wish.outputFrom == JobOutputFrom::Answers && !wish.model && part.answers.size() > 1) {
        output.answers = part.answers;
        output.isPilot = part.isPilot;
        for (JobAnswer &answer : output.answers) {
            if (output.cap)
                answer.outputTokens = std::min(answer.outputTokens, *output.cap);
        }
    }
    return question;
}

QList<JobRow> jobRows(const QList<JobPart> &parts, const JobWish &wish, std::int64_t cases, int atOnce)
{
    constexpr std::int64_t thousand = 1000;
    const std::int64_t documents = wish.documents.value_or(cases);
    QList<JobRow> rows;
    JobRow all{.title = JobWords::all(), .letter = {}, .isWithinDay = wish.asBatch};
    for (const JobPart &part : parts) {
        const JobFigures figures = jobFigures(jobCountsFor(part, wish), jobQuestionOf(part, wish, cases));
        JobRow row = jobRowOf(part, wish, figures, atOnce);
        const Cost &chosen = wish.asBatch ? figures.batch : figures.standard;
        const Cost perThousand = documents > 0 ? chosen.scaled(thousand, documents) : Cost::exact(Money());
        const Cost told =
            perThousand.isKnown() ? Cost::between(perThousand.low(), perThousand.high(), chosen.reasons()) : perThousand;
        row.perThousand.add(told);
        all.perThousand.add(told);
        all.requests = Saturated::sum(all.requests, row.requests);
        all.inputTokens = Saturated::sum(all.inputTokens, row.inputTokens);
        if (row.exactness == Exactness::Estimate)
            all.exactness = Exactness::Estimate;
        all.standard.add(figures.standard);
        all.cached.add(figures.cached);
        all.batch.add(figures.batch);
        all.cheapest.add(figures.of(figures.cheapest));
        rows += row;
    }
    if (rows.size() < 2)
        return rows;
    if (!wish.asBatch)
        all.time = jobTimeOfAll(parts, rows, wish, atOnce);
    return rows << all;
}

QString jobInputText(const JobPart &part, const JobWish &wish, std::int64_t cases)
{
    const JobCounts counts = jobCountsFor(part, wish);
    if (counts.requests() == 0)
        return {};
    QStringList sentences{JobWords::input(counts)};
    JobQuestion question = jobQuestionOf(part, wish, cases);
    question.output = {.each = 0};
    const JobFigures figures = jobFigures(counts, question);
    if (figures.pastContext > 0)
        sentences += JobWords::pastContext(figures.pastContext, question.model.contextTokens.value_or(0));
    for (const TierCount &tier : figures.tiers) {
        if (tier.requests > 0)
            sentences += JobWords::tier(tier);
    }
    return sentences.join(u' ');
}

QString jobOutputText(const JobPart &part, const JobWish &wish)
{
    const JobOutput output = jobQuestionOf(part, wish, 0).output;
    if (output.answers.size() < 2)
        return JobWords::limit(jobLimitOf(part, wish));
    double sum = 0;
    for (const JobAnswer &answer : output.answers)
        sum += static_cast<double>(answer.outputTokens);
    return JobWords::answers(part, sum / static_cast<double>(output.answers.size()));
}

} // namespace Tempera
