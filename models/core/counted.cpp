// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/counted.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace Tempera {

int countForm(std::int64_t count)
{
    return static_cast<int>(std::clamp<std::int64_t>(count, 0, std::numeric_limits<int>::max()));
}

QString counted(QString text, std::int64_t count)
{
    return text.replace("(s)"_L1, count == 1 ? ""_L1 : "s"_L1);
}

} // namespace Tempera
