// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

// The patterns of a schema are taken out before (schemapatterns.h) and tried by the script host.
#include "models/checks/patternlessjson.h"

#include <jsoncons_ext/jsonschema/json_schema.hpp>

#include <memory>

namespace Tempera {

/// A JSON schema that is ready to judge values.
using CompiledSchema = jsoncons::jsonschema::json_schema<jsoncons::json>;

enum class SchemaFormats {
    Ignored,
    Required, ///< "format" is an assertion, not a remark.
};

/// The schema @p schema by the draft that its "$schema" names (2020-12 where it names none). Throws what jsoncons
/// throws where it is none. The templates behind it take as long to compile as the rest of this folder, so they
/// stand in files of their own.
std::unique_ptr<const CompiledSchema> compiledSchema(jsoncons::json schema, SchemaFormats formats);

} // namespace Tempera
