// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/arguments.h"
#include "app/cli/command.h"

namespace Tempera {

/// `tempera models list`: local model files, then the catalog of hosted models with limits and prices.
class ModelsCommand final : public Command
{
    Q_OBJECT
public:
    ModelsCommand(const CliContext &context, const ModelsArguments &arguments);
    void start() override;

private:
    ModelsArguments m_arguments;
};

} // namespace Tempera
