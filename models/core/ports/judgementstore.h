// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/core/judgement.h"

#include <QObject>
#include <QUuid>

#include <functional>

namespace Tempera {

/// Keeps what people said of the answers of runs: ratings of single ones, and which of two was better. Calls return at once; the
/// callback comes on the caller's thread and is dropped when the guard is gone. Writes are done in the order in which they were
/// asked for.
class JudgementStore
{
public:
    virtual ~JudgementStore() = default;
    /// In the place of an earlier one; an empty rating takes that away.
    virtual void saveRating(const QUuid &run, const CellKey &cell, const Rating &rating) = 0;
    /// In the place of what was said of this case under the same two columns before.
    virtual void savePair(const QUuid &run, const JudgedPair &pair) = 0;
    /// Takes away what was said of this case under the two columns of the pair.
    virtual void removePair(const QUuid &run, const JudgedPair &pair) = 0;
    /// Of a run that there is not: nothing.
    virtual void loadJudgements(const QUuid &run, QObject *guard, std::function<void(Result<Judgements>)> callback) = 0;
    /// Calls back when all that was asked for before is on disk, with the first write error since the last flush.
    virtual void flush(QObject *guard, std::function<void(Result<void>)> callback) = 0;
};

} // namespace Tempera
