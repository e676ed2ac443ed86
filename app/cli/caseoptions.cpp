// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/caseoptions.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

void addPattern(CLI::App &command, const std::string &name, QString &target, const char *description)
{
    command
        .add_option_function<std::string>(
            name,
            [&target, name](const std::string &word) {
                const QRegularExpression pattern(QString::fromStdString(word));
                if (!pattern.isValid())
                    refuse(name, pattern.errorString());
                target = pattern.pattern();
            },
            text(description))
        ->type_name("RE");
}

void takeRange(const std::string &word, std::optional<CaseRange> &range)
{
    range = caseRangeFromText(QString::fromStdString(word));
    if (!range)
        refuse("--filter-range", QCoreApplication::translate("Cli", "must be a range such as 0:10, 10: or :10, without its end"));
}

/// Whether a value may be empty.
enum class EmptyValue { Taken, Refused };

/// An option with a name and a value that can be repeated.
void addPairs(CLI::App &command, const std::string &option, QList<std::pair<QString, QString>> &pairs, EmptyValue empty,
              const char *description)
{
    const auto take = [&pairs, option, empty](const std::vector<std::string> &words) {
        for (const std::string &word : words) {
            const QString said = QString::fromStdString(word);
            const qsizetype sign = said.indexOf(u'=');
            if (sign < 1 || (empty == EmptyValue::Refused && sign + 1 == said.size()))
                refuse(option, QCoreApplication::translate("Cli", "must be NAME=VALUE"));
            pairs.append({said.first(sign), said.sliced(sign + 1)});
        }
    };
    command.add_option_function<std::vector<std::string>>(option, take, text(description))
        ->type_name("NAME=VALUE")
        ->allow_extra_args(false)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

} // namespace

void addFilterPattern(CLI::App &command, QString &pattern)
{
    addPattern(command, "--filter-pattern", pattern,
               QT_TRANSLATE_NOOP("Cli", "Run the cases whose description or variables match"));
}

void addPartOptions(CLI::App &command, NamedParts &parts)
{
    addTexts(command, "-p,--prompts", parts.prompts,
             QT_TRANSLATE_NOOP("Cli", "A file of prompts instead of the experiment's own; can be repeated"), "FILE");
    addTexts(command, "-r,--providers", parts.providers,
             QT_TRANSLATE_NOOP(
                 "Cli", "A provider, by its id or label in the experiment, another one, or a file of them; can be repeated"),
             "PROVIDER");
    addText(command, "-t,--tests", parts.tests, QT_TRANSLATE_NOOP("Cli", "A file of tests instead of the experiment's own"),
            "FILE");
}

void addCaseOptions(CLI::App &command, CaseChoice &choice)
{
    constexpr int mostCasesAsked = 10'000'000;
    addNumber<int>(command, "-n,--filter-first-n", choice.firstCases, {1, mostCasesAsked},
                   QT_TRANSLATE_NOOP("Cli", "Run the first so many of the cases that are left"));
    addNumber<int>(command, "--filter-sample", choice.sampleCases, {1, mostCasesAsked},
                   QT_TRANSLATE_NOOP("Cli", "Run so many cases, drawn at random"));
    addNumber<std::uint32_t>(command, "--filter-sample-seed", choice.sampleSeed, {0, 4'294'967'295U},
                             QT_TRANSLATE_NOOP("Cli", "The seed of that drawing; without one each is another"));
    command
        .add_option_function<std::string>(
            "--filter-range", [&choice](const std::string &word) { takeRange(word, choice.range); },
            text(QT_TRANSLATE_NOOP("Cli", "Run the cases from an index on, up to and without another one; they count from 0")))
        ->type_name("FROM:END");
    addPattern(command, "--filter-providers,--filter-targets", choice.providers,
               QT_TRANSLATE_NOOP("Cli", "Run the variants whose id or label matches"));
    addPattern(command, "--filter-prompts", choice.prompts,
               QT_TRANSLATE_NOOP("Cli", "Run the prompts whose label or id matches"));
    addText(command, "--filter-failing", choice.failing,
            QT_TRANSLATE_NOOP("Cli", "Run the cases that did not pass in the results of a file (.json, .jsonl)"), "RESULTS");
    addText(command, "--grader", choice.grader,
            QT_TRANSLATE_NOOP("Cli",
                              "Who judges where neither a test nor its checks name a provider: an id, or the label of one of the "
                              "experiment's own"),
            "PROVIDER");
    addPairs(command, "--filter-metadata", choice.metadata, EmptyValue::Refused,
             QT_TRANSLATE_NOOP("Cli", "Run the cases whose metadata of this name contains the value; of several, all of them"));
    addPairs(command, "--var", choice.variables, EmptyValue::Taken,
             QT_TRANSLATE_NOOP("Cli", "A variable of all cases that have none of that name; can be repeated"));
    addText(command, "--prompt-prefix", choice.promptPrefix,
            QT_TRANSLATE_NOOP("Cli", "Put this before every prompt, unless the experiment says what is there"), "TEXT");
    addText(command, "--prompt-suffix", choice.promptSuffix,
            QT_TRANSLATE_NOOP("Cli", "Put this behind every prompt, unless the experiment says what is there"), "TEXT");
    addText(command, "--description", choice.description,
            QT_TRANSLATE_NOOP("Cli", "A description of this run instead of the experiment's"), "TEXT");
    addPairs(command, "--tag", choice.tags, EmptyValue::Refused,
             QT_TRANSLATE_NOOP("Cli", "A tag of this run; it counts more than the experiment's of that name; can be repeated"));
}

} // namespace Tempera
