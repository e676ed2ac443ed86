// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/batchoptions.h"

#include "app/cli/caseoptions.h"
#include "app/cli/moneyoptions.h"
#include "app/cli/sharedoptions.h"

namespace Tempera {
namespace {

struct BatchVerbWords {
    BatchVerb verb;
    const char *name;
    const char *help;
};

CLI::App &addBatchVerb(CLI::App &command, BatchArguments &batch, const BatchVerbWords &words, const std::function<void()> &chosen)
{
    CLI::App &made = *command.add_subcommand(words.name, text(words.help));
    made.callback([&batch, verb = words.verb, chosen] {
        batch.verb = verb;
        chosen();
    });
    return made;
}

void addExperiment(CLI::App &command, BatchArguments &batch)
{
    command
        .add_option_function<std::string>(
            "FILE", [&batch](const std::string &word) { batch.run.file = QString::fromStdString(word); },
            text(QT_TRANSLATE_NOOP("Cli", "The experiment, YAML or JSON in promptfoo's schema")))
        ->required();
}

/// What of the experiment is asked; the answers are merged with the same words.
void addBatchScope(CLI::App &command, BatchArguments &batch)
{
    addNumber<int>(command, "--repeat", batch.run.repeat, {1, 1'000'000}, QT_TRANSLATE_NOOP("Cli", "Repeats of each cell"));
    addFilterPattern(command, batch.run.filterPattern);
    addCaseOptions(command, batch.run.choice);
    addPartOptions(command, batch.run.parts);
    addTrustOptions(command, batch.run);
}

/// How results are shown, which is as `run` does.
void addBatchShow(CLI::App &command, BatchArguments &batch)
{
    addOutputOption(command, batch.run.outputs);
    command.add_flag_callback(
        "--no-table", [&batch] { batch.run.table = TableUse::Without; },
        text(QT_TRANSLATE_NOOP("Cli", "Do not show the variants side by side; the summary stays")));
}

void addBatchJson(CLI::App &command, BatchArguments &batch)
{
    command.add_flag_callback(
        "--json", [&batch] { batch.run.shape = OutputShape::Json; },
        text(QT_TRANSLATE_NOOP("Cli", "Write JSON to standard output")));
}

CLI::Option &addBatchId(CLI::App &command, BatchArguments &batch, const char *help)
{
    return *command.add_option_function<std::string>(
        "BATCH", [&batch](const std::string &word) { batch.batch = QString::fromStdString(word); }, text(help));
}

void addBatchFiles(CLI::App &command, BatchArguments &batch, const std::function<void()> &chosen)
{
    CLI::App &write = addBatchVerb(command, batch,
                                   {BatchVerb::Write, "write",
                                    QT_TRANSLATE_NOOP("Cli", "Write the requests of an experiment as an OpenAI batch file; "
                                                             "nothing is sent")},
                                   chosen);
    addExperiment(write, batch);
    addText(write, "-o,--output", batch.target, QT_TRANSLATE_NOOP("Cli", "The JSONL file; standard output if omitted"), "FILE");
    addBatchScope(write, batch);

    CLI::App &read = addBatchVerb(command, batch,
                                  {BatchVerb::Read, "read",
                                   QT_TRANSLATE_NOOP("Cli", "Judge and store the answers in OpenAI's output and error files as a "
                                                            "run, with the options of `batch write`")},
                                  chosen);
    addExperiment(read, batch);
    read.add_option_function<std::vector<std::string>>(
            "RESULTS",
            [&batch](const std::vector<std::string> &words) {
                for (const std::string &word : words)
                    batch.results += QString::fromStdString(word);
            },
            text(QT_TRANSLATE_NOOP("Cli", "Output and error files, JSONL")))
        ->required();
    addBatchShow(read, batch);
    addBatchScope(read, batch);
    addBatchJson(read, batch);
    read.add_flag_callback(
        "--no-ledger", [&batch] { batch.run.ledger = LedgerUse::Without; },
        text(QT_TRANSLATE_NOOP("Cli", "Do not store the run; works without a usable ledger")));
}

} // namespace

void addBatchCommand(CLI::App &app, BatchArguments &batch, const std::function<void()> &chosen)
{
    CLI::App &command =
        *app.add_subcommand("batch", text(QT_TRANSLATE_NOOP("Cli", "Runs at batch price: sent at once, answered within a day")));
    command.require_subcommand(1);
    addBatchFiles(command, batch, chosen);

    CLI::App &submit = addBatchVerb(
        command, batch,
        {BatchVerb::Submit, "submit", QT_TRANSLATE_NOOP("Cli", "Send the requests of an experiment to its providers as batches")},
        chosen);
    addExperiment(submit, batch);
    addBatchScope(submit, batch);
    addMaxCost(submit, batch.run);
    addBatchJson(submit, batch);

    CLI::App &status = addBatchVerb(
        command, batch, {BatchVerb::Status, "status", QT_TRANSLATE_NOOP("Cli", "Ask how far the batches are")}, chosen);
    addBatchId(status, batch, QT_TRANSLATE_NOOP("Cli", "A batch or a run, by its id or the beginning of it; all if omitted"));
    addBatchJson(status, batch);

    CLI::App &fetch = addBatchVerb(
        command, batch,
        {BatchVerb::Fetch, "fetch",
         QT_TRANSLATE_NOOP("Cli",
                           "Fetch the answers of a run whose batches are over, and judge and store them, with the options of "
                           "`batch submit`")},
        chosen);
    addBatchId(fetch, batch,
               QT_TRANSLATE_NOOP("Cli", "A batch or a run, by its id or the beginning of it; the newest if omitted"));
    addBatchShow(fetch, batch);
    addBatchScope(fetch, batch);
    addBatchJson(fetch, batch);

    CLI::App &cancel =
        addBatchVerb(command, batch,
                     {BatchVerb::Cancel, "cancel", QT_TRANSLATE_NOOP("Cli", "Cancel a batch; what is answered stays")}, chosen);
    addBatchId(cancel, batch, QT_TRANSLATE_NOOP("Cli", "A batch or a run, by its id or the beginning of it")).required();
}

} // namespace Tempera
