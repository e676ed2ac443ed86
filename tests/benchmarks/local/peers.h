// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QProcess>
#include <QString>

#include <optional>

namespace Tempera {

/// What is asked of all alike: so many sequences over one prompt, so many decode steps behind it.
struct VariantsTask {
    int variants = 8;
    int promptTokens = 750;
    int steps = 64;
};

/// The attention that a peer is told to use; its own default is "auto".
constexpr const char *PeerAttention = "auto";

/// Tokens a second of llama-bench's tg, one repetition after its own warm-up. Nothing = it failed.
[[nodiscard]] std::optional<double> llamaBench(const QString &model, int threads, int tokens);

/// Seconds of llama-batched-bench with the prompt shared (-pps) and one memory for all (-kvu), loading not counted.
[[nodiscard]] std::optional<double> batchedBench(const QString &model, int threads, const VariantsTask &task);

/// A llama-server with as many slots as variants. It is idle, and costs nothing, between two measurements.
class PeerServer
{
public:
    [[nodiscard]] bool start(const QString &model, int threads, const VariantsTask &task);
    ~PeerServer();

    /// Seconds until the last of `variants` parallel requests with this prompt has its last token.
    [[nodiscard]] std::optional<double> variants(const QString &prompt, const VariantsTask &task) const;

private:
    QProcess m_process;
    QString m_base;
};

} // namespace Tempera
