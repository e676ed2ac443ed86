// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

namespace Tempera {

/// A load generator that does nothing with what it gets: so many requests to 127.0.0.1, so many at once, each over the same
/// connection as the one before. The answers a second; zero where one did not come.
double bareLoadRate(int port, const std::string &path, int requests, int atOnce);

} // namespace Tempera
