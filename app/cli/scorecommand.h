// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/arguments.h"
#include "app/cli/command.h"

#include <QStringList>

#include <memory>

namespace Tempera {

/// `tempera generate --labels LIST` and `--score-text TEXT`: how likely given texts are as the answer. Nothing is
/// written by the model.
class ScoreCommand final : public Command
{
    Q_OBJECT
public:
    ScoreCommand(const CliContext &context, const GenerateArguments &arguments);
    ~ScoreCommand() override;
    void start() override;
    void interrupt() override;

private:
    [[nodiscard]] Result<GenerationRequest> request() const;
    void receive(const GenerationBatch &batch);
    void end();
    void writeLabels();
    void writeText();

    GenerateArguments m_arguments;
    QStringList m_labels; ///< Empty: a text is scored.
    std::unique_ptr<Generation> m_generation;
    Cell m_cell;
};

} // namespace Tempera
