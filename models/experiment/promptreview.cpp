// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/promptreview.h"

#include "models/experiment/casevariables.h"
#include "models/experiment/promptplaces.h"
#include "models/experiment/promptproblems.h"
#include "models/experiment/reading/promptreader.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

bool isBlankText(const QString &text)
{
    return std::ranges::all_of(text, [](QChar c) { return c.isSpace(); });
}

class PromptReviewer
{
    Q_DECLARE_TR_FUNCTIONS(PromptReview)
public:
    PromptReviewer(const Experiment &experiment, TemplateEngine &templates, const ReviewLimits &limits)
        : m_experiment(experiment), m_templates(templates), m_limits(limits), m_variables(experiment)
    {
    }

    PromptReview review(const CellKey &shown)
    {
        prepareTemplates(m_templates, m_experiment);
        findBrokenTemplates();
        for (int i = 0; i < m_experiment.prompts.size(); ++i)
            lookAtText(i);
        renderShown(shown);
        renderOthers(shown);
        tellCases();
        std::ranges::stable_sort(m_review.faults, {}, [](const PromptFault &fault) {
            return std::tuple(fault.promptIndex, fault.messageIndex, fault.from, fault.kind);
        });
        return std::move(m_review);
    }

private:
    using Place = std::pair<int, int>; ///< Prompt and message.
    /// A fault of some cases, which is reported once.
    struct OfCases {
        PromptFault fault;
        QString variable; ///< Of a missing value.
        int cases = 0;
    };

    [[nodiscard]] const QString &textOf(const Place &place) const
    {
        return m_experiment.prompts.at(place.first).messages.at(place.second).text;
    }

    void add(PromptFaultKind kind, const Place &place, TextRange range, const QString &text)
    {
        m_review.faults.append({kind, place.first, place.second, range.from, range.length, -1, text});
    }

    void findBrokenTemplates()
    {
        for (const PromptProblem &problem : promptProblems(m_experiment, m_templates)) {
            const Place place(problem.promptIndex, problem.messageIndex);
            add(PromptFaultKind::NotATemplate, place, tagAt(textOf(place), problem.error.line, problem.error.column),
                tr("This is not a valid template: %1").arg(problem.error.detail));
            m_broken.insert(place);
        }
    }

    void lookAtText(int promptIndex)
    {
        const Prompt &prompt = m_experiment.prompts.at(promptIndex);
        QSet<QString> known;
        for (const Variable &variable : m_experiment.defaultCase.variables)
            known.insert(variable.name);
        for (const Case &each : m_experiment.cases.first(m_limits.cases)) {
            for (const Variable &variable : each.variables)
                known.insert(variable.name);
        }
        for (const Message &message : prompt.messages) {
            if (const Result<QStringList> used = m_templates.variables(message.text))
                known.unite(QSet(used->cbegin(), used->cend()));
        }
        const bool isEmpty = std::ranges::all_of(prompt.messages, isBlankText, &Message::text);
        if (isEmpty)
            add(PromptFaultKind::Empty, {promptIndex, prompt.messages.isEmpty() ? -1 : 0}, {}, tr("The prompt is empty."));
        for (int k = 0; k < prompt.messages.size(); ++k) {
            const Place place(promptIndex, k);
            if (!isEmpty && isBlankText(textOf(place)))
                add(PromptFaultKind::Empty, place, {}, tr("The message is empty."));
            findUnknownNames(place);
            for (const TextRange &range : singleBraces(textOf(place), known)) {
                const QString name = textOf(place).sliced(range.from + 1, range.length - 2).trimmed();
                add(PromptFaultKind::SingleBraces, place, range,
                    tr("{%1} is sent literally. Write {{ %1 }} for the value of the variable.").arg(name));
            }
        }
    }

    void findUnknownNames(const Place &place)
    {
        const Result<QList<UnknownName>> names = m_templates.unknownNames(textOf(place));
        if (!names)
            return; // it is not a template, which is reported
        for (const UnknownName &unknown : *names) {
            const QString text =
                unknown.kind == UnknownName::Kind::Filter ? tr("There is no filter \"%1\".") : tr("There is no test \"%1\".");
            add(PromptFaultKind::UnknownName, place, nameAt(textOf(place), unknown.line, unknown.column, unknown.name),
                text.arg(unknown.name));
            m_unrunnable.insert(place);
        }
    }

