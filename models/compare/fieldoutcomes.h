// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/text/evidence.h"

#include <QJsonObject>
#include <QStringList>

#include <optional>

namespace Tempera {

/// What became of a value that was to be extracted.
enum class FieldOutcome : quint8 {
    Right,    ///< Expected, and given so.
    Wrong,    ///< Expected, and given otherwise.
    Missing,  ///< Expected, and not given.
    Invented, ///< Given, and not expected.
};

/// One value of a field: a text, a number or a truth. What is null, an empty map or an empty list is as if it were not there.
struct FieldValue {
    QString field; ///< "address.city", "items[].price": the elements of a list are one field.
    FieldOutcome outcome = FieldOutcome::Right;
    QJsonValue expected;                                                 ///< Undefined where nothing was.
    QJsonValue given;                                                    ///< Undefined where nothing was.
    Evidence evidence = {.kind = Evidence::Kind::Unasked, .places = {}}; ///< Where the given one stands in the input.

    /// Given, and nowhere in the input.
    [[nodiscard]] bool isUngrounded() const { return evidence.kind == Evidence::Kind::None; }
    bool operator==(const FieldValue &) const = default;
};

/// The field of a place as JsonChange names it: "items[].price" of $['items'][2]['price'].
[[nodiscard]] QString fieldOfPath(const QString &path);

/// The fields of an object, each once.
[[nodiscard]] QStringList fieldsIn(const QJsonObject &object);

/// The first object that an answer is or holds; nothing where there is none.
[[nodiscard]] std::optional<QJsonObject> objectInAnswer(const QString &answer);

/// What became of each value, compared as jsonDiff() compares: 1 and 1.0 are equal, 1 and "1" are not, elements of lists belong
/// together where they are equal. The expected ones come first, in their order. Pure, any thread.
[[nodiscard]] QList<FieldValue> fieldValues(const QJsonObject &expected, const QJsonObject &given);

/// An answer, field by field.
struct AnswerFields {
    bool hasObject = false; ///< Where it holds none, everything that is expected is missing.
    QList<FieldValue> values;
};
/// The given values are looked for in what there was to extract them from, where that is known.
[[nodiscard]] AnswerFields answerFields(const QJsonObject &expected, const QString &answer, const QStringList &inputs);

/// What a filter calls an outcome: "right", "wrong", "missing", "invented".
[[nodiscard]] QString fieldOutcomeName(FieldOutcome outcome);
/// Those, and "ungrounded": in the order in which they are offered.
[[nodiscard]] const QStringList &fieldFilterWords();
/// Whether a value is meant by `field:FIELD = WORD`; "*" is any field.
[[nodiscard]] bool isMeantBy(const FieldValue &value, const QString &field, const QString &word);

} // namespace Tempera
