// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/experiment/experimentsource.h"
#include "models/experiment/reading/readcontext.h"

namespace Tempera {

/// Cases that the variables of one experiment may expand to.
inline constexpr qsizetype maxCases = 1'000'000;

/// Reads one test case; nothing is expanded. `vars: file://…` is read.
[[nodiscard]] Case readCase(ReadContext &context, const DataNode &node);

/// Reads `tests` in all of its forms, data sets included. A variable that is a list of texts expands into one case
/// a text, the variables of `defaults` included, the first variable varying slowest (as promptfoo does), unless
/// `options.disableVarExpansion` is set.
[[nodiscard]] CaseSource readCases(ReadContext &context, const DataPtr &node, const Case &defaults, ListSource &source);

/// The same without expansion: for cases that others are still to be joined with.
[[nodiscard]] CaseSource readUnexpandedCases(ReadContext &context, const DataPtr &node);

/// Adds the cases that one case stands for (see expandCase()); more than maxCases are an error at a node.
void addCase(ReadContext &context, const DataNode &at, const Case &aCase, const Case &defaults, CaseSource &cases);

/// Reads `assert`: a list of checks. `$ref: '#/…'` is followed.
[[nodiscard]] QList<CheckSpec> readChecks(ReadContext &context, const DataNode &node);

/// Reads the JavaScript files that a check names into the context.
void readCheckScripts(ReadContext &context, const DataNode &at, const CheckSpec &check);

/// Reads a check as data sets write it: "[not-]type[(threshold)][:value]", and any other text is "equals".
[[nodiscard]] CheckSpec checkFromText(const QString &text);

/// The text that checkFromText() reads as this check; nothing where it has no such form (a list, a weight, a metric, a
/// threshold that the text cannot say). A number is written as its text.
[[nodiscard]] std::optional<QString> textFromCheck(const CheckSpec &check);

} // namespace Tempera
