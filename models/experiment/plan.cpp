// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/plan.h"

#include "models/core/cellsummary.h"
#include "models/core/valuetext.h"
#include "models/experiment/promptproblems.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// Local traces are free. A server of one's own is asked for its likeliest tokens too; a hosted one only where the file
/// says so (`logprobs: true`), because some models refuse it.
bool givesTrace(const Variant &variant)
{
    if (variant.endpoint.kind != EndpointKind::Remote)
        return variant.endpoint.kind == EndpointKind::Local;
    return variant.config.value("logprobs"_L1).toBool(providerAt(variant.endpoint).isOwn);
}

/// Cells of one run; beyond it the machine's memory is the limit, and nobody waits for the end.
constexpr double mostCells = 10'000'000;
/// What is kept of each cell of a run, what finds it by its key included.
constexpr std::int64_t bytesPerCell = 2 * static_cast<std::int64_t>(sizeof(CellSummary));

/// As promptfoo compares: the whole name, the group before a colon ("group" or "group:*"), or a beginning ("gro*").
bool namesGroupOf(const QString &word, const QString &name)
{
    if (name.isEmpty())
        return false;
    return word == name || name.startsWith(word + u':') || (word.endsWith(u'*') && name.startsWith(word.chopped(1)));
}

/// Whether a list of labels and ids takes a prompt; an empty one takes all.
bool takesPrompt(const QStringList &words, const Prompt &prompt)
{
    const QString id = prompt.other.value("id"_L1).toString();
    return words.isEmpty() || std::ranges::any_of(words, [&](const QString &word) {
               return namesGroupOf(word, prompt.label) || namesGroupOf(word, id);
           });
}

} // namespace

struct Plan::Data {
    /// The cells of one case that ask one prompt: that many from `first` on, repeat by repeat, variant by variant.
    struct Block {
        int promptIndex = 0;
        QList<int> variants = {};
        std::size_t first = 0; ///< In the cells of the case.
    };

    Experiment experiment;
    int repeat = 1;
    QList<int> cases = {};     ///< The wanted ones, in the order in which they are run; empty = the first `caseCount` in theirs.
    std::size_t caseCount = 0; ///< Of those that are run.
    std::vector<Block> blocks = {};
    std::size_t cellsOfCase = 0;
    QList<GenerationRequest> requests = {}; ///< One a variant: what all its cells have in common.
};

class Plan::Maker
{
    Q_DECLARE_TR_FUNCTIONS(Plan)
public:
    Maker(const Experiment &experiment, TemplateEngine &templates, const PlanOptions &options)
        : m_experiment(experiment),
          m_templates(templates),
          m_options(options),
          m_filter(options.filterPattern),
          m_data(std::make_shared<Data>())
    {
        m_data->experiment = experiment;
        m_data->repeat = options.repeat > 0 ? options.repeat : experiment.repeat;
    }

    Result<Plan> plan()
    {
        if (m_experiment.prompts.isEmpty())
            return failure(ErrorKind::Usage, tr("The experiment has no prompt."));
        if (m_experiment.variants.isEmpty())
            return failure(ErrorKind::Usage, tr("The experiment has no variant (no provider)."));
        if (!m_filter.isValid()) {
            return failure(ErrorKind::Usage, tr("The filter is not a regular expression: %1").arg(m_filter.errorString()));
        }
        if (!m_experiment.casesMissing.isEmpty())
            return failure(ErrorKind::Usage, m_experiment.casesMissing);
        addBlocks();
        // An experiment without cases runs once, with the default variables.
        const qsizetype caseCount = std::max<qsizetype>(1, m_experiment.cases.size());
        if (static_cast<double>(caseCount) * cellsOfCase() > mostCells)
            return failure(ErrorKind::Usage, tr("There are more than %L1 cells.").arg(static_cast<qint64>(mostCells)));
        if (const QList<PromptProblem> problems = promptProblems(m_experiment, m_templates); !problems.isEmpty())
            return std::unexpected(problems.constFirst().error);
        addCases(caseCount);
        m_data->cellsOfCase = static_cast<std::size_t>(cellsOfCase());
        const double cells = static_cast<double>(m_data->caseCount) * cellsOfCase();
        if (cells == 0)
            return failure(ErrorKind::Usage, tr("No case is left to run."));
        if (m_options.caseOrder)
            orderCases();
        if (m_options.memoryLimit && cells * static_cast<double>(bytesPerCell) > static_cast<double>(*m_options.memoryLimit))
            return tooLarge(cells);
        for (const Variant &variant : m_experiment.variants)
            m_data->requests += requestOf(variant);
        return Plan(m_data);
    }

private:
    [[nodiscard]] std::unexpected<Error> tooLarge(double cells) const
    {
        return failure(ErrorKind::Usage, tr("These are %L1 cells, which do not fit into the %L2 MB of memory that are free. "
                                            "Run a part of the cases at a time.")
                                             .arg(static_cast<qint64>(cells))
                                             .arg(*m_options.memoryLimit / 1'000'000));
    }

