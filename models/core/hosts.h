// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace Tempera {

/// Whether a host is this machine by its name alone: "localhost", 127.0.0.0/8, ::1. No name is looked up.
[[nodiscard]] bool isThisMachine(const QString &host);

/// Whether a host is this machine or one of a private network, by its name alone: the private and link-local ranges of IPv4
/// (RFC 1918, 3927) and IPv6 (RFC 4193, 4291), the address of no host ("0.0.0.0", on which servers of this machine listen),
/// a name without a dot, and names that only a private network has (".local", ".lan", ".localhost", ".internal",
/// ".home.arpa"). What anybody may register is none of these, whatever it begins with ("10.example.com").
[[nodiscard]] bool isOwnNetwork(const QString &host);

} // namespace Tempera