    void renderShown(const CellKey &shown)
    {
        if (shown.promptIndex >= m_experiment.prompts.size())
            return;
        const Prompt &prompt = m_experiment.prompts.at(shown.promptIndex);
        const QJsonObject variables = variablesOf(shown.caseIndex, shown.promptIndex);
        for (int k = 0; k < prompt.messages.size(); ++k) {
            const Message &message = prompt.messages.at(k);
            const std::optional<TemplateReview> review = render({shown.promptIndex, k}, shown.caseIndex, variables);
            RenderedMessage rendered{message.role, message.text, {}, false};
            if (review && review->text && !m_unrunnable.contains({shown.promptIndex, k})) {
                rendered.text = *review->text;
                rendered.filled = review->filled;
                rendered.renders = review->missing.isEmpty();
                if (rendered.renders && isContentParts(message.text))
                    rendered.parts = messageFromPartsText(message.role, rendered.text).value_or(Message()).parts;
            }
            m_review.messages.append(rendered);
        }
        const bool isEmpty = m_review.renders() && !std::ranges::all_of(prompt.messages, isBlankText, &Message::text)
                             && std::ranges::all_of(m_review.messages, isBlankText, &RenderedMessage::text);
        if (isEmpty)
            note({PromptFaultKind::Empty, shown.promptIndex, 0, 0, 0, shown.caseIndex, tr("The prompt is empty.")}, {});
    }

    void renderOthers(const CellKey &shown)
    {
        const auto end = std::chrono::steady_clock::now() + m_limits.time;
        const qsizetype cases = std::clamp<qsizetype>(m_experiment.cases.size(), 1, m_limits.cases);
        for (int c = 0; c < cases; ++c) {
            const QJsonObject ofAll = m_variables.areOfTheCase() ? variablesOf(c, 0) : QJsonObject();
            for (int i = 0; i < m_experiment.prompts.size(); ++i) {
                if (i == shown.promptIndex && c == shown.caseIndex)
                    continue;
                const QJsonObject variables = m_variables.areOfTheCase() ? ofAll : variablesOf(c, i);
                for (int k = 0; k < m_experiment.prompts.at(i).messages.size(); ++k) {
                    if (std::chrono::steady_clock::now() >= end)
                        return;
                    (void)render({i, k}, c, variables);
                }
            }
        }
    }

    /// Where a script gives none, the cell says why when it is run.
    [[nodiscard]] QJsonObject variablesOf(int caseIndex, int promptIndex)
    {
        const Result<QJsonObject> variables = m_variables.of({caseIndex, promptIndex, 0, 0}, {{}, storedNames(caseIndex)});
        return variables ? *variables : variablesToJson(effectiveVariables(m_experiment, m_experiment.cases.value(caseIndex)));
    }

    /// Answers that there will be, under the names that cases before give them.
    [[nodiscard]] QJsonObject storedNames(int caseIndex) const
    {
        QJsonObject names;
        if (!m_experiment.planKeys.contains("storeOutputAs"_L1))
            return names;
        for (int i = 0; i < std::min<qsizetype>(caseIndex, m_limits.cases); ++i) {
            const QString name = storedName(m_experiment, m_experiment.cases.value(i));
            if (!name.isEmpty())
                names.insert(name, QString());
        }
        return names;
    }

    /// Notes what is wrong with a case. Nothing where there is no template to render.
    std::optional<TemplateReview> render(const Place &place, int caseIndex, const QJsonObject &variables)
    {
        if (m_broken.contains(place))
            return std::nullopt;
        const Prompt &prompt = m_experiment.prompts.at(place.first);
        const Case aCase = m_experiment.cases.value(caseIndex);
        const QString text = messagesForCase(m_experiment, prompt, aCase).at(place.second).text;
        const qsizetype before = place.second == 0 ? promptAffixes(m_experiment, aCase).prefix.size() : 0;
        const TemplateForm form = templateForm(m_experiment, prompt, aCase, text);
        const Result<TemplateReview> review = m_templates.review(text, variables, form);
        const int told = m_experiment.cases.isEmpty() ? -1 : caseIndex;
        if (!review) {
            const Error &error = review.error();
            const TextRange range =
                error.line > 0 ? inPrompt(tagAt(text, error.line, error.column), before, textOf(place)) : TextRange{};
            note({PromptFaultKind::DoesNotRender, place.first, place.second, range.from, range.length, told, error.detail}, {});
            return std::nullopt;
        }
        for (const MissingValue &missing : review->missing) {
            const TextRange range = inPrompt(nameAt(text, missing.line, missing.column, missing.name), before, textOf(place));
            note({PromptFaultKind::MissingValue, place.first, place.second, range.from, range.length, told, {}}, missing.name);
        }
        return *review;
    }

