// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/plan.h"

#include "models/core/cellsummary.h"
#include "models/core/valuetext.h"
#include "models/experiment/caseinput.h"
#include "models/experiment/casevariables.h"
#include "models/experiment/casewishes.h"
#include "models/experiment/cellsettings.h"
#include "models/experiment/promptproblems.h"
#include "models/experiment/providerscript.h"
#include "models/experiment/reading/promptconfig.h"

#include <QCoreApplication>
#include <QHash>
#include <QMap>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <iterator>
#include <random>
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
    const Provider provider = providerAt(variant.endpoint);
    // llama-server takes a request for them as an error in OpenAI's responses.
    return variant.config.value("logprobs"_L1).toBool(provider.isOwn && provider.wire != responsesWire);
}

/// Cells of one run; beyond it the machine's memory is the limit, and nobody waits for the end.
constexpr double mostCells = 10'000'000;
/// What is kept of each cell of a run, what finds it by its key included.
constexpr std::int64_t bytesPerCell = 2 * static_cast<std::int64_t>(sizeof(CellSummary));

/// Whether some cases have other cells than the others.
bool mayDiffer(const Experiment &experiment)
{
    return std::ranges::any_of(experiment.planKeys, [](const QString &key) { return key != "storeOutputAs"_L1; });
}

} // namespace

struct Plan::Data {
    /// The cells of one case that ask one prompt: that many from `first` on, repeat by repeat, variant by variant.
    struct Block {
        int promptIndex = 0;
        QList<int> variants = {};
        std::size_t first = 0; ///< In the cells of the case.
    };

    /// The cells of a case.
    struct Shape {
        std::vector<Block> blocks = {};
        std::size_t cells = 0;
    };
    /// Cases that follow each other and have the same shape.
    struct Stretch {
        std::size_t shape = 0;
        std::size_t firstCase = 0; ///< Its place in the order in which they are run.
        std::size_t firstCell = 0;
    };

    Experiment experiment;
    int repeat = 1;
    QList<int> cases = {};     ///< The wanted ones, in the order in which they are run; empty = the first `caseCount` in theirs.
    std::size_t caseCount = 0; ///< Of those that are run.
    std::vector<Shape> shapes = {};
    std::vector<Stretch> stretches = {};
    std::size_t cells = 0;
    QList<GenerationRequest> requests = {}; ///< One a variant: what all its cells have in common.
    CellSettings settings = {};
    /// The same where a prompt or a case has settings of its own; by their number and the variant.
    QMap<std::pair<int, int>, GenerationRequest> ownRequests = {};
    FallbackPlans fallbacks = {};
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
        // An experiment without cases runs once, with the default variables.
        const qsizetype caseCount = std::max<qsizetype>(1, m_experiment.cases.size());
        if (const QList<PromptProblem> problems = promptProblems(m_experiment, m_templates); !problems.isEmpty())
            return std::unexpected(problems.constFirst().error);
        addCases(caseCount);
        if (!addShapes())
            return failure(ErrorKind::Usage, tr("There are more than %L1 cells.").arg(static_cast<qint64>(mostCells)));
        if (m_data->cells == 0)
            return failure(ErrorKind::Usage, tr("No case is left to run."));
        if (m_options.caseOrder) {
            if (const Result<void> ordered = orderCases(); !ordered)
                return std::unexpected(ordered.error());
        }
        const auto cells = static_cast<double>(m_data->cells);
        if (m_options.memoryLimit && cells * static_cast<double>(bytesPerCell) > static_cast<double>(*m_options.memoryLimit))
            return tooLarge(cells);
        for (const Variant &variant : m_experiment.variants)
            m_data->requests += requestOf(variant);
        m_data->settings = CellSettings(m_experiment);
        if (const Result<void> added = addOwnRequests(); !added)
            return std::unexpected(added.error());
        Result<FallbackPlans> fallbacks =
            FallbackPlans::of(m_experiment, m_data->settings, [this](const Variant &variant) { return requestOf(variant); });
        if (!fallbacks)
            return std::unexpected(fallbacks.error());
        m_data->fallbacks = *std::move(fallbacks);
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

