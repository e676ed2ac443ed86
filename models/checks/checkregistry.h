// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/checks/check.h"

#include <memory>
#include <vector>

namespace Tempera {

/// A check under its name in files, without "not-".
struct RegisteredCheck {
    QString type;
    std::unique_ptr<const Check> check;
};

/// All checks there are, in the order in which lists show them.
[[nodiscard]] const std::vector<RegisteredCheck> &registeredChecks();

/// The check of a type, or null.
[[nodiscard]] const Check *findCheck(const QString &type);

// The rooms of the registry; each makes its own checks.
void addTextChecks(std::vector<RegisteredCheck> &checks);
void addListChecks(std::vector<RegisteredCheck> &checks);
void addPatternChecks(std::vector<RegisteredCheck> &checks);
void addJsonChecks(std::vector<RegisteredCheck> &checks);
void addMeasureChecks(std::vector<RegisteredCheck> &checks);
void addDistanceChecks(std::vector<RegisteredCheck> &checks);
void addTemperaChecks(std::vector<RegisteredCheck> &checks);

} // namespace Tempera
