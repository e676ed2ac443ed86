// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/cell.h"

#include <QCoreApplication>
#include <QJsonValue>
#include <QStringList>

#include <optional>

namespace Tempera {

/// What a check looks at.
struct CheckInput {
    const Cell &cell;
    QJsonValue value; ///< With the case's variables put in.
    std::optional<double> threshold;
};

/// What a check found, before "not-" turns it round.
struct Finding {
    Outcome outcome = Outcome::Fail;
    double score = 0;
    QString fact; ///< What is the case, in a translated sentence that stays true when "not-" is before the type.
};

/// One kind of check. Stateless; one object serves every thread.
class Check
{
    Q_DECLARE_TR_FUNCTIONS(Checks)
public:
    virtual ~Check() = default;
    [[nodiscard]] virtual Finding run(const CheckInput &input) const = 0;

    /// The valueText() of a text, a number or a Boolean; nothing for lists, maps and null.
    [[nodiscard]] static std::optional<QString> asText(const QJsonValue &value);
    /// A list, or a text with commas in which "quoted, fields" keep theirs; nothing when it is empty or has other things.
    [[nodiscard]] static std::optional<QStringList> asList(const QJsonValue &value);

protected:
    [[nodiscard]] static Finding judged(bool holds, const QString &fact);
    /// The check itself could not be carried out.
    [[nodiscard]] static Finding broken(const QString &why);
    /// Text for a sentence: short, on one line.
    [[nodiscard]] static QString quoted(const QString &text);
};

} // namespace Tempera
