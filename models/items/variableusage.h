// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/experiment/experiment.h"
#include "models/text/prompttemplate.h"

#include <QHash>
#include <QSet>
#include <QStringList>

#include <memory>
#include <optional>

namespace Tempera {

/// Which variables an experiment's prompts ask for, kept up to date while it is typed. A message that is not a template
/// at the moment (a tag is being typed) counts as it did when it last was one; so does one that takes too long to read. One
/// thread, that of the window: no text is read for longer than a moment.
class VariableUsage
{
public:
    /// Looks at what has changed since the last time.
    void update(const Experiment &experiment);
    /// Another experiment: what was known of its messages is nothing for this one.
    void forget();

    /// Names that the prompts use, each once, in the order of first use.
    [[nodiscard]] const QStringList &promptNames() const { return m_promptNames; }
    /// Whether a prompt, the value of another variable, or a check uses it. Looks at the values and checks of the first
    /// 5,000 cases.
    [[nodiscard]] bool isUsed(const QString &name);
    /// Cases that have no value for it, neither their own nor the default case's.
    [[nodiscard]] int missingIn(const QString &name);

private:
    /// The variables of a text; nothing where it is not a template.
    [[nodiscard]] std::optional<QStringList> namesIn(const QString &text);
    [[nodiscard]] std::optional<QStringList> readNames(const QString &tags, const QString &text);
    void lookAtCases();
    void lookAtValue(const QJsonValue &value);
    void lookAtCase(const Case &aCase);

    Experiment m_experiment;
    QStringList m_promptNames;
    QList<QList<QStringList>> m_byMessage; ///< Of each message when it last was a template.
    std::unique_ptr<TemplateEngine> m_engine;
    /// Names by the tags of texts that were looked at; nothing where they cannot be read.
    QHash<QString, std::optional<QStringList>> m_templates;
    QSet<QString> m_elsewhere; ///< Used in values and checks.
    QHash<QString, int> m_missing;
    bool m_casesLookedAt = false;
    bool m_promptsLeft = false; ///< What one of them names could not be read: not in time, or not at all.
    bool m_casesLeft = false;   ///< There was no time to look at all.
};

} // namespace Tempera
