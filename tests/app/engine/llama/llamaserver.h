// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QProcess>

namespace Tempera {

/// A real llama-server on a free port of the loopback, as the reference for what a model says. It ends with the object.
class LlamaServer
{
public:
    /// Waits until the model is loaded. False = it did not start; `why()` says what it printed.
    [[nodiscard]] bool start(const QString &modelPath);
    ~LlamaServer();

    [[nodiscard]] static bool isBuilt();
    [[nodiscard]] QString why() const { return m_why; }
    /// POSTs and waits. An empty object = it did not work.
    [[nodiscard]] QJsonObject post(const QString &path, const QJsonObject &body);

private:
    [[nodiscard]] bool isHealthy();

    QProcess m_process;
    QNetworkAccessManager m_network;
    QString m_base;
    QString m_why;
};

} // namespace Tempera
