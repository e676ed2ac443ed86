// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLocale>
#include <QString>

#include <cstdint>
#include <optional>

namespace Tempera {

/// Numbers as people type them: with the locale's decimal point or a plain one, with an exponent, in full-width or other
/// digits. Text that is no such number (or not yet) is nothing.

/// A number with or without a fraction. A single point or comma is a decimal one in every locale, since settings are
/// copied from everywhere and none has thousands: "1.250" and "1,250" are one and a quarter.
[[nodiscard]] std::optional<double> realFromText(const QString &text, const QLocale &locale);
/// A whole number; the locale's separators of thousands may be in their places ("1,000" in English).
[[nodiscard]] std::optional<double> wholeFromText(const QString &text, const QLocale &locale);
/// A whole number from 0 to 2⁶⁴ − 1.
[[nodiscard]] std::optional<std::uint64_t> seedFromText(const QString &text, const QLocale &locale);
/// Whether typing on can make a number of it: "", "-", "1.", "2e".
[[nodiscard]] bool mayBecomeNumber(const QString &text);

/// The shortest text that is read back as the same number, with the locale's decimal point and without separators.
[[nodiscard]] QString numberToText(double number, const QLocale &locale);

} // namespace Tempera
