// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/schemadrafts.h"

template class jsoncons::jsonschema::draft202012::schema_validator_factory_202012<jsoncons::json>;
