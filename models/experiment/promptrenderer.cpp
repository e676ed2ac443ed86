// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/promptrenderer.h"

#include "models/experiment/promptproblems.h"
#include "models/experiment/promptreview.h"
#include "models/experiment/providerscript.h"
#include "models/experiment/reading/promptreader.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

void failUnrendered(Cell &cell, const Error &error)
{
    cell.state = CellState::Failed;
    cell.error = error;
}

QStringList unreadVariables(const Experiment &experiment, int caseIndex)
{
    QStringList names;
    const Variables variables = effectiveVariables(experiment, experiment.cases.value(caseIndex));
    for (const Variable &variable : variables) {
        if (variable.value.isUndefined())
            names += variable.name;
    }
    return names;
}

} // namespace

std::optional<Error> unsuitableParts(const Endpoint &endpoint, const Messages &messages)
{
    if (endpoint.kind != EndpointKind::Local || holdOnlyText(messages))
        return std::nullopt;
    return failure(ErrorKind::BadRequest,
                   QCoreApplication::translate(
                       "Plan", "A local model takes text only; the prompt has an image or another part that is not text."))
        .error();
}

PromptRenderer::PromptRenderer(const Experiment &experiment, TemplateEngine &templates, const Limits &limits)
    : m_experiment(experiment), m_templates(templates), m_values(experiment, limits)
{
}

void PromptRenderer::render(Cell &cell, const EarlierAnswers &earlier)
{
    if (isFinal(cell.state)) {
        if (cell.state == CellState::Failed && cell.request.messages.isEmpty())
            showUnasked(cell, earlier);
        return;
    }
    const Result<Messages> &messages = messagesOf(cell.request.key, earlier);
    if (!messages) {
        failUnrendered(cell, messages.error());
        return;
    }
    if (const std::optional<Error> unsuitable = unsuitableParts(cell.request.endpoint, *messages)) {
        failUnrendered(cell, *unsuitable);
        return;
    }
    cell.request.messages = *messages;
    const bool isScript = cell.request.endpoint.kind == EndpointKind::Script;
    if ((isScript || cell.request.endpoint.kind == EndpointKind::Echo) && !m_written.isNull())
        cell.request.given = m_written;
    if (m_variables && (isScript || !m_experiment.scripts.isEmpty())) // a fallback or a judge may be one
        cell.request.context = scriptContextOf(m_experiment, cell.request.key, *m_variables);
    cell.request.withoutValue = m_withoutValue;
    cell.request.values = m_values.made();
    giveAnswer(cell);
}

/// Why it failed stays as it is, whatever the prompt's own faults are.
void PromptRenderer::showUnasked(Cell &cell, const EarlierAnswers &earlier)
{
    const Result<Messages> &messages = messagesOf(cell.request.key, earlier);
    if (!messages)
        return;
    cell.request.messages = *messages;
    cell.request.values = m_values.made();
}

void PromptRenderer::giveAnswer(Cell &cell)
{
    const std::optional<QString> given = givenAnswer(m_experiment.cases.value(cell.request.key.caseIndex));
    if (!given)
        return;
    cell.request.endpoint = endpointFromId(u"echo"_s);
    cell.request.given = *given; // an answer, not a template
}

const Result<Messages> &PromptRenderer::messagesOf(const CellKey &key, const EarlierAnswers &earlier)
{
    const bool isShared = m_values.areOfTheCase();
    if (isShared && m_last && m_last->caseIndex == key.caseIndex && m_last->promptIndex == key.promptIndex)
        return m_messages;
    prepareTemplates(m_templates, m_experiment);
    if (!isShared || m_caseIndex != key.caseIndex) {
        m_variables = m_values.of(key, earlier);
        m_unread = unreadVariables(m_experiment, key.caseIndex);
        m_caseIndex = key.caseIndex;
    }
    m_withoutValue.clear();
    m_written = QString();
    m_messages = renderedNow(key);
    m_last = key;
    return m_messages;
}

Result<Messages> PromptRenderer::renderedNow(const CellKey &key)
{
    if (!m_variables)
        return std::unexpected(m_variables.error());
    const Result<Prompt> prompt = m_values.promptOf(key, *m_variables);
    if (!prompt)
        return std::unexpected(prompt.error());
    return rendered(key.promptIndex, *prompt, m_experiment.cases.value(key.caseIndex));
}

/// As promptfoo does, a variable without a value leaves nothing in its place; but which ones these are is told.
Result<QString> PromptRenderer::renderedOrEmpty(TemplateForm form, const QString &text, const QJsonObject &variables)
{
    Result<QString> whole = m_templates.renderAs(form, text, variables, MissingVariables::Error);
    if (whole || whole.error().parameter.isEmpty() || m_unread.contains(whole.error().parameter.section(u'.', 0, 0)))
        return whole;
    if (const Result<TemplateReview> review = m_templates.review(text, variables, form)) {
        for (const MissingValue &missing : review->missing)
            m_withoutValue += missing.name;
        m_withoutValue.removeDuplicates();
    }
    return m_templates.renderAs(form, text, variables, MissingVariables::Empty);
}

Result<Messages> PromptRenderer::rendered(int promptIndex, const Prompt &prompt, const Case &aCase)
{
    Messages messages;
    for (const Message &message : messagesForCase(m_experiment, prompt, aCase)) {
        const TemplateForm form = templateForm(m_experiment, prompt, aCase, message.text);
        Result<QString> text = renderedOrEmpty(form, message.text, *m_variables);
        if (!text) {
            Error error = text.error();
            const bool isOfAValue = form == TemplateForm::Prompt && error.kind == ErrorKind::Template && error.line == 0
                                    && error.parameter.isEmpty() && error.detail.contains(u": "_s);
            if (isOfAValue)
                error.detail += u' '
                                + QCoreApplication::translate(
                                    "Plan", "(With metadata.tempera.data: text, a case's values are used as they are.)");
            error.place = promptPlace(prompt, promptIndex);
            return std::unexpected(error);
        }
        const Result<Message> sent =
            isContentParts(message.text) ? messageFromPartsText(message.role, *text) : Message{message.role, *text};
        if (!sent) {
            Error error = sent.error();
            error.place = promptPlace(prompt, promptIndex);
            return std::unexpected(error);
        }
        messages.append(*sent);
    }
    // One text may become a whole conversation only with its variables ("{{ conversation }}").
    if (prompt.messages.size() != 1 || messages.constFirst().role != Role::User || !messages.constFirst().parts.isEmpty())
        return messages;
    const QString text = messages.constFirst().text;
    messages = messagesFromText(text, PartsAs::Values);
    if (messages.size() > 1 || messages.constFirst().text != text)
        m_written = text;
    return messages;
}

} // namespace Tempera
