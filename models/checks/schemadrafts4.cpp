// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/schemadrafts.h"

namespace jsoncons::jsonschema {

template class draft4::schema_validator_factory_4<json>;
template class draft6::schema_validator_factory_6<json>;
template class draft7::schema_validator_factory_7<json>;

} // namespace jsoncons::jsonschema
