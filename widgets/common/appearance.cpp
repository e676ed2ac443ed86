// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/common/appearance.h"

#include <KIconTheme>

#include <QApplication>
#include <QIcon>
#include <QStyle>
#include <QStyleFactory>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

struct Shades {
    QRgb window, base, alternate, button, text, disabled, highlight, highlighted, link, tooltip;
};

constexpr Shades lightShades{0xffeff0f1, 0xffffffff, 0xfff7f7f7, 0xfffcfcfc, 0xff232629,
                             0xff7b7f83, 0xff1d6fb8, 0xffffffff, 0xff1f5fa8, 0xfff7f7f7};
/// The base is lighter than the window: Fusion outlines with a darker window, so boxes would not be seen otherwise.
constexpr Shades darkShades{0xff1c1f22, 0xff2b3035, 0xff31373c, 0xff363c42, 0xfffcfcfc,
                            0xff979ca1, 0xff2a72ad, 0xffffffff, 0xff6cbcf7, 0xff363c42};

QPalette paletteOf(const Shades &shades)
{
    QPalette palette(QColor(shades.button), QColor(shades.window));
    palette.setColor(QPalette::Window, shades.window);
    palette.setColor(QPalette::Base, shades.base);
    palette.setColor(QPalette::AlternateBase, shades.alternate);
    palette.setColor(QPalette::Button, shades.button);
    palette.setColor(QPalette::ToolTipBase, shades.tooltip);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText}) {
        palette.setColor(role, shades.text);
        palette.setColor(QPalette::Disabled, role, shades.disabled);
    }
    palette.setColor(QPalette::PlaceholderText, shades.disabled);
    palette.setColor(QPalette::BrightText, Qt::white);
    palette.setColor(QPalette::Link, shades.link);
    palette.setColor(QPalette::LinkVisited, shades.link);
    palette.setColor(QPalette::Highlight, shades.highlight);
    palette.setColor(QPalette::Accent, shades.highlight);
    palette.setColor(QPalette::HighlightedText, shades.highlighted);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, shades.disabled);
    return palette;
}

} // namespace

QString colourSchemeName(ColourScheme scheme)
{
    switch (scheme) {
    case ColourScheme::System: return u"system"_s;
    case ColourScheme::Light: return u"light"_s;
    case ColourScheme::Dark: return u"dark"_s;
    }
    return {};
}

ColourScheme colourSchemeFromName(const QString &name)
{
    if (name == "light"_L1)
        return ColourScheme::Light;
    return name == "dark"_L1 ? ColourScheme::Dark : ColourScheme::System;
}

void prepareIcons()
{
    KIconTheme::initTheme();
}

void applyColourScheme(ColourScheme scheme)
{
    switch (scheme) {
    // A palette without a single own colour gives the system's back.
    case ColourScheme::System: QApplication::setPalette(QPalette()); break;
    case ColourScheme::Light: QApplication::setPalette(paletteOf(lightShades)); break;
    case ColourScheme::Dark: QApplication::setPalette(paletteOf(darkShades)); break;
    }
}

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

QColor outcomeColour(Outcome outcome, const QPalette &palette)
{
    const bool dark = isDark(palette);
    switch (outcome) {
    case Outcome::Pass: return dark ? QColor(0x6fd08c) : QColor(0x18733a);
    case Outcome::Fail: return dark ? QColor(0xff8d85) : QColor(0xb3261e);
    case Outcome::Error: return dark ? QColor(0xffb86b) : QColor(0x9a4a00);
    case Outcome::NotEvaluated: return mutedColour(palette);
    }
    return palette.color(QPalette::Text);
}

QColor mutedColour(const QPalette &palette)
{
    const QColor text = palette.color(QPalette::WindowText);
    const QColor ground = palette.color(QPalette::Window);
    // Two thirds text keeps a contrast above 4.5 : 1 with both of our palettes.
    const auto mix = [](int a, int b) { return (a * 68 + b * 32) / 100; };
    return QColor(mix(text.red(), ground.red()), mix(text.green(), ground.green()), mix(text.blue(), ground.blue()));
}

QColor addedBackground(const QPalette &palette)
{
    return isDark(palette) ? QColor(0x1f4d33) : QColor(0xcdeed8);
}

QColor removedBackground(const QPalette &palette)
{
    return isDark(palette) ? QColor(0x5c2b2b) : QColor(0xfbdcd9);
}

QColor filledBackground(const QPalette &palette)
{
    return isDark(palette) ? QColor(0x24446b) : QColor(0xd6e6fb);
}

} // namespace Tempera
