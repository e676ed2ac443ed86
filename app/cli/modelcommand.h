// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/arguments.h"
#include "app/cli/command.h"

namespace Tempera {

/// `tempera models show|add|remove`: one model of the library.
class ModelCommand final : public Command
{
    Q_OBJECT
public:
    ModelCommand(const CliContext &context, const ModelArguments &arguments);
    void start() override;

private:
    [[nodiscard]] ExitCode show();
    [[nodiscard]] ExitCode change();

    ModelArguments m_arguments;
};

} // namespace Tempera
