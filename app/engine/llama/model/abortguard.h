// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace Tempera {

/// While it lives, a failed assertion of ggml or llama.cpp on this thread throws std::runtime_error instead of ending
/// the program. For loading only: there all runs on the calling thread, and what was allocated is given up.
class AbortGuard
{
public:
    AbortGuard();
    ~AbortGuard();
    AbortGuard(const AbortGuard &) = delete;
    AbortGuard &operator=(const AbortGuard &) = delete;

private:
    bool m_outer = false;
};

} // namespace Tempera
