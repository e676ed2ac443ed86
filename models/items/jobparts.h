// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/compare/variantmark.h"
#include "models/experiment/experiment.h"
#include "models/items/jobcounting.h"
#include "models/pricing/job.h"

#include <QList>
#include <QString>

#include <chrono>
#include <cstdint>
#include <optional>
#include <vector>

namespace Tempera {

/// One variant of an experiment as a job: what was counted, and what is asked as the experiment is.
struct JobPart {
    QString title;
    VariantMark sign;
    Capabilities model; ///< The variant's own.
    RequestTerms terms;
    VariantCounts counted;
    std::int64_t requests = 0;                                ///< Of all cells; more than are counted where counting was stopped.
    std::optional<std::int64_t> cap = {};                     ///< The variant's own limit.
    std::vector<JobAnswer> answers = {};                      ///< Of this very variant, that were given.
    bool isPilot = false;                                     ///< They are a random sample of the job's own requests.
    std::optional<std::chrono::microseconds> medianTime = {}; ///< Of those.
};

/// Of what the output of a job is drawn.
enum class JobOutputFrom {
    Answers, ///< Of answers that were given, where there are some; else the limit.
    Limit,   ///< Anything up to the limit.
};

/// What a person would have otherwise than the experiment has it.
struct JobWish {
    std::optional<std::int64_t> documents = {}; ///< At least 1.
    std::optional<std::int64_t> cap = {};       ///< At least 1 token.
    std::optional<Capabilities> model = {};     ///< Who is asked in place of each variant's own.
    JobOutputFrom outputFrom = JobOutputFrom::Answers;
    bool asBatch = false;
    std::optional<double> requestsPerMinute = {}; ///< The endpoint's limits, > 0.
    std::optional<double> tokensPerMinute = {};

    bool operator==(const JobWish &) const = default;
};

/// A row of the costs of a job: of one variant, or of all of them.
struct JobRow {
    QString title;
    QString letter; ///< Of the variant; empty: it is the sum.
    std::int64_t requests = 0;
    std::int64_t inputTokens = 0;
    Exactness exactness = Exactness::Exact;  ///< Of the input.
    std::optional<double> outputTokens = {}; ///< Of one answer, where answers are known.
    CostSum standard = {};
    CostSum cached = {};
    CostSum batch = {};
    CostSum cheapest = {};
    JobWay cheapestWay = JobWay::Standard;
    CostSum perThousand = {}; ///< Documents, in the way that is chosen.
    std::optional<std::chrono::microseconds> time = {};
    bool isWithinDay = false; ///< A batch: its time is the provider's.

    bool operator==(const JobRow &) const = default;
};

/// What is asked of one part under a wish. `cases` are those of the experiment, `documents` of the wish stand in their place.
[[nodiscard]] JobQuestion jobQuestionOf(const JobPart &part, const JobWish &wish, std::int64_t cases);

/// A row each part, and their sum where there are several. Pure: a few milliseconds for 10,000 documents of different length.
/// `atOnce` requests are under way together: without limits of the endpoint the time is drawn from earlier answers.
[[nodiscard]] QList<JobRow> jobRows(const QList<JobPart> &parts, const JobWish &wish, std::int64_t cases, int atOnce);

/// What is known of the input of a part, in sentences: least, median, 95 %, most; what passes the context or a price tier.
[[nodiscard]] QString jobInputText(const JobPart &part, const JobWish &wish, std::int64_t cases);
/// Of what its output is drawn.
[[nodiscard]] QString jobOutputText(const JobPart &part, const JobWish &wish);

} // namespace Tempera
