// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/moneyoptions.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr std::int64_t mostCounted = 1'000'000'000'000;

/// "200", or "cap" for as long as an answer may be.
void readOutputTokens(const std::string &word, CostArguments &cost)
{
    if (word == "cap") {
        cost.usesModelCap = true;
        return;
    }
    bool ok = false;
    const qlonglong tokens = QString::fromStdString(word).toLongLong(&ok);
    if (!ok || tokens < 0 || tokens > mostCounted) {
        refuse(
            "--output-tokens",
            QCoreApplication::translate("Cli", "must be a whole number from %1 to %2, or the word cap").arg(0).arg(mostCounted));
    }
    cost.outputTokens = tokens;
}

/// A day, or how many days back: "2026-11-01", "7d", "today".
void readSince(const std::string &word, SpendArguments &spend)
{
    static const QRegularExpression back(u"^(\\d{1,5})d$"_s);
    const QString since = QString::fromStdString(word);
    if (const QRegularExpressionMatch match = back.match(since); match.hasMatch())
        spend.daysBack = match.captured(1).toInt();
    else if (since == "today"_L1)
        spend.daysBack = 0;
    else
        spend.since = QDate::fromString(since, Qt::ISODate);
    if (!spend.daysBack && !spend.since.isValid())
        refuse("--since", QCoreApplication::translate("Cli", "must be a day (2026-11-01), a number of days (7d) or today"));
}

void readSpendingBy(const std::string &word, SpendArguments &spend)
{
    if (word == "day")
        spend.by = SpendingBy::Day;
    else if (word == "model")
        spend.by = SpendingBy::Model;
    else if (word == "endpoint")
        spend.by = SpendingBy::Endpoint;
    else if (word == "experiment")
        spend.by = SpendingBy::Experiment;
    else
        refuse("--by", QCoreApplication::translate("Cli", "must be day, model, endpoint or experiment"));
}

void addCostInput(CLI::App &command, CostArguments &cost)
{
    CLI::Option_group &input = *command.add_option_group("input", text(QT_TRANSLATE_NOOP("Cli", "Input")));
    addText(input, "--input", cost.inputFile,
            QT_TRANSLATE_NOOP("Cli", "What is counted: a text file, a folder of them, a data set (.csv .jsonl .json .yaml with "
                                     "--field) or an experiment; - reads standard input"),
            "PATH");
    addNumber<std::int64_t>(input, "--input-tokens", cost.inputTokens, {0, mostCounted},
                            QT_TRANSLATE_NOOP("Cli", "Input tokens of one request"));
    input.require_option(1);
    addText(command, "--field", cost.field,
            QT_TRANSLATE_NOOP("Cli", "The column or field of the data set that holds its documents"), "NAME");
    addText(command, "--prompt", cost.promptFile,
            QT_TRANSLATE_NOOP("Cli", "A text that stands before each document, or around it with {{ document }}"), "FILE");
}

} // namespace

void addCostOptions(CLI::App &command, CostArguments &cost)
{
    addTexts(command, "-m,--model", cost.models,
             QT_TRANSLATE_NOOP("Cli", "Model; can be repeated; without one those of the experiment"), "MODEL")
        ->allow_extra_args(true);
    addCostInput(command, cost);
    command
        .add_option_function<std::string>(
            "--output-tokens", [&cost](const std::string &word) { readOutputTokens(word, cost); },
            text(QT_TRANSLATE_NOOP("Cli", "Output tokens of one request, or cap: as many as there may be; without them only the "
                                          "input is counted")))
        ->type_name("N|cap");
    addNumber<std::int64_t>(command, "--max-tokens", cost.outputCap, {0, mostCounted},
                            QT_TRANSLATE_NOOP("Cli", "The most output tokens of one request, whose number is open"));
    addNumber<int>(command, "--pilot", cost.pilot, {2, 10'000},
                   QT_TRANSLATE_NOOP("Cli",
                                     "Really ask so many requests, drawn at random, and estimate the output of all from their "
                                     "answers, with 95 % confidence; 100 or more are best. This costs money"));
    addNumber<std::int64_t>(command, "--requests", cost.requests, {1, 1'000'000'000},
                            QT_TRANSLATE_NOOP("Cli", "Number of requests; default one for each document"));
    command.add_flag_callback(
        "--each", [&cost] { cost.each = true; },
        text(QT_TRANSLATE_NOOP("Cli", "With --json: also the input tokens of each document, in their order")));
}

void settleCost(const CostArguments &cost)
{
    if (cost.models.isEmpty() && !cost.inputFile)
        throw CLI::RequiredError("--model");
    if (cost.pilot > 0 && !cost.inputFile)
        refuse("--pilot", QCoreApplication::translate("Cli", "needs --input"));
    if (cost.pilot > 0 && cost.outputTokens)
        refuse("--pilot", QCoreApplication::translate("Cli", "does not go with a number of --output-tokens"));
}

void addSpendOptions(CLI::App &command, SpendArguments &spend)
{
    command
        .add_option_function<std::string>(
            "--since", [&spend](const std::string &word) { readSince(word, spend); },
            text(QT_TRANSLATE_NOOP("Cli", "From this day on: 2026-11-01, 7d (days back), today; default all")))
        ->type_name("DAY");
    command
        .add_option_function<std::string>(
            "--by", [&spend](const std::string &word) { readSpendingBy(word, spend); },
            text(QT_TRANSLATE_NOOP("Cli", "What is summed: day (default), model, endpoint or experiment")))
        ->type_name("WHAT");
}

void addMaxCost(CLI::App &command, RunArguments &run)
{
    command
        .add_option_function<std::string>(
            "--max-cost",
            [&run](const std::string &word) {
                bool ok = false;
                const double dollars = QString::fromStdString(word).toDouble(&ok);
                if (!ok || !(dollars >= 0) || dollars > 1e9)
                    refuse("--max-cost", rangeText(0, 1e9));
                run.maxCost = Money::fromDollars(dollars);
            },
            text(QT_TRANSLATE_NOOP("Cli",
                                   "Do not spend more than this many US dollars: a request is sent only if the most that it "
                                   "may cost still fits")))
        ->type_name("USD");
    command.add_flag_callback(
        "--allow-unknown-cost", [&run] { run.acceptsUnknownCost = true; },
        text(QT_TRANSLATE_NOOP("Cli", "With --max-cost: also send requests whose price or longest answer is not known")));
}

} // namespace Tempera
