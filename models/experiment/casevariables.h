// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/cell.h"
#include "models/experiment/scripts.h"

#include <QJsonArray>
#include <QJsonObject>

#include <memory>

namespace Tempera {

/// Answers of earlier cells of a run that a prompt may use.
struct EarlierAnswers {
    QJsonArray conversation = {}; ///< promptfoo's `_conversation`: maps with `prompt`, `input` and `output`, the oldest first.
    QJsonObject stored = {};      ///< By the name that `options.storeOutputAs` gives them.

    bool operator==(const EarlierAnswers &) const = default;
};

/// Whether a prompt looks at what was said before in its conversation.
[[nodiscard]] bool usesConversation(const Experiment &experiment);
/// The name under which the answer to a case is kept for later ones; empty = it is not.
[[nodiscard]] QString storedName(const Experiment &experiment, const Case &aCase);
/// Whether cells use answers of earlier ones: they are asked one after the other.
[[nodiscard]] bool needsOrder(const Experiment &experiment);

/// Whether prompts of a case may get other values than it has: changed ones, those of scripts, or earlier answers.
[[nodiscard]] bool changesVariables(const Experiment &experiment, const Case &aCase);

/// The values of the variables of cells as their prompts get them: those of the case, changed by `options.transformVars`, with
/// earlier answers, and with what scripts give for them. Lives on one thread; a script may take as long as its limits allow.
class CaseVariables
{
public:
    explicit CaseVariables(const Experiment &experiment, const Limits &limits = {});

    /// Whether all cells of a case have the same, whatever prompt and variant they are of.
    [[nodiscard]] bool areOfTheCase() const { return m_areOfTheCase; }
    /// Error (Script): what a script did not give.
    [[nodiscard]] Result<QJsonObject> of(const CellKey &key, const EarlierAnswers &earlier = {});
    /// The prompt of a cell; of one that is a function what that gives for these values.
    [[nodiscard]] Result<Prompt> promptOf(const CellKey &key, const QJsonObject &variables);

private:
    [[nodiscard]] Result<void> transform(const CellKey &key, QJsonObject &variables);
    [[nodiscard]] Result<void> fillScripts(const CellKey &key, QJsonObject &variables);
    [[nodiscard]] Result<ScriptHost *> host();
    [[nodiscard]] QJsonObject providerOfCell(const CellKey &key) const;

    Experiment m_experiment;
    Limits m_limits;
    bool m_usesConversation = false;
    bool m_areOfTheCase = true;
    std::unique_ptr<ScriptHost> m_host; ///< Made on first use.
};

} // namespace Tempera
