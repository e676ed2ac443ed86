// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"

#include <QString>

namespace Tempera {

/// A file that an experiment names and was not allowed to read (see mayReadFile()). Nothing of it was looked at.
struct RefusedFile {
    QString path; ///< Absolute; without links, but for those of /proc.
    /// The experiment is not what it says without the file (a prompt, cases, a check). Otherwise it was the value of a
    /// variable, which has none; only the cells that use it fail.
    bool isNeeded = false;
    Error error; ///< With the place in the experiment, and what would allow it.

    /// What has to be allowed for it.
    [[nodiscard]] QString folder() const { return path.lastIndexOf(u'/') > 0 ? path.first(path.lastIndexOf(u'/')) : path; }
    bool operator==(const RefusedFile &) const = default;
};

} // namespace Tempera
