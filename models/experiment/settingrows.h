// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/experiment/experiment.h"

#include <QStringList>

namespace Tempera {

/// A setting of several variants side by side.
struct SettingRow {
    QString name;       ///< As files write it ("top_p"); of what has no name there a word, translated.
    QStringList values; ///< One a variant; empty = not set there.

    [[nodiscard]] bool differs() const;
    bool operator==(const SettingRow &) const = default;
};

/// All that is set in at least one of the variants: who is asked, then the sampling, then the rest, those of the first variant
/// before what only later ones have. Without secrets.
[[nodiscard]] QList<SettingRow> settingRows(const QList<Variant> &variants);

} // namespace Tempera
