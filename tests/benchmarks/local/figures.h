// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

namespace Tempera {

[[nodiscard]] double median(std::vector<double> values);

/// What a figure must not be on the wrong side of.
struct Target {
    enum class Side { AtMost, AtLeast } side = Side::AtMost;
    double value = 0;
};

/// Prints `bench NAME = VALUE x (target …) ok|short`. True = ok.
bool figure(const char *name, double ratio, Target target);

} // namespace Tempera
