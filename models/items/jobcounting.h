// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/ports/engine.h"
#include "models/core/ports/parallel.h"
#include "models/experiment/experiment.h"
#include "models/experiment/plan.h"
#include "models/experiment/promptrenderer.h"
#include "models/pricing/advice.h"
#include "models/pricing/jobcounts.h"
#include "models/pricing/promptanatomy.h"
#include "models/text/tokencounter.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <unordered_set>
#include <utility>
#include <vector>

namespace Tempera {

/// What is counted of the requests of one variant.
struct VariantCounts {
    JobCounts counts;
    std::int64_t sharedPrefix = 0; ///< Tokens with which all its prompts begin.
    AdviceFacts facts = {};        ///< Without other models.
};

/// Counts the prompts of all cells of an experiment, one piece of work after the other, so that it can be shown how far it is, and
/// given up. Prompts of hosted models are counted here, by the encoding that is published for them or by a near one; those of
/// local models are handed out to whoever has their tokenizers. Rendering is one thread's, for a template may be a long script;
/// counting is done on all processors where there is a `parallel`. Lives on the thread of its works, one at a time.
class JobCounting
{
public:
    /// A prompt that its own model has to count.
    struct Open {
        int variant = 0;
        Messages messages;
        PromptForm form = PromptForm::Chat;
    };

    /// `parallel` outlives it; null = the thread of the works alone.
    explicit JobCounting(Parallel *parallel = nullptr) : m_parallel(parallel) { }

    /// `encodings` by variant; empty = its own model counts, where `asksModels`, else a near encoding does.
    void begin(const Experiment &experiment, const QStringList &encodings, bool asksModels);
    /// The next piece.
    void work();
    [[nodiscard]] bool isDone() const { return m_problem || (m_plan && m_next >= m_end); }
    /// What is open since the last piece; it has to be added before the next one.
    [[nodiscard]] std::vector<Open> takeOpen() { return std::exchange(m_open, {}); }
    void add(int variant, const TokenCount &count);
    /// What there is so far, by variant.
    [[nodiscard]] std::vector<VariantCounts> counts() const;

    [[nodiscard]] std::int64_t counted() const { return static_cast<std::int64_t>(m_next); }
    [[nodiscard]] std::int64_t cells() const { return m_plan ? static_cast<std::int64_t>(m_plan->size()) : 0; }
    [[nodiscard]] std::int64_t cases() const;
    /// Of one variant, counted or not.
    [[nodiscard]] std::int64_t cellsOf(int variant) const;
    /// Why nothing can be counted, or a prompt could not be rendered; that one is left out.
    [[nodiscard]] const std::optional<Error> &problem() const { return m_problem ? m_problem : m_faulty; }

private:
    struct Counted {
        std::vector<std::int64_t> tokens;
        Exactness exactness = Exactness::Exact;
        std::shared_ptr<const BpeEncoding> encoding; ///< Null = its own model counts.
        std::unordered_set<std::uint64_t> seen;      ///< Hashes of its requests.
        std::int64_t equal = 0;
    };
    /// A prompt that is to be counted; several variants may be asked it.
    struct Text {
        const BpeEncoding *encoding = nullptr;
        CellKey key;          ///< Of the first cell that asks it.
        bool isGiven = false; ///< Its text is not the prompt's alone.
        Messages messages;
    };
    /// Rendered, and about to be counted together.
    struct Batch {
        std::vector<Text> texts;
        std::vector<std::pair<int, std::size_t>> asked; ///< A variant, and which of the texts.
        std::size_t bytes = 0;
    };

    void makePlan();
    void renderNext(Batch &batch);
    [[nodiscard]] std::size_t textOf(Batch &batch, const Counted &variant, const Cell &cell) const;
    void count(const Batch &batch);
    [[nodiscard]] VariantCounts countsOf(const Counted &variant) const;

    Parallel *m_parallel = nullptr;
    Experiment m_experiment;
    std::unique_ptr<TemplateEngine> m_templates;
    std::optional<Plan> m_plan;
    std::optional<PromptRenderer> m_renderer;
    std::vector<Counted> m_variants;
    std::vector<Open> m_open;
    SharedBeginning m_beginning;
    std::size_t m_next = 0;
    std::size_t m_end = 0;
    std::optional<Error> m_problem;
    std::optional<Error> m_faulty;
};

} // namespace Tempera
