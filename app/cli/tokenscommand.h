// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/arguments.h"
#include "app/cli/command.h"

namespace Tempera {

/// `tempera tokens`: the number of tokens of a text, or their ids, on standard output; what it rests on, on standard error.
class TokensCommand final : public Command
{
    Q_OBJECT
public:
    TokensCommand(const CliContext &context, const TokensArguments &arguments);
    void start() override;

private:
    void countByEncoding(const QString &encoding, Exactness exactness, const QByteArray &text);
    void countByModel(const Endpoint &endpoint, const QByteArray &text);
    void writeCount(std::int64_t tokens, Exactness exactness, const QString &by);
    void fail(const Error &error);

    TokensArguments m_arguments;
};

} // namespace Tempera