    /// A range of the text of a case as one of the prompt's own; none where it is in what the case adds.
    static TextRange inPrompt(TextRange range, qsizetype before, const QString &own)
    {
        range.from -= static_cast<decltype(range.from)>(before);
        return range.from < 0 || range.from + range.length > own.size() ? TextRange{} : range;
    }

    void note(const PromptFault &fault, const QString &variable)
    {
        const auto isSame = [&](const OfCases &other) {
            return other.fault.kind == fault.kind && other.fault.promptIndex == fault.promptIndex
                   && other.fault.messageIndex == fault.messageIndex && other.fault.from == fault.from
                   && other.fault.text == fault.text && other.variable == variable;
        };
        const auto known = std::ranges::find_if(m_ofCases, isSame);
        if (known == m_ofCases.end()) {
            m_ofCases.append({fault, variable, 1});
            return;
        }
        ++known->cases;
        known->fault.caseIndex = std::min(known->fault.caseIndex, fault.caseIndex);
    }

    void tellCases()
    {
        const qsizetype cases = m_experiment.cases.size();
        for (const OfCases &each : std::as_const(m_ofCases)) {
            PromptFault fault = each.fault;
            if (fault.kind == PromptFaultKind::MissingValue)
                fault.text = tr("The variable \"%1\" has no value.").arg(each.variable);
            if (fault.kind == PromptFaultKind::DoesNotRender && !fault.text.endsWith(u'.'))
                fault.text += u'.';
            if (cases > 1 && each.cases == 1)
                fault.text += u' ' + tr("(case %1)").arg(fault.caseIndex + 1);
            else if (cases > 1 && each.cases < cases)
                fault.text += u' ' + tr("(cases: %1, the first is case %2)").arg(each.cases).arg(fault.caseIndex + 1);
            m_review.faults.append(fault);
        }
    }

    const Experiment &m_experiment;
    TemplateEngine &m_templates;
    const ReviewLimits m_limits;
    CaseVariables m_variables;
    PromptReview m_review;
    QSet<Place> m_broken;
    QSet<Place> m_unrunnable;
    QList<OfCases> m_ofCases;
};

} // namespace

bool forbidsRun(PromptFaultKind kind)
{
    return kind == PromptFaultKind::NotATemplate || kind == PromptFaultKind::UnknownName;
}

QString faultPlace(const Experiment &experiment, const PromptFault &fault)
{
    QStringList parts;
    if (experiment.prompts.size() > 1)
        parts += promptPlace(experiment.prompts.value(fault.promptIndex), fault.promptIndex);
    const Messages messages = experiment.prompts.value(fault.promptIndex).messages;
    if (messages.size() > 1 && fault.messageIndex >= 0)
        parts += QCoreApplication::translate("PromptReview", "message %1").arg(fault.messageIndex + 1);
    const QString text = messages.value(fault.messageIndex).text;
    if (fault.length > 0 && text.contains(u'\n'))
        parts += QCoreApplication::translate("PromptReview", "line %1").arg(text.first(fault.from).count(u'\n') + 1);
    return parts.join(u", "_s);
}

bool PromptReview::renders() const
{
    return std::ranges::all_of(messages, &RenderedMessage::renders);
}

Messages PromptReview::sent() const
{
    Messages list;
    for (const RenderedMessage &message : messages)
        list.append(message.parts.isEmpty() ? Message{message.role, message.text} : messageOfParts(message.role, message.parts));
    return list;
}

PromptReview reviewPrompts(const Experiment &experiment, const CellKey &shown, TemplateEngine &templates,
                           const ReviewLimits &limits)
{
    return PromptReviewer(experiment, templates, limits).review(shown);
}

TemplateForm templateForm(const Experiment &experiment, const Prompt &prompt, const Case &aCase, const QString &text)
{
    static const QRegularExpression json(uR"(^(\[|\{(?![{%#])))"_s); // "{{ task }}" is a template, no map
    const bool looksLikeJson = json.match(text).hasMatch();
    const bool isPlain = prompt.messages.size() > 1 && looksLikeJson && !isContentParts(text);
    if (isPlain)
        return TemplateForm::Plain;
    return takesDataAsText(experiment, aCase) ? TemplateForm::PromptOfText : TemplateForm::Prompt;
}

} // namespace Tempera
