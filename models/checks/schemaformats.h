// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace Tempera {

/// Whether this program decides about a `format` of JSON Schema itself: jsoncons does not know it, or takes it in another way
/// than ajv does.
[[nodiscard]] bool isOwnFormat(const QString &format);

/// Whether a text has one of those formats: date-time (RFC 3339), duration (RFC 3339, appendix A), email (RFC 5321, without quoted
/// names, at a host with a dot), ipv4 (RFC 2673), regex (JavaScript's), uuid (RFC 9562).
[[nodiscard]] bool hasOwnFormat(const QString &format, const QString &text);

} // namespace Tempera