    /// False: there are too many cells.
    bool addShapes()
    {
        if (!mayDiffer(m_experiment)) {
            m_data->shapes.push_back(shapeFor({}));
            m_data->stretches.push_back({});
            const double cells = static_cast<double>(m_data->caseCount) * m_cellsOfShape;
            m_data->cells = cells <= mostCells ? m_data->caseCount * m_data->shapes.front().cells : 0;
            return cells <= mostCells;
        }
        QHash<QString, std::size_t> known;
        for (std::size_t place = 0; place < m_data->caseCount; ++place) {
            const int index = m_data->cases.isEmpty() ? static_cast<int>(place) : m_data->cases.at(static_cast<qsizetype>(place));
            const CaseWishes wishes = wishesOf(m_experiment, m_experiment.cases.value(index));
            auto shape = known.constFind(wishes.text());
            if (shape == known.cend()) {
                shape = known.insert(wishes.text(), m_data->shapes.size());
                m_data->shapes.push_back(shapeFor(wishes));
                if (m_cellsOfShape > mostCells)
                    return false;
            }
            if (m_data->stretches.empty() || m_data->stretches.back().shape != *shape)
                m_data->stretches.push_back({*shape, place, m_data->cells});
            m_data->cells += m_data->shapes[*shape].cells;
            if (static_cast<double>(m_data->cells) > mostCells)
                return false;
        }
        return true;
    }

    Data::Shape shapeFor(const CaseWishes &wishes)
    {
        Data::Shape shape;
        const int repeat = wishes.repeat > 0 ? wishes.repeat : m_data->repeat;
        m_cellsOfShape = 0; // of any size: `repeat` may be whatever somebody wrote
        for (int prompt = 0; prompt < m_experiment.prompts.size(); ++prompt) {
            Data::Block block{prompt};
            for (int variant = 0; variant < m_experiment.variants.size(); ++variant) {
                if (takesPrompt(m_experiment.variants.at(variant).promptLabels, m_experiment.prompts.at(prompt))
                    && takesVariant(wishes.providers, m_experiment.variants.at(variant)))
                    block.variants += variant;
            }
            if (block.variants.isEmpty() || !takesPrompt(wishes.prompts, m_experiment.prompts.at(prompt)))
                continue;
            block.first = static_cast<std::size_t>(std::min(m_cellsOfShape, mostCells));
            m_cellsOfShape += static_cast<double>(block.variants.size()) * static_cast<double>(repeat);
            shape.blocks.push_back(std::move(block));
        }
        shape.cells = static_cast<std::size_t>(std::min(m_cellsOfShape, mostCells));
        return shape;
    }

    Result<void> addOwnRequests()
    {
        for (int number = 0; number < m_data->settings.size(); ++number) {
            const QJsonObject &settings = m_data->settings.at(number);
            if (settings.isEmpty())
                continue;
            for (int variant = 0; variant < m_experiment.variants.size(); ++variant) {
                const auto changed = withCellConfig(m_experiment.variants.at(variant), settings, m_experiment.configFiles);
                if (!changed)
                    return std::unexpected(changed.error());
                m_data->ownRequests.insert({number, variant}, requestOf(*changed));
            }
        }
        return {};
    }

    void addCases(qsizetype count)
    {
        const std::optional<CaseRange> range = m_options.caseRange ? m_options.caseRange : m_experiment.caseRange;
        const bool isPart = m_options.firstCases > 0 || m_options.sampleCases > 0 || !m_options.metadata.isEmpty();
        if (m_options.filterPattern.isEmpty() && m_options.caseIndexes.isEmpty() && !range && !isPart) {
            m_data->caseCount = static_cast<std::size_t>(count);
            return;
        }
        const QSet<int> asked(m_options.caseIndexes.begin(), m_options.caseIndexes.end());
        for (int i = 0; i < count; ++i) {
            if (m_options.keepGoing && i > 0 && !m_options.keepGoing())
                break;
            if (m_options.firstCases > 0 && m_data->cases.size() == m_options.firstCases)
                break;
            const bool isInRange = !range || (i >= range->from && i < range->end);
            if (isInRange && (asked.isEmpty() || asked.contains(i)) && fitsFilter(m_experiment.cases.value(i)))
                m_data->cases += i;
        }
        if (m_options.sampleCases > 0 && m_data->cases.size() > m_options.sampleCases) {
            QList<int> drawn; // in their own order
            std::mt19937 random(m_options.sampleSeed);
            std::ranges::sample(m_data->cases, std::back_inserter(drawn), m_options.sampleCases, random);
            m_data->cases = std::move(drawn);
        }
        m_data->caseCount = static_cast<std::size_t>(m_data->cases.size());
    }

