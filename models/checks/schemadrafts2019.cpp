// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/schemadrafts.h"

namespace jsoncons::jsonschema {

template class draft201909::schema_validator_factory_201909<json>;
template class draft202012::schema_validator_factory_202012<json>;

} // namespace jsoncons::jsonschema
