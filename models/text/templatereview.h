// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace Tempera {

/// A part of a rendered text that the template did not write itself.
struct FilledSpan {
    qsizetype from = 0; ///< UTF-16 units.
    qsizetype length = 0;
    bool isMissing = false; ///< The value is missing: the text holds the tag that asks for it.

    bool operator==(const FilledSpan &) const = default;
};

/// A value that a template needs and has not got.
struct MissingValue {
    QString name;   ///< "user.name"
    int line = 0;   ///< 1-based, in the template.
    int column = 0; ///< 1-based.

    bool operator==(const MissingValue &) const = default;
};

/// A filter or a test that a template asks for and that there is not.
struct UnknownName {
    enum class Kind { Filter, Test };
    Kind kind = Kind::Filter;
    QString name;
    int line = 0;   ///< 1-based.
    int column = 0; ///< 1-based.

    bool operator==(const UnknownName &) const = default;
};

/// What a template becomes, and what it lacks.
struct TemplateReview {
    std::optional<QString> text; ///< Nothing where what is missing leaves no text.
    QList<FilledSpan> filled;    ///< In order; they do not overlap.
    QList<MissingValue> missing; ///< In the order in which they were asked for. None: the text is what would be sent.
};

/// Reads what the engine's script gives of a review: {"text": marked text or null, "missing": [{name, line, column}]}.
[[nodiscard]] TemplateReview templateReviewFromJson(const QString &json);
/// [{"kind": "filter" | "test", name, line, column}]
[[nodiscard]] QList<UnknownName> unknownNamesFromJson(const QString &json);

} // namespace Tempera
