// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace Tempera {

/// What there is to be named in a filter.
struct FilterNames {
    QStringList models;
    QStringList prompts;
    QStringList variants;
    QStringList checks;         ///< Types, "not-" included.
    QStringList variables = {}; ///< Names.
    QStringList tags = {};      ///< Those that people gave.
    QStringList metadata = {};  ///< Keys.
    QStringList fields = {};    ///< That are expected of answers.

    bool operator==(const FilterNames &) const = default;
};

struct FilterCompletion {
    QString text;    ///< What comes in the place of the word that is being typed.
    QString meaning; ///< Translated small print; may be empty.
};

struct FilterCompletions {
    qsizetype start = 0;  ///< Of the word that is being typed, UTF-16 offset.
    qsizetype length = 0; ///< Up to the cursor.
    QList<FilterCompletion> all;
};

/// What can stand at the cursor: fields, the signs after them, names after those. Pure, any thread.
[[nodiscard]] FilterCompletions filterCompletions(const QString &text, qsizetype cursor, const FilterNames &names);

} // namespace Tempera
