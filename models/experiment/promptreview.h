// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/cell.h"
#include "models/experiment/experiment.h"
#include "models/text/prompttemplate.h"

#include <QList>
#include <QString>

#include <chrono>

namespace Tempera {

/// What can be wrong with a prompt, the worst first.
enum class PromptFaultKind {
    NotATemplate,  ///< A tag or a block that is not closed or cannot be read.
    UnknownName,   ///< A filter or a test that there is not.
    DoesNotRender, ///< It cannot be rendered with the values of a case.
    MissingValue,  ///< A variable that has no value.
    SingleBraces,  ///< `{name}` where there is a variable of that name.
    Empty,         ///< Nothing is asked.
};

/// One fault of a prompt, with its place.
struct PromptFault {
    PromptFaultKind kind = PromptFaultKind::NotATemplate;
    int promptIndex = 0;
    int messageIndex = -1; ///< −1 = the prompt has no message.
    qsizetype from = 0;    ///< UTF-16 units in the message's text.
    qsizetype length = 0;  ///< 0 = no place of its own in the text.
    int caseIndex = -1;    ///< The first case that has it; −1 = it does not depend on the case.
    QString text = {};     ///< One translated sentence without the place.

    bool operator==(const PromptFault &) const = default;
};

/// Whether a prompt with this fault cannot be meant, whatever the values: nothing of it is run.
[[nodiscard]] bool forbidsRun(PromptFaultKind kind);
/// "prompt 1, message 2, line 3", as far as there is more than one of them; translated.
[[nodiscard]] QString faultPlace(const Experiment &experiment, const PromptFault &fault);

/// A message as it would be sent.
struct RenderedMessage {
    Role role = Role::User;
    QString text; ///< The template itself where it does not render.
    QList<FilledSpan> filled;
    bool renders = true;     ///< False: `text` is not what would be sent.
    MessageParts parts = {}; ///< What would be sent in place of the text, where it holds parts.

    bool operator==(const RenderedMessage &) const = default;
};

/// The faults of all prompts, and one prompt rendered with the values of one case.
struct PromptReview {
    QList<PromptFault> faults; ///< By prompt, message and place.
    QList<RenderedMessage> messages;

    /// The messages are what would be sent.
    [[nodiscard]] bool renders() const;
    /// What would be sent; use it only where it renders.
    [[nodiscard]] Messages sent() const;
};

/// How much is looked at. Cases beyond it are not: their faults show when they are run.
struct ReviewLimits {
    int cases = 200;
    std::chrono::milliseconds time{1000}; ///< After which no further case is rendered.
};

/// Looks through all prompts and renders the one that `shown` names, with its case. Takes as long as the templates do.
[[nodiscard]] PromptReview reviewPrompts(const Experiment &experiment, const CellKey &shown, TemplateEngine &templates,
                                         const ReviewLimits &limits = {});

/// How a message of a prompt is rendered: in a conversation promptfoo renders the messages' texts, and one that is JSON is
/// not rewritten.
[[nodiscard]] TemplateForm templateForm(const Experiment &experiment, const Prompt &prompt, const Case &aCase,
                                        const QString &text);

} // namespace Tempera
