// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/verdict.h"

#include <QColor>
#include <QPalette>
#include <QString>

namespace Tempera {

/// The colour scheme of the window.
enum class ColourScheme { System, Light, Dark };

/// "system", "light", "dark": for the settings file.
[[nodiscard]] QString colourSchemeName(ColourScheme scheme);
[[nodiscard]] ColourScheme colourSchemeFromName(const QString &name);

/// Makes Breeze's icons the fallback theme and lets them follow the palette. Call it before the QApplication is made.
void prepareIcons();

/// Sets the application's palette; System removes ours.
void applyColourScheme(ColourScheme scheme);

[[nodiscard]] bool isDark(const QPalette &palette);
/// A colour for text that says good, bad or neither, readable on the palette's window and base.
[[nodiscard]] QColor outcomeColour(Outcome outcome, const QPalette &palette);
/// Text that is less important, still readable.
[[nodiscard]] QColor mutedColour(const QPalette &palette);
/// Background of words that a baseline does not have.
[[nodiscard]] QColor addedBackground(const QPalette &palette);
/// Background of words that only a baseline has.
[[nodiscard]] QColor removedBackground(const QPalette &palette);
/// Background of what a template inserted into its text.
[[nodiscard]] QColor filledBackground(const QPalette &palette);

} // namespace Tempera
