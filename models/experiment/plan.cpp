// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/plan.h"

#include "models/core/valuetext.h"
#include "models/experiment/promptproblems.h"
#include "models/experiment/promptreview.h"
#include "models/experiment/reading/promptreader.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

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
constexpr qsizetype mostCells = 10'000'000;
/// A planned cell, the list's spare room and what it refers to included.
constexpr std::int64_t bytesPerCell = 2 * static_cast<std::int64_t>(sizeof(Cell));

class Planner
{
    Q_DECLARE_TR_FUNCTIONS(Plan)
public:
    Planner(const Experiment &experiment, TemplateEngine &templates, const PlanOptions &options)
        : m_experiment(experiment), m_templates(templates), m_options(options), m_filter(options.filterPattern)
    {
        m_repeat = options.repeat > 0 ? options.repeat : experiment.repeat;
    }

    Result<std::vector<Cell>> plan()
    {
        if (m_experiment.prompts.isEmpty())
            return failure(ErrorKind::Usage, tr("The experiment has no prompt."));
        if (m_experiment.variants.isEmpty())
            return failure(ErrorKind::Usage, tr("The experiment has no variant (no provider)."));
        if (!m_filter.isValid()) {
            return failure(ErrorKind::Usage, tr("The filter is not a regular expression: %1").arg(m_filter.errorString()));
        }
        const double cells = static_cast<double>(std::max<qsizetype>(1, m_experiment.cases.size()))
                             * static_cast<double>(m_experiment.prompts.size())
                             * static_cast<double>(m_experiment.variants.size()) * m_repeat;
        if (cells > mostCells)
            return failure(ErrorKind::Usage, tr("These are more than %L1 cells.").arg(mostCells));
        const bool isWhole = m_options.filterPattern.isEmpty() && m_options.caseIndexes.isEmpty();
        if (isWhole && !fits(cells * static_cast<double>(bytesPerCell)))
            return tooLarge(cells);
        if (const QList<PromptProblem> problems = promptProblems(m_experiment, m_templates); !problems.isEmpty())
            return std::unexpected(problems.constFirst().error);

        // An experiment without cases runs once, with the default variables.
        const QList<Case> implicit{Case()};
        const QList<Case> &cases = m_experiment.cases.isEmpty() ? implicit : m_experiment.cases;
        for (int i = 0; i < cases.size(); ++i) {
            if (m_options.goOn && i > 0 && !m_options.goOn())
                break;
            if (isWanted(i, cases[i]))
                addCase(i, cases[i]);
            if (m_isFull)
                return tooLarge(cells);
        }
        if (m_cells.empty())
            return failure(ErrorKind::Usage, tr("No case is left to run."));
        return std::move(m_cells);
    }

private:
    [[nodiscard]] bool fits(double bytes) const
    {
        return !m_options.memoryLimit || bytes <= static_cast<double>(*m_options.memoryLimit);
    }

    [[nodiscard]] std::unexpected<Error> tooLarge(double cells) const
    {
        return failure(ErrorKind::Usage, tr("These are %L1 cells, which do not fit into the %L2 MB of memory that are free. "
                                            "Run a part of the cases at a time.")
                                             .arg(static_cast<qint64>(cells))
                                             .arg(*m_options.memoryLimit / 1'000'000));
    }

    [[nodiscard]] bool isWanted(int index, const Case &aCase) const
    {
        if (!m_options.caseIndexes.isEmpty() && !m_options.caseIndexes.contains(index))
            return false;
        if (m_options.filterPattern.isEmpty() || m_filter.match(aCase.description).hasMatch())
            return true;
        const Variables variables = effectiveVariables(m_experiment, aCase);
        return std::any_of(variables.begin(), variables.end(),
                           [this](const Variable &variable) { return m_filter.match(valueText(variable.value)).hasMatch(); });
    }

