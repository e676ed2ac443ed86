// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/ports/background.h"
#include "models/experiment/experiment.h"
#include "models/items/answercomparison.h"

#include <QObject>

#include <deque>
#include <memory>

namespace Tempera {

/// Compares answers beside the GUI thread and keeps the last comparisons, one a pair. GUI thread.
class LiveComparisons final : public QObject
{
    Q_OBJECT
public:
    /// So many pairs are kept; of one that is forgotten the work stops.
    static constexpr std::size_t MostPairs = 64;

    /// `background` outlives it; null = comparing happens at once.
    explicit LiveComparisons(Background *background, QObject *parent = nullptr);
    ~LiveComparisons() override;

    /// How an answer differs from another one. Null while that is worked out: changed() follows. Holds until the next call.
    [[nodiscard]] const AnswerComparison *of(const Cell &before, const Cell &now);
    /// The same with what the case's checks expect (see expectedTexts()); of several the text that is nearest.
    [[nodiscard]] const AnswerComparison *withExpected(const Experiment &experiment, int caseIndex, const Cell &now);
    /// The same with what the model was given to work on, see compareWithInput().
    [[nodiscard]] const AnswerComparison *withInput(const Experiment &experiment, int caseIndex, const Cell &now);

Q_SIGNALS:
    void changed();

private:
    struct Pair;
    struct Templates;
    [[nodiscard]] static std::unique_ptr<Pair> pairOfCase(const Experiment &experiment, int caseIndex, const Cell &now);
    [[nodiscard]] const AnswerComparison *ask(std::unique_ptr<Pair> wanted);

    Background *m_background = nullptr;
    std::shared_ptr<Templates> m_templates;    ///< For the works alone.
    std::deque<std::shared_ptr<Pair>> m_pairs; ///< The last one that was asked for comes first.
};

} // namespace Tempera
