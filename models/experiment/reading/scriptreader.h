// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/endpoint.h"
#include "models/experiment/reading/readcontext.h"

namespace Tempera {

/// Reads the file of a function that a text names ("file://x.js:name"), once, into ReadContext::scripts(). Text that is no such
/// name is code, and nothing is read. False where there is nothing to run: another language (a warning), or a file that cannot
/// or may not be read.
bool readScript(ReadContext &context, const DataNode &at, const QString &text);

/// Reads the file of a provider that is a script into its endpoint.
void readProviderScript(ReadContext &context, const DataNode &at, Endpoint &endpoint);

/// Reads the file of a judge that is one, where a `provider` names such: a text, or a map with an "id" or with one for texts.
void readJudgeScript(ReadContext &context, const DataNode &provider);

/// Reads `nunjucksFilters`: names and files of functions. Gives the references by name.
[[nodiscard]] QMap<QString, QString> readFilters(ReadContext &context, const DataNode &node);

} // namespace Tempera
