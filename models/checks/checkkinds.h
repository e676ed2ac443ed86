// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/experiment/experiment.h"

namespace Tempera {

/// What a kind of check takes for its value, and so what its form looks like.
enum class CheckValue {
    None,
    Text,         ///< One text, of several lines too.
    TextOrJson,   ///< The same, or a map or list in JSON.
    List,         ///< Texts, one a line.
    Pattern,      ///< A regular expression.
    Number,       ///< A whole number.
    Range,        ///< A least and a most whole number; equal: exactly that.
    Schema,       ///< A JSON schema, or nothing.
    FinishReason, ///< A word, from a list or another one.
};

/// What a kind of check takes for its threshold.
enum class CheckThreshold { None, Optional, Needed };

/// A kind of check in words, translated.
struct CheckKind {
    QString type;        ///< As in the file, without "not-".
    QString title;       ///< "contains the text".
    QString explanation; ///< What is looked at, in a sentence or two.
    QString holds;       ///< "The answer contains %1".
    QString holdsNot;    ///< "The answer does not contain %1".
    CheckValue value = CheckValue::Text;
    CheckThreshold threshold = CheckThreshold::None;
    QString thresholdTitle = {};  ///< "Maximum milliseconds".
    QString thresholdUnset = {};  ///< What stands for an optional one that is not set: "5".
    bool asksJudge = false;       ///< A model is asked, which a check may name.
    bool isValueOptional = false; ///< Nothing is a value too.
};

/// All kinds that this version carries out, in the order in which lists show them.
[[nodiscard]] QList<CheckKind> checkKinds();
/// The kind of a type, with or without its "not-"; nothing for one that this version does not know.
[[nodiscard]] std::optional<CheckKind> checkKind(const QString &type);
/// Whether the type is turned round.
[[nodiscard]] bool isNegated(const QString &type);

/// The check as a sentence: "The answer contains “Paris”". What is missing is "…", never an empty or technical word.
[[nodiscard]] QString checkSentence(const CheckSpec &check);
/// What is missing, so that the check could not be carried out; empty where nothing is.
[[nodiscard]] QString checkProblem(const CheckSpec &check);

/// The judge that a check names itself: the id or label of a provider; empty = that of its case or of the experiment.
[[nodiscard]] QString checkJudge(const CheckSpec &check);
/// Names another one. A provider with settings keeps them.
void setCheckJudge(CheckSpec &check, const QString &judge);

/// The value as its form shows it; a list a line each, a range as "3–5".
[[nodiscard]] QString checkValueToText(CheckValue kind, const QJsonValue &value);
/// Inverse, for all kinds but Range. An empty text is no value (null).
[[nodiscard]] QJsonValue checkValueFromText(CheckValue kind, const QString &text);

/// The least and the most of a Range.
struct CheckRange {
    std::optional<double> least;
    std::optional<double> most;
};
[[nodiscard]] CheckRange checkRange(const QJsonValue &value);
[[nodiscard]] QJsonValue checkRangeValue(const CheckRange &range);

} // namespace Tempera
