// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/charts/chartdata.h"

#include <QByteArray>

namespace Tempera {

/// How a chart becomes a picture in a file.
struct ChartSvgStyle {
    int width = 720; ///< Pixels, at least 240.
    /// "#rrggbb" of each slot; with more slots than colours they start again. Read on white and on black.
    QStringList colours = {QStringLiteral("#0072b2"), QStringLiteral("#d05a00"), QStringLiteral("#008f68"), QStringLiteral("#b0588a"),
                           QStringLiteral("#af7800"), QStringLiteral("#2b89c0"), QStringLiteral("#8a8200")};
};

/// A chart as one <svg> element, UTF-8, to stand in an HTML page or (it names its namespace) in a file of its own. It has no
/// script, no style sheet, no id, no link and no font of its own; axes and texts take the colour of the text around it. Its title
/// and a description of every mark are in it. Texts are escaped, what XML cannot hold is U+FFFD. The same chart gives the same
/// bytes. A chart without marks says why.
[[nodiscard]] QByteArray chartSvg(const ChartData &chart, const ChartSvgStyle &style = {});

} // namespace Tempera
