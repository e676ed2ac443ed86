// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace Tempera {

/// Lets the process keep up to 64 MB of freed memory for what it allocates next, instead of giving it back at once. Each
/// answer with a trace allocates 32 KB a token; taking every page of that again from the system costs more than choosing the
/// token, on virtual machines several times more. For the beginning of main(). Does nothing where the C library is another
/// than glibc.
void keepFreedMemory();

} // namespace Tempera
