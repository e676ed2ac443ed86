// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/pricesoptions.h"

#include "app/cli/options.h"

namespace Tempera {
namespace {

CLI::App &addPricesVerb(CLI::App &command, PricesArguments &prices, const std::function<void()> &chosen, const char *name,
                        PricesVerb verb, const char *help)
{
    CLI::App &made = *command.add_subcommand(name, text(help));
    made.add_flag_callback(
        "--json", [&prices] { prices.shape = OutputShape::Json; },
        text(QT_TRANSLATE_NOOP("Cli", "Write JSON to standard output")));
    made.callback([&prices, verb, chosen] {
        prices.verb = verb;
        if (verb == PricesVerb::Remove && prices.models.isEmpty() && !prices.all)
            throw CLI::RequiredError("MODEL or --all");
        chosen();
    });
    return made;
}

void addPricesModels(CLI::App &command, PricesArguments &prices, const char *help)
{
    addTexts(command, "MODEL", prices.models, help, "MODEL")->allow_extra_args(true);
}

} // namespace

void addPricesOptions(CLI::App &app, PricesArguments &prices, const std::function<void()> &chosen)
{
    CLI::App &command =
        *app.add_subcommand("prices", text(QT_TRANSLATE_NOOP("Cli", "Look up published prices, and keep what you take")));
    command.require_subcommand(1);
    addPricesVerb(command, prices, chosen, "list", PricesVerb::List,
                  QT_TRANSLATE_NOOP("Cli", "The prices that were taken from a published list"));
    CLI::App &refresh = addPricesVerb(
        command, prices, chosen, "refresh", PricesVerb::Refresh,
        QT_TRANSLATE_NOOP("Cli", "Fetch a published list and show what it would change; nothing is taken without --yes"));
    addPricesModels(refresh, prices, QT_TRANSLATE_NOOP("Cli", "Only these; all if omitted"));
    addText(refresh, "--from", prices.from,
            QT_TRANSLATE_NOOP("Cli",
                              "An https address or a file with LiteLLM's list of models; default: the address of the settings"),
            "URL|FILE");
    refresh.add_flag_callback(
        "--yes", [&prices] { prices.takes = true; },
        text(QT_TRANSLATE_NOOP("Cli", "Take what is shown; it holds until it is removed")));
    refresh.add_flag_callback(
        "--new", [&prices] { prices.withNew = true; },
        text(QT_TRANSLATE_NOOP("Cli", "Also models that the catalog does not know")));
    CLI::App &remove = addPricesVerb(command, prices, chosen, "remove", PricesVerb::Remove,
                                     QT_TRANSLATE_NOOP("Cli", "Go back to the built-in prices"));
    addPricesModels(remove, prices, QT_TRANSLATE_NOOP("Cli", "Of these models"));
    remove.add_flag_callback("--all", [&prices] { prices.all = true; }, text(QT_TRANSLATE_NOOP("Cli", "Of all models")));
}

} // namespace Tempera
