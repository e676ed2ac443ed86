// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <CLI/CLI.hpp>

#include <QCoreApplication>
#include <QString>
#include <QStringList>

#include <cmath>
#include <optional>

namespace Tempera {

/// The translation of a description that is marked with QT_TRANSLATE_NOOP("Cli", …).
[[nodiscard]] std::string text(const char *source);

/// Ends the reading of the command line with a complaint about an option.
[[noreturn]] void refuse(const std::string &option, const QString &cause);

/// "must be a number from … to …"; the upper end may be infinite.
[[nodiscard]] QString rangeText(double least, double most);

/// Inclusive bounds of a number on the command line.
template<typename T>
struct ValueRange {
    T least;
    T most;
    bool minusOneIsNone = false; ///< −1 is good as well: none, off, a new one each time.
};

/// An option with a number. CLI11's own reading of numbers depends on the locale of the process.
template<typename T, typename Target>
void addNumber(CLI::App &app, const std::string &name, Target &target, ValueRange<T> bounds, const char *description)
{
    app.add_option_function<std::string>(
           name,
           [&target, bounds, name](const std::string &word) {
               bool ok = false;
               T value{};
               const QString digits = QString::fromStdString(word);
               if (bounds.minusOneIsNone && digits == QLatin1StringView("-1")) {
                   if constexpr (std::is_unsigned_v<T>)
                       target.reset();
                   else
                       target = static_cast<T>(-1);
                   return;
               }
               if constexpr (std::is_floating_point_v<T>)
                   value = digits.toDouble(&ok);
               else if constexpr (std::is_unsigned_v<T>)
                   value = static_cast<T>(digits.toULongLong(&ok));
               else if (const qlonglong wide = digits.toLongLong(&ok); ok) {
                   ok = wide >= bounds.least && wide <= bounds.most;
                   value = static_cast<T>(wide);
               }
               if constexpr (std::is_floating_point_v<T>)
                   ok = ok && std::isfinite(value);
               if (!ok || value < bounds.least || value > bounds.most) {
                   if constexpr (std::is_floating_point_v<T>)
                       refuse(name, rangeText(bounds.least, bounds.most));
                   else
                       refuse(name, QCoreApplication::translate("Cli", "must be a whole number from %1 to %2")
                                        .arg(bounds.least)
                                        .arg(bounds.most));
               }
               target = value;
           },
           text(description))
        ->type_name(std::is_floating_point_v<T> ? "NUMBER" : "N");
}

/// An option with one word.
void addText(CLI::App &app, const std::string &name, QString &target, const char *description, const char *type);
void addText(CLI::App &app, const std::string &name, std::optional<QString> &target, const char *description, const char *type);

/// An option that may be given again and again, one word each time.
CLI::Option *addTexts(CLI::App &app, const std::string &name, QStringList &target, const char *description, const char *type);

} // namespace Tempera