    void addCase(int caseIndex, const Case &aCase)
    {
        const QJsonObject variables = variablesToJson(effectiveVariables(m_experiment, aCase));
        const double more = static_cast<double>(m_experiment.variants.size()) * m_repeat * static_cast<double>(bytesPerCell);
        for (int promptIndex = 0; promptIndex < m_experiment.prompts.size(); ++promptIndex) {
            m_isFull = m_isFull || !fits(static_cast<double>(m_bytes) + more);
            if (m_isFull)
                return;
            const Result<Messages> messages = rendered(promptIndex, aCase, variables);
            if (messages) { // one text for all variants and repeats
                for (const Message &message : *messages)
                    m_bytes += static_cast<std::int64_t>(sizeof(Message)) + 2 * message.text.size();
            }
            for (int repeat = 0; repeat < m_repeat; ++repeat) {
                for (int variant = 0; variant < m_experiment.variants.size(); ++variant) {
                    if (takesPrompt(m_experiment.variants[variant], m_experiment.prompts[promptIndex]))
                        addCell({caseIndex, promptIndex, variant, repeat}, messages);
                }
            }
        }
    }

    /// `prompts` of a provider names labels or ids.
    static bool takesPrompt(const Variant &variant, const Prompt &prompt)
    {
        if (variant.promptLabels.isEmpty())
            return true;
        return (!prompt.label.isEmpty() && variant.promptLabels.contains(prompt.label))
               || variant.promptLabels.contains(prompt.other.value("id"_L1).toString(prompt.label));
    }

    Result<Messages> rendered(int promptIndex, const Case &aCase, const QJsonObject &variables)
    {
        const Prompt &prompt = m_experiment.prompts[promptIndex];
        Messages messages;
        for (const Message &message : prompt.messages) {
            const TemplateForm form = templateForm(m_experiment, prompt, aCase, message.text);
            Result<QString> text = m_templates.renderAs(form, message.text, variables, MissingVariables::Error);
            if (!text) {
                Error error = text.error();
                const bool isOfAValue = form == TemplateForm::Prompt && error.kind == ErrorKind::Template && error.line == 0
                                        && error.parameter.isEmpty() && error.detail.contains(u": "_s);
                if (isOfAValue)
                    error.detail += u' ' + tr("(With metadata.tempera.data: text a case's values are taken as they are.)");
                error.place = promptTitle(prompt, promptIndex);
                return std::unexpected(error);
            }
            messages.append({message.role, *text, hasParts(message)});
        }
        // One text may become a whole conversation only with its variables ("{{ conversation }}").
        if (prompt.messages.size() == 1 && messages.constFirst().role == Role::User && !messages.constFirst().isParts)
            return messagesFromText(messages.constFirst().text);
        return messages;
    }

    static bool hasParts(const Message &message) { return message.isParts || isContentParts(message.text); }

    void addCell(const CellKey &key, const Result<Messages> &messages)
    {
        const Variant &variant = m_experiment.variants[key.variantIndex];
        Cell cell;
        cell.request.key = key;
        cell.request.endpoint = variant.endpoint;
        cell.request.form = variant.form;
        cell.request.sampling = variant.sampling;
        cell.request.retry = m_options.retry;
        cell.request.timeouts.total = m_options.deadline ? m_options.deadline : m_experiment.deadline;
        cell.request.wantTrace = m_options.wantTrace && givesTrace(variant);
        cell.request.strict = (m_options.strict || variant.strict) && variant.endpoint.kind == EndpointKind::Local;
        cell.model = variant.endpoint.model;
        // Equal seeds give equal text: repeats count on from the variant's seed, all variants alike.
        if (cell.request.sampling.seed)
            *cell.request.sampling.seed += static_cast<std::uint64_t>(key.repeat);
        const bool onlyText = variant.endpoint.kind == EndpointKind::Local;
        if (messages && onlyText && std::ranges::any_of(*messages, &Message::isParts)) {
            cell.state = CellState::Failed;
            cell.error = failure(ErrorKind::BadRequest, tr("A local model takes text only; the prompt has an image or another "
                                                           "part that is no text."))
                             .error();
        } else if (messages) {
            cell.request.messages = *messages;
        } else {
            cell.state = CellState::Failed;
            cell.error = messages.error();
        }
        m_bytes += bytesPerCell;
        m_cells.push_back(std::move(cell));
    }

    const Experiment &m_experiment;
    TemplateEngine &m_templates;
    const PlanOptions &m_options;
    const QRegularExpression m_filter;
    int m_repeat = 1;
    std::vector<Cell> m_cells;
    std::int64_t m_bytes = 0; ///< Of the cells so far, by estimate.
    bool m_isFull = false;    ///< What comes next does not fit any more.
};

} // namespace

Result<std::vector<Cell>> planCells(const Experiment &experiment, TemplateEngine &templates, const PlanOptions &options)
{
    return Planner(experiment, templates, options).plan();
}

} // namespace Tempera
