// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/arguments.h"

#include "app/cli/batchoptions.h"
#include "app/cli/cacheoptions.h"
#include "app/cli/caseoptions.h"
#include "app/cli/commandwords.h"
#include "app/cli/moneyoptions.h"
#include "app/cli/options.h"
#include "app/cli/pricesoptions.h"
#include "app/cli/raceoptions.h"
#include "app/cli/requestoption.h"
#include "app/cli/runchoice.h"
#include "app/cli/samplingoptions.h"
#include "app/cli/sharedoptions.h"
#include "app/cli/timeoptions.h"

#include <QCoreApplication>

#include <sstream>
#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr const char *endlessInput = "-";

template<typename T>
void addFlag(CLI::App &app, const std::string &name, T &target, T value, const char *description)
{
    app.add_flag_callback(name, [&target, value] { target = value; }, text(description));
}

void addJson(CLI::App &app, OutputShape &shape)
{
    addFlag(app, "--json", shape, OutputShape::Json, QT_TRANSLATE_NOOP("Cli", "Write JSON to standard output"));
}

/// All the commands with the places their options are read into.
struct Reader {
    CLI::App app;
    RunArguments run;
    ValidateArguments validate;
    GenerateArguments generate;
    TokensArguments tokens;
    CostArguments cost;
    SpendArguments spend;
    PricesArguments prices;
    ModelsArguments models;
    ModelArguments model;
    HistoryListArguments historyList;
    HistoryShowArguments historyShow;
    HistorySetAsideArguments historySetAside;
    HistoryShowArguments exported;
    ImportArguments imported;
    CacheArguments cache;
    BatchArguments batch;
    std::optional<Arguments> chosen;

    explicit Reader(const QString &version)
        : app(text(QT_TRANSLATE_NOOP("Cli", "Tempera, a workbench for prompts. Without a command it opens its window.")),
              "tempera")
    {
        app.set_version_flag("--version", "tempera " + version.toStdString(),
                             text(QT_TRANSLATE_NOOP("Cli", "Show the version and exit")));
        app.set_help_flag("-h,--help", text(QT_TRANSLATE_NOOP("Cli", "Show this help and exit")));
        app.require_subcommand(1);
        addRun();
        addValidate();
        addGenerate();
        addTokens();
        addCost();
        addSpend();
        addPricesOptions(app, prices, [this] { chosen = prices; });
        addModels();
        addHistory();
        addExport();
        addImport();
        addCacheCommand(app, cache, chosen);
        addBatchCommand(app, batch, [this] { chosen = batch; });
    }

    template<typename T>
    void choose(CLI::App &command, const T &from)
    {
        command.callback([this, &from] { chosen = from; });
    }

