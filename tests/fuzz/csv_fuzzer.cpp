// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/fuzz/entries.h"
#include "tests/fuzz/tableinput.h"

using namespace Qt::StringLiterals;

namespace Tempera {

bool fuzzCsv(QByteArrayView bytes)
{
    return takeTable(bytes, u"csv"_s);
}

} // namespace Tempera
