// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/ports/parallel.h"

#include <QThreadPool>

namespace Tempera {

/// Divides work among as many threads as the machine has processors; they are made when they are first needed and end when they
/// have had nothing to do for a while.
class AllCores final : public Parallel
{
public:
    /// 0 = as many as there are processors.
    explicit AllCores(int threads = 0);
    ~AllCores() override;
    Q_DISABLE_COPY_MOVE(AllCores)

    [[nodiscard]] int width() const override { return m_width; }
    void forEach(std::size_t count, const std::function<void(std::size_t)> &work) override;

private:
    int m_width;
    QThreadPool m_pool; ///< Of the others: the caller works too.
};

} // namespace Tempera
