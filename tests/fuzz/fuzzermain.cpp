// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// What libFuzzer calls. One program an entry: TEMPERA_FUZZ_ENTRY is its function.

#include "tests/fuzz/entries.h"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    Tempera::TEMPERA_FUZZ_ENTRY(QByteArrayView(bytes, static_cast<qsizetype>(size)));
    return 0;
}
