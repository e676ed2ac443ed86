// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/cacheoptions.h"

#include "app/cli/options.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// "30d"; whole days.
void readOlderThan(const std::string &word, CacheClearArguments &clear)
{
    static const QRegularExpression days(u"^(\\d{1,5})d$"_s);
    const QRegularExpressionMatch match = days.match(QString::fromStdString(word));
    if (!match.hasMatch())
        refuse("--older-than", QCoreApplication::translate("Cli", "must be a number of days (30d)"));
    clear.olderThan = std::chrono::days(match.captured(1).toInt());
}

void addJsonShape(CLI::App &app, OutputShape &shape)
{
    app.add_flag_callback(
        "--json", [&shape] { shape = OutputShape::Json; }, text(QT_TRANSLATE_NOOP("Cli", "Write JSON to standard output")));
}

} // namespace

void addCacheCommand(CLI::App &app, CacheArguments &arguments, std::optional<Arguments> &chosen)
{
    CLI::App &command =
        *app.add_subcommand("cache", text(QT_TRANSLATE_NOOP("Cli", "Responses that are kept, so that none is paid for twice")));
    command.require_subcommand(1);
    CLI::App &list = *command.add_subcommand("list", text(QT_TRANSLATE_NOOP("Cli", "The newest ones, and what they saved")));
    addNumber<int>(list, "-n,--limit", arguments.list.limit, {1, 1'000'000},
                   QT_TRANSLATE_NOOP("Cli", "At most this many; default 20"));
    addText(list, "--search", arguments.list.search,
            QT_TRANSLATE_NOOP("Cli", "Only those whose prompt, text, model or endpoint contains this"), "TEXT");
    addJsonShape(list, arguments.list.shape);
    list.callback([&arguments, &chosen] { chosen = arguments.list; });
    CLI::App &clear = *command.add_subcommand("clear", text(QT_TRANSLATE_NOOP("Cli", "Delete them; runs stay as they are")));
    clear
        .add_option_function<std::string>(
            "--older-than", [&arguments](const std::string &word) { readOlderThan(word, arguments.clear); },
            text(QT_TRANSLATE_NOOP("Cli", "Only those that were kept so many days ago or earlier, such as 30d")))
        ->type_name("DAYS");
    addJsonShape(clear, arguments.clear.shape);
    clear.callback([&arguments, &chosen] { chosen = arguments.clear; });
}

} // namespace Tempera
