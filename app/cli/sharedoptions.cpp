// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/sharedoptions.h"

#include "models/report/reportformat.h"

using namespace Qt::StringLiterals;

namespace Tempera {

void addOutputOption(CLI::App &app, QStringList &outputs)
{
    addTexts(app, "-o,--output", outputs,
             QT_TRANSLATE_NOOP(
                 "Cli", "Write the results to a file: .json .yaml .jsonl .csv .html .md .txt .xml (JUnit); can be repeated"),
             "OUT")
        ->check([](const std::string &word) {
            if (reportFormatForPath(QString::fromStdString(word)))
                return std::string();
            return QCoreApplication::translate("Cli", "%1: the file extension selects the format; known are %2")
                .arg(QString::fromStdString(word), reportEndings().join(u' '))
                .toStdString();
        });
}

void addEnvFileOption(CLI::App &command, QStringList &files)
{
    addTexts(command, "--env-file,--env-path", files,
             QT_TRANSLATE_NOOP(
                 "Cli", "Take keys, addresses and {{ env.NAME }} also from a file of NAME=VALUE lines, which counts more than "
                        "the environment; templates see what is no key; can be repeated"),
             "FILE");
}

void addTrustOptions(CLI::App &command, RunArguments &run)
{
    const auto allowKeys = [&run](const std::vector<std::string> &words) {
        for (const std::string &word : words) {
            const std::expected<KeyGrant, QString> grant = keyGrantFromText(QString::fromStdString(word));
            if (!grant)
                refuse("--allow-key", grant.error());
            run.allowedKeys += *grant;
        }
    };
    command
        .add_option_function<std::vector<std::string>>(
            "--allow-key", allowKeys,
            text(QT_TRANSLATE_NOOP("Cli", "Let the experiment send a key to a host that is not its provider's; can be repeated")))
        ->type_name("NAME=HOST")
        ->allow_extra_args(false)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    addTexts(command, "--allow-files", run.allowedFolders,
             QT_TRANSLATE_NOOP("Cli", "Let the experiment read the files of a folder that is not its own; can be repeated"),
             "DIR");
    addTexts(command, "--allow-env", run.allowedVariables,
             QT_TRANSLATE_NOOP("Cli", "Let the experiment see a variable of the environment as {{ env.NAME }}; can be repeated"),
             "NAME");
    addEnvFileOption(command, run.envFiles);
    command.add_flag_callback(
        "--remember", [&run] { run.trustTerm = TrustTerm::Remembered; },
        text(QT_TRANSLATE_NOOP("Cli", "Keep what --allow-key and --allow-files say for this experiment")));
}

} // namespace Tempera
