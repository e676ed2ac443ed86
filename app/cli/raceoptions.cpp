// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/raceoptions.h"

namespace Tempera {
namespace {

RaceSettings &askedFor(std::optional<RaceSettings> &race)
{
    if (!race)
        race = RaceSettings();
    return *race;
}

} // namespace

void addRaceOptions(CLI::App &command, std::optional<RaceSettings> &race)
{
    command.add_flag_callback(
        "--race", [&race] { (void)askedFor(race); },
        text(QT_TRANSLATE_NOOP("Cli", "Run the cases in random order and stop when it is decided how each variant compares with "
                                      "the first: what is left is not asked, and what that saved is shown")));
    command.add_flag_callback(
        "--race-scores", [&race] { askedFor(race).measure = ScoreMeasure::Score; },
        text(QT_TRANSLATE_NOOP("Cli", "A race of the scores, not of whether all checks pass")));
    command
        .add_option_function<std::string>(
            "--race-alpha",
            [&race](const std::string &word) {
                bool ok = false;
                const double alpha = QString::fromStdString(word).toDouble(&ok);
                if (!ok || !(alpha > 0) || !(alpha < 1))
                    refuse("--race-alpha", QCoreApplication::translate("Cli", "must be more than 0 and less than 1"));
                askedFor(race).alpha = alpha;
            },
            text(QT_TRANSLATE_NOOP("Cli", "How likely a race may be to call any difference that is none, at most; default 0.05")))
        ->type_name("A");
}

} // namespace Tempera
