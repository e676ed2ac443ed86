// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/clicontext.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace Tempera {

/// The bytes of a file named on the command line; standard input for nothing or "-".
[[nodiscard]] inline Result<QByteArray> readInput(const CliContext &context, const std::optional<QString> &file)
{
    if (!file || *file == QLatin1StringView("-"))
        return context.readInput();
    return context.files->read(*file);
}

/// The prompt of the command line, else that on standard input, which ends with a line feed of the shell that nobody
/// means.
[[nodiscard]] inline Result<QString> promptOrInput(const CliContext &context, const std::optional<QString> &prompt)
{
    if (prompt)
        return *prompt;
    const Result<QByteArray> input = context.readInput();
    if (!input)
        return std::unexpected(input.error());
    QString text = QString::fromUtf8(*input);
    if (text.endsWith(u'\n'))
        text.chop(text.endsWith(QLatin1StringView("\r\n")) ? 2 : 1);
    return text;
}

} // namespace Tempera
