// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/request.h"
#include "models/experiment/experiment.h"

#include <QHash>
#include <QJsonObject>

namespace Tempera {

/// Parameters that a case sets for itself: those of its `options`, and of the default case's what they leave open. The rest of
/// the options (`transform`, `repeat` …) is none of them.
[[nodiscard]] QJsonObject caseSettings(const Experiment &experiment, const Case &aCase);

/// What the prompts (`config`) and the cases of an experiment set beside the variants, as promptfoo 0.123.1 merges it: the case
/// counts most, then the prompt, then the variant. Each different set has a number. Any thread.
class CellSettings
{
public:
    CellSettings() = default;
    /// Looks at all cases only where some set parameters (Experiment::casesHaveSettings).
    explicit CellSettings(const Experiment &experiment);

    [[nodiscard]] int size() const { return static_cast<int>(m_settings.size()); }
    /// Empty: as the variant has it.
    [[nodiscard]] const QJsonObject &at(int number) const { return m_settings.at(number); }
    /// The number of the set of a cell, of the experiment that this was made of.
    [[nodiscard]] int numberOf(const Experiment &experiment, const CellKey &key) const;

private:
    int m_prompts = 0;
    QHash<QByteArray, int> m_ofCases; ///< Which sets of cases there are, by their JSON; empty = they have none.
    QList<QJsonObject> m_settings;    ///< By set of cases, then by prompt.
};

} // namespace Tempera
