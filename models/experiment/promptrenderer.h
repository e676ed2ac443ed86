// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/cell.h"
#include "models/experiment/casevariables.h"
#include "models/text/prompttemplate.h"

#include <QJsonObject>

#include <optional>

namespace Tempera {

/// Why nobody of this kind can be asked what a prompt holds; nothing where it can.
[[nodiscard]] std::optional<Error> unsuitableParts(const Endpoint &endpoint, const Messages &messages);

/// Renders the prompts of planned cells. Cells of one case and prompt that come one after the other share one text. Lives on
/// the thread of its template engine; a template may be a long script.
class PromptRenderer
{
public:
    /// `templates` outlives it.
    /// `limits` are those of the experiment's scripts.
    PromptRenderer(const Experiment &experiment, TemplateEngine &templates, const Limits &limits = {});

    /// Puts the messages into the cell's request, or makes the cell Failed with the reason. Cells that are final stay as they
    /// are, but that one of which nobody can be asked shows what would have been. `earlier` are answers that the prompt may use.
    void render(Cell &cell, const EarlierAnswers &earlier = {});

private:
    [[nodiscard]] const Result<Messages> &messagesOf(const CellKey &key, const EarlierAnswers &earlier);
    [[nodiscard]] Result<Messages> renderedNow(const CellKey &key);
    [[nodiscard]] Result<QString> renderedOrEmpty(TemplateForm form, const QString &text, const QJsonObject &variables);
    void giveAnswer(Cell &cell);
    void showUnasked(Cell &cell, const EarlierAnswers &earlier);
    [[nodiscard]] Result<Messages> rendered(int promptIndex, const Prompt &prompt, const Case &aCase);

    Experiment m_experiment;
    TemplateEngine &m_templates;
    CaseVariables m_values;
    std::optional<int> m_caseIndex; ///< Whose variables are kept.
    Result<QJsonObject> m_variables;
    std::optional<CellKey> m_last; ///< Of what was rendered last; only case and prompt count.
    Result<Messages> m_messages;
    QString m_written;          ///< The text of a chat that only the variables made one, which an echo repeats as it is.
    QStringList m_unread;       ///< Variables whose file may not be read: what needs them is not asked.
    QStringList m_withoutValue; ///< Variables in them that have no value.
};

} // namespace Tempera
