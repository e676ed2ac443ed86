// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/llama/model/llamalog.h"

#include <llama.h>
#include <log.h>

#include <mutex>

using namespace Qt::StringLiterals;

namespace Tempera {

Q_LOGGING_CATEGORY(llamaLog, "tempera.llama", QtCriticalMsg)

namespace {

thread_local QString firstError; // those that follow only say what could not be done because of it

void log(ggml_log_level level, const char *text, void *)
{
    const QString line = QString::fromUtf8(text).trimmed();
    if (line.isEmpty())
        return;
    switch (level) {
    case GGML_LOG_LEVEL_ERROR:
        if (firstError.isEmpty())
            firstError = line;
        qCWarning(llamaLog).noquote() << line;
        break;
    case GGML_LOG_LEVEL_WARN: qCInfo(llamaLog).noquote() << line; break;
    default: qCDebug(llamaLog).noquote() << line; break;
    }
}

} // namespace

void initLlama()
{
    static std::once_flag once;
    std::call_once(once, [] {
        llama_log_set(log, nullptr);
        common_log_set_verbosity_thold(-1);
        llama_backend_init();
    });
}

QString takeLlamaError()
{
    return std::exchange(firstError, QString());
}

} // namespace Tempera
