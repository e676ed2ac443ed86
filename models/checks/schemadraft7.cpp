// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/schemadrafts.h"

template class jsoncons::jsonschema::draft7::schema_validator_factory_7<jsoncons::json>;
