// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/endpoint.h"
#include "models/experiment/reading/readcontext.h"

namespace Tempera {

/// Where a provider's config says that its requests go. What is no address is an error of the file.

/// "apiBaseUrl": a complete address.
void readAddress(ReadContext &context, Endpoint &endpoint, const DataNode &value);

/// "apiHost": a host, which means its API of the usual version, over https, as with promptfoo.
void readHostAddress(ReadContext &context, Endpoint &endpoint, const DataNode &value);

/// "apiBaseUrls": equal servers, the first of which stands for them all.
void readPoolAddresses(ReadContext &context, Endpoint &endpoint, const DataNode &list);

} // namespace Tempera
