// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QProcess>
#include <QUrl>

namespace Tempera {

/// A real llama-server on a free port of the loopback interface; ended with the object, by its own handle.
class LlamaServer
{
public:
    /// What is missing for a start, in words; empty when all is there.
    [[nodiscard]] static QString missing();

    /// Starts and waits until the model is loaded; false with its output in log() when it does not get so far. Started again
    /// after kill() it is at the same address.
    [[nodiscard]] bool start(const QStringList &arguments = {});
    /// Ends it as a crash would: its connections are reset, nothing is said.
    void kill();
    /// It runs on this core alone, from its next start on.
    void pinTo(int core);
    ~LlamaServer();

    [[nodiscard]] QUrl baseUrl() const;
    [[nodiscard]] QByteArray log() const { return m_log; }

private:
    [[nodiscard]] bool isHealthy();

    QProcess m_process;
    QByteArray m_log;
    int m_port = 0;
};

} // namespace Tempera
