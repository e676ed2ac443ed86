// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/options.h"

namespace Tempera {

std::string text(const char *source)
{
    return QCoreApplication::translate("Cli", source).toStdString();
}

void refuse(const std::string &option, const QString &cause)
{
    throw CLI::ValidationError(option, cause.toStdString());
}

QString rangeText(double least, double most)
{
    const QString from = QString::number(least, 'g', 12);
    return std::isinf(most)
               ? QCoreApplication::translate("Cli", "must be a number from %1").arg(from)
               : QCoreApplication::translate("Cli", "must be a number from %1 to %2").arg(from, QString::number(most, 'g', 12));
}

void addText(CLI::App &app, const std::string &name, QString &target, const char *description, const char *type)
{
    app.add_option_function<std::string>(
           name, [&target](const std::string &word) { target = QString::fromStdString(word); }, text(description))
        ->type_name(type);
}

void addText(CLI::App &app, const std::string &name, std::optional<QString> &target, const char *description, const char *type)
{
    app.add_option_function<std::string>(
           name, [&target](const std::string &word) { target = QString::fromStdString(word); }, text(description))
        ->type_name(type);
}

CLI::Option *addTexts(CLI::App &app, const std::string &name, QStringList &target, const char *description, const char *type)
{
    return app
        .add_option_function<std::vector<std::string>>(
            name,
            [&target](const std::vector<std::string> &words) {
                for (const std::string &word : words)
                    target << QString::fromStdString(word);
            },
            text(description))
        ->type_name(type)
        ->allow_extra_args(false)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

} // namespace Tempera
