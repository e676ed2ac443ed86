// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/mainwindow/storedruns.h"

namespace Tempera {

class VerdictStrip;

/// Brings what a run can be compared with to where it is chosen as the baseline: earlier runs of the same experiment from the
/// ledger, and files of results. What is chosen last counts.
class BaselineRuns final : public QObject
{
    Q_OBJECT
public:
    /// `context` outlives it, and `strip` and `session` do. Runs that are not of the experiment whose run the session shows are
    /// not offered, nor is that run.
    BaselineRuns(const WindowContext &context, VerdictStrip *strip, const Session *session, QObject *parent);

private:
    void offer();
    void load(const QUuid &run);
    void askForFile();
    void readFile(const QString &path);

    const WindowContext &m_context;
    StoredRuns *m_stored = nullptr;
    VerdictStrip *m_strip = nullptr;
    const Session *m_session = nullptr;
    int m_choice = 0; ///< The last one.
};

} // namespace Tempera
