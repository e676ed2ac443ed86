// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/experiment/reading/readcontext.h"
#include "models/experiment/scripts.h"

namespace Tempera {

/// The script that a source of tests names: "file://x.js:name", with or without "file://". Nothing where it is another file.
[[nodiscard]] std::optional<ScriptReference> testGenerator(const QString &reference);

/// The tests that a script gives, as a list in JSON with a line for each of them: what its function gives for `config`, which may
/// be null, or the list that it exports. Nothing where it gives none: that is an error with its file and line. Nothing either
/// where scripts are left, which the context is told.
[[nodiscard]] std::optional<QByteArray> generatedTests(ReadContext &context, const DataNode &at, const ScriptReference &script,
                                                       const DataPtr &config);

/// The place of what is wrong with one of them; its line is the number of the test.
[[nodiscard]] QString placeOfGeneratedTests(const QString &path);

} // namespace Tempera