    /// For a race, which compares what all cases have, and takes them in an order of its own.
    Result<void> orderCases()
    {
        if (m_data->shapes.size() > 1)
            return failure(ErrorKind::Usage, tr("A race needs the same cells for every case; here some tests have prompts, "
                                                "providers or repeats of their own."));
        if (needsOrder(m_experiment))
            return failure(ErrorKind::Usage, tr("A race takes the cases in an order of its own; here cells use the answers of "
                                                "earlier ones."));
        QList<int> ordered;
        ordered.reserve(static_cast<qsizetype>(m_data->caseCount));
        for (const std::size_t place : m_options.caseOrder(m_data->caseCount))
            ordered += m_data->cases.isEmpty() ? static_cast<int>(place) : m_data->cases.at(static_cast<qsizetype>(place));
        m_data->cases = std::move(ordered);
        return {};
    }

    [[nodiscard]] bool fitsFilter(const Case &aCase) const
    {
        if (!m_options.metadata.isEmpty() && !hasMetadata(m_experiment, aCase, m_options.metadata))
            return false;
        if (m_options.filterPattern.isEmpty() || m_filter.match(aCase.description).hasMatch())
            return true;
        const Variables variables = effectiveVariables(m_experiment, aCase);
        return std::any_of(variables.begin(), variables.end(),
                           [this](const Variable &variable) { return m_filter.match(valueText(variable.value)).hasMatch(); });
    }

    [[nodiscard]] GenerationRequest requestOf(const Variant &variant) const
    {
        GenerationRequest request;
        request.endpoint = askedEndpoint(m_experiment, variant);
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
    double m_cellsOfShape = 0; ///< Of the shape that was made last.
};

Plan::Plan() : d(std::make_shared<const Data>()) { }

Plan::Plan(std::shared_ptr<const Data> data) : d(std::move(data)) { }

Result<Plan> Plan::of(const Experiment &experiment, TemplateEngine &templates, const PlanOptions &options)
{
    return Maker(experiment, templates, options).plan();
}

std::size_t Plan::size() const
{
    return d->cells;
}

std::size_t Plan::cellsOfCase() const
{
    return d->shapes.size() == 1 ? d->shapes.front().cells : 0;
}

CellKey Plan::key(std::size_t index) const
{
    const Data::Stretch &stretch = *std::prev(std::ranges::upper_bound(d->stretches, index, {}, &Data::Stretch::firstCell));
    const Data::Shape &shape = d->shapes[stretch.shape];
    const auto place = static_cast<int>(stretch.firstCase + (index - stretch.firstCell) / shape.cells);
    const std::size_t inCase = (index - stretch.firstCell) % shape.cells;
    const auto next = std::ranges::upper_bound(shape.blocks, inCase, {}, &Data::Block::first);
    const Data::Block &block = *std::prev(next);
    const auto variants = static_cast<std::size_t>(block.variants.size());
    const std::size_t inBlock = inCase - block.first;
    return {d->cases.isEmpty() ? place : d->cases.at(place), block.promptIndex,
            block.variants.at(static_cast<qsizetype>(inBlock % variants)), static_cast<int>(inBlock / variants)};
}

Cell Plan::cell(const CellKey &key) const
{
    Cell cell;
    const auto own = d->ownRequests.isEmpty()
                         ? d->ownRequests.cend()
                         : d->ownRequests.constFind({d->settings.numberOf(d->experiment, key), key.variantIndex});
    cell.request = own == d->ownRequests.cend() ? d->requests.at(key.variantIndex) : *own;
    cell.request.key = key;
    cell.model = cell.request.endpoint.model;
    // Identical seeds give equal text: repeats count on from the variant's seed, all variants alike.
    if (cell.request.sampling.seed)
        *cell.request.sampling.seed += static_cast<std::uint64_t>(key.repeat);
    return cell;
}

FallbackPlan Plan::fallbacks(const CellKey &key) const
{
    return d->fallbacks.at(key, d->fallbacks.isEmpty() ? 0 : d->settings.numberOf(d->experiment, key));
}

const Experiment &Plan::experiment() const
{
    return d->experiment;
}

} // namespace Tempera
