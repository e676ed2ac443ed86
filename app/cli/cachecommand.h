// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/arguments.h"
#include "app/cli/command.h"
#include "models/core/ports/cachebrowser.h"

namespace Tempera {

/// `tempera cache list`: the answers that are kept.
class CacheListCommand final : public Command
{
    Q_OBJECT
public:
    CacheListCommand(const CliContext &context, const CacheListArguments &arguments);
    void start() override;

private:
    void write(const CachePage &page);
    void writeTable(const CachePage &page);

    CacheListArguments m_arguments;
};

/// `tempera cache clear`: deletes them, or the older ones.
class CacheClearCommand final : public Command
{
    Q_OBJECT
public:
    CacheClearCommand(const CliContext &context, const CacheClearArguments &arguments);
    void start() override;

private:
    CacheClearArguments m_arguments;
};

} // namespace Tempera
