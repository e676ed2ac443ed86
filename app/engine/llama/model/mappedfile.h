// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <atomic>
#include <vector>

namespace Tempera {

struct WatchedRange;

/// A file that is mapped into memory and may be shortened by others meanwhile. What is read after its new end would end
/// the program (SIGBUS); with a watch it is read as zeros, and the watch knows: what was computed from them counts for
/// nothing. One thread makes and destroys it; any thread may read the file and ask.
class MappedFile
{
public:
    /// While it lives, a missing page of any file that this thread reads is such a one: for the time in which a file is
    /// being mapped and it is not known yet where.
    class Loading
    {
    public:
        Loading();
        ~Loading();
        Q_DISABLE_COPY_MOVE(Loading)
        [[nodiscard]] bool isBroken() const { return m_broken; }

    private:
        std::atomic_bool m_broken = false;
        std::atomic_bool *m_outer = nullptr;
    };

    /// Watches all places where the file is mapped now. They are unmapped after the watch has gone.
    explicit MappedFile(const QString &path);
    ~MappedFile();
    Q_DISABLE_COPY_MOVE(MappedFile)

    /// Whether a part of it was missing when it was read.
    [[nodiscard]] bool isBroken() const { return m_broken.load(std::memory_order_relaxed); }

private:
    std::atomic_bool m_broken = false;
    std::vector<WatchedRange *> m_ranges;
};

} // namespace Tempera
