// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/http/codec.h"
#include "models/core/shownrequest.h"

namespace Tempera {

/// What would be sent for a request to a server, made by the codec that sends it. Of the key, of what the file says in headers that
/// are not known to be public, and of what the address holds beside its path and the version of an API nothing is in it: variables
/// of the environment stand in their places.
///
/// `key`: the one that there is for the request; empty = none, with which a server on this machine is asked without. Should it stand
/// in the body (in a prompt, for example), there is a mark in its place. Errors: those of Codec::encode().
[[nodiscard]] Result<ShownRequest> shownRequest(const GenerationRequest &request, const Secret &key);

} // namespace Tempera
