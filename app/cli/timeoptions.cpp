// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/timeoptions.h"

namespace Tempera {

void addDeadline(CLI::App &command, std::optional<std::chrono::milliseconds> &deadline, const char *description)
{
    command
        .add_option_function<std::string>(
            "--deadline",
            [&deadline](const std::string &word) {
                constexpr double most = 1e6;
                bool ok = false;
                const double seconds = QString::fromStdString(word).toDouble(&ok);
                if (!ok || !(seconds >= 0) || seconds > most)
                    refuse("--deadline", rangeText(0, most));
                deadline = std::chrono::milliseconds(std::llround(seconds * 1000));
            },
            text(description))
        ->type_name("SECONDS");
}

void addDelay(CLI::App &command, std::optional<std::chrono::milliseconds> &delay)
{
    command
        .add_option_function<std::string>(
            "--delay",
            [&delay](const std::string &word) {
                constexpr qlonglong most = 86'400'000;
                bool ok = false;
                const qlonglong wait = QString::fromStdString(word).toLongLong(&ok);
                if (!ok || wait < 0 || wait > most)
                    refuse("--delay",
                           QCoreApplication::translate("Cli", "must be a whole number from %1 to %2").arg(0).arg(most));
                delay = std::chrono::milliseconds(wait);
            },
            text(QT_TRANSLATE_NOOP("Cli", "Milliseconds from each answer to the next request, one cell at a time")))
        ->type_name("MS");
}

} // namespace Tempera
