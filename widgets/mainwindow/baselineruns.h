// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/context/windowcontext.h"

#include <QObject>

namespace Tempera {

class VerdictStrip;

/// Brings earlier runs of the ledger to where they are chosen as the baseline: those of the same experiment.
class BaselineRuns final : public QObject
{
    Q_OBJECT
public:
    /// `context` outlives it.
    explicit BaselineRuns(const WindowContext &context, QObject *parent = nullptr);

    /// Both outlive it. Runs that are not of the experiment whose run the session shows are not offered, nor is that run.
    void serve(VerdictStrip *strip, const Session *session);

private:
    void offer(VerdictStrip *strip, const Session *session);
    void load(VerdictStrip *strip, const QUuid &run);
    void take(VerdictStrip *strip, StoredRun run) const;

    const WindowContext &m_context;
};

} // namespace Tempera
