// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/arguments.h"
#include "app/cli/command.h"

namespace Tempera {

/// `tempera validate`: reads an experiment and plans it, and says what is wrong with it. Nothing is asked.
class ValidateCommand final : public Command
{
    Q_OBJECT
public:
    ValidateCommand(const CliContext &context, const ValidateArguments &arguments);
    void start() override;

private:
    [[nodiscard]] ExitCode validate() const;

    ValidateArguments m_arguments;
};

} // namespace Tempera
