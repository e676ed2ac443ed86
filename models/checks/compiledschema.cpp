// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/compiledschema.h"

#include "models/checks/schemadrafts.h"

namespace Tempera {

std::unique_ptr<const CompiledSchema> compiledSchema(jsoncons::json schema, SchemaFormats formats)
{
    const auto options = jsoncons::jsonschema::evaluation_options().require_format_validation(formats == SchemaFormats::Required);
    return std::make_unique<const CompiledSchema>(jsoncons::jsonschema::make_json_schema(std::move(schema), options));
}

} // namespace Tempera
