// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/session/batchbook.h"

#include <QHash>

#include <chrono>
#include <memory>
#include <optional>

namespace Tempera {

/// How long to wait before a batch is asked for again: an eighth of its age, at least a minute and at most a quarter of an hour;
/// twice as long for each time that its provider did not tell, up to an hour. Never less than the provider asked for.
[[nodiscard]] std::chrono::milliseconds batchPause(std::chrono::milliseconds age, int failures,
                                                   std::optional<std::chrono::milliseconds> retryAfter = {});

/// Follows the batches that are under way: asks for each again when its time has come, as long as it lives. Only where the user need
/// not be asked first.
class BatchWatch final : public QObject
{
    Q_OBJECT
public:
    /// The book outlives it. It follows what the book has, from now on.
    explicit BatchWatch(BatchBook &book, QObject *parent = nullptr);
    ~BatchWatch() override;

private:
    using BatchName = std::pair<QUuid, int>;
    struct Trouble {
        int failures = 0;
        QDateTime last;
        std::optional<std::chrono::milliseconds> retryAfter;
    };
    [[nodiscard]] std::optional<QDateTime> dueOf(const BatchRecord &batch) const;
    void schedule();
    void askDue();

    BatchBook &m_book;
    QHash<BatchName, Trouble> m_troubles; ///< Of those whose provider did not tell when asked last.
    std::unique_ptr<ClockTimer> m_timer;
};

} // namespace Tempera
