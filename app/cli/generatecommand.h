// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/arguments.h"
#include "app/cli/command.h"

#include <QStringEncoder>

#include <memory>

namespace Tempera {

/// `tempera generate`: one request; its text goes to standard output as it comes.
class GenerateCommand final : public Command
{
    Q_OBJECT
public:
    GenerateCommand(const CliContext &context, const GenerateArguments &arguments);
    ~GenerateCommand() override;
    void start() override;
    void interrupt() override;

private:
    /// Grammar and schema into the settings.
    [[nodiscard]] std::optional<Error> readFiles();
    [[nodiscard]] std::optional<Error> refusedParameter(const Endpoint &endpoint, const Capabilities &capabilities) const;
    void show(const GenerationRequest &request);
    void writeRequest(const ShownRequest &request);
    void receive(const GenerationBatch &batch);
    void writeText(const QString &text);
    void showProgress(const GenerationEvent &event);
    void clearProgress();
    void end();
    [[nodiscard]] QJsonObject resultJson() const;

    GenerateArguments m_arguments;
    std::unique_ptr<Generation> m_generation;
    Cell m_cell;
    QStringEncoder m_encoder{QStringEncoder::Utf8};
    QChar m_lastWritten = u'\n';
    bool m_progressShown = false;
    bool m_interrupted = false;
};

} // namespace Tempera