    /// A number of any size: `repeat` may be whatever somebody wrote.
    [[nodiscard]] double cellsOfCase() const { return m_ofOneRepeat * static_cast<double>(m_data->repeat); }

    void addBlocks()
    {
        for (int prompt = 0; prompt < m_experiment.prompts.size(); ++prompt) {
            Data::Block block{prompt};
            for (int variant = 0; variant < m_experiment.variants.size(); ++variant) {
                if (takesPrompt(m_experiment.variants.at(variant).promptLabels, m_experiment.prompts.at(prompt)))
                    block.variants += variant;
            }
            if (block.variants.isEmpty())
                continue;
            block.first = static_cast<std::size_t>(cellsOfCase());
            m_ofOneRepeat += static_cast<double>(block.variants.size());
            m_data->blocks.push_back(std::move(block));
        }
    }

    void addCases(qsizetype count)
    {
        if (m_options.filterPattern.isEmpty() && m_options.caseIndexes.isEmpty() && !m_experiment.caseRange) {
            m_data->caseCount = static_cast<std::size_t>(count);
            return;
        }
        const QSet<int> asked(m_options.caseIndexes.begin(), m_options.caseIndexes.end());
        for (int i = 0; i < count; ++i) {
            if (m_options.keepGoing && i > 0 && !m_options.keepGoing())
                break;
            const bool isInRange =
                !m_experiment.caseRange || (i >= m_experiment.caseRange->from && i < m_experiment.caseRange->end);
            if (isInRange && (asked.isEmpty() || asked.contains(i)) && fitsFilter(m_experiment.cases.value(i)))
                m_data->cases += i;
        }
        m_data->caseCount = static_cast<std::size_t>(m_data->cases.size());
    }

    void orderCases()
    {
        QList<int> ordered;
        ordered.reserve(static_cast<qsizetype>(m_data->caseCount));
        for (const std::size_t place : m_options.caseOrder(m_data->caseCount))
            ordered += m_data->cases.isEmpty() ? static_cast<int>(place) : m_data->cases.at(static_cast<qsizetype>(place));
        m_data->cases = std::move(ordered);
    }

    [[nodiscard]] bool fitsFilter(const Case &aCase) const
    {
        if (m_options.filterPattern.isEmpty() || m_filter.match(aCase.description).hasMatch())
            return true;
        const Variables variables = effectiveVariables(m_experiment, aCase);
        return std::any_of(variables.begin(), variables.end(),
                           [this](const Variable &variable) { return m_filter.match(valueText(variable.value)).hasMatch(); });
    }

    [[nodiscard]] GenerationRequest requestOf(const Variant &variant) const
    {
        GenerationRequest request;
        request.endpoint = variant.endpoint;
        request.form = variant.form;
        request.sampling = variant.sampling;
        request.retry = m_options.retry;
        request.timeouts.total = m_options.deadline ? m_options.deadline : m_experiment.deadline;
        request.wantTrace = m_options.wantTrace && givesTrace(variant);
        request.strict = (m_options.strict || variant.strict) && variant.endpoint.kind == EndpointKind::Local;
        return request;
    }

    const Experiment &m_experiment;
    TemplateEngine &m_templates;
    const PlanOptions &m_options;
    const QRegularExpression m_filter;
    std::shared_ptr<Data> m_data;
    double m_ofOneRepeat = 0; ///< Cells of a case for each repeat.
};

Plan::Plan() : d(std::make_shared<const Data>()) { }

Plan::Plan(std::shared_ptr<const Data> data) : d(std::move(data)) { }

Result<Plan> Plan::of(const Experiment &experiment, TemplateEngine &templates, const PlanOptions &options)
{
    return Maker(experiment, templates, options).plan();
}

std::size_t Plan::size() const
{
    return d->caseCount * d->cellsOfCase;
}

std::size_t Plan::cellsOfCase() const
{
    return d->cellsOfCase;
}

CellKey Plan::key(std::size_t index) const
{
    const auto place = static_cast<int>(index / d->cellsOfCase);
    const std::size_t inCase = index % d->cellsOfCase;
    const auto next = std::ranges::upper_bound(d->blocks, inCase, {}, &Data::Block::first);
    const Data::Block &block = *std::prev(next);
    const auto variants = static_cast<std::size_t>(block.variants.size());
    const std::size_t inBlock = inCase - block.first;
    return {d->cases.isEmpty() ? place : d->cases.at(place), block.promptIndex,
            block.variants.at(static_cast<qsizetype>(inBlock % variants)), static_cast<int>(inBlock / variants)};
}

Cell Plan::cell(const CellKey &key) const
{
    Cell cell;
    cell.request = d->requests.at(key.variantIndex);
    cell.request.key = key;
    cell.model = cell.request.endpoint.model;
    // Identical seeds give equal text: repeats count on from the variant's seed, all variants alike.
    if (cell.request.sampling.seed)
        *cell.request.sampling.seed += static_cast<std::uint64_t>(key.repeat);
    return cell;
}

const Experiment &Plan::experiment() const
{
    return d->experiment;
}

} // namespace Tempera
