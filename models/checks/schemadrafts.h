// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/checks/compiledschema.h"

#include <jsoncons_ext/jsonschema/jsonschema.hpp>

// What jsoncons makes of each draft is compiled once, each in a file of its own: schemadraft4.cpp and so on.
namespace jsoncons::jsonschema {

extern template class draft4::schema_validator_factory_4<json>;
extern template class draft6::schema_validator_factory_6<json>;
extern template class draft7::schema_validator_factory_7<json>;
extern template class draft201909::schema_validator_factory_201909<json>;
extern template class draft202012::schema_validator_factory_202012<json>;

} // namespace jsoncons::jsonschema
