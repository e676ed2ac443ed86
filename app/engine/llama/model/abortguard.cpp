// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/llama/model/abortguard.h"

#include <ggml.h>

#include <cstdio>
#include <mutex>
#include <stdexcept>
#include <string>
#include <utility>

namespace Tempera {
namespace {

thread_local bool guarded = false;

void onAbort(const char *message)
{
    if (!guarded) {
        std::fprintf(stderr, "%s\n", message);
        return; // ggml ends the program
    }
    // "/where/it/was/built/file.cpp:123: cause": the folder means nothing here.
    const std::string text(message);
    throw std::runtime_error(text.substr(text.rfind('/', text.find(": ")) + 1));
}

} // namespace

AbortGuard::AbortGuard()
{
    static std::once_flag once;
    std::call_once(once, [] { ggml_set_abort_callback(onAbort); });
    m_outer = std::exchange(guarded, true);
}

AbortGuard::~AbortGuard()
{
    guarded = m_outer;
}

} // namespace Tempera