    void addRun()
    {
        CLI::App &command =
            *app.add_subcommand("run", text(QT_TRANSLATE_NOOP("Cli", "Run an experiment and show its variants side by side")));
        command.add_option_function<std::string>(
            "FILE,-c,--config", [this](const std::string &word) { run.file = QString::fromStdString(word); },
            text(QT_TRANSLATE_NOOP("Cli", "The experiment, YAML or JSON in promptfoo's schema")));
        addOutputOption(command, run.outputs);
        addNumber<int>(command, "-j,--max-concurrency", run.jobs, {1, 100'000},
                       QT_TRANSLATE_NOOP("Cli", "Cells running at the same time"));
        addNumber<int>(command, "--repeat", run.repeat, {1, 1'000'000}, QT_TRANSLATE_NOOP("Cli", "Repeats of each cell"));
        addDelay(command, run.delay);
        addFlag(command, "--no-ledger", run.ledger, LedgerUse::Without,
                QT_TRANSLATE_NOOP("Cli", "Do not store the run; works without a usable ledger"));
        addFlag(command, "--no-cache", run.cache, CacheUse::Never,
                QT_TRANSLATE_NOOP("Cli", "Ask for every answer anew instead of taking it from earlier runs"));
        addMaxCost(command, run);
        addFilterPattern(command, run.filterPattern);
        addCaseOptions(command, run.choice);
        addPartOptions(command, run.parts);
        addFlag(command, "--no-table", run.table, TableUse::Without,
                QT_TRANSLATE_NOOP("Cli", "Do not show the variants side by side; the summary stays"));
        addDeadline(
            command, run.deadline,
            QT_TRANSLATE_NOOP(
                "Cli",
                "Time limit of a cell in seconds, all attempts and waits together; 0 = none; default 1800 for remote models"));
        addStrict(command, run.strict);
        addRaceOptions(command, run.race);
        addTrustOptions(command, run);
        addResume(command);
        addFlag(command, "-w,--watch", run.watch, true,
                QT_TRANSLATE_NOOP("Cli", "Run again when the experiment or a file that it names changes, until Ctrl+C"));
        addJson(command, run.shape);
        command.callback([this] {
            settleResume();
            chosen = run;
        });
    }

    void addResume(CLI::App &command)
    {
        command
            .add_option_function<std::string>(
                "--resume", [this](const std::string &word) { run.resume = QString::fromStdString(word); },
                text(QT_TRANSLATE_NOOP("Cli",
                                       "Resume a run that was stopped or killed, by its id or the beginning of it; "
                                       "without one the newest such run of FILE, or of the ledger. Finished cells "
                                       "stay, also those that ended in an error, and nothing is asked twice; --repeat, "
                                       "--filter-pattern, --strict, --deadline and --race are as they were; --max-cost counts "
                                       "what was spent before")))
            ->type_name("RUN")
            ->expected(0, 1);
        addFlag(command, "--retry-errors", run.retryErrors, true,
                QT_TRANSLATE_NOOP("Cli", "With --resume: ask the cells again that ended in an error"));
    }

    /// The word behind --resume may be the file: a run's id has hexadecimal digits only.
    void settleResume()
    {
        if (!run.resume) {
            if (run.file.isEmpty())
                throw CLI::RequiredError("FILE");
            if (run.retryErrors)
                refuse("--retry-errors", QCoreApplication::translate("Cli", "needs --resume"));
            return;
        }
        if (run.watch)
            refuse("--watch", QCoreApplication::translate("Cli", "is not for --resume"));
        if (run.race)
            refuse("--race", QCoreApplication::translate("Cli", "is not for --resume: a run that is a race goes on as one"));
        if (run.ledger == LedgerUse::Without)
            refuse("--resume", QCoreApplication::translate("Cli", "needs the ledger"));
        if (run.resume->isEmpty() || looksLikeRun(*run.resume))
            return;
        if (!run.file.isEmpty())
            refuse("--resume", QCoreApplication::translate("Cli", "%1 is not the id of a run").arg(*run.resume));
        run.file = *std::exchange(run.resume, QString());
    }

    void addStrict(CLI::App &command, bool &strict)
    {
        addFlag(command, "--strict", strict, true,
                QT_TRANSLATE_NOOP("Cli", "Local models: identical requests get bit-identical answers; slower"));
    }

    void addValidate()
    {
        CLI::App &command =
            *app.add_subcommand("validate", text(QT_TRANSLATE_NOOP("Cli", "Check an experiment's file; nothing is asked")));
        command
            .add_option_function<std::string>(
                "FILE,-c,--config", [this](const std::string &word) { validate.file = QString::fromStdString(word); },
                text(QT_TRANSLATE_NOOP("Cli", "The experiment")))
            ->required();
        addPartOptions(command, validate.parts);
        addEnvFileOption(command, validate.envFiles);
        choose(command, validate);
    }

    void addGenerate()
    {
        CLI::App &command =
            *app.add_subcommand("generate", text(QT_TRANSLATE_NOOP("Cli", "Answer one prompt, streamed as it comes")));
        addText(command, "-m,--model", generate.model,
                QT_TRANSLATE_NOOP("Cli", "local:NAME, local:FILE.gguf, openai:chat:NAME, …; default local:tempera-mini"),
                "MODEL");
        addText(command, "--system", generate.system, QT_TRANSLATE_NOOP("Cli", "System message"), "TEXT");
        addSamplingOptions(command, generate);
        addFlag(command, "--raw", generate.form, PromptForm::Continuation,
                QT_TRANSLATE_NOOP("Cli", "Continue the text itself, without a chat template"));
        addDeadline(
            command, generate.deadline,
            QT_TRANSLATE_NOOP(
                "Cli", "Time limit of the answer in seconds, all attempts together; 0 = none; default 1800 for remote models"));
        addStrict(command, generate.strict);
        addText(
            command, "--labels", generate.labels,
            QT_TRANSLATE_NOOP("Cli", "Generate nothing; print the probability of each of these labels (a, b, c) as the answer"),
            "LIST");
        addText(command, "--score-text", generate.scoreText,
                QT_TRANSLATE_NOOP("Cli", "Generate nothing; print the probability of this text as the answer, token by token"),
                "TEXT");
        addShowRequest(command, generate.shownAs);
        addEnvFileOption(command, generate.envFiles);
        addJson(command, generate.shape);
        command.add_option_function<std::string>(
            "PROMPT",
            [this](const std::string &word) {
                if (word != endlessInput)
                    generate.prompt = QString::fromStdString(word);
            },
            text(QT_TRANSLATE_NOOP("Cli", "The prompt; - or nothing reads standard input")));
        choose(command, generate);
    }

    void addTokens()
    {
        CLI::App &command = *app.add_subcommand("tokens", text(QT_TRANSLATE_NOOP("Cli", "Count the tokens of a text")));
        addText(command, "-t,--tokenizer", tokens.target,
                QT_TRANSLATE_NOOP("Cli", "o200k_base (default), cl100k_base, or a model"), "ENCODING|MODEL");
        addFlag(command, "--ids", tokens.output, TokenOutput::Ids,
                QT_TRANSLATE_NOOP("Cli", "Write the token ids on one line instead of the count"));
        command.add_option_function<std::string>(
            "FILE",
            [this](const std::string &word) {
                if (word != endlessInput)
                    tokens.file = QString::fromStdString(word);
            },
            text(QT_TRANSLATE_NOOP("Cli", "The text; - or nothing reads standard input")));
        choose(command, tokens);
    }

    void addCost()
    {
        CLI::App &command =
            *app.add_subcommand("cost", text(QT_TRANSLATE_NOOP("Cli", "Estimate what requests to models would cost")));
        addCostOptions(command, cost);
        addJson(command, cost.shape);
        command.callback([this] {
            settleCost(cost);
            chosen = cost;
        });
    }

    void addSpend()
    {
        CLI::App &command = *app.add_subcommand("spend", text(QT_TRANSLATE_NOOP("Cli", "What was spent, from the ledger")));
        addSpendOptions(command, spend);
        addJson(command, spend.shape);
        choose(command, spend);
    }

    void addModels()
    {
        CLI::App &command = *app.add_subcommand("models", text(QT_TRANSLATE_NOOP("Cli", "The available models")));
        CLI::App &list = *command.add_subcommand(
            "list", text(QT_TRANSLATE_NOOP("Cli", "Local models, and hosted ones with limits and prices")));
        addJson(command, models.shape);
        addJson(list, models.shape);
        command.require_subcommand(0, 1);
        command.callback([this] {
            if (!chosen)
                chosen = models;
        });
        CLI::App &show = addModelVerb(command, "show", ModelVerb::Show, {"MODEL", QT_TRANSLATE_NOOP("Cli", "A name or a file")},
                                      QT_TRANSLATE_NOOP("Cli", "A model file's metadata and its hash"));
        addJson(show, model.shape);
        addModelVerb(command, "add", ModelVerb::Add, {"PATH", QT_TRANSLATE_NOOP("Cli", "A GGUF file, or a folder of them")},
                     QT_TRANSLATE_NOOP("Cli", "Add a file or a folder to the library"));
        addModelVerb(command, "remove", ModelVerb::Remove,
                     {"MODEL", QT_TRANSLATE_NOOP("Cli", "The name or path of what was added")},
                     QT_TRANSLATE_NOOP("Cli", "Remove a file or a folder from the library; the files stay"));
    }

    struct Operand {
        const char *name;
        const char *help;
    };

    CLI::App &addModelVerb(CLI::App &command, const char *name, ModelVerb verb, const Operand &operand, const char *help)
    {
        CLI::App &made = *command.add_subcommand(name, text(help));
        made.add_option_function<std::string>(
                operand.name, [this](const std::string &word) { model.model = QString::fromStdString(word); }, text(operand.help))
            ->required();
        made.callback([this, verb] {
            model.verb = verb;
            chosen = model;
        });
        return made;
    }

    void addHistory()
    {
        CLI::App &command = *app.add_subcommand("history", text(QT_TRANSLATE_NOOP("Cli", "Runs in the ledger")));
        command.require_subcommand(1);
        CLI::App &list = *command.add_subcommand("list", text(QT_TRANSLATE_NOOP("Cli", "The newest runs")));
        addNumber<int>(list, "-n,--limit", historyList.limit, {1, 1'000'000},
                       QT_TRANSLATE_NOOP("Cli", "At most this many; default 20"));
        addJson(list, historyList.shape);
        choose(list, historyList);
        CLI::App &show = *command.add_subcommand("show", text(QT_TRANSLATE_NOOP("Cli", "A run side by side")));
        show.add_option_function<std::string>(
            "RUN", [this](const std::string &word) { historyShow.run = QString::fromStdString(word); },
            text(QT_TRANSLATE_NOOP("Cli", "Its id or the beginning of it; the newest if omitted")));
        addOutputOption(show, historyShow.outputs);
        addJson(show, historyShow.shape);
        choose(show, historyShow);
        CLI::App &aside = *command.add_subcommand(
            "set-aside", text(QT_TRANSLATE_NOOP("Cli", "Rename the ledger and start a new one; nothing is deleted")));
        choose(aside, historySetAside);
    }

    /// What `history show` writes, without the table, for scripts.
    void addExport()
    {
        CLI::App &command = *app.add_subcommand(
            "export",
            text(QT_TRANSLATE_NOOP("Cli", "Write the results of a stored run to files, or as JSON to standard output")));
        command.add_option_function<std::string>(
            "RUN", [this](const std::string &word) { exported.run = QString::fromStdString(word); },
            text(QT_TRANSLATE_NOOP("Cli", "Its id or the beginning of it; the newest if omitted")));
        addOutputOption(command, exported.outputs);
        command.callback([this] {
            exported.table = TableUse::Without;
            exported.shape = exported.outputs.isEmpty() ? OutputShape::Json : OutputShape::People;
            chosen = exported;
        });
    }

    void addImport()
    {
        CLI::App &command = *app.add_subcommand(
            "import",
            text(QT_TRANSLATE_NOOP("Cli", "Put results of promptfoo, or of Tempera elsewhere, into the ledger as runs")));
        addTexts(command, "FILE", imported.files,
                 QT_TRANSLATE_NOOP("Cli", "JSON of `promptfoo eval -o` or `tempera run -o`, or JSONL with one result a line"), "")
            ->required()
            ->allow_extra_args(true);
        addJson(command, imported.shape);
        choose(command, imported);
    }
};

ArgumentsEnd endOf(const CLI::App &app, const CLI::ParseError &error)
{
    std::ostringstream out;
    std::ostringstream complaint;
    const int code = app.exit(error, out, complaint);
    ArgumentsEnd end;
    end.code = code == 0 ? ExitCode::Passed : ExitCode::Usage;
    end.text = QString::fromStdString(code == 0 ? out.str() : complaint.str());
    if (!end.text.endsWith(u'\n'))
        end.text += u'\n';
    return end;
}

} // namespace

std::expected<Arguments, ArgumentsEnd> parseArguments(const QStringList &arguments, const QString &version)
{
    if (!arguments.isEmpty() && !arguments.first().startsWith(u'-') && !commandNames().contains(arguments.first())) {
        return std::unexpected(
            ArgumentsEnd{ExitCode::Usage, QCoreApplication::translate("Cli", "%1: no such command; the commands are %2.")
                                                  .arg(arguments.first(), commandNames().join(u", "_s))
                                              + u'\n'});
    }
    Reader reader(version);
    std::vector<std::string> words; // CLI11 takes them from the back
    for (auto it = arguments.crbegin(); it != arguments.crend(); ++it)
        words.push_back(it->toStdString());
    try {
        reader.app.parse(words);
    } catch (const CLI::ParseError &error) {
        return std::unexpected(endOf(reader.app, error));
    }
    return *reader.chosen;
}

QStringList commandNames()
{
    QStringList names;
    for (const std::string_view word : commandWords)
        names += QString::fromLatin1(word);
    return names;
}

} // namespace Tempera
