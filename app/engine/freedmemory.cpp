// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/freedmemory.h"

#include <cstdlib>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace Tempera {

void keepFreedMemory()
{
#ifdef __GLIBC__
    constexpr int Kept = 64 << 20;
    /// What is larger than this is a mapping of its own, which always goes back.
    constexpr int Mapped = 8 << 20;
    mallopt(M_TRIM_THRESHOLD, Kept);
    mallopt(M_MMAP_THRESHOLD, Mapped);
#endif
}

} // namespace Tempera
